/**
 * The installments of a part in words: how often, and for how long. `monthly over 24 months`, `each year for 4
 * installments`. It does not know what they carry.
 */
import { Fraction } from '../basics/fraction.ts';
import { say, type Sentence } from '../basics/sentence.ts';
import { type Duration, printDuration, timesIn, unitOf } from './duration.ts';
import type { Installments, Portion } from './schedule.ts';
import { MOST_INSTALLMENTS, type ScheduleText } from './schedule-text.ts';

/** The words for a period; the first one for each is the canonical one. */
export const PERIODS: Readonly<Record<string, Duration>> = {
  daily: { count: 1, unit: 'day' },
  weekly: { count: 1, unit: 'week' },
  monthly: { count: 1, unit: 'month' },
  quarterly: { count: 1, unit: 'quarter' },
  semiannually: { count: 6, unit: 'month' },
  annually: { count: 1, unit: 'year' },
  yearly: { count: 1, unit: 'year' },
};

export const PERIOD_WORDS = Object.keys(PERIODS);
const EVERY = ['every', 'each', 'per', 'a'];
export const YEAR: Duration = { count: 1, unit: 'year' };

/** How often a part vests, or undefined where it is not said here. */
export function readPeriod(text: ScheduleText): Duration | undefined {
  const word = text.take(...PERIOD_WORDS);
  if (word !== undefined) return PERIODS[word];
  const next = text.peek(1);
  const unit = next.kind === 'word' && next.text.length > 1 ? unitOf(next.text) : undefined;
  if (text.sees(EVERY) && unit !== undefined) {
    text.next();
    text.next();
    return { count: 1, unit };
  }
  if (text.take('every', 'each') === undefined) return undefined;
  const period = text.peek();
  const duration = text.takeDuration();
  if (duration.count === 0)
    throw text.fault(say`"every ${period.text}" never comes, so at least 1 is needed`);
  return duration;
}

/**
 * How long installments run, after their period.
 *
 * @param written the period as it was typed
 * @param portion what the part carries, undefined where none is written
 * @throws RegrantError nothing is said of it, or they do not divide into a whole number
 */
export function readInstallments(
  text: ScheduleText,
  period: Duration,
  written: string,
  portion: Portion | undefined,
): Installments {
  if (text.take('for') !== undefined) {
    const count = text.takeCount(say`a number of installments`);
    const token = text.peek();
    if (token.kind === 'word' && unitOf(token.text) !== undefined)
      throw text.fault(say`say "over ${count} ${token.text}", or "for" a number of installments`);
    text.expect(['installments', 'installment', 'instalments', 'instalment']);
    return installments(text, period, { count: period.count * count, unit: period.unit });
  }
  text.expect(['over', 'for'], howLong(period, written, portion));
  return installments(text, period, text.takeDuration());
}

/** What is missing after a period: `25% each year` means four of them. */
function howLong(period: Duration, written: string, portion: Portion | undefined): Sentence {
  const each = portion?.kind === 'fraction' ? (portion.nth ?? portion.fraction) : Fraction.ONE;
  if (each.numerator !== 1n || each.denominator === 1n || each.denominator > BigInt(MOST_INSTALLMENTS))
    return say`how long is expected here, as in "over 24 months" or "for 24 installments"`;
  const over = { count: period.count * Number(each.denominator), unit: period.unit };
  return say`how long is expected here, and the portion is of all its dates, so write "${written} over ${printDuration(over)}"`;
}

/**
 * Installments every `period` over a span.
 *
 * @throws RegrantError they do not divide into a whole number
 */
export function installments(text: ScheduleText, period: Duration, over: Duration): Installments {
  const count = timesIn(period, over);
  if (count === undefined)
    throw text.faultOf(
      over.count === 1
        ? say`${printDuration(over)} does not divide into installments every ${printDuration(period)}`
        : say`${printDuration(over)} do not divide into installments every ${printDuration(period)}`,
      mismatch(period, over),
    );
  if (count > MOST_INSTALLMENTS)
    throw text.faultOf(say`${count} installments are too many`, say`write at most ${MOST_INSTALLMENTS}`);
  return { kind: 'every', period, over, count };
}

function mismatch(period: Duration, over: Duration): Sentence {
  if (over.count === 0) return say`write a span longer than nothing`;
  const inDays = period.unit === 'day' || period.unit === 'week';
  if (inDays !== (over.unit === 'day' || over.unit === 'week'))
    return inDays
      ? say`months have no fixed number of days, so write the span in ${period.unit}s, such as "over 52 weeks"`
      : say`months have no fixed number of days, so write the span in months or years`;
  return say`write a span that is a whole number of them`;
}
