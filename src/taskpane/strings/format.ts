/** Numbers and dates in the workbook's locale. It knows no sentences. */
import type { CellValue } from '../../domain/basics/cell.ts';

export interface Format {
  readonly shares: (value: CellValue) => string;
  readonly price: (value: CellValue) => string;
  readonly ratio: (value: CellValue) => string;
  readonly percent: (share: number) => string;
  readonly day: (serial: CellValue) => string;
  readonly moment: (serial: CellValue) => string;
  /** A moment given as ISO text in UTC, by this machine's clock. */
  readonly instant: (iso: string) => string;
  /** Digits with a point, as exact arithmetic gives them, grouped and with this locale's separator. */
  readonly exact: (digits: string) => string;
  readonly list: (items: readonly string[]) => string;
}

const MILLISECONDS = 86_400_000;
const UNIX_EPOCH = 25_569;

/** @param locale a language tag; one that this browser does not know is passed over */
export function formatFor(locale: string, language: string): Format {
  const known = supported(locale);
  const whole = new Intl.NumberFormat(known, { maximumFractionDigits: 2 });
  const price = new Intl.NumberFormat(known, { minimumFractionDigits: 2, maximumFractionDigits: 6 });
  const ratio = new Intl.NumberFormat(known, { maximumFractionDigits: 10 });
  const percent = new Intl.NumberFormat(known, { style: 'percent', maximumFractionDigits: 0 });
  const day = new Intl.DateTimeFormat(known, { dateStyle: 'medium', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(known, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  const instant = new Intl.DateTimeFormat(known, { dateStyle: 'medium', timeStyle: 'short' });
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const point = whole.formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.';
  const number = (format: Intl.NumberFormat) => (value: CellValue) =>
    typeof value === 'number' ? format.format(value) : String(value ?? '');
  const date = (format: Intl.DateTimeFormat) => (serial: CellValue) =>
    typeof serial === 'number'
      ? format.format(new Date(Math.round((serial - UNIX_EPOCH) * MILLISECONDS)))
      : String(serial ?? '');
  return {
    shares: number(whole),
    price: number(price),
    ratio: number(ratio),
    percent: (share) => percent.format(share),
    day: date(day),
    moment: (serial) =>
      (typeof serial === 'number' && Number.isInteger(serial) ? date(day) : date(moment))(serial),
    instant: (iso) => (Number.isNaN(Date.parse(iso)) ? iso : instant.format(Date.parse(iso))),
    exact: (digits) => {
      const [integer = '0', decimals] = digits.split('.');
      const grouped = new Intl.NumberFormat(known).format(BigInt(integer));
      return decimals === undefined ? grouped : `${grouped}${point}${decimals}`;
    },
    list: (items) => list.format(items),
  };
}

function supported(locale: string): string | undefined {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale)[0];
  } catch {
    return undefined;
  }
}
