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
