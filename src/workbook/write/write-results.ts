/**
 * Writes a run into the workbook, all of it or nothing: everything that could stop it is found before the first cell
 * changes; then it is prepared on hidden sheets, its live formulas tried there; then one request puts it into place. It
 * does not know how the run came about.
 */
import type { CellValue } from '../../domain/basics/cell.ts';
import { LOG_TABLE, type LogEntry, logRow } from '../../domain/offer/life/offer-log.ts';
import type { Stage } from '../../domain/offer/life/stage.ts';
import type { OfferRun } from '../../domain/offer/offer-run.ts';
import {
  CHECKS_TABLE,
  NEW_GRANTS_TABLE,
  type ResultTable,
} from '../../domain/offer/results/result-tables.ts';
import { inBookDates } from '../excel/book-dates.ts';
import { calculateNow } from '../excel/calculate-now.ts';
import { liveEligibility } from '../plan/live-formulas.ts';
import { type LiveNewGrants, liveReferences, planLiveNewGrants } from '../plan/live-new-grants.ts';
import { cellsBeside, type Place, placeBeside } from '../plan/shared-prices.ts';
import {
  findOwnTable,
  type KeepingSheet,
  keptSheet,
  refuseProtectedStructure,
  SUMMARY_TABLE,
} from '../read/own-tables.ts';
import type { Placement } from './place-results.ts';
import { placeForCertain } from './place-for-certain.ts';
import { readCells } from '../excel/read-cells.ts';
import { RequestBudget } from '../excel/request-budget.ts';
import { cellsToGrowInto, planTable, refuseOccupied, type TablePlan } from '../plan/result-plan.ts';
import type { RunWatch } from '../excel/run-control.ts';
import { withNotes, withProblems } from './run-notes.ts';
import { cellsOf, onSheet, type StagedTable, stageTable } from './stage-results.ts';
import { queueLastLook, refuseOtherRun } from './refuse-concurrent.ts';
import { removeStaging, Staging } from '../excel/staging.ts';
import { loadCharts, makeCharts, planCharts } from './summary-charts.ts';
import { printFacts } from '../plan/print-footer.ts';
import { type PrintedSheet, setUpPrint } from './print-setup.ts';
import { planSummary, type SummaryPlan } from '../plan/summary-plan.ts';
import { tryFormulas } from './try-formulas.ts';
import { verifyPlaced } from './verify-placed.ts';
import { readShape, type WorkbookShape } from '../excel/workbook-shape.ts';
import { writeSummary } from './write-summary.ts';

export interface WriteOptions {
  /** Values instead of live formulas. */
  readonly values: boolean;
  /** The stage of the offer with these results. */
  readonly stage: Stage;
  /** Why Eligible and Reasons are values all the same, for the checks. */
  readonly eligibilityStays?: string | undefined;
  /** The log's row for the run as it was written; none where there is nothing to say. */
  readonly log?: (run: OfferRun) => LogEntry | undefined;
  /** How many rows the log has. */
  readonly logRows?: number;
  /** Whether another session's run counts as ended, since a person says so. */
  readonly takesOver?: boolean;
  /** What the step keeps for later runs. */
  readonly keeps?: KeptCells;
}

/** The cells of a very hidden sheet on which a step keeps what it found. */
export interface KeptCells {
  readonly sheet: KeepingSheet;
  readonly cells: CellValue[][];
}

/** Everything that a run will write, decided and found possible before the first cell changes. */
export interface WritePlan {
  /** The run with the remarks that the workbook gives rise to. */
  readonly run: OfferRun;
  readonly results: readonly TablePlan[];
  readonly summary: SummaryPlan;
  readonly checks: (run: OfferRun) => TablePlan;
  readonly log: (entry: LogEntry) => TablePlan;
}

