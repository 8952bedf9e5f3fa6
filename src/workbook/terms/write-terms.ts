/** Writes single terms of the offer into their own cells, and nothing beside them. It does not judge what they say. */
import type { CellValue } from '../../domain/basics/cell.ts';
import { cellAddress } from '../../domain/basics/block.ts';
import { badValue } from '../../domain/basics/error.ts';
import { say } from '../../domain/basics/sentence.ts';
import { headerKey } from '../../domain/basics/words.ts';
import { DAYS_BETWEEN_SYSTEMS } from '../excel/book-dates.ts';
import { inOneUndo } from '../excel/excel-run.ts';
import { prepareGrowth } from '../excel/grow-table.ts';
import { refuseProtected } from '../read/own-tables.ts';
import { formulaIn, readCells } from '../excel/read-cells.ts';
import { rectAddress } from '../excel/rect.ts';
import { prepareRatios } from './write-ratios.ts';
import { readShape, type TableShape, tableNamed, type WorkbookShape } from '../excel/workbook-shape.ts';

/** What a cell gets. */
export interface CellEntry {
  readonly value: string | number;
  /** Where the value needs one; a serial number with a date's format counts from 1900. */
  readonly format?: string;
}

export interface TermChange extends CellEntry {
  readonly term: string;
  /** What stood in the cell when it was shown, a formula as such; where given, nothing else is written over. */
  readonly shown?: CellValue;
}

export interface TermsWritten {
  /** Terms that were left alone, because their cells hold formulas of the analyst's own. */
  readonly kept: readonly string[];
}

/**
 * Writes the terms; a term that the table lacks gets a row under it, one whose cell holds a formula stays.
 *
 * @param ratios the tiers that take the place of the rows of OfferRatios; undefined leaves them
 * @throws RegrantError a table is missing or cannot be written, or a cell is no longer what was shown; nothing is
 *   written then
 */
export async function writeTerms(
  changes: readonly TermChange[],
  ratios?: readonly (readonly CellValue[])[],
): Promise<TermsWritten> {
  return inOneUndo(async (context) => {
    const shape = await readShape(context);
    const table = writableTable(shape, 'OfferTerms');
    const whole = [{ sheet: table.sheet, range: table.range }];
    const [names = []] = await readCells(context, whole, 'formulas');
    const [values = []] = await readCells(context, whole);
    const [nameAt, valueAt] = ['Term', 'Value'].map((header) => columnOf(table, header)) as [number, number];
    const rowOf = (term: string): number =>
      names.findIndex((cells, at) => at > 0 && headerKey(String(cells[nameAt] ?? '')) === headerKey(term));
    for (const { term, shown } of changes) {
      const row = rowOf(term);
      const content = names[row]?.[valueAt];
      if (shown === undefined || row < 0 || content === shown) continue;
      const cell = cellAddress({ ...table.range, sheet: table.sheet, values: [] }, row, valueAt);
      throw badValue(
        say`${cell}: this cell has been changed meanwhile and was not written: look at it again.`,
      );
    }
    const added = changes.filter(({ term, value }) => value !== '' && rowOf(term) < 0);
    // What could be refused comes before the first change.
    const queueRatios = ratios === undefined ? undefined : await prepareRatios(context, shape, ratios);
    const grow = added.length === 0 ? undefined : await prepareGrowth(context, table, added.length);
    const sheet = context.workbook.worksheets.getItem(table.sheet);
    if (table.isFiltered) sheet.tables.getItem(table.name).clearFilters();
    grow?.();
    const cellAt = (row: number, column: number): Excel.Range =>
      sheet.getRange(
        rectAddress({
          row: table.range.row + row,
          column: table.range.column + column,
          rowCount: 1,
          columnCount: 1,
        }),
      );
    added.forEach(({ term, ...entry }, index) => {
      const row = table.range.rowCount + index;
      cellAt(row, nameAt).values = [[term]];
      writeEntry(cellAt(row, valueAt), entry, shape.date1904);
    });
    const kept: string[] = [];
    for (const { term, ...entry } of changes) {
      const row = rowOf(term);
      if (row < 0) continue;
      if (formulaIn(names[row]?.[valueAt], values[row]?.[valueAt]) !== undefined) kept.push(term);
      else writeEntry(cellAt(row, valueAt), entry, shape.date1904);
    }
    queueRatios?.();
    await context.sync();
    return { kept };
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
