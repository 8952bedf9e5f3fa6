/** DATE, EDATE, YEARFRAC, DATEDIF and other functions of days and times. Serial numbers are the book's own. */
import {
  type CivilDate,
  civilDate,
  dayOf,
  daysInMonth,
  isLeapYear,
  LAST_DAY,
} from '../../../../../src/domain/basics/day.ts';
import type { CellError, CellValue } from '../../model/cell-error.ts';
import { DAYS_TO_1904, numberOfText } from '../coercion.ts';
import type { Evaluation } from '../evaluation.ts';
import { declare, type NativeFunction } from '../function-declaration.ts';
import { NUM, VALUE } from '../value.ts';

/** Excel's day 60 is 1900-02-29, which never was. */
const PHANTOM_DAY = 60;

/** The civil date of a serial number, or undefined outside Excel's calendar. Day 0 is 1900-01-00. */
export function dateOf(serial: number, { date1904 }: Pick<Evaluation, 'date1904'>): CivilDate | undefined {
  const day = Math.floor(serial) + (date1904 ? DAYS_TO_1904 : 0);
  if (serial < 0 || day > LAST_DAY) return undefined;
  if (!date1904 && day === PHANTOM_DAY) return { year: 1900, month: 2, day: 29 };
  if (day === 0) return { year: 1900, month: 1, day: 0 };
  return civilDate(day);
}

/** The serial number of the first of a month, months counted on beyond a year's end, plus days. */
export function serialOf(
  year: number,
  month: number,
  day: number,
  { date1904 }: Pick<Evaluation, 'date1904'>,
): number | CellError {
  const index = year * 12 + month - 1;
  const y = Math.floor(index / 12);
  const m = index - y * 12 + 1;
  if (y < 1900 || y > 9999) return NUM;
  // In the 1900 system February 1900 has 29 days.
  const serial = dayOf(y, m, 1) + day - 1 - (date1904 ? DAYS_TO_1904 : 0);
  return serial < 0 || serial + (date1904 ? DAYS_TO_1904 : 0) > LAST_DAY ? NUM : serial;
}

const partOfDate = (name: string, part: (date: CivilDate) => number): NativeFunction =>
  declare(name, ['number'], (evaluation, serial) => {
    const date = dateOf(serial, evaluation);
    return date === undefined ? NUM : part(date);
  });

/** The second of the day, to the nearest. */
const secondOfDay = (serial: number): number => Math.round((serial - Math.floor(serial)) * 86400) % 86400;

const partOfTime = (name: string, part: (second: number) => number): NativeFunction =>
  declare(name, ['number'], (_, serial) => (serial < 0 ? NUM : part(secondOfDay(serial))));

/** The day `months` later: the same day of the month, or its last. */
function monthsLater(evaluation: Evaluation, serial: number, months: number, toEnd: boolean): CellValue {
  const date = dateOf(serial, evaluation);
  if (date === undefined) return NUM;
  const index = date.year * 12 + date.month - 1 + Math.trunc(months);
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  if (year < 1900 || year > 9999) return NUM;
  const last = daysInMonth(year, month);
  return serialOf(year, month, toEnd ? last : Math.min(date.day, last), evaluation);
}

/** Days between by a year of 360 days: the American rule (NASD) or the European one. */
export function days360(from: CivilDate, to: CivilDate, isEuropean: boolean): number {
  let [firstDay, lastDay] = [from.day, to.day];
  if (isEuropean) {
    firstDay = Math.min(firstDay, 30);
    lastDay = Math.min(lastDay, 30);
  } else {
    const endsMonth = firstDay === daysInMonth(from.year, from.month);
    let month = to.month;
    let year = to.year;
    if (endsMonth && (firstDay === 31 || from.month === 2)) firstDay = 30;
    if (lastDay === daysInMonth(year, month) && lastDay === 31) {
      if (firstDay < 30) {
        lastDay = 1;
        month += 1;
        if (month > 12) [year, month] = [year + 1, 1];
      } else lastDay = 30;
    }
    return (year - from.year) * 360 + (month - from.month) * 30 + lastDay - firstDay;
  }
  return (to.year - from.year) * 360 + (to.month - from.month) * 30 + lastDay - firstDay;
}