/** @throws RegrantError something stands in the way; the sentence names it */
export async function planWrites(
  context: Excel.RequestContext,
  shape: WorkbookShape,
  computed: OfferRun,
  options: WriteOptions,
  watch?: RunWatch,
): Promise<WritePlan> {
  if (options.takesOver !== true) refuseOtherRun(shape, Date.now());
  refuseProtectedStructure(shape);
  const live = planLiveNewGrants(computed, shape, await readPlace(context, shape, computed));
  const run = withNotes(computed, shape, live.tooMuch, options.eligibilityStays);
  const results = planResults(shape, run, live, options);
  const summary = planSummary(run.summary, findOwnTable(shape, SUMMARY_TABLE), shape);
  const checksTable = findOwnTable(shape, CHECKS_TABLE);
  const logTable = findOwnTable(shape, LOG_TABLE);
  const logged = Array.from({ length: options.logRows ?? 0 }, (): CellValue[] => []);
  const plan: WritePlan = {
    run,
    results,
    summary,
    checks: (checked) => planTable(CHECKS_TABLE, checksTable, checked.checks.rows),
    log: (entry) => logPlan(logTable, logged.length, entry),
  };
  await refuseObstacles(
    context,
    shape,
    [
      ...results,
      summary.totals,
      ...summary.breakdowns.map(({ table }) => table),
      // The checks may still grow by what reading the formulas back finds: two rows for each live column.
      planTable(CHECKS_TABLE, checksTable, [...run.checks.rows, ...LIVE_CHECKS]),
      ...(options.log === undefined ? [] : [planTable(LOG_TABLE, logTable, [...logged, []])]),
    ],
    watch,
  );
  return plan;
}

const LIVE_CHECKS: readonly CellValue[][] = Array.from({ length: 12 }, () => []);

/** What was staged, and the run with what trying its formulas has found. */
interface Prepared {
  readonly placement: Placement;
  readonly run: OfferRun;
}

/** The run as written: checks that only writing could find are added to its own. */
export async function writeResults(
  context: Excel.RequestContext,
  shape: WorkbookShape,
  computed: OfferRun,
  options: WriteOptions,
  watch: RunWatch,
): Promise<OfferRun> {
  const plan = await planWrites(context, shape, computed, options, watch);
  const staging = new Staging(context, shape, options.takesOver);
  const budget = new RequestBudget(context, watch);
  let prepared: Prepared;
  try {
    prepared = await prepare(context, shape, plan, options, staging, budget, watch);
    watch.stopIfCancelled();
  } catch (error) {
    await removeStaging(staging.sheets);
    throw error;
  }
  watch.begin('Placing');
  await placeForCertain(context, prepared.placement, watch);
  await setUpPrint(printedSheets(shape, plan, prepared.placement), printFacts(prepared.run, options.stage));
  return lookedOver(context, shape, prepared, watch);
}

/** The sheets of results, and the log where there is one. */
function printedSheets(
  shape: WorkbookShape,
  plan: WritePlan,
  { tables }: Placement,
): readonly PrintedSheet[] {
  const log = findOwnTable(shape, LOG_TABLE);
  const { totals } = plan.summary;
  return [
    ...tables.map(({ delivery, plan: { sheet, headerRow } }) => ({
      sheet,
      titleRow: headerRow,
      isNew: delivery === 'revealed',
    })),
    ...(log === undefined ? [] : [{ sheet: log.sheet, titleRow: log.range.row, isNew: false }]),
    { sheet: totals.sheet, titleRow: undefined, isNew: totals.existing === undefined },
  ];
}

/** Best effort: the results stand, and no run fails because nobody can look at them once more. */
async function lookedOver(
  context: Excel.RequestContext,
  { isManual }: WorkbookShape,
  { placement: { tables }, run }: Prepared,
  watch: RunWatch,
): Promise<OfferRun> {
  try {
    if (isManual === true) {
      calculateNow(context);
      await context.sync();
    }
    const problems = await verifyPlaced(context, tables, watch);
    if (problems.length === 0) return run;
    const checked = withProblems(run, problems);
    await writeChecks(context, await readShape(context), checked.checks, watch);
    return checked;
  } catch {
    return run;
  }
}

