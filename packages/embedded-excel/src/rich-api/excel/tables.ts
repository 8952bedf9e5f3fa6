/** TableCollection, TableScopedCollection and Table. */
import { type Area, areaAt, columnCount, intersection, rowCount } from '../../model/area.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { Table, TableStyle } from '../../model/table.ts';
import { type Arguments, flagOf, textOf } from '../arguments.ts';
import { WORKBOOK_TARGET } from '../events.ts';
import type { Host } from '../host.ts';
import { HostObject } from '../host-object.ts';
import { type Method, type ObjectClass, orNullObject, readOnly, type Scalar } from '../object-class.ts';
import { invalidArgument, itemNotFound, RichApiError } from '../rich-api-error.ts';
import type { Scope } from '../targets.ts';
import { placeArgument, rangeAt } from './addresses.ts';
import { ensureUnprotected } from './protection.ts';
import { moveCells } from './cell-moves.ts';

const tablesOf = ({ book, sheet }: Scope): readonly Table[] =>
  sheet === undefined ? book.tables : book.tablesOn(sheet);

const tableObject = (table: Table | undefined): HostObject<'Table'> => {
  if (table === undefined) throw itemNotFound();
  return new HostObject('Table', table);
};

const findTable = (tables: readonly Table[], key: string): HostObject<'Table'> =>
  tableObject(
    tables.find((table) => String(table.id) === key) ??
      tables.find((table) => table.name.toLowerCase() === key.toLowerCase()),
  );

/** Makes a table; without headers a header row is put above the data, which moves down. */
function add(scope: Scope, args: Arguments, host: Host): HostObject<'Table'> {
  const { book } = scope;
  const place = placeArgument(args.at(0), book, scope.sheet ?? book.activeSheet);
  const { sheet } = place;
  let { area } = place;
  ensureUnprotected(sheet);
  if (sheet.layout.mergedWithin(area).length > 0) throw new RichApiError('MergedRangeConflict');
  if (book.tablesOn(sheet).some((table) => intersection(table.area, area) !== undefined))
    throw invalidArgument("A table can't overlap another table.");
  host.calculation.beforeRead();
  if (!args.flag(1)) {
    moveCells(host, sheet, 'rows', area.top, 1, [area.left, area.right]);
    area = { ...area, bottom: area.bottom + 1 };
  } else if (area.top === area.bottom) area = { ...area, bottom: area.bottom + 1 };
  return new HostObject('Table', book.addTable(sheet, area));
}

const getItem: Method<Scope> = (scope, args) => findTable(tablesOf(scope), args.text(0));

export const tableCollection: ObjectClass<Scope> = {
  scalars: { count: readOnly((scope) => tablesOf(scope).length) },
  items: (scope) => tablesOf(scope).map(tableObject),
  methods: { add, getItem, getItemOrNullObject: orNullObject(getItem) },
  events: { onAdded: 'Added', onChanged: 'DataChanged', onDeleted: 'Deleted' },
  eventTarget: ({ sheet }) => sheet?.id ?? WORKBOOK_TARGET,
};

const getScoped: Method<readonly Table[]> = (tables, args) => findTable(tables, args.text(0));

export const tableScopedCollection: ObjectClass<readonly Table[]> = {
  scalars: {},
  items: (tables) => tables.map(tableObject),
  methods: {
    getFirst: (tables) => tableObject(tables[0]),
    getItem: getScoped,
    getItemOrNullObject: orNullObject(getScoped),
  },
};

const styleFlag = (
  name: 'showFirstColumn' | 'showLastColumn' | 'showRowStripes' | 'showColumnStripes',
): Scalar<Table> => ({
  get: (table) => table.style[name],
  set: (table, value, { book }) => {
    const style: TableStyle = { ...table.style, [name]: flagOf(value) };
    table.style = style;
    book.tableChanged(table);
  },
});

function setTotals(table: Table, shown: boolean, host: Host): void {
  const { book } = host;
  if (table.hasTotals === shown) return;
  const { sheet, area } = table;
  if (shown) {
    const row = area.bottom + 1;
    const below = areaAt(row, area.left, 1, columnCount(area));
    if (isFilled(sheet, below)) moveCells(host, sheet, 'rows', row, 1, [area.left, area.right]);
    table.hasTotals = true;
    table.resize({ ...area, bottom: row });
    sheet.setValue(row, area.left, 'Total');
    const [first] = table.columns;
    if (first !== undefined) first.totalsLabel = 'Total';
  } else {
    const totals = table.totalsArea;
    table.hasTotals = false;
    table.resize({ ...area, bottom: area.bottom - 1 });
    if (totals !== undefined) sheet.clear(totals);
  }
  book.tableChanged(table);
}

function isFilled(sheet: Sheet, area: Area): boolean {
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++)
      if (sheet.value(row, column) !== null || sheet.formula(row, column) !== undefined) return true;
  return false;
}

