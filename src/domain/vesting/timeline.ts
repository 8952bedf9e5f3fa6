/**
 * The dates of a plan for one vesting start: walked part by part, in date order, those that coincide merged. It
 * knows days and numerators, not shares. One timeline is laid out again and again, so that a run over many
 * grants makes no objects.
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
  private order: number[] = [];

  /**
   * Lays out the dates of a plan.
   *
   * @param grantDate every earlier date moves to it, where it is later than the start
   * @throws RegrantError a date lies beyond 9999
   */
  layOut(plan: VestingPlan, start: Day, grantDate: Day | undefined): void {
    if (this.dates.length < plan.size) this.grow(plan.size);
    const floor = grantDate !== undefined && grantDate > start ? grantDate : -Infinity;
    if (plan.grid !== undefined) this.layOutGrid(plan.grid, start, floor);
    else this.layOutSteps(plan, start, floor);
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

  private layOutGrid(grid: MonthGrid, start: Day, floor: Day): void {
    const { months, dayOfMonth, cumulative } = grid;
    const { dates } = this;
    const size = months.length;
    const month = monthOf(start);
    const ownDay = dayOfMonthOf(start, month);
    let count = 0;
    for (let i = 0; i < size; i++) {
      const day = dayInMonth(month + (months[i] ?? 0), (dayOfMonth[i] ?? 0) || ownDay);
      if (day > floor) dates[count++] = day;
      // Of the dates that move to the grant date, one is left, with what all of them carry.
      else if (count === 0) dates[count++] = floor;
    }
    this.count = count;
    this.cumulative = cumulative;
    this.offset = size - count;
  }

  private layOutSteps({ steps, carried }: VestingPlan, start: Day, floor: Day): void {
    const { raw, order } = this;
    const size = walk(steps, start, raw);
    let ascending = true;
    for (let i = 0; i < size; i++) {
      if ((raw[i] ?? 0) < floor) raw[i] = floor;
      if (i > 0 && (raw[i] ?? 0) < (raw[i - 1] ?? 0)) ascending = false;
      order[i] = i;
    }
    order.length = size;
    if (!ascending) order.sort((a, b) => (raw[a] ?? 0) - (raw[b] ?? 0) || a - b);
    this.offset = 0;
    if (carried.small === undefined) this.mergeExactly(carried);
    else this.merge(carried.numerators);
  }

  private merge(numerators: Float64Array): void {
    const { raw, dates, ownCumulative: cumulative } = this;
    this.cumulative = cumulative;
    let count = 0;
    let sum = 0;
    for (const i of this.order) {
      const date = raw[i] ?? 0;
      sum += numerators[i] ?? 0;
      if (count === 0 || dates[count - 1] !== date) dates[count++] = date;
      cumulative[count - 1] = sum;
    }
    this.count = count;
  }

  private mergeExactly({ exact, counted }: Carried): void {
    const { raw, dates } = this;
    const exactSums: bigint[] = [];
    const countedSums: bigint[] = [];
    let count = 0;
    let [sum, countedSum] = [0n, 0n];
    for (const i of this.order) {
      const date = raw[i] ?? 0;
      sum += exact[i] ?? 0n;
      countedSum += counted[i] ?? 0n;
      if (count === 0 || dates[count - 1] !== date) dates[count++] = date;
      exactSums[count - 1] = sum;
      countedSums[count - 1] = countedSum;
    }
    this.count = count;
    this.exact = exactSums;
    this.counted = countedSums;
  }

  private grow(size: number): void {
    this.dates = new Float64Array(size);
    this.ownCumulative = new Float64Array(size);
    this.raw = new Float64Array(size);
  }
}

/**
 * Writes the date of every installment that carries something, in the order of the parts, and returns how many
 * there are. A step in months goes to the start's day of the month, or to that of the `on` date from which a
 * chain last started, however many days or clamped months lie between.
 */
function walk(steps: readonly Step[], start: Day, dates: Float64Array): number {
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
      if (step.vests) dates[size++] = last;
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
