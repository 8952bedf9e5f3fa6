/**
 * XML as bytes, for parts too large for a string: sheets' cells and shared strings. It goes from tag to tag and hands
 * out attributes and text where they are asked for. Namespaces' prefixes are skipped.
 */
import { PackageError } from './package-error.ts';
import { decodedAttribute, decodedText, withLineFeeds } from './xml.ts';

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const AMPERSAND = 38;
const COLON = 58;
const EQUALS = 61;
const RETURN = 13;
const decoder = new TextDecoder();

export class ByteScanner {
  readonly bytes: Uint8Array;
  /** After the tag that was read last. */
  at: number;
  /** The name of the tag that was read last, without prefix. */
  name = '';
  closes = false;
  /** Whether the tag ends itself: `<c/>`. */
  empty = false;
  tagStart = 0;
  attributesStart = 0;
  attributesEnd = 0;
  private readonly names = new Map<number, string>();

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  /** Goes to the next opening or closing tag; false at the end. */
  next(): boolean {
    const { bytes } = this;
    for (;;) {
      const open = bytes.indexOf(LESS, this.at);
      if (open < 0) return false;
      const mark = bytes[open + 1];
      if (mark === 33) this.skipDeclaration(open);
      else if (mark === 63) this.at = this.indexAfter('?>', open);
      else {
        this.readTag(open);
        return true;
      }
    }
  }

  private readTag(open: number): void {
    const { bytes } = this;
    const { length } = bytes;
    this.tagStart = open;
    let at = open + 1;
    this.closes = bytes[at] === SLASH;
    if (this.closes) at++;
    let start = at;
    let hash = 0;
    for (; at < length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte <= 32 || byte === GREATER || byte === SLASH) break;
      if (byte === COLON) {
        start = at + 1;
        hash = 0;
      } else hash = (hash * 31 + byte) | 0;
    }
    this.name = this.named(hash, start, at);
    this.attributesStart = at;
    let quote = 0;
    for (; at < length; at++) {
      const byte = bytes[at];
      if (quote !== 0) {
        if (byte === quote) quote = 0;
      } else if (byte === GREATER) break;
      else if (byte === 34 || byte === 39) quote = byte;
    }
    if (at >= length) throw cutOff();
    this.empty = bytes[at - 1] === SLASH;
    this.attributesEnd = this.empty ? at - 1 : at;
    this.at = at + 1;
  }

  /** Tags have few names: each becomes a string once. */
  private named(hash: number, start: number, end: number): string {
    const known = this.names.get(hash);
    if (known?.length === end - start) {
      let index = 0;
      while (index < known.length && known.charCodeAt(index) === this.bytes[start + index]) index++;
      if (index === known.length) return known;
    }
    const name = decoder.decode(this.bytes.subarray(start, end));
    this.names.set(hash, name);
    return name;
  }

  /** Hands every attribute of the last tag to `take`: its name's place and its value's place. */
  attributes(take: (name: number, nameEnd: number, value: number, valueEnd: number) => void): void {
    const { bytes } = this;
    let at = this.attributesStart;
    const end = this.attributesEnd;
    while (at < end) {
      while (at < end && (bytes[at] ?? 0) <= 32) at++;
      if (at >= end) return;
      const name = at;
      while (at < end && bytes[at] !== EQUALS && (bytes[at] ?? 0) > 32) at++;
      const nameEnd = at;
      while (at < end && bytes[at] !== 34 && bytes[at] !== 39) at++;
      const quote = bytes[at] ?? 34;
      const value = at + 1;
      at = bytes.indexOf(quote, value);
      if (at < 0 || at >= end) return;
      take(name, nameEnd, value, at);
      at++;
    }
  }

  /** An attribute of the last tag by its full name. */
  attribute(wanted: string): string | undefined {
    let found: string | undefined;
    this.attributes((name, nameEnd, value, valueEnd) => {
      if (nameEnd - name === wanted.length && this.string(name, nameEnd) === wanted)
        found = decodedAttribute(this.string(value, valueEnd));
    });
    return found;
  }

  /** The last tag's attributes as they are written. */
  attributeSource(): string {
    return this.string(this.attributesStart, this.attributesEnd).trim();
  }

  /** The text from here to the next tag, entities resolved. */
  textAhead(): string {
    let end = this.bytes.indexOf(LESS, this.at);
    if (end < 0) throw cutOff();
    let text = this.decoded(this.at, end);
    this.at = end;
    while (this.bytes[this.at + 1] === 33) {
      const open = this.at;
      this.skipDeclaration(open);
      if (this.bytes[open + 2] === 91) text += withLineFeeds(this.string(open + 9, this.at - 3));
      end = this.bytes.indexOf(LESS, this.at);
      if (end < 0) throw cutOff();
      text += this.decoded(this.at, end);
      this.at = end;
    }
    return text;
  }

  /** Goes past the end of the element whose opening tag was read last. */
  skip(): void {
    if (this.empty) return;
    for (let depth = 1; depth > 0;) {
      if (!this.next()) throw cutOff();
      if (this.closes) depth--;
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- next() has changed it
      else if (!this.empty) depth++;
    }
  }

  decoded(start: number, end: number): string {
    const text = this.string(start, end);
    const bytes = this.bytes.subarray(start, end);
    return bytes.includes(AMPERSAND) || bytes.includes(RETURN) ? decodedText(text) : text;
  }

  /** The text of some bytes. Short plain ones are put together by hand, which is faster than a decoder. */
  string(start: number, end: number): string {
    const { bytes } = this;
    if (end - start > 24) return decoder.decode(bytes.subarray(start, end));
    let text = '';
    for (let at = start; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte > 127) return decoder.decode(bytes.subarray(start, end));
      text += String.fromCharCode(byte);
    }
    return text;
  }

  private skipDeclaration(open: number): void {
    const second = this.bytes[open + 2];
    this.at = this.indexAfter(second === 45 ? '-->' : second === 91 ? ']]>' : '>', open);
  }

  private indexAfter(mark: string, from: number): number {
    const last = mark.charCodeAt(mark.length - 1);
    for (let at = this.bytes.indexOf(last, from); at >= 0; at = this.bytes.indexOf(last, at + 1))
      if (decoder.decode(this.bytes.subarray(at + 1 - mark.length, at + 1)) === mark) return at + 1;
    throw cutOff();
  }
}

const cutOff = (): PackageError =>
  new PackageError('damaged', 'The file is damaged: one of its parts ends in the middle of an element.');
