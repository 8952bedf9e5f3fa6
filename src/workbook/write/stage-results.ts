/**
 * Prepares a run on hidden sheets: new tables as they will stand, large ones as rows to be copied, live formulas to be
 * tried before they count. Nothing of the workbook changes here. It does not know how what is prepared takes its place.
 */
import type { LiveColumn } from '../plan/live-formulas.ts';
import type { RequestBudget } from '../excel/request-budget.ts';
import { bodyRange, type TablePlan } from '../plan/result-plan.ts';
import { rectAddress } from '../excel/rect.ts';
import { besideRange } from '../plan/shared-prices.ts';
import { formulasByCell, withoutFailed } from './staged-formulas.ts';
import type { StagedSheet, Staging } from '../excel/staging.ts';
import { withoutUnused } from './write-beside.ts';
import { makeTable, rewriteLiveColumns, writeBody } from './write-table.ts';

/**
 * How a table gets its rows at the end: `revealed` is a new one that is only renamed and shown; `copied` one that is
 * there, from rows prepared beside it; `written` one that is there, by the last request itself.
 */
export type Delivery = 'revealed' | 'copied' | 'written';

export interface StagedTable {
  /** The table as it will be. */
  readonly plan: TablePlan;
  readonly delivery: Delivery;
  /** The table as it stands on its staging sheet; undefined where nothing had to be prepared. */
  readonly prepared: { readonly plan: TablePlan; readonly sheet: StagedSheet } | undefined;
}

/** What one table may add to the last request, which has to take all of them: see `WORST_TABLES`. */
const WRITTEN_LENGTH = 400_000;

/** Characters that the table's rows and formulas take in a request. */
function lengthOf({ rows, live }: TablePlan): number {
  let length = 0;
  for (const row of rows) length += JSON.stringify(row).length + 1;
  for (const { formulas } of live) for (const formula of formulas) length += (formula?.length ?? 0) + 5;
  return length;
}

/** Prepares a table on a staging sheet, as far as it has to be. */
export async function stageTable(
  budget: RequestBudget,
  staging: Staging,
  plan: TablePlan,
): Promise<StagedTable> {
  if (plan.existing === undefined) {
    const sheet = staging.add(plan.sheet);
    const worksheet = staging.worksheet(sheet);
    const prepared = onSheet(plan, sheet, staging.tableName(sheet, plan.definition.table));
    await makeTable(budget, worksheet, prepared);
    return { plan, delivery: 'revealed', prepared: { plan: prepared, sheet } };
  }
  const delivery = lengthOf(plan) > WRITTEN_LENGTH ? 'copied' : 'written';
  if (delivery === 'written' && plan.live.length === 0) return { plan, delivery, prepared: undefined };
  const sheet = staging.add(undefined);
  const prepared: TablePlan = {
    ...onSheet(plan, sheet, plan.definition.table),
    existing: undefined,
    live: formulasByCell(plan),
  };
  await writeBody(budget, staging.worksheet(sheet), prepared);
  return { plan, delivery, prepared: { plan: prepared, sheet } };
}

/** The plan on another sheet, under another table's name. */
export const onSheet = (plan: TablePlan, { name }: StagedSheet, table: string): TablePlan => ({
  ...plan,
  sheet: name,
  definition: { ...plan.definition, table },
});

/** Takes back the formulas that did not hold, where they are prepared and where they will be. */
export async function correctTable(
  budget: RequestBudget,
  staging: Staging,
  staged: StagedTable,
  corrected: readonly LiveColumn[],
): Promise<StagedTable> {
  const { plan, delivery, prepared } = staged;
  if (corrected.length === 0 || prepared === undefined) return staged;
  const worksheet = staging.worksheet(prepared.sheet);
  if (delivery !== 'written')
    await rewriteLiveColumns(budget, worksheet, { ...prepared.plan, live: corrected });
  const kept = withoutUnused({ ...prepared.plan, live: withoutFailed(prepared.plan.live, corrected) });
  if (prepared.plan.beside !== undefined && kept.beside?.prices.length === 0)
    worksheet.getRange(rectAddress(besideRange(prepared.plan.beside))).clear('All');
  return {
    ...staged,
    plan: withoutUnused({ ...plan, live: withoutFailed(plan.live, corrected) }),
    prepared: { ...prepared, plan: kept },
  };
}

/** Cells that preparing a table writes, formulas counted on top. */
export const cellsOf = (plan: TablePlan): number => {
  const { rowCount } = bodyRange(plan);
  return rowCount * (plan.definition.columns.length + plan.live.length);
};
