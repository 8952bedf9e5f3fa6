/**
 * What the workbook consists of, before any cell is read: its sheets and how far they reach, its tables and where
 * they stand, what is protected or filtered. Two round trips, whatever the size. It knows nothing of offers.
 */
import type { CellValue } from '../../domain/basics/cell.ts';
import type { Rect } from './rect.ts';

export interface SheetShape {
  readonly name: string;
  readonly isProtected: boolean;
  /** Hidden so that a person cannot show it from Excel's own menus. */
  readonly isVeryHidden: boolean;
  /** The cells that hold something; undefined on an empty sheet. */
  readonly used: Rect | undefined;
}

export interface TableShape {
  readonly name: string;
  readonly sheet: string;
  /** Header and body, without the totals row. */
  readonly range: Rect;
  readonly headers: readonly string[];
  readonly hasTotals: boolean;
  /** The content of the totals row, where it has one. */
  readonly totals?: readonly CellValue[];
  /** Whether a filter hides rows of it. */
  readonly isFiltered: boolean;
}

export interface WorkbookShape {
  readonly sheets: readonly SheetShape[];
  readonly tables: readonly TableShape[];
  /** Names that stand for cells or formulas, workbook-wide. */
  readonly names: readonly string[];
  readonly date1904: boolean;
  /** Whether formulas keep their values until somebody asks for calculation. */
  readonly isManual?: boolean;
  /** Whether it was opened so that nothing of it can be changed, or nothing be saved in its place. */
  readonly isReadOnly: boolean;
  /** Whether sheets can neither be added nor removed. */
  readonly isStructureProtected: boolean;
}

const RECT = 'rowIndex,columnIndex,rowCount,columnCount';

const rectOf = (range: Excel.Range): Rect => ({
  row: range.rowIndex + 1,
  column: range.columnIndex + 1,
  rowCount: range.rowCount,
  columnCount: range.columnCount,
});

/** Names of sheets and tables compare without regard to case, as in Excel. */
export const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

export const sheetNamed = (shape: WorkbookShape, name: string): SheetShape | undefined =>
  shape.sheets.find((sheet) => sameName(sheet.name, name));

export const tableNamed = (shape: WorkbookShape, name: string): TableShape | undefined =>
  shape.tables.find((table) => sameName(table.name, name));

/** Reads the shape. The batch may carry loads of the caller's own: they are sent along with the first round trip. */
export async function readShape(context: Excel.RequestContext): Promise<WorkbookShape> {
  const { workbook } = context;
  const sheets = workbook.worksheets.load('items/name,items/visibility');
  const tables = workbook.tables.load('items/name,items/showTotals,items/showHeaders');
  const names = workbook.names.load('items/name');
  workbook.load('readOnly');
  const { application } = workbook;
  application.load('calculationMode');
  workbook.protection.load('protected');
  // The serial number of 1904-01-01 is 1462, or 0 where dates count from it; no property of the API tells.
  const epoch = workbook.functions.date(1904, 1, 1).load('value');
  await context.sync();

  const usedRanges = sheets.items.map((sheet) => {
    sheet.protection.load('protected');
    return sheet.getUsedRangeOrNullObject(true).load(RECT);
  });
  const tableParts = tables.items.map((table) => ({
    table,
    sheet: table.worksheet.load('name'),
    range: table.getRange().load(RECT),
    header: table.showHeaders ? table.getHeaderRowRange().load('values') : undefined,
    totals: table.showTotals ? table.getTotalRowRange().load('formulas') : undefined,
    filter: table.autoFilter.load('isDataFiltered'),
  }));
  await context.sync();

  return {
    sheets: sheets.items.map((sheet, index) => {
      const used = usedRanges[index];
      return {
        name: sheet.name,
        isProtected: sheet.protection.protected,
        isVeryHidden: sheet.visibility === 'VeryHidden',
        used: used === undefined || used.isNullObject ? undefined : rectOf(used),
      };
    }),
    tables: tableParts.map(({ table, sheet, range, header, totals: totalsRow, filter }) => {
      const whole = rectOf(range);
      const totals = totalsRow?.formulas[0] as CellValue[] | undefined;
      return {
        name: table.name,
        sheet: sheet.name,
        range: { ...whole, rowCount: whole.rowCount - (totals === undefined ? 0 : 1) },
        headers: (header?.values[0] ?? []).map(String),
        hasTotals: table.showTotals,
        ...(totals === undefined ? {} : { totals }),
        isFiltered: filter.isDataFiltered,
      };
    }),
    names: names.items.map((item) => item.name),
    date1904: epoch.value === 0,
    isManual: application.calculationMode === 'Manual',
    isReadOnly: workbook.readOnly,
    isStructureProtected: workbook.protection.protected,
  };
}
