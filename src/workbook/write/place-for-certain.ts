/**
 * Puts a run into its place even where Excel answers the last request with an error: it looks whether the request was
 * carried out all the same, carries on where it stopped, or takes back what had begun. It does not know what is placed.
 */
import { AFTER_CELL_EDIT } from '../excel/excel-run.ts';
import { place, type Placement } from './place-results.ts';
import { columnBody, type TablePlan } from '../plan/result-plan.ts';
import { lastRow, rectAddress } from '../excel/rect.ts';
import type { RunWatch } from '../excel/run-control.ts';
import { deleteHidden, type StagedSheet } from '../excel/staging.ts';
import { readShape, sheetNamed, tableNamed, type WorkbookShape } from '../excel/workbook-shape.ts';
import { readCells } from '../excel/read-cells.ts';
import { isPending, mayStillCome } from './verify-live.ts';

/** @throws the first error, where the placement could not be carried out; the workbook is then as it was */
export async function placeForCertain(
  context: Excel.RequestContext,
  placement: Placement,
  watch: RunWatch,
): Promise<void> {
  try {
    await place(context, placement);
  } catch (error) {
    if (!(await carriedOn(placement))) {
      await takeBack(placement);
      throw error;
    }
  }
  await freezeHeaders(placement);
  await awaitFigures(context, placement, watch);
}

/**
 * Keeps the headers of new tables in sight. Excel has refused it on sheets that are not shown (office-js#1463, #2196,
 * #3148), and a run does not fail for it.
 */
async function freezeHeaders({ tables }: Placement): Promise<void> {
  const fresh = tables.filter(({ delivery }) => delivery === 'revealed').map(({ plan }) => plan.sheet);
  if (fresh.length === 0) return;
  try {
    await inNewContext(async (context) => {
      for (const sheet of fresh) context.workbook.worksheets.getItem(sheet).freezePanes.freezeRows(1);
      await context.sync();
    });
  } catch {
    // The results stand without it.
  }
}

const inNewContext = <T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  Excel.run(AFTER_CELL_EDIT, work);

/** Whether the placement stands complete, at once or after another attempt. */
async function carriedOn(placement: Placement): Promise<boolean> {
  try {
    return await inNewContext(async (context) => {
      const shape = await readShape(context);
      if (isPlaced(placement, shape)) return true;
      await place(context, placement, shape);
      return true;
    });
  } catch {
    return false;
  }
}

/** The last action of a placement takes away the last staging sheet, or gives it its name. */
function isPlaced({ sheets, tables, log }: Placement, shape: WorkbookShape): boolean {
  const hasSize = ({ existing, definition, rows }: TablePlan): boolean => {
    const table = tableNamed(shape, existing?.name ?? definition.table);
    return table !== undefined && table.range.rowCount - 1 === Math.max(1, rows.length);
  };
  const isLeft = ({ name }: StagedSheet): boolean => sheetNamed(shape, name) !== undefined;
  // Where nothing was staged that goes away at the end, only another attempt makes certain.
  const hasMark = sheets.some(({ final }) => final === undefined);
  const isAllNew = tables.every(({ delivery }) => delivery === 'revealed') && log === undefined;
  return (hasMark || isAllNew) && !sheets.some(isLeft) && tables.every(({ plan }) => hasSize(plan));
}

/** Takes away what is new and what was staged, and gives tables that have grown their size again. Best effort. */
async function takeBack({ sheets, tables, summary, log }: Placement): Promise<void> {
  try {
    await inNewContext(async (context) => {
      const shape = await readShape(context);
      const { worksheets } = context.workbook;
      // By id: a sheet of the final name may be another run's.
      const left = sheets.map(({ name, id }) => worksheets.getItemOrNullObject(id() ?? name).load('name'));
      await context.sync();
      for (const sheet of left) if (!sheet.isNullObject) deleteHidden(sheet);
      const plans = [
        ...tables.map(({ plan }) => plan),
        ...(summary === undefined ? [] : [summary.totals, ...summary.breakdowns.map(({ table }) => table)]),
        ...(log === undefined ? [] : [log]),
      ];
      for (const { existing } of plans) {
        if (existing === undefined) continue;
        const now = tableNamed(shape, existing.name);
        if (now !== undefined && lastRow(now.range) > lastRow(existing.range))
          worksheets.getItem(now.sheet).tables.getItem(now.name).resize(rectAddress(existing.range));
      }
      await context.sync();
    });
  } catch {
    // The workbook is out of reach; running again sets it right.
  }
}

/** Each look costs a round trip, so that there are few; the last is for cells that say that they are pending. */
const WAITS_MS = [600, 1800];
const LAST_WAIT_MS = 7800;

/** Waits until formulas show figures in their new place: whoever saves the workbook next must find them. */
async function awaitFigures(
  context: Excel.RequestContext,
  { tables }: Placement,
  watch: RunWatch,
): Promise<void> {
  const cells = tables.flatMap(({ plan }) =>
    plan.live.flatMap(({ column, formulas }) => {
      const row = formulas.findLastIndex((formula) => formula !== undefined);
      const index = plan.definition.columns.findIndex(({ name }) => name === column);
      const body = columnBody(plan, index);
      return row < 0
        ? []
        : [
            {
              sheet: plan.sheet,
              range: { ...body, row: body.row + row, rowCount: 1 },
              computed: plan.rows[row]?.[index],
            },
          ];
    }),
  );
  if (cells.length === 0) return;
  let isBusy = false;
  try {
    for (const wait of WAITS_MS) {
      await watch.pause(wait);
      const grids = await readCells(context, cells);
      if (!grids.some((grid, at) => mayStillCome(grid[0]?.[0], cells[at]?.computed))) return;
      isBusy = grids.some((grid) => isPending(grid[0]?.[0]));
    }
    if (isBusy) await watch.pause(LAST_WAIT_MS);
  } catch {
    // Results stand; Excel calculates them when it can.
  }
}
