/**
 * How one grant's results came about: every rule with the value that it compared, the elections, the ratio, the exact
 * arithmetic, the price and the vesting, each with the cell it came from. Facts only, without sentences: the pane says
 * them in the reader's language.
 */
import { type CellBlock, cellAddress } from '../basics/block.ts';
import { type CellValue, isBlank } from '../basics/cell.ts';
import type { Day } from '../basics/day.ts';
import { Fraction } from '../basics/fraction.ts';
import type { Words } from '../basics/sentence.ts';
import { atOnce } from '../basics/steps.ts';
import { inTime } from '../election/election-forms.ts';
import { failureOf } from '../eligibility/rules.ts';
import { dayIn } from '../ledger/field.ts';
import { formatPriceRule } from '../price/price-rule.ts';
import type { AllocationName } from '../vesting/allocation.ts';
import { planOf } from '../vesting/plan.ts';
import { vest } from '../vesting/vest.ts';
import type { AwardName } from './terms/award.ts';
import { Checks } from './check.ts';
import { isFollowed } from './life/drift.ts';
import { exchangeLines } from './steps/exchange-lines.ts';
import type { Grant, Portion } from './selection/grant.ts';
import type { Offer } from './offer.ts';
import type { NewPrice } from './tables/offer-prices.ts';
import type { OfferSource } from './offer-source.ts';
import { columnOffset } from './offer-table.ts';
import { readOffer } from './read-offer.ts';
import { type Selection, selectGrants } from './selection/selection.ts';
import type { Line, LineStatus } from './steps/line.ts';
import { LOOK_BACK } from './steps/make-lines.ts';
import { stockClassOf } from './steps/set-price.ts';
import type { VestingTerms } from './terms/vesting-terms.ts';

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

/** How a line came about: one part of the grant, or a further award. */
export interface ExplainedLine {
  readonly portion: Portion;
  readonly award: AwardName;
  /** A further award, of a row of OfferRatios marked And. */
  readonly isFurther: boolean;
  /** Undefined where the award brings no shares. */
  readonly count: ExplainedCount | undefined;
  readonly cash: number;
  readonly lapse: ExplainedLapse | undefined;
  /** Undefined also where the promise brings no shares, of which there is nothing to price. */
  readonly price: ExplainedPrice | undefined;
  /** Undefined also where the promise brings no shares. */
  readonly vesting: ExplainedVesting | undefined;
  readonly status: LineStatus;
  readonly notes: readonly Words[];
}

export interface ExplainedPrice {
  readonly rule: string;
  readonly ruleCell: string | undefined;
  readonly date: Day;
  readonly dateCell: string | undefined;
  readonly price: number | undefined;
  readonly state: 'known' | 'promised' | 'missing';
  readonly cell: string | undefined;
}

export interface ExplainedVesting {
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
  /** What it brings, line by line. */
  readonly lines: readonly ExplainedLine[];
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
  const grant = selection.grants.find(({ offset }) => offset === ledgerRow - block.row);
  if (grant === undefined) return undefined;
  // What is rounded or counted for a holder needs the holder's other grants, and nobody else's.
  const ofHolder = selection.grants.filter(({ holderKey }) => holderKey === grant.holderKey);
  const lines = atOnce(exchangeLines(offer, { ...selection, grants: ofHolder }, checks)).filter(
    (line) => line.grant === grant,
  );
  return {
    holder: grant.holder,
    grant: grant.id,
    ledgerRow,
    ledgerSheet: offer.ledger.sheet,
    eligible: grant.isEligible,
    standing: grant.standing.map(({ reason }) => reason),
    rules: explainRules(offer, grant),
    elections: explainElections(offer, grant),
    election: grant.election,
    lookBackFrom: grant.isRequired ? offer.terms.lookBackFrom : undefined,
    exchanged: lines.length > 0,
    lines: lines.map((line) => explainLine(offer, selection, line)),
  };
}

