/**
 * Vesting of a new award under an offer's schedule, which may carry on from the exchanged grant's own: the old
 * schedule's portions exactly, over what was outstanding and exercised, less what was exercised, scaled to the new
 * award, on the old dates moved as the offer says. It knows one exchanged grant, not the offer or the ledger.
 */
import { addMonths, type Day, wholeMonths } from '../basics/day.ts';
import { badValue } from '../basics/error.ts';
import { say } from '../basics/sentence.ts';
import { type Allocation, CUMULATIVE_ROUND_DOWN } from './allocation.ts';
import { ExactPortions } from './award-portions.ts';
import type { Moment, OldDates, RemainingVesting } from './carry-on.ts';
import { monthsIn } from './duration.ts';
import { checkDay } from './month-grid.ts';
import { dayAfter, type OfferSchedule } from './offer-schedule.ts';
import { type ExchangedParts, type OldAward, oldTranches, type Tranches } from './old-tranches.ts';
import { vest, type Vesting } from './vest.ts';

export interface NewAward {
  /** Whole, 0 to 2^53; or whole cents, for cash in instalments. */
  readonly shares: number;
  readonly cancellationDate: Day;
  readonly grantDate: Day;
  /** Undefined for an award without one, such as a stock unit. */
  readonly expirationDate?: Day | undefined;
  readonly allocation?: Allocation | undefined;
  /** Nothing vests after it; a vesting date equal to it still vests. */
  readonly terminationDate?: Day | undefined;
  /** Which outstanding shares of the old award it replaces, where that is not all of them. */
  readonly parts?: ExchangedParts | undefined;
}

/**
 * The dates on which a new award vests under a schedule of an offer's terms, with the shares of each.
 *
 * A schedule of its own is counted from the new grant date, and its earlier dates move to it. One that carries on
 * gives each old date what the old award had left on it, exactly, exercised shares taken off the earliest dates, and
 * scales that to the new award: 100 old shares monthly over 48 months, cut to 80 new ones, have 25 vested at month
 * 15. `old schedule` keeps the dates, those up to the new grant date vesting on it; `old dates + 12 months` moves
 * each; `not before` holds them back until a day; `paused` moves the dates after the cancellation by the days from
 * the cancellation to the new grant date; `remaining vesting` gives equal installments from the new grant date over
 * the months from the cancellation to the last old date, rounded up to whole steps, and no fewer than `at least`
 * says. With `not after expiration` later dates move to the expiration date. Shares are allocated over the dates
 * merged after all that.
 *
 * @param old the exchanged grant's own vesting; needed for a schedule that carries on
 * @throws RegrantError the schedule carries on and there is no old award, or its counted shares do not fit it; the
 *   dates are to stop at the expiration of an award that has none; a date lies beyond 9999
 */
export function vestOfferSchedule(schedule: OfferSchedule, award: NewAward, old?: OldAward): Vesting[] {
  const { shares, grantDate, terminationDate, allocation = CUMULATIVE_ROUND_DOWN } = award;
  const notAfter = lastDay(schedule, award);
  if (schedule.kind === 'own')
    return vest(schedule.schedule, shares, grantDate, { allocation, terminationDate, grantDate, notAfter });
  if (old === undefined)
    throw badValue(
      say`The vesting schedule carries on from the exchanged grant's own, and the grant has none: give its Vesting Schedule.`,
    );
  const left = oldTranches(old, award.cancellationDate, award.parts);
  const { carryOn } = schedule;
  const tranches =
    carryOn.kind === 'old dates'
      ? moved(left, dateMover(carryOn, award, notAfter))
      : remaining(left, carryOn, award, notAfter);
  return allocated(tranches, shares, allocation, terminationDate ?? Infinity);
}

function lastDay({ notAfterExpiration }: OfferSchedule, { expirationDate }: NewAward): Day | undefined {
  if (!notAfterExpiration) return undefined;
  if (expirationDate !== undefined) return expirationDate;
  throw badValue(
    say`The vesting schedule says "not after expiration", and the new award has no Expiration Date: leave these words out.`,
  );
}

/** Where an old date goes; a later one never goes before an earlier one. */
function dateMover(carryOn: OldDates, award: NewAward, notAfter = Infinity): (day: Day) => Day {
  const { cancellationDate, grantDate } = award;
  const { plus, paused, notBefore } = carryOn;
  const gap = grantDate - cancellationDate;
  const earliest = Math.max(grantDate, notBefore === undefined ? -Infinity : dayOfMoment(notBefore, award));
  const later = (day: Day): Day => {
    if (!paused) return dayAfter(day, plus);
    return day <= cancellationDate ? grantDate : day + gap;
  };
  return (day) => checkDay(Math.min(Math.max(later(day), earliest), notAfter));
}

function dayOfMoment(moment: Moment, { cancellationDate, grantDate }: NewAward): Day {
  if (moment.kind === 'on') return moment.date;
  return dayAfter(moment.kind === 'cancellation' ? cancellationDate : grantDate, moment.plus);
}

/** The tranches on their new dates, merged where these coincide. */
function moved({ dates, cumulative, total }: Tranches, move: (day: Day) => Day): Tranches {
  const [newDates, sums]: [Day[], bigint[]] = [[], []];
  dates.forEach((date, i) => {
    const day = move(date);
    if (newDates[newDates.length - 1] !== day) newDates.push(day);
    sums[newDates.length - 1] = cumulative[i] ?? 0n;
  });
  return { dates: newDates, cumulative: sums, total };
}

/** Equal installments over the months that the old tranches had left. */
function remaining(left: Tranches, carryOn: RemainingVesting, award: NewAward, notAfter?: Day): Tranches {
  const { cancellationDate, grantDate } = award;
  const step = monthsIn(carryOn.period);
  const least = carryOn.atLeast === undefined ? 0 : monthsIn(carryOn.atLeast);
  const months = Math.max(monthsUpTo(left.dates.at(-1), cancellationDate), least);
  const count = Math.ceil(months / step);
  const equal: Tranches = {
    dates: Array.from({ length: Math.max(count, 1) }, (_, i) =>
      count === 0 ? grantDate : addMonths(grantDate, step * (i + 1)),
    ),
    cumulative: Array.from({ length: Math.max(count, 1) }, (_, i) => BigInt(i + 1)),
    total: BigInt(Math.max(count, 1)),
  };
  return moved(equal, (day) => checkDay(Math.min(day, notAfter ?? Infinity)));
}

/** Months from one day to another, a broken one counted whole; 0 where it is past. */
function monthsUpTo(last: Day | undefined, from: Day): number {
  if (last === undefined || last <= from) return 0;
  const months = wholeMonths(from, last);
  return addMonths(from, months) < last ? months + 1 : months;
}

function allocated(tranches: Tranches, shares: number, allocation: Allocation, until: Day): Vesting[] {
  const { dates, cumulative, total } = tranches;
  if (total === 0n) return [];
  const portions = new ExactPortions();
  portions.hold({ count: dates.length, exact: cumulative, counted: [] }, total, shares);
  const amounts: number[] = [];
  allocation.allocate(portions, amounts);
  const rows: Vesting[] = [];
  let sum = 0;
  for (const [i, date] of dates.entries()) {
    if (date > until) break;
    const vesting = amounts[i] ?? 0;
    sum = allocation.vestedBy?.(portions, i) ?? sum + vesting;
    if (vesting > 0) rows.push({ date, shares: vesting, cumulative: sum });
  }
  return rows;
}
