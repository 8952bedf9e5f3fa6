/**
 * Reads a schedule in words: `50% at 6 months, then 50% monthly over 24 months`. It knows the grammar and what
 * each word means; that the portions add up is checked elsewhere.
 */
import { Fraction } from '../basics/fraction.ts';
import { say } from '../basics/sentence.ts';
import { readAnniversary } from './anniversaries.ts';
import { unitOf } from './duration.ts';
import {
  installments,
  PERIOD_WORDS,
  PERIODS,
  readInstallments,
  readPeriod,
  YEAR,
} from './installment-words.ts';
import type { Cliff, Installments, Part, Portion, Timing } from './schedule.ts';
import { nthRoundedTo } from './rounded-nths.ts';
import type { ScheduleText } from './schedule-text.ts';

const WHEN_WORDS = ['at', 'after', 'on', 'immediately', ...PERIOD_WORDS, 'every'];
const WHEN = say`when it vests is expected here (at, after, on, monthly, every 6 months)`;
/** Twice a month, or every two months: nobody can tell. */
const AMBIGUOUS_PERIODS = new Map([
  ['biweekly', say`it can mean two things, so say "every 2 weeks"`],
  ['bimonthly', say`it can mean two things, so say "every 2 months"`],
  ['biannually', say`it can mean two things, so say "every 6 months" or "every 2 years"`],
  ['biennially', say`it can mean two things, so say "every 2 years"`],
]);

/** @throws RegrantError the text is no schedule; the message points at the word */
export function readParts(text: ScheduleText): Part[] {
  const parts = [readPart(text, false)];
  while (text.peek().kind !== 'end') parts.push(readPart(text, readJoiner(text)));
  return parts;
}

/** Whether the next part is chained to the one before. */
function readJoiner(text: ScheduleText): boolean {
  const mark = text.takeMark(',') || text.takeMark(';');
  const and = text.take('and') !== undefined;
  const then = text.take('then') !== undefined;
  if (!mark && !and && !then)
    throw text.fault(say`"then", "and" or a comma is expected before another part`, [
      'then',
      'and',
      'with',
      'on',
    ]);
  return then;
}

function readPart(text: ScheduleText, chained: boolean): Part {
  const portion = readPortion(text);
  let timing = readTiming(text, portion);
  let dayOfMonth: number | undefined;
  for (;;) {
    if (text.sees(['with']) || (text.peek().text === ',' && text.sees(['with'], 1))) {
      if (timing.kind !== 'every' || timing.cliff !== undefined)
        throw text.fault(
          say`a cliff follows installments, once, as in "monthly over 4 years with a 1 year cliff"`,
        );
      text.takeMark(',');
      timing = { ...timing, cliff: readCliff(text) };
    } else if (dayOfMonth === undefined && text.sees(['on']) && text.sees(['the'], 1)) {
      dayOfMonth = readDayRule(text);
    } else {
      const whole: Portion = { kind: 'fraction', fraction: Fraction.ONE };
      const part = { chained, portion: portion ?? whole, timing };
      return dayOfMonth === undefined ? part : { ...part, dayOfMonth };
    }
  }
}

/** The portion that stands here, or undefined where none is written, which means all of it. */
function readPortion(text: ScheduleText): Portion | undefined {
  const the = text.sees(['the']) && text.sees(['rest', 'remainder', 'remaining'], 1);
  if (the) text.next();
  if (text.take('rest', 'remainder', 'remaining') !== undefined) {
    if (text.peek().kind === 'number')
      throw text.fault(
        say`a portion is of the whole award, so say either "the rest" or the percentage without "remaining"`,
      );
    return { kind: 'rest' };
  }
  const token = text.peek();
  if (token.kind !== 'number') return undefined;
  const after = text.peek(1);
  if (after.kind === 'word' && unitOf(after.text) !== undefined && text.peek(2).text !== 'shares')
    throw text.fault(
      say`a portion or "at" is expected before a span of time, and one span has one unit ("18 months")`,
    );
  if (after.text === '%' || (after.kind === 'word' && after.text.toLowerCase() === 'percent')) {
    text.next();
    text.next();
    const written = token.text.replace(/,/g, '');
    const percent = Fraction.ofDecimal(written) ?? Fraction.ZERO;
    const fraction = percent.dividedBy(Fraction.of(100));
    const nth = nthRoundedTo(written);
    return nth === undefined ? { kind: 'fraction', fraction } : { kind: 'fraction', fraction, nth };
  }
  if (after.text === '/') return { kind: 'fraction', fraction: readFraction(text) };
  if (after.kind === 'word' && ['shares', 'share'].includes(after.text.toLowerCase())) {
    const count = text.takeCount(say`a number of shares`);
    text.next();
    return { kind: 'shares', count };
  }
  text.next();
  throw text.fault(say`"${token.text}" needs "%" or "shares" after it, or "/" as in 1/3`, [
    'shares',
    'percent',
  ]);
}

