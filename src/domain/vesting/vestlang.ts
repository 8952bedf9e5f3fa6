/**
 * Reads Vestlang's time-based statements into the same schedule that words make: `VEST OVER 48 months EVERY 1
 * month CLIFF 12 months`. Its grant date, where vesting starts unless FROM says otherwise, is our vesting start.
 * A FROM becomes a part of 0% from which the statement is chained, so that it prints in words. What hangs on an
 * event, or on a choice between dates that only a grant can settle, is refused with the reason.
 *
 * @see Vestlang's DSL grammar, https://github.com/MattCantor/vestlang (apps/docs/docs/dsl_grammar.md)
 */
import { addMonths, type Day, LAST_DAY } from '../basics/day.ts';
import { Fraction } from '../basics/fraction.ts';
import { say } from '../basics/sentence.ts';
import { daysIn, type Duration, monthsIn } from './duration.ts';
import { installments } from './installment-words.ts';
import type { Cliff, Installments, Part, Portion, Timing } from './schedule.ts';
import type { ScheduleText } from './schedule-text.ts';
import { readFraction } from './schedule-words.ts';

/** Whether the text is a Vestlang statement: an amount, or nothing, before VEST. */
export const isVestlang = (text: string): boolean => /^[\s\d./]*vest\b/i.test(text);

/** Where a statement or a cliff is anchored: a date, or spans after the start, the months before the days. */
type Anchor =
  | { readonly kind: 'date'; readonly date: Day }
  | { readonly kind: 'after'; readonly spans: readonly Duration[] };

const NOTHING: Portion = { kind: 'fraction', fraction: Fraction.ZERO };

/** @throws RegrantError the text is no time-based statement; the message points at the word */
export function readStatements(text: ScheduleText): Part[] {
  const parts = readStatement(text, false);
  while (text.peek().kind !== 'end') {
    const word = text.take('then', 'plus');
    if (word === undefined) throw text.fault(say`THEN, PLUS or the end is expected here`, STATEMENT_WORDS);
    parts.push(...readStatement(text, word === 'then'));
  }
  return parts;
}

const STATEMENT_WORDS = ['FROM', 'OVER', 'EVERY', 'CLIFF', 'THEN', 'PLUS'];

function readStatement(text: ScheduleText, chained: boolean): Part[] {
  const portion = readAmount(text);
  text.expect(['vest'], say`VEST is expected here`);
  if (text.sees(['earlier', 'later']))
    throw text.fault(
      say`a choice between schedules depends on what happens, and only time-based statements are read`,
    );
  if (chained && text.sees(['from']))
    throw text.fault(say`FROM cannot follow THEN, which continues from the statement before: use PLUS`);
  const parts: Part[] = [];
  const add = (part: Portion, timing: Timing): void => {
    parts.push({ chained: chained || parts.length > 0, portion: part, timing });
  };
  const from = text.take('from') === undefined ? undefined : readAnchor(text, 'grantdate');
  const every = readOverEvery(text);
  const cliffWord = text.peek();
  const cliff = text.take('cliff') === undefined ? undefined : readAnchor(text, 'vestingstart');

  if (every !== undefined) {
    for (const timing of leadsTo(from)) add(NOTHING, timing);
    const held = cliff !== undefined && (cliff.kind === 'date' || cliff.spans.length > 0);
    add(portion, held ? { ...every, cliff: cliffOf(text, cliff) } : every);
    return parts;
  }
  // One installment where the statement starts, or on its cliff.
  if (cliff?.kind === 'date') {
    if (from?.kind !== 'date')
      throw text.faultOf(
        say`the ${cliffWord.text} on a date holds back a single installment on an unknown one`,
        say`write FROM DATE with the later of the two`,
      );
    add(portion, { kind: 'on', date: Math.max(from.date, cliff.date) });
    return parts;
  }
  const leads = [...leadsTo(from), ...(cliff === undefined ? [] : leadsTo(cliff))];
  const last = leads.pop() ?? after({ count: 0, unit: 'day' });
  for (const timing of leads) add(NOTHING, timing);
  add(portion, last);
  return parts;
}

/** The steps that lead from the vesting start to an anchor. */
function leadsTo(anchor: Anchor | undefined): Timing[] {
  if (anchor === undefined) return [];
  if (anchor.kind === 'date') return [{ kind: 'on', date: anchor.date }];
  return anchor.spans.map(after);
}

const after = (duration: Duration): Timing => ({ kind: 'after', duration });

