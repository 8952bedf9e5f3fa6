/** AutoFilter of a sheet or a table: where it stands, whether it hides rows, and how it is cleared or set by values. */
import type { Area } from '../../model/area.ts';
import type { Sheet } from '../../model/sheet.ts';
import { Table } from '../../model/table.ts';
import { type Arguments, recordOf } from '../arguments.ts';
import type { Host } from '../host.ts';
import { type Method, type ObjectClass, orNullObject, readOnly } from '../object-class.ts';
import { invalidArgument, itemNotFound } from '../rich-api-error.ts';
import { placeArgument, rangeAt } from './addresses.ts';
import { cellText, shownFormat } from './cell-text.ts';
import { ensureAllowed } from './protection.ts';

type Filtered = Sheet | Table;

const sheetOf = (self: Filtered): Sheet => (self instanceof Table ? self.sheet : self);

/** The filter's cells, its header row first. */
function areaOf(self: Filtered): Area | undefined {
  if (self instanceof Table) return self.hasFilter ? self.area : undefined;
  return self.autoFilter?.area;
}

const isFiltered = (self: Filtered): boolean =>
  self instanceof Table ? self.isFiltered : self.autoFilter?.filtered === true;

/** The rows that a filter may hide. */
function dataRows(self: Filtered): readonly [number, number] | undefined {
  if (self instanceof Table) return [self.dataArea.top, self.dataArea.bottom];
  const area = self.autoFilter?.area;
  return area === undefined ? undefined : [area.top + 1, area.bottom];
}

function setFiltered(self: Filtered, filtered: boolean, { book }: Host): void {
  if (self instanceof Table) {
    self.isFiltered = filtered;
    book.tableChanged(self);
  } else if (self.autoFilter !== undefined) self.setAutoFilter({ area: self.autoFilter.area, filtered });
}

function clearCriteria(self: Filtered, _args: Arguments, host: Host): void {
  const sheet = sheetOf(self);
  ensureAllowed(sheet, 'allowAutoFilter');
  const rows = dataRows(self);
  if (!isFiltered(self) || rows === undefined) return;
  sheet.setRowProperties(rows[0], rows[1], { hidden: false });
  setFiltered(self, false, host);
}

/** Puts a filter on a range; criteria may be a list of values that stay visible. */
function apply(self: Filtered, args: Arguments, host: Host): void {
  const sheet = sheetOf(self);
  ensureAllowed(sheet, 'allowAutoFilter');
  if (!(self instanceof Table)) {
    const { area } = placeArgument(args.at(0), host.book, sheet);
    self.setAutoFilter({ area, filtered: self.autoFilter?.filtered === true });
  } else self.hasFilter = true;
  const criteria = args.at(2);
  const [area, rows] = [areaOf(self), dataRows(self)];
  if (!args.has(1) || criteria === undefined || criteria === null || area === undefined || rows === undefined)
    return;
  const { filterOn, values } = recordOf(criteria);
  if (filterOn !== 'Values' || !Array.isArray(values))
    throw host.unsupported(`AutoFilter.apply(${String(filterOn)})`);
  const column = area.left + args.whole(1);
  if (column > area.right) throw invalidArgument();
  const shown = new Set(values.map((value) => String(value).toLowerCase()));
  host.calculation.beforeRead();
  for (let row = rows[0]; row <= rows[1]; row++) {
    const { styles, date1904 } = host.book;
    const text = cellText(sheet.value(row, column), shownFormat(sheet, row, column, styles), date1904);
    sheet.setRowProperties(row, row, { hidden: !shown.has(text.toLowerCase()) });
  }
  setFiltered(self, true, host);
}

const getRange: Method<Filtered> = (self) => {
  const area = areaOf(self);
  if (area === undefined) throw itemNotFound();
  return rangeAt(sheetOf(self), area);
};

export const autoFilter: ObjectClass<Filtered> = {
  scalars: {
    enabled: readOnly((self) => areaOf(self) !== undefined),
    isDataFiltered: readOnly(isFiltered),
  },
  methods: {
    apply,
    clearCriteria,
    getRange,
    getRangeOrNullObject: orNullObject(getRange),
    remove: (self, args, host) => {
      clearCriteria(self, args, host);
      if (self instanceof Table) {
        self.hasFilter = false;
        host.book.tableChanged(self);
      } else self.setAutoFilter(undefined);
    },
  },
};
