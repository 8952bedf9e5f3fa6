/**
 * How one grant's results came about: every rule with the value that it compared, the elections, the ratio, the exact
 * arithmetic, the price and the vesting, each with the cell it came from. Facts only, without sentences: the pane says
 * them in the reader's language.
 */
import { type CellBlock, cellAddress } from '../basics/block.ts';
import type { CellValue } from '../basics/cell.ts';
import type { Day } from '../basics/day.ts';
import { Fraction } from '../basics/fraction.ts';
import { newShares } from '../exchange/new-shares.ts';
import { dayIn } from '../ledger/field.ts';
import type { Words } from '../basics/sentence.ts';
import { isLate } from '../election/elections.ts';
import { formatPriceRule } from '../price/price-rule.ts';
import type { AllocationName } from '../vesting/allocation.ts';
import { planOf } from '../vesting/plan.ts';
import { vest } from '../vesting/vest.ts';
import { Checks } from './checks.ts';
import { isFollowed } from './drift.ts';
import { computeNewGrants, LOOK_BACK, type NewGrant, ratioFor } from './new-grants.ts';
import { newPrice } from './new-price.ts';
import type { OfferSource } from './offer-source.ts';
import { columnOffset } from './offer-table.ts';
import { type Offer, readOffer } from './read-offer.ts';
import { type Selection, selectGrants } from './selection.ts';

/** A value and the cell that it stands in, as a formula would name it; no cell where it is derived or a default. */
export interface Sourced {
  readonly value: CellValue;
  readonly cell: string | undefined;
}

export interface ExplainedRule {
  readonly field: string;
  readonly value: Sourced;
  /** What the rule asks, such as `must be above 3.01`. */
  readonly sentence: Words;
  readonly passes: boolean;
  readonly reason: Words;
  /** The grant fails it, and the look-back brings it in all the same. */
  readonly waivedForLookBack: boolean;
  /** The rule's own row, by its first cell. */
  readonly rule: string;
}

export interface ExplainedElection {
  readonly action: 'Elect' | 'Withdraw';
  /** Serial number with time of day. */
  readonly received: number;
  readonly late: boolean;
  readonly cell: string;
}

/** `1,001 x 3/4 = 750.75, rounded up to 751`. */
export interface ExplainedCount {
  readonly cancelled: Sourced;
  readonly ratio: Fraction;
  /** The row of OfferRatios, or the term, that gives the ratio. */
  readonly ratioCell: string | undefined;
  readonly ratioLabel: Words;
  readonly exact: Fraction;
  readonly rounding: string;
  /** Also of a promise that lapsed: what it would have brought. */
  readonly rounded: number;
  /** Those that adjust the promise; none where it lapsed. */
  readonly events: readonly {
    readonly label: Words;
    readonly cell: string;
    readonly before: number;
    /** What the event makes of them before it is rounded. */
    readonly exact: Fraction;
    readonly rounding: string;
    readonly after: number;
  }[];
  /** What the promise brings in the end: 0 where it lapsed. */
  readonly shares: number;
}

export interface ExplainedInstallment {
  readonly date: Day;
  readonly shares: number;
  readonly cumulative: number;
  /** The exact part of the award that has vested by this date; undefined where the schedule counts shares. */
  readonly portion: Fraction | undefined;
}

/** Why a promise lapsed: service ended on a day, and was needed through another. */
export interface ExplainedLapse {
  readonly ended: Day;
  readonly endedCell: string | undefined;
  readonly needed: Day;
  readonly neededCell: string | undefined;
}

export interface Explanation {
  readonly holder: string;
  readonly grant: string;
  /** The ledger's row. */
  readonly ledgerRow: number;
  readonly ledgerSheet: string;
  readonly eligible: boolean;
  /** What stands against the grant whatever the rules. */
  readonly standing: readonly Words[];
  readonly rules: readonly ExplainedRule[];
  readonly elections: readonly ExplainedElection[];
  readonly election: string;
  /** Brought in by the look-back alone, which starts on this day. */
  readonly lookBackFrom: Day | undefined;
  readonly exchanged: boolean;
  readonly count: ExplainedCount | undefined;
  readonly lapse: ExplainedLapse | undefined;
  /** Undefined also where the promise brings no shares, of which there is nothing to price. */
  readonly price:
    | {
        readonly rule: string;
        readonly ruleCell: string | undefined;
        readonly date: Day;
        readonly dateCell: string | undefined;
        readonly price: number | undefined;
        readonly state: 'known' | 'promised' | 'missing';
        readonly cell: string | undefined;
      }
    | undefined;
  /** Undefined also where the promise brings no shares. */
  readonly vesting:
    | {
        readonly schedule: string;
        /** The term, or the row of OfferRatios that has a schedule of its own. */
        readonly scheduleCell: string | undefined;
        readonly allocation: AllocationName;
        readonly start: Day;
        readonly startCell: string | undefined;
        /** What vests in all. */
        readonly shares: number;
        readonly installments: readonly ExplainedInstallment[];
        readonly until: Day | undefined;
      }
    | undefined;
  readonly status: string | undefined;
  readonly notes: readonly Words[];
}

