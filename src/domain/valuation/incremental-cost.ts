/** The extra cost of an exchange in the accounts. Knows counts and values per share, not how they were reckoned. */

/**
 * What a modification adds to compensation cost: the new award's fair value over that of the old one, both on the
 * modification date; never negative.
 *
 * @param oldValue fair value per old share just before the modification
 * @param newValue fair value per new share
 * @see ASC 718-20-35-3
 */
export const incrementalCost = (
  oldShares: number,
  oldValue: number,
  newShares: number,
  newValue: number,
): number => Math.max(0, newShares * newValue - oldShares * oldValue);
