/** What a person's edits replaced, so that they can be taken back and made again. Cells, and how far a table reached; not sheets. */
import { type Area } from '../../model/area.ts';
import { NO_STYLE } from '../../model/cell-grid.ts';
import type { CellValue } from '../../model/cell-error.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { Table } from '../../model/table.ts';
import type { Workbook } from '../../model/workbook.ts';

interface CellState {
  readonly value: CellValue;
  readonly formula: string | undefined;
  readonly style: number;
}

/** An area of cells as it was. */
export interface Snapshot {
  readonly sheet: Sheet;
  readonly area: Area;
  readonly cells: readonly (readonly CellState[])[];
  /** A table that the edit made longer, and how far it reached. */
  readonly table: { readonly table: Table; readonly area: Area } | undefined;
}

const LONGEST = 100;

export class EditHistory {
  private readonly book: Workbook;
  private readonly done: Snapshot[] = [];
  private readonly undone: Snapshot[] = [];

  constructor(book: Workbook) {
    this.book = book;
  }

  /** The cells of an area as they are now, and a table that may change with them. */
  capture(sheet: Sheet, area: Area, table?: Table): Snapshot {
    const cells: CellState[][] = [];
    for (let row = area.top; row <= area.bottom; row++) {
      const line: CellState[] = [];
      for (let column = area.left; column <= area.right; column++) {
        const spill = sheet.spills.covering(row, column);
        const isResult = spill !== undefined && (spill.row !== row || spill.column !== column);
        line.push({
          value: isResult ? null : sheet.value(row, column),
          formula: sheet.formula(row, column),
          style: sheet.grid.ownStyle(row, column),
        });
      }
      cells.push(line);
    }
    return { sheet, area, cells, table: table && { table, area: table.area } };
  }

  /** Notes what an edit has replaced. */
  push(before: Snapshot): void {
    this.done.push(before);
    if (this.done.length > LONGEST) this.done.shift();
    this.undone.length = 0;
  }

  undo(): Snapshot | undefined {
    return this.swap(this.done, this.undone);
  }

  redo(): Snapshot | undefined {
    return this.swap(this.undone, this.done);
  }

  clear(): void {
    this.done.length = 0;
    this.undone.length = 0;
  }

  private swap(from: Snapshot[], to: Snapshot[]): Snapshot | undefined {
    const snapshot = from.pop();
    if (snapshot === undefined) return undefined;
    const { sheet, area, table } = snapshot;
    to.push(this.capture(sheet, area, table?.table));
    restore(snapshot);
    if (table !== undefined && this.book.tables.includes(table.table))
      this.book.resizeTable(table.table, table.area);
    return snapshot;
  }
}

function restore({ sheet, area, cells }: Snapshot): void {
  sheet.setValues(
    area.top,
    area.left,
    cells.map((line) => line.map(({ value, formula }) => (formula === undefined ? value : undefined))),
  );
  sheet.setFormulas(
    area.top,
    area.left,
    cells.map((line) => line.map(({ formula }) => formula)),
  );
  for (const [row, line] of cells.entries())
    for (const [column, { style }] of line.entries())
      if (sheet.grid.ownStyle(area.top + row, area.left + column) !== style)
        sheet.setStyle(area.top + row, area.left + column, style === NO_STYLE ? 0 : style);
}
