/**
 * Percentages that round one share of many: `2.0833%` a month is 1/48. A percentage of four decimals that is 1/n
 * rounded, n up to 120, is 1/n where the parts of the schedule add up to the whole award with it.
 */
import { Fraction } from '../basics/fraction.ts';
import type { Part } from './schedule.ts';

/** Ten years of months. */
const MOST_PARTS = 120;
const DECIMALS = 4;

/** The 1/n that a percentage of four decimals rounds, as its digits are written; undefined where it is exact or none. */
export function nthRoundedTo(digits: string): Fraction | undefined {
  if (digits.length - digits.indexOf('.') - 1 !== DECIMALS || !digits.includes('.')) return undefined;
  const scaled = BigInt(digits.replace('.', ''));
  if (scaled === 0n) return undefined;
  const whole = 100n * 10n ** BigInt(DECIMALS);
  const n = (2n * whole + scaled) / (2n * scaled);
  const isRounded = n >= 1n && n <= BigInt(MOST_PARTS) && (2n * whole + n) / (2n * n) === scaled;
  return isRounded && whole % scaled !== 0n ? Fraction.of(1n, n) : undefined;
}

/** The parts with 1/n in the place of each percentage that rounds it; undefined where none does. */
export function withNths(parts: readonly Part[]): readonly Part[] | undefined {
  const nthOf = ({ portion }: Part) => (portion.kind === 'fraction' ? portion.nth : undefined);
  if (!parts.some((part) => nthOf(part) !== undefined)) return undefined;
  return parts.map((part): Part => {
    const nth = nthOf(part);
    return nth === undefined ? part : { ...part, portion: { kind: 'fraction', fraction: nth } };
  });
}
