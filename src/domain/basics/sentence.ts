/**
 * Sentences that people read, kept apart into their template and what stands in it, so that a shell can say them in
 * the reader's language. In English they read as they are written here; it does not know any other language.
 */

/** A text in the reader's language to be, or, as a string, one that stays as it is: a name, an id, a person's own words. */
export type Words = string | Sentence;

/** A day or a moment, which each country writes in its own way. */
export interface Dated {
  /** A serial number, with the time of day as its fraction. */
  readonly moment: number;
  readonly iso: string;
}

/** What stands in a sentence. A number is an amount; a position such as a row, which nobody groups, is given as text. */
export type SentenceValue = Words | number | Dated;

export interface Sentence {
  /** The template around its values: one part more than there are values. */
  readonly parts: readonly string[];
  readonly values: readonly SentenceValue[];
}

/** `` say`Exercise Price is negative: ${price}` `` */
export const say = (parts: TemplateStringsArray, ...values: readonly SentenceValue[]): Sentence => ({
  parts,
  values,
});

/** A sentence in which nothing stands, from a text that is declared elsewhere. */
export const sentenceOf = (text: string): Sentence => ({ parts: [text], values: [] });

/** A name or a cell's text, in the marks that a language puts around what is quoted. */
export const quoted = (text: string): Sentence => say`"${text}"`;

/** Several one after the other, such as the reasons of one grant; the separator holds no words. */
export const inSequence = (values: readonly SentenceValue[], separator: string): Sentence => ({
  parts: values.length === 0 ? [''] : ['', ...values.slice(1).map(() => separator), ''],
  values,
});

/** `A and B and C` */
export const allOf = (words: readonly Words[]): Words =>
  words.length === 0 ? '' : words.reduce((before, next) => say`${before} and ${next}`);

/** `A or B or C` */
export const anyOf = (words: readonly Words[]): Words =>
  words.length === 0 ? '' : words.reduce((before, next) => say`${before} or ${next}`);

/** The sentence in English. */
export function english(words: Words): string {
  if (typeof words === 'string') return words;
  const { parts, values } = words;
  let text = parts[0] ?? '';
  for (let i = 0; i < values.length; i++) text += inEnglish(values[i]) + (parts[i + 1] ?? '');
  return text;
}

function inEnglish(value: SentenceValue | undefined): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return String(value);
  return 'iso' in value ? value.iso : english(value);
}

/** Its template, by which a catalogue finds it: `Exercise Price is negative: {0}`. */
export const templateOf = ({ parts }: Sentence): string =>
  parts.reduce((text, part, index) => `${text}{${index - 1}}${part}`);

/** A language: its templates by the English ones, and how it writes amounts and dates. */
export interface Translation {
  readonly templates: Readonly<Record<string, string>>;
  readonly show: (value: number | Dated) => string;
}

/** The sentence in another language; a template that it lacks is said in English, what stands in it is not. */
export function translated(words: Words, translation: Translation): string {
  if (typeof words === 'string') return words;
  const template = templateOf(words);
  const values = words.values.map((value) =>
    typeof value === 'number' || (typeof value === 'object' && 'iso' in value)
      ? translation.show(value)
      : translated(value, translation),
  );
  return (translation.templates[template] ?? template).replace(
    /\{(\d+)\}/g,
    (_, index: string) => values[Number(index)] ?? '',
  );
}
