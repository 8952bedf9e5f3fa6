/**
 * A table takes in the rows that a person types or pastes right under its last one, as Excel's AutoCorrect does it
 * ("Include new rows and columns in table"). It knows tables and cells, not the page.
 */
import type { Area } from '../../model/area.ts';
import { shiftable } from '../../model/formula-references.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { Table } from '../../model/table.ts';
import type { Workbook } from '../../model/workbook.ts';

export interface Growth {
  readonly table: Table;
  /** The table's area with the rows that are to come. */
  readonly area: Area;
  /** Those rows, across the table's columns. */
  readonly rows: Area;
}

/** The table that an edit of those cells makes longer, where they begin right under it; one with totals never grows. */
export function growthBy(book: Workbook, sheet: Sheet, edited: Area): Growth | undefined {
  // On a protected sheet no table changes its size.
  if (sheet.protection !== undefined) return undefined;
  const table = book
    .tablesOn(sheet)
    .find(
      ({ area, hasTotals }) =>
        !hasTotals &&
        area.bottom + 1 === edited.top &&
        edited.left <= area.right &&
        edited.right >= area.left,
    );
  if (table === undefined) return undefined;
  const area = { ...table.area, bottom: edited.bottom };
  const rows = { ...area, top: edited.top };
  const isTaken = book
    .tablesOn(sheet)
    .some(
      (other) =>
        other !== table &&
        other.area.top <= rows.bottom &&
        other.area.bottom >= rows.top &&
        other.area.left <= rows.right &&
        other.area.right >= rows.left,
    );
  return isTaken ? undefined : { table, area, rows };
}

/** Whether the edit put something into the first of the new rows. */
export function hasEntry({ rows }: Growth, sheet: Sheet): boolean {
  for (let column = rows.left; column <= rows.right; column++)
    if (sheet.value(rows.top, column) !== null || sheet.formula(rows.top, column) !== undefined) return true;
  return false;
}

/** Makes the table longer; cells that are empty in the new rows get their column's formula, and the formats above. */
export function grow(book: Workbook, { table, area, rows }: Growth): void {
  const { sheet } = table;
  const last = rows.top - 1;
  book.resizeTable(table, area);
  for (const [index, { formula: calculated }] of table.columns.entries()) {
    const column = rows.left + index;
    const above = calculated === undefined ? undefined : sheet.formula(last, column);
    const copy = above === undefined ? undefined : shiftable(above);
    const style = sheet.grid.ownStyle(last, column);
    for (let row = rows.top; row <= rows.bottom; row++) {
      const isEmpty = sheet.value(row, column) === null && sheet.formula(row, column) === undefined;
      if (isEmpty && copy !== undefined) sheet.setFormula(row, column, copy(row - last, 0));
      if (sheet.grid.ownStyle(row, column) <= 0 && style > 0) sheet.setStyle(row, column, style);
    }
  }
}
