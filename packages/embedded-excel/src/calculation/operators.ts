/** What `+ - * / ^ & = < > <= >= <>` and `- + %` make of single values. They do not know of arrays. */
import { CellError, type CellValue } from '../model/cell-error.ts';
import { type DateContext, toNumber, toText } from './coercion.ts';
import { compareValues } from './comparison.ts';
import { DIV0, LONGEST_TEXT, NUM, VALUE } from './value.ts';

export type BinaryOperation = (left: CellValue, right: CellValue, dates: DateContext) => CellValue;

const arithmetic =
  (compute: (a: number, b: number) => CellValue): BinaryOperation =>
  (left, right, dates) => {
    const a = typeof left === 'number' ? left : toNumber(left, dates);
    if (a instanceof CellError) return a;
    const b = typeof right === 'number' ? right : toNumber(right, dates);
    if (b instanceof CellError) return b;
    const result = compute(a, b);
    return typeof result === 'number' && !Number.isFinite(result) ? NUM : result;
  };

const comparison =
  (holds: (order: number) => boolean): BinaryOperation =>
  (left, right) => {
    if (left instanceof CellError) return left;
    if (right instanceof CellError) return right;
    return holds(compareValues(left, right));
  };

/** The power as Excel has it: 0^0 is #NUM!, 0 to a negative power #DIV/0!. */
export function power(a: number, b: number): CellValue {
  if (a === 0) return b === 0 ? NUM : b < 0 ? DIV0 : 0;
  const result = a ** b;
  return Number.isFinite(result) ? result : NUM;
}

export const OPERATIONS: ReadonlyMap<string, BinaryOperation> = new Map<string, BinaryOperation>([
  ['+', arithmetic((a, b) => a + b)],
  ['-', arithmetic((a, b) => a - b)],
  ['*', arithmetic((a, b) => a * b)],
  ['/', arithmetic((a, b) => (b === 0 ? DIV0 : a / b))],
  ['^', arithmetic(power)],
  [
    '&',
    (left, right) => {
      const a = toText(left);
      if (a instanceof CellError) return a;
      const b = toText(right);
      if (b instanceof CellError) return b;
      return a.length + b.length > LONGEST_TEXT ? VALUE : a + b;
    },
  ],
  ['=', comparison((order) => order === 0)],
  ['<>', comparison((order) => order !== 0)],
  ['<', comparison((order) => order < 0)],
  ['>', comparison((order) => order > 0)],
  ['<=', comparison((order) => order <= 0)],
  ['>=', comparison((order) => order >= 0)],
]);

/**
 * A sum or difference that is the formula's last operation becomes 0 where its operands cancel to 15 digits: Excel
 * hides the rest of `=0.5-0.4-0.1`, but not of `=(0.5-0.4-0.1)` nor of `=1*(0.5-0.4-0.1)`.
 */
export function snapToZero(result: CellValue, left: number): CellValue {
  if (typeof result !== 'number' || result === 0) return result;
  if (Math.abs(result) > Math.abs(left) * 1e-14) return result;
  return left.toPrecision(15) === (left - result).toPrecision(15) ? 0 : result;
}

export function negate(value: CellValue, dates: DateContext): CellValue {
  const number = toNumber(value, dates);
  return number instanceof CellError ? number : number === 0 ? 0 : -number;
}

export function percent(value: CellValue, dates: DateContext): CellValue {
  const number = toNumber(value, dates);
  return number instanceof CellError ? number : number / 100;
}