/** @throws RegrantError the denominator is zero */
export function readFraction(text: ScheduleText): Fraction {
  const numerator = text.takeCount(say`a fraction such as 1/3`);
  if (!text.takeMark('/')) throw text.fault(say`"/" is expected here`);
  if (/^0+$/.test(text.peek().text)) throw text.fault(say`a fraction cannot be divided by zero`);
  return Fraction.of(numerator, text.takeCount(say`the denominator of a fraction`));
}

function readTiming(text: ScheduleText, portion: Portion | undefined): Timing {
  if (text.take('immediately') !== undefined) return { kind: 'at', duration: { count: 0, unit: 'day' } };
  const yearly = (years?: number): Installments =>
    years === undefined
      ? readInstallments(text, YEAR, 'annually', portion)
      : installments(text, YEAR, { count: years, unit: 'year' });
  if (text.take('at') !== undefined) {
    if (text.take('grant') !== undefined) return { kind: 'at', duration: { count: 0, unit: 'day' } };
    const anniversary = readAnniversary(text, yearly);
    if (anniversary !== undefined) return anniversary;
    if (text.peek().kind === 'date') throw text.fault(say`a date follows "on"`);
    if (text.peek().kind === 'word')
      throw text.fault(say`"grant" or a span of time such as "6 months" is expected here`, ['grant']);
    return { kind: 'at', duration: text.takeDuration() };
  }
  if (text.take('after') !== undefined) return { kind: 'after', duration: text.takeDuration() };
  if (text.take('on') !== undefined) {
    const anniversary = readAnniversary(text, yearly);
    if (anniversary !== undefined) return anniversary;
    if (text.sees(['the']))
      throw text.fault(
        say`a day of the month follows when the part vests, as in "at 6 months on the last day"`,
      );
    return { kind: 'on', date: text.takeDate() };
  }
  if (text.sees(['each', 'every']) && text.sees(['anniversary'], 1)) {
    const anniversaries = readAnniversary(text, yearly);
    if (anniversaries !== undefined) return anniversaries;
  }
  const token = text.peek();
  const [first, second] = [text.peek().text, text.peek(1).text];
  const period = readPeriod(text);
  if (period !== undefined) {
    const written = PERIODS[first.toLowerCase()] === undefined ? `${first} ${second}` : first;
    return readInstallments(text, period, written, portion);
  }
  const instead = token.kind === 'word' ? AMBIGUOUS_PERIODS.get(token.text.toLowerCase()) : undefined;
  if (instead !== undefined) throw text.fault(instead);
  const portionMissing = portion === undefined;
  throw text.fault(portionMissing ? say`a portion (25%, 1/3, 100 shares, the rest) or ${WHEN}` : WHEN, [
    ...WHEN_WORDS,
    ...(portionMissing ? ['the rest', 'remaining'] : []),
  ]);
}

function readCliff(text: ScheduleText): Cliff {
  text.expect(['with']);
  text.take('a', 'an');
  if (text.take('cliff') !== undefined) {
    text.expect(
      ['on'],
      say`its length before it ("with a 1 year cliff"), or "on" and a date, is expected here`,
    );
    return { kind: 'on', date: text.takeDate() };
  }
  const duration = text.takeDuration();
  text.expect(['cliff']);
  return { kind: 'after', duration };
}

function readDayRule(text: ScheduleText): number {
  text.expect(['on']);
  text.expect(['the']);
  const token = text.peek();
  let day: number;
  if (text.take('first') !== undefined) {
    text.expect(['day']);
    day = 1;
  } else if (text.take('last') !== undefined) {
    text.expect(['day']);
    day = 31;
  } else {
    day = token.kind === 'ordinal' ? Number.parseInt(token.text, 10) : 0;
    if (token.kind !== 'ordinal' || day < 1 || day > 31)
      throw text.fault(say`"first day", "last day" or a day from 1st to 31st is expected here`, [
        'first',
        'last',
      ]);
    if (token.text.toLowerCase() !== ordinal(day)) throw text.fault(say`write it as ${ordinal(day)}`);
    text.next();
    text.take('day');
  }
  if (text.take('of') !== undefined) {
    text.expect(['the', 'each', 'every']);
    text.expect(['month']);
  }
  return day;
}

/** `1st`, `22nd`, `13th`. */
export function ordinal(day: number): string {
  const teen = day % 100 >= 11 && day % 100 <= 13;
  return `${day}${(teen ? undefined : ['th', 'st', 'nd', 'rd'][day % 10]) ?? 'th'}`;
}