function explainLine(offer: Offer, selection: Selection, line: Line): ExplainedLine {
  const brings = (line.shares ?? 0) > 0;
  return {
    portion: line.portion,
    award: line.award.name,
    isFurther: line.isFurther,
    count: line.ratio === undefined ? undefined : explainCount(offer, line, line.ratio),
    cash: line.cash,
    lapse: line.status === 'Lapsed' ? explainLapse(offer, selection, line) : undefined,
    price: brings && line.newPrice !== undefined ? pricing(offer, line, line.newPrice) : undefined,
    vesting: brings ? explainVesting(offer, line) : undefined,
    status: line.status,
    notes: line.notes,
  };
}

const absolute = (block: CellBlock, row: number, column: number): string =>
  cellAddress(block, row, column).replace(/([A-Z]+)(\d+)$/, '$$$1$$$2');

/** The ledger's cell of a column, where exactly one column holds it. */
function ledgerCellOf(offer: Offer, offset: number, column: string): string | undefined {
  const offsets = offer.ledger.map.offsets.get(column);
  return offsets?.length === 1 ? absolute(offer.ledger.block, offset, offsets[0] ?? 0) : undefined;
}

function explainRules(offer: Offer, { offset, row, isRequired }: Grant): readonly ExplainedRule[] {
  const { ledger, rules, rulesTable } = offer;
  return rules
    .filter(({ scope }) => scope !== 'look-back only' || isRequired)
    .map((rule) => {
      const failure = failureOf(rule, row);
      return {
        field: rule.field.name,
        value: {
          value: rule.field.read(row),
          cell:
            rule.field.offset === undefined ? undefined : absolute(ledger.block, offset, rule.field.offset),
        },
        sentence: rule.condition.sentence,
        passes: failure === undefined,
        reason: failure ?? '',
        waivedForLookBack: isRequired && rule.scope === 'waived for look-back' && failure !== undefined,
        rule: rulesTable === undefined ? '' : absolute(rulesTable.block, rule.row, 0),
      };
    });
}

function explainElections({ forms, electionsTable }: Offer, grant: Grant): readonly ExplainedElection[] {
  if (electionsTable === undefined) return [];
  return forms.forms
    .filter(
      (form) =>
        form.holderKey === grant.holderKey && (form.grantKey === undefined || form.grantKey === grant.idKey),
    )
    .sort(inTime)
    .map((form) => ({
      action: form.action,
      received: form.received,
      late: form.isLate,
      cell: absolute(electionsTable.block, form.row, 0),
    }));
}

