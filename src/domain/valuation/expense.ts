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

/** `straight-line`: by days to the last vesting date, never below what has vested. `graded`: each tranche by itself. */
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

/**
 * The expense of each period: what is earned in (previous end, end]; the first takes everything before it.
 *
 * @param cost rounded half up to whole cents
 * @param start the day from which service counts
 * @param periodEnds ascending
 * @throws RegrantError the cost negative, periods out of order, or a schedule that counts shares
 * @see ASC 718-10-35-8: straight-line may not fall below the vested portion
 */
export function expense(
  cost: number,
  start: Day,
  schedule: Schedule,
  periodEnds: readonly Day[],
  method: ExpenseMethod = 'straight-line',
): PeriodExpense[] {
  const cents = centsOf(cost);
  const dates = vestedPortions(schedule, start);
  const earned = method === 'graded' ? gradedPortion : straightLinePortion;
  let before = 0n;
  return periodEnds.map((periodEnd, index) => {
    if (index > 0 && periodEnd <= (periodEnds[index - 1] ?? 0))
      throw badValue(say`periodEnds must ascend, each after the one before.`);
    const portion = earned(dates, start, periodEnd);
    const cumulative = nearestCent(Fraction.of(cents).times(portion));
    const row = { periodEnd, expense: toUnits(cumulative - before), cumulative: toUnits(cumulative) };
    before = cumulative;
    return row;
  });
}

/** A vesting date with the portion of the award that has vested by then. */
interface VestedPortion {
  readonly date: Day;
  readonly cumulative: Fraction;
}

/** Most whole numbers that a double holds. */
const MOST_EXACT = 2n ** 53n;

/** The schedule's dates with exact portions: an award of as many shares as its denominator vests without fractions. */
function vestedPortions(schedule: Schedule, start: Day): readonly VestedPortion[] {
  const { sums, carried } = planOf(schedule);
  if (sums.shares > 0n)
    throw badValue(
      say`schedule must be in portions, such as 25% or 1/4: one that counts shares has no cost by itself.`,
    );
  if (carried.denominator > MOST_EXACT)
    throw badNumber(say`schedule divides the award into portions too fine to be calculated exactly.`);
  return vest(schedule, Number(carried.denominator), start).map(({ date, cumulative }) => ({
    date,
    cumulative: Fraction.of(BigInt(cumulative), carried.denominator),
  }));
}

/** The portion earned by straight line, or what has vested by then if that is more. */
function straightLinePortion(dates: readonly VestedPortion[], start: Day, end: Day): Fraction {
  const last = dates.at(-1)?.date ?? start;
  const byDays = elapsed(start, last, end);
  const vested = dates.filter(({ date }) => date <= end).at(-1)?.cumulative ?? Fraction.ZERO;
  return byDays.compare(vested) >= 0 ? byDays : vested;
}

/** Each tranche earned over its own time from the start. */
function gradedPortion(dates: readonly VestedPortion[], start: Day, end: Day): Fraction {
  let before = Fraction.ZERO;
  let earned = Fraction.ZERO;
  for (const { date, cumulative } of dates) {
    earned = earned.plus(cumulative.minus(before).times(elapsed(start, date, end)));
    before = cumulative;
  }
  return earned;
}

/** How much of the days from start to last has passed at the end of a period, 0 to 1. */
function elapsed(start: Day, last: Day, end: Day): Fraction {
  if (end >= last) return Fraction.ONE;
  if (end <= start) return Fraction.ZERO;
  return Fraction.of(end - start, last - start);
}

/** The cost in whole cents; a fraction of a cent, as a computed cost has, is rounded half up. */
function centsOf(cost: number): bigint {
  if (cost < 0) throw badNumber(say`cost must not be negative, and is ${cost}.`);
  return exactDecimal(roundHalfUp(cost, 2)).times(Fraction.of(100n)).numerator;
}

const nearestCent = ({ numerator, denominator }: Fraction): bigint =>
  (2n * numerator + denominator) / (2n * denominator);

const toUnits = (cents: bigint): number => Number(cents) / 100;
