/** TableColumnCollection and TableColumn. A column keeps its id when others come or go. */
import { type Area, areaAt, columnCount } from '../../model/area.ts';
import type { Table, TableColumn } from '../../model/table.ts';
import { type Arguments, textOf } from '../arguments.ts';
import type { Host } from '../host.ts';
import { HostObject } from '../host-object.ts';
import { type Method, type ObjectClass, orNullObject, readOnly } from '../object-class.ts';
import { RangeTarget } from '../range-target.ts';
import { invalidArgument, itemNotFound } from '../rich-api-error.ts';
import type { Targets } from '../targets.ts';
import { rangeAt } from './addresses.ts';
import { ensureUnprotected } from './protection.ts';
import { readValues } from './range-reading.ts';
import { writeCells } from './range-writing.ts';
import { moveCells } from './cell-moves.ts';

type Column = Targets['TableColumn'];

const columnObject = (table: Table, column: TableColumn | undefined): HostObject<'TableColumn'> => {
  if (column === undefined) throw itemNotFound();
  return new HostObject('TableColumn', { table, id: column.id });
};

/** A column by its id (a number) or its name. */
const getItem: Method<Table> = (table, args) => {
  const key = args.at(0);
  const byId = table.columns.find((column) => column.id === key);
  return columnObject(table, byId ?? table.column(args.text(0)));
};

function indexOf({ table, id }: Column): number {
  const index = table.columns.findIndex((column) => column.id === id);
  if (index < 0) throw itemNotFound();
  return index;
}

const wholeColumn = (column: Column): Area => {
  const left = column.table.area.left + indexOf(column);
  return { ...column.table.area, left, right: left };
};

/** Adds a column; what stands to the right of the table moves along. */
function add(table: Table, args: Arguments, host: Host): HostObject<'TableColumn'> {
  ensureUnprotected(table.sheet);
  const { sheet, area } = table;
  const width = columnCount(area);
  const index = args.has(0) && args.whole(0) >= 0 ? args.whole(0) : width;
  if (index > width) throw invalidArgument();
  const left = area.left + index;
  moveCells(host, sheet, 'columns', left, 1, [area.top, area.bottom]);
  if (table.columns.length === width) {
    // The column came at the table's edge and not inside it.
    const id = table.columns.reduce((highest, column) => Math.max(highest, column.id), 0) + 1;
    table.columns.splice(index, 0, { id, name: table.freeColumnName() });
  }
  table.area = { ...area, right: area.right + 1 };
  const column = table.columns[index];
  if (column === undefined) throw invalidArgument();
  const header = args.optionalText(2);
  if (header !== undefined) column.name = table.freeColumnName(header);
  if (table.hasHeaders) sheet.setValue(area.top, left, column.name);
  if (args.has(1)) {
    const values = args.list(1);
    const top = values.length === table.area.bottom - table.area.top + 1 ? area.top : table.dataArea.top;
    writeCells(new RangeTarget(sheet, areaAt(top, left, values.length, 1)), values, host);
  }
  host.book.tableChanged(table);
  return columnObject(table, column);
}

export const tableColumnCollection: ObjectClass<Table> = {
  scalars: { count: readOnly(({ columns }) => columns.length) },
  items: (table) => table.columns.map((column) => columnObject(table, column)),
  methods: { add, getItem, getItemOrNullObject: orNullObject(getItem) },
};

export const tableColumn: ObjectClass<Column> = {
  id: ({ id }) => id,
  ensureAlive: indexOf,
  scalars: {
    id: readOnly(({ id }) => id),
    index: readOnly(indexOf),
    name: {
      get: (self) => self.table.columns[indexOf(self)]?.name,
      set: (self, value) => {
        const { table } = self;
        const name = textOf(value);
        if (table.hasHeaders) table.sheet.setValue(table.area.top, table.area.left + indexOf(self), name);
        else throw invalidArgument();
      },
    },
    values: {
      get: (self, host) => readValues(new RangeTarget(self.table.sheet, wholeColumn(self)), host),
      set: (self, value, host) =>
        writeCells(new RangeTarget(self.table.sheet, wholeColumn(self)), value, host),
    },
  },
  methods: {
    delete: (self, _args, host) => {
      const { book } = host;
      ensureUnprotected(self.table.sheet);
      const { table } = self;
      if (table.columns.length === 1) throw invalidArgument();
      const { area, sheet } = table;
      const index = indexOf(self);
      moveCells(host, sheet, 'columns', area.left + index, -1, [area.top, area.bottom]);
      book.tableChanged(table);
    },
    getRange: (self) => rangeAt(self.table.sheet, wholeColumn(self)),
    getDataBodyRange: (self) => rangeAt(self.table.sheet, self.table.columnArea(indexOf(self))),
    getHeaderRowRange: (self) => {
      if (!self.table.hasHeaders) throw itemNotFound();
      return rangeAt(self.table.sheet, { ...wholeColumn(self), bottom: self.table.area.top });
    },
    getTotalRowRange: (self) => {
      if (!self.table.hasTotals) throw itemNotFound();
      return rangeAt(self.table.sheet, { ...wholeColumn(self), top: self.table.area.bottom });
    },
  },
};
