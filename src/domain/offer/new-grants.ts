/**
 * What each exchanged grant becomes: its ratio, new shares, price, vesting, expiration and status. Promises are
 * computed in the contract's order: ratio, rounding, then splits and mergers.
 */
import type { CellValue } from '../basics/cell.ts';
import { addMonths, dated, type Day } from '../basics/day.ts';
import { RegrantError } from '../basics/error.ts';
import type { Fraction } from '../basics/fraction.ts';
import { inSequence, say, type Words } from '../basics/sentence.ts';
import { atOnce, mapInSteps, type Steps } from '../basics/steps.ts';
import { newShares } from '../exchange/new-shares.ts';
import { dayIn, type Row } from '../ledger/field.ts';
import type { Allocation } from '../vesting/allocation.ts';
import { planOf } from '../vesting/plan.ts';
import { vestInto } from '../vesting/vest.ts';
import type { Award, VestingTerms } from './award.ts';
import type { Checks } from './checks.ts';
import type { NewPrice } from './new-price.ts';
import { ALL_GRANTS, type RatioRow } from './ratio-rows.ts';
import type { Offer } from './read-offer.ts';
import type { Selection } from './selection.ts';

export interface NewGrant {
  /** Position of the old grant in the selection. */
  readonly index: number;
  readonly cancelled: number;
  readonly ratio: Fraction;
  readonly newPerOld: number;
  readonly ratioLabel: Words;
  /** Offset of the row of OfferRatios that gives the ratio; undefined where a term gives it. */
  readonly ratioRow: number | undefined;
  readonly award: Award;
  readonly sharesBeforeEvents: number;
  readonly shares: number;
  /** Undefined while it is promised or missing. */
  readonly price: number | undefined;
  readonly vesting: VestingTerms;
  readonly allocation: Allocation;
  readonly expiration: Day | undefined;
  readonly status: 'Granted' | 'Lapsed' | 'Promised';
  readonly notes: readonly Words[];
  /** The whole schedule, as promised; empty where nothing vests. */
  readonly dates: readonly Day[];
  readonly amounts: readonly number[];
  /** How many of the dates come before service is known to end. */
  readonly vestingDates: number;
}

/** The ratio of each exchanged grant; undefined where no row of OfferRatios matches. */
export interface ChosenRatio {
  readonly ratio: Fraction;
  readonly label: Words;
  readonly row: RatioRow | undefined;
}

/** What the look-back's own ratio is for. */
export const LOOK_BACK = say`Look-back`;

/** The ratio that an offer gives a grant. */
export function ratioFor(
  { terms, ratioRows }: Offer,
  row: Row,
  isLookBack: boolean,
  closingPrice: number | undefined,
): ChosenRatio | undefined {
  const match = ratioRows.find((candidate) => candidate.matches(row, closingPrice));
  // Where only the rows say how awards vest, a look-back grant that matches none has no schedule.
  if (match === undefined && terms.vesting === undefined) return undefined;
  if (isLookBack && terms.lookBackRatio !== undefined)
    return { ratio: terms.lookBackRatio, label: LOOK_BACK, row: match };
  if (match !== undefined) return { ratio: match.ratio, label: match.label, row: match };
  return terms.ratio === undefined ? undefined : { ratio: terms.ratio, label: ALL_GRANTS, row: undefined };
}

/** Computes the new grants, in the ledger's order. */
export const computeNewGrants = (...given: Parameters<typeof newGrantsInSteps>): readonly NewGrant[] =>
  atOnce(newGrantsInSteps(...given));

export function* newGrantsInSteps(
  offer: Offer,
  selection: Selection,
  ratios: ReadonlyMap<number, ChosenRatio>,
  price: NewPrice,
  checks: Checks,
): Steps<readonly NewGrant[]> {
  const events = offer.events.filter(
    (event) => event.day > offer.terms.cancellation && event.day <= offer.terms.newGrant,
  );
  // A ratio is shared by many grants: its double is worked out once.
  const doubles = new Map<Fraction, number>();
  return yield* mapInSteps([...ratios], ([index, chosen]) => {
    let newPerOld = doubles.get(chosen.ratio);
    if (newPerOld === undefined) doubles.set(chosen.ratio, (newPerOld = chosen.ratio.toNumber()));
    return newGrant(offer, selection, index, chosen, newPerOld, events, price, checks);
  });
}

const BROUGHT_IN = say`Brought in by the look-back`;