/** A decimal or a fraction is a portion of the grant, a whole number counts shares, nothing is all of it. */
function readAmount(text: ScheduleText): Portion {
  const token = text.peek();
  if (token.kind !== 'number') return { kind: 'fraction', fraction: Fraction.ONE };
  if (text.peek(1).text === '/') return { kind: 'fraction', fraction: readFraction(text) };
  if (!token.text.includes('.')) return { kind: 'shares', count: text.takeCount(say`an amount`) };
  const fraction = Fraction.ofDecimal(token.text.replace(/,/g, '')) ?? Fraction.ZERO;
  if (fraction.compare(Fraction.ONE) > 0) throw text.fault(say`a decimal amount is a portion from 0 to 1`);
  text.next();
  return { kind: 'fraction', fraction };
}

function readOverEvery(text: ScheduleText): Installments | undefined {
  if (text.sees(['every'])) throw text.fault(say`OVER is expected before EVERY`);
  if (text.take('over') === undefined) return undefined;
  const over = readSpan(text);
  text.expect(['every'], say`EVERY is expected here`);
  const period = readSpan(text);
  // Vestlang's own way to write a single installment.
  if (over.count === 0 && period.count === 0) return undefined;
  return installments(text, period, over);
}

function readSpan(text: ScheduleText): Duration {
  if (text.peek().text === '-') throw text.fault(say`OVER and EVERY cannot be negative`);
  text.takeMark('+');
  return text.takeDuration();
}

/** A date with offsets, or offsets from the start or grant date. */
function readAnchor(text: ScheduleText, system: 'grantdate' | 'vestingstart'): Anchor {
  if (text.sees(['earlier', 'later']))
    throw text.fault(
      say`a choice between dates depends on the grant, and only time-based statements are read`,
    );
  if (text.take('event') !== undefined && !text.sees(SYSTEM_WORDS))
    throw text.fault(say`it is an event, and only time-based statements are read`);
  let date: Day | undefined;
  if (text.take('date') !== undefined) date = text.takeDate();
  else if (text.sees(SYSTEM_WORDS)) {
    const named = text.peek();
    const word = text.take(...SYSTEM_WORDS)?.replace('_', '');
    if (word !== system)
      throw text.faultOf(
        say`${named.text} cannot stand here`,
        say`write ${system === 'grantdate' ? 'grantDate' : 'vestingStart'}`,
      );
  } else if (text.peek().kind === 'word' || text.peek().kind === 'date')
    throw text.fault(say`DATE, a span of time such as "12 months", or grantDate is expected here`, ['DATE']);
  else if (text.peek().kind === 'end')
    throw text.fault(say`DATE or a span of time such as "12 months" is expected`);
  const anchor = readOffsets(text, date);
  if (text.sees(['strictly', 'before', 'after', 'and', 'or']))
    throw text.fault(say`a condition depends on what happens, and only time-based statements are read`);
  return anchor;
}

const SYSTEM_WORDS = ['grantdate', 'grant_date', 'vestingstart', 'vesting_start'];

/** Signed spans, added up by unit and applied months first, as Vestlang applies them. */
function readOffsets(text: ScheduleText, date: Day | undefined): Anchor {
  let [months, days] = [0, 0];
  const written: Duration[] = [];
  while (text.peek().kind === 'number' || text.peek().text === '+' || text.peek().text === '-') {
    const sign = text.takeMark('-') ? -1 : 1;
    if (sign === 1) text.takeMark('+');
    const span = text.takeDuration();
    written.push(span);
    months += sign * monthsIn(span);
    days += sign * daysIn(span);
  }
  if (date === undefined) {
    if (months < 0 || days < 0)
      throw text.faultOf(say`it lies before the start`, say`write an offset that is not negative, or a date`);
    // A span alone keeps the unit in which it was written.
    const sums: Duration[] = [
      { count: months, unit: 'month' },
      { count: days, unit: 'day' },
    ];
    return { kind: 'after', spans: (written.length === 1 ? written : sums).filter(({ count }) => count > 0) };
  }
  const moved = addMonths(date, months) + days;
  if (!(moved >= 1 && moved <= LAST_DAY))
    throw text.faultOf(say`the date lies outside the calendar`, say`write a date from 1900 to 9999`);
  return { kind: 'date', date: moved };
}

function cliffOf(text: ScheduleText, anchor: Anchor): Cliff {
  if (anchor.kind === 'date') return { kind: 'on', date: anchor.date };
  const [duration, more] = anchor.spans;
  if (duration === undefined || more !== undefined)
    throw text.faultOf(say`a cliff of months and days cannot be read`, say`write it in months or in days`);
  return { kind: 'after', duration };
}
