/** Inserts a small ledger with an offer over it into new sheets of a workbook. It does not know what they say. */
import type { CellValue } from '../../domain/basics/cell.ts';
import { badValue } from '../../domain/basics/error.ts';
import { say } from '../../domain/basics/sentence.ts';
import { DAYS_BETWEEN_SYSTEMS } from '../excel/book-dates.ts';
import { AFTER_CELL_EDIT } from '../excel/excel-run.ts';
import { insertTerms } from './insert-terms.ts';
import { rectAddress } from '../excel/rect.ts';
import { HEADER_FILL, HEADER_FONT, TABLE_STYLE } from '../plan/result-formats.ts';
import { readShape, sheetNamed, tableNamed, type WorkbookShape } from '../excel/workbook-shape.ts';

export interface SampleLedger {
  readonly sheet: string;
  readonly table: string;
  /** Dates are serial numbers that count from 1900. */
  readonly rows: readonly (readonly CellValue[])[];
}

/** The values of the offer's terms, by name. */
export type SampleTerms = Readonly<Record<string, CellValue>>;

export interface SampleRows {
  readonly table: string;
  readonly rows: readonly (readonly CellValue[])[];
}

const isDate = (name: string): boolean => name.endsWith('Date');
const FIRST_DATE = 10_000;
const isDay = (value: CellValue): value is number => typeof value === 'number' && value > FIRST_DATE;

/** @throws RegrantError a sheet or table of these names is there already; nothing was changed */
export async function insertSample(
  ledger: SampleLedger,
  terms: SampleTerms,
  tables: readonly SampleRows[],
): Promise<void> {
  await Excel.run(AFTER_CELL_EDIT, async (context) => {
    const shape = await readShape(context);
    // An offer that is there already is somebody's own: nothing of the sample may be put into it.
    const taken = [
      sheetNamed(shape, ledger.sheet),
      ...[ledger.table, 'OfferTerms', ...tables.map(({ table }) => table)].map((name) =>
        tableNamed(shape, name),
      ),
    ].find((found) => found !== undefined)?.name;
    if (taken !== undefined)
      throw badValue(
        say`There is already "${taken}" in this workbook: the sample needs a workbook without it.`,
      );
    const [header = [], ...body] = ledger.rows;
    const sheet = context.workbook.worksheets.add(ledger.sheet);
    const range = { row: 1, column: 1, rowCount: ledger.rows.length, columnCount: header.length };
    for (const [at, name] of header.entries()) {
      const column = { row: 2, column: at + 1, rowCount: body.length, columnCount: 1 };
      const cells = sheet.getRange(rectAddress(column));
      const format = columnFormat(String(name));
      if (format !== undefined) cells.numberFormat = body.map(() => [format]);
      cells.format.columnWidth = String(name) === 'Holder Name' ? 110 : 82;
    }
    const moved = (row: readonly CellValue[], names: readonly CellValue[]) =>
      row.map((value, at) =>
        shape.date1904 && typeof value === 'number' && isDate(String(names[at]))
          ? value - DAYS_BETWEEN_SYSTEMS
          : value,
      );
    sheet.getRange(rectAddress(range)).values = [[...header], ...body.map((row) => moved(row, header))];
    const table = sheet.tables.add(rectAddress(range), true);
    table.name = ledger.table;
    table.style = TABLE_STYLE;
    const head = sheet.getRange(rectAddress({ ...range, rowCount: 1 }));
    head.format.fill.color = HEADER_FILL;
    head.format.font.color = HEADER_FONT;
    head.format.font.bold = true;
    sheet.freezePanes.freezeRows(1);
    await context.sync();
  });
  await insertTerms();
  await Excel.run(AFTER_CELL_EDIT, async (context) => {
    const shape = await readShape(context);
    const moved = (value: CellValue): CellValue =>
      shape.date1904 && isDay(value) ? value - DAYS_BETWEEN_SYSTEMS : value;
    await fillTerms(context, shape, terms, moved);
    for (const { table: name, rows } of tables) {
      const found = tableNamed(shape, name);
      if (found === undefined || rows.length === 0) continue;
      const range = { ...found.range, rowCount: rows.length + 1 };
      const sheet = context.workbook.worksheets.getItem(found.sheet);
      sheet.tables.getItem(found.name).resize(rectAddress(range));
      const body = sheet.getRange(rectAddress({ ...range, row: range.row + 1, rowCount: rows.length }));
      const first = sheet.getRange(rectAddress({ ...range, row: range.row + 1, rowCount: 1 }));
      body.copyFrom(first, Excel.RangeCopyType.formats);
      const values = rows.map((row) => found.headers.map((_, at) => row[at] ?? ''));
      body.values = values.map((row) => row.map(moved));
      // A rule's Value may be anything, so that the column has no format of its own.
      const value = found.headers.indexOf('Value');
      for (const [row, cells] of values.entries())
        if (isDay(cells[value])) body.getCell(row, value).numberFormat = [['yyyy-mm-dd']];
    }
    context.workbook.worksheets.getItem(ledger.sheet).activate();
    await context.sync();
  });
}

/** The cells of the terms' values, which Insert terms has left blank. */
async function fillTerms(
  context: Excel.RequestContext,
  shape: WorkbookShape,
  terms: SampleTerms,
  moved: (value: CellValue) => CellValue,
): Promise<void> {
  const found = tableNamed(shape, 'OfferTerms');
  if (found === undefined) return;
  const body = context.workbook.worksheets.getItem(found.sheet).tables.getItem(found.name).getDataBodyRange();
  body.load('values');
  await context.sync();
  for (const [row, [name]] of (body.values as CellValue[][]).entries()) {
    const value = terms[String(name)];
    if (value !== undefined) body.getCell(row, 1).values = [[moved(value)]];
  }
}

function columnFormat(name: string): string | undefined {
  if (isDate(name)) return 'yyyy-mm-dd';
  if (name.endsWith('ID')) return '@';
  if (name === 'Exercise Price') return '#,##0.00####';
  return ['Granted', 'Exercised', 'Outstanding'].includes(name) ? '#,##0' : undefined;
}
