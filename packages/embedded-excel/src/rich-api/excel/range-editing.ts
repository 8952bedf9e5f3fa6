/** What one does to a range beside writing into it: clear, insert, delete, copy, merge, select. */
import {
  type Area,
  areaAt,
  COLUMN_LIMIT,
  columnCount,
  encloses,
  intersection,
  ROW_LIMIT,
  rowCount,
} from '../../model/area.ts';
import type { CellValue } from '../../model/cell-error.ts';
import { shiftable } from '../../model/formula-references.ts';
import type { Arguments } from '../arguments.ts';
import type { Host } from '../host.ts';
import type { Method } from '../object-class.ts';
import type { RangeTarget } from '../range-target.ts';
import { invalidArgument, invalidOperation, RichApiError } from '../rich-api-error.ts';
import { isWholeColumns, isWholeRows, placeArgument, rangeAt } from './addresses.ts';
import { ensureAllowed, ensureEditable, ensureUnprotected } from './protection.ts';
import { moveCells } from './cell-moves.ts';

const CLEARS = ['All', 'Formats', 'Contents', 'Hyperlinks', 'RemoveHyperlinks', 'ResetContents'] as const;

function clear({ sheet, area }: RangeTarget, args: Arguments, host: Host): void {
  const what = args.oneOf(0, CLEARS, 'All');
  if (what === 'Hyperlinks' || what === 'RemoveHyperlinks' || what === 'ResetContents')
    throw host.unsupported(`Range.clear(${what})`);
  ensureEditable(sheet, area, host);
  if (area.top === area.bottom && area.left === area.right && what !== 'Formats') {
    const { top: row, left: column } = area;
    host.events.before = { sheet, row, column, value: sheet.value(row, column) };
  }
  sheet.clear(area, what === 'All' ? 'all' : what === 'Formats' ? 'formats' : 'contents');
  host.events.before = undefined;
}

/** Which way cells move: whole rows and columns can go one way only, whatever was asked. */
function shiftAxis(area: Area, wanted: 'rows' | 'columns'): 'rows' | 'columns' {
  if (isWholeRows(area)) return 'rows';
  return isWholeColumns(area) ? 'columns' : wanted;
}

function move({ sheet, area }: RangeTarget, wanted: 'rows' | 'columns', sign: 1 | -1, host: Host): void {
  const axis = shiftAxis(area, wanted);
  if (!isWholeRows(area) && !isWholeColumns(area)) ensureUnprotected(sheet);
  else if (axis === 'rows') ensureAllowed(sheet, sign > 0 ? 'allowInsertRows' : 'allowDeleteRows');
  else ensureAllowed(sheet, sign > 0 ? 'allowInsertColumns' : 'allowDeleteColumns');
  const band: Area =
    axis === 'rows' ? { ...area, bottom: ROW_LIMIT - 1 } : { ...area, right: COLUMN_LIMIT - 1 };
  for (const table of host.book.tablesOn(sheet)) {
    const hit = intersection(table.area, band);
    // Excel moves a whole table or rows inside it, and refuses what would tear one apart.
    const whole = axis === 'rows' ? hit?.left === table.area.left : hit?.top === table.area.top;
    const toEnd = axis === 'rows' ? hit?.right === table.area.right : hit?.bottom === table.area.bottom;
    if (hit !== undefined && !(whole && toEnd)) throw new RichApiError('InsertDeleteConflict');
  }
  if (sheet.layout.mergedWithin(band).some((merged) => !encloses(band, merged)))
    throw new RichApiError('InsertDeleteConflict');
  const count = axis === 'rows' ? rowCount(area) : columnCount(area);
  const at = axis === 'rows' ? area.top : area.left;
  const span: readonly [number, number] = axis === 'rows' ? [area.left, area.right] : [area.top, area.bottom];
  moveCells(host, sheet, axis, at, sign * count, span);
}

/** Copies values, formulas or formats; a smaller source repeats where the target is a multiple of it. */
function copyFrom(range: RangeTarget, args: Arguments, host: Host): void {
  const source = placeArgument(args.at(0), host.book, range.sheet);
  const what = args.oneOf(1, ['All', 'Formulas', 'Values', 'Formats', 'Link'] as const, 'All');
  if (what === 'Link' || args.flag(2) || args.flag(3))
    throw host.unsupported('Range.copyFrom with its options');
  const { sheet } = range;
  const [rows, columns] = [rowCount(source.area), columnCount(source.area)];
  const fits = rowCount(range.area) % rows === 0 && columnCount(range.area) % columns === 0;
  const target = fits ? range.area : areaAt(range.area.top, range.area.left, rows, columns);
  ensureEditable(sheet, target, host);
  host.calculation.beforeRead();
  const height = rowCount(target);
  const width = columnCount(target);
  const values: (CellValue | undefined)[][] = [];
  const formulas: (string | undefined)[][] = [];
  const styles: number[][] = [];
  for (let row = 0; row < height; row++) {
    values.push([]);
    formulas.push([]);
    styles.push([]);
    for (let column = 0; column < width; column++) {
      const from = [source.area.top + (row % rows), source.area.left + (column % columns)] as const;
      const formula = what === 'Values' ? undefined : source.sheet.formula(...from);
      const moved =
        formula === undefined
          ? undefined
          : shiftable(formula)(target.top + row - from[0], target.left + column - from[1]);
      formulas[row]?.push(moved);
      values[row]?.push(moved === undefined ? source.sheet.value(...from) : undefined);
      styles[row]?.push(source.sheet.style(...from));
    }
  }
  if (what !== 'Formats') {
    sheet.setValues(target.top, target.left, values);
    sheet.setFormulas(target.top, target.left, formulas);
    host.cellsWritten += height * width;
  }
  if (what === 'Values' || what === 'Formulas') return;
  for (const [row, line] of styles.entries())
    for (const [column, style] of line.entries())
      sheet.setStyle(target.top + row, target.left + column, style);
}

function merge({ sheet, area }: RangeTarget, args: Arguments, host: Host): void {
  ensureUnprotected(sheet);
  if (host.book.tablesOn(sheet).some((table) => intersection(table.area, area) !== undefined))
    throw invalidOperation();
  if (!args.flag(0)) return sheet.merge(area);
  for (let row = area.top; row <= area.bottom; row++) sheet.merge({ ...area, top: row, bottom: row });
}

export const rangeEditing: Readonly<Record<string, Method<RangeTarget>>> = {
  clear,
  insert: (range, args, host) => {
    const place = range.area;
    move(range, args.oneOf(0, ['Down', 'Right'] as const) === 'Down' ? 'rows' : 'columns', 1, host);
    return rangeAt(range.sheet, place);
  },
  delete: (range, args, host) =>
    move(range, args.oneOf(0, ['Up', 'Left'] as const) === 'Up' ? 'rows' : 'columns', -1, host),
  copyFrom,
  merge,
  unmerge: ({ sheet, area }) => {
    ensureUnprotected(sheet);
    sheet.unmerge(area);
  },
  select: ({ sheet, area }, _args, host) => {
    if (sheet.visibility !== 'visible') throw invalidOperation();
    host.book.activate(sheet);
    sheet.select(area);
  },
  calculate: (_range, _args, host) => host.calculation.recalculate(),
  _ValidateArraySize: ({ area }, args) => {
    if (args.whole(0) !== rowCount(area) || args.whole(1) !== columnCount(area))
      throw invalidArgument(
        "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
      );
  },
};
