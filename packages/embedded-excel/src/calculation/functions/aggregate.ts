/** SUM, COUNT, MAX and the like over ranges, SUBTOTAL and AGGREGATE, which leave cells out. */
import { type Area, contains } from '../../model/area.ts';
import { CellError, type CellValue } from '../../model/cell-error.ts';
import { toNumber } from '../coercion.ts';
import type { Evaluation } from '../evaluation.ts';
import { declareOpen, type NativeFunction, UNLIMITED } from '../function-declaration.ts';
import type { SheetCells } from '../sheet-cells.ts';
import { DIV0, Matrix, OMITTED, Reference, SheetSpan, Union, VALUE, type Value } from '../value.ts';
import { numbersAndTextOf, numbersOf, sumOf, valuesOf } from './numbers-of-arguments.ts';
import {
  average,
  deviation,
  largest,
  largestOrZero,
  median,
  mode,
  percentile,
  percentileExclusive,
  smallest,
  smallestOrZero,
  variance,
} from './statistics-of-numbers.ts';

type Summary = (numbers: readonly number[]) => number | CellError;

const product = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((total, value) => total * value, 1);

const overNumbers = (name: string, summary: Summary): NativeFunction =>
  declareOpen(name, 1, UNLIMITED, (evaluation, args) => {
    const numbers = numbersOf(evaluation, args);
    return numbers instanceof CellError ? numbers : summary(numbers);
  });

const overValues = (name: string, summary: Summary): NativeFunction =>
  declareOpen(name, 1, UNLIMITED, (evaluation, args) => {
    const numbers = numbersAndTextOf(evaluation, args);
    return numbers instanceof CellError ? numbers : summary(numbers);
  });

function countNumbers(evaluation: Evaluation, args: readonly Value[]): number {
  let count = 0;
  for (const argument of args)
    evaluation.each(argument, (value, isCell) => {
      if (typeof value === 'number') count++;
      else if (
        !isCell &&
        !(value instanceof CellError) &&
        !(toNumber(value, evaluation) instanceof CellError)
      )
        count++;
      return undefined;
    });
  return count;
}

function countBlank(evaluation: Evaluation, [argument]: readonly Value[]): Value {
  if (!(argument instanceof Reference)) return VALUE;
  let filled = 0;
  evaluation.each(argument, (value) => {
    if (value !== null && value !== '') filled++;
    return undefined;
  });
  return argument.rows * argument.columns - filled;
}

/** SUM without collecting its numbers: it is called most. */
function sum(evaluation: Evaluation, args: readonly Value[]): Value {
  let total = 0;
  for (const argument of args) {
    const failed = evaluation.each(argument, (value, isCell) => {
      if (typeof value === 'number') total += value;
      else if (value instanceof CellError) return value;
      else if (!isCell) {
        const number = toNumber(value, evaluation);
        if (number instanceof CellError) return number;
        total += number;
      }
      return undefined;
    });
    if (failed !== undefined) return failed;
  }
  return total;
}

/** By SUBTOTAL's and AGGREGATE's function numbers, 1 to 13. */
const SUMMARIES: readonly Summary[] = [
  average,
  (numbers) => numbers.length,
  (numbers) => numbers.length,
  largestOrZero,
  smallestOrZero,
  product,
  (numbers) => deviation(numbers, 1),
  (numbers) => deviation(numbers, 0),
  sumOf,
  (numbers) => variance(numbers, 1),
  (numbers) => variance(numbers, 0),
  median,
  mode,
];

/** AGGREGATE's functions 14 to 19, which take a second argument. */
const WITH_RANK: readonly ((numbers: readonly number[], k: number) => number | CellError)[] = [
  largest,
  smallest,
  (numbers, k) => percentile(numbers, k),
  (numbers, k) => percentile(numbers, Math.trunc(k) / 4),
  (numbers, k) => percentileExclusive(numbers, k),
  (numbers, k) => percentileExclusive(numbers, Math.trunc(k) / 4),
];

interface LeftOut {
  readonly hiddenRows: boolean;
  readonly errors: boolean;
  readonly subtotals: boolean;
}

/** The values of cells that take part: no hidden rows, no other subtotals, no errors, as asked for. */
function takingPart(evaluation: Evaluation, args: readonly Value[], leftOut: LeftOut): CellValue[] {
  const values: CellValue[] = [];
  const take = (value: CellValue): void => {
    if (value !== null && !(leftOut.errors && value instanceof CellError)) values.push(value);
  };
  for (const argument of args.flatMap((value): readonly Value[] =>
    value instanceof Union ? value.areas : [value],
  )) {
    if (!(argument instanceof Reference)) {
      evaluation.each(argument, (value) => {
        take(value);
        return undefined;
      });
      continue;
    }
    const { sheet } = argument;
    const bottom = Math.min(argument.bottom, sheet.lastRow);
    const right = Math.min(argument.right, sheet.lastColumn);
    const filtered = leftOut.hiddenRows ? [] : evaluation.scope.filteredAreas(sheet);
    for (let row = argument.top; row <= bottom; row++) {
      if (isHidden(sheet, row, leftOut.hiddenRows, filtered)) continue;
      for (let column = argument.left; column <= right; column++)
        if (!leftOut.subtotals || !isSubtotal(sheet, row, column)) take(evaluation.read(sheet, row, column));
    }
  }
  return values;
}

