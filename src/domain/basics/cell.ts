/**
 * What a cell or an argument holds, and how it is read: blanks, whole counts, prices, dates. Each reader takes
 * the name of what it reads, so that its message can say which argument or cell is wrong and what would be right.
 */
import { type Day, LAST_DAY, parseMoment } from './day.ts';
import { badNumber, badValue, type ErrorKind, RegrantError } from './error.ts';
import { quoted, say, type SentenceValue, type Words } from './sentence.ts';

/** A value as Excel hands it over; a blank cell is `''` (Office.js) or `null` (custom functions). */
export type CellValue = string | number | boolean | null | undefined;

/** A block of values, row by row. */
export type Grid = readonly (readonly CellValue[])[];

/** Whether the cell is empty; text of nothing but spaces counts as empty. */
export const isBlank = (value: CellValue): value is null | undefined | '' =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

/** Whether a row holds nothing: every cell is blank, or 0, as some hosts hand over an empty cell. */
export const isEmptyRow = (row: readonly CellValue[]): boolean =>
  row.every((cell) => cell === 0 || isBlank(cell));

const ERRORS: ReadonlyMap<string, ErrorKind> = new Map([
  ['#N/A', 'notAvailable'],
  ['#NUM!', 'number'],
  ['#DIV/0!', 'divisionByZero'],
  ['#NULL!', 'nullReference'],
  ...[
    'VALUE!',
    'REF!',
    'NAME?',
    'SPILL!',
    'CALC!',
    'FIELD!',
    'BLOCKED!',
    'CONNECT!',
    'BUSY!',
    'UNKNOWN!',
  ].map((name) => [`#${name}`, 'value'] as const),
  ['#EXTERNAL!', 'value'],
  ['#PYTHON!', 'value'],
  ['#GETTING_DATA', 'value'],
]);

/** Whether a cell holds an error that a formula left behind: it reaches Regrant as its text, such as `#N/A`. */
export const isErrorCell = (value: CellValue): value is string =>
  typeof value === 'string' && value.charCodeAt(0) === HASH && ERRORS.has(value.trim());

const HASH = 35;

/**
 * An error in a cell comes back as that error, and never as a value made of it.
 *
 * @throws RegrantError the cell holds an error; of a kind that a formula cannot give, such as `#REF!`, it is `#VALUE!`
 */
export function refuseError(value: CellValue, name: Words): void {
  if (!isErrorCell(value)) return;
  const code = value.trim();
  throw new RegrantError(ERRORS.get(code) ?? 'value', say`${name} is the error ${code}.`);
}

/** A cell holds up to 32,767 characters; a message shows no more than a line of them. */
const SHOWN = 60;

/** What a cell shows, for a message; long text is cut. */
export const show = (value: CellValue): SentenceValue => {
  if (isBlank(value)) return say`blank`;
  if (typeof value === 'number' && !String(value).includes('e')) return value;
  if (typeof value !== 'string') return String(value).toUpperCase();
  return quoted(value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value);
};

/** Ids match as text: the number 123 equals the text `123`; leading zeros count. */
export const idText = (value: CellValue): string => (isBlank(value) ? '' : String(value).trim());

const PLAIN_NUMBER = /^[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?(e[+-]?\d+)?$/i;

/** The number that a value is, or that its text plainly writes (`1,000.50`); undefined for anything else. */
export function numberIn(value: CellValue): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (!/\d/.test(text) || !PLAIN_NUMBER.test(text)) return undefined;
  const number = Number(text.replace(/,/g, ''));
  return Number.isFinite(number) ? number : undefined;
}

/** @throws RegrantError not a number */
export function readNumber(value: CellValue, name: Words): number {
  const number = numberIn(value);
  if (number === undefined) {
    refuseError(value, name);
    throw badValue(say`${name} must be a number, not ${show(value)}.`);
  }
  return number;
}

/**
 * A price per share, or another amount that cannot be negative.
 *
 * @throws RegrantError not a number, or negative
 */
export function readAmount(value: CellValue, name: Words): number {
  const number = readNumber(value, name);
  if (number < 0) throw badNumber(say`${name} must not be negative, and is ${number}.`);
  return number;
}

/**
 * A count of shares: whole, 0 to 2^53.
 *
 * @throws RegrantError not a number, negative, fractional or above 2^53
 */
export function readShares(value: CellValue, name: Words): number {
  const number = readNumber(value, name);
  if (number < 0) throw badNumber(say`${name} must not be negative, and is ${number}.`);
  if (!Number.isInteger(number)) throw badNumber(say`${name} must be whole shares, and is ${number}.`);
  if (number > 2 ** 53) throw badNumber(say`${name} must be at most 2^53, and is ${number}.`);
  return number;
}

/** @throws RegrantError not a whole number from `least` to `most` */
export function readWhole(value: CellValue, name: Words, least: number, most: number): number {
  const number = readNumber(value, name);
  if (!Number.isInteger(number) || number < least || number > most)
    throw badNumber(say`${name} must be a whole number from ${least} to ${most}, and is ${number}.`);
  return number;
}

/**
 * A date with its time of day, as a serial number with a fraction, from a serial number or ISO text.
 *
 * @throws RegrantError not a date
 */
export function readMoment(value: CellValue, name: Words): number {
  // A whole day and the text of a number are read alike; a date of 0 is an empty cell on some hosts.
  const moment = typeof value === 'string' ? momentIn(value, name) : value;
  if (typeof moment !== 'number' || !Number.isFinite(moment)) {
    refuseError(value, name);
    throw badValue(say`${name} must be a date, such as 2003-07-21, not ${show(value)}.`);
  }
  if (moment < 1 || moment >= LAST_DAY + 1)
    throw badNumber(say`${name} must be a date from 1900 to 9999, and is the number ${moment}.`);
  return moment;
}

function momentIn(text: string, name: Words): number | undefined {
  try {
    return parseMoment(text) ?? numberIn(text);
  } catch (error) {
    if (!(error instanceof RegrantError)) throw error;
    // It looks like a date, such as 2003-02-30; who reads it among many cells must hear which one it is.
    throw badValue(say`${name} must be a date that exists, such as 2003-07-21, not ${show(text)}.`);
  }
}

/**
 * A day; a time of day is cut off.
 *
 * @throws RegrantError not a date
 */
export const readDay = (value: CellValue, name: Words): Day => Math.floor(readMoment(value, name));

/**
 * The last moment that counts for an expiration: the time given, or, without a time of day, the end of that day.
 *
 * @throws RegrantError not a date
 */
export function readExpiration(value: CellValue, name: Words): number {
  const moment = readMoment(value, name);
  if (typeof value === 'string' && /\d[T ]\d/.test(value.trim())) return moment;
  return Number.isInteger(moment) ? endOfDay(moment) : moment;
}

/** The last millisecond of a day, so that it still lies on that day. */
const endOfDay = (day: Day): number => day + 1 - 1 / 86400000;

/** Prices compare after rounding to 6 decimals, so that a computed 3.0099999999999998 is not below 3.01. */
export const comparable = (price: number): number =>
  Number.isInteger(price) ? price : Math.round(price * 1e6) / 1e6;
