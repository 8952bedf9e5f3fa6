/**
 * What many grants vest by period: the table of an annual report, or of the next quarters. Each installment is
 * looked at once, and each period once.
 */
import { dated, type Day } from '../basics/day.ts';
import { badValue } from '../basics/error.ts';
import { say } from '../basics/sentence.ts';
import type { Allocation } from './allocation.ts';
import { planOf, type VestingPlan } from './plan.ts';
import type { Schedule } from './schedule.ts';
import { vestInto } from './vest.ts';

/** Grants column by column, as a sheet holds them; all columns are as long as `shares`. */
export interface VestingGrants {
  /** Whole shares, 0 to 2^53. */
  readonly shares: ArrayLike<number>;
  readonly starts: ArrayLike<Day>;
  /** One schedule for each grant, or one for all. */
  readonly schedules: Schedule | ArrayLike<Schedule>;
  /** Undefined where service has not ended. */
  readonly terminationDates?: ArrayLike<Day | undefined> | undefined;
  readonly grantDates?: ArrayLike<Day | undefined> | undefined;
}

/** Up to so many days between the first and the last period end are looked up in a table, day by day. */
const MOST_TABLED_DAYS = 400_000;

/**
 * The shares that vest in each period, over all grants: after the previous period end, up to and including this
 * one. The first period takes everything before it; what vests after the last one is left out.
 *
 * @param periodEnds not descending
 * @returns one sum per period end; whole unless the allocation is `FRACTIONAL`
 * @throws RegrantError period ends descend, or as `vest`
 */
export function vestingTotals(
  grants: VestingGrants,
  periodEnds: readonly Day[],
  allocation?: Allocation,
): number[] {
  const totals = periodEnds.map(() => 0);
  const first = periodEnds[0];
  const last = periodEnds[periodEnds.length - 1];
  if (first === undefined || last === undefined) return totals;
  const periodOf = periodFinder(periodEnds, first, last);

  const { shares, starts, schedules, terminationDates, grantDates } = grants;
  let dates = new Float64Array(64);
  let amounts = new Float64Array(64);
  const options = {
    allocation,
    terminationDate: undefined as Day | undefined,
    grantDate: undefined as Day | undefined,
  };
  const one = 'parts' in schedules ? planOf(schedules) : undefined;
  for (let grant = 0; grant < shares.length; grant++) {
    const plan = one ?? planAt(schedules as ArrayLike<Schedule>, grant);
    if (dates.length < plan.size)
      [dates, amounts] = [new Float64Array(plan.size), new Float64Array(plan.size)];
    // What vests after the last period end is not asked for.
    options.terminationDate = Math.min(terminationDates?.[grant] ?? last, last);
    options.grantDate = grantDates?.[grant];
    const count = vestInto(plan, shares[grant] ?? 0, starts[grant] ?? 0, options, dates, amounts);
    for (let i = 0; i < count; i++) {
      const period = periodOf(dates[i] ?? 0);
      totals[period] = (totals[period] ?? 0) + (amounts[i] ?? 0);
    }
  }
  return totals;
}

function planAt(schedules: ArrayLike<Schedule>, grant: number): VestingPlan {
  const schedule = schedules[grant];
  if (schedule === undefined) throw badValue(say`Grant ${grant + 1} has no vesting schedule.`);
  return planOf(schedule);
}

/** Finds the first period whose end is on or after a day that is not after the last end. */
function periodFinder(ends: readonly Day[], first: Day, last: Day): (day: Day) => number {
  for (let i = 1; i < ends.length; i++) {
    const [before, end] = [ends[i - 1] ?? 0, ends[i] ?? 0];
    if (end < before)
      throw badValue(
        say`Period ends must ascend, and ${dated(end)} follows ${dated(before)}: sort them by date.`,
      );
  }
  if (last - first > MOST_TABLED_DAYS) return (day) => firstOnOrAfter(ends, day);
  const table = new Int32Array(last - first + 1);
  let period = 0;
  for (let day = first; day <= last; day++) {
    while ((ends[period] ?? Infinity) < day) period++;
    table[day - first] = period;
  }
  return (day) => (day <= first ? 0 : (table[day - first] ?? 0));
}

function firstOnOrAfter(ends: readonly Day[], day: Day): number {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
