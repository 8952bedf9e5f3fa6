/** A rectangle of cells, 0-based and inclusive, and its A1 spelling. It does not know on which sheet it stands. */
import { columnLetters as lettersOf } from '../../../../src/domain/basics/block.ts';

/** Rows that a sheet of Excel has. */
export const ROW_LIMIT = 1048576;
/** Columns that a sheet of Excel has. */
export const COLUMN_LIMIT = 16384;

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The area that starts at a cell and has so many rows and columns. */
export const areaAt = (top: number, left: number, rows = 1, columns = 1): Area => ({
  top,
  left,
  bottom: top + rows - 1,
  right: left + columns - 1,
});

export const rowCount = (area: Area): number => area.bottom - area.top + 1;
export const columnCount = (area: Area): number => area.right - area.left + 1;

export const contains = (area: Area, row: number, column: number): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;

export const encloses = (outer: Area, inner: Area): boolean =>
  contains(outer, inner.top, inner.left) && contains(outer, inner.bottom, inner.right);

export const sameArea = (a: Area, b: Area): boolean =>
  a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;

/** The cells that both areas have, or undefined. */
export function intersection(a: Area, b: Area): Area | undefined {
  const top = Math.max(a.top, b.top);
  const left = Math.max(a.left, b.left);
  const bottom = Math.min(a.bottom, b.bottom);
  const right = Math.min(a.right, b.right);
  return top <= bottom && left <= right ? { top, left, bottom, right } : undefined;
}

/** The smallest area around both. */
export const union = (a: Area, b: Area): Area => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});

/** What is left of an area when another is taken out: up to four areas. */
export function difference(area: Area, taken: Area): Area[] {
  const hit = intersection(area, taken);
  if (hit === undefined) return [area];
  const { top, left, bottom, right } = area;
  const rest: Area[] = [];
  if (hit.top > top) rest.push({ top, left, bottom: hit.top - 1, right });
  if (hit.left > left) rest.push({ top: hit.top, left, bottom: hit.bottom, right: hit.left - 1 });
  if (hit.right < right) rest.push({ top: hit.top, left: hit.right + 1, bottom: hit.bottom, right });
  if (hit.bottom < bottom) rest.push({ top: hit.bottom + 1, left, bottom, right });
  return rest;
}

/** The letters of a 0-based column: 27 is `AB`. */
export const columnLetters = (column: number): string => lettersOf(column + 1);

/** The address of a 0-based cell: (6, 1) is `B7`. */
export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/** `B7`, `B7:D9`, `B:D` for whole columns, `7:9` for whole rows. */
export function areaAddress(area: Area): string {
  if (area.top === 0 && area.bottom === ROW_LIMIT - 1)
    return `${columnLetters(area.left)}:${columnLetters(area.right)}`;
  if (area.left === 0 && area.right === COLUMN_LIMIT - 1) return `${area.top + 1}:${area.bottom + 1}`;
  const first = cellAddress(area.top, area.left);
  return area.top === area.bottom && area.left === area.right
    ? first
    : `${first}:${cellAddress(area.bottom, area.right)}`;
}

const CELL = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i;
const COLUMN = /^\$?([A-Z]{1,3})$/i;
const ROW = /^\$?([1-9]\d{0,6})$/;

/** The 0-based column that letters name, or -1 where there is none. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index >= 1 && index <= COLUMN_LIMIT ? index - 1 : -1;
}

function cornerOf(text: string): { row?: number; column?: number } | undefined {
  const cell = CELL.exec(text);
  const column = columnIndex(cell?.[1] ?? COLUMN.exec(text)?.[1] ?? '');
  const row = Number(cell?.[2] ?? ROW.exec(text)?.[1] ?? '0') - 1;
  if (row >= ROW_LIMIT) return undefined;
  if (cell !== null) return column >= 0 ? { row, column } : undefined;
  if (column >= 0) return { column };
  return row >= 0 ? { row } : undefined;
}

/** The area that an A1 address without a sheet names, or undefined for other text. */
export function parseArea(text: string): Area | undefined {
  const parts = text.split(':');
  const a = cornerOf(parts[0] ?? '');
  const b = parts.length === 1 ? a : cornerOf(parts[1] ?? '');
  if (a === undefined || b === undefined || parts.length > 2) return undefined;
  if ((a.row === undefined) !== (b.row === undefined)) return undefined;
  if ((a.column === undefined) !== (b.column === undefined)) return undefined;
  if (parts.length === 1 && (a.row === undefined || a.column === undefined)) return undefined;
  const [top, bottom] = [a.row ?? 0, b.row ?? ROW_LIMIT - 1];
  const [left, right] = [a.column ?? 0, b.column ?? COLUMN_LIMIT - 1];
  return {
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    bottom: Math.max(top, bottom),
    right: Math.max(left, right),
  };
}

/** The areas that a list such as `A1:B2 D4` names; what names no area is left out. */
export const parseAreas = (list: string): Area[] =>
  list.split(/[\s,]+/).flatMap((text) => parseArea(text) ?? []);
