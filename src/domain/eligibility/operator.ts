/**
 * The operators of an eligibility rule. An operator is a value that compiles the rule's Value once into a test of a
 * cell; it knows cells, not ledgers or offers.
 */
import { type CellValue, comparable, isBlank, isErrorCell, numberIn, show } from '../basics/cell.ts';
import { dated, parseMoment } from '../basics/day.ts';
import { badValue } from '../basics/error.ts';
import { inSequence, say, type SentenceValue, type Words } from '../basics/sentence.ts';
import { nearestWord } from '../basics/words.ts';

/** What a test finds: passed, failed, or a cell that the operator cannot judge. */
export type Verdict = 'passes' | 'fails' | 'blank' | 'mistyped';

/** The test that a rule's Value compiles to, and how the rule reads in a sentence. */
export interface CompiledTest {
  readonly judge: (cell: CellValue) => Verdict;
  /** `must be above 3.01` */
  readonly sentence: Words;
  /** The same where a blank cell passes as well: `must be blank or above 3.01`. */
  readonly sentenceOrBlank: Words;
  /** What a cell of the wrong type should have been. */
  readonly due: 'number' | 'date' | 'text';
  /** The rule compares with a number that is no date, so that a 0 in the cell is a number too. */
  readonly comparesNumbers: boolean;
}

export interface Operator {
  readonly name: string;
  readonly also?: readonly string[];
  readonly compile: (value: CellValue, about: Operand) => CompiledTest;
}

/** What an operator asks of a cell, as a whole sentence for translators; and what where `blank or` stands before it. */
interface Phrases {
  readonly must: (value: SentenceValue) => Words;
  readonly mustOrBlank?: (value: SentenceValue) => Words;
}

const sentences = ({ must, mustOrBlank = must }: Phrases, shown: SentenceValue) => ({
  sentence: must(shown),
  sentenceOrBlank: mustOrBlank(shown),
});

/** What the compiler knows about the field: its name for messages and whether it holds dates. */
export interface Operand {
  readonly field: string;
  readonly isDate: boolean;
  /** Whether the field is a percentage: then `50%` is 50. */
  readonly isPercent?: boolean;
}

const passesIf = (passed: boolean): Verdict => (passed ? 'passes' : 'fails');

/** A test of filled cells; no rule passes a cell that holds an error. */
const judgeFilled =
  (blank: Verdict, passes: (cell: CellValue) => boolean) =>
  (cell: CellValue): Verdict =>
    isBlank(cell) ? blank : isErrorCell(cell) ? 'mistyped' : passesIf(passes(cell));

/** A cell or a value as text compares: without outer spaces and case. */
const textKey = (value: CellValue): string => String(value).trim().toLowerCase();

/** The moment that ISO text names; text such as 2003-02-30 is no date, and as a cell merely of the wrong type. */
function dateIn(text: string): number | undefined {
  if (!/^\s*\d{4}-/.test(text)) return undefined;
  try {
    return parseMoment(text);
  } catch {
    return undefined;
  }
}

interface Scalar {
  readonly number: number | undefined;
  readonly text: string;
  readonly isDate: boolean;
  /** The value names a day without a time, so that a cell's time of day is cut off. */
  readonly wholeDay: boolean;
  readonly shown: SentenceValue;
}

function scalarOf(value: CellValue, about: Operand): Scalar {
  const moment = typeof value === 'string' ? dateIn(value) : undefined;
  const number = moment ?? (about.isPercent === true ? percentIn(value) : numberIn(value));
  const isDate = moment !== undefined || (about.isDate && number !== undefined);
  return {
    number,
    text: textKey(value),
    isDate,
    wholeDay: isDate && number !== undefined && Number.isInteger(number),
    shown:
      isDate && number !== undefined
        ? dated(number)
        : typeof value === 'number'
          ? value
          : String(value).trim(),
  };
}

const percentIn = (value: CellValue): number | undefined =>
  numberIn(typeof value === 'string' ? value.replace(/%\s*$/, '') : value);

const isNumber = ({ number, isDate }: Scalar): boolean => number !== undefined && !isDate;

/** A cell as a number to compare with `scalar`; undefined where it is none. */
function cellNumber(cell: CellValue, scalar: Scalar): number | undefined {
  const number = typeof cell === 'number' ? cell : typeof cell === 'string' ? dateIn(cell) : undefined;
  if (number === undefined) return undefined;
  return scalar.wholeDay ? Math.floor(number) : comparable(number);
}

/** How a value of a rule reads: dates as dates. */
export const shownValue = (value: CellValue, about: Operand): SentenceValue => scalarOf(value, about).shown;

function needValue(value: CellValue, operator: string, about: Operand): void {
  // An empty cell is 0 on some hosts, and 0 is no date.
  if (isBlank(value) || (about.isDate && value === 0))
    throw badValue(
      say`The rule on ${about.field} has no Value for ${operator}: give one, or use is blank or is not blank.`,
    );
}

