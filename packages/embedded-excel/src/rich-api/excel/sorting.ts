/** RangeSort and TableSort: rows put in order by the values of some columns. Formulas move with their rows. */
import { type Area, columnCount, rowCount } from '../../model/area.ts';
import { CellError, type CellValue } from '../../model/cell-error.ts';
import { shiftable } from '../../model/formula-references.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { Table } from '../../model/table.ts';
import { recordOf, wholeOf } from '../arguments.ts';
import type { Host } from '../host.ts';
import type { ObjectClass } from '../object-class.ts';
import type { RangeTarget } from '../range-target.ts';
import { invalidArgument } from '../rich-api-error.ts';
import { ensureEditable } from './protection.ts';

interface Field {
  readonly key: number;
  readonly ascending: boolean;
}

function fieldsOf(list: readonly unknown[], width: number, host: Host): Field[] {
  return list.map((given) => {
    const { key, ascending, sortOn } = recordOf(given);
    if (sortOn !== undefined && sortOn !== null && sortOn !== 'Value')
      throw host.unsupported(`sorting by ${JSON.stringify(sortOn)}`);
    const column = wholeOf(key);
    if (column < 0 || column >= width) throw invalidArgument();
    return { key: column, ascending: ascending !== false };
  });
}

/** Numbers, then text, then logical values, then errors. */
function rank(value: CellValue): number {
  if (typeof value === 'number') return 0;
  if (typeof value === 'string') return 1;
  if (typeof value === 'boolean') return 2;
  return value instanceof CellError ? 3 : 4;
}

function compare(a: CellValue, b: CellValue, matchCase: boolean): number {
  const ranks = rank(a) - rank(b);
  if (ranks !== 0) return ranks;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (typeof a !== 'string' || typeof b !== 'string') return 0;
  return a.localeCompare(b, 'en', { sensitivity: matchCase ? 'variant' : 'accent' });
}

function sortRows(sheet: Sheet, area: Area, fields: readonly Field[], matchCase: boolean, host: Host): void {
  ensureEditable(sheet, area, host);
  host.calculation.beforeRead();
  const width = columnCount(area);
  const rows = Array.from({ length: rowCount(area) }, (_, offset) => {
    const row = area.top + offset;
    const cells = Array.from({ length: width }, (_unused, index) => sheet.value(row, area.left + index));
    const formulas = cells.map((_cell, index) => sheet.formula(row, area.left + index));
    return { row, cells, formulas };
  });
  rows.sort((a, b) => {
    for (const { key, ascending } of fields) {
      const [x = null, y = null] = [a.cells[key], b.cells[key]];
      // Blank cells come last either way.
      if (x === null || y === null) {
        if (x !== y) return x === null ? 1 : -1;
        continue;
      }
      const order = compare(x, y, matchCase);
      if (order !== 0) return ascending ? order : -order;
    }
    return a.row - b.row;
  });
  const values = rows.map(({ cells, formulas }) =>
    cells.map((cell, index) => (formulas[index] === undefined ? cell : undefined)),
  );
  const formulas = rows.map((sorted, offset) =>
    sorted.formulas.map((formula) =>
      formula === undefined ? undefined : shiftable(formula)(area.top + offset - sorted.row, 0),
    ),
  );
  sheet.setValues(area.top, area.left, values);
  sheet.setFormulas(area.top, area.left, formulas);
}

export const rangeSort: ObjectClass<RangeTarget> = {
  scalars: {},
  methods: {
    apply: ({ sheet, area }, args, host) => {
      if (args.oneOf(3, ['Rows', 'Columns'] as const, 'Rows') === 'Columns')
        throw host.unsupported('RangeSort.apply by columns');
      const body = args.flag(2) ? { ...area, top: area.top + 1 } : area;
      sortRows(sheet, body, fieldsOf(args.list(0), columnCount(area), host), args.flag(1), host);
    },
  },
};

export const tableSort: ObjectClass<Table> = {
  scalars: {},
  methods: {
    apply: (table, args, host) =>
      sortRows(
        table.sheet,
        table.dataArea,
        fieldsOf(args.list(0), table.columns.length, host),
        args.flag(1),
        host,
      ),
  },
};
