/** The market price from which on the old award would have been the better one. Knows spreads, not option values. */
import { comparable } from '../basics/cell.ts';
import { exactDecimal } from '../basics/decimal.ts';
import { notAvailable } from '../basics/error.ts';
import { say } from '../basics/sentence.ts';
import { Fraction } from '../basics/fraction.ts';
import { commonScale } from './gain.ts';

/**
 * The market price at which both awards gain the same and above which the old one gains more.
 *
 * The old award gains more at high prices only with more shares, or with as many at a lower price. With more shares
 * at a higher price the gains cross where old shares x (m - old price) = new shares x (m - new price); with a price
 * no higher it gains more from its own exercise price on.
 *
 * @param oldShares whole, not negative
 * @param oldPrice exercise price of the old award
 * @param newShares whole, not negative
 * @param newPrice exercise price of the new award; 0 for stock units
 * @throws RegrantError not available: there is no such price, the new award being as good or better at high prices
 */
export function breakeven(oldShares: number, oldPrice: number, newShares: number, newPrice: number): number {
  const dearer = comparable(oldPrice) - comparable(newPrice);
  const moreShares = oldShares > newShares;
  const asManyAtALowerPrice = oldShares === newShares && oldShares > 0 && dearer < 0;
  if (!moreShares && !asManyAtALowerPrice)
    throw notAvailable(
      say`There is no break-even: oldShares must exceed newShares, or equal them at an oldPrice below newPrice.`,
    );
  return dearer > 0 ? crossing(oldShares, oldPrice, newShares, newPrice) : oldPrice;
}

/** (old shares x old price - new shares x new price) / (old shares - new shares), to the nearest double. */
function crossing(oldShares: number, oldPrice: number, newShares: number, newPrice: number): number {
  const scale = commonScale(oldPrice, newPrice);
  if (scale !== undefined) {
    const old = oldShares * Math.round(oldPrice * scale);
    const under = (oldShares - newShares) * scale;
    if (old <= Number.MAX_SAFE_INTEGER && under <= Number.MAX_SAFE_INTEGER)
      return (old - newShares * Math.round(newPrice * scale)) / under;
  }
  const old = exactDecimal(oldPrice).times(Fraction.of(oldShares));
  const renewed = exactDecimal(newPrice).times(Fraction.of(newShares));
  return old
    .minus(renewed)
    .dividedBy(Fraction.of(oldShares - newShares))
    .toNumber();
}
