/**
 * Puts what was prepared into its place with one request: Excel does the actions of a request in their order, and
 * nobody sees the workbook, cancels or saves it in between. First what could be refused, the tables' sizes and the
 * sheets' names; then what the cells hold; then what falls away.
 */
import type { CellValue } from '../../domain/basics/cell.ts';
import type { KeepingSheet } from '../read/own-tables.ts';
import { RequestBudget } from '../excel/request-budget.ts';
import { columnBody, type TablePlan } from '../plan/result-plan.ts';
import { rectAddress } from '../excel/rect.ts';
import type { StagedTable } from './stage-results.ts';
import { deleteHidden, type StagedSheet } from '../excel/staging.ts';
import type { SummaryPlan } from '../plan/summary-plan.ts';
import { sheetNamed, tableNamed, type WorkbookShape } from '../excel/workbook-shape.ts';
import { copyBody, growTable, shrinkTable, writeBody } from './write-table.ts';
import { writeBeside } from './write-beside.ts';
import { writeSummary } from './write-summary.ts';

export interface Placement {
  readonly sheets: readonly StagedSheet[];
  readonly tables: readonly StagedTable[];
  /** A summary that is there already. */
  readonly summary: SummaryPlan | undefined;
  /** Points the summary's charts at their new figures. */
  readonly charts: ((sheet: Excel.Worksheet) => void) | undefined;
  /** A log that is there already, with its new row last. */
  readonly log: TablePlan | undefined;
  /** Sheets on which a step has kept what it found, which go away to be replaced, or because the step was taken back. */
  readonly drops: readonly KeepingSheet[];
}

/**
 * Sends the placement.
 *
 * @param now what the workbook consists of, where an attempt was stopped half-way and is carried on; undefined the
 *   first time
 */
export async function place(
  context: Excel.RequestContext,
  placement: Placement,
  now?: WorkbookShape,
): Promise<void> {
  const { worksheets } = context.workbook;
  const { sheets, tables, summary, charts, log, drops } = placement;
  const sheetOf = ({ sheet }: TablePlan): Excel.Worksheet => worksheets.getItem(sheet);
  const budget = new RequestBudget(context, undefined, Infinity);
  const present = [
    ...tables.filter(({ delivery }) => delivery !== 'revealed').map(({ plan }) => plan),
    ...(summary === undefined ? [] : [summary.totals, ...summary.breakdowns.map(({ table }) => table)]),
    ...(log === undefined ? [] : [log]),
  ];

  for (const plan of present) growTable(sheetOf(plan), plan);
  const stands = (name: string): boolean => now === undefined || sheetNamed(now, name) !== undefined;
  for (const kept of drops) {
    const fresh = sheets.find(({ final }) => final === kept);
    // One that is where the new one is no longer staged is the new one.
    if (stands(kept) && (fresh === undefined || stands(fresh.name))) deleteHidden(worksheets.getItem(kept));
  }
  for (const sheet of sheets) reveal(worksheets, sheet, now);

  for (const { plan, delivery, prepared } of tables) {
    if (delivery === 'written') await writeBody(budget, sheetOf(plan), plan);
    if (delivery !== 'copied' || prepared === undefined) continue;
    await writeBeside(budget, sheetOf(plan), plan);
    copyBody(sheetOf(plan), worksheets.getItem(prepared.sheet.name), plan);
  }
  if (summary !== undefined) {
    await writeSummary(budget, sheetOf(summary.totals), summary);
    charts?.(sheetOf(summary.totals));
  }
  if (log !== undefined) appendRow(sheetOf(log), log);

  for (const plan of present) shrinkTable(sheetOf(plan), plan);
  for (const { name, final } of sheets)
    if (final === undefined && stands(name)) deleteHidden(worksheets.getItem(name));
  await budget.send();
}

/** Gives a prepared sheet and its tables their names, and shows it. */
function reveal(
  worksheets: Excel.WorksheetCollection,
  { name, final, tables, isVisible }: StagedSheet,
  now: WorkbookShape | undefined,
): void {
  if (final === undefined) return;
  const isStaged = now === undefined || sheetNamed(now, name) !== undefined;
  const sheet = worksheets.getItem(isStaged ? name : final);
  if (isStaged) sheet.name = final;
  for (const table of tables)
    if (now === undefined || tableNamed(now, table.name) !== undefined)
      sheet.tables.getItem(table.name).name = table.final;
  if (isVisible) sheet.visibility = 'Visible';
}

/** Writes the last of the plan's rows; those before it stay untouched. */
export function appendRow(sheet: Excel.Worksheet, plan: TablePlan): void {
  const row: readonly CellValue[] = plan.rows.at(-1) ?? [];
  for (const [index, { kind }] of plan.definition.columns.entries()) {
    const body = columnBody(plan, index);
    const cell = sheet.getRange(rectAddress({ ...body, row: body.row + body.rowCount - 1, rowCount: 1 }));
    cell.numberFormat = [[kind === 'shares' ? '#,##0' : '@']];
    cell.values = [[row[index] ?? '']];
  }
}