function newGrant(
  offer: Offer,
  selection: Selection,
  index: number,
  { ratio, label, row }: ChosenRatio,
  newPerOld: number,
  events: Offer['events'],
  price: NewPrice,
  checks: Checks,
): NewGrant {
  const { ledger, terms } = offer;
  const offset = selection.rows[index] ?? 0;
  const old = ledger.block.values[offset] ?? [];
  const cancelled = selection.outstanding[index] ?? 0;
  const award = row?.award ?? terms.award;
  const vesting = row?.vesting ?? terms.vesting;
  if (vesting === undefined)
    throw new Error('read-offer lets no offer through in which a grant has no schedule');
  const allocation = row?.allocation ?? terms.allocation;
  const termination = selection.terminationOf(index);
  const lapsed = termination !== undefined && termination < terms.serviceThrough;
  const notes: Words[] = selection.required[index] === true ? [BROUGHT_IN] : [];

  const sharesBeforeEvents = lapsed ? 0 : newShares(cancelled, ratio, terms.rounding);
  const shares = lapsed ? 0 : events.reduce((promised, event) => event.apply(promised), sharesBeforeEvents);
  if (lapsed) {
    const problem = say`Service ended on ${dated(termination)}, before ${dated(terms.serviceThrough)}: the promise lapsed`;
    notes.push(problem);
    const header = ledger.map.headers[ledger.map.offsets.get('Termination Date')?.[0] ?? -1] ?? '';
    checks.addAt(
      'Info',
      ledger.block,
      offset,
      header,
      say`Grant ${selection.grant[index] ?? ''}: ${problem}`,
    );
  } else if (events.length > 0)
    notes.push(
      say`${sharesBeforeEvents} shares before: ${inSequence(
        events.map((event) => event.label),
        ', ',
      )}`,
    );

  const dates: Day[] = [];
  const amounts: number[] = [];
  if (shares > 0) {
    try {
      const count = vestInto(
        planOf(vesting.schedule),
        shares,
        terms.newGrant,
        { allocation },
        dates,
        amounts,
      );
      dates.length = amounts.length = count;
    } catch (error) {
      if (!(error instanceof RegrantError)) throw error;
      checks.addAt(
        'Error',
        ledger.block,
        offset,
        '',
        say`Grant ${selection.grant[index] ?? ''} has no vesting table: ${error.sentence}`,
      );
    }
  }
  const vestingDates =
    termination === undefined ? dates.length : dates.filter((day) => day <= termination).length;
  if (!lapsed && vestingDates < dates.length && termination !== undefined)
    notes.push(say`Service ended on ${dated(termination)}: nothing vests after it`);
  if (!lapsed && shares === 0) notes.push(say`The ratio leaves no whole share`);

  const isOption = award === 'Option';
  return {
    index,
    cancelled,
    ratio,
    newPerOld,
    ratioLabel: label,
    ratioRow: row?.ratio === ratio ? row.row : undefined,
    award,
    sharesBeforeEvents,
    shares,
    price: isOption ? (price.state === 'known' ? price.price : undefined) : 0,
    vesting,
    allocation,
    expiration: isOption ? expirationOf(offer, old, row, offset, checks) : undefined,
    status: lapsed ? 'Lapsed' : isOption && price.state === 'promised' ? 'Promised' : 'Granted',
    notes,
    dates,
    amounts,
    vestingDates,
  };
}

function expirationOf(
  { ledger, terms }: Offer,
  old: Row,
  row: RatioRow | undefined,
  offset: number,
  checks: Checks,
): Day | undefined {
  const fixed = addMonths(terms.newGrant, row?.termMonths ?? terms.termMonths);
  if (terms.termRule === 'fixed') return fixed;
  const column = ledger.map.offsets.get('Expiration Date')?.[0];
  const remaining = column === undefined ? undefined : dayIn(old[column]);
  if (remaining === undefined) {
    const header = column === undefined ? 'Expiration Date' : (ledger.map.headers[column] ?? '');
    checks.addAt(
      'Error',
      ledger.block,
      offset,
      header,
      say`Expiration Date is missing, and Term Rule ${terms.termRule} needs it`,
    );
    return undefined;
  }
  return terms.termRule === 'remaining' ? remaining : Math.max(remaining, fixed);
}

/** A new grant's row in the ledger's own values, for the columns that it takes over. */
export const ledgerCell = (offer: Offer, offset: number, column: string): CellValue => {
  const at = offer.ledger.map.offsets.get(column)?.[0];
  return at === undefined ? '' : (offer.ledger.block.values[offset]?.[at] ?? '');
};
