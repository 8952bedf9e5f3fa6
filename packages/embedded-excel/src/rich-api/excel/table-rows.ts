/** TableRowCollection and TableRow: rows come and go inside the table, and what stands below it moves along. */
import { areaAt, columnCount, rowCount } from '../../model/area.ts';
import type { Table } from '../../model/table.ts';
import { type Arguments, wholeOf } from '../arguments.ts';
import type { Host } from '../host.ts';
import { HostObject } from '../host-object.ts';
import { type ObjectClass, readOnly } from '../object-class.ts';
import { RangeTarget } from '../range-target.ts';
import { invalidArgument, itemNotFound } from '../rich-api-error.ts';
import type { Targets } from '../targets.ts';
import { rangeAt } from './addresses.ts';
import { ensureUnprotected } from './protection.ts';
import { readValues } from './range-reading.ts';
import { writeCells } from './range-writing.ts';
import { moveCells } from './cell-moves.ts';

const count = (table: Table): number => rowCount(table.dataArea);

const rowObject = (table: Table, index: number): HostObject<'TableRow'> =>
  new HostObject('TableRow', { table, index });

/** Adds rows at an index, or at the end; `values` has one line per row and a value per column. */
function add(table: Table, args: Arguments, host: Host): HostObject<'TableRow'> {
  ensureUnprotected(table.sheet);
  const width = columnCount(table.area);
  const given = args.has(1) ? args.at(1) : [new Array<string>(width).fill('')];
  const rows = Array.isArray(given) ? (given as unknown[]) : [[given]];
  if (rows.length === 0 || rows.some((row) => !Array.isArray(row) || row.length !== width))
    throw invalidArgument();
  const index = args.has(0) && args.whole(0) >= 0 ? args.whole(0) : count(table);
  if (index > count(table)) throw invalidArgument();
  const { sheet, area } = table;
  const at = table.dataArea.top + index;
  const grown = { ...area, bottom: area.bottom + rows.length };
  moveCells(host, sheet, 'rows', at, rows.length, [area.left, area.right]);
  // Moving the cells has grown the table already where the rows came inside it.
  host.book.resizeTable(table, grown);
  const target = new RangeTarget(sheet, areaAt(at, area.left, rows.length, width));
  writeCells(target, rows, host);
  return rowObject(table, index);
}

function remove(table: Table, index: number, many: number, host: Host): void {
  const { book } = host;
  ensureUnprotected(table.sheet);
  if (index < 0 || many < 1 || index + many > count(table)) throw invalidArgument();
  const { sheet, area, dataArea } = table;
  // A table keeps one row, which is emptied instead.
  const kept = many === count(table) ? 1 : 0;
  if (kept === 1) sheet.clear({ ...dataArea, bottom: dataArea.top }, 'contents');
  if (many === kept) return;
  const shrunk = { ...area, bottom: area.bottom - many + kept };
  moveCells(host, sheet, 'rows', dataArea.top + index + kept, -(many - kept), [area.left, area.right]);
  book.resizeTable(table, shrunk);
}

export const tableRowCollection: ObjectClass<Table> = {
  scalars: { count: readOnly(count) },
  items: (table) => Array.from({ length: count(table) }, (_, index) => rowObject(table, index)),
  methods: {
    add,
    deleteRows: (table, args, host) => {
      const indices = args.list(0).map((row) => {
        if (typeof row === 'number') return row;
        if (row instanceof HostObject && row.className === 'TableRow')
          return (row.target as Targets['TableRow']).index;
        throw invalidArgument();
      });
      for (const index of [...new Set(indices)].sort((a, b) => b - a)) remove(table, index, 1, host);
    },
    deleteRowsAt: (table, args, host) => remove(table, args.whole(0), args.optionalWhole(1, 1), host),
    getCount: count,
    getItemAt: (table, args) => {
      const index = wholeOf(args.at(0));
      if (index < 0 || index >= count(table)) throw invalidArgument();
      return rowObject(table, index);
    },
  },
};

type Row = Targets['TableRow'];

const rowArea = ({ table, index }: Row) => {
  if (index >= count(table)) throw itemNotFound();
  const { top, left, right } = table.dataArea;
  return { top: top + index, bottom: top + index, left, right };
};

export const tableRow: ObjectClass<Row> = {
  scalars: {
    index: readOnly(({ index }) => index),
    values: {
      get: (row, host) => readValues(new RangeTarget(row.table.sheet, rowArea(row)), host),
      set: (row, value, host) => writeCells(new RangeTarget(row.table.sheet, rowArea(row)), value, host),
    },
  },
  methods: {
    delete: ({ table, index }, _args, host) => remove(table, index, 1, host),
    getRange: (row) => rangeAt(row.table.sheet, rowArea(row)),
  },
};
