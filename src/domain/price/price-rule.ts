/**
 * Exercise price rules as values that parse from, and print to, the words of an offer: `greater of close and 80% of
 * average close of 20 days`. Knows the words, not the prices.
 */
import { type CellValue, isBlank, numberIn, show } from '../basics/cell.ts';
import { badNumber, badValue, type RegrantError } from '../basics/error.ts';
import { say } from '../basics/sentence.ts';
import { Fraction } from '../basics/fraction.ts';
import { nearestWord } from '../basics/words.ts';

export type PriceRule =
  | { readonly kind: 'close' | 'previous close' | 'average of high and low' }
  /** Of the `days` trading days that end on the grant date. */
  | { readonly kind: 'average close' | 'vwap'; readonly days: number }
  /** As of the last trading day before the grant date. */
  | { readonly kind: 'previous'; readonly of: PriceRule }
  | { readonly kind: 'percent'; readonly percent: Fraction; readonly of: PriceRule }
  | { readonly kind: 'greater' | 'lesser'; readonly of: readonly [PriceRule, PriceRule] }
  | { readonly kind: 'fixed'; readonly price: number };

export const CLOSE: PriceRule = { kind: 'close' };

/** More trading days than forty years have. */
const MOST_DAYS = 10000;
const LONGEST_TEXT = 500;
const DEEPEST = 20;

/**
 * Reads a rule, without regard to case, spaces, `-` and `_`: `close`, `previous close`, `average of high and low`,
 * `average close of N days`, `average close of N days before`, `N-day VWAP`, `previous <rule>`, `P% of <rule>`, `greater of <rule> and <rule>`, `lesser of <rule> and
 * <rule>`, or a plain number, which is a price. A blank value is `close`.
 *
 * @param argument its name in messages
 * @throws RegrantError the words are no rule
 */
export function parsePriceRule(value: CellValue, argument = 'rule'): PriceRule {
  if (isBlank(value)) return CLOSE;
  const number = numberIn(value);
  if (number !== undefined) return fixed(number, argument);
  if (typeof value !== 'string' || value.length > LONGEST_TEXT) throw notARule(value, argument);
  const reader = new RuleReader(value, argument);
  return reader.whole();
}

/** The rule in canonical words, which parse to the same rule. */
export function formatPriceRule(rule: PriceRule): string {
  switch (rule.kind) {
    case 'average close':
      return `average close of ${rule.days} days`;
    case 'vwap':
      return `${rule.days}-day VWAP`;
    case 'previous':
      return rule.of.kind === 'average close'
        ? `${formatPriceRule(rule.of)} before`
        : `previous ${formatPriceRule(rule.of)}`;
    case 'percent':
      return `${decimalText(rule.percent)}% of ${formatPriceRule(rule.of)}`;
    case 'greater':
    case 'lesser':
      return `${rule.kind} of ${rule.of.map(formatPriceRule).join(' and ')}`;
    case 'fixed':
      return String(rule.price);
    default:
      return rule.kind;
  }
}

/** A fraction whose denominator is made of twos and fives, in decimals. */
function decimalText(value: Fraction): string {
  let scale = 0;
  while (10n ** BigInt(scale) % value.denominator !== 0n) scale++;
  const digits = String((value.numerator * 10n ** BigInt(scale)) / value.denominator).padStart(
    scale + 1,
    '0',
  );
  return scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** The gap before a token; a number with its sign; a word; the per cent sign; a hyphen or the end. */
const TOKEN = /([\s_]*)(?:([-+]?)(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d*)?|\.\d+)|([a-z]+)|(%)|-|$)/iy;

/**
 * Words are joined before they are read, because spaces do not matter (`previousclose`), and numbers stand between
 * them as `#`, with their texts beside.
 */
class RuleReader {
  private readonly text: string;
  private readonly argument: string;
  private readonly numbers: string[] = [];
  private rest = '';
  private depth = 0;

  constructor(text: string, argument: string) {
    this.text = text.trim();
    this.argument = argument;
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < this.text.length) {
      const match = TOKEN.exec(this.text);
      if (match === null) throw this.fail();
      const [, gap, sign, number, word, percent] = match;
      if (number !== undefined) {
        // `close of-20` is a hyphen, `close and -4.50` a sign.
        const signed = gap !== '' || match.index === 0;
        this.numbers.push(`${signed ? (sign ?? '') : ''}${number.replace(/,/g, '')}`);
        this.rest += '#';
      } else this.rest += (word ?? percent ?? '').toLowerCase();
    }
  }

  whole(): PriceRule {
    const rule = this.readRule();
    if (this.rest !== '') throw this.fail();
    return rule;
  }

  private readRule(): PriceRule {
    if (++this.depth > DEEPEST) throw this.fail();
    const rule = this.readNamed() ?? this.readNumbered();
    this.depth--;
    return rule;
  }

  private readNamed(): PriceRule | undefined {
    if (this.take('close')) return CLOSE;
    if (this.take('previous')) {
      const of = this.readRule();
      return of.kind === 'close' ? { kind: 'previous close' } : { kind: 'previous', of };
    }
    if (this.take('averageofhighandlow')) return { kind: 'average of high and low' };
    if (this.take('averagecloseof')) {
      const days = this.readDays();
      if (!this.take('days') && !this.take('day')) throw this.fail();
      const average = { kind: 'average close', days } as const;
      return this.take('before') ? { kind: 'previous', of: average } : average;
    }
    for (const kind of ['greater', 'lesser'] as const) {
      if (!this.take(`${kind}of`)) continue;
      const first = this.readRule();
      if (!this.take('and')) throw this.fail();
      return { kind, of: [first, this.readRule()] };
    }
    return undefined;
  }

  private readNumbered(): PriceRule {
    if (this.rest.startsWith('#day')) {
      const days = this.readDays();
      if (this.take('daysvwap') || this.take('dayvwap')) return { kind: 'vwap', days };
      throw this.fail();
    }
    const number = this.readNumber();
    if (!this.take('%of')) return fixed(Number(number), this.argument);
    const percent = Fraction.ofDecimal(number) ?? Fraction.ZERO;
    if (percent.numerator <= 0n)
      throw badValue(say`${this.argument} ${show(this.text)} must take a per cent above zero.`);
    return { kind: 'percent', percent, of: this.readRule() };
  }

  private readDays(): number {
    const days = Number(this.readNumber());
    if (Number.isInteger(days) && days >= 1 && days <= MOST_DAYS) return days;
    throw badValue(
      say`${this.argument} ${show(this.text)} must count whole trading days, from 1 to ${MOST_DAYS}.`,
    );
  }

  private readNumber(): string {
    const number = this.take('#') ? this.numbers.shift() : undefined;
    if (number === undefined) throw this.fail();
    return number;
  }

  private take(words: string): boolean {
    if (!this.rest.startsWith(words)) return false;
    this.rest = this.rest.slice(words.length);
    return true;
  }

  private fail(): RegrantError {
    return notARule(this.text, this.argument);
  }
}

function fixed(price: number, argument: string): PriceRule {
  if (price < 0) throw badNumber(say`${argument} must not be a negative price, and is ${price}.`);
  return { kind: 'fixed', price };
}

const notARule = (value: CellValue, argument: string) =>
  badValue(
    say`${argument} ${show(value)} is not an exercise price rule: use close, previous close, average of high and low, average close of 20 days (before), 20-day VWAP, previous 20-day VWAP, 80% of close, greater of close and 4.50, lesser of close and previous close, or a price${nearestWord(
      String(value),
      ['close', 'previous close', 'average of high and low'],
    )}`,
  );
