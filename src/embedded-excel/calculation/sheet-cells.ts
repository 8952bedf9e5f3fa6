/**
 * The calculator's view of a sheet: which cells hold formulas, which are spilled to, how far the sheet is used. It does
 * not know how anything is computed.
 */
import { COLUMN_LIMIT } from '../model/area.ts';
import type { Sheet } from '../model/sheet.ts';
import type { FormulaCell } from './formula-cell.ts';

export const cellKey = (row: number, column: number): number => row * COLUMN_LIMIT + column;

export class SheetCells {
  readonly sheet: Sheet;
  /** Tells sheets apart in keys. */
  readonly id: number;
  readonly formulas = new Map<number, FormulaCell>();
  /** The formula whose result covers a cell, its own cell left out. */
  readonly spilled = new Map<number, FormulaCell>();
  /** The last used row and column; they may be too large, never too small. */
  lastRow = -1;
  lastColumn = -1;

  constructor(sheet: Sheet, id: number) {
    this.sheet = sheet;
    this.id = id;
    const used = sheet.usedRange(true);
    if (used !== undefined) this.grow(used.bottom, used.right);
  }

  grow(row: number, column: number): void {
    if (row > this.lastRow) this.lastRow = row;
    if (column > this.lastColumn) this.lastColumn = column;
  }

  /** The formula that gives a cell its value: its own, or the one that spills to it. */
  source(row: number, column: number): FormulaCell | undefined {
    const key = row * COLUMN_LIMIT + column;
    return this.formulas.get(key) ?? (this.spilled.size > 0 ? this.spilled.get(key) : undefined);
  }
}
