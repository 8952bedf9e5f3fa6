/**
 * Loads what a run reads: the cells of every sheet but Regrant's own, where the tables stand, and the choice of ledger
 * that the workbook remembers. It does not know which sheet is the ledger or what a term means.
 */
import type { CellBlock } from '../domain/basics/block.ts';
import type { OfferSource, TableRange } from '../domain/offer/offer-source.ts';
import { OFFER_TABLES } from '../domain/offer/offer-source.ts';
import { ownSheets } from './own-tables.ts';
import { type CellsWanted, readCells } from './read-cells.ts';
import { rectAddress } from './rect.ts';
import { loadLedgerChoice } from './remember-ledger.ts';
import { readShape, sameName, type TableShape, tableNamed, type WorkbookShape } from './workbook-shape.ts';

export interface WorkbookReading {
  readonly shape: WorkbookShape;
  readonly source: OfferSource;
}

/** The tables in which a ratio typed as text may have turned into a date or a time. */
const FORMAT_MATTERS = ['OfferTerms', 'OfferRatios'];

export async function readWorkbook(context: Excel.RequestContext): Promise<WorkbookReading> {
  const ledgerChoice = loadLedgerChoice(context);
  const shape = await readShape(context);
  const own = ownSheets(shape);

  const wanted: CellsWanted[] = [];
  // An offer's table counts on whichever sheet it stands, next to Regrant's own tables too.
  const isOffers = ({ name }: TableShape) => OFFER_TABLES.some((offers) => sameName(offers, name));
  const offerSheets = new Set(shape.tables.filter(isOffers).map(({ sheet }) => sheet));
  for (const { name, used } of shape.sheets)
    if (used !== undefined && (!own.has(name) || offerSheets.has(name)))
      wanted.push({ sheet: name, range: used });

  const formats = new Map<string, Excel.Range>();
  for (const name of FORMAT_MATTERS) {
    const table = tableNamed(shape, name);
    if (table === undefined) continue;
    const range = context.workbook.worksheets.getItem(table.sheet).getRange(rectAddress(table.range));
    formats.set(table.name, range.load('numberFormat'));
  }
  const grids = await readCells(context, wanted);
  // Without a sheet to read there was no round trip yet that would have carried the formats.
  if (wanted.length === 0) await context.sync();

  const sheets = wanted.map(({ sheet, range }, index): CellBlock => ({
    sheet,
    row: range.row,
    column: range.column,
    values: grids[index] ?? [],
  }));
  const isRead = (table: TableShape) => !own.has(table.sheet) || isOffers(table);
  const tables = shape.tables.filter(isRead).map((table): TableRange => {
    const numberFormats = formats.get(table.name)?.numberFormat as string[][] | undefined;
    return {
      name: table.name,
      sheet: table.sheet,
      ...table.range,
      ...(numberFormats === undefined ? {} : { numberFormats }),
    };
  });
  const ledger = ledgerChoice();
  return {
    shape,
    source: { sheets, tables, date1904: shape.date1904, ...(ledger === undefined ? {} : { ledger }) },
  };
}
