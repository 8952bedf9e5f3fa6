/**
 * How the cost of an award is spread over the periods in which it is earned, in whole cents that add up to the cost.
 * It knows a cost and a schedule, not how the cost came about.
 */
import type { Day } from '../basics/day.ts';
import { exactDecimal, roundHalfUp } from '../basics/decimal.ts';
import { badNumber, badValue } from '../basics/error.ts';
import { say } from '../basics/sentence.ts';
import { Fraction } from '../basics/fraction.ts';
import { nearestWord, sameWord } from '../basics/words.ts';
import type { Schedule } from '../vesting/schedule.ts';
import { planOf } from '../vesting/plan.ts';
import { vest } from '../vesting/vest.ts';
import { type ExpenseBasis, monthsBetween, served } from './service-basis.ts';

/** `straight-line`: evenly to the last vesting date, never below what has vested. `graded`: each tranche by itself. */
export const EXPENSE_METHODS = ['straight-line', 'graded'] as const;
export type ExpenseMethod = (typeof EXPENSE_METHODS)[number];

/** The expense of one period, in the currency of the cost. */
export interface PeriodExpense {
  readonly periodEnd: Day;
  readonly expense: number;
  readonly cumulative: number;
}

/** @throws RegrantError the word names no method */
export function parseExpenseMethod(word: string, argument = 'method'): ExpenseMethod {
  const found = EXPENSE_METHODS.find((method) => sameWord(method, word));
  if (found !== undefined) return found;
  throw badValue(
    say`${argument} "${word}" is not known: use straight-line or graded${nearestWord(word, EXPENSE_METHODS)}`,
  );
}

export interface ExpenseOptions {
  readonly method?: ExpenseMethod | undefined;
  readonly basis?: ExpenseBasis | undefined;
  /** The part of the holders expected to leave in a year, 0 to 1: a tranche counts for those who stay until its date. */
  readonly forfeitureRate?: number | undefined;
}

/**
 * The expense of each period: what is earned in (previous end, end]; the first takes everything before it.
 *
 * @param cost rounded half up to whole cents
 * @param start the first day of service; what the schedule dates before it is earned on it
 * @param periodEnds ascending
 * @throws RegrantError the cost negative, a rate outside 0 to 1, periods out of order, or a schedule that counts shares
 * @see ASC 718-10-35-8: straight-line may not fall below the vested portion; ASC 718-10-35-3 on forfeitures
 */
export function expense(
  cost: number,
  start: Day,
  schedule: Schedule,
  periodEnds: readonly Day[],
  { method = 'straight-line', basis = 'days', forfeitureRate = 0 }: ExpenseOptions = {},
): PeriodExpense[] {
  const cents = centsOf(cost);
  if (!(forfeitureRate >= 0 && forfeitureRate <= 1))
    throw badNumber(say`forfeitureRate must be from 0 to 1, such as 0.05, and is ${forfeitureRate}.`);
  const award = tranchesOf(schedule, start, forfeitureRate);
  const earned = method === 'graded' ? gradedPortion : straightLinePortion;
  let before = 0n;
  return periodEnds.map((periodEnd, index) => {
    if (index > 0 && periodEnd <= (periodEnds[index - 1] ?? 0))
      throw badValue(say`periodEnds must ascend, each after the one before.`);
    const portion = earned(award, start, periodEnd, basis);
    const cumulative = nearestCent({ ...portion, numerator: cents * portion.numerator });
    const row = { periodEnd, expense: toUnits(cumulative - before), cumulative: toUnits(cumulative) };
    before = cumulative;
    return row;
  });
}