async function prepare(
  context: Excel.RequestContext,
  shape: WorkbookShape,
  plan: WritePlan,
  { log, keeps }: WriteOptions,
  staging: Staging,
  budget: RequestBudget,
  watch: RunWatch,
): Promise<Prepared> {
  const { run, results, summary } = plan;
  watch.begin(
    'Preparing',
    results.reduce((sum, table) => sum + cellsOf(table), 0),
  );
  const tried: StagedTable[] = [];
  for (const table of results) tried.push(await stageTable(budget, staging, table));
  if (keeps !== undefined) await stageKept(budget, staging, keeps);
  if (shape.isManual === true) calculateNow(context);
  await budget.send();

  watch.begin('Calculating');
  const held = await tryFormulas(context, budget, staging, tried, watch);
  const tables = [...held.tables];
  const checked = withProblems(run, held.problems);

  const isNewSummary = summary.totals.existing === undefined;
  const charts = planCharts(summary);
  let repoint: ((sheet: Excel.Worksheet) => void) | undefined;
  if (isNewSummary) await stageSummary(budget, staging, summary);
  else repoint = loadCharts(context.workbook.worksheets.getItem(summary.totals.sheet), charts);
  tables.push(await stageTable(budget, staging, plan.checks(checked)));
  const entry = log?.(checked);
  const logged = entry === undefined ? undefined : plan.log(entry);
  if (logged !== undefined && logged.existing === undefined)
    tables.push(await stageTable(budget, staging, logged));
  const refuseChanged = queueLastLook(context, [
    ...tables.map((table) => table.plan),
    summary.totals,
    ...(logged?.existing === undefined ? [] : [logged]),
  ]);
  await budget.send();
  refuseChanged();
  return {
    run: checked,
    placement: {
      sheets: staging.sheets,
      tables,
      summary: isNewSummary ? undefined : summary,
      charts: repoint,
      log: logged?.existing === undefined ? undefined : logged,
      drops: present(shape, keeps === undefined ? [] : [keeps.sheet]),
    },
  };
}

/** The sheet of a new summary, its tables and charts. */
async function stageSummary(budget: RequestBudget, staging: Staging, summary: SummaryPlan): Promise<void> {
  const sheet = staging.add(summary.totals.sheet);
  const staged = (plan: TablePlan): TablePlan =>
    onSheet(plan, sheet, staging.tableName(sheet, plan.definition.table));
  const worksheet = staging.worksheet(sheet);
  await writeSummary(budget, worksheet, {
    totals: staged(summary.totals),
    breakdowns: summary.breakdowns.map(({ title, table }) => ({ title, table: staged(table) })),
  });
  makeCharts(worksheet, planCharts(summary));
}

/** Those of the sheets that the workbook has. */
const present = (shape: WorkbookShape, sheets: readonly KeepingSheet[]): readonly KeepingSheet[] =>
  sheets.filter((name) => keptSheet(shape, name) !== undefined);

async function stageKept(
  budget: RequestBudget,
  staging: Staging,
  { sheet: name, cells }: KeptCells,
): Promise<void> {
  const sheet = staging.worksheet(staging.add(name, false));
  const range = { row: 1, column: 1, rowCount: cells.length, columnCount: cells[0]?.length ?? 1 };
  await budget.write(sheet, range, cells);
}

/** Where prices that rows share may go: to the right of the new grants, where an earlier run or a person may have been. */
async function readPlace(
  context: Excel.RequestContext,
  shape: WorkbookShape,
  { newGrants }: OfferRun,
): Promise<Place> {
  const existing = findOwnTable(shape, NEW_GRANTS_TABLE);
  const wanted = existing === undefined ? undefined : cellsBeside(existing, shape);
  const [content = []] = wanted === undefined ? [] : await readCells(context, [wanted], 'formulas');
  return placeBeside(planTable(newGrants.definition, existing, []), wanted, content);
}

