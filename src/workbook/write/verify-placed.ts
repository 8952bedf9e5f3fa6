/**
 * Looks once more at the formulas of tables that were there before the run, now that they are in their place: a table
 * may fill a column with one formula (office-js#2093), which a staging sheet without tables does not. A cell that has
 * another row's formula gets its value. It does not know what formulas mean.
 */
import type { CellValue } from '../../domain/basics/cell.ts';
import type { LiveColumn } from '../plan/live-formulas.ts';
import { type CellsWanted, readCells } from '../excel/read-cells.ts';
import { RequestBudget } from '../excel/request-budget.ts';
import { columnBody, type TablePlan } from '../plan/result-plan.ts';
import type { RunWatch } from '../excel/run-control.ts';
import type { StagedTable } from './stage-results.ts';
import { formulasByCell } from './staged-formulas.ts';
import { heldInstead, isAsWritten, type LiveProblem } from './verify-live.ts';
import { rewriteLiveColumns } from './write-table.ts';

interface Column extends CellsWanted {
  readonly plan: TablePlan;
  readonly live: LiveColumn;
  /** The same formulas as they are where a hidden sheet prepared them: with addresses for names of columns. */
  readonly byCell: LiveColumn['formulas'];
  readonly index: number;
}

/** @returns what was replaced and is a value now, for the checks */
export async function verifyPlaced(
  context: Excel.RequestContext,
  tables: readonly StagedTable[],
  watch: RunWatch,
): Promise<readonly LiveProblem[]> {
  // A new table is the very one that was tried.
  const plans = tables.filter(({ delivery }) => delivery !== 'revealed').map(({ plan }) => plan);
  const first = await replacedIn(context, plans);
  if (first.length === 0) return [];
  await rewrite(context, first, (live) => live, watch);
  const second = await replacedIn(
    context,
    first.map(({ plan, live }) => ({ ...plan, live: [live] })),
  );
  // A column that is filled again has values alone.
  if (second.length > 0)
    await rewrite(
      context,
      second,
      ({ column, formulas }) => ({ column, formulas: formulas.map(() => undefined) }),
      watch,
    );
  return first.map(({ problem }) => problem);
}

interface Replaced {
  readonly plan: TablePlan;
  /** The column's formulas without those that were replaced. */
  readonly live: LiveColumn;
  readonly problem: LiveProblem;
}

async function replacedIn(
  context: Excel.RequestContext,
  plans: readonly TablePlan[],
): Promise<readonly Replaced[]> {
  const columns = plans.flatMap((plan) => {
    const byCell = formulasByCell(plan);
    return plan.live.map((live, at): Column => {
      const index = plan.definition.columns.findIndex(({ name }) => name === live.column);
      const range = columnBody(plan, index);
      return { plan, live, byCell: byCell[at]?.formulas ?? [], index, sheet: plan.sheet, range };
    });
  });
  if (columns.length === 0) return [];
  const contents = await readCells(context, columns, 'formulas');
  return columns.flatMap((column, at) =>
    replaced(
      column,
      (contents[at] ?? []).map(([content]) => content),
    ),
  );
}

function replaced(
  { plan, live, byCell, index }: Column,
  contents: readonly CellValue[],
): readonly Replaced[] {
  const others: number[] = [];
  for (const [at, formula] of live.formulas.entries())
    if (
      !isAsWritten(formula, contents[at], plan.rows[at]?.[index]) &&
      !isAsWritten(byCell[at], contents[at], plan.rows[at]?.[index])
    )
      others.push(at);
  const [first] = others;
  if (first === undefined) return [];
  const wrong = new Set(others);
  const own: LiveColumn = {
    column: live.column,
    formulas: live.formulas.map((formula, at) => (wrong.has(at) ? undefined : formula)),
  };
  return [
    {
      plan,
      live: own,
      problem: {
        sheet: plan.sheet,
        column: live.column,
        row: plan.headerRow + 1 + first,
        text: heldInstead(others.length, 'Excel has put another formula there'),
      },
    },
  ];
}

async function rewrite(
  context: Excel.RequestContext,
  columns: readonly Replaced[],
  formulasOf: (live: LiveColumn) => LiveColumn,
  watch: RunWatch,
): Promise<void> {
  const budget = new RequestBudget(context, watch);
  for (const { plan, live } of columns) {
    const sheet = context.workbook.worksheets.getItem(plan.sheet);
    await rewriteLiveColumns(budget, sheet, { ...plan, live: [formulasOf(live)] });
  }
  await budget.send();
}