/** The share of a year between two days. @see Excel's help on YEARFRAC: basis 0 to 4 */
function yearFraction(evaluation: Evaluation, start: number, end: number, basis: number): CellValue {
  const [from, to] = [Math.floor(Math.min(start, end)), Math.floor(Math.max(start, end))];
  const [a, b] = [dateOf(from, evaluation), dateOf(to, evaluation)];
  if (a === undefined || b === undefined || basis < 0 || basis >= 5) return NUM;
  switch (Math.trunc(basis)) {
    case 0:
      return days30US(a, b) / 360;
    case 1:
      return (to - from) / averageYear(a, b);
    case 2:
      return (to - from) / 360;
    case 3:
      return (to - from) / 365;
    default:
      return days360(a, b, true) / 360;
  }
}

/** 30/360 as bonds count (basis 0): the last days of February are thirtieths too. */
function days30US(a: CivilDate, b: CivilDate): number {
  const isFebruaryEnd = (date: CivilDate): boolean =>
    date.month === 2 && date.day === daysInMonth(date.year, 2);
  let [first, last] = [a.day, b.day];
  if (isFebruaryEnd(a) && isFebruaryEnd(b)) last = 30;
  if (isFebruaryEnd(a)) first = 30;
  if (last === 31 && first >= 30) last = 30;
  if (first === 31) first = 30;
  return (b.year - a.year) * 360 + (b.month - a.month) * 30 + last - first;
}

/** The length of a year between two dates (basis 1): 365, 366, or the mean of the calendar years touched. */
function averageYear(a: CivilDate, b: CivilDate): number {
  const withinAYear =
    a.year === b.year ||
    (a.year + 1 === b.year && (a.month > b.month || (a.month === b.month && a.day >= b.day)));
  if (!withinAYear) {
    let days = 0;
    for (let year = a.year; year <= b.year; year++) days += isLeapYear(year) ? 366 : 365;
    return days / (b.year - a.year + 1);
  }
  if (a.year === b.year) return isLeapYear(a.year) ? 366 : 365;
  const leapDayLies =
    (isLeapYear(a.year) && (a.month < 3 || (a.month === 2 && a.day <= 29))) ||
    (isLeapYear(b.year) && (b.month > 2 || (b.month === 2 && b.day === 29)));
  return leapDayLies ? 366 : 365;
}

function difference(evaluation: Evaluation, start: number, end: number, unit: string): CellValue {
  const [from, to] = [Math.floor(start), Math.floor(end)];
  const [a, b] = [dateOf(from, evaluation), dateOf(to, evaluation)];
  if (a === undefined || b === undefined || from > to) return NUM;
  const months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
  switch (unit.toUpperCase()) {
    case 'D':
      return to - from;
    case 'M':
      return months;
    case 'Y':
      return Math.floor(months / 12);
    case 'YM':
      return months % 12;
    case 'MD':
      return b.day >= a.day
        ? b.day - a.day
        : b.day - a.day + daysInMonth(b.month === 1 ? b.year - 1 : b.year, b.month === 1 ? 12 : b.month - 1);
    case 'YD': {
      const later = b.month > a.month || (b.month === a.month && b.day >= a.day);
      const anniversary = serialOf(later ? b.year : b.year - 1, a.month, a.day, evaluation);
      return typeof anniversary === 'number' ? to - anniversary : anniversary;
    }
    default:
      return NUM;
  }
}

/** 1 Sunday to 7 Saturday, as Excel counts before 1900-03-01 too. */
export const weekdayOf = (serial: number, { date1904 }: Pick<Evaluation, 'date1904'>): number =>
  ((((Math.floor(serial) + (date1904 ? DAYS_TO_1904 : 0) - 1) % 7) + 7) % 7) + 1;

/** The first day of the week that WEEKDAY's types 11 to 17 name, 1 for Monday. */
function weekdayByType(evaluation: Evaluation, serial: number, type: number): CellValue {
  if (serial < 0) return NUM;
  const day = weekdayOf(serial, evaluation);
  if (type === 1) return day;
  if (type === 2) return ((day + 5) % 7) + 1;
  if (type === 3) return (day + 5) % 7;
  return type >= 11 && type <= 17 ? ((day - (type - 10) + 6 - 1 + 7) % 7) + 1 : NUM;
}

