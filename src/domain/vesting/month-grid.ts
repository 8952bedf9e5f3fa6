/**
 * Months as whole numbers, 0 for January 1900, and the days in them, from a table: vesting asks for the day of
 * a month millions of times in a run.
 */
import { civilDate, type Day, dayOf, daysInMonth, LAST_DAY } from '../basics/day.ts';
import { badNumber } from '../basics/error.ts';
import { say } from '../basics/sentence.ts';

/** Excel's February 1900 has a day too many, so the table begins after it; it ends before 2200. */
const FIRST = 2;
const END = 3600;

/** The first day of each month, and of the one after the last. */
const STARTS = Int32Array.from({ length: END + 1 }, (_, month) => firstDay(month));

function firstDay(month: number): Day {
  const year = Math.floor(month / 12);
  return dayOf(1900 + year, month - year * 12 + 1, 1);
}

/** The month in which a day lies: 0 is January 1900. */
export function monthOf(day: Day): number {
  if (day >= (STARTS[FIRST] ?? 0) && day < (STARTS[END] ?? 0)) {
    // No month is longer than 31 days, so the guess is never late, and early by a step a century or so.
    let month = Math.max(FIRST, Math.floor(day / 30.4369) - 1);
    while ((STARTS[month + 1] ?? Infinity) <= day) month++;
    return month;
  }
  const { year, month } = civilDate(day);
  return (year - 1900) * 12 + month - 1;
}

/** The day of the month, 1 to 31. */
export function dayOfMonthOf(day: Day, month: number): number {
  return month >= FIRST && month < END ? day - (STARTS[month] ?? 0) + 1 : civilDate(day).day;
}

/**
 * A day of a month, or the month's last day where it has no such day.
 *
 * @throws RegrantError the month lies beyond 9999
 */
export function dayInMonth(month: number, dayOfMonth: number): Day {
  if (month >= FIRST && month < END) {
    const day = (STARTS[month] ?? 0) + dayOfMonth - 1;
    const next = STARTS[month + 1] ?? 0;
    return day < next ? day : next - 1;
  }
  const year = 1900 + Math.floor(month / 12);
  const ofYear = (((month % 12) + 12) % 12) + 1;
  return checkDay(dayOf(year, ofYear, Math.min(dayOfMonth, daysInMonth(year, ofYear))));
}

/** @throws RegrantError the day lies beyond the calendar, which ends with 9999 */
export function checkDay(day: Day): Day {
  if (day > LAST_DAY) throw badNumber(say`The vesting schedule runs past 9999-12-31: write a shorter one.`);
  return day;
}
