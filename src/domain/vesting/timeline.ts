/**
 * The dates of a plan for one vesting start: walked part by part, in date order, those that coincide merged. It
 * knows days and numerators, not how shares are allocated. One timeline is laid out again and again, so that a run
 * over many grants makes no objects.
 */
import type { Day } from '../basics/day.ts';
import { checkDay, dayInMonth, dayOfMonthOf, monthOf } from './month-grid.ts';
import type { Carried, MonthGrid, Step, VestingPlan } from './plan.ts';

export class Timeline {
  /** How many distinct dates there are. */
  count = 0;
  dates = new Float64Array(64);
  /** Cumulative numerators by date, from `offset` on; exact where `Carried.small` is defined. */
  cumulative: Float64Array = new Float64Array(64);
  exact: readonly bigint[] = [];
  counted: readonly bigint[] = [];
  offset = 0;

  private ownCumulative = new Float64Array(64);
  private raw = new Float64Array(64);
  private accrued = new Float64Array(64);
  private order: number[] = [];
  private keepsInstallments = false;

  /**
   * Lays out the dates of a plan.
   *
   * @param from every earlier date moves to it
   * @param to every later date moves to it
   * @param byInstallment what a cliff withholds keeps an entry for each installment, in the order in which they
   *   accrue, until `gather` has brought the shares of each to its date
   * @throws RegrantError a date lies beyond 9999
   */
  layOut(plan: VestingPlan, start: Day, from = -Infinity, to = Infinity, byInstallment = false): void {
    if (this.dates.length < plan.size) this.grow(plan.size);
    this.keepsInstallments = byInstallment && plan.hasCliff;
    if (plan.grid !== undefined && !this.keepsInstallments) this.layOutGrid(plan.grid, start, from, to);
    else this.layOutSteps(plan, start, from, to);
  }

  /** Adds up the shares of entries that vest on one date, where a cliff's installments have been kept apart. */
  gather(shares: Float64Array | number[]): void {
    if (!this.keepsInstallments) return;
    this.keepsInstallments = false;
    const { count, dates } = this;
    const entries = Array.from({ length: count }, (_, i) => ({
      date: dates[i] ?? 0,
      shares: shares[i] ?? 0,
    }));
    entries.sort((a, b) => a.date - b.date);
    this.count = 0;
    for (const entry of entries) {
      const last = this.count - 1;
      if (last >= 0 && dates[last] === entry.date) shares[last] = (shares[last] ?? 0) + entry.shares;
      else {
        dates[this.count] = entry.date;
        shares[this.count++] = entry.shares;
      }
    }
  }