/** Rows that a filter hides never count; rows hidden by hand only where asked for. */
const isHidden = ({ sheet }: SheetCells, row: number, byHand: boolean, filtered: readonly Area[]): boolean =>
  sheet.rowProperties(row).hidden === true &&
  (byHand || filtered.some((area) => contains(area, row, area.left)));

const isSubtotal = ({ sheet }: SheetCells, row: number, column: number): boolean =>
  /\b(?:SUBTOTAL|AGGREGATE)\(/i.test(sheet.formula(row, column) ?? '');

function summarise(code: number, values: readonly CellValue[]): Value {
  if (code === 3) return values.length;
  const failed = values.find((value) => value instanceof CellError);
  if (failed !== undefined && code !== 2) return failed;
  const numbers = values.filter((value) => typeof value === 'number');
  return SUMMARIES[code - 1]?.(numbers) ?? VALUE;
}

function subtotal(evaluation: Evaluation, [code, ...args]: readonly Value[]): Value {
  const number = evaluation.number(code ?? null);
  if (number instanceof CellError) return number;
  const which = Math.trunc(number) % 100;
  if (which < 1 || which > 11 || number < 1 || number >= 112) return VALUE;
  // 3-D references are #VALUE! (Microsoft's page on SUBTOTAL).
  if (args.some((value) => value instanceof SheetSpan)) return VALUE;
  if (args.some((value) => !(value instanceof Reference || value instanceof Union)))
    return args.find((value) => value instanceof CellError) ?? VALUE;
  const leftOut = { hiddenRows: number >= 100, errors: false, subtotals: true };
  return summarise(which, takingPart(evaluation, args, leftOut));
}

function aggregate(evaluation: Evaluation, [code, option, ...args]: readonly Value[]): Value {
  const number = evaluation.number(code ?? null);
  const options = option === OMITTED ? 0 : evaluation.number(option ?? null);
  if (number instanceof CellError) return number;
  if (options instanceof CellError) return options;
  const which = Math.trunc(number);
  if (which < 1 || which > 19 || options < 0 || options >= 8) return VALUE;
  if (args.some((value) => value instanceof SheetSpan)) return VALUE;
  const choice = Math.trunc(options);
  const leftOut = {
    hiddenRows: choice % 2 === 1,
    errors: choice % 4 >= 2,
    subtotals: choice < 4,
  };
  if (which <= 13) return summarise(which, takingPart(evaluation, args, leftOut));
  const [array, k] = args;
  const rank = evaluation.resolve(k ?? null);
  const values = takingPart(evaluation, [array ?? null], leftOut);
  const failed = values.find((value) => value instanceof CellError);
  if (failed !== undefined) return failed;
  const numbers = values.filter((value) => typeof value === 'number');
  const at = (value: CellValue): CellValue => {
    const position = toNumber(value, evaluation);
    return position instanceof CellError ? position : (WITH_RANK[which - 14]?.(numbers, position) ?? VALUE);
  };
  return rank instanceof Matrix
    ? Matrix.build(rank.rows, rank.columns, (i, j) => at(rank.at(i, j)))
    : at(rank);
}

export const AGGREGATE_FUNCTIONS: readonly NativeFunction[] = [
  declareOpen('SUM', 1, UNLIMITED, sum),
  overNumbers('PRODUCT', product),
  overNumbers('SUMSQ', (numbers) => sumOf(numbers.map((value) => value * value))),
  overNumbers('AVERAGE', average),
  overValues('AVERAGEA', average),
  overNumbers('MAX', largestOrZero),
  overNumbers('MIN', smallestOrZero),
  overValues('MAXA', largestOrZero),
  overValues('MINA', smallestOrZero),
  overNumbers('AVEDEV', (numbers) => {
    if (numbers.length === 0) return DIV0;
    const mean = sumOf(numbers) / numbers.length;
    return sumOf(numbers.map((value) => Math.abs(value - mean))) / numbers.length;
  }),
  declareOpen('COUNT', 1, UNLIMITED, countNumbers),
  declareOpen(
    'COUNTA',
    1,
    UNLIMITED,
    (evaluation, args) =>
      valuesOf(evaluation, args).filter((value) => value !== null).length +
      args.filter((value) => value === OMITTED).length,
  ),
  declareOpen('COUNTBLANK', 1, 1, countBlank),
  declareOpen('SUBTOTAL', 2, UNLIMITED, subtotal),
  declareOpen('AGGREGATE', 3, UNLIMITED, aggregate),
];
