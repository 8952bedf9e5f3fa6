/**
 * The vesting schedule of an offer's terms: a schedule of its own, or one that carries on from the exchanged grant's;
 * and whether its dates stop at the new award's expiration. A cell's text, read; `vestOfferSchedule` computes it.
 */
import { addMonths, type Day } from '../basics/day.ts';
import { badValue } from '../basics/error.ts';
import { say } from '../basics/sentence.ts';
import {
  type CarryOn,
  carriesOn,
  carryOnWords,
  type Moment,
  NOT_AFTER_EXPIRATION,
  printCarryOn,
} from './carry-on.ts';
import { daysIn, type Duration, monthsIn } from './duration.ts';
import { readPeriod } from './installment-words.ts';
import { parseSchedule } from './parse-schedule.ts';
import { printSchedule } from './print-schedule.ts';
import type { Schedule } from './schedule.ts';
import { ScheduleText } from './schedule-text.ts';

export type OfferSchedule = {
  /** Whether later dates move to the new award's expiration date. */
  readonly notAfterExpiration: boolean;
} & (
  | { readonly kind: 'own'; readonly schedule: Schedule }
  | { readonly kind: 'carry-on'; readonly carryOn: CarryOn }
);

/**
 * Reads a schedule in an offer's terms: as `parseSchedule`, and the words that only an offer has.
 *
 * @throws RegrantError the text is no schedule; the message points at the offending word
 */
export function parseOfferSchedule(text: string): OfferSchedule {
  const notAfterExpiration = NOT_AFTER_EXPIRATION.test(text);
  const words = text.replace(NOT_AFTER_EXPIRATION, '');
  return carriesOn(words) || /^\s*old\b/i.test(words)
    ? { kind: 'carry-on', carryOn: readCarryOn(new ScheduleText(words)), notAfterExpiration }
    : { kind: 'own', schedule: parseSchedule(words), notAfterExpiration };
}

/** The canonical words, which parse to the same meaning and print themselves again. */
export const printOfferSchedule = (schedule: OfferSchedule): string =>
  (schedule.kind === 'own' ? printSchedule(schedule.schedule) : printCarryOn(schedule.carryOn)) +
  (schedule.notAfterExpiration ? ', not after expiration' : '');

function readCarryOn(text: ScheduleText): CarryOn {
  const carryOn = text.take('remaining') === undefined ? readOldDates(text) : readRemaining(text);
  if (!text.takeMark(',')) text.takeMark(';');
  if (text.peek().kind !== 'end')
    throw text.fault(
      say`", paused", ", not before" and a date, or ", not after expiration" is expected here`,
      ['paused', 'not'],
    );
  return carryOn;
}

function readOldDates(text: ScheduleText): CarryOn {
  if (text.take('old') === undefined)
    throw badValue(
      say`"${carryOnWords(text.text)}" carries the whole award on, so no other part can be beside it: write it alone.`,
    );
  text.take('vesting');
  const isSchedule = text.take('schedule') !== undefined;
  if (!isSchedule) text.expect(['dates', 'date'], say`"schedule" or "dates" is expected here`);
  const plus = isSchedule ? NOTHING : readPlus(text);
  let paused = false;
  let notBefore: Moment | undefined;
  for (;;) {
    const isNext = text.peek().text === ',' || text.peek().text === ';' ? 1 : 0;
    if (isSchedule && !paused && text.sees(['paused'], isNext)) {
      if (isNext === 1) text.next();
      text.next();
      paused = true;
    } else if (notBefore === undefined && text.sees(['not'], isNext) && text.sees(['before'], isNext + 1)) {
      for (let i = 0; i < isNext + 2; i++) text.next();
      notBefore = readMoment(text);
    } else break;
  }
  const dates = { kind: 'old dates', plus, paused } as const;
  return notBefore === undefined ? dates : { ...dates, notBefore };
}

const NOTHING: Duration = { count: 0, unit: 'day' };

/** `+ 12 months`, or nothing. */
const readPlus = (text: ScheduleText): Duration =>
  text.takeMark('+') || text.take('plus') !== undefined ? text.takeDuration() : NOTHING;

function readMoment(text: ScheduleText): Moment {
  if (text.peek().kind === 'date') return { kind: 'on', date: text.takeDate() };
  text.take('the');
  if (text.take('cancellation') !== undefined) {
    text.take('date');
    return { kind: 'cancellation', plus: readPlus(text) };
  }
  text.take('new');
  text.expect(
    ['grant'],
    say`a date such as 2004-12-22, "cancellation + 1 year" or "new grant date + 1 year" is expected here`,
  );
  text.take('date');
  return { kind: 'new grant date', plus: readPlus(text) };
}

function readRemaining(text: ScheduleText): CarryOn {
  text.expect(['vesting']);
  const period = readPeriod(text);
  if (period === undefined)
    throw text.fault(say`how often is expected here, as in "remaining vesting monthly"`, [
      'monthly',
      'quarterly',
    ]);
  if (monthsIn(period) === 0)
    throw text.faultOf(
      say`what the old schedule had left is counted in months`,
      say`write monthly, quarterly, annually or every so many months`,
    );
  const comma = text.peek().text === ',' || text.peek().text === ';' ? 1 : 0;
  if (!text.sees(['at'], comma)) return { kind: 'remaining vesting', period };
  for (let i = 0; i <= comma; i++) text.next();
  text.expect(['least']);
  const atLeast = text.takeDuration();
  if (monthsIn(atLeast) === 0)
    throw text.faultOf(
      say`what the old schedule had left is counted in months`,
      say`write the least in months or years`,
    );
  return { kind: 'remaining vesting', period, atLeast };
}

/** The day some time after another, clamped to the month's last. */
export const dayAfter = (day: Day, span: Duration): Day => addMonths(day, monthsIn(span)) + daysIn(span);
