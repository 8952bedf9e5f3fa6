/** Inserting and deleting cells for an add-in: what Excel refuses, and what of a table follows its columns. */
import { type Area, COLUMN_LIMIT, columnCount, intersection, ROW_LIMIT } from '../../model/area.ts';
import { moveCells as moveInModel } from '../../model/cell-moves.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { Table } from '../../model/table.ts';
import type { Host } from '../host.ts';
import { invalidOperation, RichApiError } from '../rich-api-error.ts';

/**
 * Moves the cells of a band of a sheet, by inserting `count` rows (or columns) at `at`, or deleting as many where it
 * is negative.
 *
 * @param span first and last column of the band (first and last row, where columns move)
 * @throws RichApiError NonBlankCellOffSheet: filled cells would leave the sheet; InvalidOperation: a table would be torn
 */
export function moveCells(
  host: Host,
  sheet: Sheet,
  axis: 'rows' | 'columns',
  at: number,
  count: number,
  span: readonly [number, number],
): void {
  if (count > 0) ensureRoom(sheet, axis, count, span);
  ensureWhole(host, sheet, axis, at, span);
  const before = new Map(host.book.tablesOn(sheet).map((table) => [table, table.area.left]));
  moveInModel(host.book, sheet, { axis, at, count, span });
  for (const [table, left] of before) followColumns(host, table, at - left, axis === 'columns' ? count : 0);
}

/** Excel moves a table as a whole, or not at all. */
function ensureWhole(
  { book }: Host,
  sheet: Sheet,
  axis: 'rows' | 'columns',
  at: number,
  [first, last]: readonly [number, number],
): void {
  const torn = book.tablesOn(sheet).some(({ area }) => {
    const [start, from, to] =
      axis === 'rows' ? [area.top, area.left, area.right] : [area.left, area.top, area.bottom];
    return start >= at && from <= last && to >= first && (from < first || to > last);
  });
  if (torn)
    throw invalidOperation(
      'This operation is not allowed. The operation is attempting to shift cells in a table on your worksheet.',
    );
}

function ensureRoom(
  sheet: Sheet,
  axis: 'rows' | 'columns',
  count: number,
  [first, last]: readonly [number, number],
): void {
  const end: Area =
    axis === 'rows'
      ? { top: ROW_LIMIT - count, bottom: ROW_LIMIT - 1, left: first, right: last }
      : { top: first, bottom: last, left: COLUMN_LIMIT - count, right: COLUMN_LIMIT - 1 };
  const used = sheet.usedRange(true);
  if (used !== undefined && intersection(used, end) !== undefined)
    throw new RichApiError('NonBlankCellOffSheet');
}

/** A table whose columns came or went inside it has to name them. */
function followColumns({ book }: Host, table: Table, offset: number, count: number): void {
  if (!book.tables.includes(table) || columnCount(table.area) === table.columns.length) return;
  if (count > 0) {
    let id = table.columns.reduce((highest, column) => Math.max(highest, column.id), 0);
    for (let index = 0; index < count; index++)
      table.columns.splice(offset + index, 0, { id: ++id, name: table.freeColumnName() });
    if (table.hasHeaders)
      table.sheet.setValues(table.area.top, table.area.left, [table.columns.map(({ name }) => name)]);
  } else {
    const first = Math.max(0, offset);
    table.columns.splice(first, table.columns.length - columnCount(table.area));
  }
  book.tableChanged(table);
}
