/**
 * Where cells lie on a sheet, in points. Widths in files count characters of 7 pixels and include 5 pixels of padding;
 * 96 pixels are 72 points. Hidden rows and columns take no room.
 */
import { COLUMN_LIMIT, ROW_LIMIT } from './area.ts';
import type { Sheet } from './sheet.ts';

const POINTS_PER_PIXEL = 0.75;
const PIXELS_PER_CHARACTER = 7;
/** What Excel gives a column that says nothing, which it shows as 8.43 characters: 64 pixels. */
export const STANDARD_WIDTH = 48;

const widthOf = (width: number | undefined, hidden: boolean | undefined): number =>
  hidden === true
    ? 0
    : width === undefined
      ? STANDARD_WIDTH
      : Math.round(width * PIXELS_PER_CHARACTER) * POINTS_PER_PIXEL;

/** A column's width in points, hidden or not. */
export const columnWidth = (sheet: Sheet, column: number): number =>
  widthOf(sheet.layout.column(column).width, false);

/** A width in points as a file has it, in characters. */
export const widthInCharacters = (points: number): number =>
  Math.round((points / POINTS_PER_PIXEL / PIXELS_PER_CHARACTER) * 256) / 256;

/** A row's height in points, hidden or not. */
export const rowHeight = (sheet: Sheet, row: number): number =>
  sheet.rowProperties(row).height ?? sheet.layout.defaultRowHeight;

/** Points from the sheet's left edge to a column's. */
export function leftOf(sheet: Sheet, column: number): number {
  let edge = column * STANDARD_WIDTH;
  for (const { first, last, width, hidden } of sheet.layout.columns) {
    const count = Math.min(last, column - 1) - first + 1;
    if (count > 0) edge += count * (widthOf(width, hidden) - STANDARD_WIDTH);
  }
  return edge;
}

/** Points from the sheet's top edge to a row's. */
export function topOf(sheet: Sheet, row: number): number {
  const standard = sheet.layout.defaultRowHeight;
  let edge = row * standard;
  for (const [, { properties }] of sheet.grid.rows(0, row - 1)) {
    if (properties?.hidden === true) edge -= standard;
    else if (properties?.height !== undefined) edge += properties.height - standard;
  }
  return edge;
}

/** The last index whose edge is not beyond `points`, and how far into it that is. */
function indexAt(
  points: number,
  limit: number,
  edge: (index: number) => number,
): { index: number; offset: number } {
  let low = 0;
  let high = limit - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (edge(middle) <= points) low = middle;
    else high = middle - 1;
  }
  return { index: low, offset: points - edge(low) };
}

export const columnAt = (sheet: Sheet, points: number): { index: number; offset: number } =>
  indexAt(points, COLUMN_LIMIT, (column) => leftOf(sheet, column));

export const rowAt = (sheet: Sheet, points: number): { index: number; offset: number } =>
  indexAt(points, ROW_LIMIT, (row) => topOf(sheet, row));
