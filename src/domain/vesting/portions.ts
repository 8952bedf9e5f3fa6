/**
 * Whether a schedule's portions cover the award exactly, and how a portion is written. A schedule that promises
 * 90% or 110% of an award is refused with what it adds up to.
 */
import { badValue, type RegrantError } from '../basics/error.ts';
import { say, type Words } from '../basics/sentence.ts';
import { Fraction } from '../basics/fraction.ts';
import { nthRoundedTo, withNths } from './rounded-nths.ts';
import { installmentCount, type Part, type Portion, type Schedule } from './schedule.ts';

export interface PortionSums {
  /** What the fractions add up to, `the rest` aside. */
  readonly fractions: Fraction;
  /** What the counted shares add up to. */
  readonly shares: bigint;
  readonly takesRest: boolean;
}

export function sumPortions(parts: readonly Part[]): PortionSums {
  let fractions = Fraction.ZERO;
  let shares = 0n;
  let takesRest = false;
  for (const { portion } of parts) {
    if (portion.kind === 'fraction') fractions = fractions.plus(portion.fraction);
    else if (portion.kind === 'shares') shares += BigInt(portion.count);
    else takesRest = true;
  }
  return { fractions, shares, takesRest };
}

/** Whether the portions make up any award: to 100%, or with a part that takes the rest. */
function addUp(parts: readonly Part[]): boolean {
  const { fractions, shares, takesRest } = sumPortions(parts);
  const over = fractions.compare(Fraction.ONE);
  return takesRest ? over < 0 : shares === 0n && over === 0;
}

/** The parts with rounded percentages as the 1/n that they round, where the parts add up with them. */
export function settleNths(parts: readonly Part[]): readonly Part[] {
  const exact = withNths(parts);
  return exact !== undefined && addUp(exact) ? exact : parts;
}

/**
 * Checks what can be known before the award is: fractions that add up to 100%, or less where one part takes the
 * rest or counts shares. Counted shares are held against the award when it is known (`checkAward`).
 *
 * @param print how a part is written, for the message
 * @throws RegrantError the portions do not add up
 */
export function checkPortions({ parts }: Schedule, print: (part: Part) => string): void {
  if (parts.filter(({ portion }) => portion.kind === 'rest').length > 1)
    throw badValue(say`The vesting schedule says "the rest" more than once: only one part can take it.`);
  const { fractions, shares, takesRest } = sumPortions(parts);
  const over = fractions.compare(Fraction.ONE);
  if (takesRest || shares > 0n) {
    if (over > 0 || (over === 0 && shares > 0n)) {
      const beside = takesRest ? say` beside "the rest"` : '';
      const counted = shares > 0n ? say` and ${String(shares)} shares` : '';
      throw badValue(
        say`The portions of the vesting schedule add up to ${printFraction(fractions)}${counted}${beside}, more than 100%.`,
      );
    }
    return;
  }
  if (over === 0) return;
  throw badValue(
    say`The portions of the vesting schedule add up to ${printFraction(fractions)}, not 100%${hint(parts, fractions, print)}.`,
  );
}

/** The two slips that explain most sums: a portion meant for each date, and a last part without its portion. */
function hint(parts: readonly Part[], sum: Fraction, print: (part: Part) => string): Words {
  const perDate = [parts, withNths(parts) ?? parts]
    .map(ofEachDate)
    .find((each) => sumPortions(each).fractions.equals(Fraction.ONE));
  if (perDate !== undefined) {
    const index = parts.findIndex((part) => installmentCount(part) > 1);
    const [written, meant] = [parts[index], perDate[index]];
    if (written !== undefined && meant !== undefined)
      return say`: ${printPortion(written.portion)} is spread over all ${installmentCount(written)} dates of its part, so write "${print(meant)}"`;
  }
  const whole = parts.findIndex(
    ({ portion }) => portion.kind === 'fraction' && portion.fraction.equals(Fraction.ONE),
  );
  if (parts.length > 1 && whole >= 0)
    return say`: a part without a portion is all of the award, so write its portion or "the rest"`;
  return sum.compare(Fraction.ONE) < 0 ? say`: correct a portion, or let one part take "the rest"` : '';
}

/** The parts as they would be if each portion were meant for each of its dates. */
const ofEachDate = (parts: readonly Part[]): Part[] =>
  parts.map((part): Part => {
    const { portion } = part;
    if (portion.kind !== 'fraction') return part;
    const fraction = portion.fraction.times(Fraction.of(installmentCount(part)));
    return { ...part, portion: { kind: 'fraction', fraction } };
  });

/**
 * @throws RegrantError the counted shares exceed the award, or do not make it up
 */
export function checkAward(sums: PortionSums, shares: number): void {
  const award = Fraction.of(shares);
  const counted = Fraction.of(sums.shares);
  if (counted.compare(award) > 0)
    throw badValue(
      say`The vesting schedule counts ${String(sums.shares)} shares, more than the award of ${shares}.`,
    );
  const total = counted.plus(award.times(sums.fractions));
  const over = total.compare(award);
  if (over > 0 || (over < 0 && !sums.takesRest)) throw unmade(sums, shares);
}

const unmade = (sums: PortionSums, shares: number): RegrantError =>
  badValue(
    say`The portions of the vesting schedule add up to ${printFraction(sums.fractions)} and ${String(sums.shares)} shares, which is not the award of ${shares}: correct them, or let one part take "the rest".`,
  );

/** `25%`, `1/3`, `100 shares`, `the rest`. */
export function printPortion(portion: Portion): string {
  if (portion.kind === 'rest') return 'the rest';
  if (portion.kind === 'fraction') return printFraction(portion.fraction);
  return `${portion.count} ${portion.count === 1 ? 'share' : 'shares'}`;
}

/**
 * How each portion of a schedule is written: as `printPortion`, but for percentages that would be read as the 1/n that
 * they round, which are written as fractions.
 */
export function portionPrinter(parts: readonly Part[]): (portion: Portion) => string {
  const misread = (portion: Portion): Fraction | undefined =>
    portion.kind === 'fraction' ? nthRoundedTo(printFraction(portion.fraction).replace('%', '')) : undefined;
  const reread = parts.map((part): Part => {
    const nth = misread(part.portion);
    return nth === undefined || part.portion.kind !== 'fraction'
      ? part
      : { ...part, portion: { ...part.portion, nth } };
  });
  const isMisread = withNths(reread) !== undefined && settleNths(reread) !== reread;
  return (portion) =>
    isMisread && portion.kind === 'fraction' && misread(portion) !== undefined
      ? portion.fraction.toString()
      : printPortion(portion);
}

/** A percentage where it ends within ten decimals, otherwise the fraction. */
export function printFraction(fraction: Fraction): string {
  const percent = fraction.times(Fraction.of(100));
  const scale = 10n ** 10n;
  if ((percent.numerator * scale) % percent.denominator !== 0n) return fraction.toString();
  const digits = ((percent.numerator * scale) / percent.denominator).toString().padStart(11, '0');
  const decimals = digits.slice(-10).replace(/0+$/, '');
  return `${digits.slice(0, -10)}${decimals === '' ? '' : `.${decimals}`}%`;
}