function planResults(
  shape: WorkbookShape,
  run: OfferRun,
  newGrants: LiveNewGrants,
  options: WriteOptions,
): readonly TablePlan[] {
  const isLive = !options.values && !shape.date1904;
  const plan = (table: ResultTable, live: TablePlan['live']) =>
    planTable(
      table.definition,
      findOwnTable(shape, table.definition),
      inBookDates(table.definition.columns, table.rows, shape.date1904),
      isLive ? live : [],
    );
  const { beside } = newGrants;
  const eligibility =
    options.eligibilityStays === undefined ? liveEligibility(run, liveReferences(shape)) : [];
  return [
    plan(run.eligibility, eligibility),
    {
      ...plan(run.newGrants, newGrants.live),
      beside: beside === undefined || isLive ? beside : { ...beside, prices: [] },
    },
    plan(run.vesting, []),
  ];
}

export async function refuseObstacles(
  context: Excel.RequestContext,
  shape: WorkbookShape,
  plans: readonly TablePlan[],
  watch?: RunWatch,
): Promise<void> {
  const growing = plans.flatMap((plan) => {
    const wanted = cellsToGrowInto(plan, shape);
    return wanted === undefined ? [] : [{ plan, wanted }];
  });
  const contents = await readCells(
    context,
    growing.map(({ wanted }) => wanted),
    'formulas',
    watch,
  );
  for (const [index, { plan, wanted }] of growing.entries())
    refuseOccupied(plan, wanted, contents[index] ?? []);
}

/** Writes the checks alone, onto their own sheet. */
export async function writeChecks(
  context: Excel.RequestContext,
  shape: WorkbookShape,
  checks: ResultTable,
  watch: RunWatch,
): Promise<void> {
  const plan = planTable(CHECKS_TABLE, findOwnTable(shape, CHECKS_TABLE), checks.rows);
  await placeAlone(context, shape, plan, watch, (table) => ({ tables: [table], log: undefined }));
}

export interface LogOptions {
  readonly logRows: number;
  /** What the step keeps for later runs. */
  readonly keeps?: KeptCells | undefined;
  /** What earlier steps have kept and this one gives up. */
  readonly drops?: readonly KeepingSheet[];
}

/** Adds a row to the log and writes no other table; what a step keeps comes and goes in the same request. */
export async function writeLog(
  context: Excel.RequestContext,
  shape: WorkbookShape,
  entry: LogEntry,
  { logRows, keeps, drops = [] }: LogOptions,
  watch: RunWatch,
): Promise<void> {
  const plan = logPlan(findOwnTable(shape, LOG_TABLE), logRows, entry);
  const placementOf = (table: StagedTable) => ({
    ...(plan.existing === undefined ? { tables: [table], log: undefined } : { tables: [], log: plan }),
    drops: present(shape, [...drops, ...(keeps === undefined ? [] : [keeps.sheet])]),
  });
  await placeAlone(context, shape, plan, watch, placementOf, keeps);
}

async function placeAlone(
  context: Excel.RequestContext,
  shape: WorkbookShape,
  plan: TablePlan,
  watch: RunWatch,
  placementOf: (table: StagedTable) => Pick<Placement, 'tables' | 'log'> & Partial<Placement>,
  keeps?: KeptCells,
): Promise<void> {
  await refuseObstacles(context, shape, [plan]);
  const staging = new Staging(context, shape);
  let table: StagedTable;
  try {
    const budget = new RequestBudget(context, watch);
    table = await stageTable(budget, staging, plan);
    if (keeps !== undefined) await stageKept(budget, staging, keeps);
    const refuseChanged = queueLastLook(context, [plan]);
    await budget.send();
    refuseChanged();
  } catch (error) {
    await removeStaging(staging.sheets);
    throw error;
  }
  watch.begin('Placing');
  const placement = { sheets: staging.sheets, summary: undefined, charts: undefined, drops: [] };
  await placeForCertain(context, { ...placement, ...placementOf(table) }, watch);
}

/** The log with a row more; the rows that it has keep what they hold. */
export const logPlan = (existing: TablePlan['existing'], logRows: number, entry: LogEntry): TablePlan =>
  planTable(LOG_TABLE, existing, [...Array.from({ length: logRows }, () => []), logRow(entry)]);
