/**
 * Writing into a range, as Excel does it: the shape must fit, one value fills all, null leaves a cell alone, text is
 * taken as if typed. Protected sheets, array formulas, merged cells and filters have their say.
 */
import { type Area, columnCount, encloses, intersection, rowCount } from '../../model/area.ts';
import type { CellValue } from '../../model/cell-error.ts';
import type { Sheet } from '../../model/sheet.ts';
import { spillArea } from '../../model/spills.ts';
import type { Workbook } from '../../model/workbook.ts';
import type { Host } from '../host.ts';
import type { RangeTarget } from '../range-target.ts';
import { invalidArgument, invalidOperation, wrongShape } from '../rich-api-error.ts';
import { isUnbounded } from './addresses.ts';
import { columnsToFill } from './calculated-columns.ts';
import { ensureFormula } from './formula-syntax.ts';
import { ensureEditable } from './protection.ts';
import { type Entry, typedEntry } from './typed-entry.ts';

/**
 * What the setter of a range's property was given, as a function of the cell's offset.
 *
 * @throws RichApiError InvalidArgument: an array that has not the range's rows and columns
 */
export function blockReader(value: unknown, area: Area): (row: number, column: number) => unknown {
  if (!Array.isArray(value)) return () => value;
  const [rows, columns] = [rowCount(area), columnCount(area)];
  const block = value as unknown[];
  const fits = block.every((line) => Array.isArray(line) && line.length === columns);
  if (block.length !== rows || !fits) throw wrongShape();
  return (row, column) => (block[row] as unknown[])[column];
}

/** Sets `values` or `formulas`; the two differ only in what they answer. */
export function writeCells(range: RangeTarget, input: unknown, host: Host): void {
  const { sheet, area } = range;
  const read = blockReader(input, area);
  if (isUnbounded(area)) throw invalidArgument();
  ensureEditable(sheet, area, host);
  ensureWholeArrays(sheet, area);
  if (area.top === area.bottom && area.left === area.right) {
    const { top: row, left: column } = area;
    host.events.before = { sheet, row, column, value: sheet.value(row, column) };
  }
  const entries = readEntries(range, read, host);
  const fills = entries.hasFormulas ? columnsToFill(range, entries.formulas, host) : [];
  if (entries.hasValues) sheet.setValues(area.top, area.left, entries.values);
  if (entries.hasFormulas) {
    sheet.setFormulas(area.top, area.left, entries.formulas);
    for (const fill of fills) fill();
  }
  for (const [row, column, code] of entries.formats)
    sheet.setStyle(row, column, host.book.styles.withNumberFormat(sheet.style(row, column), code));
  host.cellsWritten += rowCount(area) * columnCount(area);
  host.events.before = undefined;
}

/** Sets `formulas`. Some Excels lose the apostrophe by which text is told from a formula there (office-js#6687). */
export function writeFormulas(range: RangeTarget, input: unknown, host: Host): void {
  const loses = host.book.hostModes.has('apostrophes-lost');
  const bare = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(bare) : typeof value === 'string' ? value.replace(/^'/, '') : value;
  writeCells(range, loses ? bare(input) : input, host);
}

interface Entries {
  readonly values: (CellValue | undefined)[][];
  readonly formulas: (string | undefined)[][];
  /** Number formats that typed text asks for. */
  readonly formats: [row: number, column: number, code: string][];
  hasValues: boolean;
  hasFormulas: boolean;
}

function readEntries(
  { sheet, area }: RangeTarget,
  read: (row: number, column: number) => unknown,
  { book }: Host,
): Entries {
  const entries: Entries = { values: [], formulas: [], formats: [], hasValues: false, hasFormulas: false };
  const numberFormats = new Map<number, string>();
  const numberFormat = (row: number, column: number): string => {
    const style = sheet.style(row, column);
    let format = numberFormats.get(style);
    if (format === undefined) numberFormats.set(style, (format = book.styles.numberFormat(style)));
    return format;
  };
  const hides = filteredRows(book, sheet, area);
  const merged = sheet.layout.mergedWithin(area);
  let source = 0;
  for (let row = area.top; row <= area.bottom; row++) {
    const values = new Array<CellValue | undefined>(columnCount(area)).fill(undefined);
    const formulas = new Array<string | undefined>(columnCount(area)).fill(undefined);
    entries.values.push(values);
    entries.formulas.push(formulas);
    if (hides?.(row) === true) {
      // Excel leaves out the rows that a filter hides and begins the array anew after them (office-js#224).
      source = 0;
      continue;
    }
    const sourceRow = hides === undefined ? row - area.top : source++;
    for (let column = area.left; column <= area.right; column++) {
      const offset = column - area.left;
      const input = read(sourceRow, offset);
      if (input === null || input === undefined || isCovered(merged, row, column)) continue;
      const format = numberFormat(row, column);
      const entry = entryOf(input, format, book.date1904);
      if ('formula' in entry) {
        ensureFormula(entry.formula);
        formulas[offset] = entry.formula;
        entries.hasFormulas = true;
        continue;
      }
      values[offset] = entry.value;
      entries.hasValues = true;
      if (entry.numberFormat !== undefined && format === 'General')
        entries.formats.push([row, column, entry.numberFormat]);
    }
  }
  return entries;
}

/** What one element of an array puts into a cell. A number in a cell formatted as text becomes text. */
function entryOf(input: unknown, format: string, date1904: boolean): Entry {
  if (typeof input === 'string') return typedEntry(input, format === '@', date1904);
  if (typeof input !== 'boolean' && !Number.isFinite(input)) throw invalidArgument();
  const value = input as number | boolean;
  return { value: format === '@' ? String(value).toUpperCase() : value };
}

/** Only the top left cell of merged cells takes content. */
const isCovered = (merged: readonly Area[], row: number, column: number): boolean =>
  merged.some(
    (area) =>
      row >= area.top &&
      row <= area.bottom &&
      column >= area.left &&
      column <= area.right &&
      (row !== area.top || column !== area.left),
  );

/** Which rows a filter hides, or undefined where no filter is at work in the area. */
function filteredRows(book: Workbook, sheet: Sheet, area: Area): ((row: number) => boolean) | undefined {
  const filters = book.tablesOn(sheet).flatMap((table) => (table.isFiltered ? [table.dataArea] : []));
  if (sheet.autoFilter?.filtered === true)
    filters.push({ ...sheet.autoFilter.area, top: sheet.autoFilter.area.top + 1 });
  const atWork = filters.filter((filter) => intersection(filter, area) !== undefined);
  if (atWork.length === 0) return undefined;
  return (row) =>
    sheet.rowProperties(row).hidden === true && atWork.some(({ top, bottom }) => row >= top && row <= bottom);
}

/** Excel refuses to change a part of an array formula that was entered with Ctrl+Shift+Enter. */
function ensureWholeArrays(sheet: Sheet, area: Area): void {
  if (sheet.spills.size === 0) return;
  for (const spill of sheet.spills.within(area))
    if (!spill.dynamic && !encloses(area, spillArea(spill)))
      throw invalidOperation("You can't change part of an array.");
}
