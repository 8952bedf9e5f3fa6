/** The share reserve: what the new awards take from each plan, and what cancelled shares give back. */
import { say } from '../../basics/sentence.ts';
import type { Checks } from '../check.ts';
import type { Offer } from '../offer.ts';
import { planKey } from '../tables/plans.ts';
import { column, type FactTable } from './result-column.ts';
import type { Line } from '../steps/line.ts';

export interface ReserveRow {
  readonly plan: string;
  readonly authorised: number | undefined;
  readonly availableBefore: number;
  readonly returned: number;
  readonly granted: number;
  readonly availableAfter: number;
}

export const RESERVE_TABLE: FactTable<ReserveRow> = {
  sheet: 'Regrant Summary',
  table: 'RegrantReserve',
  columns: [
    column('Plan', 'text', ({ plan }) => plan),
    column('Authorised', 'shares', ({ authorised }) => authorised ?? ''),
    column('Available Before', 'shares', ({ availableBefore }) => availableBefore),
    column('Returned', 'shares', ({ returned }) => returned),
    column('Granted', 'shares', ({ granted }) => granted),
    column('Available After', 'shares', ({ availableAfter }) => availableAfter),
  ],
};

/** The old plan of a line's grant. */
export const oldPlanOf = ({ ledger }: Offer, { grant }: Line): string => {
  const at = ledger.map.offsets.get('Plan')?.[0];
  return at === undefined ? '' : String(grant.row[at] ?? '').trim();
};

/** New shares leave the New Plan; where it is blank, the old grant's. */
export const newPlanOf = (offer: Offer, line: Line): string =>
  line.terms.newPlan === '' ? oldPlanOf(offer, line) : line.terms.newPlan;

/** The reserve by plan, in the table's order; undefined where the offer has no table OfferPlans. */
export function reserveOf(
  offer: Offer,
  lines: readonly Line[],
  checks: Checks,
): readonly ReserveRow[] | undefined {
  const { plans, plansTable } = offer;
  if (plansTable === undefined || plans.length === 0) return undefined;
  const returned = new Map<string, number>();
  const granted = new Map<string, number>();
  const names = new Map<string, string>();
  const add = (sums: Map<string, number>, plan: string, shares: number): void => {
    const key = planKey(plan);
    names.set(key, plan);
    sums.set(key, (sums.get(key) ?? 0) + shares);
  };
  for (const line of lines) {
    if (line.cancelled > 0) add(returned, oldPlanOf(offer, line), line.cancelled);
    if ((line.shares ?? 0) > 0) add(granted, newPlanOf(offer, line), line.shares ?? 0);
  }
  const known = new Set(plans.map(({ key }) => key));
  for (const [key, shares] of granted)
    if (!known.has(key))
      checks.add(
        'Error',
        plansTable.block.sheet,
        '',
        'Plan',
        key === ''
          ? say`${shares} new shares have no plan: give New Plan, or the ledger's Plan`
          : say`Plan ${names.get(key) ?? ''}, which ${shares} new shares leave, is not in OfferPlans`,
      );
  return plans.map((plan): ReserveRow => {
    const back = plan.recycles ? (returned.get(plan.key) ?? 0) : 0;
    const out = granted.get(plan.key) ?? 0;
    const availableAfter = plan.available + back - out;
    if (availableAfter < 0)
      checks.addAt(
        'Error',
        plansTable.block,
        plan.row,
        'Available',
        say`Plan ${plan.name} does not suffice: ${plan.available} available and ${back} returned, ${out} granted`,
      );
    return {
      plan: plan.name,
      authorised: plan.authorised,
      availableBefore: plan.available,
      returned: back,
      granted: out,
      availableAfter,
    };
  });
}
