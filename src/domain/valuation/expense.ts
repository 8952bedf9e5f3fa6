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
  const cents = Fraction.of(centsOf(cost));
  if (!(forfeitureRate >= 0 && forfeitureRate <= 1))
    throw badNumber(say`forfeitureRate must be from 0 to 1, such as 0.05, and is ${forfeitureRate}.`);
  const tranches = tranchesOf(schedule, start, forfeitureRate);
  const earned = method === 'graded' ? gradedPortion : straightLinePortion;
  let before = 0n;
  return periodEnds.map((periodEnd, index) => {
    if (index > 0 && periodEnd <= (periodEnds[index - 1] ?? 0))
      throw badValue(say`periodEnds must ascend, each after the one before.`);
    const cumulative = nearestCent(cents.times(earned(tranches, start, periodEnd, basis)));
    const row = { periodEnd, expense: toUnits(cumulative - before), cumulative: toUnits(cumulative) };
    before = cumulative;
    return row;
  });
}

/** What vests on one date: the portion of the award that is expected to. */
interface Tranche {
  readonly date: Day;
  readonly expected: Fraction;
}

/** Most whole numbers that a double holds. */
const MOST_EXACT = 2n ** 53n;

/** The schedule's dates with exact portions: an award of as many shares as its denominator vests without fractions. */
function tranchesOf(schedule: Schedule, start: Day, forfeitureRate: number): readonly Tranche[] {
  const { sums, carried } = planOf(schedule);
  if (sums.shares > 0n)
    throw badValue(
      say`schedule must be in portions, such as 25% or 1/4: one that counts shares has no cost by itself.`,
    );
  if (carried.denominator > MOST_EXACT)
    throw badNumber(say`schedule divides the award into portions too fine to be calculated exactly.`);
  return vest(schedule, Number(carried.denominator), start, { grantDate: start }).map(({ date, shares }) => ({
    date,
    expected: Fraction.of(shares, carried.denominator).times(staying(start, date, forfeitureRate)),
  }));
}

/** The part of the holders who are still there at a date: exact after whole years, the nearest double else. */
function staying(start: Day, date: Day, forfeitureRate: number): Fraction {
  if (forfeitureRate === 0 || date <= start) return Fraction.ONE;
  const years = monthsBetween(start, date).dividedBy(Fraction.of(12));
  if (years.denominator !== 1n) return exactDecimal((1 - forfeitureRate) ** years.toNumber());
  const yearly = Fraction.ONE.minus(exactDecimal(forfeitureRate));
  return Fraction.of(yearly.numerator ** years.numerator, yearly.denominator ** years.numerator);
}

const sumOf = (tranches: readonly Tranche[]): Fraction =>
  tranches.reduce((sum, { expected }) => sum.plus(expected), Fraction.ZERO);

/** The portion earned by straight line, or what has vested by then if that is more. */
function straightLinePortion(
  tranches: readonly Tranche[],
  start: Day,
  end: Day,
  basis: ExpenseBasis,
): Fraction {
  const last = tranches.at(-1)?.date ?? start;
  const evenly = sumOf(tranches).times(served(start, last, end, basis));
  const vested = sumOf(tranches.filter(({ date }) => date <= end));
  return evenly.compare(vested) >= 0 ? evenly : vested;
}

/** Each tranche earned over its own time from the start. */
const gradedPortion = (tranches: readonly Tranche[], start: Day, end: Day, basis: ExpenseBasis): Fraction =>
  tranches.reduce(
    (sum, { date, expected }) => sum.plus(expected.times(served(start, date, end, basis))),
    Fraction.ZERO,
  );

/** The cost in whole cents; a fraction of a cent, as a computed cost has, is rounded half up. */
function centsOf(cost: number): bigint {
  if (cost < 0) throw badNumber(say`cost must not be negative, and is ${cost}.`);
  return exactDecimal(roundHalfUp(cost, 2)).times(Fraction.of(100n)).numerator;
}

const nearestCent = ({ numerator, denominator }: Fraction): bigint =>
  (2n * numerator + denominator) / (2n * denominator);

const toUnits = (cents: bigint): number => Number(cents) / 100;
