/**
 * Loads what a run reads: the cells of every sheet but Regrant's own, where the tables stand, and the choice of ledger
 * that the workbook remembers. It does not know which sheet is the ledger or what a term means.
 */
import type { CellBlock } from '../../domain/basics/block.ts';
import type { OfferSource, TableRange } from '../../domain/offer/offer-source.ts';
import { OFFER_TABLES } from '../../domain/offer/offer-source.ts';
import { LOG_TABLE } from '../../domain/offer/life/offer-log.ts';
import { calculateNow } from '../excel/calculate-now.ts';
import { CLOSING_SHEET } from './closing-sheet.ts';
import { type OfferLife, readLife } from './offer-life.ts';
import { type KeepingSheet, keptSheet, ownSheets, presentTable } from './own-tables.ts';
import { OPENING_SHEET } from './opening-sheet.ts';
import { type CellsWanted, readCells } from '../excel/read-cells.ts';
import { lastColumn, lastRow, rectAddress } from '../excel/rect.ts';
import { loadLedgerChoice } from '../excel/remember-ledger.ts';
import type { RunWatch } from '../excel/run-control.ts';
import { lookAtFirst, otherRun } from '../excel/staging.ts';
import { usedParts } from '../excel/used-parts.ts';
import {
  readShape,
  sameName,
  type TableShape,
  tableNamed,
  type WorkbookShape,
} from '../excel/workbook-shape.ts';

export interface WorkbookReading {
  readonly shape: WorkbookShape;
  /** What a run reads; from the closing on with the tables that were frozen. */
  readonly source: OfferSource;
  readonly life: OfferLife;
  /** When somebody else began a run that may be under way, in milliseconds since 1970. */
  readonly otherRun: number | undefined;
}

/** The tables in which a ratio typed as text may have turned into a date or a time. */
const FORMATS_MATTER = ['OfferTerms', 'OfferRatios'];
/** The tables in which a formula that gives 0 may refer to a cell that is still empty. */
const FORMULAS_MATTER = ['OfferRules', 'OfferPrices'];

/** @param watch is told how many cells were read, and stops what is cancelled */
export async function readWorkbook(
  context: Excel.RequestContext,
  watch?: RunWatch,
): Promise<WorkbookReading> {
  const ledgerChoice = loadLedgerChoice(context);
  const shape = await readShape(context);
  lookAtFirst(shape);
  // A run must not count what formulas no longer give; looking on in the background calculates nothing.
  if (shape.isManual === true && watch !== undefined) calculateNow(context);
  const own = ownSheets(shape);

  const usedRanges: CellsWanted[] = [];
  // An offer's table counts on whichever sheet it stands, next to Regrant's own tables too.
  const isOffers = ({ name }: TableShape) => OFFER_TABLES.some((offers) => sameName(offers, name));
  const offerSheets = new Set(shape.tables.filter(isOffers).map(({ sheet }) => sheet));
  for (const { name, used } of shape.sheets)
    if (used !== undefined && (!own.has(name) || offerSheets.has(name)))
      usedRanges.push({ sheet: name, range: used });
  const wanted = await usedParts(context, usedRanges);

  const formats = loadTables(context, shape, FORMATS_MATTER, 'numberFormat');
  const formulas = loadTables(context, shape, FORMULAS_MATTER, 'formulas');
  const log = presentTable(shape, LOG_TABLE);
  const closing = keptCells(shape, CLOSING_SHEET);
  const opening = keptCells(shape, OPENING_SHEET);
  const all: CellsWanted[] = [
    ...wanted,
    ...(log === undefined ? [] : [{ sheet: log.sheet, range: log.range }]),
    ...closing,
    ...opening,
  ];
  watch?.begin(
    'Reading',
    all.reduce((sum, { range }) => sum + range.rowCount * range.columnCount, 0),
  );
  const grids = await readCells(context, all, 'values', watch);
  // Without a sheet to read there was no round trip yet that would have carried the formats.
  if (all.length === 0) await context.sync();

  const sheets = wanted.map(({ sheet, range }, index): CellBlock => ({
    sheet,
    row: range.row,
    column: range.column,
    values: grids[index] ?? [],
  }));
  const isRead = (table: TableShape) => !own.has(table.sheet) || isOffers(table);
  const tables = shape.tables.filter(isRead).map((table): TableRange => {
    const numberFormats = formats.get(table.name)?.numberFormat as string[][] | undefined;
    const typed = formulas.get(table.name)?.formulas as unknown[][] | undefined;
    return {
      name: table.name,
      sheet: table.sheet,
      ...table.range,
      ...(table.hasTotals ? { hasTotals: true } : {}),
      ...(numberFormats === undefined ? {} : { numberFormats }),
      ...(typed === undefined ? {} : { formulas: typed }),
    };
  });
  const life = readLife(
    log === undefined ? undefined : { headers: log.headers, rows: (grids[wanted.length] ?? []).slice(1) },
    closing.length === 0 ? undefined : grids.at(-1 - opening.length),
    opening.length === 0 ? undefined : grids.at(-1),
  );
  const ledger = ledgerChoice();
  return {
    shape,
    source: {
      sheets,
      tables,
      date1904: shape.date1904,
      ...(ledger === undefined ? {} : { ledger }),
      ...(life.frozen === undefined ? {} : { frozen: life.frozen }),
      ...(life.opened === undefined ? {} : { opened: life.opened }),
    },
    life,
    otherRun: otherRun(shape, Date.now()),
  };
}

/** A keeping sheet's cells from A1 on, wherever the first cell that holds something is; none where there is none. */
function keptCells(shape: WorkbookShape, name: KeepingSheet): readonly CellsWanted[] {
  const used = keptSheet(shape, name)?.used;
  if (used === undefined) return [];
  const range = { row: 1, column: 1, rowCount: lastRow(used), columnCount: lastColumn(used) };
  return [{ sheet: name, range }];
}

/** Queues one property of those of the tables that the workbook has, by the name that it has for each. */
function loadTables(
  context: Excel.RequestContext,
  shape: WorkbookShape,
  names: readonly string[],
  property: 'numberFormat' | 'formulas',
): ReadonlyMap<string, Excel.Range> {
  return new Map(
    names.flatMap((name) => {
      const table = tableNamed(shape, name);
      if (table === undefined) return [];
      const range = context.workbook.worksheets.getItem(table.sheet).getRange(rectAddress(table.range));
      // eslint-disable-next-line office-addins/no-empty-load -- the rule does not see that `property` names one
      return [[table.name, range.load(property)] as const];
    }),
  );
}