function isoWeek(evaluation: Evaluation, serial: number): CellValue {
  const day = Math.floor(serial);
  // The week belongs to the year of its Thursday.
  const thursday = day - ((weekdayOf(day, evaluation) + 5) % 7) + 3;
  const date = dateOf(thursday, evaluation);
  if (date === undefined) return NUM;
  const first = serialOf(date.year, 1, 1, evaluation);
  return typeof first === 'number' ? Math.floor((thursday - first) / 7) + 1 : first;
}

function weekNumber(evaluation: Evaluation, serial: number, type: number): CellValue {
  if (type === 21) return isoWeek(evaluation, serial);
  const date = dateOf(serial, evaluation);
  if (date === undefined) return NUM;
  const start =
    type === 1 || type === 17 ? 1 : type === 2 || type === 11 ? 2 : type >= 12 && type <= 16 ? type - 9 : 0;
  if (start === 0) return NUM;
  const first = serialOf(date.year, 1, 1, evaluation);
  if (typeof first !== 'number') return first;
  const lead = (weekdayOf(first, evaluation) - start + 7) % 7;
  return Math.floor((Math.floor(serial) - first + lead) / 7) + 1;
}

const isoWeekNumber = declare('ISOWEEKNUM', ['number'], (evaluation, serial) => isoWeek(evaluation, serial));

export const DATE_FUNCTIONS: readonly NativeFunction[] = [
  declare('DATE', ['number', 'number', 'number'], (evaluation, year, month, day) => {
    const y = Math.trunc(year);
    if (y < 0 || y > 9999) return NUM;
    const full = y < (evaluation.date1904 ? 1904 : 1900) ? y + 1900 : y;
    return serialOf(full, Math.trunc(month), Math.trunc(day), evaluation);
  }),
  declare('TIME', ['number', 'number', 'number'], (_, hour, minute, second) => {
    const total = Math.trunc(hour) * 3600 + Math.trunc(minute) * 60 + Math.trunc(second);
    return total < 0 ? NUM : (total % 86400) / 86400;
  }),
  declare('TODAY', [], ({ scope }) => Math.floor(scope.now()) - (scope.date1904 ? DAYS_TO_1904 : 0), {
    isVolatile: true,
  }),
  declare('NOW', [], ({ scope }) => scope.now() - (scope.date1904 ? DAYS_TO_1904 : 0), { isVolatile: true }),
  declare('DATEVALUE', ['text'], (evaluation, text) => {
    const serial = /[/\-\s.a-z]/i.test(text.trim()) ? numberOfText(text, evaluation) : undefined;
    return serial === undefined ? VALUE : Math.floor(serial);
  }),
  declare('TIMEVALUE', ['text'], (evaluation, text) => {
    const serial = text.includes(':') ? numberOfText(text, evaluation) : undefined;
    return serial === undefined ? VALUE : serial - Math.floor(serial);
  }),
  partOfDate('YEAR', ({ year }) => year),
  partOfDate('MONTH', ({ month }) => month),
  partOfDate('DAY', ({ day }) => day),
  partOfTime('HOUR', (second) => Math.floor(second / 3600)),
  partOfTime('MINUTE', (second) => Math.floor(second / 60) % 60),
  partOfTime('SECOND', (second) => second % 60),
  declare('EDATE', ['number', 'number'], (evaluation, start, months) =>
    monthsLater(evaluation, start, months, false),
  ),
  declare('EOMONTH', ['number', 'number'], (evaluation, start, months) =>
    monthsLater(evaluation, start, months, true),
  ),
  declare('DATEDIF', ['number', 'number', 'text'], difference),
  declare('DAYS', ['number', 'number'], (_, end, start) => Math.floor(end) - Math.floor(start)),
  declare('DAYS360', ['number', 'number', 'logical?'], (evaluation, start, end, isEuropean = false) => {
    const [a, b] = [dateOf(start, evaluation), dateOf(end, evaluation)];
    return a === undefined || b === undefined ? NUM : days360(a, b, isEuropean);
  }),
  declare('YEARFRAC', ['number', 'number', 'number?'], (evaluation, start, end, basis = 0) =>
    yearFraction(evaluation, start, end, basis),
  ),
  declare('WEEKDAY', ['number', 'number?'], (evaluation, serial, type = 1) =>
    weekdayByType(evaluation, serial, Math.trunc(type)),
  ),
  declare('WEEKNUM', ['number', 'number?'], (evaluation, serial, type = 1) =>
    weekNumber(evaluation, serial, Math.trunc(type)),
  ),
  isoWeekNumber,
];