/**
 * Explains the grant in a row of the ledger.
 *
 * @param ledgerRow the sheet's row number
 * @returns undefined where that row is no grant
 * @throws RegrantError the offer cannot be run
 */
export function explainGrant(source: OfferSource, ledgerRow: number): Explanation | undefined {
  const offer = readOffer(source);
  const checks = new Checks();
  const selection = selectGrants(offer, checks);
  const { block } = offer.ledger;
  const index = selection.rows.indexOf(ledgerRow - block.row);
  if (index < 0) return undefined;
  const row = block.values[ledgerRow - block.row] ?? [];
  const price = newPrice(offer.terms, offer.prices);
  const chosen =
    selection.exchanged[index] === true
      ? ratioFor(
          offer,
          row,
          selection.required[index] === true,
          price.state === 'known' ? price.price : undefined,
        )
      : undefined;
  const [grant] =
    chosen === undefined ? [] : computeNewGrants(offer, selection, new Map([[index, chosen]]), price, checks);
  const awarded = grant === undefined || grant.shares === 0 ? undefined : grant;
  return {
    holder: selection.holder[index] ?? '',
    grant: selection.grant[index] ?? '',
    ledgerRow,
    ledgerSheet: offer.ledger.sheet,
    eligible: selection.isEligible(index),
    standing: (selection.standing[index] ?? []).map(({ reason }) => reason),
    rules: explainRules(offer, ledgerRow - block.row, selection.required[index] === true),
    elections: explainElections(offer, selection, index),
    election: selection.election[index] ?? 'None',
    lookBackFrom: selection.required[index] === true ? offer.terms.lookBackFrom : undefined,
    exchanged: grant !== undefined,
    count: grant === undefined ? undefined : explainCount(offer, grant, ledgerRow),
    lapse: grant?.status === 'Lapsed' ? explainLapse(offer, selection, index) : undefined,
    price:
      awarded?.award === 'Option'
        ? { ...pricing(offer), price: awarded.price, state: price.state }
        : undefined,
    vesting: awarded === undefined ? undefined : explainVesting(offer, selection, awarded),
    status: grant?.status,
    notes: grant?.notes ?? [],
  };
}

const absolute = (block: CellBlock, row: number, column: number): string =>
  cellAddress(block, row, column).replace(/([A-Z]+)(\d+)$/, '$$$1$$$2');

/** The ledger's cell of a column, where exactly one column holds it. */
function ledgerCellOf(offer: Offer, offset: number, column: string): string | undefined {
  const offsets = offer.ledger.map.offsets.get(column);
  return offsets?.length === 1 ? absolute(offer.ledger.block, offset, offsets[0] ?? 0) : undefined;
}

function explainRules(offer: Offer, offset: number, isLookBack: boolean): readonly ExplainedRule[] {
  const { ledger, rules, rulesTable } = offer;
  const row = ledger.block.values[offset] ?? [];
  const failures = new Map(rules.failures(row).map(({ rule, reason }) => [rule, reason]));
  return rules.rules.map((rule, position) => ({
    field: rule.field.name,
    value: {
      value: rule.field.read(row),
      cell: rule.field.offset === undefined ? undefined : absolute(ledger.block, offset, rule.field.offset),
    },
    sentence: rule.condition.sentence,
    passes: !failures.has(position),
    reason: failures.get(position) ?? '',
    waivedForLookBack: isLookBack && rule.scope === 'waived for look-back' && failures.has(position),
    rule: rulesTable === undefined ? '' : absolute(rulesTable.block, rule.row, 0),
  }));
}

function explainElections(offer: Offer, selection: Selection, index: number): readonly ExplainedElection[] {
  const { elections, electionsTable, terms } = offer;
  if (electionsTable === undefined) return [];
  const [holder, grant] = [selection.holder[index], selection.grant[index]];
  return elections.events
    .filter((event) => event.holder === holder && (event.grant === undefined || event.grant === grant))
    .sort((a, b) => a.received - b.received || a.row - b.row)
    .map((event) => ({
      action: event.action,
      received: event.received,
      late: isLate(event, terms.expiration),
      cell: absolute(electionsTable.block, event.row, 0),
    }));
}

function explainCount(offer: Offer, grant: NewGrant, ledgerRow: number): ExplainedCount {
  const { terms, reading, events, eventsTable, ratiosTable } = offer;
  const applied: ExplainedCount['events'][number][] = [];
  const rounded = newShares(grant.cancelled, grant.ratio, terms.rounding);
  let shares = rounded;
  for (const event of grant.status === 'Lapsed' ? [] : events) {
    if (event.day <= terms.cancellation || event.day > terms.newGrant) continue;
    const after = event.apply(shares);
    const cell = eventsTable === undefined ? '' : absolute(eventsTable.block, event.row, 0);
    const exact = perShare(event).times(Fraction.of(shares));
    applied.push({ label: event.label, cell, before: shares, exact, rounding: event.rounding, after });
    shares = after;
  }
  const ratioCell =
    grant.ratioRow !== undefined && ratiosTable !== undefined
      ? absolute(ratiosTable.block, grant.ratioRow, 0)
      : reading.cells.get(grant.ratioLabel === LOOK_BACK ? 'Look-back Ratio' : 'Ratio');
  const ledgerOffset = ledgerRow - offer.ledger.block.row;
  return {
    cancelled: {
      value: grant.cancelled,
      // Where the ledger has no column of what is outstanding, it is reckoned from what was granted.
      cell: ledgerCellOf(offer, ledgerOffset, 'Outstanding') ?? ledgerCellOf(offer, ledgerOffset, 'Granted'),
    },
    ratio: grant.ratio,
    ratioCell,
    ratioLabel: grant.ratioLabel,
    exact: grant.ratio.times(Fraction.of(grant.cancelled)),
    rounding: terms.rounding.name,
    rounded,
    events: applied,
    shares: grant.shares,
  };
}

