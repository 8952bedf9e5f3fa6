/**
 * One of the offer's tables where it stands: its cells by header, and the address of each, so that whatever is wrong
 * is said with the cell it is in.
 */
import { type CellBlock, cellAddress } from '../basics/block.ts';
import { type CellValue, isBlank } from '../basics/cell.ts';
import { badValue, RegrantError } from '../basics/error.ts';
import { say, type Sentence, type Words } from '../basics/sentence.ts';
import { headerKey } from '../basics/words.ts';
import type { OfferSource, OfferTableName } from './offer-source.ts';

/** The 1904 date system counts from 1904-01-01 as day 0. */
const DAYS_1904 = 1462;

export interface OfferTable {
  readonly name: OfferTableName;
  /** The header row and the body. */
  readonly block: CellBlock;
  /** Body rows that are not blank, as offsets into `block.values`. */
  readonly rows: readonly number[];
}

/** The table of that name, cut out of its sheet; undefined where the workbook has none. */
export function offerTable(source: OfferSource, name: OfferTableName): OfferTable | undefined {
  const range = source.tables.find((table) => table.name.toLowerCase() === name.toLowerCase());
  if (range === undefined) return undefined;
  const block = cutTable(source, range);
  return block === undefined ? undefined : tableFrom(name, block);
}

/** A block as one of the offer's tables, its header row first. */
export function tableFrom(name: OfferTableName, block: CellBlock): OfferTable {
  const rows: number[] = [];
  block.values.forEach((row, offset) => {
    if (offset > 0 && !row.every(isBlank)) rows.push(offset);
  });
  return { name, block, rows };
}

/** The cells of a table, from its sheet's block. */
export function cutTable(source: OfferSource, range: OfferSource['tables'][number]): CellBlock | undefined {
  // A sheet with cells far apart comes in several blocks; a table without a filled cell is in none of them.
  const blocks = source.sheets.filter((block) => block.sheet === range.sheet);
  const sheet = blocks.find((block) => meets(block, range)) ?? blocks[0];
  if (sheet === undefined) return undefined;
  const top = range.row - sheet.row;
  const left = range.column - sheet.column;
  const values = Array.from({ length: range.rowCount }, (_, r) =>
    Array.from({ length: range.columnCount }, (__, c) => sheet.values[top + r]?.[left + c] ?? ''),
  );
  return {
    sheet: range.sheet,
    row: range.row,
    column: range.column,
    values,
    table: range.name,
    ...(range.numberFormats === undefined ? {} : { numberFormats: range.numberFormats }),
    ...(range.formulas === undefined ? {} : { formulas: range.formulas }),
  };
}

const meets = (block: CellBlock, range: OfferSource['tables'][number]): boolean =>
  range.row < block.row + block.values.length &&
  block.row < range.row + range.rowCount &&
  range.column < block.column + (block.values[0]?.length ?? 0) &&
  block.column < range.column + range.columnCount;

/** The offset of the column with that header, or -1. */
export function columnOffset(table: OfferTable, header: string): number {
  const key = headerKey(header);
  return (table.block.values[0] ?? []).findIndex((cell) => !isBlank(cell) && headerKey(String(cell)) === key);
}

/** @throws RegrantError the table lacks the column */
export function neededColumn(table: OfferTable, header: string): number {
  const offset = columnOffset(table, header);
  if (offset >= 0) return offset;
  throw badValue(say`Table ${table.name} on sheet "${table.block.sheet}" lacks the column ${header}.`);
}

/** A sentence about a cell, which a shell may take apart again into the cell and what is said of it. */
export const placed = (cell: string, sentence: Words): Sentence => say`${cell}: ${sentence}`;

/** Runs `read` and, where it fails, says in which cell of the table. */
export function atCell<T>(table: OfferTable, row: number, column: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RegrantError)) throw error;
    throw new RegrantError(error.kind, placed(cellAddress(table.block, row, column), error.sentence));
  }
}

/** Runs `read` and, where it fails, says in which table. */
export function inTable<T>(table: OfferTable, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RegrantError)) throw error;
    throw new RegrantError(error.kind, say`${table.name} on sheet "${table.block.sheet}": ${error.sentence}`);
  }
}

/** A serial number of a workbook as the domain counts days, from 1900. */
export const from1904 = (value: CellValue): CellValue =>
  typeof value === 'number' ? value + DAYS_1904 : value;
