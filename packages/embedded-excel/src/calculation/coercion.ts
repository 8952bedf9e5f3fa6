/**
 * How Excel makes numbers, text and logical values of one another. It does not know where a value comes from: the
 * different rules for cells of a range stand with the functions that read ranges.
 */
import { parseValue } from 'numfmt';
import { civilDate, dayOf } from '../../../../src/domain/basics/day.ts';
import { type CellError, type CellValue } from '../model/cell-error.ts';
import { VALUE } from './value.ts';

/** Days between the epochs of the 1900 and the 1904 date system. */
export const DAYS_TO_1904 = 1462;

/** What depends on the book and the moment when text is read as a date. */
export interface DateContext {
  readonly date1904: boolean;
  /** The year of a date that names none, such as `5-Mar`. */
  currentYear(): number;
}

const PLAIN_NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i;
/** Longer text is no number to Excel, which reads no more than a formula's string may hold. */
const LONGEST_NUMBER = 255;
/** Formats that numfmt gives to dates: d-mmm has no year, the others do. */
const DAY_AND_MONTH = 16;
const isDateFormatId = (id: number): boolean => (id >= 14 && id <= 17) || id === 22;

/** The number that text is when it has digits only, with a sign, a point and an exponent; undefined for other text. */
export function plainNumberOfText(text: string): number | undefined {
  if (text.length > LONGEST_NUMBER) return undefined;
  const trimmed = text.trim();
  if (!PLAIN_NUMBER.test(trimmed)) return undefined;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : undefined;
}

/** The number that text means (`12.5%`, `$1,000`, `2024-01-31`, `10:30`), or undefined for other text. */
export function numberOfText(text: string, dates: DateContext): number | undefined {
  if (text.length > LONGEST_NUMBER) return undefined;
  const first = text.trim();
  if (PLAIN_NUMBER.test(first)) return plainNumberOfText(first);
  if (first === '' || !/\d/.test(first)) return undefined;
  const parsed = parseValue(first);
  if (parsed === undefined || typeof parsed.value !== 'number' || !Number.isFinite(parsed.value))
    return undefined;
  if (parsed.formatId === undefined || !isDateFormatId(parsed.formatId)) return parsed.value;
  let serial = parsed.value;
  if (parsed.formatId === DAY_AND_MONTH) {
    const { month, day } = civilDate(Math.floor(serial));
    serial = dayOf(dates.currentYear(), month, day);
  }
  return dates.date1904 ? serial - DAYS_TO_1904 : serial;
}

/** The number that an operand counts as: empty is 0, TRUE is 1, text is read; #VALUE! where it is no number. */
export function toNumber(value: CellValue, dates: DateContext): number | CellError {
  if (typeof value === 'number') return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') return numberOfText(value, dates) ?? VALUE;
  return value;
}

/** The truth of a condition: numbers but 0 are true, the words TRUE and FALSE are themselves. */
export function toLogical(value: CellValue): boolean | CellError {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (value === null) return false;
  if (typeof value !== 'string') return value;
  const word = value.toUpperCase();
  return word === 'TRUE' ? true : word === 'FALSE' ? false : VALUE;
}

/** The text that a value joins as: numbers with at most 15 digits. */
export function toText(value: CellValue): string | CellError {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return textOfNumber(value);
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value;
}

/** Longest run of characters that a number takes before Excel writes it with an exponent. */
const LONGEST_PLAIN = 21;

/** A number as `&` writes it: `0.333333333333333`, `1E+21`. */
export function textOfNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value === 0 ? 0 : value);
  const [mantissa = '', exponentText = '0'] = value.toExponential(14).split('e');
  const exponent = Number(exponentText);
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '').replace(/0+$/, '');
  const plain =
    exponent >= 0
      ? digits.length <= exponent + 1
        ? digits.padEnd(exponent + 1, '0')
        : `${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`
      : `0.${'0'.repeat(-exponent - 1)}${digits}`;
  if (plain.length <= LONGEST_PLAIN) return sign + plain;
  const rest = digits.slice(1);
  const power = `${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  return `${sign}${digits.slice(0, 1)}${rest === '' ? '' : `.${rest}`}E${power}`;
}
