/**
 * The texts that cells share. A file's own keep their places and their formatting; new ones are appended, so that the
 * cells of sheets nobody touched still find theirs.
 */
import { ByteScanner } from './byte-scanner.ts';
import { ByteWriter } from './byte-writer.ts';
import { decodeXstring, encodeXstring, escapeText, openingTag } from './xml.ts';

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export class SharedStrings {
  /** The part as it was read; undefined where the file has none. */
  private readonly source: Uint8Array | undefined;
  readonly texts: string[] = [];
  /** Places of texts with formatting inside. */
  readonly formatted = new Set<number>();

  constructor(source: Uint8Array | undefined) {
    this.source = source;
    if (source === undefined) return;
    const scanner = new ByteScanner(source);
    while (scanner.next()) {
      if (scanner.name !== 'si' || scanner.closes) continue;
      const { text, formatted } = readRichText(scanner, 'si');
      if (formatted) this.formatted.add(this.texts.length);
      this.texts.push(text);
    }
  }

  appender(): SharedStringAppender {
    return new SharedStringAppender(this.source, this.texts, this.formatted);
  }
}

/** The plain text of an `si` or `is` whose opening tag was just read; phonetic hints are left out. */
export function readRichText(scanner: ByteScanner, element: string): { text: string; formatted: boolean } {
  let text = '';
  let formatted = false;
  if (scanner.empty) return { text, formatted };
  while (scanner.next()) {
    if (scanner.closes) {
      if (scanner.name === element) break;
    } else if (scanner.name === 'rPh') scanner.skip();
    else if (scanner.name === 'r') formatted = true;
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- next() has changed it
    else if (scanner.name === 't' && !scanner.empty) text += scanner.textAhead();
  }
  return { text: decodeXstring(text), formatted };
}

export class SharedStringAppender {
  private readonly source: Uint8Array | undefined;
  private readonly first: number;
  private readonly places = new Map<string, number>();
  private readonly added: string[] = [];

  constructor(source: Uint8Array | undefined, texts: readonly string[], formatted: ReadonlySet<number>) {
    this.source = source;
    this.first = texts.length;
    for (const [index, text] of texts.entries())
      if (!formatted.has(index) && !this.places.has(text)) this.places.set(text, index);
  }

  /** Where the text stands; it is appended if it was not there. */
  place(text: string): number {
    const known = this.places.get(text);
    if (known !== undefined) return known;
    const place = this.first + this.added.length;
    this.added.push(text);
    this.places.set(text, place);
    return place;
  }

  get grew(): boolean {
    return this.added.length > 0;
  }

  /** The part with the new texts at its end; everything before them byte for byte, but for the counts. */
  pieces(): Uint8Array[] {
    const writer = new ByteWriter();
    const total = this.first + this.added.length;
    let prefix = '';
    let rest: Uint8Array | undefined;
    if (this.source === undefined) {
      writer.ascii('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n');
      writer.ascii(`<sst xmlns="${NAMESPACE}" count="${total}" uniqueCount="${total}">`);
    } else {
      const scanner = new ByteScanner(this.source);
      scanner.next();
      const tag = scanner.string(scanner.tagStart, scanner.at);
      prefix = /^<([^\s/>:]+:)/.exec(tag)?.[1] ?? '';
      // The counts are hints; one for cells that refer to texts would have to look into every sheet.
      const open = openingTag(tag.replace(/\s(?:uniqueCount|count)\s*=\s*(?:"[^"]*"|'[^']*')/g, ''));
      writer.bytes(this.source.subarray(0, scanner.tagStart));
      writer.text(`${open.slice(0, -1)} uniqueCount="${total}">`);
      const end = scanner.empty ? scanner.at : endOfItems(scanner);
      writer.bytes(this.source.subarray(scanner.empty ? end : this.contentStart(), end));
      rest = scanner.empty ? undefined : this.source.subarray(end);
    }
    for (const text of this.added) {
      const space = /^\s|\s$|[\n\t]|\s\s/.test(text) ? ' xml:space="preserve"' : '';
      writer.text(
        `<${prefix}si><${prefix}t${space}>${escapeText(encodeXstring(text))}</${prefix}t></${prefix}si>`,
      );
    }
    if (rest === undefined) writer.ascii(`</${prefix}sst>`);
    else writer.bytes(rest);
    return writer.pieces();
  }

  private contentStart(): number {
    const scanner = new ByteScanner(this.source ?? new Uint8Array(0));
    scanner.next();
    return scanner.at;
  }
}

/** Where the last `si` ends: before `extLst` or the end of the root. */
function endOfItems(scanner: ByteScanner): number {
  let end = scanner.at;
  while (scanner.next()) {
    if (scanner.name !== 'si') break;
    scanner.skip();
    end = scanner.at;
  }
  return end;
}
