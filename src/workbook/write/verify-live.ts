/**
 * Reads live results back and compares them with what the run computed, so that a formula which Excel does not
 * calculate (no custom functions, an edited ledger) never passes for a result: such cells become values, and the
 * checks say so. The same for a formula in whose place Excel has put another row's, where it fills a column of a table.
 */
import { type CellValue, type Grid, isBlank, isErrorCell } from '../../domain/basics/cell.ts';
import { agrees, type LiveColumn } from '../plan/live-formulas.ts';
import { type CellsWanted, formulaIn, readCells } from '../excel/read-cells.ts';
import type { Rect } from '../excel/rect.ts';
import { columnBody, type TablePlan } from '../plan/result-plan.ts';
import type { RunWatch } from '../excel/run-control.ts';

export interface Verified {
  readonly plan: TablePlan;
  /** The columns that have to be written again, with the formulas that hold. */
  readonly corrected: readonly LiveColumn[];
  readonly problems: readonly LiveProblem[];
}

export interface LiveProblem {
  readonly sheet: string;
  readonly column: string;
  /** The sheet's row of the first cell concerned. */
  readonly row: number;
  readonly text: string;
}

/** What a cell shows while a custom function has not answered yet. */
const IS_PENDING = /^#(BUSY!|GETTING_DATA|CONNECT!)/;
/** Each look costs a round trip, so that the next one waits much longer. */
const WAITS_MS = [1200, 9600, 45_000];
/** Custom functions answer after the request that wrote them: looking at once would only cost a round trip. */
const LEAST_WAIT_MS = 300;
const WAIT_MS_PER_FORMULA = 0.005;

/** How long a cell that shows 0 may take to show its own: few looks, since a cell may really be wrong. */
const SECOND_LOOKS_MS = [600, 1800];

/** As many as one response takes with ease. */
const FEW_CELLS = 20_000;

export async function verifyLive(
  context: Excel.RequestContext,
  plans: readonly TablePlan[],
  watch: RunWatch,
): Promise<readonly Verified[]> {
  const columns = plans.flatMap((plan) =>
    plan.live.map((live) => {
      const index = plan.definition.columns.findIndex(({ name }) => name === live.column);
      return { plan, live, index, range: columnBody(plan, index) };
    }),
  );
  if (columns.length === 0) return [];
  const read = (property: 'values' | 'formulas' = 'values') =>
    readCells(
      context,
      columns.map(({ plan, range }) => ({ sheet: plan.sheet, range })),
      property,
    );
  const cells = columns.reduce((sum, { range }) => sum + range.rowCount, 0);
  const isLarge = cells > FEW_CELLS;
  await watch.pause(LEAST_WAIT_MS + cells * WAIT_MS_PER_FORMULA);
  let grids = await read();
  for (const wait of WAITS_MS) {
    const cell = lastPending(grids, columns);
    if (cell === undefined) break;
    await watch.pause(wait);
    // Of many cells one is cheap to look at until it has its answer; only then are all of them worth reading again.
    const [[answer] = []] = isLarge ? ((await readCells(context, [cell]))[0] ?? []) : [];
    if (!isPending(answer)) grids = await read();
  }
  // A cell may show 0 or what it showed before, and nothing that says so (office-js#6577, #4152, #6930).
  for (const wait of SECOND_LOOKS_MS) {
    if (!columns.some(({ plan, live, index }, at) => isUnsettled(plan, live, index, grids[at] ?? []))) break;
    await watch.pause(wait);
    grids = await read();
  }
  const contents = await read('formulas');
  return plans.map((plan) => {
    const outcomes = columns.flatMap((column, at) =>
      column.plan === plan
        ? [
            compare(
              plan,
              column.live,
              column.index,
              (grids[at] ?? []).map(([value]) => value),
              (contents[at] ?? []).map(([content]) => content),
            ),
          ]
        : [],
    );
    return {
      plan,
      corrected: outcomes.flatMap(({ corrected }) => (corrected === undefined ? [] : [corrected])),
      problems: outcomes.flatMap(({ problem }) => (problem === undefined ? [] : [problem])),
    };
  });
}

