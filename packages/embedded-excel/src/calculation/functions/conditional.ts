/** SUMIF, COUNTIFS, MAXIFS and the like: aggregates of the cells that meet criteria. */
import { CellError, type CellValue } from '../../model/cell-error.ts';
import { type Evaluation, type Grid, spread, spreadSize } from '../evaluation.ts';
import { declare, declareOpen, type NativeFunction, UNLIMITED } from '../function-declaration.ts';
import { DIV0, type Matrix, OMITTED, Reference, VALUE, type Value } from '../value.ts';
import { type Criterion, criterionOf } from './criteria.ts';
import { average, largestOrZero, smallestOrZero } from './statistics-of-numbers.ts';
import { sumOf } from './numbers-of-arguments.ts';

type Summary = (numbers: readonly number[]) => number | CellError;

/** The criterion argument: an array of them gives an array of results. */
const criterionArgument = (evaluation: Evaluation, value: Value): CellValue | Matrix =>
  value === OMITTED ? null : evaluation.resolve(value);

interface Condition {
  readonly grid: Grid;
  readonly test: Criterion;
}

/**
 * Calls `visit` with each position among the used cells that meets all conditions. Gives how many empty cells beside
 * them meet the conditions too; undefined where the ranges differ in size.
 */
function eachMatch(
  conditions: readonly Condition[],
  others: readonly Grid[],
  visit: (row: number, column: number) => void,
): number | undefined {
  const [first] = conditions;
  if (first === undefined) return undefined;
  const { rows, columns } = first.grid;
  if (conditions.some(({ grid }) => grid.rows !== rows || grid.columns !== columns)) return undefined;
  const grids = [...conditions.map(({ grid }) => grid), ...others];
  const usedRows = Math.min(rows, Math.max(...grids.map(({ stored }) => stored)));
  const usedColumns = Math.min(columns, Math.max(...grids.map(({ storedColumns }) => storedColumns)));
  for (let row = 0; row < usedRows; row++)
    for (let column = 0; column < usedColumns; column++)
      if (meetsAll(conditions, row, column)) visit(row, column);
  return conditions.every(({ test }) => test(null)) ? rows * columns - usedRows * usedColumns : 0;
}

function meetsAll(conditions: readonly Condition[], row: number, column: number): boolean {
  for (const { grid, test } of conditions) if (!test(grid.at(row, column))) return false;
  return true;
}

function spreadCriteria(
  evaluation: Evaluation,
  criteria: readonly Value[],
  compute: (tests: readonly Criterion[]) => CellValue,
): Value {
  const values = criteria.map((value) => criterionArgument(evaluation, value));
  const size = spreadSize(values);
  const run = (elements: readonly CellValue[]): CellValue => {
    const tests: Criterion[] = [];
    for (const element of elements) {
      const test = criterionOf(element, evaluation);
      if (test instanceof CellError) return test;
      tests.push(test);
    }
    return compute(tests);
  };
  return size === undefined ? run(values as CellValue[]) : spread(values, size, run);
}

/** Errors given where ranges are due. */
const errorAmong = (args: readonly Value[]): CellError | undefined =>
  args.find((value) => value instanceof CellError);

/** `SUMIF(range, criterion, [values])`: the values' range takes the size of the first. */
const singleCriterion = (name: string, summary: Summary): NativeFunction =>
  declareOpen(name, 2, 3, (evaluation, args) => {
    const [range = null, criterion = null, values = range] = args;
    const failed = errorAmong([range, values]);
    if (failed !== undefined) return failed;
    if (!(range instanceof Reference)) return VALUE;
    const target = values === OMITTED ? range : values;
    if (!(target instanceof Reference)) return VALUE;
    const { sheet, top, left } = target;
    const same =
      target === range
        ? range
        : evaluation.dependsOn(
            new Reference(sheet, top, left, top + range.rows - 1, left + range.columns - 1),
          );
    const grid = evaluation.grid(range);
    const taken = evaluation.grid(same);
    return spreadCriteria(evaluation, [criterion], ([test]) => {
      if (test === undefined) return VALUE;
      return summarise([{ grid, test }], taken, summary);
    });
  });

function summarise(conditions: readonly Condition[], taken: Grid, summary: Summary): CellValue {
  const numbers: number[] = [];
  let failed: CellError | undefined;
  const empty = eachMatch(conditions, [taken], (row, column) => {
    const value = taken.at(row, column);
    if (typeof value === 'number') numbers.push(value);
    else if (value instanceof CellError) failed ??= value;
  });
  if (empty === undefined) return VALUE;
  return failed ?? summary(numbers);
}

