/**
 * What Excel demands of a sheet's cells: well-formed, in order, and each index in its range. One pass over the bytes.
 *
 * @see ECMA-376 part 1, 18.3.1.4 (c), 18.3.1.55 (mergeCells), 18.3.1.73 (row)
 */
import { areaAddress, type Area, cellAddress, intersection, parseArea } from '../model/area.ts';
import { cellKey, keyColumn, keyRow } from '../model/cell-grid.ts';
import { ByteScanner } from './byte-scanner.ts';
import { readRichText } from './shared-strings.ts';
import { columnNames, hasHeaders, type TablePart } from './table-rules.ts';

/** How far the indices of cells may go. */
export interface CellLimits {
  /** The `si` element of each shared text. */
  readonly texts: readonly Uint8Array[];
  readonly styles: number;
  readonly metadata: number;
}

/** More of one sheet's faults say nothing new. */
const ENOUGH = 20;

export function cellFaults(bytes: Uint8Array, limits: CellLimits, tables: readonly TablePart[]): string[] {
  return new CellRules(bytes, limits, headersOf(tables)).faults();
}

/** The header that each cell of a table's first row has to show, by `cellKey`. */
function headersOf(tables: readonly TablePart[]): Map<number, string> {
  const headers = new Map<number, string>();
  for (const { root } of tables) {
    const area = parseArea(root.attributes.get('ref') ?? '');
    if (area === undefined || !hasHeaders(root)) continue;
    for (const [index, name] of columnNames(root).entries())
      headers.set(cellKey(area.top, area.left + index), name);
  }
  return headers;
}

class CellRules {
  private readonly scanner: ByteScanner;
  private readonly limits: CellLimits;
  private readonly headers: Map<number, string>;
  private readonly found: string[] = [];
  private readonly open: string[] = [];
  private readonly merged: Area[] = [];
  private row = -1;
  private column = -1;
  private type = '';

  constructor(bytes: Uint8Array, limits: CellLimits, headers: Map<number, string>) {
    this.scanner = new ByteScanner(bytes);
    this.limits = limits;
    this.headers = headers;
  }

  faults(): string[] {
    const { scanner, open, found } = this;
    while (scanner.next() && found.length < ENOUGH) {
      const { name } = scanner;
      if (scanner.closes) {
        if (open.pop() !== name) return [...found, `it is not well-formed at </${name}>`];
        continue;
      }
      if (!scanner.empty) open.push(name);
      if (name === 'c') this.cell();
      else if (name === 'row') this.startRow();
      else if (name === 'v') this.value();
      else if (name === 'is' && this.isHeader()) {
        this.header(readRichText(scanner, 'is').text);
        open.pop();
      } else if (name === 'mergeCell') this.merge(scanner.attribute('ref') ?? '');
    }
    if (open.length > 0 && found.length < ENOUGH) found.push('it ends in the middle of an element');
    for (const [key, name] of found.length < ENOUGH ? this.headers : [])
      found.push(`the header "${name}" of a table is not in its cell ${cellAddress(...place(key))}`);
    this.mergedFaults();
    return found;
  }

  private startRow(): void {
    const before = this.row;
    const number = this.scanner.attribute('r');
    this.row = number === undefined ? before + 1 : Number(number) - 1;
    this.column = -1;
    if (!(this.row > before)) this.found.push(`row ${this.row + 1} comes after row ${before + 1}`);
  }

  /** One look at each attribute, as sheets have millions of cells. */
  private cell(): void {
    const { scanner, limits, found } = this;
    const { bytes } = scanner;
    const before = this.column;
    this.column++;
    this.type = '';
    scanner.attributes((name, nameEnd, value, valueEnd) => {
      const [first, second] = [bytes[name], nameEnd - name === 1 ? 0 : bytes[name + 1]];
      if (first === LETTER_R && second === 0) this.reference(value, valueEnd);
      else if (first === LETTER_S && second === 0) {
        const style = numberIn(bytes, value, valueEnd);
        if (!(style < limits.styles))
          found.push(`${this.address()} has the format ${style} of ${limits.styles}`);
      } else if (first === LETTER_T && second === 0) this.type = scanner.string(value, valueEnd);
      else if (first === LETTER_C && second === LETTER_M && nameEnd - name === 2) {
        const index = numberIn(bytes, value, valueEnd);
        if (!(index <= limits.metadata))
          found.push(`${this.address()} has the metadata ${index} of ${limits.metadata}`);
      }
    });
    if (this.column <= before) found.push(`${this.address()} comes after a cell to its right`);
  }

