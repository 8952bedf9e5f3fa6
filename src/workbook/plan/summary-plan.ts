/**
 * Regrant Summary: the totals as a table, the breakdowns as tables beside each other, so that each can grow downwards
 * without meeting another. Pure: where everything stands, not how it is written.
 */
import { badValue } from '../../domain/basics/error.ts';
import { say } from '../../domain/basics/sentence.ts';
import type { Breakdown, Summary } from '../../domain/offer/offer-run.ts';
import { type ResultTableDefinition, SUMMARY_SHEET } from '../../domain/offer/results/result-tables.ts';
import { SUMMARY_TABLE } from '../read/own-tables.ts';
import { lastColumn } from '../excel/rect.ts';
import { planTable, type TablePlan } from './result-plan.ts';
import { sameName, type TableShape, tableNamed, type WorkbookShape } from '../excel/workbook-shape.ts';

/** The charts float above the breakdowns, beside the totals. */
export const BREAKDOWN_TITLE_ROW = 22;
const FIRST_BREAKDOWN_COLUMN = 4;

export interface BreakdownPlan {
  readonly title: string;
  readonly table: TablePlan;
}

export interface SummaryPlan {
  readonly totals: TablePlan;
  readonly breakdowns: readonly BreakdownPlan[];
}

/** `By ratio row` is the table RegrantByRatioRow. */
const tableName = (title: string): string =>
  `Regrant${title
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}`;

/**
 * @param existing the totals' table where the workbook has it
 * @throws RegrantError a table or name that is not Regrant's bears a breakdown's name
 */
export function planSummary(
  summary: Summary,
  existing: TableShape | undefined,
  shape: WorkbookShape,
): SummaryPlan {
  const totals: TablePlan = {
    ...planTable(
      SUMMARY_TABLE,
      existing,
      summary.measures.map(({ name, value }) => [name, value]),
    ),
    valueKinds: summary.measures.map(({ kind }) => kind),
  };
  let nextColumn = firstFreeColumn(existing, shape);
  const breakdowns = summary.breakdowns.map((breakdown): BreakdownPlan => {
    const table = planBreakdown(breakdown, totals.sheet, shape, nextColumn);
    if (table.existing === undefined) nextColumn = table.lastColumn + 2;
    return { title: breakdown.title, table };
  });
  return { totals, breakdowns };
}

function firstFreeColumn(existing: TableShape | undefined, shape: WorkbookShape): number {
  if (existing === undefined) return FIRST_BREAKDOWN_COLUMN;
  const used = shape.sheets.find(({ name }) => sameName(name, existing.sheet))?.used;
  return used === undefined ? FIRST_BREAKDOWN_COLUMN : Math.max(FIRST_BREAKDOWN_COLUMN, lastColumn(used) + 2);
}

function planBreakdown(
  { title, table, columns, rows }: Breakdown,
  sheet: string,
  shape: WorkbookShape,
  column: number,
): TablePlan {
  const definition: ResultTableDefinition = {
    sheet: SUMMARY_SHEET,
    table: table ?? tableName(title),
    columns,
  };
  const found = tableNamed(shape, definition.table);
  if (found !== undefined) {
    const names = new Set(found.headers);
    if (!sameName(found.sheet, sheet) || columns.some(({ name }) => !names.has(name)))
      throw badValue(
        say`The table ${found.name} on sheet "${found.sheet}" is not the one that Regrant writes: rename it, then run again. Nothing was changed.`,
      );
  } else if (shape.names.some((name) => sameName(name, definition.table)))
    throw badValue(
      say`The name "${definition.table}" is already defined in this workbook: rename it, then run again. Nothing was changed.`,
    );
  const plan = planTable(definition, found, rows, [], { row: BREAKDOWN_TITLE_ROW + 1, column });
  return { ...plan, sheet };
}
