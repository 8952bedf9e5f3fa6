/** Puts tiers into the table OfferRatios, in the place of the rows that it has. It does not judge what they say. */
import type { CellValue } from '../../domain/basics/cell.ts';
import { badValue } from '../../domain/basics/error.ts';
import { say } from '../../domain/basics/sentence.ts';
import { prepareGrowth } from '../excel/grow-table.ts';
import { refuseProtected } from '../read/own-tables.ts';
import { ratioCells } from './ratio-cells.ts';
import { type Rect, rectAddress } from '../excel/rect.ts';
import { tableNamed, type WorkbookShape } from '../excel/workbook-shape.ts';

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
  const grow = needed > present ? await prepareGrowth(context, table, needed - present) : undefined;
  return () => {
    const sheet = context.workbook.worksheets.getItem(table.sheet);
    const excelTable = sheet.tables.getItem(table.name);
    if (table.isFiltered) excelTable.clearFilters();
    grow?.();
    for (const header of added) excelTable.columns.add(undefined, undefined, header);
    const range: Rect = { ...table.range, columnCount: headers.length, rowCount: needed + 1 };
    sheet.getRange(rectAddress({ ...range, rowCount: 1 })).values = [headers];
    sheet.getRange(rectAddress({ ...range, row: range.row + 1, rowCount: needed })).values = Array.from(
      { length: needed },
      (_, at) => headers.map((_header, column) => rows[at]?.[column] ?? ''),
    );
  };
}