/** Equality of a cell with one value: as dates, as numbers, otherwise as text. */
function equalTo(scalar: Scalar): (cell: CellValue) => boolean {
  const target = scalar.number === undefined ? undefined : comparable(scalar.number);
  return (cell) => {
    if (target !== undefined) {
      if (typeof cell === 'number') return cellNumber(cell, scalar) === target;
      if (scalar.isDate && typeof cell === 'string') {
        const number = cellNumber(cell, scalar);
        if (number !== undefined) return number === target;
      }
    } else if (typeof cell === 'number') return textKey(cell) === scalar.text;
    return textKey(cell) === scalar.text;
  };
}

function ordering(
  name: string,
  also: readonly string[],
  phrases: Phrases,
  holds: (cell: number, value: number) => boolean,
): Operator {
  return {
    name,
    also,
    compile: (value, about) => {
      needValue(value, name, about);
      const scalar = scalarOf(value, about);
      const limit = orderedNumber(scalar, value, name, about);
      return {
        ...sentences(phrases, scalar.shown),
        due: scalar.isDate ? 'date' : 'number',
        comparesNumbers: isNumber(scalar),
        judge: (cell) => {
          if (typeof cell === 'number' && !scalar.wholeDay) return passesIf(holds(comparable(cell), limit));
          if (isBlank(cell)) return 'blank';
          const number = cellNumber(cell, scalar);
          return number === undefined ? 'mistyped' : passesIf(holds(number, limit));
        },
      };
    },
  };
}

function orderedNumber(scalar: Scalar, value: CellValue, operator: string, about: Operand): number {
  if (scalar.number === undefined || typeof value === 'boolean')
    throw badValue(
      say`The rule on ${about.field} compares with ${operator}, so its Value must be a number or a date such as 2003-07-21, not ${show(value)}.`,
    );
  return comparable(scalar.number);
}

function equality(name: string, also: readonly string[], phrases: Phrases, wanted: boolean): Operator {
  return {
    name,
    also,
    compile: (value, about) => {
      needValue(value, name, about);
      const scalar = scalarOf(value, about);
      const equal = equalTo(scalar);
      return {
        ...sentences(phrases, scalar.shown),
        due: 'text',
        comparesNumbers: isNumber(scalar),
        judge: judgeFilled(blankVerdict(wanted), (cell) => equal(cell) === wanted),
      };
    },
  };
}

/** As in Excel, a blank cell passes `<>` and `not in`. */
const blankVerdict = (wanted: boolean): Verdict => (wanted ? 'blank' : 'passes');

function membership(name: string, phrases: Phrases, wanted: boolean): Operator {
  return {
    name,
    compile: (value, about) => {
      needValue(value, name, about);
      const parts = typeof value === 'string' ? value.split(';').filter((part) => !isBlank(part)) : [value];
      if (parts.length === 0) needValue('', name, about);
      const scalars = parts.map((part) => scalarOf(part, about));
      const texts = new Set(scalars.filter((s) => s.number === undefined).map((s) => s.text));
      const others = scalars.filter((s) => s.number !== undefined).map(equalTo);
      const isIn = (cell: CellValue): boolean =>
        texts.has(textKey(cell)) || others.some((equal) => equal(cell));
      return {
        ...sentences(
          phrases,
          inSequence(
            scalars.map((scalar) => scalar.shown),
            ', ',
          ),
        ),
        due: 'text',
        comparesNumbers: scalars.some(isNumber),
        judge: judgeFilled(blankVerdict(wanted), (cell) => isIn(cell) === wanted),
      };
    },
  };
}

function textual(name: string, phrases: Phrases, holds: (cell: string, part: string) => boolean): Operator {
  return {
    name,
    compile: (value, about) => {
      needValue(value, name, about);
      const part = textKey(value);
      return {
        ...sentences(phrases, String(value).trim()),
        due: 'text',
        comparesNumbers: false,
        judge: judgeFilled('blank', (cell) => holds(textKey(cell), part)),
      };
    },
  };
}

const BETWEEN: Operator = {
  name: 'between',
  compile: (value, about) => {
    needValue(value, 'between', about);
    const parts = String(value)
      .split(/;|\s+and\s+/i)
      .filter((part) => !isBlank(part));
    if (parts.length !== 2)
      throw badValue(
        say`The rule on ${about.field} needs two values for between, separated by ; or and, such as 5; 10, not ${show(value)}.`,
      );
    const [from, to] = parts.map((part) => scalarOf(part, about)) as [Scalar, Scalar];
    const low = orderedNumber(from, parts[0], 'between', about);
    const high = orderedNumber(to, parts[1], 'between', about);
    if (low > high)
      throw badValue(
        say`The rule on ${about.field} runs from ${from.shown} to ${to.shown}: the lower value comes first.`,
      );
    return {
      sentence: say`must be between ${from.shown} and ${to.shown}`,
      sentenceOrBlank: say`must be blank or between ${from.shown} and ${to.shown}`,
      due: from.isDate ? 'date' : 'number',
      comparesNumbers: isNumber(from) || isNumber(to),
      judge: (cell) => {
        if (isBlank(cell)) return 'blank';
        const above = cellNumber(cell, from);
        const below = cellNumber(cell, to);
        if (above === undefined || below === undefined) return 'mistyped';
        return passesIf(above >= low && below <= high);
      },
    };
  },
};

