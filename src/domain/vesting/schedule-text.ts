/**
 * The text of a schedule, word by word, for the two notations that read it; and the message that points at the
 * word which does not fit. It does not know either grammar.
 */
import { type Day, parseMoment } from '../basics/day.ts';
import { badValue, type RegrantError } from '../basics/error.ts';
import { say, type Words } from '../basics/sentence.ts';
import { nearestWord } from '../basics/words.ts';
import { type Duration, daysIn, monthsIn, UNIT_WORDS, unitOf } from './duration.ts';

export interface Token {
  readonly kind: 'date' | 'ordinal' | 'number' | 'word' | 'mark' | 'end';
  readonly text: string;
  readonly at: number;
}

/** Alternatives in the order in which they are tried: a date before a number, `1,000` before `1`. */
const TOKEN =
  /(?<date>\d{4}-\d{2}-\d{2}(?!\d))|(?<ordinal>\d+(?:st|nd|rd|th)(?![a-z]))|(?<number>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)|(?<word>[\p{L}_][\p{L}\p{N}_'’]*(?:[-‐‑][\p{L}_]+)*)|(?<mark>\S)/giu;

const KINDS = ['date', 'ordinal', 'number', 'word'] as const;

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const kind = KINDS.find((name) => match.groups?.[name] !== undefined) ?? 'mark';
    tokens.push({ kind, text: match[0], at: match.index });
  }
  return tokens;
}

/** A century of days: more is a slip of the keyboard, and would only fill memory. */
export const MOST_INSTALLMENTS = 36_525;
/** The spans that the calendar from 1900 to 9999 has room for. */
const MOST_MONTHS = 8_100 * 12;
const MOST_DAYS = 2_958_465;

export class ScheduleText {
  readonly text: string;
  private readonly tokens: readonly Token[];
  private readonly end: Token;
  private position = 0;

  constructor(text: string) {
    // A sentence may end as sentences do.
    this.text = text.replace(/\s*\.\s*$/, '');
    this.tokens = tokensOf(this.text);
    this.end = { kind: 'end', text: '', at: this.text.length };
  }

  peek(ahead = 0): Token {
    return this.tokens[this.position + ahead] ?? this.end;
  }

  next(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.position++;
    return token;
  }

  /** Whether one of these words (lower case) stands `ahead`, hyphens and case aside. */
  sees(words: readonly string[], ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'word' && words.includes(keyOf(token.text));
  }

  /** The word that stands here, in lower case, where it is one of these. */
  take(...words: readonly string[]): string | undefined {
    return this.sees(words) ? keyOf(this.next().text) : undefined;
  }

  takeMark(mark: string): boolean {
    const token = this.peek();
    const found = token.kind === 'mark' && token.text === mark;
    if (found) this.next();
    return found;
  }

  /** @throws RegrantError another word stands here */
  expect(words: readonly string[], reason = say`"${words[0] ?? ''}" is expected here`): void {
    if (this.take(...words) === undefined) throw this.fault(reason, words);
  }

  /** @throws RegrantError no ISO date stands here, or one that does not exist */
  takeDate(): Day {
    const token = this.peek();
    const day = token.kind === 'date' ? parseMoment(token.text) : undefined;
    if (day === undefined) throw this.fault(say`a date such as 2004-12-22 is expected here`);
    this.next();
    return day;
  }

  /** @throws RegrantError no whole number stands here */
  takeCount(what: Words): number {
    const token = this.peek();
    const count = token.kind === 'number' ? Number(token.text.replace(/,/g, '')) : NaN;
    if (!Number.isInteger(count)) throw this.fault(say`${what} is expected here, as a whole number`);
    if (count > 2 ** 53) throw this.fault(say`the number is larger than 2^53`);
    this.next();
    return count;
  }

  /** A span such as `6 months`, `6m` or `1-year`. @throws RegrantError none stands here */
  takeDuration(): Duration {
    const start = this.peek();
    if (start.kind === 'word' && unitOf(start.text) !== undefined)
      throw this.fault(say`a number is expected before it, as in "1 ${start.text}"`);
    if (start.kind === 'number' && start.text.includes('.'))
      throw this.fault(say`a span of time has a whole number, as in "18 months" for a year and a half`);
    const count = this.takeCount(say`a span of time such as "6 months"`);
    if (this.peek().kind === 'mark' && /[-‐‑]/.test(this.peek().text)) this.next();
    const token = this.peek();
    const unit = token.kind === 'word' ? unitOf(token.text) : undefined;
    if (unit === undefined)
      throw this.fault(say`days, weeks, months, quarters or years are expected here`, UNIT_WORDS);
    const duration = { count, unit };
    if (monthsIn(duration) > MOST_MONTHS || daysIn(duration) > MOST_DAYS)
      throw this.fault(say`the span is longer than the calendar`);
    this.next();
    return duration;
  }

  /** What is wrong with what has just been read, and what would be right. */
  faultOf(what: Words, instead: Words): RegrantError {
    return badValue(
      say`The vesting schedule cannot be read at "${this.wordsBefore(6)}": ${what}; ${instead}.`,
    );
  }

  /** What is wrong at the word that stands here, and the nearest of the words that would be right. */
  fault(reason: Words, valid: readonly string[] = []): RegrantError {
    const token = this.peek();
    const before = this.wordsBefore(4);
    const place = before === '' ? '' : say` (after "${before}")`;
    if (token.kind === 'end') return badValue(say`The vesting schedule ends too early${place}: ${reason}.`);
    const suggestion = token.kind === 'word' ? nearestWord(shorten(token.text), valid) : '.';
    return badValue(
      say`The vesting schedule cannot be read at "${shorten(token.text)}"${place}: ${reason}${suggestion}`,
    );
  }

  /** So many words before the one that stands here, for a message. */
  private wordsBefore(most: number): string {
    const before = this.text.slice(0, this.peek().at).trim().split(/\s+/);
    return before.slice(-most).map(shorten).join(' ');
  }
}

/** A cell holds up to 32,767 characters; a message shows no more than a word of them. */
const shorten = (word: string): string => (word.length > 30 ? `${word.slice(0, 30)}…` : word);

const keyOf = (word: string): string => word.toLowerCase().replace(/[-‐‑]/g, '');
