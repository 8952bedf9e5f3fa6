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
  /** A number for a field in which one edits it: with this locale's separator, not grouped. */
  readonly plain: (number: number | string) => string;
  /** The number that a text writes in this locale, exactly, as digits with a point; undefined where it writes none. */
  readonly digits: (text: string) => string | undefined;
  readonly number: (text: string) => number | undefined;
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
  const digits = digitsIn(known);
  const fieldPoint = fieldPointOf(known);
  const shown = (format: Intl.NumberFormat) => (value: CellValue) =>
    typeof value === 'number' ? format.format(value) : String(value ?? '');
  const date = (format: Intl.DateTimeFormat) => (serial: CellValue) =>
    typeof serial === 'number'
      ? format.format(new Date(Math.round((serial - UNIX_EPOCH) * MILLISECONDS)))
      : String(serial ?? '');
  return {
    shares: shown(whole),
    price: shown(price),
    ratio: shown(ratio),
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
    plain: (number) => String(number).replace('.', fieldPoint),
    digits,
    number: (text) => {
      const found = digits(text);
      return found === undefined ? undefined : Number(found);
    },
    list: (items) => list.format(items),
  };
}

/** What is typed has the digits 0 to 9, whichever the locale shows. */
const typedParts = (locale: string | undefined): Intl.NumberFormatPart[] =>
  new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(123456789.5);

const fieldPointOf = (locale: string | undefined): string =>
  typedParts(locale).find(({ type }) => type === 'decimal')?.value ?? '.';

/**
 * Reads a number as this locale writes it. Groups must be whole, so that `1.000` is a thousand in German and `1.5` no
 * number there: nobody's decimals become thousands, or the other way about.
 */
function digitsIn(locale: string | undefined): Format['digits'] {
  const parts = typedParts(locale);
  const group = parts.find(({ type }) => type === 'group')?.value ?? '';
  // From the right, the first group has three digits; in India the others have two.
  const size = parts.filter(({ type }) => type === 'integer')[1]?.value.length ?? 3;
  const separator = /^\s$/.test(group) ? '\\s' : /^[’']$/.test(group) ? "[’']" : `\\${group}`;
  const grouped = group === '' ? '' : `\\d{1,${size}}(?:${separator}\\d{${size}})*${separator}\\d{3}|`;
  const pattern = new RegExp(
    `^\\+?(-?)(${grouped}\\d+)?(?:\\${fieldPointOf(locale)}(\\d+))?(e[+-]?\\d+)?$`,
    'i',
  );
  return (text) => {
    const [all, sign = '', integer = '', decimals, exponent = ''] = pattern.exec(text.trim()) ?? [];
    if (all === undefined || (integer === '' && decimals === undefined)) return undefined;
    const whole = integer.replace(/\D/g, '') || '0';
    return `${sign}${whole}${decimals === undefined ? '' : `.${decimals}`}${exponent}`;
  };
}

function supported(locale: string): string | undefined {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale)[0];
  } catch {
    return undefined;
  }
}
