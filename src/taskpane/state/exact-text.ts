/** Exact figures as people write them: a fraction as a finite decimal where it has one. Pure; it knows no language. */
import type { Fraction } from '../../domain/basics/fraction.ts';

/** Decimals to which a fraction without end is shown. */
const SHOWN_DECIMALS = 6;

export interface ExactText {
  /** `750.75`: digits with a point, without grouping. */
  readonly text: string;
  /** Whether the text is the whole of it, or cut off. */
  readonly isExact: boolean;
}

/** A fraction that is not negative, by long division: no double comes near it. */
export function exactText({ numerator, denominator }: Fraction): ExactText {
  let rest = numerator % denominator;
  let digits = '';
  while (rest !== 0n && digits.length < SHOWN_DECIMALS) {
    rest *= 10n;
    digits += String(rest / denominator);
    rest %= denominator;
  }
  const whole = String(numerator / denominator);
  return { text: digits === '' ? whole : `${whole}.${digits}`, isExact: rest === 0n };
}
