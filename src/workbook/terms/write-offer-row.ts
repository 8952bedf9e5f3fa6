/**
 * Writes one row of an offer's table: the cells that a person changed, a new row, or a row made blank. It does not
 * judge what they say.
 */
import { type CellValue, isBlank } from '../../domain/basics/cell.ts';
import { badValue } from '../../domain/basics/error.ts';
import { say } from '../../domain/basics/sentence.ts';
import type { OfferTableName } from '../../domain/offer/offer-source.ts';
import { cellAddress } from '../../domain/basics/block.ts';
import { inOneUndo } from '../excel/excel-run.ts';
import { prepareGrowth } from '../excel/grow-table.ts';
import { readCells } from '../excel/read-cells.ts';
import { rectAddress } from '../excel/rect.ts';
import { readShape } from '../excel/workbook-shape.ts';
import { type CellEntry, columnOf, writableTable, writeEntry } from './write-terms.ts';

/** A cell to write, under its header. */
export interface OfferCell extends CellEntry {
  readonly header: string;
}

/** Which row of the table, its header row being 0, and what stood in it when it was shown, formulas as such. */
export interface ShownRow {
  readonly offset: number;
  readonly contents: readonly CellValue[];
}

export interface OfferRowChange {
  readonly table: OfferTableName;
  /** Undefined for a new one. */
  readonly row: ShownRow | undefined;
  readonly cells: readonly OfferCell[];
}

/**
 * Writes the row. A new one takes the first blank row of the table, or goes under its last.
 *
 * @throws RegrantError the table is gone, protected or has no room to grow, or the row is no longer what was shown
 */
export async function writeOfferRow({ table: name, row, cells }: OfferRowChange): Promise<void> {
  await inOneUndo(async (context) => {
    const shape = await readShape(context);
    const table = writableTable(shape, name);
    const { range } = table;
    const [contents = []] = await readCells(context, [{ sheet: table.sheet, range }], 'formulas');
    if (row !== undefined && !isSameRow(contents[row.offset], row.contents))
      throw badValue(
        say`${cellAddress({ ...range, sheet: table.sheet, values: [] }, row.offset, 0)}: this row has been changed meanwhile and was not written: look at it again.`,
      );
    const blank = contents.findIndex((own, offset) => offset > 0 && own.every(isBlank));
    const offset = row?.offset ?? (blank > 0 ? blank : contents.length);
    const grow = offset < contents.length ? undefined : await prepareGrowth(context, table, 1);
    const sheet = context.workbook.worksheets.getItem(table.sheet);
    if (table.isFiltered) sheet.tables.getItem(table.name).clearFilters();
    grow?.();
    for (const { header, ...entry } of cells)
      writeEntry(
        sheet.getRange(
          rectAddress({
            row: range.row + offset,
            column: range.column + columnOf(table, header),
            rowCount: 1,
            columnCount: 1,
          }),
        ),
        entry,
        shape.date1904,
      );
    await context.sync();
  });
}

export const isSameRow = (now: readonly CellValue[] = [], shown: readonly CellValue[]): boolean =>
  now.length === shown.length && now.every((cell, at) => (cell ?? '') === (shown[at] ?? ''));
