/**
 * What has become of each grant at a stage of its offer. It reads a run and a stage; it does not know where either is
 * kept.
 */
import type { OfferRun } from '../offer-run.ts';
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
export function grantStatuses({ grants, lines }: OfferRun, stage: Stage): readonly GrantStatus[] {
  const lapsed = new Map<number, boolean>();
  // A grant lapses only where every line of it does.
  for (const { line } of lines)
    lapsed.set(line.grant.index, (lapsed.get(line.grant.index) ?? true) && line.status === 'Lapsed');
  return grants.map(({ grant }): GrantStatus => {
    const isLapsed = lapsed.get(grant.index);
    if (isLapsed !== undefined) return takenPart(isLapsed, stage);
    if (!grant.isEligible) return 'Not eligible';
    return grant.election === 'None' ? 'Eligible' : grant.election;
  });
}

function takenPart(isLapsed: boolean, stage: Stage): GrantStatus {
  if (stage === 'Draft' || stage === 'Open' || stage === 'Closed') return 'Elected';
  if (isLapsed) return 'Lapsed';
  return stage === 'Granted' ? 'Granted' : 'Exchanged';
}

/** How many grants have each status, every status named. */
export function countStatuses(statuses: readonly GrantStatus[]): ReadonlyMap<GrantStatus, number> {
  const counts = new Map<GrantStatus, number>(GRANT_STATUSES.map((status) => [status, 0]));
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
  return counts;
}
