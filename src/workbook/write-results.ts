/**
 * Writes a run into the workbook: everything that could stop it is found before the first cell changes, then values,
 * then formulas, then the check that the formulas give the run's own figures. It does not know how the run came about.
 *
 * A failure half-way (Excel closed, the connection lost) takes back the sheets that this run made; tables of an earlier
 * run may then hold new rows and old ones, and running again sets them right.
 */
import type { CellValue } from '../domain/basics/cell.ts';
import type { OfferRun } from '../domain/offer/offer-run.ts';
import {
  CHECKS_TABLE,
  ELIGIBILITY_TABLE,
  NEW_GRANTS_TABLE,
  type ResultTable,
  VESTING_TABLE,
} from '../domain/offer/result-tables.ts';
import { liveEligibility, liveNewGrants, type LiveReferences } from './live-formulas.ts';
import { findOwnTable, SUMMARY_TABLE } from './own-tables.ts';
import { readCells } from './read-cells.ts';
import { RequestBudget } from './request-budget.ts';
import { cellsToGrowInto, planTable, refuseOccupied, type TablePlan } from './result-plan.ts';
import { inBookDates } from './book-dates.ts';
import { loadCharts, makeCharts, planCharts } from './summary-charts.ts';
import { planSummary, type SummaryPlan } from './summary-plan.ts';
import { writeSummary } from './write-summary.ts';
import { tableNamed, type WorkbookShape } from './workbook-shape.ts';
import { verifyLive } from './verify-live.ts';
import { writeLiveColumns, writeTable } from './write-table.ts';

export interface WriteOptions {
  /** Values instead of live formulas. */
  readonly values: boolean;
}

/** The run as written: checks that only writing could find are added to its own. */
export async function writeResults(
  context: Excel.RequestContext,
  shape: WorkbookShape,
  run: OfferRun,
  options: WriteOptions,
): Promise<OfferRun> {
  const noted = noteFilters(noteDateSystem(run, shape), shape);
  const results = planResults(shape, noted, options);
  const summary = planSummary(noted.summary, findOwnTable(shape, SUMMARY_TABLE), shape);
  const checksTable = findOwnTable(shape, CHECKS_TABLE);
  const checks = (checked: OfferRun) => planTable(CHECKS_TABLE, checksTable, checked.checks.rows);
  await refuseObstacles(context, shape, [
    ...results,
    summary.totals,
    ...summary.breakdowns.map(({ table }) => table),
    // The checks may still grow by what reading the formulas back finds: a row for each live column.
    planTable(CHECKS_TABLE, checksTable, [...noted.checks.rows, ...LIVE_CHECKS]),
  ]);

  const made: string[] = [];
  try {
    const sheets = sheetsFor([...results, summary.totals, checks(noted)], context, made);
    const budget = new RequestBudget(context);
    for (const plan of results) await writeTable(budget, sheets(plan), plan);
    await budget.send();
    const verified = await verifyLive(context, results);
    const checked = withWarnings(
      noted,
      verified.flatMap(({ problems }) =>
        problems.map(({ sheet, row, column, text }) => [sheet, row, column, text] as const),
      ),
    );
    for (const { plan, corrected } of verified)
      await writeLiveColumns(budget, sheets(plan), { ...plan, live: corrected });
    const repointCharts = await writeSummaryAndCharts(budget, sheets(summary.totals), summary);
    await writeTable(budget, sheets(checks(checked)), checks(checked));
    await budget.send();
    if (repointCharts !== undefined) {
      repointCharts();
      await budget.send();
    }
    return checked;
  } catch (error) {
    await removeSheets(made);
    throw error;
  }
}

const LIVE_CHECKS: readonly CellValue[][] = Array.from({ length: 8 }, () => []);

function planResults(shape: WorkbookShape, run: OfferRun, options: WriteOptions): readonly TablePlan[] {
  const isLive = !options.values && !shape.date1904;
  const references: LiveReferences = {
    rules: wholeTable(shape, 'OfferRules'),
    prices: wholeTable(shape, 'OfferPrices'),
  };
  const plan = (table: ResultTable, live: TablePlan['live']) =>
    planTable(
      table.definition,
      findOwnTable(shape, table.definition),
      inBookDates(table.definition.columns, table.rows, shape.date1904),
      isLive ? live : [],
    );
  return [
    plan({ ...run.eligibility, definition: ELIGIBILITY_TABLE }, liveEligibility(run, references)),
    plan({ ...run.newGrants, definition: NEW_GRANTS_TABLE }, liveNewGrants(run, references)),
    plan({ ...run.vesting, definition: VESTING_TABLE }, []),
  ];
}

/** A table as a formula names it whole; where it shows totals, without them. */
function wholeTable(shape: WorkbookShape, name: string): string | undefined {
  const table = tableNamed(shape, name);
  if (table === undefined) return undefined;
  return table.hasTotals ? `${table.name}[[#Headers],[#Data]]` : `${table.name}[#All]`;
}

