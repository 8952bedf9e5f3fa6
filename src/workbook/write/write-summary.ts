/** Writes Regrant Summary: totals, breakdowns with their titles, widths. It does not know what is summed. */
import { columnLetters } from '../../domain/basics/block.ts';
import type { RequestBudget } from '../excel/request-budget.ts';
import { BREAKDOWN_TITLE_ROW, type SummaryPlan } from '../plan/summary-plan.ts';
import type { TablePlan } from '../plan/result-plan.ts';
import { makeTable, writeBody } from './write-table.ts';

export async function writeSummary(
  budget: RequestBudget,
  sheet: Excel.Worksheet,
  { totals, breakdowns }: SummaryPlan,
): Promise<void> {
  const write = (table: TablePlan) =>
    table.existing === undefined ? makeTable(budget, sheet, table) : writeBody(budget, sheet, table);
  await write(totals);
  for (const { title, table } of breakdowns) {
    if (table.existing === undefined) {
      const cell = sheet.getRange(`${columnLetters(table.firstColumn)}${BREAKDOWN_TITLE_ROW}`);
      cell.values = [[title]];
      cell.format.font.bold = true;
    }
    await write(table);
  }
}
