/** What a range answers: values, formulas, texts, number formats, row by row. Whole rows and columns answer null. */
import { type Area, columnCount, rowCount } from '../../model/area.ts';
import { CellError, type CellValue } from '../../model/cell-error.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { Host } from '../host.ts';
import type { RangeTarget } from '../range-target.ts';
import { isUnbounded } from './addresses.ts';
import { cellText, shownFormat } from './cell-text.ts';

/** A value as it travels: a blank is `''`, an error its code. */
export const wireValue = (value: CellValue): string | number | boolean =>
  value === null ? '' : value instanceof CellError ? value.code : value;

type Grid<V> = V[][] | null;

/** A read of more may be answered with null as well (office-js#6781). */
const MOST_CELLS = 5_000_000;

/** A grid of what `read` gives for each cell; the calculator has its say first. */
function cells<V>(
  { sheet, area }: RangeTarget,
  host: Host,
  read: (sheet: Sheet, row: number, column: number) => V,
): Grid<V> {
  if (isUnbounded(area)) return null;
  if (rowCount(area) * columnCount(area) > MOST_CELLS && host.book.hostModes.has('whole-rows-null'))
    return null;
  host.calculation.beforeRead();
  return gridOf(area, (row, column) => read(sheet, row, column));
}

export function gridOf<V>(area: Area, read: (row: number, column: number) => V): V[][] {
  const grid = new Array<V[]>(rowCount(area));
  for (let row = area.top; row <= area.bottom; row++) {
    const line = new Array<V>(columnCount(area));
    for (let column = area.left; column <= area.right; column++) line[column - area.left] = read(row, column);
    grid[row - area.top] = line;
  }
  return grid;
}

export const readValues = (range: RangeTarget, host: Host): Grid<string | number | boolean> =>
  cells(range, host, (sheet, row, column) => wireValue(sheet.value(row, column)));

export const readFormulas = (range: RangeTarget, host: Host): Grid<string | number | boolean> =>
  cells(
    range,
    host,
    (sheet, row, column) => sheet.formula(row, column) ?? wireValue(sheet.value(row, column)),
  );

export const readNumberFormats = (range: RangeTarget, host: Host): Grid<string> =>
  cells(range, host, (sheet, row, column) => host.book.styles.numberFormat(sheet.style(row, column)));

export const readTexts = (range: RangeTarget, host: Host): Grid<string> =>
  cells(range, host, (sheet, row, column) =>
    cellText(sheet.value(row, column), shownFormat(sheet, row, column, host.book.styles), host.book.date1904),
  );

export const readValueTypes = (range: RangeTarget, host: Host): Grid<string> =>
  cells(range, host, (sheet, row, column) => valueType(sheet.value(row, column)));

/** Excel's name for the kind of a value. */
export function valueType(value: CellValue): string {
  if (value === null) return 'Empty';
  if (value instanceof CellError) return 'Error';
  if (typeof value === 'number') return 'Double';
  return typeof value === 'boolean' ? 'Boolean' : 'String';
}
