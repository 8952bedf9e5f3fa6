/**
 * What Excel hands a custom function, made into plain cells: a scalar, a matrix of one cell, or a range; blanks as
 * null, undefined, `''` or 0; cells that carry a format as objects. Knows hosts' habits, not what an argument means.
 */
import { type CellValue, type Grid, isBlank, isEmptyRow } from '../domain/basics/cell.ts';
import { badValue } from '../domain/basics/error.ts';
import { say } from '../domain/basics/sentence.ts';
import { headerKey } from '../domain/basics/words.ts';

/**
 * A cell that carries more than its value, such as a number with a format, says the value in `basicValue`; an error is
 * its text, such as `#N/A`, as it stands in the cell. An entity without a value of its own is `#VALUE!`, as in Excel.
 */
function plainCell(value: unknown): CellValue {
  if (value === null || typeof value !== 'object') return plainScalar(value);
  const basic: unknown = 'basicValue' in value ? value.basicValue : 'code' in value ? value.code : '#VALUE!';
  return typeof basic === 'object' ? '#VALUE!' : plainScalar(basic);
}

function plainScalar(value: unknown): CellValue {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? value : '#NUM!';
    case 'string':
    case 'boolean':
    case 'undefined':
      return value;
    default:
      return value === null ? null : '#VALUE!';
  }
}

const isPlain = (value: unknown): value is CellValue =>
  typeof value === 'number' ? Number.isFinite(value) : value === null || typeof value !== 'object';

/**
 * One cell; a range of one cell counts as that cell.
 *
 * @throws RegrantError a range of several cells
 */
export function cellOf(argument: unknown, name: string): CellValue {
  if (!Array.isArray(argument)) return plainCell(argument);
  const grid = gridOf(argument);
  const [row = []] = grid;
  if (grid.length <= 1 && row.length <= 1) return row[0];
  throw badValue(say`${name} must be one cell, not a range of several.`);
}

/** A range, row by row; a single value is a range of one cell. Rows may differ in length. */
export function gridOf(argument: unknown): Grid {
  if (!Array.isArray(argument)) return [[plainCell(argument)]];
  const rows: readonly unknown[] = argument;
  if (rows.every(isPlainRow)) return rows;
  if (!rows.some(Array.isArray)) return [rows.map(plainCell)];
  return rows.map((row) => (Array.isArray(row) ? row.map(plainCell) : [plainCell(row)]));
}

function isPlainRow(row: unknown): row is readonly CellValue[] {
  if (!Array.isArray(row)) return false;
  for (const cell of row as readonly unknown[]) if (!isPlain(cell)) return false;
  return true;
}

/** Rows of a sheet, and so of a reference to whole columns. */
const SHEET_ROWS = 1_048_576;

/** A reference to whole columns, such as A:D, is what they hold: the empty rows below it are cut off. */
export function usedRows(grid: Grid): Grid {
  if (grid.length < SHEET_ROWS) return grid;
  let rows = grid.length;
  while (rows > 0 && isEmptyRow(grid[rows - 1] ?? [])) rows--;
  return grid.slice(0, rows);
}

/** Whether every cell of a range is empty. */
export const isEmptyGrid = (grid: Grid): boolean => grid.every((row) => row.every(isBlank));

/**
 * Excel on the desktop hands an empty cell over as 0 (office-js#4702, #5262). Where no 0 can be meant, it is empty.
 *
 * @param mayBeZero whether the column at this offset can hold a 0
 * @returns the row itself where it holds no such 0; a row of nothing but zeros is empty throughout
 */
export function withoutEmptyZeros(
  row: readonly CellValue[],
  mayBeZero: (offset: number) => boolean,
): readonly CellValue[] {
  if (!row.includes(0)) return row;
  if (isEmptyRow(row)) return row.map(() => '');
  return row.map((cell, offset) => (cell === 0 && !mayBeZero(offset) ? '' : cell));
}

/** The same for a table, whose first filled row holds its headers; only the columns named can hold a 0. */
export function tableWithoutEmptyZeros(grid: Grid, columnsWithZero: readonly string[]): Grid {
  if (!grid.some((row) => row.includes(0))) return grid;
  const keys = columnsWithZero.map(headerKey);
  const header = grid.find((row) => !isEmptyRow(row)) ?? [];
  const zeros = header.map((cell) => typeof cell === 'string' && keys.includes(headerKey(cell)));
  return grid.map((row) => withoutEmptyZeros(row, (offset) => zeros[offset] === true));
}
