/**
 * The canonical words of a schedule: they parse to the same meaning and print as themselves. Where the grammar
 * has two ways to say one thing, the one that a grant agreement would use is printed.
 */
import { formatDay } from '../basics/day.ts';
import { Fraction } from '../basics/fraction.ts';
import { daysIn, type Duration, monthsIn, printDuration } from './duration.ts';
import { portionPrinter, printPortion } from './portions.ts';
import type { Cliff, Installments, Part, Portion, Schedule } from './schedule.ts';
import { ordinal } from './schedule-words.ts';

/** The schedule in canonical words. */
export function printSchedule({ parts }: Schedule): string {
  const print = portionPrinter(parts);
  return parts
    .map((part, index) => {
      const joiner = index === 0 ? '' : part.chained ? ', then ' : ', ';
      return joiner + printPart(part, parts.length === 1, print);
    })
    .join('');
}

/** A part without its joiner; the whole award needs no portion. */
export function printPart(
  part: Part,
  alone: boolean,
  print: (portion: Portion) => string = printPortion,
): string {
  const { portion } = part;
  const whole =
    portion.kind === 'rest' || (portion.kind === 'fraction' && portion.fraction.equals(Fraction.ONE));
  const words = alone && whole ? [] : [print(portion)];
  words.push(printTiming(part));
  if (part.dayOfMonth !== undefined) words.push(printDayRule(part.dayOfMonth));
  return words.join(' ');
}

function printTiming({ timing, chained }: Part): string {
  if (timing.kind === 'on') return `on ${formatDay(timing.date)}`;
  if (timing.kind === 'every') {
    // One installment is a date, and reads better as one.
    if (timing.count === 1 && timing.cliff === undefined) return printSpan(chained, timing.over);
    return printInstallments(timing);
  }
  return printSpan(chained && timing.kind === 'after', timing.duration);
}

function printSpan(fromPartBefore: boolean, duration: Duration): string {
  if (fromPartBefore) return `after ${printDuration(duration)}`;
  return duration.count === 0 ? 'at grant' : `at ${printDuration(duration)}`;
}

function printInstallments({ period, over, cliff }: Installments): string {
  const words = `${printPeriod(period)} over ${printDuration(over)}`;
  return cliff === undefined ? words : `${words} ${printCliff(cliff)}`;
}

/** `monthly`, `every 2 weeks`. */
export function printPeriod(period: Duration): string {
  const [months, days] = [monthsIn(period), daysIn(period)];
  if (months === 1) return 'monthly';
  if (months === 3) return 'quarterly';
  if (months === 12) return 'annually';
  if (days === 1) return 'daily';
  if (days === 7) return 'weekly';
  return `every ${printDuration(period)}`;
}

function printCliff(cliff: Cliff): string {
  if (cliff.kind === 'on') return `with a cliff on ${formatDay(cliff.date)}`;
  const { count, unit } = cliff.duration;
  // Eight, eleven, eighteen and eighty begin with a vowel.
  const article = /^(8\d*|11|18)$/.test(String(count)) ? 'an' : 'a';
  return `with ${article} ${count} ${unit} cliff`;
}

function printDayRule(day: number): string {
  return `on the ${day === 1 ? 'first day' : day === 31 ? 'last day' : ordinal(day)}`;
}
