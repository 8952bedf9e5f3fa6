/** An area as names, validations and charts write it: `'Offer Terms'!$B$7:$B$9`. */
import { type Area, columnLetters } from '../../model/area.ts';
import type { Sheet } from '../../model/sheet.ts';
import { quoteSheetName } from '../../model/workbook.ts';
import { isWholeColumns, isWholeRows } from './addresses.ts';

export const absolute = (sheet: Sheet, area: Area): string =>
  `${quoteSheetName(sheet.name)}!${absoluteArea(area)}`;

function absoluteArea(area: Area): string {
  const { top, left, bottom, right } = area;
  if (isWholeColumns(area)) return `$${columnLetters(left)}:$${columnLetters(right)}`;
  if (isWholeRows(area)) return `$${top + 1}:$${bottom + 1}`;
  const cell = (row: number, column: number): string => `$${columnLetters(column)}$${row + 1}`;
  return top === bottom && left === right ? cell(top, left) : `${cell(top, left)}:${cell(bottom, right)}`;
}
