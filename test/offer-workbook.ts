/** The offers of the domain's tests as workbooks, so that the same cases run through the add-in and its files. */
import { type OfferBook, offerSource } from '../src/domain/offer/offer-book.fixture.ts';
import type { CellValue } from '../src/domain/basics/cell.ts';
import { newWorkbook, type Sheet, type Workbook } from '@regrant/embedded-excel/package';

/** A workbook with the offer's ledger and tables, each on a sheet of its own. */
export function offerWorkbook(offer: OfferBook): Workbook {
  const book = newWorkbook();
  book.date1904 = offer.date1904 ?? false;
  addOffer(book, offer);
  const [first] = book.sheets;
  if (first !== undefined) book.deleteSheet(first);
  return book;
}

/** Adds the offer's ledger and tables to a workbook, on new sheets; where a name is taken, with a 2 after it. */
export function addOffer(book: Workbook, offer: OfferBook): void {
  const source = offerSource(offer);
  const sheets = new Map<string, Sheet>();
  for (const { sheet: name, row, column, values } of source.sheets) {
    const sheet = book.addSheet(book.sheet(name) === undefined ? name : `${name} 2`);
    sheets.set(name, sheet);
    sheet.setValues(
      row - 1,
      column - 1,
      values.map((cells) => cells.map(modelValue)),
    );
    // Text that begins with = stands for a formula whose value the file does not have.
    for (const [r, cells] of values.entries())
      for (const [c, cell] of cells.entries())
        if (isFormula(cell)) sheet.setFormula(row - 1 + r, column - 1 + c, cell);
  }
  for (const { name, sheet: sheetName, row, column, rowCount, columnCount, numberFormats } of source.tables) {
    const sheet = sheets.get(sheetName);
    if (sheet === undefined) throw new Error(`There is no sheet ${sheetName}.`);
    const [top, left] = [row - 1, column - 1];
    const bottom = top + Math.max(2, rowCount) - 1;
    book.addTable(sheet, { top, left, bottom, right: left + columnCount - 1 }, { name });
    for (const [r, formats] of (numberFormats ?? []).entries())
      for (const [c, format] of formats.entries())
        sheet.setStyle(
          top + r,
          left + c,
          book.styles.withNumberFormat(sheet.style(top + r, left + c), format),
        );
  }
}

const isFormula = (value: CellValue): value is string => typeof value === 'string' && value.startsWith('=');

const modelValue = (value: CellValue): string | number | boolean | null =>
  value === undefined || value === '' || isFormula(value) ? null : value;
