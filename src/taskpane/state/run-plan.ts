/** What a run would create and replace, by name, and what stands in its way, said before anything is written. Pure. */
import { RegrantError } from '../../domain/basics/error.ts';
import type { Words } from '../../domain/basics/sentence.ts';
import { LOG_TABLE } from '../../domain/offer/offer-log.ts';
import type { OfferRun } from '../../domain/offer/offer-run.ts';
import {
  CHECKS_TABLE,
  ELIGIBILITY_TABLE,
  NEW_GRANTS_TABLE,
  VESTING_TABLE,
} from '../../domain/offer/result-tables.ts';
import {
  findOwnTable,
  OWN_TABLES,
  refuseProtectedStructure,
  refuseReadOnly,
} from '../../workbook/own-tables.ts';
import { refuseRun } from '../../workbook/offer-life.ts';
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
  readonly tables: readonly PlannedTable[];
  /** Sentences: a sheet of our name that is not ours, a protected sheet, a column that is gone. */
  readonly obstacles: readonly Words[];
  /** When somebody else began a run that may be under way, in milliseconds since 1970. */
  readonly otherRun: number | undefined;
}

export function runPlan({ shape, life, otherRun }: Snapshot, run: OfferRun | undefined): RunPlan {
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
  for (const definition of OWN_TABLES) {
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
  return { tables, obstacles, otherRun };
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