  private reference(start: number, end: number): void {
    const { bytes } = this.scanner;
    let column = 0;
    let at = start;
    for (; at < end; at++) {
      const code = bytes[at] ?? 0;
      if (code < 65 || code > 90) break;
      column = column * 26 + code - 64;
    }
    this.column = column - 1;
    if (numberIn(bytes, at, end) !== this.row + 1)
      this.found.push(`${this.scanner.string(start, end)} is in row ${this.row + 1}`);
  }

  private value(): void {
    const { scanner, limits, found, type } = this;
    const { bytes, at } = scanner;
    if (scanner.empty) return;
    const end = bytes.indexOf(LESS, at);
    if (type === 's') {
      const index = numberIn(bytes, at, end);
      const text = limits.texts[index];
      if (text === undefined) found.push(`${this.address()} has the text ${index} of ${limits.texts.length}`);
      else if (this.isHeader()) this.header(textOf(text));
    } else if (type === '' || type === 'n') {
      const byte = bytes[at] ?? 0;
      // A number begins with a digit, a sign or a point; of the few that need a closer look, text is made.
      if ((byte < 48 || byte > 57) && !Number.isFinite(Number(scanner.string(at, end))))
        found.push(`${this.address()} has "${scanner.string(at, end).slice(0, 20)}" as a number`);
      if (this.isHeader()) this.header(scanner.string(at, end));
    } else if (type === 'b') {
      if (end - at !== 1 || (bytes[at] !== 48 && bytes[at] !== 49))
        found.push(`${this.address()} is neither true nor false`);
    } else if (type === 'str' && this.isHeader()) this.header(scanner.decoded(at, end));
  }

  private isHeader(): boolean {
    return this.headers.size > 0 && this.headers.has(cellKey(this.row, this.column));
  }

  private header(text: string): void {
    const key = cellKey(this.row, this.column);
    const name = this.headers.get(key);
    this.headers.delete(key);
    if (name !== undefined && plain(name) !== plain(text))
      this.found.push(`${this.address()} shows "${text}", but is the header "${name}" of a table`);
  }

  private merge(reference: string): void {
    const area = parseArea(reference);
    if (area === undefined) this.found.push(`${reference} cannot be merged`);
    else this.merged.push(area);
  }

  /** Areas that overlap, found row by row from the top: each is compared with those that reach down to it. */
  private mergedFaults(): void {
    let reaching: Area[] = [];
    for (const area of this.merged.sort((a, b) => a.top - b.top || a.left - b.left)) {
      reaching = reaching.filter(({ bottom }) => bottom >= area.top);
      if (reaching.some((other) => intersection(other, area) !== undefined))
        this.found.push(`the merged cells ${areaAddress(area)} lie over others`);
      reaching.push(area);
    }
  }

  private address(): string {
    return cellAddress(this.row, this.column);
  }
}

const LESS = 60;
const [LETTER_R, LETTER_S, LETTER_T, LETTER_C, LETTER_M] = [114, 115, 116, 99, 109];

/** The whole number that some bytes are, or NaN. */
function numberIn(bytes: Uint8Array, start: number, end: number): number {
  let number = start < end ? 0 : NaN;
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] ?? 0) - 48;
    number = digit >= 0 && digit <= 9 ? number * 10 + digit : NaN;
  }
  return number;
}

function textOf(element: Uint8Array): string {
  const scanner = new ByteScanner(element);
  scanner.next();
  return readRichText(scanner, 'si').text;
}

/** Excel compares headers without regard to how a line break is written. */
const plain = (text: string): string => text.replace(/\r\n?/g, '\n');

const place = (key: number): [number, number] => [keyRow(key), keyColumn(key)];
