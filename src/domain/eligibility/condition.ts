/**
 * One comparison of a field with a value, compiled once for a ledger's headers and then asked row by row. The value may
 * be another field in square brackets (`[Lowest Elected Price]`), which is then read for each row.
 */
import { type CellValue, isBlank } from '../basics/cell.ts';
import { badValue } from '../basics/error.ts';
import { say, type Words } from '../basics/sentence.ts';
import type { Field, Row } from '../ledger/field.ts';
import { type CompiledTest, OPERATORS, parseOperator, type Verdict } from './operator.ts';

/** Finds a field by its name; throws a RegrantError where there is none. */
export type FieldNamed = (name: string) => Field;

/** What a condition finds in a row. */
export interface Judgement {
  readonly verdict: Verdict;
  /** The field's cell. */
  readonly cell: CellValue;
  /** What a cell of the wrong type should have been. */
  readonly due: CompiledTest['due'];
  /** The value that it was compared with, where another field gives it. */
  readonly compared?: CellValue;
}

export interface Condition {
  readonly field: Field;
  /** The field in square brackets that the value is read from. */
  readonly comparedWith: Field | undefined;
  /** It compares with a number that is no date, so that a 0 in the cell is a number too. */
  readonly comparesNumbers: boolean;
  /** `must be above 3.01`, or `must be > Closing Price`. */
  readonly sentence: Words;
  readonly judge: (row: Row) => Judgement;
  /** The same without the findings, for the many rows of a ledger. */
  readonly passes: (row: Row) => boolean;
}

/** The name in `[Closing Price]`; undefined for any other value. */
export function bracketedField(value: CellValue): string | undefined {
  if (typeof value !== 'string') return undefined;
  return /^\s*\[\s*([^[\]]*[^[\]\s])\s*\]\s*$/.exec(value)?.[1];
}

/**
 * Compiles a comparison.
 *
 * @throws RegrantError the operator or the field is unknown, or the value does not fit
 */
export function compileCondition(
  name: string,
  operatorText: string,
  value: CellValue,
  fieldNamed: FieldNamed,
): Condition {
  const operator = parseOperator(operatorText, name);
  const field = fieldNamed(name);
  const about = { field: name, isDate: field.content === 'date', isPercent: field.isPercent === true };
  const other = bracketedField(value);
  if (other !== undefined) return comparedWithField(field, fieldNamed(other), operator, about);
  const test = operator.compile(value, about);
  return {
    field,
    comparedWith: undefined,
    comparesNumbers: test.comparesNumbers,
    sentence: test.sentence,
    judge: (row) => {
      const cell = field.read(row);
      return { verdict: test.judge(cell), cell, due: test.due };
    },
    passes: (row) => test.judge(field.read(row)) === 'passes',
  };
}

/** As many different values as a price column of a ledger has; more are compiled again. */
const REMEMBERED = 10_000;

function comparedWithField(
  field: Field,
  other: Field,
  operator: ReturnType<typeof parseOperator>,
  about: Parameters<typeof operator.compile>[1],
): Condition {
  const tests = new Map<CellValue, CompiledTest>();
  const testFor = (value: CellValue): CompiledTest => {
    let test = tests.get(value);
    if (test === undefined) {
      if (tests.size >= REMEMBERED) tests.clear();
      tests.set(value, (test = operator.compile(value, about)));
    }
    return test;
  };
  const judge = (row: Row): Judgement => {
    const cell = field.read(row);
    const compared = other.read(row);
    if (isBlank(compared) || (about.isDate && compared === 0))
      return { verdict: 'blank', cell: compared, due: 'number', compared };
    const test = testFor(compared);
    return { verdict: test.judge(cell), cell, due: test.due, compared };
  };
  return {
    field,
    comparedWith: other,
    comparesNumbers: !about.isDate,
    sentence: say`must be ${operator.name} ${other.name}`,
    judge,
    passes: (row) => judge(row).verdict === 'passes',
  };
}

/** The operators as a text writes them, longest first, so that `<=` is not read as `<`. */
const WRITTEN = OPERATORS.flatMap(({ name, also = [] }) => [name, ...also])
  .flatMap((name) => [`blank or ${name}`, name])
  .sort((a, b) => b.length - a.length);

/**
 * Reads a comparison from one text: `Country = Netherlands`, `Role in A; B`, `Hire Date is blank`.
 *
 * @throws RegrantError the text holds no operator, or what stands around it cannot be read
 */
export function parseCondition(text: string, fieldNamed: FieldNamed): Condition {
  const problems: unknown[] = [];
  for (const { name, operator, value } of splits(text)) {
    try {
      return compileCondition(name, operator, value, fieldNamed);
    } catch (error) {
      problems.push(error);
    }
  }
  if (problems.length > 0) throw problems[0];
  throw badValue(
    say`Where must be one comparison, such as Country = Netherlands or Role in A; B, not "${text.trim()}".`,
  );
}

/** Each way to take the text apart; a field's own name may hold a word that is also an operator. */
function* splits(text: string): Generator<{ name: string; operator: string; value: string }> {
  const lower = text.toLowerCase();
  for (const operator of WRITTEN) {
    const isWord = /[a-z]$/.test(operator);
    for (let at = lower.indexOf(operator); at > 0; at = lower.indexOf(operator, at + 1)) {
      const [before, after] = [text.slice(0, at), text.slice(at + operator.length)];
      if (isWord && !(/\s$/.test(before) && /^(\s|$)/.test(after))) continue;
      if (before.trim() !== '') yield { name: before.trim(), operator, value: after.trim() };
    }
  }
}
