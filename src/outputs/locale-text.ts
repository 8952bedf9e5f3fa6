/** How letters write amounts and dates, by the offer's Locale. */
import { type Day, formatDay } from '../domain/basics/day.ts';

export interface LocaleText {
  readonly shares: (count: number) => string;
  /** A price with at least two decimals; with its currency where the ledger names one. */
  readonly price: (amount: number, currency: string) => string;
  readonly money: (amount: number, currency: string) => string;
  readonly number: (amount: number, decimals: number) => string;
  readonly day: (day: Day) => string;
  /** A moment with its time of day, to the minute. */
  readonly moment: (moment: number) => string;
}

export function localeText(locale: string): LocaleText {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const times = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  const amounts = new Map<string, Intl.NumberFormat>();
  const amount = (value: number, currency: string, most: number): string => {
    const code = /^[A-Z]{3}$/i.test(currency) ? currency.toUpperCase() : '';
    const key = `${code} ${String(most)}`;
    let format = amounts.get(key);
    if (format === undefined) {
      const decimals = { minimumFractionDigits: 2, maximumFractionDigits: most };
      format = new Intl.NumberFormat(
        locale,
        code === '' ? decimals : { style: 'currency', currency: code, ...decimals },
      );
      amounts.set(key, format);
    }
    return format.format(value);
  };
  return {
    shares: (count) => whole.format(count),
    price: (value, currency) => amount(value, currency, 10),
    money: (value, currency) => amount(value, currency, 2),
    number: (value, decimals) =>
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      }).format(value),
    day: (day) => days.format(new Date(`${formatDay(Math.floor(day))}T00:00:00Z`)),
    moment: (moment) => {
      const minutes = Math.floor((moment - Math.floor(moment)) * 1440 + 1e-6);
      return times.format(
        new Date(Date.parse(`${formatDay(Math.floor(moment))}T00:00:00Z`) + minutes * 60_000),
      );
    },
  };
}
