/**
 * Reads the ledger from the workbook's cells: where one may be, which it is, and the one that closing froze. It knows
 * the offer's tables only to leave them out.
 */
import type { CellBlock } from '../../basics/block.ts';
import { findLedger, type Ledger } from '../../ledger/ledger.ts';
import { moveDateColumns } from '../date-system.ts';
import { type FrozenTables, OFFER_TABLES, type OfferSource } from '../offer-source.ts';
import { cutTable } from '../offer-table.ts';

/** Where a ledger may be: the workbook's own tables first, then its sheets without the offer's tables. */
export function ledgerBlocks(source: OfferSource): readonly CellBlock[] {
  const offerTables = source.tables.filter(({ name }) => isOfferTable(name));
  const tables = source.tables
    .filter((table) => !offerTables.includes(table))
    .map((table) => cutTable(source, table))
    .filter((block): block is CellBlock => block !== undefined);
  const sheets = source.sheets.map((sheet) =>
    withoutTables(
      sheet,
      offerTables.filter((table) => table.sheet === sheet.sheet),
    ),
  );
  return [...tables, ...sheets];
}

/** @throws RegrantError no ledger, a needed column missing, or several ledgers to choose from */
export function readLedger(source: OfferSource): Ledger {
  const ledger = findLedger(ledgerBlocks(source), source.ledger);
  if (!source.date1904) return ledger;
  return onDays1900(ledger);
}

const isOfferTable = (name: string): boolean =>
  /^regrant/i.test(name) || OFFER_TABLES.some((table) => table.toLowerCase() === name.toLowerCase());

/** The ledger as it stood when the offer closed. */
export function frozenLedger(frozen: FrozenTables, { date1904, ledger: choice }: OfferSource): Ledger {
  const ledger = findLedger([frozen.ledger], { ...choice, sheet: frozen.ledger.sheet });
  return date1904 ? onDays1900(ledger) : ledger;
}

const onDays1900 = (ledger: Ledger): Ledger => ({
  ...ledger,
  block: moveDateColumns(ledger.block, ledger.headerOffset, ledger.map.headers),
});

/** A sheet's cells with the offer's tables blanked out, which may stand beside the ledger but are no part of it. */
function withoutTables(sheet: CellBlock, tables: OfferSource['tables']): CellBlock {
  if (tables.length === 0) return sheet;
  const isTable = (row: number, column: number): boolean =>
    tables.some(
      (table) =>
        row >= table.row &&
        row < table.row + table.rowCount &&
        column >= table.column &&
        column < table.column + table.columnCount,
    );
  const values = sheet.values.map((cells, r) =>
    cells.map((cell, c) => (isTable(sheet.row + r, sheet.column + c) ? '' : cell)),
  );
  return { ...sheet, values };
}
