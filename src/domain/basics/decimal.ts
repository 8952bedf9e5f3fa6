/**
 * Decimal amounts that Excel keeps as binary numbers: prices, cash per share. Here they are taken for the decimals
 * that a person typed, so that 1.005 rounds half up to 1.01 and 3 x 0.1 is 0.3. Knows nothing of shares or ratios.
 */
import { Fraction } from './fraction.ts';

/** Powers of ten that a double holds exactly, and that keep a price's digits below 2^53. */
const SCALES = [1, 10, 100, 1000, 1e4, 1e5, 1e6, 1e7, 1e8] as const;

/** With fewer digits than this, only one decimal is nearest to a double: the one that was typed. */
const UNIQUE_DIGITS = 1e15;

/**
 * The least power of ten that makes the amount a whole number, where both are small enough for exact arithmetic on
 * doubles; undefined where they are not, and {@link exactDecimal} must be used.
 */
export function decimalScale(amount: number): number | undefined {
  for (const scale of SCALES) {
    const digits = Math.round(amount * scale);
    if (Math.abs(digits) >= UNIQUE_DIGITS) return undefined;
    if (digits / scale === amount) return scale;
  }
  return undefined;
}

/** The fraction that the shortest decimal text of a finite number writes: 0.1 is 1/10. */
export function exactDecimal(amount: number): Fraction {
  const scale = decimalScale(amount);
  if (scale !== undefined) return Fraction.of(Math.round(amount * scale), scale);
  const [mantissa = '0', exponent = '0'] = amount.toString().split('e');
  const decimal = Fraction.ofDecimal(mantissa) ?? Fraction.ZERO;
  const power = Fraction.of(10n ** BigInt(Math.abs(Number(exponent))));
  return Number(exponent) < 0 ? decimal.dividedBy(power) : decimal.times(power);
}

/** Excel keeps and shows 15 significant digits; what lies beyond them is the noise of a computation. */
const SIGNIFICANT_DIGITS = 15;

/**
 * An amount rounded half up to so many decimals, as a person rounds the decimal that the cell shows: 1.005 to 2
 * decimals is 1.01, and so is a computed 1.00499999999999989.
 *
 * @param amount finite
 * @param decimals whole, 0 to 15
 */
export function roundHalfUp(amount: number, decimals: number): number {
  const shown = exactDecimal(Number(amount.toPrecision(SIGNIFICANT_DIGITS)));
  const scale = 10n ** BigInt(decimals);
  const doubled = 2n * shown.numerator * scale + shown.denominator;
  const divisor = 2n * shown.denominator;
  // Bigint division cuts towards zero; half up means towards the greater number, below zero too.
  const cut = doubled / divisor;
  const floor = doubled % divisor < 0n ? cut - 1n : cut;
  return Fraction.of(floor, scale).toNumber();
}
