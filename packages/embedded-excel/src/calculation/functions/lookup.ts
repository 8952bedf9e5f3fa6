/** MATCH, VLOOKUP, XLOOKUP and the like: where a value stands in a row or column. */
import { CellError, type CellValue } from '../../model/cell-error.ts';
import { type Comparable, compareValues, sameKindAndEqual } from '../comparison.ts';
import type { Evaluation, Grid } from '../evaluation.ts';
import { declare, type NativeFunction } from '../function-declaration.ts';
import { Matrix, NA, REF, Reference, VALUE, type Value } from '../value.ts';
import { hasWildcard, wildcardOf, type Wildcard } from './wildcard.ts';

/** A row or column of cells to search. */
interface Line {
  readonly length: number;
  readonly stored: number;
  readonly at: (index: number) => CellValue;
}

function lineOf(grid: Grid): Line | undefined {
  if (grid.columns === 1) return { length: grid.rows, stored: grid.stored, at: (index) => grid.at(index, 0) };
  if (grid.rows === 1)
    return { length: grid.columns, stored: grid.columns, at: (index) => grid.at(0, index) };
  return undefined;
}

const columnOf = (grid: Grid, column: number): Line => ({
  length: grid.rows,
  stored: grid.stored,
  at: (index) => grid.at(index, column),
});

const sameKind = (a: CellValue, b: Comparable): boolean => typeof a === typeof b && a !== null;

/** What cells are looked for: a value, or text with wildcards. */
type Wanted = { readonly value: Comparable } | Wildcard;

const wantedWithWildcards = (value: Comparable): Wanted | CellError =>
  typeof value === 'string' && hasWildcard(value) ? wildcardOf(value) : { value };

/** The index of the first equal value, or of the last; -1 where there is none. */
function findEqual(line: Line, wanted: Wanted, fromEnd = false): number {
  const fits = (value: CellValue): boolean =>
    'value' in wanted
      ? !(value instanceof CellError) && sameKindAndEqual(value, wanted.value)
      : typeof value === 'string' && wanted.fits(value);
  if (fromEnd) {
    for (let i = line.stored - 1; i >= 0; i--) if (fits(line.at(i))) return i;
    return -1;
  }
  for (let i = 0; i < line.stored; i++) if (fits(line.at(i))) return i;
  return -1;
}

/**
 * Where a sorted line stops being at or below the value (or at or above it, sorted downwards): the binary search of
 * Excel, which passes over cells of another kind. -1 where every cell is above.
 */
function findSorted(line: Line, wanted: Comparable, isDescending: boolean): number {
  let low = 0;
  let high = line.stored - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    let probe = middle;
    while (probe <= high && !sameKind(line.at(probe), wanted)) probe++;
    if (probe > high) {
      high = middle - 1;
      continue;
    }
    const order = compareValues(line.at(probe) as Comparable, wanted);
    if (isDescending ? order >= 0 : order <= 0) {
      found = probe;
      low = probe + 1;
    } else high = middle - 1;
  }
  return found;
}

/** The equal value, or else the nearest below (-1) or above (1), in any order. */
function findNearest(line: Line, wanted: Comparable, side: -1 | 1, fromEnd: boolean): number {
  const equal = findEqual(line, { value: wanted }, fromEnd);
  if (equal >= 0) return equal;
  let best = -1;
  for (let i = 0; i < line.stored; i++) {
    const value = line.at(i);
    if (!sameKind(value, wanted)) continue;
    if (compareValues(value as Comparable, wanted) * side <= 0) continue;
    const isNearer = best < 0 || compareValues(value as Comparable, line.at(best) as Comparable) * side < 0;
    if (isNearer) best = i;
  }
  return best;
}

/** An index by XMATCH's match and search modes, or -1; #VALUE! for modes that there are not. */
function findByModes(line: Line, wanted: Comparable, match: number, search: number): number | CellError {
  if (![-1, 0, 1, 2].includes(match) || ![-2, -1, 1, 2].includes(search)) return VALUE;
  if (wanted === null) {
    for (let i = 0; i < line.length; i++) if (line.at(i) === null) return i;
    return -1;
  }
  if (match === 2) return findWithWildcards(line, wanted, search === -1);
  if (Math.abs(search) === 2) {
    const at = findSorted(line, wanted, (search === -2) !== (match === 1));
    const isEqual = at >= 0 && compareValues(line.at(at) as Comparable, wanted) === 0;
    if (isEqual || match === 0) return isEqual ? at : -1;
    return findNearest(line, wanted, match === 1 ? 1 : -1, false);
  }
  if (match === 0) return findEqual(line, { value: wanted }, search === -1);
  return findNearest(line, wanted, match === 1 ? 1 : -1, search === -1);
}

function findWithWildcards(line: Line, wanted: Comparable, fromEnd = false): number | CellError {
  const sought = wantedWithWildcards(wanted);
  return sought instanceof CellError ? sought : findEqual(line, sought, fromEnd);
}

