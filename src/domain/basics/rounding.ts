/** How a fractional share becomes a whole one. A rounding is a value with the name that analysts type. */
import { show } from './cell.ts';
import { badValue } from './error.ts';
import { say } from './sentence.ts';
import type { Fraction } from './fraction.ts';
import { nearestWord, sameWord } from './words.ts';

export interface Rounding {
  readonly name: 'down' | 'up' | 'nearest';
  /** Whether `remainder / divisor`, in [0, 1), carries to the next whole number. */
  readonly carries: (remainder: number, divisor: number) => boolean;
  readonly carriesExactly: (remainder: bigint, divisor: bigint) => boolean;
}

export const ROUND_DOWN: Rounding = { name: 'down', carries: () => false, carriesExactly: () => false };
export const ROUND_UP: Rounding = {
  name: 'up',
  carries: (remainder) => remainder > 0,
  carriesExactly: (remainder) => remainder > 0n,
};
/** Half rounds up. */
export const ROUND_NEAREST: Rounding = {
  name: 'nearest',
  carries: (remainder, divisor) => remainder * 2 >= divisor,
  carriesExactly: (remainder, divisor) => remainder * 2n >= divisor,
};

export const ROUNDINGS: readonly Rounding[] = [ROUND_DOWN, ROUND_UP, ROUND_NEAREST];

/**
 * The rounding of that name, without regard to case, spaces, `-` and `_`.
 *
 * @throws RegrantError the word names no rounding
 */
export function parseRounding(word: string, argument = 'Rounding'): Rounding {
  const found = ROUNDINGS.find((rounding) => sameWord(rounding.name, word));
  if (found !== undefined) return found;
  throw badValue(
    say`${argument} ${show(word)} is not known: use down, up or nearest${nearestWord(
      word,
      ROUNDINGS.map((r) => r.name),
    )}`,
  );
}

/**
 * Shares times a fraction, rounded to whole shares; exact for every whole number up to 2^53.
 *
 * @param shares whole, not negative
 */
export function scaleShares(shares: number, factor: Fraction, rounding: Rounding): number {
  const n = Number(factor.numerator);
  const d = Number(factor.denominator);
  const product = shares * n;
  if (product <= Number.MAX_SAFE_INTEGER && d <= Number.MAX_SAFE_INTEGER) {
    const remainder = product % d;
    return (product - remainder) / d + (rounding.carries(remainder, d) ? 1 : 0);
  }
  const exact = BigInt(shares) * factor.numerator;
  const remainder = exact % factor.denominator;
  const carried = rounding.carriesExactly(remainder, factor.denominator) ? 1n : 0n;
  return Number(exact / factor.denominator + carried);
}
