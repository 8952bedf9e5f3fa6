/** The totals of a run: what a board, an auditor and the plan's share reserve are told. */
import type { CellValue } from '../basics/cell.ts';
import { isBlank } from '../basics/cell.ts';
import { civilDate } from '../basics/day.ts';
import { english, type Words } from '../basics/sentence.ts';
import type { Steps } from '../basics/steps.ts';
import { type NewGrant, ledgerCell } from './new-grants.ts';
import type { Breakdown, Measure, Summary } from './offer-run.ts';
import type { Offer } from './read-offer.ts';
import type { ColumnKind, ResultColumn } from './result-tables.ts';
import type { Selection } from './selection.ts';

export function* summarise(
  offer: Offer,
  selection: Selection,
  exchanged: readonly boolean[],
  grants: readonly NewGrant[],
): Steps<Summary> {
  const totals = measures(selection, exchanged, grants);
  yield;
  const plans = byPlan(offer, selection, exchanged, grants);
  yield;
  const reasons = byReason(selection);
  yield;
  const ratios = byRatio(grants);
  yield;
  return { measures: totals, breakdowns: [plans, reasons, ratios, byQuarter(grants)] };
}

function measures(
  selection: Selection,
  exchanged: readonly boolean[],
  grants: readonly NewGrant[],
): readonly Measure[] {
  const all = (_: unknown, index: number): boolean => index >= 0;
  const eligible = (_: unknown, index: number): boolean => selection.isEligible(index);
  const elected = (_: unknown, index: number): boolean => selection.election[index] === 'Elected';
  const isExchanged = (_: unknown, index: number): boolean => exchanged[index] === true;
  const count = (test: typeof all): number => selection.rows.filter(test).length;
  const holders = (test: typeof all): number => new Set(selection.holder.filter(test)).size;
  const shares = (test: typeof all): number =>
    selection.outstanding.filter(test).reduce((sum, value) => sum + Math.max(0, value), 0);
  const cancelled = sumOf(grants, (grant) => grant.cancelled);
  const lapsed = grants.filter((grant) => grant.status === 'Lapsed');
  const measure = (name: string, value: number, kind: ColumnKind = 'shares'): Measure => ({
    name,
    value,
    kind,
  });
  return [
    measure('Holders in the ledger', holders(all)),
    measure('Holders eligible', holders(eligible)),
    measure('Holders elected', holders(elected)),
    measure('Holders exchanged', holders(isExchanged)),
    measure('Grants in the ledger', count(all)),
    measure('Grants eligible', count(eligible)),
    measure('Grants elected', count(elected)),
    measure('Grants exchanged', grants.length),
    measure('Grants required by look-back', selection.required.filter((is) => is).length),
    measure('Grants lapsed', lapsed.length),
    measure('Grants promised', grants.filter((grant) => grant.status === 'Promised').length),
    measure('Shares outstanding', shares(all)),
    measure('Shares eligible', shares(eligible)),
    measure('Shares cancelled', cancelled),
    measure(
      'New shares',
      sumOf(grants, (grant) => grant.shares),
    ),
    // In shares as they were at the cancellation: splits and mergers change both sides of the reserve alike.
    measure('Shares returned to the pool', cancelled - sumOf(grants, (grant) => grant.sharesBeforeEvents)),
    measure(
      'Shares cancelled of lapsed grants',
      sumOf(lapsed, (grant) => grant.cancelled),
    ),
  ];
}

const sumOf = (grants: readonly NewGrant[], value: (grant: NewGrant) => number): number =>
  grants.reduce((sum, grant) => sum + value(grant), 0);

const column = (name: string, kind: ColumnKind = 'shares'): ResultColumn => ({ name, kind });

/** Adds up rows of numbers under a key, in the order in which the keys first appear. */
class Totals {
  readonly #rows = new Map<string, number[]>();

  add(key: string, ...values: readonly number[]): void {
    const row = this.#rows.get(key);
    if (row === undefined) this.#rows.set(key, [...values]);
    else values.forEach((value, index) => (row[index] = (row[index] ?? 0) + value));
  }