const IS_BLANK: Operator = {
  name: 'is blank',
  also: ['blank'],
  compile: () => ({
    sentence: say`must be blank`,
    sentenceOrBlank: say`must be blank or blank`,
    due: 'text',
    comparesNumbers: false,
    judge: (cell) => passesIf(isBlank(cell)),
  }),
};

const IS_NOT_BLANK: Operator = {
  name: 'is not blank',
  also: ['not blank'],
  compile: () => ({
    sentence: say`must not be blank`,
    sentenceOrBlank: say`must be blank or not blank`,
    due: 'text',
    comparesNumbers: false,
    judge: judgeFilled('blank', () => true),
  }),
};

const EQUAL: Phrases = {
  must: (value) => say`must be ${value}`,
  mustOrBlank: (value) => say`must be blank or ${value}`,
};
const UNEQUAL: Phrases = {
  must: (value) => say`must not be ${value}`,
  mustOrBlank: (value) => say`must be blank or not ${value}`,
};
const BELOW: Phrases = {
  must: (value) => say`must be below ${value}`,
  mustOrBlank: (value) => say`must be blank or below ${value}`,
};
const AT_MOST: Phrases = {
  must: (value) => say`must be at most ${value}`,
  mustOrBlank: (value) => say`must be blank or at most ${value}`,
};
const ABOVE: Phrases = {
  must: (value) => say`must be above ${value}`,
  mustOrBlank: (value) => say`must be blank or above ${value}`,
};
const AT_LEAST: Phrases = {
  must: (value) => say`must be at least ${value}`,
  mustOrBlank: (value) => say`must be blank or at least ${value}`,
};
const ONE_OF: Phrases = {
  must: (value) => say`must be one of ${value}`,
  mustOrBlank: (value) => say`must be blank or one of ${value}`,
};
const NONE_OF: Phrases = {
  must: (value) => say`must not be one of ${value}`,
  mustOrBlank: (value) => say`must be blank or not one of ${value}`,
};

export const OPERATORS: readonly Operator[] = [
  equality('=', ['==', 'is', 'equals'], EQUAL, true),
  equality('<>', ['!=', '≠', 'is not'], UNEQUAL, false),
  ordering('<', [], BELOW, (cell, value) => cell < value),
  ordering('<=', ['≤'], AT_MOST, (cell, value) => cell <= value),
  ordering('>', [], ABOVE, (cell, value) => cell > value),
  ordering('>=', ['≥'], AT_LEAST, (cell, value) => cell >= value),
  BETWEEN,
  membership('in', ONE_OF, true),
  membership('not in', NONE_OF, false),
  IS_BLANK,
  IS_NOT_BLANK,
  textual('contains', { must: (part) => say`must contain ${part}` }, (cell, part) => cell.includes(part)),
  textual('starts with', { must: (part) => say`must start with ${part}` }, (cell, part) =>
    cell.startsWith(part),
  ),
];

const operatorKey = (text: string): string => text.toLowerCase().replace(/[\s\-_]+/g, '');
const BY_KEY: ReadonlyMap<string, Operator> = new Map(
  OPERATORS.flatMap((operator) =>
    [operator.name, ...(operator.also ?? [])].map((name) => [operatorKey(name), operator] as const),
  ),
);

/**
 * The operator that a cell names; `blank or` before a comparison makes a blank cell pass.
 *
 * @throws RegrantError the text names no operator
 */
export function parseOperator(text: string, field: string): Operator {
  const key = operatorKey(text);
  const plain = BY_KEY.get(key);
  if (plain !== undefined) return plain;
  const comparison = key.startsWith('blankor') ? BY_KEY.get(key.slice('blankor'.length)) : undefined;
  if (comparison !== undefined) return orBlank(comparison);
  throw badValue(
    say`The rule on ${field} has the operator "${text.trim()}", which is not known: use ${OPERATORS.map((o) => o.name).join(', ')}, or blank or before one of them${nearestWord(
      text,
      OPERATORS.flatMap(({ name, also = [] }) => [name, ...also]),
    )}`,
  );
}

function orBlank(operator: Operator): Operator {
  return {
    name: `blank or ${operator.name}`,
    compile: (value, about) => {
      const test = operator.compile(value, about);
      return {
        ...test,
        sentence: test.sentenceOrBlank,
        judge: (cell) => (isBlank(cell) ? 'passes' : test.judge(cell)),
      };
    },
  };
}
