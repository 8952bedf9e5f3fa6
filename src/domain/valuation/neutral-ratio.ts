/** The exchange ratio at which nothing is given away. Knows values per share, not how they were found. */
import { exactDecimal } from '../basics/decimal.ts';
import { badNumber } from '../basics/error.ts';
import { Fraction } from '../basics/fraction.ts';
import { say } from '../basics/sentence.ts';

/** A quotient of computed values is good to so many digits; a step must not be added for what lies beyond. */
const SIGNIFICANT_DIGITS = 12;

/**
 * Old options per new one at which the new award is worth what the old ones are, so that no incremental cost arises.
 *
 * @param oldValue fair value per old option just before the exchange, more than 0
 * @param newValue fair value per new share on the same date
 * @param step rounded up to a multiple of it, in the company's favour: 0.1, 0.25; exact without it
 * @throws RegrantError the old value not above 0, or the step not above 0
 * @see ASC 718-20-35-3
 */
export function neutralRatio(oldValue: number, newValue: number, step?: number): number {
  if (!(oldValue > 0))
    throw badNumber(say`oldValue must be more than 0 for a ratio to be neutral, and is ${oldValue}.`);
  const ratio = exactDecimal(newValue).dividedBy(exactDecimal(oldValue)).toNumber();
  if (step === undefined) return ratio;
  if (!(step > 0)) throw badNumber(say`step must be more than 0, such as 0.25, and is ${step}.`);
  const size = exactDecimal(step);
  const steps = exactDecimal(Number(ratio.toPrecision(SIGNIFICANT_DIGITS))).dividedBy(size);
  const whole = (steps.numerator + steps.denominator - 1n) / steps.denominator;
  return Fraction.of(whole).times(size).toNumber();
}
