/**
 * A schedule compiled for use on many grants: each part's place in the chain, and what each installment carries
 * as whole numerators over one denominator. Where every installment is some months after the vesting start, on
 * one day of the month each, the dates have one order for every start, and are sorted and merged here once.
 */
import type { Day } from '../basics/day.ts';
import { Fraction } from '../basics/fraction.ts';
import { daysIn, type Duration, monthsIn } from './duration.ts';
import { type PortionSums, sumPortions } from './portions.ts';
import { installmentCount, type Part, type Schedule } from './schedule.ts';

export interface VestingPlan {
  /** The most dates that the schedule can have; what `vestInto` needs room for. */
  readonly size: number;
  readonly steps: readonly Step[];
  /** Dates in an order that no start can change, or undefined where it depends on the start. */
  readonly grid: MonthGrid | undefined;
  /** Whether a part withholds what vests before a cliff. */
  readonly hasCliff: boolean;
  readonly carried: Carried;
  readonly sums: PortionSums;
}

/** A part as the walk over the dates needs it. */
export interface Step {
  /** Whether it is counted from the last date of the step before rather than from the vesting start. */
  readonly chained: boolean;
  /** The date itself, where it is fixed. */
  readonly date: Day | undefined;
  readonly months: number;
  readonly days: number;
  readonly count: number;
  /** Replaces the day of the month; 0 keeps the start's. */
  readonly dayOfMonth: number;
  readonly cliff:
    { readonly months: number; readonly days: number; readonly date: Day | undefined } | undefined;
  /** Whether it carries anything; a part of 0% only moves the parts chained to it. */
  readonly vests: boolean;
}

/** Dates by months after the vesting start, ascending and distinct. */
export interface MonthGrid {
  readonly months: Int32Array;
  /** The day of the month of each, 0 for the start's own. */
  readonly dayOfMonth: Uint8Array;
  /** Cumulative numerators, as `Carried.numerators` but in this order. */
  readonly cumulative: Float64Array;
  readonly exact: readonly bigint[];
}

/**
 * What each installment of each part carries: (award x numerator + counted) / denominator shares. `numerators`
 * serve where the denominator is small enough for exact arithmetic on doubles and no shares are counted;
 * `exact` and `counted` serve everywhere.
 */
export interface Carried {
  readonly denominator: bigint;
  readonly small: number | undefined;
  readonly numerators: Float64Array;
  readonly exact: readonly bigint[];
  readonly counted: readonly bigint[];
}

/** Below it, twice a product of two numbers up to the denominator, plus twice the denominator, is below 2^53. */
const MOST_SMALL_DENOMINATOR = 2n ** 25n;

const plans = new WeakMap<Schedule, VestingPlan>();

/** The schedule's plan, compiled once. */
export function planOf(schedule: Schedule): VestingPlan {
  const known = plans.get(schedule);
  if (known !== undefined) return known;
  const plan = compile(schedule);
  plans.set(schedule, plan);
  return plan;
}

function compile({ parts }: Schedule): VestingPlan {
  const sums = sumPortions(parts);
  const steps = parts.map(stepOf);
  const carried = carry(parts, sums);
  const grid = monthGrid(steps, carried);
  const hasCliff = steps.some(({ cliff }) => cliff !== undefined);
  return { size: carried.exact.length, steps, grid, hasCliff, carried, sums };
}

function stepOf(part: Part): Step {
  const { timing, chained, dayOfMonth = 0 } = part;
  const step = {
    chained,
    date: undefined,
    count: 1,
    dayOfMonth,
    cliff: undefined,
    vests: carriesAnything(part),
  };
  if (timing.kind === 'on') return { ...step, chained: false, date: timing.date, months: 0, days: 0 };
  if (timing.kind !== 'every')
    return { ...step, chained: chained && timing.kind === 'after', ...spanOf(timing.duration) };
  const { cliff } = timing;
  return {
    ...step,
    ...spanOf(timing.period),
    count: timing.count,
    cliff:
      cliff === undefined
        ? undefined
        : cliff.kind === 'on'
          ? { months: 0, days: 0, date: cliff.date }
          : { ...spanOf(cliff.duration), date: undefined },
  };
}

