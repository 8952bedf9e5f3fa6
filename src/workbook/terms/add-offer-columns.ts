/** Adds columns at the end of an offer's table, blank in every row. It does not know what the columns mean. */
import { isBlank } from '../../domain/basics/cell.ts';
import { badValue } from '../../domain/basics/error.ts';
import { say } from '../../domain/basics/sentence.ts';
import { headerKey } from '../../domain/basics/words.ts';
import type { OfferTableName } from '../../domain/offer/offer-source.ts';
import { inOneUndo } from '../excel/excel-run.ts';
import { readCells } from '../excel/read-cells.ts';
import { lastColumn, type Rect, rectAddress } from '../excel/rect.ts';
import { readShape } from '../excel/workbook-shape.ts';
import { writableTable } from './write-terms.ts';

/** @throws RegrantError the table is gone, protected, has such a column already, or something is in the way beside it */
export async function addOfferColumns(name: OfferTableName, headers: readonly string[]): Promise<void> {
  await inOneUndo(async (context) => {
    const shape = await readShape(context);
    const table = writableTable(shape, name);
    const { range, sheet: sheetName } = table;
    const present = headers.find((header) =>
      table.headers.some((own) => headerKey(own) === headerKey(header)),
    );
    if (present !== undefined)
      throw badValue(say`Table ${name} on sheet "${sheetName}" has the column ${present} already.`);
    const added: Rect = { ...range, column: lastColumn(range) + 1, columnCount: headers.length };
    const beside: Rect = {
      ...added,
      rowCount: range.rowCount + (table.hasTotals ? 1 : 0),
      // One column more: tables that touch could not be told apart.
      columnCount: headers.length + 1,
    };
    const [cells = []] = await readCells(context, [{ sheet: sheetName, range: beside }], 'formulas');
    if (cells.some((row) => row.some((cell) => !isBlank(cell))))
      throw badValue(
        say`Something is beside the table ${name} on sheet "${sheetName}", where it has to grow: move it away, then try again. Nothing was changed.`,
      );
    const sheet = context.workbook.worksheets.getItem(sheetName);
    const excelTable = sheet.tables.getItem(table.name);
    for (const header of headers) excelTable.columns.add(undefined, undefined, header);
    // Excel may give a new column its neighbour's format, and a number in a text cell would be text.
    sheet.getRange(rectAddress({ ...added, row: range.row + 1, rowCount: range.rowCount - 1 })).numberFormat =
      Array.from({ length: range.rowCount - 1 }, () => headers.map(() => 'General'));
    await context.sync();
  });
}
