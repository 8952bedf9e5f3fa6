/**
 * How the name over a column is compared: without case, spaces, line breaks, punctuation and a unit in brackets at its
 * end. It does not know which names mean what.
 */
import { headerKey } from '../basics/words.ts';

/**
 * The key by which headers are the same. A per cent sign counts, unlike other signs: `Vested %` is not the count
 * `Vested`.
 */
export const columnKey = (header: string): string => headerKey(header.replaceAll('%', ' pct '));

export interface HeaderUnit {
  /** The header without its unit. */
  readonly name: string;
  /** What the brackets hold, as it is written. */
  readonly unit: string;
}

/**
 * A header that ends in a unit in brackets: `Grant Price (USD)`, `Grant Date [MM/DD/YYYY]`, `Shares Granted (#)`.
 * Undefined where the brackets hold anything else, since `Granted (000s)` and `Granted (vested)` are other figures.
 */
export function unitOf(header: string): HeaderUnit | undefined {
  const [, name, unit] = /^(.*\S)\s*[([{]([^()[\]{}]*)[)\]}]\s*$/s.exec(header) ?? [];
  if (name === undefined || unit === undefined || unit.includes('%')) return undefined;
  const words = unit.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.every((word) => UNIT_WORDS.has(word.toLowerCase()) || isCurrencyCode(word))
    ? { name, unit }
    : undefined;
}

/** Units that leave the figure as it is; not `000` or `cents`, which change it. */
const UNIT_WORDS = new Set(
  (
    'in of us dollar dollars euro euros pound pounds yen per share shares option options stock unit units ' +
    'number no count qty quantity dd d mm m mmm yy yyyy date'
  ).split(' '),
);

/** ISO 4217: the currencies in which shares are listed or options priced. SAR is left out, which is an award here. */
const CURRENCIES = new Set(
  (
    'AED ARS AUD BGN BHD BRL CAD CHF CLP CNH CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JPY KES KRW KWD KZT ' +
    'MAD MXN MYR NGN NOK NZD OMR PEN PHP PKR PLN QAR RON RSD RUB SEK SGD THB TRY TWD UAH USD VND ZAR'
  ).split(' '),
);

const isCurrencyCode = (word: string): boolean => CURRENCIES.has(word.toUpperCase());
