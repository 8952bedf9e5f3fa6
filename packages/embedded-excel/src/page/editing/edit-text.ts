/** What one edits when a cell is opened: its formula, or its value as one would type it again. */
import { format, isDateFormat } from 'numfmt';
import { CellError, type CellValue } from '../../model/cell-error.ts';
import { typedEntry } from '../../rich-api/excel/typed-entry.ts';

/** Days from the 1900 system's 1900-01-00 to the 1904 system's 1904-01-01. */
const DAYS_TO_1904 = 1462;

/**
 * Text that, typed into the same cell, gives the same value again.
 *
 * @param formula with its leading `=`, where the cell has one
 */
export function editText(
  value: CellValue,
  formula: string | undefined,
  numberFormat: string,
  date1904: boolean,
): string {
  if (formula !== undefined) return formula;
  if (value === null) return '';
  if (value instanceof CellError) return value.code;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return protectedText(value, numberFormat, date1904);
  if (isDateFormat(numberFormat)) {
    const text = dateText(date1904 ? value + DAYS_TO_1904 : value);
    if (text !== undefined) return text;
  }
  if (numberFormat.includes('%')) return `${String(Number((value * 100).toPrecision(15)))}%`;
  return plainNumber(value);
}

/** Text that would be taken for something else gets the apostrophe by which one types text. */
function protectedText(text: string, numberFormat: string, date1904: boolean): string {
  const entry = typedEntry(text, numberFormat === '@', date1904);
  return 'value' in entry && entry.value === text ? text : `'${text}`;
}

function dateText(serial: number): string | undefined {
  if (serial < 0 || serial > 2958465.99999) return undefined;
  const time = serial % 1 === 0 ? '' : format('h:mm:ss AM/PM', serial);
  if (serial < 1) return time === '' ? undefined : time;
  const day = format('m/d/yyyy', Math.floor(serial));
  return time === '' ? day : `${day} ${time}`;
}

/** Fifteen digits, as Excel keeps them, without an exponent where Excel has none. */
function plainNumber(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  return text.includes('e') ? text.replace('e', 'E') : text;
}
