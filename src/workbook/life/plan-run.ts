/** What a run would create and replace, by name, said before anything is written. */
import { AFTER_CELL_EDIT } from '../excel/excel-run.ts';
import type { Words } from '../../domain/basics/sentence.ts';
import { repeats } from '../../domain/offer/life/offer-log.ts';
import type { OfferRun } from '../../domain/offer/offer-run.ts';
import { runOffer as compute } from '../../domain/offer/run-offer.ts';
import type { Stage } from '../../domain/offer/life/stage.ts';
import { whyEligibilityStays } from '../plan/live-formulas.ts';
import { logEntry } from '../plan/log-entry.ts';
import { errorSentence } from '../excel/office-error.ts';
import { refuseRun } from '../read/offer-life.ts';
import { readWorkbook, type WorkbookReading } from '../read/read-workbook.ts';
import type { TablePlan } from '../plan/result-plan.ts';
import { filteredTables } from '../write/run-notes.ts';
import { leftBehind } from '../excel/staging.ts';
import { planWrites, type WritePlan } from '../write/write-results.ts';

export interface PlannedTable {
  readonly sheet: string;
  readonly table: string;
  /** Rows that it will have. */
  readonly rows: number;
}

export interface ReplacedTable extends PlannedTable {
  readonly rowsNow: number;
}

export interface RunPlan {
  readonly stage: Stage;
  /** Tables that the workbook does not have, each on a sheet of its own unless its sheet is there. */
  readonly creates: readonly PlannedTable[];
  /** Tables that are rewritten in their place. */
  readonly replaces: readonly ReplacedTable[];
  /** Tables whose filters will be cleared, since rows cannot be rewritten through them. */
  readonly clearsFilters: readonly string[];
  /** Hidden sheets of a run that never ended, which will be removed. */
  readonly removes: readonly string[];
  /** Whether the log gets a row; a run that repeats the last one adds none. */
  readonly logs: boolean;
  /** Why nothing can be written; undefined where it can. */
  readonly refuses: Words | undefined;
}

/** Reads the open workbook and says what a run would do; writes nothing. */
export const planRun = (): Promise<RunPlan> =>
  Excel.run(AFTER_CELL_EDIT, async (context) => planReadRun(context, await readWorkbook(context)));

/** The same, of a workbook that has been read, and a run of it where there is one already. */
export async function planReadRun(
  context: Excel.RequestContext,
  { shape, source, life }: WorkbookReading,
  computed?: OfferRun,
): Promise<RunPlan> {
  const nothing = {
    stage: life.stage,
    creates: [],
    replaces: [],
    clearsFilters: [],
    removes: [],
    logs: false,
  };
  try {
    refuseRun(life);
    const run = computed ?? compute(source);
    const writes = await planWrites(context, shape, run, {
      values: true,
      stage: life.stage,
      eligibilityStays: whyEligibilityStays(source, run),
      logRows: life.logRows,
      log: () => undefined,
    });
    const entry = logEntry(writes.run, source, 'Run', life.stage);
    const logs = !repeats(entry, life.log.at(-1));
    const tables = tablesOf(writes, logs ? writes.log(entry) : undefined);
    return {
      stage: life.stage,
      creates: tables.filter(({ existing }) => existing === undefined).map(planned),
      replaces: tables.flatMap((plan) =>
        plan.existing === undefined ? [] : [{ ...planned(plan), rowsNow: plan.existing.range.rowCount - 1 }],
      ),
      clearsFilters: filteredTables(shape).map(({ name }) => name),
      removes: leftBehind(shape, Date.now()).map(({ name }) => name),
      logs,
      refuses: undefined,
    };
  } catch (error) {
    return { ...nothing, refuses: errorSentence(error) };
  }
}

const tablesOf = (writes: WritePlan, log: TablePlan | undefined): readonly TablePlan[] => [
  ...writes.results,
  writes.checks(writes.run),
  writes.summary.totals,
  ...writes.summary.breakdowns.map(({ table }) => table),
  ...(log === undefined ? [] : [log]),
];

const planned = ({ sheet, definition, rows }: TablePlan): PlannedTable => ({
  sheet,
  table: definition.table,
  rows: rows.length,
});
