/**
 * A sheet's cells, from the bytes of its part into the grid. What a cell has beyond value, formula and format is kept
 * with the sheet, for the writer.
 *
 * @see ECMA-376 part 1, 18.3.1.4 (c), 18.3.1.40 (f), 18.3.1.73 (row), 18.18.11 (ST_CellType)
 */
import { areaAt, cellAddress, COLUMN_LIMIT, parseArea, ROW_LIMIT, sameArea } from '../model/area.ts';
import { cellError, type CellValue, errorNamed } from '../model/cell-error.ts';
import { cellKey, type GridRow, type RowProperties } from '../model/cell-grid.ts';
import type { Sheet } from '../model/sheet.ts';
import type { ByteScanner } from './byte-scanner.ts';
import { CUSTOM_FUNCTION_PREFIX } from './formula-spelling.ts';
import { shiftable } from '../model/formula-references.ts';
import { serialOfIso } from './iso-date.ts';
import { PackageError } from './package-error.ts';
import { parseRow } from './row-attributes.ts';
import { readRichText, type SharedStrings } from './shared-strings.ts';
import { decodeXstring } from './xml.ts';

/** What a file knows of a cell that the model does not understand. */
export interface KeptCell {
  /** Place of a text with formatting inside. */
  readonly sharedString?: number;
  /** A whole `<is>` element with formatting inside. */
  readonly inlineString?: string;
  /** Cell and value metadata other than dynamic arrays, phonetics: attributes as they were. */
  readonly attributes?: string;
  /** An `<f>` that is no formula of its own: a data table's. */
  readonly formula?: string;
}

export interface CellsContext {
  readonly strings: SharedStrings;
  readonly date1904: boolean;
  /** Indices of cell metadata that mean a dynamic array. */
  readonly dynamic: ReadonlySet<number>;
  /** Turns a formula from the file's spelling into the user's, for a cell. */
  readonly spell: (formula: string, row: number, column: number) => string;
}

const QUOTE = 34;

/** Array formulas fill at most so many cells of a sheet, as results of formulas do. */
const MOST_ARRAY_CELLS = 5_000_000;

const damagedSheet = (sheet: Sheet, what: string): PackageError =>
  new PackageError('damaged', `The file is damaged: on sheet "${sheet.name}", ${what}.`);

/** Reads on from the opening tag of `sheetData`, which the scanner has just read, to its end. */
export function readCells(scanner: ByteScanner, sheet: Sheet, context: CellsContext): void {
  if (scanner.empty) return;
  new CellsReader(scanner, sheet, context).read();
}

class CellsReader {
  private readonly scanner: ByteScanner;
  private readonly sheet: Sheet;
  private readonly context: CellsContext;
  private arrayCells = 0;
  private readonly shared = new Map<
    string,
    { at: readonly [number, number]; text: (r: number, c: number) => string }
  >();
  private readonly rowProperties = new Map<string, RowProperties | undefined>();
  private row = -1;
  private column = -1;
  // Of the cell that is being read:
  private style = 0;
  private hasStyle = false;
  private type = '';
  private metadata = 0;
  private kept = '';

  constructor(scanner: ByteScanner, sheet: Sheet, context: CellsContext) {
    this.scanner = scanner;
    this.sheet = sheet;
    this.context = context;
  }

  read(): void {
    const { scanner } = this;
    let content: GridRow | undefined;
    while (scanner.next()) {
      if (scanner.closes) {
        if (scanner.name === 'sheetData') return;
      } else if (scanner.name === 'c' && content !== undefined) {
        this.cellAttributes();
        if (this.column >= COLUMN_LIMIT) throw this.outside(`a cell of row ${this.row + 1}`);
        this.cell(content);
      } else if (scanner.name === 'row') {
        content = this.startRow();
      } else scanner.skip();
    }
  }

