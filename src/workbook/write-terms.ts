/** Writes single terms of the offer into their own cells, and nothing beside them. It does not judge what they say. */
import { type CellValue, isBlank } from '../domain/basics/cell.ts';
import { badValue } from '../domain/basics/error.ts';
import { say } from '../domain/basics/sentence.ts';
import { headerKey } from '../domain/basics/words.ts';
import { DAYS_BETWEEN_SYSTEMS } from './book-dates.ts';
import { inOneUndo } from './excel-run.ts';
import { refuseProtected } from './own-tables.ts';
import { ratioCells } from './ratio-cells.ts';
import { readCells } from './read-cells.ts';
import { lastColumn, lastRow, type Rect, rectAddress } from './rect.ts';
import { readShape, type TableShape, tableNamed, type WorkbookShape } from './workbook-shape.ts';

/** What a cell gets. */
export interface CellEntry {
  readonly value: string | number;
  /** Where the value needs one; a serial number with a date's format counts from 1900. */
  readonly format?: string;
}

export interface TermChange extends CellEntry {
  readonly term: string;
}

/**
 * Writes the terms; a term that the table lacks gets a row under it.
 *
 * @throws RegrantError there is no table OfferTerms, or it cannot be written
 */
export async function writeTerms(
  changes: readonly TermChange[],
  ratios?: readonly (readonly CellValue[])[],
): Promise<void> {
  await Excel.run(inOneUndo(), async (context) => {
    const shape = await readShape(context);
    const table = writableTable(shape, 'OfferTerms');
    const [names = []] = await readCells(context, [{ sheet: table.sheet, range: table.range }], 'formulas');
    const [nameAt, valueAt] = ['Term', 'Value'].map((header) => columnOf(table, header)) as [number, number];
    const sheet = context.workbook.worksheets.getItem(table.sheet);
    const excelTable = sheet.tables.getItem(table.name);
    if (table.isFiltered) excelTable.clearFilters();
    for (const { term, ...entry } of changes) {
      const row = names.findIndex(
        (cells, at) => at > 0 && headerKey(String(cells[nameAt] ?? '')) === headerKey(term),
      );
      if (row < 0) {
        if (entry.value === '') continue;
        const cells = table.headers.map((_, at) =>
          at === nameAt ? term : at === valueAt ? entry.value : '',
        );
        excelTable.rows.add(undefined, [cells], true);
        continue;
      }
      const cell = sheet.getRange(
        rectAddress({
          row: table.range.row + row,
          column: table.range.column + valueAt,
          rowCount: 1,
          columnCount: 1,
        }),
      );
      writeEntry(cell, entry, shape.date1904);
    }
    if (ratios !== undefined) await replaceRatios(context, shape, ratios);
    await context.sync();
  });
}

export function writeEntry(cell: Excel.Range, { value, format }: CellEntry, date1904: boolean): void {
  if (format !== undefined) cell.numberFormat = [[format]];
  const isDate = typeof value === 'number' && format?.startsWith('yyyy') === true;
  cell.values = [[isDate && date1904 ? value - DAYS_BETWEEN_SYSTEMS : value]];
}

/** @throws RegrantError there is no such table, or it is protected */
export function writableTable(shape: WorkbookShape, name: string): TableShape {
  const table = tableNamed(shape, name);
  if (table === undefined)
    throw badValue(say`The workbook has no table ${name}: insert the offer's terms first.`);
  refuseProtected(shape, table);
  return table;
}

/** @throws RegrantError the table lacks the column */
export function columnOf({ headers, name, sheet }: TableShape, header: string): number {
  const at = headers.findIndex((own) => headerKey(own) === headerKey(header));
  if (at < 0) throw badValue(say`Table ${name} on sheet "${sheet}" lacks the column ${header}.`);
  return at;
}

/** The rows of OfferRatios, under its own headers; columns that it lacks are added at its end. */
async function replaceRatios(
  context: Excel.RequestContext,
  shape: WorkbookShape,
  rows: readonly (readonly CellValue[])[],
): Promise<void> {
  const table = tableNamed(shape, 'OfferRatios');
  if (table === undefined) {
    if (rows.length === 0) return;
    throw badValue(say`The workbook has no table OfferRatios: insert the offer's terms first.`);
  }
  refuseProtected(shape, table);
  const sheet = context.workbook.worksheets.getItem(table.sheet);
  const excelTable = sheet.tables.getItem(table.name);
  if (table.isFiltered) excelTable.clearFilters();
  const { headers: kept, added, rows: cells } = ratioCells(table.headers, rows);
  for (const header of added) excelTable.columns.add(undefined, undefined, header);
  const headers = [...kept, ...added];
  const present = table.range.rowCount - 1;
  const blank = headers.map(() => '');
  const needed = Math.max(present, cells.length);
  const range: Rect = { ...table.range, columnCount: headers.length, rowCount: needed + 1 };
  if (needed > present) {
    await refuseBelow(context, table, needed - present);
    excelTable.resize(rectAddress(range));
  }
  sheet.getRange(rectAddress({ ...range, rowCount: 1 })).values = [[...headers]];
  sheet.getRange(
    rectAddress({
      row: range.row + 1,
      column: range.column,
      rowCount: lastRow(range) - range.row,
      columnCount: lastColumn(range) - range.column + 1,
    }),
  ).values = Array.from({ length: needed }, (_, at) => [...(cells[at] ?? blank)]);
}

/** @throws RegrantError something stands below the table, where it has to grow */
async function refuseBelow(
  context: Excel.RequestContext,
  { name, sheet, range, hasTotals }: TableShape,
  rowCount: number,
): Promise<void> {
  const below: Rect = { ...range, row: lastRow(range) + (hasTotals ? 2 : 1), rowCount };
  const [cells = []] = await readCells(context, [{ sheet, range: below }], 'formulas');
  if (cells.some((row) => row.some((cell) => !isBlank(cell))))
    throw badValue(
      say`Something stands below the table ${name} on sheet "${sheet}", where it has to grow by ${rowCount} rows: move it away, then try again. Nothing was changed.`,
    );
}