const spanOf = (duration: Duration) => ({ months: monthsIn(duration), days: daysIn(duration) });

const carriesAnything = ({ portion }: Part): boolean =>
  portion.kind === 'rest' ||
  (portion.kind === 'shares' ? portion.count > 0 : portion.fraction.numerator > 0n);

/** What each installment carries, of the parts that carry anything, in the order of the parts. */
function carry(parts: readonly Part[], sums: PortionSums): Carried {
  const vesting = parts.filter(carriesAnything);
  const shares = Fraction.of(sums.shares);
  const perInstallment = vesting.map((part) => {
    const count = Fraction.of(installmentCount(part));
    const { portion } = part;
    const [ofAward, counted] =
      portion.kind === 'fraction'
        ? [portion.fraction, Fraction.ZERO]
        : portion.kind === 'shares'
          ? [Fraction.ZERO, Fraction.of(portion.count)]
          : [Fraction.ONE.minus(sums.fractions), Fraction.ZERO.minus(shares)];
    return { ofAward: ofAward.dividedBy(count), counted: counted.dividedBy(count) };
  });
  const denominator = perInstallment.reduce(
    (least, { ofAward, counted }) => common(common(least, ofAward.denominator), counted.denominator),
    1n,
  );
  const over = (fraction: Fraction): bigint => (fraction.numerator * denominator) / fraction.denominator;
  const spread = (numerators: readonly bigint[]): bigint[] =>
    vesting.flatMap((part, index) => Array<bigint>(installmentCount(part)).fill(numerators[index] ?? 0n));
  const exact = spread(perInstallment.map(({ ofAward }) => over(ofAward)));
  const counted = spread(perInstallment.map((each) => over(each.counted)));
  const small = sums.shares === 0n && denominator <= MOST_SMALL_DENOMINATOR ? Number(denominator) : undefined;
  return { denominator, small, exact, counted, numerators: Float64Array.from(exact, Number) };
}

/** The least common multiple. */
const common = (a: bigint, b: bigint): bigint => Fraction.of(a, b).numerator * b;

/** The dates sorted and merged for every start at once, where each is some months after it. */
function monthGrid(steps: readonly Step[], carried: Carried): MonthGrid | undefined {
  if (carried.small === undefined) return undefined;
  const dates: { months: number; dayOfMonth: number; numerator: bigint }[] = [];
  let last = 0;
  let index = 0;
  for (const step of steps) {
    const { months, dayOfMonth, cliff } = step;
    if (step.date !== undefined || step.days > 0) return undefined;
    // No time after the part before is that part's date, on whatever day its own rule has put it.
    if (step.chained && months === 0) return undefined;
    if (cliff !== undefined && (cliff.date !== undefined || cliff.days > 0)) return undefined;
    const start = step.chained ? last : 0;
    // Under one day of the month, dates compare as their months do.
    const notBefore = start + (cliff?.months ?? 0);
    for (let i = 1; i <= step.count; i++) {
      last = Math.max(start + months * i, notBefore);
      if (step.vests) dates.push({ months: last, dayOfMonth, numerator: carried.exact[index++] ?? 0n });
    }
  }
  dates.sort((a, b) => a.months - b.months);
  const merged: typeof dates = [];
  for (const date of dates) {
    const before = merged[merged.length - 1];
    if (before?.months !== date.months) merged.push({ ...date });
    // Two days of one month: which comes first depends on the start.
    else if (before.dayOfMonth !== date.dayOfMonth) return undefined;
    else before.numerator += date.numerator;
  }
  let sum = 0n;
  const exact = merged.map(({ numerator }) => (sum += numerator));
  return {
    months: Int32Array.from(merged, ({ months }) => months),
    dayOfMonth: Uint8Array.from(merged, ({ dayOfMonth }) => dayOfMonth),
    cumulative: Float64Array.from(exact, Number),
    exact,
  };
}
