/** Ranges from ranges: neighbours, parts, unions, intersections. Outside the sheet is `InvalidArgument`. */
import {
  type Area,
  areaAt,
  COLUMN_LIMIT,
  columnCount,
  intersection,
  ROW_LIMIT,
  rowCount,
  union,
} from '../../model/area.ts';
import type { Sheet } from '../../model/sheet.ts';
import { spillArea } from '../../model/spills.ts';
import type { Arguments } from '../arguments.ts';
import type { Host } from '../host.ts';
import type { HostObject } from '../host-object.ts';
import { type Method, orNullObject } from '../object-class.ts';
import type { RangeTarget } from '../range-target.ts';
import { invalidArgument, itemNotFound } from '../rich-api-error.ts';
import { placeArgument, rangeAt, usedWithin } from './addresses.ts';

/** A range of so many rows and columns. @throws RichApiError InvalidArgument: it leaves the sheet */
export function rangeOfSize(
  sheet: Sheet,
  top: number,
  left: number,
  rows: number,
  columns: number,
): HostObject<'Range'> {
  const outside =
    top < 0 || left < 0 || rows < 1 || columns < 1 || top + rows > ROW_LIMIT || left + columns > COLUMN_LIMIT;
  if (outside) throw invalidArgument();
  return rangeAt(sheet, areaAt(top, left, rows, columns));
}

const sized = (
  { sheet, area }: RangeTarget,
  { row = 0, column = 0, rows = rowCount(area), columns = columnCount(area) },
): HostObject<'Range'> => rangeOfSize(sheet, area.top + row, area.left + column, rows, columns);

function intersected({ sheet, area }: RangeTarget, args: Arguments, host: Host): HostObject<'Range'> {
  const other = placeArgument(args.at(0), host.book, sheet);
  const shared = other.sheet === sheet ? intersection(area, other.area) : undefined;
  if (shared === undefined) throw itemNotFound();
  return rangeAt(sheet, shared);
}

function used({ sheet, area }: RangeTarget, args: Arguments, host: Host): HostObject<'Range'> {
  host.calculation.beforeRead();
  const inUse = usedWithin(sheet, area, args.flag(0));
  if (inUse === undefined) throw itemNotFound();
  return rangeAt(sheet, inUse);
}

function spillingTo({ sheet, area }: RangeTarget, _args: Arguments, host: Host): HostObject<'Range'> {
  host.calculation.beforeRead();
  const spill = sheet.spills.at(area.top, area.left);
  if (spill === undefined || rowCount(area) * columnCount(area) !== 1) throw itemNotFound();
  return rangeAt(sheet, spillArea(spill));
}

function spillParent({ sheet, area }: RangeTarget, _args: Arguments, host: Host): HostObject<'Range'> {
  host.calculation.beforeRead();
  const spill = sheet.spills.covering(area.top, area.left);
  if (spill === undefined) throw itemNotFound();
  return rangeAt(sheet, areaAt(spill.row, spill.column));
}

/** The block of filled cells around a range, bounded by blank rows and columns. */
function surrounding({ sheet, area }: RangeTarget, _args: Arguments, host: Host): HostObject<'Range'> {
  host.calculation.beforeRead();
  const wholeSheet: Area = { top: 0, left: 0, bottom: ROW_LIMIT - 1, right: COLUMN_LIMIT - 1 };
  for (let region = area; ;) {
    const around = intersection(
      { top: region.top - 1, left: region.left - 1, bottom: region.bottom + 1, right: region.right + 1 },
      wholeSheet,
    );
    const filled = around === undefined ? undefined : usedWithin(sheet, around, true);
    const grown = filled === undefined ? region : union(region, filled);
    if (grown.top === region.top && grown.left === region.left)
      if (grown.bottom === region.bottom && grown.right === region.right) return rangeAt(sheet, region);
    region = grown;
  }
}

/** Rows or columns beside a range: `count` of them, on the near side where it is negative. */
const beside =
  (axis: 'rows' | 'columns', after: boolean): Method<RangeTarget> =>
  (range, args) => {
    const count = args.optionalWhole(0, 1);
    if (count === 0) throw invalidArgument();
    const size = axis === 'rows' ? rowCount(range.area) : columnCount(range.area);
    const many = Math.abs(count);
    // A negative count takes the rows at that end of the range itself.
    const start = count > 0 ? (after ? size : -many) : after ? size - many : 0;
    return sized(range, axis === 'rows' ? { row: start, rows: many } : { column: start, columns: many });
  };

export const rangeGeometry: Readonly<Record<string, Method<RangeTarget>>> = {
  getCell: (range, args) => sized(range, { row: args.whole(0), column: args.whole(1), rows: 1, columns: 1 }),
  getRow: (range, args) => sized(range, { row: args.whole(0), rows: 1 }),
  getColumn: (range, args) => sized(range, { column: args.whole(0), columns: 1 }),
  getLastCell: (range) =>
    sized(range, { row: rowCount(range.area) - 1, column: columnCount(range.area) - 1, rows: 1, columns: 1 }),
  getLastRow: (range) => sized(range, { row: rowCount(range.area) - 1, rows: 1 }),
  getLastColumn: (range) => sized(range, { column: columnCount(range.area) - 1, columns: 1 }),
  getResizedRange: (range, args) =>
    sized(range, {
      rows: rowCount(range.area) + args.whole(0),
      columns: columnCount(range.area) + args.whole(1),
    }),
  getAbsoluteResizedRange: (range, args) => sized(range, { rows: args.whole(0), columns: args.whole(1) }),
  getOffsetRange: (range, args) => sized(range, { row: args.whole(0), column: args.whole(1) }),
  getEntireRow: ({ sheet, area }) => rangeAt(sheet, { ...area, left: 0, right: COLUMN_LIMIT - 1 }),
  getEntireColumn: ({ sheet, area }) => rangeAt(sheet, { ...area, top: 0, bottom: ROW_LIMIT - 1 }),
  getRowsAbove: beside('rows', false),
  getRowsBelow: beside('rows', true),
  getColumnsBefore: beside('columns', false),
  getColumnsAfter: beside('columns', true),
  getBoundingRect: ({ sheet, area }, args, host) => {
    const other = placeArgument(args.at(0), host.book, sheet);
    if (other.sheet !== sheet) throw invalidArgument();
    return rangeAt(sheet, union(area, other.area));
  },
  getIntersection: intersected,
  getIntersectionOrNullObject: orNullObject(intersected),
  getUsedRange: used,
  getUsedRangeOrNullObject: orNullObject(used),
  getSpillingToRange: spillingTo,
  getSpillingToRangeOrNullObject: orNullObject(spillingTo),
  getSpillParent: spillParent,
  getSpillParentOrNullObject: orNullObject(spillParent),
  getSurroundingRegion: surrounding,
};
