/** A rectangle of a sheet's cells, 1-based as people count them, and its address. It knows no workbook. */
import { columnLetters } from '../../domain/basics/block.ts';

export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

export const lastRow = (rect: Rect): number => rect.row + rect.rowCount - 1;
export const lastColumn = (rect: Rect): number => rect.column + rect.columnCount - 1;

/** `A1:C5`, without the sheet. */
export const rectAddress = (rect: Rect): string =>
  `${columnLetters(rect.column)}${rect.row}:${columnLetters(lastColumn(rect))}${lastRow(rect)}`;

/** A sheet's name as a formula writes it, always quoted: `'Cap Table'`. */
export const quotedSheet = (name: string): string => `'${name.replace(/'/g, "''")}'`;

/** The rows of a rectangle, `count` at a time. */
export function rowSlice(rect: Rect, offset: number, count: number): Rect {
  return { ...rect, row: rect.row + offset, rowCount: Math.min(count, rect.rowCount - offset) };
}
