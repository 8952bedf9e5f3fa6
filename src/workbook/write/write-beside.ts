/** Writes the few cells to the right of a table that its rows refer to. It does not know what they compute. */
import { columnLetters } from '../../domain/basics/block.ts';
import type { RequestBudget } from '../excel/request-budget.ts';
import { rectAddress } from '../excel/rect.ts';
import { columnFormat, columnWidth, NOTE_FONT } from '../plan/result-formats.ts';
import type { TablePlan } from '../plan/result-plan.ts';
import { besideCells, besideRange, refersToSharedPrice } from '../plan/shared-prices.ts';

/** Clears what an earlier run has left beside a table that is there, and writes what this one needs. */
export async function writeBeside(
  budget: RequestBudget,
  sheet: Excel.Worksheet,
  { beside, existing }: TablePlan,
): Promise<void> {
  if (beside === undefined) return;
  if (beside.stale !== undefined && existing !== undefined)
    sheet.getRange(rectAddress(beside.stale)).clear('All');
  if (beside.prices.length === 0) return;
  const range = besideRange(beside);
  const body = { ...range, row: range.row + 1, rowCount: beside.prices.length, columnCount: 1 };
  for (const [offset, kind] of (['date', 'price'] as const).entries()) {
    const column = { ...body, column: range.column + offset };
    sheet.getRange(rectAddress(column)).numberFormat = [[columnFormat(kind)]];
    const letters = columnLetters(column.column);
    sheet.getRange(`${letters}:${letters}`).format.columnWidth = columnWidth('', kind);
  }
  const header = sheet.getRange(rectAddress({ ...range, rowCount: 1 })).format;
  header.font.bold = true;
  header.font.color = NOTE_FONT;
  header.wrapText = true;
  await budget.write(sheet, range, besideCells(beside), 'formulas');
}

/** The plan without cells beside it to which no formula refers any more. */
export function withoutUnused(plan: TablePlan): TablePlan {
  const { beside, live } = plan;
  const isUsed = live.some(({ formulas }) =>
    formulas.some((formula) => formula !== undefined && refersToSharedPrice(formula)),
  );
  return beside === undefined || isUsed ? plan : { ...plan, beside: { ...beside, prices: [] } };
}
