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
  /** Formulas per column: most columns of a ledger have none, and need no look-up. */
  private readonly inColumn: number[] = [];
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

  addFormula(cell: FormulaCell): void {
    this.formulas.set(cellKey(cell.row, cell.column), cell);
    this.inColumn[cell.column] = (this.inColumn[cell.column] ?? 0) + 1;
  }

  removeFormula(cell: FormulaCell): void {
    if (this.formulas.delete(cellKey(cell.row, cell.column)))
      this.inColumn[cell.column] = (this.inColumn[cell.column] ?? 1) - 1;
  }

  grow(row: number, column: number): void {
    if (row > this.lastRow) this.lastRow = row;
    if (column > this.lastColumn) this.lastColumn = column;
  }

  /** The formula that gives a cell its value: its own, or the one that spills to it. */
  source(row: number, column: number): FormulaCell | undefined {
    const hasFormulas = (this.inColumn[column] ?? 0) > 0;
    if (!hasFormulas && this.spilled.size === 0) return undefined;
    const key = row * COLUMN_LIMIT + column;
    return (hasFormulas ? this.formulas.get(key) : undefined) ?? this.spilled.get(key);
  }
}
