/**
 * Formats of ranges: one value where all cells agree, null where they differ, and changes that reach whole rows and
 * columns without making a million cells.
 */
import { type Area, intersection } from '../../model/area.ts';
import { NO_STYLE } from '../../model/cell-grid.ts';
import type { RangeTarget } from '../range-target.ts';
import { isWholeColumns, isWholeRows } from './addresses.ts';
import { ensureAllowed } from './protection.ts';

/** What `read` gives from `first` to `last`, or null where it differs. Stops at the first difference. */
export function uniform<V>(first: number, last: number, read: (index: number) => V): V | null {
  const value = read(first);
  // Past the last row that was ever touched everything is alike; the bound keeps whole columns quick.
  const end = Math.min(last, first + 100_000);
  for (let index = first + 1; index <= end; index++) if (read(index) !== value) return null;
  return value;
}

/** What `read` makes of every style in a range, or null where it differs. */
export function uniformStyle<V>({ sheet, area }: RangeTarget, read: (style: number) => V): V | null {
  const used = sheet.usedRange() ?? { ...area, bottom: area.top, right: area.left };
  const looked: Area = {
    ...area,
    bottom: Math.min(area.bottom, Math.max(area.top, used.bottom + 1)),
    right: Math.min(area.right, Math.max(area.left, used.right + 1)),
  };
  const first = read(sheet.style(area.top, area.left));
  const known = new Set([sheet.style(area.top, area.left)]);
  for (let row = looked.top; row <= looked.bottom; row++)
    for (let column = looked.left; column <= looked.right; column++) {
      const style = sheet.style(row, column);
      if (known.has(style)) continue;
      known.add(style);
      if (read(style) !== first) return null;
    }
  return first;
}

/** Gives every cell of a range the style that `change` makes of its own. */
export function restyle(range: RangeTarget, change: (style: number) => number): void {
  const { sheet, area } = range;
  ensureAllowed(sheet, 'allowFormatCells');
  if (!isWholeColumns(area) && !isWholeRows(area)) {
    sheet.restyle(area, change);
    return;
  }
  if (isWholeColumns(area)) {
    for (let column = area.left; column <= area.right;) {
      const run = sheet.layout.columns.find(({ first, last }) => column >= first && column <= last);
      const last = run === undefined ? emptyRunEnd(range, column) : Math.min(run.last, area.right);
      sheet.setColumnProperties(column, last, { style: change(run?.style ?? 0) });
      column = last + 1;
    }
  } else
    for (let row = area.top; row <= area.bottom; row++)
      sheet.setRowProperties(row, row, { style: change(sheet.rowProperties(row).style ?? 0) });
  restyleOwn(range, change);
}

/** The last column, from `first` on, of those that have no properties. */
function emptyRunEnd({ sheet, area }: RangeTarget, first: number): number {
  const next = sheet.layout.columns.find((run) => run.first > first);
  return Math.min(area.right, next === undefined ? area.right : next.first - 1);
}

/** Cells and rows with styles of their own hide their column's or row's style: they change one by one. */
function restyleOwn({ sheet, area }: RangeTarget, change: (style: number) => number): void {
  const used = sheet.usedRange();
  const inner = used === undefined ? undefined : intersection(used, area);
  if (inner === undefined) return;
  for (let row = inner.top; row <= inner.bottom; row++)
    for (let column = inner.left; column <= inner.right; column++) {
      const own = sheet.grid.ownStyle(row, column);
      if (own !== NO_STYLE) sheet.setStyle(row, column, change(own));
    }
}
