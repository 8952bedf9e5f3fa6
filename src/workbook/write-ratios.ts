/** Puts tiers into the table OfferRatios, in the place of the rows that it has. It does not judge what they say. */
import { type CellValue, isBlank } from '../domain/basics/cell.ts';
import { badValue } from '../domain/basics/error.ts';
import { say } from '../domain/basics/sentence.ts';
import { refuseProtected } from './own-tables.ts';
import { ratioCells } from './ratio-cells.ts';
import { readCells } from './read-cells.ts';
import { lastRow, type Rect, rectAddress } from './rect.ts';
import { type TableShape, tableNamed, type WorkbookShape } from './workbook-shape.ts';

/**
 * @param tiers their header row first; empty for a table that is to be empty
 * @returns what queues the writing
 * @throws RegrantError the table is missing, protected, or has no room to grow
 */
export async function prepareRatios(
  context: Excel.RequestContext,
  shape: WorkbookShape,
  tiers: readonly (readonly CellValue[])[],
): Promise<() => void> {
  const table = tableNamed(shape, 'OfferRatios');
  if (table === undefined) {
    if (tiers.length === 0) return () => undefined;
    throw badValue(say`The workbook has no table OfferRatios: insert the offer's terms first.`);
  }
  refuseProtected(shape, table);
  const { headers: kept, added, rows } = ratioCells(table.headers, tiers);
  const headers = [...kept, ...added];
  const present = table.range.rowCount - 1;
  const needed = Math.max(present, rows.length);
  if (needed > present) await refuseBelow(context, table, needed - present);
  return () => {
    const sheet = context.workbook.worksheets.getItem(table.sheet);
    const excelTable = sheet.tables.getItem(table.name);
    if (table.isFiltered) excelTable.clearFilters();
    for (const header of added) excelTable.columns.add(undefined, undefined, header);
    const range: Rect = { ...table.range, columnCount: headers.length, rowCount: needed + 1 };
    if (needed > present) excelTable.resize(rectAddress(range));
    sheet.getRange(rectAddress({ ...range, rowCount: 1 })).values = [headers];
    sheet.getRange(rectAddress({ ...range, row: range.row + 1, rowCount: needed })).values = Array.from(
      { length: needed },
      (_, at) => headers.map((_header, column) => rows[at]?.[column] ?? ''),
    );
  };
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
