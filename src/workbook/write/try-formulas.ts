/**
 * Tries live formulas where they are prepared, and makes values of those that do not hold. What was corrected is tried
 * once more, since writing it may have changed what stands beside it; a column that fails again has values alone.
 */
import type { RequestBudget } from '../excel/request-budget.ts';
import type { RunWatch } from '../excel/run-control.ts';
import { correctTable, type StagedTable } from './stage-results.ts';
import type { Staging } from '../excel/staging.ts';
import { type LiveProblem, type Verified, verifyLive } from './verify-live.ts';

export interface Tried {
  readonly tables: readonly StagedTable[];
  /** By the sheets that the results will have. */
  readonly problems: readonly LiveProblem[];
}

export async function tryFormulas(
  context: Excel.RequestContext,
  budget: RequestBudget,
  staging: Staging,
  staged: readonly StagedTable[],
  watch: RunWatch,
): Promise<Tried> {
  const correct = async (
    tables: readonly StagedTable[],
    verified: readonly Verified[],
  ): Promise<{ tables: StagedTable[]; problems: LiveProblem[]; again: StagedTable[] }> => {
    const corrected: StagedTable[] = [];
    const problems: LiveProblem[] = [];
    const again: StagedTable[] = [];
    for (const table of tables) {
      const found = verified.find(({ plan }) => plan === table.prepared?.plan);
      const right = await correctTable(budget, staging, table, found?.corrected ?? []);
      corrected.push(right);
      problems.push(...(found?.problems ?? []).map((problem) => ({ ...problem, sheet: table.plan.sheet })));
      // A table that the last request itself writes was not corrected where it was tried.
      if (right !== table && right.delivery !== 'written') again.push(right);
    }
    await budget.send();
    return { tables: corrected, problems, again };
  };
  const plansOf = (tables: readonly StagedTable[]) => tables.flatMap(({ prepared }) => prepared?.plan ?? []);

  const first = await correct(staged, await verifyLive(context, plansOf(staged), watch));
  if (first.again.length === 0) return first;
  const verified = await verifyLive(context, plansOf(first.again), watch);
  const second = await correct(
    first.tables,
    verified.map((outcome) => ({
      ...outcome,
      corrected: outcome.corrected.map(({ column, formulas }) => ({
        column,
        formulas: formulas.map(() => undefined),
      })),
    })),
  );
  return { tables: second.tables, problems: [...first.problems, ...second.problems] };
}
