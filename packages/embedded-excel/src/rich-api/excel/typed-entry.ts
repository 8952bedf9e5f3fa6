/**
 * Text as Excel takes it when it is typed into a cell: `=` begins a formula, `'` text, and what looks like a number, a
 * date, a time, a percentage or a logical value becomes one, with the number format that goes with it.
 */
import { getFormatFromId, isDateFormat, parseValue } from 'numfmt';
import { type CellValue, errorNamed } from '../../model/cell-error.ts';

/** What goes into the cell: a formula, or a value and, where the text asks for one, a number format. */
export type Entry =
  { readonly formula: string } | { readonly value: CellValue; readonly numberFormat?: string };

/** Days from the 1900 system's 1900-01-00 to the 1904 system's 1904-01-01. */
const DAYS_TO_1904 = 1462;
const MAY_BE_MORE_THAN_TEXT = /\d|^\s*(?:true|false)\s*$/i;

/**
 * @param textCell whether the cell is formatted as text (`@`), which keeps everything as it is typed
 * @param date1904 whether the workbook counts days from 1904
 */
export function typedEntry(text: string, textCell: boolean, date1904: boolean): Entry {
  if (text === '') return { value: null };
  if (textCell) return { value: text };
  if (text.startsWith('=') && text.length > 1) return { formula: text };
  if (text.startsWith("'")) return { value: text.slice(1) };
  const error = text.startsWith('#') ? errorNamed(text.toUpperCase()) : undefined;
  if (error !== undefined) return { value: error };
  if (!MAY_BE_MORE_THAN_TEXT.test(text)) return { value: text };
  const parsed = parseValue(text);
  if (parsed === undefined) return { value: text };
  const { value } = parsed;
  const formatId = 'formatId' in parsed ? parsed.formatId : undefined;
  if (typeof value === 'boolean' || formatId === undefined) return { value };
  const numberFormat = getFormatFromId(formatId);
  const shifts = date1904 && value >= DAYS_TO_1904 && isDateFormat(numberFormat);
  return { value: shifts ? value - DAYS_TO_1904 : value, numberFormat };
}
