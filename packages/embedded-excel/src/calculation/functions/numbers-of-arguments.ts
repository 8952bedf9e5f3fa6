/**
 * Which numbers an aggregate such as SUM takes from its arguments: those of cells and arrays as they are, text and
 * logical values there ignored; arguments given as they are, coerced.
 */
import { CellError, type CellValue } from '../../model/cell-error.ts';
import { toNumber } from '../coercion.ts';
import type { Evaluation } from '../evaluation.ts';
import { OMITTED, type Value } from '../value.ts';

/** The numbers in order, or the first error. */
export function numbersOf(evaluation: Evaluation, args: readonly Value[]): number[] | CellError {
  const numbers: number[] = [];
  for (const argument of args) {
    const failed = evaluation.each(argument, (value, isCell) => {
      if (typeof value === 'number') numbers.push(value);
      else if (value instanceof CellError) return value;
      else if (!isCell) {
        const number = toNumber(value, evaluation);
        if (number instanceof CellError) return number;
        numbers.push(number);
      }
      return undefined;
    });
    if (failed !== undefined) return failed;
  }
  return numbers;
}

/** As `numbersOf`, for the functions that count logical values and text of cells too: TRUE is 1, text is 0. */
export function numbersAndTextOf(evaluation: Evaluation, args: readonly Value[]): number[] | CellError {
  const numbers: number[] = [];
  for (const argument of args) {
    const failed = evaluation.each(argument, (value, isCell) => {
      if (value === null && isCell) return undefined;
      const number = typeof value === 'string' && isCell ? 0 : toNumber(value, evaluation);
      if (number instanceof CellError) return number;
      numbers.push(number);
      return undefined;
    });
    if (failed !== undefined) return failed;
  }
  return numbers;
}

/** Every value of the arguments, errors included. */
export function valuesOf(evaluation: Evaluation, args: readonly Value[]): CellValue[] {
  const values: CellValue[] = [];
  for (const argument of args)
    if (argument !== OMITTED)
      evaluation.each(argument, (value) => {
        values.push(value);
        return undefined;
      });
  return values;
}

/** The sum, added from first to last as Excel does. */
export function sumOf(numbers: readonly number[]): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}
