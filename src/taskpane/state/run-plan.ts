/** What a run would create and replace, by name, and what stands in its way, said before anything is written. Pure. */
import { RegrantError } from '../../domain/basics/error.ts';
import type { Words } from '../../domain/basics/sentence.ts';
import { LOG_TABLE, repeats } from '../../domain/offer/life/offer-log.ts';
import type { OfferRun } from '../../domain/offer/offer-run.ts';
import {
  CHECKS_TABLE,
  ELIGIBILITY_TABLE,
  NEW_GRANTS_TABLE,
  VESTING_TABLE,
} from '../../domain/offer/results/result-tables.ts';
import { stageRule } from '../../domain/offer/life/stage.ts';
import { whyEligibilityStays } from '../../workbook/plan/live-formulas.ts';
import { logEntry } from '../../workbook/plan/log-entry.ts';
import {
  findOwnTable,
  OWN_TABLES,
  refuseProtectedStructure,
  refuseReadOnly,
} from '../../workbook/read/own-tables.ts';
import { refuseRun } from '../../workbook/read/offer-life.ts';
import { planLiveNewGrants, placeWithoutReading } from '../../workbook/plan/live-new-grants.ts';
import { withNotes } from '../../workbook/write/run-notes.ts';
import type { Snapshot } from './snapshot.ts';

export interface PlannedTable {
  readonly sheet: string;
  readonly table: string;
  /** Rows that it has now; undefined where it will be created. */
  readonly rowsNow: number | undefined;
  readonly rowsThen: number | undefined;
  /** Rows are added to it and none is replaced. */
  readonly isLog: boolean;
  /** A filter hides rows of it, and will be cleared. */
  readonly isFiltered: boolean;
}

export interface RunPlan {
  /** Whether the results are final, so that a run writes nothing. */
  readonly isFinal: boolean;
  readonly tables: readonly PlannedTable[];
  /** Sentences: a sheet of our name that is not ours, a protected sheet, a column that is gone. */
  readonly obstacles: readonly Words[];
  /** When somebody else began a run that may be under way, in milliseconds since 1970. */
  readonly otherRun: number | undefined;
}

export function runPlan(snapshot: Snapshot, computed: OfferRun | undefined): RunPlan {
  const { shape, life, otherRun } = snapshot;
  const isFinal = stageRule(life.stage).areResultsFinal && life.problem === undefined;
  const run = computed === undefined ? undefined : asWritten(snapshot, computed);
  const rows = new Map<string, number | undefined>([
    [ELIGIBILITY_TABLE.table, run?.eligibility.rows.length],
    [NEW_GRANTS_TABLE.table, run?.newGrants.rows.length],
    [VESTING_TABLE.table, run?.vesting.rows.length],
    [CHECKS_TABLE.table, run?.checks.rows.length],
  ]);
  const tables: PlannedTable[] = [];
  const obstacles: Words[] = [];
  const checks = [() => refuseReadOnly(shape), () => refuseProtectedStructure(shape), () => refuseRun(life)];
  for (const check of checks) obstacles.push(...refusalOf(check));
  const logs = !isFinal && (run === undefined || !isRepeated(snapshot, run));
  const written = isFinal ? [] : OWN_TABLES.filter((definition) => definition !== LOG_TABLE || logs);
  for (const definition of written) {
    try {
      const existing = findOwnTable(shape, definition);
      tables.push({
        sheet: existing?.sheet ?? definition.sheet,
        table: definition.table,
        rowsNow: existing === undefined ? undefined : existing.range.rowCount - 1,
        rowsThen: rows.get(definition.table),
        isLog: definition === LOG_TABLE,
        isFiltered: existing?.isFiltered === true,
      });
    } catch (error) {
      if (!(error instanceof RegrantError)) throw error;
      obstacles.push(error.sentence);
    }
  }
  return { isFinal, tables, obstacles, otherRun };
}

/** The run with what the workbook gives it to remark, as writing adds it to the checks. */
function asWritten({ shape, source }: Snapshot, run: OfferRun): OfferRun {
  try {
    const { tooMuch } = planLiveNewGrants(run, shape, placeWithoutReading(run, shape));
    return withNotes(run, shape, tooMuch, whyEligibilityStays(source, run));
  } catch (error) {
    // A table that cannot be written is said among the obstacles.
    if (!(error instanceof RegrantError)) throw error;
    return run;
  }
}

/** Whether the run would only say again what the log's last row says, which adds none. */
function isRepeated({ source, life: { stage, log } }: Snapshot, run: OfferRun): boolean {
  const last = log.at(-1);
  return last !== undefined && repeats(logEntry(run, source, 'Run', stage, { time: '' }), last);
}

function refusalOf(check: () => void): readonly Words[] {
  try {
    check();
    return [];
  } catch (error) {
    if (!(error instanceof RegrantError)) throw error;
    return [error.sentence];
  }
}
