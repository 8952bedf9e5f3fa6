/** The rows and columns of a sheet as pixels on the screen, its hidden and its fitted rows included. */
import { COLUMN_LIMIT, ROW_LIMIT } from '../../model/area.ts';
import type { Sheet } from '../../model/sheet.ts';
import { Axis } from './axis.ts';

/** Pixels of a point at 96 dots per inch. */
export const PIXELS_PER_POINT = 4 / 3;
/** Pixels of a character of the default font, by which files count column widths. */
const CHARACTER = 7;
const STANDARD_WIDTH = 64;

/** Gives the height in pixels that a row's content asks for, or undefined where the standard is enough. */
export type RowFit = (row: number) => number | undefined;

export interface SheetAxes {
  readonly rows: Axis;
  readonly columns: Axis;
}

export function sheetAxes(sheet: Sheet, fit: RowFit): SheetAxes {
  return { rows: rowAxis(sheet, fit), columns: columnAxis(sheet) };
}

export const columnPixels = (width: number | undefined): number =>
  width === undefined ? STANDARD_WIDTH : Math.round(width * CHARACTER);

function columnAxis(sheet: Sheet): Axis {
  const own: [number, number][] = [];
  for (const { first, last, width, hidden } of sheet.layout.columns) {
    if (hidden !== true && width === undefined) continue;
    // A width for every column to the sheet's end is common; what lies far behind the content is never looked at.
    for (let column = first; column <= last; column++)
      own.push([column, hidden === true ? 0 : columnPixels(width)]);
  }
  return new Axis(COLUMN_LIMIT, STANDARD_WIDTH, own);
}

function rowAxis(sheet: Sheet, fit: RowFit): Axis {
  const own: [number, number][] = [];
  for (const [row, { properties }] of sheet.grid.rows()) {
    if (properties?.hidden === true) own.push([row, 0]);
    else if (properties?.height !== undefined)
      own.push([row, Math.round(properties.height * PIXELS_PER_POINT)]);
    else {
      const wanted = fit(row);
      if (wanted !== undefined) own.push([row, wanted]);
    }
  }
  return new Axis(ROW_LIMIT, Math.round(sheet.layout.defaultRowHeight * PIXELS_PER_POINT), own);
}