async function refuseObstacles(
  context: Excel.RequestContext,
  shape: WorkbookShape,
  plans: readonly TablePlan[],
): Promise<void> {
  const growing = plans.flatMap((plan) => {
    const wanted = cellsToGrowInto(plan, shape);
    return wanted === undefined ? [] : [{ plan, wanted }];
  });
  const contents = await readCells(
    context,
    growing.map(({ wanted }) => wanted),
    'formulas',
  );
  for (const [index, { plan, wanted }] of growing.entries())
    refuseOccupied(plan, wanted, contents[index] ?? []);
}

/** Queues the sheets that are missing, in their order, and gives each plan its sheet. */
function sheetsFor(
  plans: readonly TablePlan[],
  context: Excel.RequestContext,
  made: string[],
): (plan: TablePlan) => Excel.Worksheet {
  const { worksheets } = context.workbook;
  const sheets = new Map<string, Excel.Worksheet>();
  for (const { existing, sheet } of plans) {
    if (existing !== undefined) continue;
    const added = worksheets.add(sheet);
    if (sheet !== SUMMARY_TABLE.sheet) added.freezePanes.freezeRows(1);
    sheets.set(sheet, added);
    made.push(sheet);
  }
  return ({ sheet }) => sheets.get(sheet) ?? worksheets.getItem(sheet);
}

async function writeSummaryAndCharts(
  budget: RequestBudget,
  sheet: Excel.Worksheet,
  summary: SummaryPlan,
): Promise<(() => void) | undefined> {
  await writeSummary(budget, sheet, summary);
  const charts = planCharts(summary);
  if (summary.totals.existing !== undefined) return loadCharts(sheet, charts);
  makeCharts(sheet, charts);
  return undefined;
}

/** Best effort: what went wrong in the first place is what a person has to hear of. */
async function removeSheets(names: readonly string[]): Promise<void> {
  try {
    await Excel.run(async (context) => {
      const sheets = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name).load('name'));
      await context.sync();
      for (const sheet of sheets) if (!sheet.isNullObject) sheet.delete();
      await context.sync();
    });
  } catch {
    // The workbook is out of reach; there is nothing left to take back.
  }
}

/** Writes the checks alone, onto their own sheet. */
export async function writeChecks(
  context: Excel.RequestContext,
  shape: WorkbookShape,
  checks: ResultTable,
): Promise<void> {
  const plan = planTable(CHECKS_TABLE, findOwnTable(shape, CHECKS_TABLE), checks.rows);
  await refuseObstacles(context, shape, [plan]);
  const made: string[] = [];
  try {
    const budget = new RequestBudget(context);
    await writeTable(budget, sheetsFor([plan], context, made)(plan), plan);
    await budget.send();
  } catch (error) {
    await removeSheets(made);
    throw error;
  }
}

type Finding = readonly [sheet: CellValue, row: CellValue, column: CellValue, problem: string];

const withChecks = (
  run: OfferRun,
  severity: 'Error' | 'Warning' | 'Info',
  findings: readonly Finding[],
): OfferRun => ({
  ...run,
  checks: {
    ...run.checks,
    rows: bySeverity([...run.checks.rows, ...findings.map((finding) => [severity, ...finding])]),
  },
  errors: run.errors + (severity === 'Error' ? findings.length : 0),
  warnings: run.warnings + (severity === 'Warning' ? findings.length : 0),
});

const SEVERITIES = ['Error', 'Warning', 'Info'];

const bySeverity = (rows: CellValue[][]): CellValue[][] =>
  rows.sort(([a], [b]) => SEVERITIES.indexOf(String(a)) - SEVERITIES.indexOf(String(b)));

const withWarnings = (run: OfferRun, findings: readonly Finding[]): OfferRun =>
  withChecks(run, 'Warning', findings);

/** A 1904 book's serial numbers mean other days to a formula than to the contract of the custom functions. */
function noteDateSystem(run: OfferRun, shape: WorkbookShape): OfferRun {
  if (!shape.date1904) return run;
  return withChecks(run, 'Info', [
    ['', '', '', 'This workbook counts dates from 1904, so the results are values and not live formulas.'],
  ]);
}

/** Filters are cleared before a table is written, since Excel would put values into the wrong rows. */
function noteFilters(run: OfferRun, shape: WorkbookShape): OfferRun {
  const filtered = [ELIGIBILITY_TABLE, NEW_GRANTS_TABLE, VESTING_TABLE, CHECKS_TABLE]
    .map((definition) => findOwnTable(shape, definition))
    .filter((table) => table?.isFiltered === true);
  return withChecks(
    run,
    'Info',
    filtered.flatMap((table) =>
      table === undefined
        ? []
        : [
            [
              table.sheet,
              '',
              '',
              `The filter on ${table.name} was cleared, because rows cannot be rewritten through it.`,
            ],
          ],
    ),
  );
}
