/** For tests: workbooks that other programs wrote, each with an offer that can be run. */
import { readdirSync, readFileSync } from 'node:fs';
import { grant } from '../../src/domain/offer/offer-book.fixture.ts';
import { readWorkbook, writeWorkbook } from '@regrant/embedded-excel/package';
import { addOffer } from '../offer-workbook.ts';

const folder = (name: string): URL => new URL(`../data/${name}/`, import.meta.url);
const booksIn = (name: string): string[] =>
  readdirSync(folder(name))
    .filter((file) => /\.xls[xm]$/.test(file))
    .map((file) => `${name}/${file}`);

/** Those of the cases that failed once that are whole, with an offer in them. */
const WHOLE_CASES = [
  'chart-sheet',
  'hancom-styles',
  'header-line-break',
  'rels-by-override',
  'styles-empty-root',
  'v7-utf16',
].map((name) => `cases/${name}.xlsx`);

const WITHOUT_OFFER = new Set(booksIn('workbooks'));

export const BOOKS: readonly string[] = [
  ...booksIn('other-writers'),
  ...WITHOUT_OFFER,
  ...WHOLE_CASES,
  ...booksIn('cells-far-apart'),
];

/** One of each writer and kind, for every `npm test`. */
export const SOME_BOOKS: readonly string[] = [
  'other-writers/openpyxl-charts.xlsx',
  'other-writers/openpyxl-comments.xlsx',
  'other-writers/openpyxl-names.xlsx',
  'other-writers/openpyxl-tables.xlsx',
  'other-writers/libreoffice-conditional-formats.xlsx',
  'other-writers/libreoffice-validations.xlsx',
  'other-writers/libreoffice-hidden-sheets.xlsx',
  'workbooks/exceljs.xlsx',
  'workbooks/sheetjs-1904.xlsx',
  'workbooks/hand-parts.xlsm',
  'workbooks/hand-prefixed.xlsx',
  'cases/chart-sheet.xlsx',
];

/** The book's file; one without an offer gets one, on sheets after its own. */
export function bookOfOtherWriter(name: string): Uint8Array {
  const file = readFileSync(new URL(`../data/${name}`, import.meta.url));
  if (!WITHOUT_OFFER.has(name)) return file;
  const book = readWorkbook(file);
  book.structureProtection = undefined;
  addOffer(book, { grants: [grant('A'), grant('B', { 'Holder ID': '002' })] });
  return writeWorkbook(book);
}
