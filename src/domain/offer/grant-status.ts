/**
 * What has become of each grant at a stage of its offer. It reads a run and a stage; it does not know where either is
 * kept.
 */
import type { CellValue } from '../basics/cell.ts';
import type { OfferRun } from './offer-run.ts';
import type { ResultTable } from './result-tables.ts';
import type { Stage } from './stage.ts';

export const GRANT_STATUSES = [
  'Not eligible',
  'Eligible',
  'Elected',
  'Withdrawn',
  'Exchanged',
  'Lapsed',
  'Granted',
] as const;
export type GrantStatus = (typeof GRANT_STATUSES)[number];

/**
 * The status of each grant, in the order of the eligibility table. A grant that takes part, by its election or by the
 * look-back, is `Elected` until its options are cancelled, then `Exchanged` for a promise, and `Granted` when the new
 * award is made; `Lapsed` where service ended in between. An election in force that brought nothing, since the grant
 * is not eligible, leaves it `Not eligible`.
 */
export function grantStatuses(run: OfferRun, stage: Stage): readonly GrantStatus[] {
  const at = columnReader(run.eligibility);
  const statusAt = columnReader(run.newGrants);
  const newStatus = new Map(
    run.newGrantSources.map(({ eligibilityRow }, index) => [
      eligibilityRow,
      statusAt(run.newGrants.rows[index] ?? [], 'Status'),
    ]),
  );
  return run.eligibility.rows.map((row, index): GrantStatus => {
    if (newStatus.has(index)) return takenPart(newStatus.get(index), stage);
    if (at(row, 'Eligible') !== 'Yes') return 'Not eligible';
    const election = at(row, 'Election');
    return election === 'Elected' ? 'Elected' : election === 'Withdrawn' ? 'Withdrawn' : 'Eligible';
  });
}

function takenPart(newGrant: CellValue, stage: Stage): GrantStatus {
  if (stage === 'Draft' || stage === 'Open' || stage === 'Closed') return 'Elected';
  if (newGrant === 'Lapsed') return 'Lapsed';
  return stage === 'Granted' ? 'Granted' : 'Exchanged';
}

/** How many grants have each status, every status named. */
export function countStatuses(statuses: readonly GrantStatus[]): ReadonlyMap<GrantStatus, number> {
  const counts = new Map<GrantStatus, number>(GRANT_STATUSES.map((status) => [status, 0]));
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
  return counts;
}

function columnReader({ definition }: ResultTable): (row: readonly CellValue[], column: string) => CellValue {
  const positions = new Map(definition.columns.map(({ name }, index) => [name, index]));
  return (row, column) => row[positions.get(column) ?? -1];
}
