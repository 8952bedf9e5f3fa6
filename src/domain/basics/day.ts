/**
 * Days, as Excel counts them: whole serial numbers of the 1900 date system, 1 = 1900-01-01. Civil-date
 * arithmetic is done on integers here, without `Date`, so that no time zone can move a vesting date.
 */
import { badValue } from './error.ts';
import { say } from './sentence.ts';
import type { Dated } from './sentence.ts';

/** An Excel serial number without a time of day (1900 system). */
export type Day = number;

/** A year, a month (1 to 12) and a day of the month (1 to 31). */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** 9999-12-31, the last day that Excel knows. */
export const LAST_DAY: Day = 2958465;

/** Serial number of 1970-01-01, from which `daysFromCivil` counts. */
const UNIX_EPOCH: Day = 25569;
/** Excel believes in 1900-02-29 (serial 60), as Lotus 1-2-3 did; earlier serials are off by one. */
const LEAP_BUG: Day = 60;

/** The day of a civil date; the date must exist. */
export function dayOf(year: number, month: number, day: number): Day {
  // Years begin in March here, so that the leap day is the last of its year.
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  const serial = era * 146097 + dayOfEra - 719468 + UNIX_EPOCH;
  return serial <= LEAP_BUG ? serial - 1 : serial;
}

/** The civil date of a day. */
export function civilDate(serial: Day): CivilDate {
  const shifted = (serial < LEAP_BUG ? serial + 1 : serial) - UNIX_EPOCH + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - (dayOfEra >= 146096 ? 1 : 0)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days in a month (1 to 12) of a year. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);

/**
 * The day `months` after a civil date, on `dayOfMonth`, or on the month's last day where it has no such day.
 * Counting every installment from the same date keeps 31 January, 28 February, 31 March from drifting.
 */
export function monthsAfter(from: CivilDate, months: number, dayOfMonth: number = from.day): Day {
  const index = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return dayOf(year, month, Math.min(dayOfMonth, daysInMonth(year, month)));
}

/** The day `months` after `day`, on the same day of the month, clamped to the month's last. */
export const addMonths = (day: Day, months: number): Day => monthsAfter(civilDate(day), months);

/**
 * Whole months from one day to another: the largest n for which `from` plus n months (day clamped) is not
 * after `to`; negative where `to` is earlier.
 */
export function wholeMonths(from: Day, to: Day): number {
  const start = civilDate(from);
  const end = civilDate(to);
  const months = (end.year - start.year) * 12 + end.month - start.month;
  return monthsAfter(start, months) <= to ? months : months - 1;
}

/** 0 Sunday to 6 Saturday. */
export const weekday = (day: Day): number => (day + 6) % 7;

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** ISO text of a day: `2003-07-21`. */
export function formatDay(day: Day): string {
  const { year, month, day: dayOfMonth } = civilDate(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

/** ISO text of a moment: `2003-01-20T21:00`, with seconds where there are any; a plain date at midnight. */
export function formatMoment(moment: number): string {
  const seconds = Math.round((moment - Math.floor(moment)) * 86400);
  const day = Math.floor(moment) + (seconds === 86400 ? 1 : 0);
  const rest = seconds % 86400;
  if (rest === 0) return formatDay(day);
  const clock = `${pad(Math.floor(rest / 3600), 2)}:${pad(Math.floor(rest / 60) % 60, 2)}`;
  return `${formatDay(day)}T${clock}${rest % 60 === 0 ? '' : `:${pad(rest % 60, 2)}`}`;
}

/** The moment as it stands in a sentence. */
export const dated = (moment: number): Dated => ({ moment, iso: formatMoment(moment) });

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * The moment that ISO text names, as a serial number with the time of day as its fraction, or undefined where
 * the text is no ISO date. A zone is ignored: an offer's times are all in the offer's own zone.
 *
 * @throws RegrantError the text looks like a date that does not exist, such as 2003-02-30
 */
export function parseMoment(text: string): number | undefined {
  const match = ISO.exec(text.trim());
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0)) as [number, number, number, number, number, number];
  const exists = year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  const onTheClock =
    minute < 60 && second < 60 && (hour < 24 || (hour === 24 && minute === 0 && second === 0));
  if (!exists || !onTheClock)
    throw badValue(say`${text.trim()} is not a date that exists: write it as 2003-07-21.`);
  return dayOf(year, month, day) + (hour * 3600 + minute * 60 + second) / 86400;
}
