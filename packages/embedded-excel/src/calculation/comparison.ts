/** How Excel orders values: numbers before text before logical values, numbers to 15 digits, text without case. */
import type { CellError, CellValue } from '../model/cell-error.ts';

/** A value that is no error. */
export type Comparable = Exclude<CellValue, CellError>;

/** Two doubles that agree in their first 15 digits are equal to Excel. */
export function compareNumbers(a: number, b: number): number {
  if (a === b) return 0;
  const difference = a - b;
  if (Math.abs(difference) > Math.abs(a) * 1e-13) return difference < 0 ? -1 : 1;
  return a.toPrecision(15) === b.toPrecision(15) ? 0 : difference < 0 ? -1 : 1;
}

const collator = new Intl.Collator('en', { sensitivity: 'accent' });

const PLAIN_WORD = /^[A-Za-z0-9]*$/;

/** Text without regard to case, in the order of a dictionary. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  if (PLAIN_WORD.test(a) && PLAIN_WORD.test(b)) {
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return Math.sign(collator.compare(a, b));
}

const rank = (value: Comparable): number =>
  typeof value === 'number' ? 1 : typeof value === 'string' ? 2 : typeof value === 'boolean' ? 3 : 0;

/** An empty cell as what it is compared with: 0, "" or FALSE. */
const emptyAs = (other: Comparable): Comparable =>
  typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;

/** Negative, zero or positive; an empty cell equals 0, "" and FALSE. */
export function compareValues(left: Comparable, right: Comparable): number {
  const a = left ?? emptyAs(right);
  const b = right ?? emptyAs(left);
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b);
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  const order = rank(a) - rank(b);
  return order !== 0 ? order : Number(a) - Number(b);
}

/** Whether two values are of one kind and equal; an empty cell equals only another. */
export function sameKindAndEqual(a: Comparable, b: Comparable): boolean {
  if (typeof a === 'number') return typeof b === 'number' && compareNumbers(a, b) === 0;
  if (typeof a === 'string') return typeof b === 'string' && compareTexts(a, b) === 0;
  return a === b;
}
