/**
 * Where results go: into their cell, over the cells they spill to, or, where there is no room, into #SPILL!. It knows
 * the sheet's cells, not how a result came about.
 */
import {
  areaAt,
  COLUMN_LIMIT,
  columnCount,
  intersection,
  ROW_LIMIT,
  rowCount,
  sameArea,
} from '../model/area.ts';
import type { CellValue } from '../model/cell-error.ts';
import type { FormattedAnswer } from './evaluation.ts';
import type { FormulaBook } from './formula-book.ts';
import type { FormulaCell } from './formula-cell.ts';
import { Matrix, NUM, SPILL } from './value.ts';

/** Results fill at most so many cells of a book; what would fill more is #SPILL!, Excel's answer when memory ends. */
const MOST_CELLS = 5_000_000;

/** Stores the result of a formula. */
export function storeResult(book: FormulaBook, cell: FormulaCell, result: CellValue | Matrix): void {
  book.blocked.delete(cell);
  cell.blocked = undefined;
  cell.showsBusy = false;
  if (cell.arrayArea !== undefined) {
    storeArray(book, cell, result);
    return;
  }
  if (result instanceof Matrix && (result.rows > 1 || result.columns > 1)) {
    spillResult(book, cell, result);
    return;
  }
  storeSingle(book, cell, result instanceof Matrix ? result.at(0, 0) : result);
}

/** Keeps the formats that a result brings, where the formula gives a custom function's answer as it is. */
export function storeFormats(
  { sheet: { sheet }, row, column }: FormulaCell,
  result: CellValue | Matrix,
  formatted: FormattedAnswer | undefined,
): void {
  sheet.valueFormats.delete(row, column);
  if (formatted?.answer !== result) return;
  for (const [i, formats] of formatted.formats.entries())
    for (const [j, format] of formats.entries()) {
      const value = result instanceof Matrix ? result.at(i, j) : result;
      if (format !== undefined) sheet.valueFormats.set(row + i, column + j, value, format);
    }
}

/** What a cell shows of a value: a formula that gives nothing shows 0. */
function shown(value: CellValue): CellValue {
  if (value === null) return 0;
  return typeof value === 'number' && !Number.isFinite(value) ? NUM : value;
}

export function storeSingle(book: FormulaBook, cell: FormulaCell, value: CellValue): void {
  const { sheet } = cell.sheet;
  const before = cell.spill;
  if (before !== undefined) {
    sheet.clearSpill(cell.row, cell.column);
    book.setSpill(cell, undefined);
    book.markReaders(cell.sheet, before);
    book.retryBlocked(sheet, before);
  }
  sheet.setComputed(cell.row, cell.column, shown(value));
}

function spillResult(book: FormulaBook, cell: FormulaCell, result: Matrix): void {
  const { row, column } = cell;
  const { sheet } = cell.sheet;
  const area = areaAt(row, column, result.rows, result.columns);
  const isOffSheet = area.bottom >= ROW_LIMIT || area.right >= COLUMN_LIMIT;
  const inTable = book.book.tablesOn(sheet).some((table) => intersection(table.area, area) !== undefined);
  const own = cell.spill === undefined ? 0 : columnCount(cell.spill) * rowCount(cell.spill);
  const isTooLarge = book.spilled - own + result.rows * result.columns > MOST_CELLS;
  if (
    isOffSheet ||
    isTooLarge ||
    inTable ||
    sheet.spillObstacle(row, column, result.rows, result.columns) !== undefined
  ) {
    storeSingle(book, cell, SPILL);
    cell.blocked = area;
    book.blocked.add(cell);
    return;
  }
  const before = cell.spill;
  const rows = Array.from({ length: result.rows }, (_, i) => result.rowValues(i).map(shown));
  const isSameArea = before !== undefined && sameArea(before, area);
  sheet.setSpill(row, column, rows);
  if (isSameArea) return;
  book.setSpill(cell, area);
  // Readers of cells that are newly covered or newly empty did not depend on this formula before.
  if (before !== undefined) {
    book.markReaders(cell.sheet, before);
    book.retryBlocked(sheet, before);
  }
  book.markReaders(cell.sheet, area);
}

/** An array formula of the old kind fills its area: a row, a column or a single value is repeated. */
function storeArray(book: FormulaBook, cell: FormulaCell, result: CellValue | Matrix): void {
  const { arrayArea, row, column } = cell;
  if (arrayArea === undefined) return;
  const rows = arrayArea.bottom - arrayArea.top + 1;
  const columns = arrayArea.right - arrayArea.left + 1;
  const block = Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_unused, j) =>
      shown(result instanceof Matrix ? result.spread(i, j) : result),
    ),
  );
  if (rows === 1 && columns === 1) {
    cell.sheet.sheet.setComputed(row, column, block[0]?.[0] ?? 0);
    return;
  }
  cell.sheet.sheet.setSpill(row, column, block);
  if (cell.spill === undefined) book.setSpill(cell, arrayArea);
}
