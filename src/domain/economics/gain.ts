/** What an award gains at a market price: its spread. Knows neither taxes nor the value of waiting. */
import { decimalScale, exactDecimal } from '../basics/decimal.ts';
import { Fraction } from '../basics/fraction.ts';

/**
 * Shares times what the market price exceeds the exercise price by, or 0; exact to the nearest double.
 *
 * @param shares whole, not negative
 * @param exercisePrice per share; 0 for stock units
 * @param marketPrice per share
 */
export function gain(shares: number, exercisePrice: number, marketPrice: number): number {
  if (marketPrice <= exercisePrice) return 0;
  const scale = commonScale(exercisePrice, marketPrice);
  if (scale !== undefined) {
    const spread = Math.round(marketPrice * scale) - Math.round(exercisePrice * scale);
    if (shares * spread <= Number.MAX_SAFE_INTEGER) return (shares * spread) / scale;
  }
  const spread = exactDecimal(marketPrice).minus(exactDecimal(exercisePrice));
  return spread.times(Fraction.of(shares)).toNumber();
}

/** A power of ten that makes both amounts whole numbers that doubles hold exactly. */
export function commonScale(a: number, b: number): number | undefined {
  const [ofA, ofB] = [decimalScale(a), decimalScale(b)];
  if (ofA === undefined || ofB === undefined) return undefined;
  const scale = Math.max(ofA, ofB);
  return Math.max(a, b) * scale < Number.MAX_SAFE_INTEGER ? scale : undefined;
}