/** A portion, not in lowest terms: to find them takes longer than all the rest. */
interface Portion {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** What vests on each date, as it is expected to: parts of a common unit. */
interface Tranches {
  readonly dates: readonly Day[];
  readonly expected: readonly bigint[];
  /** What is expected by each date, this one included. */
  readonly cumulative: readonly bigint[];
  /** How many units the whole award has, with nobody leaving. */
  readonly unit: bigint;
}

/** Digits to which the part of the holders who stay is kept: exact for a rate in whole per cents up to 15 years. */
const STAYING_SCALE = 10n ** 30n;

/** Longer than anybody serves; powers beyond would have thousands of digits. */
const MOST_YEARS = 100n;

/** Most whole numbers that a double holds. */
const MOST_EXACT = 2n ** 53n;

/** The schedule's dates with exact portions: an award of as many shares as its denominator vests without fractions. */
function tranchesOf(schedule: Schedule, start: Day, forfeitureRate: number): Tranches {
  const { sums, carried } = planOf(schedule);
  if (sums.shares > 0n)
    throw badValue(
      say`schedule must be in portions, such as 25% or 1/4: one that counts shares has no cost by itself.`,
    );
  if (carried.denominator > MOST_EXACT)
    throw badNumber(say`schedule divides the award into portions too fine to be calculated exactly.`);
  const vestings = vest(schedule, Number(carried.denominator), start, { grantDate: start });
  const expected = vestings.map(({ date, shares }) => BigInt(shares) * staying(start, date, forfeitureRate));
  let sum = 0n;
  return {
    dates: vestings.map(({ date }) => date),
    expected,
    cumulative: expected.map((each) => (sum += each)),
    unit: carried.denominator * STAYING_SCALE,
  };
}

/** The part of the holders who are still there at a date, over the scale: (1 - rate) to the power of the years. */
function staying(start: Day, date: Day, forfeitureRate: number): bigint {
  if (forfeitureRate === 0 || date <= start) return STAYING_SCALE;
  const years = monthsBetween(start, date).dividedBy(Fraction.of(12));
  const { numerator, denominator } =
    years.denominator === 1n && years.numerator <= MOST_YEARS
      ? power(Fraction.ONE.minus(exactDecimal(forfeitureRate)), years.numerator)
      : exactDecimal((1 - forfeitureRate) ** years.toNumber());
  return (2n * numerator * STAYING_SCALE + denominator) / (2n * denominator);
}

const power = ({ numerator, denominator }: Fraction, exponent: bigint): Portion => ({
  numerator: numerator ** exponent,
  denominator: denominator ** exponent,
});

/** The portion earned by straight line, or what has vested by then if that is more. */
function straightLinePortion(
  { dates, cumulative, unit }: Tranches,
  start: Day,
  end: Day,
  basis: ExpenseBasis,
): Portion {
  const total = cumulative.at(-1) ?? 0n;
  const { numerator, denominator } = served(start, dates.at(-1) ?? start, end, basis);
  const vested = cumulative[dates.filter((date) => date <= end).length - 1] ?? 0n;
  const evenly = total * numerator;
  return evenly >= vested * denominator
    ? { numerator: evenly, denominator: unit * denominator }
    : { numerator: vested, denominator: unit };
}

/** Each tranche earned over its own time from the start. */
function gradedPortion(
  { dates, expected, cumulative, unit }: Tranches,
  start: Day,
  end: Day,
  basis: ExpenseBasis,
): Portion {
  const complete = dates.filter((date) => date <= Math.max(start, end + 1) && end >= start).length;
  let [numerator, denominator] = [cumulative[complete - 1] ?? 0n, 1n];
  for (let i = complete; i < dates.length; i++) {
    const part = served(start, dates[i] ?? start, end, basis);
    numerator = numerator * part.denominator + (expected[i] ?? 0n) * part.numerator * denominator;
    denominator *= part.denominator;
  }
  return { numerator, denominator: unit * denominator };
}

/** The cost in whole cents; a fraction of a cent, as a computed cost has, is rounded half up. */
function centsOf(cost: number): bigint {
  if (cost < 0) throw badNumber(say`cost must not be negative, and is ${cost}.`);
  return exactDecimal(roundHalfUp(cost, 2)).times(Fraction.of(100n)).numerator;
}

const nearestCent = ({ numerator, denominator }: Portion): bigint =>
  (2n * numerator + denominator) / (2n * denominator);

const toUnits = (cents: bigint): number => Number(cents) / 100;
