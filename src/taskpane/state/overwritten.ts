/**
 * Which columns of the result tables do not add up to the summary's totals: somebody may have typed over a result. It
 * says nothing where the workbook has changed since the run, since live formulas follow their cells. Pure.
 */
import {
  ELIGIBILITY_TABLE,
  NEW_GRANTS_TABLE,
  VESTING_TABLE,
} from '../../domain/offer/results/result-tables.ts';
import type { ColumnSum } from '../../workbook/read/column-sums.ts';
import { breakdownTable, type ResultsReading } from '../../workbook/read/read-results.ts';
import type { CellLink } from './cell-link.ts';
import type { Outdated } from './outdated.ts';

export interface OverwrittenColumn {
  readonly sheet: string;
  readonly column: string;
  /** The column's cells. */
  readonly cells: CellLink;
  readonly sum: number;
  readonly total: number;
}

const measure =
  (name: string) =>
  ({ measures }: ResultsReading): number | undefined =>
    measures.find(([known]) => known === name)?.[1];

/** What each column has to add up to, by its table and name. */
const TOTALS: Readonly<Record<string, (results: ResultsReading) => number | undefined>> = {
  [`${ELIGIBILITY_TABLE.table} Outstanding`]: measure('Shares outstanding'),
  [`${NEW_GRANTS_TABLE.table} Cancelled Shares`]: measure('Shares cancelled'),
  [`${NEW_GRANTS_TABLE.table} New Shares`]: measure('New shares'),
  [`${VESTING_TABLE.table} Shares`]: vested,
};

/** Undefined where the vesting table does not fit its sheet and is left blank. */
function vested(results: ResultsReading): number | undefined {
  if ((results.rows.get(VESTING_TABLE.table) ?? 0) <= 1) return undefined;
  return breakdownTable(results, 'Vesting by quarter')?.rows.reduce(
    (total, [, shares]) => total + Number(shares),
    0,
  );
}

/** Shares are whole; a sum of fractions may differ in its last digits by the order of adding. */
const TOLERANCE = 1e-6;

export function overwritten(
  results: ResultsReading | undefined,
  outdated: Outdated | undefined,
): readonly OverwrittenColumn[] {
  if (results === undefined || outdated !== undefined) return [];
  return results.sums.flatMap(({ table, column, sheet, address, sum }: ColumnSum) => {
    const total = TOTALS[`${table} ${column}`]?.(results);
    if (sum === undefined || total === undefined || Math.abs(sum - total) < TOLERANCE) return [];
    return [{ sheet, column, cells: { sheet, address }, sum, total }];
  });
}