/** What an event gives for one promised share. */
function perShare({
  event,
  newShares,
  oldShares,
  stockPerShare,
  cashPerShare,
  acquirerPrice,
}: Offer['events'][number]): Fraction {
  const quotient = (a: number, b: number) => Fraction.ofNumber(a).dividedBy(Fraction.ofNumber(b));
  if (event === 'Split') return quotient(newShares, oldShares);
  const stock = Fraction.ofNumber(stockPerShare);
  return cashPerShare === 0 ? stock : stock.plus(quotient(cashPerShare, acquirerPrice));
}

function explainLapse(offer: Offer, selection: Selection, index: number): ExplainedLapse | undefined {
  const { ledger, terms, reading, drift } = offer;
  const ended = selection.terminationOf(index);
  if (ended === undefined) return undefined;
  const column = ledger.map.offsets.get('Termination Date')?.[0] ?? -1;
  const saysSo = (at: number): boolean =>
    selection.holder[at] === selection.holder[index] &&
    dayIn(ledger.block.values[selection.rows[at] ?? -1]?.[column]) === ended;
  // The day counts for all of a holder's grants, and may stand in the row of another.
  const source = saysSo(index) ? index : selection.rows.findIndex((_, at) => saysSo(at));
  const followed = drift.find((one) => isFollowed(one) && one.grant === selection.grant[source]);
  return {
    ended,
    endedCell: followed?.cell ?? ledgerCellOf(offer, selection.rows[source] ?? -1, 'Termination Date'),
    needed: terms.serviceThrough,
    neededCell: reading.cells.get('Service Required Through') ?? reading.cells.get('New Grant Date'),
  };
}

function pricing({ terms, reading, prices, pricesTable }: Offer): {
  rule: string;
  ruleCell: string | undefined;
  date: Day;
  dateCell: string | undefined;
  cell: string | undefined;
} {
  const trading = prices.days.find(({ day }) => day === terms.newGrant);
  const offset = trading === undefined ? -1 : (pricesTable?.block.values.indexOf(trading.row) ?? -1);
  const close = prices.columns.get('Close') ?? 0;
  return {
    rule: formatPriceRule(terms.priceRule),
    ruleCell: reading.cells.get('Exercise Price Rule'),
    date: terms.newGrant,
    dateCell: reading.cells.get('New Grant Date'),
    cell: pricesTable === undefined || offset < 0 ? undefined : absolute(pricesTable.block, offset, close),
  };
}

function explainVesting(offer: Offer, selection: Selection, grant: NewGrant): Explanation['vesting'] {
  const { terms, reading, ratiosTable, ratioRows } = offer;
  let cumulative = 0;
  const portions = exactPortions(grant, terms.newGrant);
  const row = ratioRows.find(({ vesting }) => vesting === grant.vesting)?.row;
  const column = ratiosTable === undefined ? -1 : columnOffset(ratiosTable, 'Vesting Schedule');
  return {
    schedule: grant.vesting.text,
    scheduleCell:
      row !== undefined && ratiosTable !== undefined
        ? absolute(ratiosTable.block, row, Math.max(0, column))
        : reading.cells.get('Vesting Schedule'),
    allocation: grant.allocation.name,
    start: terms.newGrant,
    startCell: reading.cells.get('New Grant Date'),
    shares: grant.shares,
    installments: grant.dates.slice(0, grant.vestingDates).map((date, i) => {
      const shares = grant.amounts[i] ?? 0;
      cumulative += shares;
      return { date, shares, cumulative, portion: portions.get(date) };
    }),
    until: grant.vestingDates < grant.dates.length ? selection.terminationOf(grant.index) : undefined,
  };
}

/**
 * The part of any award that has vested by each date. An award of as many shares as the schedule's denominator has no
 * fraction to round, so that its shares are the numerators.
 */
function exactPortions({ vesting: { schedule } }: NewGrant, start: Day): ReadonlyMap<Day, Fraction> {
  const { carried, sums } = planOf(schedule);
  const award = Number(carried.denominator);
  if (sums.shares > 0n || !Number.isSafeInteger(award)) return new Map();
  return new Map(
    vest(schedule, award, start).map(({ date, cumulative }) => [date, Fraction.of(cumulative, award)]),
  );
}
