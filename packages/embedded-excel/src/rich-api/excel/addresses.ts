/**
 * Addresses as add-ins write them: `B7`, `'Offer Terms'!B7:C9`, a defined name, a table or a part of one. They become
 * a sheet and an area; formulas in general are the calculator's affair.
 */
import { type Area, columnCount, parseArea, rowCount } from '../../model/area.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { Table } from '../../model/table.ts';
import type { Workbook } from '../../model/workbook.ts';
import { objectOf } from '../arguments.ts';
import { HostObject } from '../host-object.ts';
import { RangeTarget } from '../range-target.ts';
import { invalidArgument, itemNotFound } from '../rich-api-error.ts';

export interface Place {
  readonly sheet: Sheet;
  readonly area: Area;
}

export const rangeAt = (sheet: Sheet, area: Area): HostObject<'Range'> =>
  new HostObject('Range', new RangeTarget(sheet, area));

/** A sheet's name and the rest of an address: `'It''s'!A1` gives `It's` and `A1`. */
function splitSheet(text: string): { sheetName: string | undefined; rest: string } {
  const mark = text.lastIndexOf('!');
  if (mark < 0) return { sheetName: undefined, rest: text };
  const name = text.slice(0, mark);
  const quoted = /^'(.*)'$/s.exec(name);
  return { sheetName: quoted?.[1]?.replace(/''/g, "'") ?? name, rest: text.slice(mark + 1) };
}

/** The place that an address names, or undefined. `sheet` is where it stands if it names no sheet itself. */
export function placeOf(book: Workbook, address: string, sheet: Sheet): Place | undefined {
  const { sheetName, rest } = splitSheet(address.trim().replace(/^=/, ''));
  const named = sheetName === undefined ? sheet : book.sheet(sheetName);
  if (named === undefined) return undefined;
  const area = parseArea(rest);
  if (area !== undefined) return { sheet: named, area };
  const name = book.definedName(rest, named);
  if (name !== undefined) return placeOf(book, name.formula, name.sheet ?? named);
  return tablePart(book, rest);
}

const PART = /^([^[\]]+)(?:\[(?:#(All|Headers|Data|Totals)|([^[\]#]+))\])?$/i;

/** `Grants`, `Grants[#All]`, `Grants[#Headers]`, `Grants[Exercise Price]`. */
function tablePart(book: Workbook, text: string): Place | undefined {
  const [, name = '', part, column] = PART.exec(text) ?? [];
  const table = book.table(name);
  if (table === undefined) return undefined;
  const area = column === undefined ? partArea(table, part?.toLowerCase()) : columnArea(table, column);
  return area === undefined ? undefined : { sheet: table.sheet, area };
}

function partArea(table: Table, part: string | undefined): Area | undefined {
  if (part === 'all') return table.area;
  if (part === 'headers') return table.headerArea;
  return part === 'totals' ? table.totalsArea : table.dataArea;
}

function columnArea(table: Table, name: string): Area | undefined {
  const column = table.column(name);
  return column === undefined ? undefined : table.columnArea(table.columns.indexOf(column));
}

/** @throws RichApiError InvalidArgument: the text names no cells */
export function requirePlace(book: Workbook, address: string, sheet: Sheet): Place {
  const place = placeOf(book, address, sheet);
  if (place === undefined) throw invalidArgument();
  return place;
}

/** The place that an argument names: a Range, or its address. */
export function placeArgument(value: unknown, book: Workbook, sheet: Sheet): Place {
  if (typeof value === 'string') return requirePlace(book, value, sheet);
  const target = objectOf(value, 'Range');
  return { sheet: target.sheet, area: target.area };
}

/** The sheet by its id or name. @throws RichApiError ItemNotFound */
export function sheetBy(book: Workbook, key: string): Sheet {
  const sheet = book.sheetById(key) ?? book.sheet(key);
  if (sheet === undefined) throw itemNotFound();
  return sheet;
}

export const isWholeColumns = (area: Area): boolean => rowCount(area) === 1048576;
export const isWholeRows = (area: Area): boolean => columnCount(area) === 16384;

/** Whole rows or columns: Excel answers their values with null and takes no arrays for them. */
export const isUnbounded = (area: Area): boolean => isWholeColumns(area) || isWholeRows(area);

/** The smallest area around the cells in use inside an area, or undefined where there are none. */
export const usedWithin = (sheet: Sheet, area: Area, valuesOnly: boolean): Area | undefined =>
  sheet.grid.usedArea(valuesOnly, area);
