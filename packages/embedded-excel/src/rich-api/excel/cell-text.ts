/** What a cell shows: its value under its number format. Column widths do not count, so there is never a `####`. */
import { format } from 'numfmt';
import { CellError, type CellValue } from '../../model/cell-error.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { StylePool } from '../../model/styles.ts';

/** Days from the 1900 system's 1900-01-00 to the 1904 system's 1904-01-01. */
const DAYS_TO_1904 = 1462;
const MAY_SHOW_DATES = /[dmyhs]/i;

/** The format under which a cell shows its value: its own, or, where that is General, what the value brings. */
export function shownFormat(
  sheet: Sheet,
  row: number,
  column: number,
  styles: Pick<StylePool, 'numberFormat'>,
): string {
  const own = styles.numberFormat(sheet.style(row, column));
  return own === 'General' ? (sheet.valueFormats.of(row, column, sheet.value(row, column)) ?? own) : own;
}

export function cellText(value: CellValue, numberFormat: string, date1904: boolean): string {
  if (value === null) return '';
  if (value instanceof CellError) return value.code;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (numberFormat === 'General' || numberFormat === '@')
    return typeof value === 'string' ? value : format('General', value);
  const shifted =
    date1904 && typeof value === 'number' && MAY_SHOW_DATES.test(numberFormat) ? value + DAYS_TO_1904 : value;
  try {
    return format(numberFormat, shifted, { overflow: '########' });
  } catch {
    return String(value);
  }
}