export const isPending = (value: CellValue): boolean => IS_PENDING.test(String(value));

/** Whether a cell may show what the run computed later on; an error is an answer. */
export const mayStillCome = (shown: CellValue, computed: CellValue): boolean =>
  isPending(shown) || (!isErrorCell(shown) && !agrees(shown, computed));

/** On a sheet of its own a cell had no earlier value to show: what is neither pending nor 0 is an answer. */
const isUnsettled = (plan: TablePlan, live: LiveColumn, index: number, grid: Grid): boolean =>
  live.formulas.some((formula, at) => {
    const shown = grid[at]?.[0];
    return (
      formula !== undefined &&
      (shown === 0 || isBlank(shown) || isPending(shown)) &&
      mayStillCome(shown, plan.rows[at]?.[index])
    );
  });

/** What tells one row's formula from another's, however Excel spells brackets, quotes and blanks: cells and functions. */
const cellsNamed = (formula: string): string =>
  (formula.match(/\$?\b[A-Z]{1,3}\$?\d+\b(?!\()|REGRANT\.\w+/gi) ?? []).join(' ').toUpperCase();

/** Whether the cell has what was written into it: its own formula, or none. */
export const isAsWritten = (formula: string | undefined, content: CellValue, value: CellValue): boolean => {
  const there = formulaIn(content, value);
  if (formula === undefined || there === undefined) return formula === there;
  return cellsNamed(formula) === cellsNamed(there);
};

/** The last one: vesting dates wait for the shares and the price before them. */
function lastPending(
  grids: readonly Grid[],
  columns: readonly { readonly plan: TablePlan; readonly range: Rect }[],
): CellsWanted | undefined {
  for (let at = grids.length - 1; at >= 0; at--) {
    const row = (grids[at] ?? []).findLastIndex(([value]) => isPending(value));
    const column = columns[at];
    if (row >= 0 && column !== undefined)
      return {
        sheet: column.plan.sheet,
        range: { ...column.range, row: column.range.row + row, rowCount: 1 },
      };
  }
  return undefined;
}

/** What the checks say of cells whose formulas did not hold. */
export const heldInstead = (cells: number, cause: string): string =>
  `${cells === 1 ? '1 cell holds a value' : `${cells} cells hold values`} instead of a live formula: ${cause}.`;

function compare(
  plan: TablePlan,
  live: LiveColumn,
  index: number,
  calculated: readonly CellValue[],
  contents: readonly CellValue[],
): { corrected?: LiveColumn; problem?: LiveProblem } {
  const differing: number[] = [];
  for (const [at, formula] of live.formulas.entries())
    if (
      !isAsWritten(formula, contents[at], calculated[at]) ||
      (formula !== undefined && !agrees(calculated[at], plan.rows[at]?.[index]))
    )
      differing.push(at);
  const first = differing[0];
  if (first === undefined) return {};
  const wrong = new Set(differing);
  const shown = calculated[first];
  const isReplaced = !isAsWritten(live.formulas[first], contents[first], shown);
  const cause = isReplaced
    ? 'Excel has put another formula there'
    : typeof shown === 'string' && shown.startsWith('#')
      ? `the formula shows ${shown}`
      : `the formula gives ${String(shown)} where the run gives ${String(plan.rows[first]?.[index] ?? '')}`;
  return {
    corrected: {
      column: live.column,
      formulas: live.formulas.map((formula, at) => (wrong.has(at) ? undefined : formula)),
    },
    problem: {
      sheet: plan.sheet,
      column: live.column,
      row: plan.headerRow + 1 + first,
      text: heldInstead(differing.length, cause),
    },
  };
}
