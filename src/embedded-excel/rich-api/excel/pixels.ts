/** Widths and heights in points. A column's width in a file counts characters of 7 pixels; 96 pixels are 72 points. */
import type { Sheet } from '../../model/sheet.ts';

const POINTS_PER_PIXEL = 0.75;
const CHARACTER = 7;
/** What a sheet shows for the width 8.43: 64 pixels. */
export const STANDARD_WIDTH = 48;

export function columnWidth(sheet: Sheet, column: number): number {
  const { width } = sheet.layout.column(column);
  return width === undefined ? STANDARD_WIDTH : Math.round(width * CHARACTER) * POINTS_PER_PIXEL;
}

/** A width in points as a file has it, in characters. */
export const widthInCharacters = (points: number): number =>
  Math.round((points / POINTS_PER_PIXEL / CHARACTER) * 256) / 256;

export const rowHeight = (sheet: Sheet, row: number): number =>
  sheet.rowProperties(row).height ?? sheet.layout.defaultRowHeight;

/** Points from the sheet's left edge to a column; hidden columns take no room. */
export function columnEdge(sheet: Sheet, column: number): number {
  let edge = column * STANDARD_WIDTH;
  for (const { first, last, hidden, width } of sheet.layout.columns) {
    const count = Math.min(last, column - 1) - first + 1;
    if (count <= 0) continue;
    const points = hidden === true ? 0 : width === undefined ? STANDARD_WIDTH : columnWidth(sheet, first);
    edge += count * (points - STANDARD_WIDTH);
  }
  return edge;
}

/** Points from the sheet's top edge to a row; hidden rows take no room. */
export function rowEdge(sheet: Sheet, row: number): number {
  const standard = sheet.layout.defaultRowHeight;
  let edge = row * standard;
  for (const [, { properties }] of sheet.grid.rows(0, row - 1)) {
    if (properties?.hidden === true) edge -= standard;
    else if (properties?.height !== undefined) edge += properties.height - standard;
  }
  return edge;
}