  rows(): CellValue[][] {
    return [...this.#rows].map(([key, values]) => [key, ...values]);
  }

  sorted(): CellValue[][] {
    return this.rows().sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
  }
}

function byPlan(
  offer: Offer,
  selection: Selection,
  exchanged: readonly boolean[],
  grants: readonly NewGrant[],
): Breakdown {
  const planOf = (index: number): string => {
    const plan = ledgerCell(offer, selection.rows[index] ?? 0, 'Plan');
    return isBlank(plan) ? '(no plan)' : String(plan).trim();
  };
  const totals = new Totals();
  selection.rows.forEach((_, index) => {
    const eligible = selection.isEligible(index) ? 1 : 0;
    const outstanding = Math.max(0, selection.outstanding[index] ?? 0);
    totals.add(planOf(index), 1, outstanding, eligible, exchanged[index] === true ? 1 : 0, 0, 0);
  });
  for (const grant of grants) totals.add(planOf(grant.index), 0, 0, 0, 0, grant.cancelled, grant.shares);
  return {
    title: 'By plan',
    columns: [
      column('Plan', 'text'),
      column('Grants'),
      column('Outstanding'),
      column('Grants eligible'),
      column('Grants exchanged'),
      column('Shares cancelled'),
      column('New shares'),
    ],
    rows: totals.sorted(),
  };
}

function byReason(selection: Selection): Breakdown {
  const totals = new Totals();
  // A rule's reason stands at many grants: it is put into words once.
  const texts = new Map<Words, string>();
  const words = new Map<string, Words>();
  selection.rows.forEach((_, index) => {
    const shares = Math.max(0, selection.outstanding[index] ?? 0);
    const standing = selection.standing[index]?.length ?? 0;
    selection.reasons[index]?.forEach(({ group }, position) => {
      // Of what stands against a grant whatever the rules, the first is counted.
      if (position > 0 && position < standing) return;
      let text = texts.get(group);
      if (text === undefined) texts.set(group, (text = english(group)));
      if (!words.has(text)) words.set(text, group);
      totals.add(text, 1, shares);
    });
  });
  const rows = totals.rows().sort((a, b) => Number(b[1]) - Number(a[1]));
  return {
    title: 'By reason',
    columns: [column('Reason', 'note'), column('Grants'), column('Outstanding')],
    rows,
    labels: rows.map(([text]) => words.get(String(text)) ?? ''),
  };
}

function byRatio(grants: readonly NewGrant[]): Breakdown {
  const totals = new Totals();
  for (const grant of grants)
    totals.add(`${english(grant.ratioLabel)}\u0000${grant.newPerOld}`, 1, grant.cancelled, grant.shares);
  return {
    title: 'By ratio',
    columns: [
      column('Ratio row', 'text'),
      column('New per Old', 'ratio'),
      column('Grants exchanged'),
      column('Shares cancelled'),
      column('New shares'),
    ],
    rows: totals.rows().map(([key, ...values]) => {
      const [label = '', ratio = ''] = String(key).split('\u0000');
      return [label, Number(ratio), ...values];
    }),
  };
}

function byQuarter(grants: readonly NewGrant[]): Breakdown {
  const totals = new Map<number, number>();
  for (const grant of grants)
    for (let i = 0; i < grant.vestingDates; i++) {
      const { year, month } = civilDate(grant.dates[i] ?? 0);
      const quarter = year * 4 + Math.floor((month - 1) / 3);
      totals.set(quarter, (totals.get(quarter) ?? 0) + (grant.amounts[i] ?? 0));
    }
  let cumulative = 0;
  const rows = [...totals]
    .sort(([a], [b]) => a - b)
    .map(([quarter, shares]): CellValue[] => {
      cumulative += shares;
      return [`${Math.floor(quarter / 4)} Q${(quarter % 4) + 1}`, shares, cumulative];
    });
  return {
    title: 'Vesting by quarter',
    columns: [column('Quarter', 'text'), column('Shares'), column('Cumulative')],
    rows,
  };
}