function setHeaders(table: Table, shown: boolean, host: Host): void {
  const { book } = host;
  if (table.hasHeaders === shown) return;
  const { sheet, area } = table;
  if (shown) {
    const above = areaAt(area.top - 1, area.left, 1, columnCount(area));
    if (area.top === 0 || isFilled(sheet, above))
      moveCells(host, sheet, 'rows', area.top, 1, [area.left, area.right]);
    const top = area.top === 0 || table.area.top !== area.top ? area.top : area.top - 1;
    table.area = { ...table.area, top };
    table.hasHeaders = true;
    sheet.setValues(top, area.left, [table.columns.map((column) => column.name)]);
  } else {
    const header = table.headerArea;
    table.hasHeaders = false;
    table.area = { ...area, top: area.top + 1 };
    if (header !== undefined) sheet.clear(header, 'contents');
  }
  book.tableChanged(table);
}

/** @throws RichApiError ItemNotFound where the table has no such row */
const part =
  (area: (table: Table) => Area | undefined): Method<Table> =>
  (table) => {
    const found = area(table);
    if (found === undefined) throw itemNotFound();
    return rangeAt(table.sheet, found);
  };

function resize(table: Table, args: Arguments, { book }: Host): void {
  const { sheet, area } = placeArgument(args.at(0), book, table.sheet);
  ensureUnprotected(sheet);
  // The header row stays in its row, and new and old area must share cells, as in Excel.
  const shares = intersection(area, table.area) !== undefined;
  const fits = sheet === table.sheet && area.top === table.area.top && shares;
  if (!fits || rowCount(area) < (table.hasHeaders ? 2 : 1)) throw invalidArgument();
  book.resizeTable(table, area);
}

function deleteTable(table: Table, _args: Arguments, { book }: Host): void {
  ensureUnprotected(table.sheet);
  const { area, sheet } = table;
  book.deleteTable(table);
  sheet.clear(area);
}

export const table: ObjectClass<Table> = {
  id: ({ id }) => String(id),
  ensureAlive: (self, { book }) => {
    if (!book.tables.includes(self)) throw itemNotFound();
  },
  scalars: {
    id: readOnly(({ id }) => String(id)),
    legacyId: readOnly(({ id }) => String(id)),
    name: {
      get: ({ name }) => name,
      set: (self, value, { book }) => book.renameTable(self, textOf(value)),
    },
    showHeaders: {
      get: ({ hasHeaders }) => hasHeaders,
      set: (self, value, host) => setHeaders(self, flagOf(value), host),
    },
    showTotals: {
      get: ({ hasTotals }) => hasTotals,
      set: (self, value, host) => setTotals(self, flagOf(value), host),
    },
    style: {
      get: ({ style }) => style.name ?? '',
      set: (self, value, { book }) => {
        const name = textOf(value);
        self.style = { ...self.style, name: name === '' ? undefined : name };
        book.tableChanged(self);
      },
    },
    highlightFirstColumn: styleFlag('showFirstColumn'),
    highlightLastColumn: styleFlag('showLastColumn'),
    showBandedColumns: styleFlag('showColumnStripes'),
    showBandedRows: styleFlag('showRowStripes'),
    showFilterButton: {
      get: ({ hasFilter }) => hasFilter,
      set: (self, value, { book }) => {
        self.hasFilter = flagOf(value);
        book.tableChanged(self);
      },
    },
  },
  navigation: {
    autoFilter: (self) => new HostObject('AutoFilter', self),
    columns: (self) => new HostObject('TableColumnCollection', self),
    rows: (self) => new HostObject('TableRowCollection', self),
    sort: (self) => new HostObject('TableSort', self),
    worksheet: ({ sheet }) => new HostObject('Worksheet', sheet),
  },
  methods: {
    clearFilters: (self, _args, { book }) => clearTableFilter(self, book),
    convertToRange: (self, _args, { book }) => {
      ensureUnprotected(self.sheet);
      book.deleteTable(self);
      return rangeAt(self.sheet, self.area);
    },
    delete: deleteTable,
    getRange: part(({ area }) => area),
    getDataBodyRange: part(({ dataArea }) => dataArea),
    getHeaderRowRange: part(({ headerArea }) => headerArea),
    getTotalRowRange: part(({ totalsArea }) => totalsArea),
    resize,
  },
  events: { onChanged: 'DataChanged', onSelectionChanged: 'SelectionChanged' },
  eventTarget: ({ id }) => String(id),
};

/** Shows the rows that a table's filter hid. */
export function clearTableFilter(self: Table, book: Host['book']): void {
  if (!self.isFiltered) return;
  self.isFiltered = false;
  const { top, bottom } = self.dataArea;
  self.sheet.setRowProperties(top, bottom, { hidden: false });
  book.tableChanged(self);
}
