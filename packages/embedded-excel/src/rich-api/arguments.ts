/**
 * The arguments of a method as they came over the wire, read by position and kind. A missing or mistyped one is
 * Excel's `InvalidArgument`. Objects among them are already resolved to what the client holds.
 */
import { HostObject } from './host-object.ts';
import { invalidArgument } from './rich-api-error.ts';
import type { ClassName, Targets } from './targets.ts';

export class Arguments {
  readonly #values: readonly unknown[];

  constructor(values: readonly unknown[]) {
    this.#values = values;
  }

  at(index: number): unknown {
    return this.#values[index];
  }

  has(index: number): boolean {
    return this.#values[index] !== undefined && this.#values[index] !== null;
  }

  text(index: number): string {
    return textOf(this.at(index));
  }

  optionalText(index: number): string | undefined {
    return this.has(index) ? this.text(index) : undefined;
  }

  whole(index: number): number {
    return wholeOf(this.at(index));
  }

  optionalWhole(index: number, otherwise: number): number {
    return this.has(index) ? this.whole(index) : otherwise;
  }

  /** Absent is false. */
  flag(index: number): boolean {
    return this.has(index) ? flagOf(this.at(index)) : false;
  }

  /** One of the words of an enumeration, by Excel's spelling, upper and lower case alike. */
  oneOf<W extends string>(index: number, words: readonly W[], otherwise?: W): W {
    if (!this.has(index) && otherwise !== undefined) return otherwise;
    return wordOf(this.at(index), words);
  }

  record(index: number): Readonly<Record<string, unknown>> {
    return recordOf(this.at(index));
  }

  list(index: number): readonly unknown[] {
    const value = this.at(index);
    if (!Array.isArray(value)) throw invalidArgument();
    return value;
  }

  object<N extends ClassName>(index: number, className: N): Targets[N] {
    return objectOf(this.at(index), className);
  }
}

/** What an object of that class stands for. */
export function objectOf<N extends ClassName>(value: unknown, className: N): Targets[N] {
  if (value instanceof HostObject && value.className === className) return value.target as Targets[N];
  throw invalidArgument();
}

export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw invalidArgument();
}

export function numberOf(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw invalidArgument();
  return value;
}

export function wholeOf(value: unknown): number {
  if (!Number.isInteger(value)) throw invalidArgument();
  return value as number;
}

export function flagOf(value: unknown): boolean {
  if (typeof value !== 'boolean') throw invalidArgument();
  return value;
}

export function wordOf<W extends string>(value: unknown, words: readonly W[]): W {
  const found = words.find((word) => word.toLowerCase() === String(value).toLowerCase());
  if (found === undefined) throw invalidArgument();
  return found;
}

export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidArgument();
  return value as Readonly<Record<string, unknown>>;
}

/** A colour as Excel answers it, `#1F4E78`, from `#1f4e78`, `1F4E78` or an HTML colour name. */
export function colorOf(value: unknown): string {
  const text = textOf(value).trim();
  if (text === '') return '';
  const hex = /^#?([0-9a-f]{6})$/i.exec(text) ?? /^#?([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text);
  if (hex !== null) {
    const digits = hex.length === 2 ? hex.slice(1) : hex.slice(1).map((digit) => digit + digit);
    return `#${digits.join('').toUpperCase()}`;
  }
  const named = HTML_COLORS[text.toLowerCase()];
  if (named === undefined) throw invalidArgument();
  return named;
}

/** The sixteen HTML 4.01 colours and the few others that add-ins name. */
const HTML_COLORS: Readonly<Record<string, string>> = {
  aqua: '#00FFFF',
  black: '#000000',
  blue: '#0000FF',
  fuchsia: '#FF00FF',
  gray: '#808080',
  green: '#008000',
  grey: '#808080',
  lime: '#00FF00',
  maroon: '#800000',
  navy: '#000080',
  olive: '#808000',
  orange: '#FFA500',
  purple: '#800080',
  red: '#FF0000',
  silver: '#C0C0C0',
  teal: '#008080',
  white: '#FFFFFF',
  yellow: '#FFFF00',
};
