/**
 * What the dates of a timeline carry of one award, exactly: each figure is a whole number or a fraction of
 * shares, and the roundings here are the only ones. It knows neither dates nor how shares are allocated.
 */
import { Fraction } from '../basics/fraction.ts';
import type { Timeline } from './timeline.ts';

/** Exact portions of an award, by date. */
export interface AwardPortions {
  readonly count: number;
  /** What has vested by a date, rounded down to whole shares. */
  vestedDown(index: number): number;
  /** What has vested by a date, rounded to the nearest whole share, half up. */
  vestedNearest(index: number): number;
  /** What has vested by a date, with its fraction, as the nearest double. */
  vested(index: number): number;
  /** What one date carries, rounded down. */
  portionDown(index: number): number;
  /** Whether what one date carries is not a whole number of shares. */
  isFractional(index: number): boolean;
  /** Whether one date carries nothing but shares that the schedule counts. */
  isCounted(index: number): boolean;
  /** What one date carries, with its fraction, as the nearest double. */
  portion(index: number): number;
}

/**
 * For small denominators, on doubles: with shares = whole x denominator + rest, shares x n / denominator is
 * whole x n + rest x n / denominator, of which no term or product passes 2^53, so it is exact for every award.
 */
export class SmallPortions implements AwardPortions {
  count = 0;
  private cumulative: Float64Array = new Float64Array(0);
  private offset = 0;
  private denominator = 1;
  private whole = 0;
  private rest = 0;

  hold(timeline: Timeline, denominator: number, shares: number): void {
    this.count = timeline.count;
    this.cumulative = timeline.cumulative;
    this.offset = timeline.offset;
    this.denominator = denominator;
    this.rest = shares % denominator;
    this.whole = (shares - this.rest) / denominator;
  }

  vestedDown(index: number): number {
    const numerator = this.cumulative[this.offset + index] ?? 0;
    return this.whole * numerator + Math.floor((this.rest * numerator) / this.denominator);
  }

  vestedNearest(index: number): number {
    const numerator = this.cumulative[this.offset + index] ?? 0;
    const twice = 2 * this.rest * numerator + this.denominator;
    return this.whole * numerator + Math.floor(twice / (2 * this.denominator));
  }

  vested(index: number): number {
    return this.quotient(this.cumulative[this.offset + index] ?? 0);
  }

  portionDown(index: number): number {
    const numerator = this.numerator(index);
    return this.whole * numerator + Math.floor((this.rest * numerator) / this.denominator);
  }

  isFractional(index: number): boolean {
    return (this.rest * this.numerator(index)) % this.denominator !== 0;
  }

  isCounted(index: number): boolean {
    return this.numerator(index) === 0;
  }

  portion(index: number): number {
    return this.quotient(this.numerator(index));
  }

  private quotient(numerator: number): number {
    const product = (this.whole * this.denominator + this.rest) * numerator;
    // One rounding where the product is exact; otherwise the fraction is below the double's last place or near it.
    if (product <= Number.MAX_SAFE_INTEGER) return product / this.denominator;
    return this.whole * numerator + (this.rest * numerator) / this.denominator;
  }

  /** What one date carries of the denominator; the first one carries all that moved to it. */
  private numerator(index: number): number {
    const before = index === 0 ? 0 : (this.cumulative[this.offset + index - 1] ?? 0);
    return (this.cumulative[this.offset + index] ?? 0) - before;
  }
}

/** Cumulative numerators of dates, of the award and counted in shares, over one denominator. */
export type ExactNumerators = Pick<Timeline, 'count' | 'exact' | 'counted'>;

/** For any denominator and for counted shares, on BigInts. */
export class ExactPortions implements AwardPortions {
  count = 0;
  private exact: readonly bigint[] = [];
  private counted: readonly bigint[] = [];
  private denominator = 1n;
  private shares = 0n;

  hold(timeline: ExactNumerators, denominator: bigint, shares: number): void {
    this.count = timeline.count;
    this.exact = timeline.exact;
    this.counted = timeline.counted;
    this.denominator = denominator;
    this.shares = BigInt(shares);
  }

  vestedDown(index: number): number {
    return Number(this.cumulative(index) / this.denominator);
  }

  vestedNearest(index: number): number {
    return Number((2n * this.cumulative(index) + this.denominator) / (2n * this.denominator));
  }

  vested(index: number): number {
    return this.quotient(this.cumulative(index));
  }

  portionDown(index: number): number {
    return Number(this.numerator(index) / this.denominator);
  }

  isFractional(index: number): boolean {
    return this.numerator(index) % this.denominator !== 0n;
  }

  isCounted(index: number): boolean {
    return this.exact[index] === (index === 0 ? 0n : this.exact[index - 1]);
  }

  portion(index: number): number {
    return this.quotient(this.numerator(index));
  }

  private quotient(numerator: bigint): number {
    return Fraction.of(numerator, this.denominator).toNumber();
  }

  private cumulative(index: number): bigint {
    return this.shares * (this.exact[index] ?? 0n) + (this.counted[index] ?? 0n);
  }

  private numerator(index: number): bigint {
    return this.cumulative(index) - (index === 0 ? 0n : this.cumulative(index - 1));
  }
}
