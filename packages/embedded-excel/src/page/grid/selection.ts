/**
 * What is selected on a sheet and how the keys move it: an active cell, and an area that grows from it. It reads cells
 * to find where data ends; it draws nothing.
 */
import { type Area, areaAt, COLUMN_LIMIT, ROW_LIMIT, union } from '../../model/area.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { SheetAxes } from './sheet-axes.ts';

export interface Cell {
  readonly row: number;
  readonly column: number;
}

export interface Selection {
  /** The cell that typing goes into. */
  readonly active: Cell;
  /** The corner that stays while the area is extended. */
  readonly anchor: Cell;
  /** The corner that moves. */
  readonly focus: Cell;
  readonly area: Area;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

const STEPS: Readonly<Record<Direction, readonly [rows: number, columns: number]>> = {
  up: [-1, 0],
  down: [1, 0],
  left: [0, -1],
  right: [0, 1],
};

const cellArea = ({ row, column }: Cell): Area => areaAt(row, column);

/** An area with every merged area that it touches taken in whole. */
export function withMerged(sheet: Sheet, area: Area): Area {
  let grown = area;
  for (;;) {
    const next = sheet.layout.mergedWithin(grown).reduce(union, grown);
    if (
      next.top === grown.top &&
      next.left === grown.left &&
      next.bottom === grown.bottom &&
      next.right === grown.right
    )
      return grown;
    grown = next;
  }
}

/** Selects one cell, or the merged area that it belongs to. */
export function selectCell(sheet: Sheet, row: number, column: number): Selection {
  const area = withMerged(sheet, areaAt(row, column));
  const active = { row: area.top, column: area.left };
  return { active, anchor: active, focus: { row, column }, area };
}

/** Selects an area with its first cell active. */
export function selectArea(sheet: Sheet, area: Area): Selection {
  const active = { row: area.top, column: area.left };
  return {
    active,
    anchor: active,
    focus: { row: area.bottom, column: area.right },
    area: withMerged(sheet, area),
  };
}

/** Moves the corner opposite to the anchor. */
export function extendTo(sheet: Sheet, from: Selection, focus: Cell): Selection {
  return { ...from, focus, area: withMerged(sheet, union(cellArea(from.anchor), cellArea(focus))) };
}

/** One cell further, over hidden rows and columns; the same cell at the sheet's edge. */
export function step(sheet: Sheet, axes: SheetAxes, from: Cell, direction: Direction): Cell {
  const [rows, columns] = STEPS[direction];
  const merged = sheet.layout.mergedAt(from.row, from.column);
  let { row, column } = from;
  if (rows > 0) row = merged?.bottom ?? row;
  if (rows < 0) row = merged?.top ?? row;
  if (columns > 0) column = merged?.right ?? column;
  if (columns < 0) column = merged?.left ?? column;
  if (rows !== 0) row = axes.rows.visible(row + rows, rows > 0 ? 1 : -1) ?? from.row;
  if (columns !== 0) column = axes.columns.visible(column + columns, columns > 0 ? 1 : -1) ?? from.column;
  return { row, column };
}

/** Ctrl and an arrow: to the end of the block of filled cells, or to the next filled cell, or to the sheet's edge. */
export function jump(sheet: Sheet, axes: SheetAxes, from: Cell, direction: Direction): Cell {
  const [rows, columns] = STEPS[direction];
  const used = sheet.usedRange(true);
  const edge = edgeOf(from, direction);
  if (used === undefined) return edge;
  const isFilled = ({ row, column }: Cell): boolean => sheet.value(row, column) !== null;
  const isInside = ({ row, column }: Cell): boolean =>
    row >= 0 && column >= 0 && row < ROW_LIMIT && column < COLUMN_LIMIT;
  const isBeyond = ({ row, column }: Cell): boolean =>
    (rows > 0 && row > used.bottom) ||
    (rows < 0 && row < used.top) ||
    (columns > 0 && column > used.right) ||
    (columns < 0 && column < used.left);
  const next = ({ row, column }: Cell): Cell => {
    const line = rows !== 0 ? axes.rows.visible(row + rows, rows > 0 ? 1 : -1) : row;
    const across = columns !== 0 ? axes.columns.visible(column + columns, columns > 0 ? 1 : -1) : column;
    return { row: line ?? -1, column: across ?? -1 };
  };
  let cell = next(from);
  if (!isInside(cell)) return from;
  if (isFilled(from) && isFilled(cell)) {
    for (let ahead = next(cell); isInside(ahead) && isFilled(ahead); ahead = next(ahead)) cell = ahead;
    return cell;
  }
  while (isInside(cell) && !isFilled(cell)) {
    if (isBeyond(cell)) return edge;
    cell = next(cell);
  }
  return isInside(cell) ? cell : edge;
}

function edgeOf({ row, column }: Cell, direction: Direction): Cell {
  if (direction === 'up') return { row: 0, column };
  if (direction === 'down') return { row: ROW_LIMIT - 1, column };
  return { row, column: direction === 'left' ? 0 : COLUMN_LIMIT - 1 };
}

/** Enter and Tab: on to the next cell, within the selection where it has more than one. */
export function advance(sheet: Sheet, axes: SheetAxes, from: Selection, direction: Direction): Selection {
  const { area, active } = from;
  const merged = sheet.layout.mergedAt(active.row, active.column);
  const isSingle =
    (area.top === area.bottom && area.left === area.right) ||
    (merged?.top === area.top && merged.bottom === area.bottom && merged.right === area.right);
  if (isSingle) {
    const cell = step(sheet, axes, active, direction);
    return selectCell(sheet, cell.row, cell.column);
  }
  let { row, column } = active;
  const [rows, columns] = STEPS[direction];
  row += rows;
  column += columns;
  if (row > area.bottom) [row, column] = [area.top, column + 1];
  if (row < area.top) [row, column] = [area.bottom, column - 1];
  if (column > area.right) [row, column] = [columns > 0 ? row + 1 : row, area.left];
  if (column < area.left) [row, column] = [columns < 0 ? row - 1 : row, area.right];
  if (row > area.bottom) row = area.top;
  if (row < area.top) row = area.bottom;
  return { ...from, active: { row, column } };
}

/** Ctrl+A: the block of filled cells around the active one, then the whole sheet. */
export function selectAll(sheet: Sheet, from: Selection): Selection {
  const region = currentRegion(sheet, from.active);
  const isSame =
    region.top === from.area.top &&
    region.left === from.area.left &&
    region.bottom === from.area.bottom &&
    region.right === from.area.right;
  const isEmpty = region.top === region.bottom && region.left === region.right;
  const area =
    isSame || isEmpty ? { top: 0, left: 0, bottom: ROW_LIMIT - 1, right: COLUMN_LIMIT - 1 } : region;
  return { ...from, anchor: { row: area.top, column: area.left }, area };
}

/** The block of cells around one that empty rows and columns bound. */
export function currentRegion(sheet: Sheet, { row, column }: Cell): Area {
  const used = sheet.usedRange(true);
  let area = areaAt(row, column);
  if (used === undefined) return area;
  const rowIsFilled = (at: number, left: number, right: number): boolean => {
    const values = sheet.grid.row(at)?.values;
    if (values === undefined) return false;
    for (let c = Math.max(0, left); c <= right; c++) if ((values[c] ?? null) !== null) return true;
    return false;
  };
  const columnIsFilled = (at: number, top: number, bottom: number): boolean => {
    for (let r = Math.max(0, top); r <= bottom; r++) if (sheet.value(r, at) !== null) return true;
    return false;
  };
  for (let grew = true; grew;) {
    grew = false;
    const { top, left, bottom, right } = area;
    if (top > 0 && rowIsFilled(top - 1, left - 1, right + 1)) area = { ...area, top: top - 1 };
    if (bottom < used.bottom && rowIsFilled(bottom + 1, left - 1, right + 1))
      area = { ...area, bottom: bottom + 1 };
    if (left > 0 && columnIsFilled(left - 1, top - 1, bottom + 1)) area = { ...area, left: left - 1 };
    if (right < used.right && columnIsFilled(right + 1, top - 1, bottom + 1))
      area = { ...area, right: right + 1 };
    grew = area.top !== top || area.left !== left || area.bottom !== bottom || area.right !== right;
  }
  return area;
}
