/**
 * Vesting: the dates and shares of one award under a schedule. `vest` makes rows for a person to read;
 * `vestInto` fills arrays of the caller's, and `vestedOn` makes nothing at all, for runs over many grants.
 */
import type { Day } from '../basics/day.ts';
import { badNumber } from '../basics/error.ts';
import { say } from '../basics/sentence.ts';
import { type Allocation, CUMULATIVE_ROUND_DOWN } from './allocation.ts';
import { type AwardPortions, ExactPortions, SmallPortions } from './award-portions.ts';
import { planOf, type VestingPlan } from './plan.ts';
import { checkAward } from './portions.ts';
import type { Schedule } from './schedule.ts';
import { Timeline } from './timeline.ts';

export interface VestingOptions {
  /** How whole shares are allocated to the dates (default `CUMULATIVE_ROUND_DOWN`). */
  readonly allocation?: Allocation | undefined;
  /** Nothing vests after it; a vesting date equal to it still vests. */
  readonly terminationDate?: Day | undefined;
  /** Every earlier date moves to it, before shares are allocated. */
  readonly grantDate?: Day | undefined;
  /** Every later date moves to it, before shares are allocated. */
  readonly notAfter?: Day | undefined;
}

/** What vests on one date. */
export interface Vesting {
  readonly date: Day;
  /** More than zero; whole unless the allocation is `FRACTIONAL`. */
  readonly shares: number;
  /** What has vested by this date, this one included. */
  readonly cumulative: number;
}

const NO_OPTIONS: VestingOptions = {};

// One of each serves every call: nothing here calls back, so no two calls overlap.
const timeline = new Timeline();
const smallPortions = new SmallPortions();
const exactPortions = new ExactPortions();
let scratch = new Float64Array(64);

/**
 * The dates on which shares vest, in date order, with the shares of each.
 *
 * @param shares the award: whole, 0 to 2^53
 * @param start the vesting start
 * @returns one row per date on which at least one share vests (a fraction of one in `FRACTIONAL`)
 * @throws RegrantError the schedule's counted shares do not fit the award, or a date lies beyond 9999
 */
export function vest(schedule: Schedule, shares: number, start: Day, options = NO_OPTIONS): Vesting[] {
  const { allocation = CUMULATIVE_ROUND_DOWN, terminationDate = Infinity } = options;
  const portions = layOut(planOf(schedule), shares, start, options);
  allocation.allocate(portions, room(portions.count));
  timeline.gather(scratch);
  const rows: Vesting[] = [];
  let cumulative = 0;
  for (let i = 0; i < timeline.count && (timeline.dates[i] ?? 0) <= terminationDate; i++) {
    const vesting = scratch[i] ?? 0;
    cumulative = allocation.vestedBy?.(portions, i) ?? cumulative + vesting;
    if (vesting > 0) rows.push({ date: timeline.dates[i] ?? 0, shares: vesting, cumulative });
  }
  return rows;
}

/**
 * The same, written into arrays with room for `plan.size` entries: the dates, and the shares of each.
 *
 * @returns how many entries were written
 * @throws RegrantError as `vest`
 */
export function vestInto(
  plan: VestingPlan,
  shares: number,
  start: Day,
  options: VestingOptions,
  dates: Float64Array | number[],
  amounts: Float64Array | number[],
): number {
  const { allocation = CUMULATIVE_ROUND_DOWN, terminationDate = Infinity } = options;
  const portions = layOut(plan, shares, start, options);
  allocation.allocate(portions, amounts);
  timeline.gather(amounts);
  const laidOut = timeline.dates;
  const { count } = timeline;
  let written = 0;
  for (let i = 0; i < count; i++) {
    const date = laidOut[i] ?? 0;
    if (date > terminationDate) break;
    const vesting = amounts[i] ?? 0;
    if (vesting <= 0) continue;
    dates[written] = date;
    amounts[written++] = vesting;
  }
  return written;
}

/**
 * The shares vested on or before a day.
 *
 * @throws RegrantError as `vest`
 */
export function vestedOn(
  schedule: Schedule,
  shares: number,
  start: Day,
  asOf: Day,
  options = NO_OPTIONS,
): number {
  const { allocation = CUMULATIVE_ROUND_DOWN, terminationDate = Infinity } = options;
  const portions = layOut(planOf(schedule), shares, start, options);
  const until = Math.min(asOf, terminationDate);
  if (allocation.vestedBy !== undefined) {
    const last = timeline.lastOnOrBefore(until);
    return last < 0 ? 0 : allocation.vestedBy(portions, last);
  }
  allocation.allocate(portions, room(portions.count));
  timeline.gather(scratch);
  const last = timeline.lastOnOrBefore(until);
  let vested = 0;
  for (let i = 0; i <= last; i++) vested += scratch[i] ?? 0;
  return vested;
}

/** Lays out the dates, and what each carries of the award. */
function layOut(plan: VestingPlan, shares: number, start: Day, options: VestingOptions): AwardPortions {
  const { allocation, grantDate, notAfter } = options;
  if (!Number.isInteger(shares) || shares < 0 || shares > 2 ** 53)
    throw badNumber(say`The award must be whole shares from 0 to 2^53, and is ${shares}.`);
  if (plan.sums.shares > 0n) checkAward(plan.sums, shares);
  timeline.layOut(plan, start, grantDate, notAfter, allocation?.byInstallment);
  const { small, denominator } = plan.carried;
  if (small === undefined) {
    exactPortions.hold(timeline, denominator, shares);
    return exactPortions;
  }
  smallPortions.hold(timeline, small, shares);
  return smallPortions;
}

function room(size: number): Float64Array {
  if (scratch.length < size) scratch = new Float64Array(size);
  return scratch;
}
