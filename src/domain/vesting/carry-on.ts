/**
 * Schedules that lean on the exchanged grant's own vesting, as data: `old schedule`, `old dates + 12 months, not
 * before 2009-09-09`, `old schedule, paused`, `remaining vesting monthly, at least 1 year`. They have a meaning only
 * in an offer's terms, where there is an old award; `vestOfferSchedule` computes them.
 */
import { type Day, formatDay } from '../basics/day.ts';
import { daysIn, type Duration, monthsIn, printDuration } from './duration.ts';
import { printPeriod } from './print-schedule.ts';

export type CarryOn = OldDates | RemainingVesting;

/** The old dates, moved; those before the new grant date vest on it. */
export interface OldDates {
  readonly kind: 'old dates';
  /** Added to each date. */
  readonly plus: Duration;
  /** Whether the clock stands still from the cancellation to the new grant date. */
  readonly paused: boolean;
  readonly notBefore?: Moment;
}

/** Equal installments from the new grant date over the months that the old schedule had left. */
export interface RemainingVesting {
  readonly kind: 'remaining vesting';
  /** In months, quarters or years. */
  readonly period: Duration;
  readonly atLeast?: Duration;
}

/** A day, or one that is counted from the cancellation or the new grant date. */
export type Moment =
  | { readonly kind: 'on'; readonly date: Day }
  | { readonly kind: 'cancellation' | 'new grant date'; readonly plus: Duration };

const CARRY_ON = /\bold\s+(?:vesting\s+)?(?:schedule|dates?)\b|\bremaining\s+vesting\b/i;

/** Whether the text carries on from the old award's vesting. */
export const carriesOn = (text: string): boolean => CARRY_ON.test(text);

/** The words by which a text carries on from the old award's vesting, for a message. */
export const carryOnWords = (text: string): string => CARRY_ON.exec(text)?.[0] ?? '';

/** What stands at the end of a schedule whose dates stop at the new award's expiration. */
export const NOT_AFTER_EXPIRATION = /\s*[,;]?\s*\bnot\s+after\s+(?:the\s+)?expiration(?:\s+date)?\s*\.?\s*$/i;

/** The canonical words, which parse to the same meaning. */
export function printCarryOn(carryOn: CarryOn): string {
  if (carryOn.kind === 'remaining vesting') {
    const { period, atLeast } = carryOn;
    return `remaining vesting ${printPeriod(period)}${atLeast === undefined ? '' : `, at least ${printDuration(atLeast)}`}`;
  }
  const { plus, paused, notBefore } = carryOn;
  const words = isNothing(plus) ? 'old schedule' : `old dates + ${printDuration(plus)}`;
  const until = notBefore === undefined ? '' : `, not before ${printMoment(notBefore)}`;
  return `${words}${paused ? ', paused' : ''}${until}`;
}

const isNothing = (span: Duration): boolean => monthsIn(span) === 0 && daysIn(span) === 0;

const printMoment = (moment: Moment): string =>
  moment.kind === 'on'
    ? formatDay(moment.date)
    : `${moment.kind}${isNothing(moment.plus) ? '' : ` + ${printDuration(moment.plus)}`}`;
