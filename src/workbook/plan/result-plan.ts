/**
 * What a run is going to write, and where, decided before the first cell changes: new tables and the ones to rewrite
 * in place, their rows, their live formulas. Pure; every reason not to write is found here.
 */
import { type CellValue, isBlank } from '../../domain/basics/cell.ts';
import { columnLetters } from '../../domain/basics/block.ts';
import { badValue } from '../../domain/basics/error.ts';
import { say } from '../../domain/basics/sentence.ts';
import { headerKey } from '../../domain/basics/words.ts';
import type { ColumnKind, ResultTableDefinition } from '../../domain/offer/results/result-tables.ts';
import type { LiveColumn } from './live-formulas.ts';
import type { Beside } from './shared-prices.ts';
import type { CellsWanted } from '../excel/read-cells.ts';
import { lastRow, type Rect } from '../excel/rect.ts';
import { sameName, type TableShape, type WorkbookShape } from '../excel/workbook-shape.ts';

export interface TablePlan {
  readonly definition: ResultTableDefinition;
  /** Where the table stands now; undefined where it is to be made. */
  readonly existing: TableShape | undefined;
  /** The sheet that holds it, which a person may have renamed. */
  readonly sheet: string;
  /** The header's row. */
  readonly headerRow: number;
  /** The sheet's column of each declared column: a person may have moved them, or put others between. */
  readonly columns: readonly number[];
  /** First and last column of the table, a person's own columns included. */
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly rows: readonly (readonly CellValue[])[];
  readonly live: readonly LiveColumn[];
  /** The kind of each cell of the column `Value`, where its cells differ. */
  readonly valueKinds?: readonly ColumnKind[];
  /** Cells to the right of the table that its formulas refer to, or that an earlier run has left there. */
  readonly beside?: Beside | undefined;
}

/** A table needs a body row, even where there is nothing to say. */
const bodyLength = (rows: readonly unknown[]): number => Math.max(1, rows.length);

export const bodyRange = (plan: TablePlan): Rect => ({
  row: plan.headerRow + 1,
  column: plan.firstColumn,
  rowCount: bodyLength(plan.rows),
  columnCount: plan.lastColumn - plan.firstColumn + 1,
});

export const tableRange = (plan: TablePlan): Rect => ({
  ...bodyRange(plan),
  row: plan.headerRow,
  rowCount: bodyLength(plan.rows) + 1,
});

/** The body's cells of one declared column. */
export const columnBody = (plan: TablePlan, index: number): Rect => ({
  ...bodyRange(plan),
  column: plan.columns[index] ?? plan.firstColumn,
  columnCount: 1,
});

/** The rows to write; a table without results has one blank row. */
export const bodyRows = (plan: TablePlan): readonly (readonly CellValue[])[] =>
  plan.rows.length > 0 ? plan.rows : [plan.definition.columns.map(() => '')];

export interface NewTablePlace {
  readonly row: number;
  readonly column: number;
}

/** A table to be written in place, or at `place` where the workbook has it not. */
export function planTable(
  definition: ResultTableDefinition,
  existing: TableShape | undefined,
  rows: readonly (readonly CellValue[])[],
  live: readonly LiveColumn[] = [],
  place: NewTablePlace = { row: 1, column: 1 },
): TablePlan {
  if (existing === undefined) {
    const columns = definition.columns.map((_, index) => place.column + index);
    return {
      definition,
      existing,
      sheet: definition.sheet,
      headerRow: place.row,
      columns,
      firstColumn: place.column,
      lastColumn: place.column + columns.length - 1,
      rows,
      live,
    };
  }
  const keys = existing.headers.map(headerKey);
  return {
    definition,
    existing,
    sheet: existing.sheet,
    headerRow: existing.range.row,
    columns: definition.columns.map(({ name }) => existing.range.column + keys.indexOf(headerKey(name))),
    firstColumn: existing.range.column,
    lastColumn: existing.range.column + existing.range.columnCount - 1,
    rows,
    live,
  };
}

/** The cells under a table that its new rows would need, where the sheet has anything that far down. */
export function cellsToGrowInto(plan: TablePlan, shape: WorkbookShape): CellsWanted | undefined {
  if (plan.existing === undefined) return undefined;
  const used = shape.sheets.find(({ name }) => sameName(name, plan.sheet))?.used;
  const bottom = lastRow(plan.existing.range) + (plan.existing.hasTotals ? 1 : 0);
  const newBottom = lastRow(tableRange(plan)) + (plan.existing.hasTotals ? 1 : 0);
  if (used === undefined || newBottom <= bottom || lastRow(used) <= bottom) return undefined;
  return {
    sheet: plan.sheet,
    range: {
      ...tableRange(plan),
      row: bottom + 1,
      rowCount: Math.min(newBottom, lastRow(used)) - bottom,
    },
  };
}

/** @throws RegrantError something is where the table has to grow */
export function refuseOccupied(
  plan: TablePlan,
  wanted: CellsWanted,
  content: readonly (readonly CellValue[])[],
): void {
  for (const [rowOffset, row] of content.entries()) {
    const columnOffset = row.findIndex((cell) => !isBlank(cell));
    if (columnOffset < 0) continue;
    const cell = `${columnLetters(wanted.range.column + columnOffset)}${wanted.range.row + rowOffset}`;
    throw badValue(
      say`Cell ${cell} of sheet "${plan.sheet}" is where ${plan.definition.table} has to grow to row ${String(lastRow(tableRange(plan)))}: move what is below the table, then run again. Nothing was changed.`,
    );
  }
}
