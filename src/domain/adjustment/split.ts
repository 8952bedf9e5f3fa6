/** What a stock split or a reverse split makes of an award. Knows one split, not the offer's events. */
import { decimalScale, exactDecimal, roundHalfUp } from '../basics/decimal.ts';
import { badNumber } from '../basics/error.ts';
import { say } from '../basics/sentence.ts';
import { Fraction } from '../basics/fraction.ts';
import { ROUND_DOWN, type Rounding, scaleShares } from '../basics/rounding.ts';

export interface AdjustedAward {
  /** Whole shares. */
  readonly shares: number;
  /** Exercise price per share. */
  readonly price: number;
}

/**
 * An award after a split of `newShares` for every `oldShares` (a 1-for-3 reverse split: 1, 3): shares times new
 * over old, rounded; price times old over new, exact to the nearest double.
 *
 * @param shares whole, not negative
 * @param price exercise price per share before the split
 * @param decimals round the price half up to so many, 0 to 15; undefined: as computed
 * @throws RegrantError a side of the split not above zero, or more than 2^53 shares
 */
export function splitShares(
  shares: number,
  price: number,
  newShares: number,
  oldShares: number,
  rounding: Rounding = ROUND_DOWN,
  decimals?: number,
): AdjustedAward {
  const factor = side(newShares, 'newShares').dividedBy(side(oldShares, 'oldShares'));
  const adjusted = scaleShares(shares, factor, rounding);
  if (adjusted > 2 ** 53)
    throw badNumber(say`shares after the split must be at most 2^53, and are ${adjusted}.`);
  const adjustedPrice = priceAfter(price, factor);
  return {
    shares: adjusted,
    price: decimals === undefined ? adjustedPrice : roundHalfUp(adjustedPrice, decimals),
  };
}

function side(value: number, argument: string): Fraction {
  const fraction = value > 0 ? Fraction.ofNumber(value) : Fraction.ZERO;
  if (fraction.numerator > 0n) return fraction;
  throw badNumber(say`${argument} must be above zero, and is ${value}.`);
}

function priceAfter(price: number, factor: Fraction): number {
  const scale = decimalScale(price);
  if (scale !== undefined) {
    // One division of two whole numbers that doubles hold exactly gives the nearest double.
    const over = Math.round(price * scale) * Number(factor.denominator);
    const under = scale * Number(factor.numerator);
    if (over <= Number.MAX_SAFE_INTEGER && under <= Number.MAX_SAFE_INTEGER) return over / under;
  }
  return exactDecimal(price).dividedBy(factor).toNumber();
}