  private startRow(): GridRow {
    const { scanner, rowProperties } = this;
    const own = scanner
      .attributeSource()
      .replace(/(^|\s)r\s*=\s*["'](\d+)["']/, (_, space: string, number: string) => {
        this.row = Number(number) - 2;
        return space;
      });
    this.row++;
    if (this.row < 0 || this.row >= ROW_LIMIT) throw this.outside(`row ${this.row + 1}`);
    this.column = -1;
    const content = this.sheet.grid.rowForWriting(this.row);
    const source = own.replace(/(^|\s)spans\s*=\s*["'][^"']*["']/, '').trim();
    if (source === '') return content;
    if (!rowProperties.has(source)) rowProperties.set(source, parseRow(source));
    content.properties = rowProperties.get(source);
    return content;
  }

  private cellAttributes(): void {
    const { scanner } = this;
    const { bytes, attributesEnd } = scanner;
    let at = scanner.attributesStart;
    this.column++;
    this.hasStyle = false;
    this.type = '';
    this.metadata = 0;
    this.kept = '';
    while (at < attributesEnd) {
      while (at < attributesEnd && (bytes[at] ?? 0) <= 32) at++;
      if (at >= attributesEnd) return;
      const name = at;
      while (at < attributesEnd && bytes[at] !== QUOTE && bytes[at] !== 39) at++;
      const value = at + 1;
      at = bytes.indexOf(bytes[at] ?? QUOTE, value);
      if (at < 0 || at > attributesEnd) return;
      const letter = bytes[name];
      const single = (bytes[name + 1] ?? 0) === 61;
      if (single && letter === 114) this.reference(value, at);
      else if (single && letter === 115) {
        this.style = 0;
        for (let digit = value; digit < at; digit++) this.style = this.style * 10 + (bytes[digit] ?? 48) - 48;
        this.hasStyle = true;
      } else if (single && letter === 116)
        this.type = at - value === 1 ? (ONE_LETTER[bytes[value] ?? 0] ?? '') : scanner.string(value, at);
      else this.otherAttribute(scanner.string(name, at + 1));
      at++;
    }
  }

  private reference(start: number, end: number): void {
    const { bytes } = this.scanner;
    let column = 0;
    for (let at = start; at < end; at++) {
      const code = (bytes[at] ?? 0) & 0xdf;
      if (code < 65 || code > 90) break;
      column = column * 26 + code - 64;
      if (column > COLUMN_LIMIT)
        throw this.outside(`cell ${this.scanner.string(start, Math.min(end, start + 20))}`);
    }
    if (column > 0) this.column = column - 1;
  }

  private outside(what: string): PackageError {
    return damagedSheet(this.sheet, `${what} lies outside a sheet of Excel`);
  }