function explainCount(offer: Offer, line: Line, ratio: Fraction): ExplainedCount {
  const { reading, eventsTable, ratiosTable } = offer;
  const applied: ExplainedCount['events'][number][] = [];
  let shares = line.counted;
  for (const event of line.status === 'Lapsed' ? [] : line.events) {
    const after = event.apply(shares);
    const cell = eventsTable === undefined ? '' : absolute(eventsTable.block, event.row, 0);
    const exact = perShare(event).times(Fraction.of(shares));
    applied.push({ label: event.label, cell, before: shares, exact, rounding: event.rounding, after });
    shares = after;
  }
  const ownRow = line.label === LOOK_BACK ? undefined : line.ratioRow;
  const ratioCell =
    ownRow !== undefined && ratiosTable !== undefined
      ? absolute(ratiosTable.block, ownRow.row, 0)
      : reading.cells.get(line.label === LOOK_BACK ? 'Look-back Ratio' : 'Ratio');
  const { offset } = line.grant;
  return {
    cancelled: {
      value: line.exchanged,
      // Where the ledger has no column of what is outstanding, it is worked out from what was granted.
      cell: ledgerCellOf(offer, offset, 'Outstanding') ?? ledgerCellOf(offer, offset, 'Granted'),
    },
    ratio,
    ratioCell,
    ratioLabel: line.label,
    exact: ratio.times(Fraction.of(line.exchanged)),
    rounding: line.terms.rounding.name,
    rounded: line.counted,
    events: applied,
    shares: line.shares ?? 0,
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

function explainLapse(offer: Offer, { grants }: Selection, line: Line): ExplainedLapse | undefined {
  const { ledger, drift } = offer;
  const { grant, terms } = line;
  const ended = grant.termination;
  if (ended === undefined) return undefined;
  const column = ledger.map.offsets.get('Termination Date')?.[0] ?? -1;
  const saysSo = (other: Grant): boolean =>
    other.holderKey === grant.holderKey && dayIn(other.row[column]) === ended;
  // The day counts for all of a holder's grants, and may be in the row of another.
  const source = saysSo(grant) ? grant : grants.find(saysSo);
  const followed = drift.find((one) => isFollowed(one) && one.grant === source?.id);
  return {
    ended,
    endedCell:
      followed?.cell ??
      (source === undefined ? undefined : ledgerCellOf(offer, source.offset, 'Termination Date')),
    needed: terms.serviceThrough,
    neededCell: termCell(offer, line, 'Service Required Through') ?? termCell(offer, line, 'New Grant Date'),
  };
}

/** The cell of a term: the row of OfferRatios that has its own, or the offer's. */
function termCell({ reading, ratiosTable }: Offer, { ratioRow }: Line, term: string): string | undefined {
  if (ratioRow !== undefined && ratiosTable !== undefined) {
    const column = columnOffset(ratiosTable, term);
    if (column >= 0 && !isBlank(ratiosTable.block.values[ratioRow.row]?.[column]))
      return absolute(ratiosTable.block, ratioRow.row, column);
  }
  return reading.cells.get(term);
}

function pricing(offer: Offer, line: Line, price: NewPrice): ExplainedPrice {
  const { terms } = line;
  const place = offer.prices.placeOf(terms.newGrant, stockClassOf(offer, line));
  return {
    rule: formatPriceRule(terms.priceRule),
    ruleCell: termCell(offer, line, 'Exercise Price Rule'),
    date: terms.newGrant,
    dateCell: termCell(offer, line, 'New Grant Date'),
    cell:
      offer.pricesTable === undefined || place === undefined
        ? undefined
        : absolute(offer.pricesTable.block, place.row, place.column),
    price: line.price,
    state: price.state,
  };
}

function explainVesting(offer: Offer, line: Line): ExplainedVesting | undefined {
  const { terms } = line;
  if (terms.vesting === undefined) return undefined;
  let cumulative = 0;
  const portions = exactPortions(terms.vesting, terms.newGrant);
  return {
    schedule: terms.vesting.text,
    scheduleCell: termCell(offer, line, 'Vesting Schedule'),
    allocation: terms.allocation.name,
    start: terms.newGrant,
    startCell: termCell(offer, line, 'New Grant Date'),
    shares: line.shares ?? 0,
    installments: line.dates.slice(0, line.vestingDates).map((date, i) => {
      const shares = line.amounts[i] ?? 0;
      cumulative += shares;
      return { date, shares, cumulative, portion: portions.get(date) };
    }),
    until: line.vestingDates < line.dates.length ? line.grant.termination : undefined,
  };
}

/**
 * The part of any award that has vested by each date. An award of as many shares as the schedule's denominator has no
 * fraction to round, so that its shares are the numerators.
 */
function exactPortions({ schedule: of }: VestingTerms, start: Day): ReadonlyMap<Day, Fraction> {
  // What carries on from the old award depends on it, and is no schedule that can be laid out by itself.
  if (of.kind !== 'own') return new Map();
  const { schedule } = of;
  const { carried, sums } = planOf(schedule);
  const award = Number(carried.denominator);
  if (sums.shares > 0n || !Number.isSafeInteger(award)) return new Map();
  return new Map(
    vest(schedule, award, start).map(({ date, cumulative }) => [date, Fraction.of(cumulative, award)]),
  );
}
