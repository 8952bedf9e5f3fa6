/** Calculates the formulas of the calculation set in the embedded Excel and holds them against what is expected. */
import { readFileSync } from 'node:fs';
import { CellError, type CellValue, Workbook } from '@regrant/embedded-excel/package';
import { Calculator, NO_CUSTOM_FUNCTIONS } from '@regrant/embedded-excel/testing';

type Result = number | string | boolean | { readonly error: string };

export interface Expected {
  readonly formula: string;
  /** Entered as an array formula. */
  readonly array?: boolean;
  /** A single result, or the rows of one that spills. */
  readonly value: Result | readonly (readonly Result[])[];
}

export const readSet = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

interface Book {
  readonly sheets: Record<string, (number | string | boolean | null)[][]>;
  readonly names: Record<string, string>;
}

/** The workbook that the formulas read, with a sheet `Formulas` to put them on. */
function workbook(): Workbook {
  const { sheets, names } = readSet('book.json') as Book;
  const book = new Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addSheet(name);
    for (const [row, values] of rows.entries())
      for (const [column, value] of values.entries())
        if (typeof value === 'string' && value.startsWith('=')) sheet.setFormula(row, column, value);
        else sheet.setValue(row, column, value);
  }
  for (const [name, formula] of Object.entries(names)) book.addName(name, formula);
  book.addSheet('Formulas');
  return book;
}

/** What the formulas give, in order. */
export function calculated(formulas: readonly string[]): (Result | Result[][])[] {
  const book = workbook();
  const calculator = new Calculator(book, NO_CUSTOM_FUNCTIONS, { now: () => 37823.5, random: () => 0.5 });
  calculator.load();
  const sheet = book.sheet('Formulas');
  if (sheet === undefined) throw new Error('The sheet of formulas is missing.');
  return formulas.map((formula, row) => {
    const value = calculator.evaluate(formula, sheet, row, 0);
    return Array.isArray(value) ? value.map((cells) => cells.map(plain)) : plain(value);
  });
}

const plain = (value: CellValue): Result =>
  value instanceof CellError ? { error: value.code } : (value ?? 0);

/** Numbers to 14 digits, which is what LibreOffice's files keep; everything else exactly. */
function sameResult(actual: Result, expected: Result): boolean {
  if (typeof actual === 'number' && typeof expected === 'number')
    return Math.abs(actual - expected) <= 1e-13 * Math.max(Math.abs(actual), Math.abs(expected), 1e-3);
  if (typeof actual === 'object' && typeof expected === 'object')
    // LibreOffice has errors of its own, `Err:502`, where Excel has one of its few.
    return actual.error === expected.error || expected.error.startsWith('Err:');
  return actual === expected;
}

export function agrees(actual: Result | Result[][], { value }: Expected): boolean {
  if (!isRows(value)) return sameResult(Array.isArray(actual) ? (actual[0]?.[0] ?? 0) : actual, value);
  const rows = Array.isArray(actual) ? actual : [[actual]];
  return (
    rows.length === value.length &&
    rows.every(
      (row, i) =>
        row.length === value[i]?.length && row.every((cell, j) => sameResult(cell, value[i]?.[j] ?? '')),
    )
  );
}

const isRows = (value: Expected['value']): value is readonly (readonly Result[])[] => Array.isArray(value);
