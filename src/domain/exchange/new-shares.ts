/** How many new shares an exchanged grant brings. Knows a count, a ratio and a rounding. */
import { badNumber } from '../basics/error.ts';
import { say } from '../basics/sentence.ts';
import type { Fraction } from '../basics/fraction.ts';
import { ROUND_DOWN, type Rounding, scaleShares } from '../basics/rounding.ts';

/**
 * Old shares times new per old, in whole shares; exact for every count up to 2^53.
 *
 * @param shares whole, not negative
 * @param ratio new shares per old share
 * @param rounding what becomes of a fraction of a share
 * @throws RegrantError more than 2^53 new shares
 */
export function newShares(shares: number, ratio: Fraction, rounding: Rounding = ROUND_DOWN): number {
  const count = scaleShares(shares, ratio, rounding);
  if (count > 2 ** 53) throw badNumber(say`shares x ratio must be at most 2^53 new shares, and is ${count}.`);
  return count;
}
