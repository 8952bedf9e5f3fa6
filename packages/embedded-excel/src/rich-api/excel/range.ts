/** Range: cells of one sheet, read, written, formatted and walked from. */
import { areaAddress, columnCount, intersection, rowCount } from '../../model/area.ts';
import { leftOf, topOf } from '../../model/geometry.ts';
import { sheetAddress } from '../../model/workbook.ts';
import { flagOf, textOf } from '../arguments.ts';
import type { Host } from '../host.ts';
import { HostObject } from '../host-object.ts';
import { type ObjectClass, readOnly, type Scalar } from '../object-class.ts';
import type { RangeTarget } from '../range-target.ts';
import { invalidArgument, RichApiError } from '../rich-api-error.ts';
import { isUnbounded, isWholeColumns, isWholeRows } from './addresses.ts';
import { ensureAllowed } from './protection.ts';
import { rangeEditing } from './range-editing.ts';
import { rangeGeometry } from './range-geometry.ts';
import { readFormulas, readNumberFormats, readTexts, readValues, readValueTypes } from './range-reading.ts';
import { blockReader, writeCells, writeFormulas } from './range-writing.ts';
import { restyle, uniform } from './restyling.ts';

const rowsHidden = ({ sheet, area }: RangeTarget): boolean | null =>
  uniform(area.top, area.bottom, (row) => sheet.rowProperties(row).hidden === true);

const columnsHidden = ({ sheet, area }: RangeTarget): boolean | null =>
  uniform(area.left, area.right, (column) => sheet.layout.column(column).hidden === true);

function setNumberFormat(range: RangeTarget, value: unknown, host: Host): void {
  const { styles } = host.book;
  const { area } = range;
  ensureAllowedFormats(range);
  if (!Array.isArray(value)) {
    if (value === null) return;
    const code = formatCode(value);
    return restyle(range, (style) => styles.withNumberFormat(style, code));
  }
  const read = blockReader(value, area);
  if (isUnbounded(area)) throw invalidArgument();
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++) {
      const code = read(row - area.top, column - area.left);
      if (code === null) continue;
      const style = styles.withNumberFormat(range.sheet.style(row, column), formatCode(code));
      range.sheet.setStyle(row, column, style);
    }
}

const ensureAllowedFormats = ({ sheet }: RangeTarget): void => ensureAllowed(sheet, 'allowFormatCells');

function formatCode(value: unknown): string {
  const code = textOf(value);
  return code === '' ? 'General' : code;
}

const values: Scalar<RangeTarget> = { get: readValues, set: writeCells };
const formulas: Scalar<RangeTarget> = { get: readFormulas, set: writeFormulas };
const numberFormat: Scalar<RangeTarget> = { get: readNumberFormats, set: setNumberFormat };

export const range: ObjectClass<RangeTarget> = {
  byReference: true,
  ensureAlive: (self, host) => {
    if (self.isGone || !host.book.sheets.includes(self.sheet)) throw new RichApiError('InvalidReference');
  },
  scalars: {
    address: readOnly(({ sheet, area }) => sheetAddress(sheet, area)),
    addressLocal: readOnly(({ sheet, area }) => sheetAddress(sheet, area)),
    cellCount: readOnly(({ area }) => {
      const count = rowCount(area) * columnCount(area);
      return count > 2 ** 31 - 1 ? -1 : count;
    }),
    columnCount: readOnly(({ area }) => columnCount(area)),
    columnHidden: {
      get: columnsHidden,
      set: ({ sheet, area }, value) => {
        ensureAllowed(sheet, 'allowFormatColumns');
        sheet.setColumnProperties(area.left, area.right, { hidden: flagOf(value) });
      },
    },
    columnIndex: readOnly(({ area }) => area.left),
    formulas,
    formulasLocal: formulas,
    hasSpill: readOnly(({ sheet, area }, host) => {
      host.calculation.beforeRead();
      return sheet.spills.within(area).length > 0;
    }),
    height: readOnly(({ sheet, area }) => topOf(sheet, area.bottom + 1) - topOf(sheet, area.top)),
    hidden: readOnly((self) => {
      const [rows, columns] = [rowsHidden(self), columnsHidden(self)];
      if (rows === true || columns === true) return true;
      return rows === null || columns === null ? null : false;
    }),
    isEntireColumn: readOnly(({ area }) => isWholeColumns(area)),
    isEntireRow: readOnly(({ area }) => isWholeRows(area)),
    left: readOnly(({ sheet, area }) => leftOf(sheet, area.left)),
    numberFormat,
    numberFormatLocal: numberFormat,
    rowCount: readOnly(({ area }) => rowCount(area)),
    rowHidden: {
      get: rowsHidden,
      set: ({ sheet, area }, value) => {
        ensureAllowed(sheet, 'allowFormatRows');
        sheet.setRowProperties(area.top, area.bottom, { hidden: flagOf(value) });
      },
    },
    rowIndex: readOnly(({ area }) => area.top),
    text: readOnly(readTexts),
    top: readOnly(({ sheet, area }) => topOf(sheet, area.top)),
    valueTypes: readOnly(readValueTypes),
    values,
    width: readOnly(({ sheet, area }) => leftOf(sheet, area.right + 1) - leftOf(sheet, area.left)),
  },
  navigation: {
    conditionalFormats: (self) => new HostObject('ConditionalFormatCollection', self),
    dataValidation: (self) => new HostObject('DataValidation', self),
    format: (self) => new HostObject('RangeFormat', self),
    sort: (self) => new HostObject('RangeSort', self),
    worksheet: (self) => new HostObject('Worksheet', self.sheet),
  },
  methods: {
    ...rangeGeometry,
    ...rangeEditing,
    getMergedAreasOrNullObject: ({ sheet, area }) => {
      const areas = sheet.layout.mergedWithin(area);
      return areas.length === 0 ? null : new HostObject('RangeAreas', { sheet, areas });
    },
    getTables: ({ sheet, area }, args, host) => {
      const whole = args.flag(0);
      const tables = host.book.tablesOn(sheet).filter((table) => {
        const hit = intersection(table.area, area);
        return hit !== undefined && (!whole || areaAddress(hit) === areaAddress(table.area));
      });
      return new HostObject('TableScopedCollection', tables);
    },
  },
};