  /** The index of the last date on or before a day, -1 where there is none. */
  lastOnOrBefore(day: Day): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.dates[middle] ?? Infinity) <= day) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  private layOutGrid(grid: MonthGrid, start: Day, from: Day, to: Day): void {
    const { months, dayOfMonth, cumulative } = grid;
    const { dates } = this;
    const size = months.length;
    const month = monthOf(start);
    const ownDay = dayOfMonthOf(start, month);
    let count = 0;
    for (let i = 0; i < size; i++) {
      const day = dayInMonth(month + (months[i] ?? 0), (dayOfMonth[i] ?? 0) || ownDay);
      if (day > from) dates[count++] = day;
      // Of the dates that move to the grant date, one is left, with what all of them carry.
      else if (count === 0) dates[count++] = from;
    }
    this.count = count;
    this.cumulative = cumulative;
    this.offset = size - count;
    if ((dates[count - 1] ?? -Infinity) > to) this.endOn(to);
  }

  /** Of the dates that move to the last one allowed, one is left, with all that is left to vest. */
  private endOn(to: Day): void {
    const { dates } = this;
    const kept = this.lastOnOrBefore(to);
    const lastCumulative = this.cumulative[this.offset + this.count - 1] ?? 0;
    const isNew = kept < 0 || dates[kept] !== to;
    const count = isNew ? kept + 2 : kept + 1;
    const own = this.ownCumulative;
    for (let i = 0; i < count; i++) own[i] = this.cumulative[this.offset + i] ?? 0;
    dates[count - 1] = to;
    own[count - 1] = lastCumulative;
    this.count = count;
    this.cumulative = own;
    this.offset = 0;
  }

  private layOutSteps({ steps, carried }: VestingPlan, start: Day, from: Day, to: Day): void {
    const { raw, accrued, order } = this;
    const size = walk(steps, start, raw, accrued);
    let ascending = true;
    for (let i = 0; i < size; i++) {
      raw[i] = Math.min(Math.max(raw[i] ?? 0, from), to);
      accrued[i] = this.keepsInstallments ? Math.min(Math.max(accrued[i] ?? 0, from), to) : (raw[i] ?? 0);
      if (i > 0 && ((accrued[i] ?? 0) < (accrued[i - 1] ?? 0) || (raw[i] ?? 0) < (raw[i - 1] ?? 0)))
        ascending = false;
      order[i] = i;
    }
    order.length = size;
    if (!ascending)
      order.sort((a, b) => (accrued[a] ?? 0) - (accrued[b] ?? 0) || (raw[a] ?? 0) - (raw[b] ?? 0) || a - b);
    this.offset = 0;
    if (carried.small === undefined) this.mergeExactly(carried);
    else this.merge(carried.numerators);
  }

  /** Whether an installment has an entry together with the one before it. */
  private joins(i: number, before: number | undefined): boolean {
    return (
      before !== undefined && this.raw[i] === this.raw[before] && this.accrued[i] === this.accrued[before]
    );
  }

  private merge(numerators: Float64Array): void {
    const { raw, dates, ownCumulative: cumulative } = this;
    this.cumulative = cumulative;
    let count = 0;
    let sum = 0;
    let before: number | undefined;
    for (const i of this.order) {
      sum += numerators[i] ?? 0;
      if (!this.joins(i, before)) dates[count++] = raw[i] ?? 0;
      cumulative[count - 1] = sum;
      before = i;
    }
    this.count = count;
  }

  private mergeExactly({ exact, counted }: Carried): void {
    const { raw, dates } = this;
    const exactSums: bigint[] = [];
    const countedSums: bigint[] = [];
    let count = 0;
    let [sum, countedSum] = [0n, 0n];
    let before: number | undefined;
    for (const i of this.order) {
      sum += exact[i] ?? 0n;
      countedSum += counted[i] ?? 0n;
      if (!this.joins(i, before)) dates[count++] = raw[i] ?? 0;
      exactSums[count - 1] = sum;
      countedSums[count - 1] = countedSum;
      before = i;
    }
    this.count = count;
    this.exact = exactSums;
    this.counted = countedSums;
  }

  private grow(size: number): void {
    this.dates = new Float64Array(size);
    this.ownCumulative = new Float64Array(size);
    this.raw = new Float64Array(size);
    this.accrued = new Float64Array(size);
  }
}

/**
 * Writes the date of every installment that carries something, and the one on which it would vest without its part's
 * cliff, in the order of the parts, and returns how many there are. A step in months goes to the start's day of the month, or to that of the `on` date from which a
 * chain last started, however many days or clamped months lie between.
 */
function walk(steps: readonly Step[], start: Day, dates: Float64Array, accrued: Float64Array): number {
  const startDay = dayOfMonthOf(start, monthOf(start));
  let last = start;
  let chainDay = startDay;
  let size = 0;
  for (const step of steps) {
    if (step.date !== undefined) chainDay = dayOfMonthOf(step.date, monthOf(step.date));
    else if (!step.chained) chainDay = startDay;
    const from = step.date ?? (step.chained ? last : start);
    const notBefore = step.cliff === undefined ? -Infinity : cliffDate(step, step.cliff, from, chainDay);
    for (let i = 1; i <= step.count; i++) {
      const date = onDayOf(step, stepFrom(from, step.months * i, step.days * i, chainDay));
      last = checkDay(date > notBefore ? date : notBefore);
      if (!step.vests) continue;
      accrued[size] = date;
      dates[size++] = last;
    }
  }
  return size;
}

function stepFrom(from: Day, months: number, days: number, chainDay: number): Day {
  return months === 0 ? from + days : dayInMonth(monthOf(from) + months, chainDay);
}

const onDayOf = ({ dayOfMonth }: Step, day: Day): Day =>
  dayOfMonth === 0 ? day : dayInMonth(monthOf(day), dayOfMonth);

function cliffDate(step: Step, cliff: NonNullable<Step['cliff']>, from: Day, chainDay: number): Day {
  return onDayOf(step, cliff.date ?? stepFrom(from, cliff.months, cliff.days, chainDay));
}