function matchIndex(line: Line, wanted: Comparable, type: number): number | CellError {
  if (wanted === null) return -1;
  if (type === 0) return findWithWildcards(line, wanted);
  return findSorted(line, wanted, type < 0);
}

/** The cell, row or column of a value; a reference stays one. */
function part(
  source: Value,
  evaluation: Evaluation,
  row: number | undefined,
  column: number | undefined,
): Value {
  if (source instanceof Reference) {
    const { sheet, top, left, bottom, right } = source;
    return new Reference(
      sheet,
      row === undefined ? top : top + row,
      column === undefined ? left : left + column,
      row === undefined ? bottom : top + row,
      column === undefined ? right : left + column,
    );
  }
  const matrix = evaluation.matrix(source);
  if (row !== undefined && column !== undefined) return matrix.at(row, column);
  if (row !== undefined) return Matrix.row(matrix.rowValues(row));
  return column === undefined ? matrix : Matrix.column(matrix.columnValues(column));
}

function table(name: string, isVertical: boolean): NativeFunction {
  return declare(
    name,
    ['scalar', 'value', 'number', 'logical?'],
    (evaluation, wanted, source, index, isSorted = true) => {
      if (source instanceof CellError) return source;
      const grid = evaluation.grid(source);
      const at = Math.trunc(index) - 1;
      if (at < 0) return VALUE;
      if (at >= (isVertical ? grid.columns : grid.rows)) return REF;
      const line = isVertical ? columnOf(grid, 0) : lineOf({ ...gridRow(grid, 0) });
      if (line === undefined) return VALUE;
      const found = isSorted ? findSorted(line, wanted ?? 0, false) : findWithWildcards(line, wanted ?? 0);
      if (found instanceof CellError) return found;
      if (found < 0) return NA;
      return isVertical ? grid.at(found, at) : grid.at(at, found);
    },
  );
}

const gridRow = (grid: Grid, row: number): Grid => ({
  rows: 1,
  columns: grid.columns,
  stored: 1,
  storedColumns: grid.storedColumns,
  at: (_, column) => grid.at(row, column),
});

const lookup = declare(
  'LOOKUP',
  ['scalar', 'value', 'value?'],
  (evaluation, wanted, source, results): Value => {
    if (source instanceof CellError) return source;
    const grid = evaluation.grid(source);
    const isWide = grid.columns > grid.rows;
    const line = isWide ? lineOf(gridRow(grid, 0)) : columnOf(grid, 0);
    if (line === undefined) return NA;
    const found = findSorted(line, wanted ?? 0, false);
    if (found < 0) return NA;
    if (results === undefined)
      return isWide ? grid.at(grid.rows - 1, found) : grid.at(found, grid.columns - 1);
    if (results instanceof CellError) return results;
    const target = lineOf(evaluation.grid(results));
    return target === undefined || found >= target.length ? NA : target.at(found);
  },
);

const xlookup = declare(
  'XLOOKUP',
  ['scalar', 'value', 'value', 'value?', 'number?', 'number?'],
  (evaluation, wanted, source, results, ifNone, match = 0, search = 1): Value => {
    if (source instanceof CellError) return source;
    if (results instanceof CellError) return results;
    const grid = evaluation.grid(source);
    const line = lineOf(grid);
    const target = evaluation.grid(results);
    if (line === undefined) return VALUE;
    const isColumn = grid.columns === 1 && (grid.rows > 1 || target.rows === 1);
    if ((isColumn ? target.rows : target.columns) !== line.length) return VALUE;
    const found = findByModes(line, wanted, match, search);
    if (found instanceof CellError) return found;
    if (found < 0) return ifNone ?? NA;
    const row = isColumn ? found : undefined;
    const column = isColumn ? undefined : found;
    return target.rows * target.columns === line.length
      ? part(results, evaluation, row ?? 0, column ?? 0)
      : part(results, evaluation, row, column);
  },
  { omittedIsDefault: true },
);

export const LOOKUP_FUNCTIONS: readonly NativeFunction[] = [
  declare('MATCH', ['scalar', 'value', 'number?'], (evaluation, wanted, source, type = 1): Value => {
    if (source instanceof CellError) return source;
    const line = lineOf(evaluation.grid(source));
    if (line === undefined) return NA;
    const found = matchIndex(line, wanted, type);
    if (found instanceof CellError) return found;
    return found < 0 ? NA : found + 1;
  }),
  declare(
    'XMATCH',
    ['scalar', 'value', 'number?', 'number?'],
    (evaluation, wanted, source, match = 0, search = 1): Value => {
      if (source instanceof CellError) return source;
      const line = lineOf(evaluation.grid(source));
      if (line === undefined) return VALUE;
      const found = findByModes(line, wanted, match, search);
      if (found instanceof CellError) return found;
      return found < 0 ? NA : found + 1;
    },
    { omittedIsDefault: true },
  ),
  table('VLOOKUP', true),
  table('HLOOKUP', false),
  lookup,
  xlookup,
];
