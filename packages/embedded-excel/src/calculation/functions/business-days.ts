/** WORKDAY and NETWORKDAYS: days that are no weekend and no holiday. */
import { CellError, type CellValue } from '../../model/cell-error.ts';
import { toNumber } from '../coercion.ts';
import type { Evaluation } from '../evaluation.ts';
import { declare, type NativeFunction } from '../function-declaration.ts';
import { NUM, OMITTED, VALUE, type Value } from '../value.ts';
import { weekdayOf } from './dates.ts';

/** Weekend days from Monday to Sunday: `0000011` is Saturday and Sunday. */
const STANDARD_WEEKEND = '0000011';

const WEEKENDS = new Map([
  [1, STANDARD_WEEKEND],
  [2, '1000001'],
  [3, '1100000'],
  [4, '0110000'],
  [5, '0011000'],
  [6, '0001100'],
  [7, '0000110'],
  [11, '0000001'],
  [12, '1000000'],
  [13, '0100000'],
  [14, '0010000'],
  [15, '0001000'],
  [16, '0000100'],
  [17, '0000010'],
]);

/** The weekend as seven digits, from a number of Excel's list or from such digits. */
function weekendOf(value: CellValue | undefined, evaluation: Evaluation): string | CellError {
  if (value === undefined || value === null) return STANDARD_WEEKEND;
  if (value instanceof CellError) return value;
  if (typeof value === 'string') return /^[01]{7}$/.test(value) && value !== '1111111' ? value : VALUE;
  const number = toNumber(value, evaluation);
  return number instanceof CellError ? number : (WEEKENDS.get(Math.trunc(number)) ?? NUM);
}

function holidaysOf(value: Value | undefined, evaluation: Evaluation): Set<number> | CellError {
  const holidays = new Set<number>();
  if (value === undefined || value === OMITTED) return holidays;
  const failed = evaluation.each(value, (cell) => {
    if (cell === null || cell === '') return undefined;
    const day = toNumber(cell, evaluation);
    if (day instanceof CellError) return day;
    holidays.add(Math.floor(day));
    return undefined;
  });
  return failed ?? holidays;
}

type IsWorkday = (day: number) => boolean;

function workdays(
  weekend: CellValue | undefined,
  holidays: Value | undefined,
  evaluation: Evaluation,
): IsWorkday | CellError {
  const days = weekendOf(weekend, evaluation);
  if (days instanceof CellError) return days;
  const free = holidaysOf(holidays, evaluation);
  if (free instanceof CellError) return free;
  return (day) => days.charAt((weekdayOf(day, evaluation) + 5) % 7) === '0' && !free.has(day);
}

function workdayAfter(start: number, count: number, isWorkday: IsWorkday): CellValue {
  let day = Math.floor(start);
  const step = count < 0 ? -1 : 1;
  for (let left = Math.abs(Math.trunc(count)); left > 0;) {
    day += step;
    if (day < 0 || day > 2958465) return NUM;
    if (isWorkday(day)) left--;
  }
  return day;
}

function workdaysBetween(start: number, end: number, isWorkday: IsWorkday): number {
  const [from, to] = [Math.floor(start), Math.floor(end)];
  let count = 0;
  for (let day = Math.min(from, to); day <= Math.max(from, to); day++) if (isWorkday(day)) count++;
  return from <= to ? count : -count;
}

export const BUSINESS_DAY_FUNCTIONS: readonly NativeFunction[] = [
  declare('WORKDAY', ['number', 'number', 'value?'], (evaluation, start, count, holidays) => {
    const isWorkday = workdays(undefined, holidays, evaluation);
    return isWorkday instanceof CellError ? isWorkday : workdayAfter(start, count, isWorkday);
  }),
  declare(
    'WORKDAY.INTL',
    ['number', 'number', 'any?', 'value?'],
    (evaluation, start, count, weekend, holidays) => {
      const isWorkday = workdays(weekend, holidays, evaluation);
      return isWorkday instanceof CellError ? isWorkday : workdayAfter(start, count, isWorkday);
    },
  ),
  declare('NETWORKDAYS', ['number', 'number', 'value?'], (evaluation, start, end, holidays) => {
    const isWorkday = workdays(undefined, holidays, evaluation);
    return isWorkday instanceof CellError ? isWorkday : workdaysBetween(start, end, isWorkday);
  }),
  declare(
    'NETWORKDAYS.INTL',
    ['number', 'number', 'any?', 'value?'],
    (evaluation, start, end, weekend, holidays) => {
      const isWorkday = workdays(weekend, holidays, evaluation);
      return isWorkday instanceof CellError ? isWorkday : workdaysBetween(start, end, isWorkday);
    },
  ),
];