  private otherAttribute(source: string): void {
    const metadata = /^cm\s*=\s*["'](\d+)["']$/.exec(source);
    if (metadata !== null && this.context.dynamic.has(Number(metadata[1])))
      this.metadata = Number(metadata[1]);
    else this.kept += ` ${source}`;
  }

  private cell(content: GridRow): void {
    const { scanner } = this;
    const { row, column } = this;
    if (this.hasStyle) content.setStyle(column, this.style);
    if (this.kept !== '') this.keep({ attributes: this.kept });
    if (scanner.empty) return;
    while (scanner.next()) {
      if (scanner.closes) {
        if (scanner.name === 'c') return;
      } else if (scanner.name === 'v') {
        // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- next() has changed it
        if (!scanner.empty) content.setValue(column, this.value());
      } else if (scanner.name === 'f') this.formula(row, column);
      else if (scanner.name === 'is') {
        const start = scanner.tagStart;
        const { text, formatted } = readRichText(scanner, 'is');
        content.setValue(column, text === '' ? null : text);
        if (formatted) this.keep({ inlineString: scanner.string(start, scanner.at) });
      } else scanner.skip();
    }
  }

  private keep(more: KeptCell): void {
    const { keptOfCells } = this.sheet;
    const key = cellKey(this.row, this.column);
    keptOfCells.set(key, { ...(keptOfCells.get(key) ?? {}), ...more });
  }

  private value(): CellValue {
    const { scanner, context } = this;
    if (this.type === '' || this.type === 'n') return this.number();
    if (this.type === 's') {
      const place = this.number();
      if (place === null) return null;
      if (context.strings.formatted.has(place)) this.keep({ sharedString: place });
      return context.strings.texts[place] ?? this.refuseString();
    }
    const text = scanner.textAhead();
    if (this.type === 'b') return text.trim() === '1' || text.trim() === 'true';
    if (this.type === 'e') return errorNamed(text.trim()) ?? cellError('#UNKNOWN!');
    if (this.type === 'd') return serialOfIso(text.trim(), context.date1904) ?? text;
    return decodeXstring(text);
  }

  /** A number; whole ones and plain decimals that doubles hold exactly enough are read without making text. */
  private number(): number | null {
    const { scanner } = this;
    const { bytes } = scanner;
    let at = scanner.at;
    const negative = bytes[at] === 45;
    if (negative) at++;
    let mantissa = 0;
    let digits = 0;
    let decimals = -1;
    let byte = bytes[at] ?? 0;
    for (; ; byte = bytes[++at] ?? 0) {
      if (byte >= 48 && byte <= 57) {
        mantissa = mantissa * 10 + byte - 48;
        digits++;
        if (decimals >= 0) decimals++;
      } else if (byte === 46 && decimals < 0) decimals = 0;
      else break;
    }
    // 15 digits are exact in a double, and so are powers of ten to 22: one division, rounded once, is the nearest.
    if (byte === 60 && digits > 0 && digits <= 15 && bytes[at + 1] === SLASH) {
      scanner.at = at;
      const number = decimals > 0 ? mantissa / (POWERS[decimals] ?? 1) : mantissa;
      return negative ? -number : number;
    }
    const text = scanner.textAhead().trim();
    if (text === '') return null;
    const number = Number(text);
    if (!Number.isNaN(number)) return number;
    throw damagedSheet(this.sheet, `${this.address()} holds "${text.slice(0, 20)}" where a number has to be`);
  }

  private address(): string {
    return cellAddress(this.row, this.column);
  }

  private refuseString(): never {
    throw damagedSheet(this.sheet, `${this.address()} names a text that is not in the file`);
  }

  private formula(row: number, column: number): void {
    const { scanner, sheet, context } = this;
    const start = scanner.tagStart;
    const type = scanner.attributesStart < scanner.attributesEnd ? (scanner.attribute('t') ?? '') : '';
    const index = type === 'shared' ? scanner.attribute('si') : undefined;
    const reference = type === 'array' ? scanner.attribute('ref') : undefined;
    const { empty } = scanner;
    if (type === 'dataTable') {
      scanner.skip();
      this.keep({ formula: scanner.string(start, scanner.at) });
      return;
    }
    const stored = empty ? '' : scanner.textAhead();
    const key = cellKey(row, column);
    if (index !== undefined) {
      let master = this.shared.get(index);
      if (stored !== '') {
        master = { at: [row, column], text: shiftable(context.spell(stored, row, column)) };
        this.shared.set(index, master);
      }
      if (master === undefined) return;
      sheet.grid.formulas.set(key, `=${master.text(row - master.at[0], column - master.at[1])}`);
      sheet.singleValued.add(key);
      return;
    }
    if (stored === '') return;
    sheet.grid.formulas.set(key, `=${context.spell(stored, row, column)}`);
    if (type !== 'array') {
      sheet.singleValued.add(key);
      return;
    }
    const area = parseArea(reference ?? '') ?? { top: row, left: column, bottom: row, right: column };
    // The mark alone, on a formula that fills no other cell.
    if (this.metadata > 0 && stored.includes(CUSTOM_FUNCTION_PREFIX) && sameArea(area, areaAt(row, column)))
      return;
    const [rows, columns] = [area.bottom - row + 1, area.right - column + 1];
    this.arrayCells += rows * columns;
    if (this.arrayCells > MOST_ARRAY_CELLS)
      throw new PackageError(
        'tooLarge',
        `The array formulas of the sheet "${sheet.name}" fill more than ${MOST_ARRAY_CELLS} cells, the most that can be opened here; ` +
          `the formula in ${this.address()} alone fills ${rows * columns}.`,
      );
    sheet.spills.set({
      row,
      column,
      rows,
      columns,
      dynamic: this.metadata > 0,
    });
  }
}

const SLASH = 47;
const POWERS = Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));
const ONE_LETTER: Readonly<Record<number, string>> = { 98: 'b', 100: 'd', 101: 'e', 110: 'n', 115: 's' };
