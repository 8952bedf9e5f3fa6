/** MAP, REDUCE, SCAN, BYROW, BYCOL, MAKEARRAY: functions that take functions. */
import { COLUMN_LIMIT, ROW_LIMIT } from '../../model/area.ts';
import { CellError, type CellValue } from '../../model/cell-error.ts';
import type { Evaluation } from '../evaluation.ts';
import { declareOpen, type NativeFunction, UNLIMITED } from '../function-declaration.ts';
import { CALC, Lambda, Matrix, NA, OMITTED, VALUE, type Value } from '../value.ts';

/** What one call gives as one element: an array within an array is #CALC!. */
function element(evaluation: Evaluation, value: Value): CellValue {
  const resolved = evaluation.resolve(value);
  if (!(resolved instanceof Matrix)) return resolved ?? 0;
  return resolved.rows === 1 && resolved.columns === 1 ? resolved.at(0, 0) : CALC;
}

/** Why a function cannot be called with that many arguments: an error of its own, or "Incorrect Parameters". */
function misfit(lambda: Value, count: number): CellError | undefined {
  if (lambda instanceof Lambda) return lambda.takes(count) ? undefined : VALUE;
  return lambda instanceof CellError ? lambda : VALUE;
}

const trimmed = (matrix: Matrix): Matrix =>
  matrix.stored < matrix.rows && matrix.rest === null
    ? Matrix.build(Math.max(1, matrix.stored), matrix.columns, (i, j) => matrix.at(i, j))
    : matrix;

function map(evaluation: Evaluation, args: readonly Value[]): Value {
  const lambda = args.at(-1) ?? null;
  const wrong = misfit(lambda, args.length - 1);
  if (wrong !== undefined) return wrong;
  const arrays = args.slice(0, -1).map((value) => trimmed(evaluation.matrix(value)));
  const rows = Math.max(...arrays.map((array) => array.rows));
  const columns = Math.max(...arrays.map((array) => array.columns));
  return Matrix.build(rows, columns, (i, j) => {
    if (arrays.some((array) => i >= array.rows || j >= array.columns)) return NA;
    return element(
      evaluation,
      evaluation.call(
        lambda,
        arrays.map((array) => array.at(i, j)),
      ),
    );
  });
}

/** Start value, array and lambda of REDUCE and SCAN; without a start the first element is it. */
function folding(
  evaluation: Evaluation,
  args: readonly Value[],
): { start: Value; array: Matrix; lambda: Value } {
  const given: readonly Value[] = args.length === 2 ? [OMITTED, ...args] : args;
  const [start = null, source = null, lambda = null] = given;
  return { start, array: trimmed(evaluation.matrix(source)), lambda };
}

function reduce(evaluation: Evaluation, args: readonly Value[]): Value {
  const { start, array, lambda } = folding(evaluation, args);
  const wrong = misfit(lambda, 2);
  if (wrong !== undefined) return wrong;
  const [first = null, ...rest] = array.cells;
  let total: Value = start === OMITTED ? first : start;
  for (const cell of start === OMITTED ? rest : array.cells) total = evaluation.call(lambda, [total, cell]);
  return total;
}

function scan(evaluation: Evaluation, args: readonly Value[]): Value {
  const { start, array, lambda } = folding(evaluation, args);
  const wrong = misfit(lambda, 2);
  if (wrong !== undefined) return wrong;
  let total: Value = start;
  return Matrix.build(array.rows, array.columns, (i, j) => {
    const cell = array.at(i, j);
    total = total === OMITTED ? cell : evaluation.call(lambda, [total, cell]);
    return element(evaluation, total);
  });
}

const byLine = (name: string, isRow: boolean): NativeFunction =>
  declareOpen(name, 2, 2, (evaluation, [source = null, lambda = null]): Value => {
    if (source instanceof CellError) return source;
    if (!(lambda instanceof Lambda)) return lambda instanceof CellError ? lambda : CALC;
    if (!lambda.takes(1)) return VALUE;
    const array = trimmed(evaluation.matrix(source));
    const line = (i: number): CellValue =>
      element(
        evaluation,
        evaluation.call(lambda, [
          isRow ? Matrix.row(array.rowValues(i)) : Matrix.column(array.columnValues(i)),
        ]),
      );
    return isRow
      ? Matrix.build(array.rows, 1, (i) => line(i))
      : Matrix.build(1, array.columns, (_, j) => line(j));
  });

function makeArray(
  evaluation: Evaluation,
  [rows = null, columns = null, lambda = null]: readonly Value[],
): Value {
  const [height, width] = [evaluation.number(rows), evaluation.number(columns)];
  if (height instanceof CellError) return height;
  if (width instanceof CellError) return width;
  if (height < 1 || width < 1 || height > ROW_LIMIT || width > COLUMN_LIMIT) return VALUE;
  const wrong = misfit(lambda, 2);
  if (wrong !== undefined) return wrong;
  return Matrix.build(Math.trunc(height), Math.trunc(width), (i, j) =>
    element(evaluation, evaluation.call(lambda, [i + 1, j + 1])),
  );
}

export const LAMBDA_FUNCTIONS: readonly NativeFunction[] = [
  declareOpen('MAP', 2, UNLIMITED, map),
  declareOpen('REDUCE', 2, 3, reduce),
  declareOpen('SCAN', 2, 3, scan),
  byLine('BYROW', true),
  byLine('BYCOL', false),
  declareOpen('MAKEARRAY', 3, 3, makeArray),
  declareOpen('ISOMITTED', 1, 1, (_, [value]) => value === OMITTED),
];
