/**
 * Rows as comma-separated values that spreadsheets and stock-plan systems read alike: UTF-8, CR LF, every
 * text quoted where it has to be. No byte order mark: importers take one for a part of the first header.
 *
 * @see RFC 4180
 * @see OWASP, CSV Injection: text that begins with one of = + - @ is a formula to a spreadsheet
 */
import { utf8, wellFormed } from './utf8.ts';

export type CsvValue = string | number;

/** What a spreadsheet would calculate instead of showing it; a plain negative number is no formula. */
const FORMULA = /^[\s\u0000]*[=+\-@\t\r]/; // eslint-disable-line no-control-regex -- a NUL before it changes nothing
const NUMBER = /^-?\d+(\.\d+)?$/;

/** @param header the names of the columns */
export function csv(header: readonly string[], rows: readonly (readonly CsvValue[])[]): Uint8Array {
  const lines = [header, ...rows].map((row) => row.map(field).join(','));
  return utf8(`${lines.join('\r\n')}\r\n`);
}

function field(value: CsvValue): string {
  if (typeof value === 'number') return plainNumber(value);
  const text = wellFormed(value);
  // An apostrophe in front makes a spreadsheet take it for the text that it is.
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$|^'/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** In digits, also where JavaScript would write an exponent. */
export function plainNumber(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}
