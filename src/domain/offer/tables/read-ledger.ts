/**
 * Reads the ledger from the workbook's cells: where one may be, which it is, and the one that closing froze. It knows
 * the offer's tables only to leave them out.
 */
import type { CellBlock } from '../../basics/block.ts';
import { idText } from '../../basics/cell.ts';
import { badValue } from '../../basics/error.ts';
import { say } from '../../basics/sentence.ts';
import { nearestWord, sameWord } from '../../basics/words.ts';
import { LEDGER_COLUMNS } from '../../ledger/columns.ts';
import { joinHolders } from '../../ledger/join-holders.ts';
import { joinLedgers } from '../../ledger/join-ledgers.ts';
import { findLedger, type Ledger, type SheetChoice } from '../../ledger/ledger.ts';
import { moveDateColumns } from './date-system.ts';
import { type FrozenTables, OFFER_TABLES, type OfferSource } from '../offer-source.ts';
import { atCell, columnOffset, cutTable, offerTable } from '../offer-table.ts';
import { isPersonal } from './personal-columns.ts';
import { type ChosenColumn, chosenBy, lackingHeaders, readColumns } from './read-columns.ts';

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

/**
 * The workbook's ledger: the one sheet that looks like one, or those that the term Ledger names, read as one, with the
 * columns of OfferHolders.
 *
 * @throws RegrantError no ledger, a needed column missing, several ledgers to choose from, or a table that cannot be read
 */
export function readLedger(source: OfferSource): Ledger {
  const columns = readColumns(source);
  const ledgers = findLedgers(source, columns).map((ledger) =>
    source.date1904 ? onDays1900(ledger) : ledger,
  );
  const [first, ...others] = ledgers;
  if (first === undefined) throw badValue(say`The workbook has no ledger.`);
  const joined = joinLedgers([first, ...others]);
  const lacking = lackingHeaders(columns, ledgers);
  const holders = offerTable(source, 'OfferHolders');
  const ledger: Ledger = { ...joined, remarks: [...lacking, ...joined.remarks] };
  if (holders === undefined) return ledger;
  const block = source.date1904 ? moveDateColumns(holders.block, 0) : holders.block;
  return joinHolders(ledger, block, isPersonal);
}

/** The ledgers as their sheets have them, without anything moved or joined. */
function findLedgers(source: OfferSource, columns: readonly ChosenColumn[]): readonly Ledger[] {
  const blocks = ledgerBlocks(source);
  const choice = choiceOf(source, columns);
  const sheets = ledgerSheets(source);
  return sheets.length === 0
    ? [findLedger(blocks, choice)]
    : sheets.map((sheet) => findLedger(blocks, { ...choice, sheet }));
}

/** What a person chose: OfferColumns wins over what the pane remembers. */
const choiceOf = (source: OfferSource, columns: readonly ChosenColumn[]): SheetChoice => ({
  ...source.ledger,
  headers: { ...source.ledger?.headers, ...chosenBy(columns) },
});

/**
 * The sheets that the term Ledger names, in its order; none while it is blank.
 *
 * @throws RegrantError a sheet that the workbook lacks, or one named twice
 */
function ledgerSheets(source: OfferSource): readonly string[] {
  const table = offerTable(source, 'OfferTerms');
  if (table === undefined) return [];
  const [termAt, valueAt] = [columnOffset(table, 'Term'), columnOffset(table, 'Value')];
  const row = table.rows.find((offset) => sameWord(idText(table.block.values[offset]?.[termAt]), 'Ledger'));
  const value = row === undefined ? '' : idText(table.block.values[row]?.[valueAt]);
  if (row === undefined || value === '') return [];
  const known = [...new Set(source.sheets.map(({ sheet }) => sheet))];
  const named = (text: string): string | undefined =>
    known.find((sheet) => sheet.toLowerCase() === text.trim().toLowerCase());
  const whole = named(value);
  if (whole !== undefined) return [whole];
  return atCell(table, row, valueAt, () => {
    const sheets = value
      .split(';')
      .filter((text) => text.trim() !== '')
      .map((text) => {
        const sheet = named(text);
        if (sheet !== undefined) return sheet;
        throw badValue(
          say`Ledger names the sheet "${text.trim()}", which the workbook does not have${nearestWord(text.trim(), known)}`,
        );
      });
    const twice = sheets.find((sheet, index) => sheets.indexOf(sheet) !== index);
    if (twice !== undefined) throw badValue(say`Ledger names the sheet "${twice}" twice.`);
    return sheets;
  });
}

const isOfferTable = (name: string): boolean =>
  /^regrant/i.test(name) || OFFER_TABLES.some((table) => table.toLowerCase() === name.toLowerCase());

/** The ledger as it stood when the offer closed. */
export function frozenLedger(frozen: FrozenTables, source: OfferSource): Ledger {
  const choice = choiceOf(source, readColumns(source));
  const ledger = findLedger([frozen.ledger], { ...choice, sheet: frozen.ledger.sheet });
  return source.date1904 ? onDays1900(ledger) : ledger;
}

const onDays1900 = (ledger: Ledger): Ledger => {
  // A column may be a date by choice, whatever its header says.
  const dates = LEDGER_COLUMNS.filter(({ content }) => content === 'date').flatMap(
    ({ name }) => ledger.map.offsets.get(name) ?? [],
  );
  const headers = ledger.map.headers.map((header, offset) => (dates.includes(offset) ? 'Date' : header));
  return { ...ledger, block: moveDateColumns(ledger.block, ledger.headerOffset, headers) };
};

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
