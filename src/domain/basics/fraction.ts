/**
 * Exact fractions: exchange ratios and vesting portions. Share counts are legal promises, so nothing here goes
 * through a binary fraction.
 */
import { badNumber } from './error.ts';
import { say } from './sentence.ts';

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = a < 0n ? [-a, b] : [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** A fraction in lowest terms; the denominator is positive. Immutable. */
export class Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;

  static readonly ZERO = new Fraction(0n, 1n);
  static readonly ONE = new Fraction(1n, 1n);

  private constructor(numerator: bigint, denominator: bigint) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /** @throws RegrantError the denominator is zero */
  static of(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
    let n = BigInt(numerator);
    let d = BigInt(denominator);
    if (d === 0n) throw badNumber(say`A fraction needs a denominator other than zero.`);
    if (d < 0n) [n, d] = [-n, -d];
    const divisor = gcd(n, d);
    return new Fraction(n / divisor, d / divisor);
  }

  /** The fraction that plain decimal text such as `12.5` or `-3` writes, or undefined for other text. */
  static ofDecimal(text: string): Fraction | undefined {
    const match = /^([+-]?)(\d*)\.?(\d*)$/.exec(text);
    if (match === null) return undefined;
    const [, sign = '', whole = '', decimals = ''] = match;
    if (whole === '' && decimals === '') return undefined;
    const scaled = BigInt(whole + decimals);
    return Fraction.of(sign === '-' ? -scaled : scaled, 10n ** BigInt(decimals.length));
  }

  /**
   * What a cell's number means as a ratio or a portion: its decimal where it has at most 10 decimals (0.3333 is
   * 3333/10000), otherwise the simplest fraction within 1e-12 (`=1/7` is one seventh).
   */
  static ofNumber(value: number): Fraction {
    if (Number.isSafeInteger(value)) return new Fraction(BigInt(value), 1n);
    const shortest = value.toString();
    const decimals = /^-?\d+(?:\.(\d+))?$/.exec(shortest);
    if (decimals !== null && (decimals[1] ?? '').length <= 10)
      return Fraction.ofDecimal(shortest) ?? Fraction.ZERO;
    const scientific = /^(-?\d+(?:\.\d+)?)e([+-]\d+)$/.exec(shortest);
    if (scientific !== null) {
      const mantissa = Fraction.ofDecimal(scientific[1] ?? '0') ?? Fraction.ZERO;
      const exponent = Number(scientific[2]);
      const power = Fraction.of(10n ** BigInt(Math.abs(exponent)));
      const exact = exponent < 0 ? mantissa.dividedBy(power) : mantissa.times(power);
      if (10n ** 10n % exact.denominator === 0n) return exact;
    }
    return simplestNear(value);
  }

  plus(other: Fraction): Fraction {
    return Fraction.of(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  minus(other: Fraction): Fraction {
    return this.plus(new Fraction(-other.numerator, other.denominator));
  }

  times(other: Fraction): Fraction {
    return Fraction.of(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  dividedBy(other: Fraction): Fraction {
    return Fraction.of(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  /** Negative, zero or positive, as `this` is below, equal to or above `other`. */
  compare(other: Fraction): number {
    const difference = this.numerator * other.denominator - other.numerator * this.denominator;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  equals(other: Fraction): boolean {
    return this.numerator === other.numerator && this.denominator === other.denominator;
  }

  /** The double that is nearest to the fraction. */
  toNumber(): number {
    const [n, d] = [Number(this.numerator), Number(this.denominator)];
    // One division of two numbers that doubles hold exactly is rounded once, and so is nearest.
    if (Math.abs(n) <= Number.MAX_SAFE_INTEGER && d <= Number.MAX_SAFE_INTEGER) return n / d;
    return nearestDouble(this.numerator, this.denominator);
  }

  /** `3/4`, or `2` where it is whole. */
  toString(): string {
    return this.denominator === 1n ? String(this.numerator) : `${this.numerator}/${this.denominator}`;
  }
}

/** The double nearest to a quotient of numbers of any length: 70 bits of it, rounded once. */
function nearestDouble(numerator: bigint, denominator: bigint): number {
  const [n, sign] = numerator < 0n ? [-numerator, -1] : [numerator, 1];
  const bits = (value: bigint) => value.toString(16).length * 4;
  const shift = 70 + bits(denominator) - bits(n);
  const [over, under] = shift > 0 ? [n << BigInt(shift), denominator] : [n, denominator << BigInt(-shift)];
  // Whatever is cut off must still tip a tie, and the last of 70 bits is too small to do more.
  const quotient = (over / under) | (over % under === 0n ? 0n : 1n);
  // Two steps, because 2 ** shift alone may leave the range of a double.
  const half = Math.trunc(shift / 2);
  return sign * Number(quotient) * 2 ** -half * 2 ** (half - shift);
}

/** The fraction of least denominator within 1e-12 of a number, found on its exact value. */
function simplestNear(value: number): Fraction {
  if (value < 0) return Fraction.ZERO.minus(simplestNear(-value));
  // To whole numbers: the double as it is, times a power of two, and the tolerance on top of that.
  let [whole, scale] = [value, 1n];
  while (!Number.isInteger(whole)) [whole, scale] = [whole * 2, scale * 2n];
  const [middle, denominator] = [BigInt(whole) * WITHIN, scale * WITHIN];
  if (middle <= scale) return Fraction.ZERO;
  return Fraction.of(...simplestBetween(middle - scale, denominator, middle + scale, denominator));
}

/** The tolerance of {@link simplestNear} is one over this. */
const WITHIN = 10n ** 12n;

/**
 * The fraction of least denominator from `ln / ld` to `hn / hd`, both positive: the least whole number that lies
 * between them, or else the whole part that both have and the simplest between the reciprocals of what remains.
 */
function simplestBetween(ln: bigint, ld: bigint, hn: bigint, hd: bigint): [bigint, bigint] {
  const whole = ln / ld;
  if (whole * ld === ln) return [whole, 1n];
  if ((whole + 1n) * hd <= hn) return [whole + 1n, 1n];
  const [n, d] = simplestBetween(hd, hn - whole * hd, ld, ln - whole * ld);
  return [whole * n + d, n];
}
