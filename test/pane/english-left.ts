/** For tests: what of the pane's English stands in a text that should be in another language. */
import { LEDGER_COLUMNS } from '../../src/domain/ledger/columns.ts';
import { LOG_TABLE } from '../../src/domain/offer/life/offer-log.ts';
import { RESULT_TABLES } from '../../src/domain/offer/results/result-tables.ts';
import { TERMS } from '../../src/domain/offer/terms/terms.ts';
import { ENGLISH } from '../../src/taskpane/strings/english.ts';
import { GERMAN } from '../../src/taskpane/strings/german.ts';
import { GERMAN_SENTENCES } from '../../src/taskpane/strings/german-sentences.ts';
import { GERMAN_TEXTS } from '../../src/taskpane/strings/german-texts.ts';

/** Shorter ones are in names and in other languages, too. */
const SHORTEST_PIECE = 10;

/** Every text of a language's module; a sentence with values as the pieces around them. */
function texts(node: object): string[] {
  return Object.values(node).flatMap((value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'function') {
      const say = value as (...values: unknown[]) => unknown;
      // Plurals choose by a number; both forms are pieces.
      return [0, 1, 2].flatMap((count) => pieces(say, count));
    }
    return typeof value === 'object' && value !== null ? texts(value) : [];
  });
}

const MARK = '\u0000';

function pieces(say: (...values: unknown[]) => unknown, count: number): string[] {
  const attempts = [
    Array.from({ length: say.length }, () => MARK),
    [count, MARK, MARK, MARK],
    [count, count, MARK],
  ];
  return attempts.flatMap((values) => {
    const said = say(...values);
    return typeof said === 'string' ? said.split(MARK) : [];
  });
}

const TERM_TEXTS = TERMS.map(({ meaning }) => meaning);
const english = [
  ...texts(ENGLISH),
  ...TERM_TEXTS,
  ...Object.keys(GERMAN_TEXTS),
  ...Object.keys(GERMAN_SENTENCES),
];
const german = [...texts(GERMAN), ...Object.values(GERMAN_TEXTS), ...Object.values(GERMAN_SENTENCES)];
const allGerman = german.join('\n');

/** Names that the contract has in English in every language. */
const NAMES = new Set([
  ...TERMS.flatMap(({ name, choices = [], default: standard }) => [name, standard, ...choices]),
  ...LEDGER_COLUMNS.map(({ name }) => name),
  ...[...RESULT_TABLES, LOG_TABLE].flatMap(({ sheet, table, columns }) => [
    sheet,
    table,
    ...columns.map(({ name }) => name),
  ]),
]);

/** Several words of English that German has nowhere. */
const PHRASES = [
  ...new Set(
    english
      .flatMap((text) => text.split(/\{\d+\}/))
      .map((text) => text.trim())
      .filter(
        (text) => text.length >= SHORTEST_PIECE && /\p{L} \p{L}/u.test(text) && !allGerman.includes(text),
      )
      .filter((text) => !NAMES.has(text)),
  ),
];

/** Whole texts, such as the word on a button. */
const LABELS = new Set(
  english.filter((text) => /\p{L}{3}/u.test(text) && !NAMES.has(text) && !german.includes(text)),
);

/**
 * @param shown the texts that are shown, each by itself
 * @param own what stands in the workbook in the analyst's own words, which no language changes
 */
export function englishLeft(shown: readonly string[], own: readonly string[]): string[] {
  const longestFirst = [...own].sort((a, b) => b.length - a.length);
  const foreign = shown.map((text) =>
    longestFirst.reduce((rest, words) => rest.replaceAll(words, '…'), text.trim()),
  );
  return [
    ...foreign.filter((text) => LABELS.has(text)),
    ...foreign.flatMap((text) =>
      PHRASES.filter((phrase) => text.includes(phrase)).map((phrase) => `${phrase} in: ${text}`),
    ),
  ];
}
