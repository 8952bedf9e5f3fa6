/** TEXT: a value in a number format, by numfmt. */
import { format as formatByPattern, isDateFormat } from 'numfmt';
import { CellError, type CellValue } from '../../model/cell-error.ts';
import { DAYS_TO_1904, type DateContext, numberOfText, textOfNumber, toText } from '../coercion.ts';
import { VALUE } from '../value.ts';

/** The text of a value in a format; #VALUE! where the format is none. */
export function formatValue(value: CellValue, pattern: string, dates: DateContext): CellValue {
  if (value instanceof CellError) return value;
  if (typeof value === 'boolean') return toText(value);
  // Text that is a number is formatted as one.
  const subject = typeof value === 'string' ? (numberOfText(value, dates) ?? value) : (value ?? 0);
  if (pattern === '') return '';
  if (/^general$/i.test(pattern.trim())) return typeof subject === 'number' ? textOfNumber(subject) : subject;
  try {
    const shifted =
      typeof subject === 'number' && dates.date1904 && isDateFormat(pattern)
        ? subject + DAYS_TO_1904
        : subject;
    const text = formatByPattern(pattern, shifted, { throws: true });
    return /^#+$/.test(text) && typeof shifted === 'number' && shifted < 0 ? VALUE : text;
  } catch {
    return VALUE;
  }
}
