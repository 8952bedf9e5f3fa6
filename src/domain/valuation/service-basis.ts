/**
 * How much of a service period has passed by the end of a day: by days, or by whole months and the days of a broken
 * one. It knows dates, not costs.
 */
import { addMonths, type Day, wholeMonths } from '../basics/day.ts';
import { badValue } from '../basics/error.ts';
import { Fraction } from '../basics/fraction.ts';
import { say } from '../basics/sentence.ts';
import { nearestWord, sameWord } from '../basics/words.ts';

/** `days`: each day alike. `months`: each month alike, as published illustrations in whole years count. */
export const EXPENSE_BASES = ['days', 'months'] as const;
export type ExpenseBasis = (typeof EXPENSE_BASES)[number];

/** @throws RegrantError the word names no basis */
export function parseExpenseBasis(word: string, argument = 'basis'): ExpenseBasis {
  const found = EXPENSE_BASES.find((basis) => sameWord(basis, word));
  if (found !== undefined) return found;
  throw badValue(
    say`${argument} "${word}" is not known: use days or months${nearestWord(word, EXPENSE_BASES)}`,
  );
}

/** From one day to a later one, in months: whole ones, and the days of a broken one over its length. */
export function monthsBetween(from: Day, to: Day): Fraction {
  const whole = wholeMonths(from, to);
  const since = addMonths(from, whole);
  if (since === to) return Fraction.of(whole);
  return Fraction.of(whole).plus(Fraction.of(to - since, addMonths(from, whole + 1) - since));
}

/**
 * How much of the service from `start` to `vesting` has passed at the end of a day, 0 to 1. The start day counts as
 * served and the vesting day does not, so that the three years to the same day of the month are whole ones.
 */
export function served(start: Day, vesting: Day, end: Day, basis: ExpenseBasis): Fraction {
  if (end < start) return Fraction.ZERO;
  if (end + 1 >= vesting) return Fraction.ONE;
  return basis === 'days'
    ? Fraction.of(end + 1 - start, vesting - start)
    : monthsBetween(start, end + 1).dividedBy(monthsBetween(start, vesting));
}
