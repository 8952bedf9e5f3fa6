/** The extra cost of an exchange in the accounts. Knows counts and values per share, not how they were reckoned. */
import { decimalScale, exactDecimal } from '../basics/decimal.ts';
import { Fraction } from '../basics/fraction.ts';

/**
 * What a modification adds to compensation cost: the new award's fair value over that of the old one, both on the
 * modification date; never negative. Exact to the nearest double for the decimals that the values are.
 *
 * @param oldShares whole
 * @param oldValue fair value per old share just before the modification
 * @param newShares whole
 * @param newValue fair value per new share
 * @see ASC 718-20-35-3
 */
export function incrementalCost(
  oldShares: number,
  oldValue: number,
  newShares: number,
  newValue: number,
): number {
  const [oldScale, newScale] = [decimalScale(oldValue), decimalScale(newValue)];
  if (oldScale !== undefined && newScale !== undefined) {
    const scale = Math.max(oldScale, newScale);
    const [before, after] = [
      oldShares * Math.round(oldValue * scale),
      newShares * Math.round(newValue * scale),
    ];
    // Whole numbers that doubles hold exactly.
    if (Math.max(before, after) <= Number.MAX_SAFE_INTEGER) return Math.max(0, after - before) / scale;
  }
  const worth = (shares: number, value: number) => exactDecimal(value).times(Fraction.of(shares));
  const cost = worth(newShares, newValue).minus(worth(oldShares, oldValue));
  return Math.max(0, cost.toNumber());
}

/** One award's old and new counts, with their values per share. */
export type ModifiedAward = readonly [
  oldShares: number,
  oldValue: number,
  newShares: number,
  newValue: number,
];

/**
 * What the modification of several awards adds: the sum of what each adds. An award that loses value takes nothing
 * off what another gains.
 *
 * @see ASC 718-20-35-3: the unit is the award; IFRS 2 B42
 */
export const incrementalCosts = (awards: readonly ModifiedAward[]): number =>
  awards.reduce((sum, award) => sum.plus(exactDecimal(incrementalCost(...award))), Fraction.ZERO).toNumber();