/** `SUMIFS(values, range, criterion, ...)` */
const manyCriteria = (name: string, summary: Summary): NativeFunction =>
  declareOpen(name, 3, UNLIMITED, (evaluation, [values = null, ...rest]) => {
    if (rest.length % 2 !== 0) return VALUE;
    const ranges = rest.filter((_, index) => index % 2 === 0);
    const criteria = rest.filter((_, index) => index % 2 === 1);
    const failed = errorAmong([values, ...ranges]);
    if (failed !== undefined) return failed;
    if (![values, ...ranges].every((value) => value instanceof Reference)) return VALUE;
    const taken = evaluation.grid(values);
    const grids = ranges.map((range) => evaluation.grid(range));
    if (grids.some(({ rows, columns }) => rows !== taken.rows || columns !== taken.columns)) return VALUE;
    return spreadCriteria(evaluation, criteria, (tests) =>
      summarise(
        tests.flatMap((test, index) => {
          const grid = grids[index];
          return grid === undefined ? [] : [{ grid, test }];
        }),
        taken,
        summary,
      ),
    );
  });

function countIfs(evaluation: Evaluation, args: readonly Value[]): Value {
  if (args.length % 2 !== 0) return VALUE;
  const ranges = args.filter((_, index) => index % 2 === 0);
  const criteria = args.filter((_, index) => index % 2 === 1);
  const failed = errorAmong(ranges);
  if (failed !== undefined) return failed;
  if (!ranges.every((value) => value instanceof Reference)) return VALUE;
  const grids = ranges.map((range) => evaluation.grid(range));
  return spreadCriteria(evaluation, criteria, (tests) => {
    const conditions = tests.flatMap((test, index) => {
      const grid = grids[index];
      return grid === undefined ? [] : [{ grid, test }];
    });
    let count = 0;
    const empty = eachMatch(conditions, [], () => {
      count++;
    });
    return empty === undefined ? VALUE : count + empty;
  });
}

/** The sum of products of arrays of one size; what is no number counts as 0. */
function sumProduct(evaluation: Evaluation, args: readonly Value[]): Value {
  const arrays = args.map((value) => evaluation.matrix(value));
  const [first] = arrays;
  if (first === undefined) return VALUE;
  const failed = args.find((value) => value instanceof CellError);
  if (failed !== undefined) return failed;
  if (arrays.some(({ rows, columns }) => rows !== first.rows || columns !== first.columns)) return VALUE;
  let stored = Math.max(...arrays.map((array) => array.stored));
  if (arrays.every(({ rest }) => rest !== null)) stored = first.rows;
  let total = 0;
  for (let row = 0; row < stored; row++)
    for (let column = 0; column < first.columns; column++) {
      let product = 1;
      for (const array of arrays) {
        const value = array.at(row, column);
        if (value instanceof CellError) return value;
        product *= typeof value === 'number' ? value : 0;
      }
      total += product;
    }
  return total;
}

const squares = (name: string, term: (x: number, y: number) => number): NativeFunction =>
  declare(name, ['array', 'array'], (_, a, b) => {
    if (a.rows !== b.rows || a.columns !== b.columns) return VALUE;
    let total = 0;
    for (const [index, x] of a.cells.entries()) {
      const y = b.cells[index] ?? null;
      if (x instanceof CellError) return x;
      if (y instanceof CellError) return y;
      if (typeof x === 'number' && typeof y === 'number') total += term(x, y);
    }
    return total;
  });

const averageOf: Summary = (numbers) => (numbers.length === 0 ? DIV0 : average(numbers));

export const CONDITIONAL_FUNCTIONS: readonly NativeFunction[] = [
  singleCriterion('SUMIF', sumOf),
  singleCriterion('AVERAGEIF', averageOf),
  manyCriteria('SUMIFS', sumOf),
  manyCriteria('AVERAGEIFS', averageOf),
  manyCriteria('MAXIFS', largestOrZero),
  manyCriteria('MINIFS', smallestOrZero),
  declareOpen('COUNTIF', 2, 2, countIfs),
  declareOpen('COUNTIFS', 2, UNLIMITED, countIfs),
  declareOpen('SUMPRODUCT', 1, UNLIMITED, sumProduct),
  squares('SUMXMY2', (x, y) => (x - y) ** 2),
  squares('SUMX2PY2', (x, y) => x * x + y * y),
  squares('SUMX2MY2', (x, y) => x * x - y * y),
];
