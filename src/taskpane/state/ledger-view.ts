/**
 * What the ledger step shows: the sheets that may be the ledger, which of their columns were recognised, and what a
 * person may correct. Pure: it reads cells that were loaded before.
 */
import { columnLetters } from '../../domain/basics/block.ts';
import { idText } from '../../domain/basics/cell.ts';
import { RegrantError } from '../../domain/basics/error.ts';
import type { Words } from '../../domain/basics/sentence.ts';
import { LEDGER_COLUMNS, type LedgerColumn } from '../../domain/ledger/columns.ts';
import { grantRowTest, ledgerCandidates, type LedgerCandidate } from '../../domain/ledger/ledger.ts';
import { checkLedger } from '../../domain/offer/checks/check-ledger.ts';
import type { LedgerChoice, OfferSource } from '../../domain/offer/offer-source.ts';
import { ledgerBlocks, readLedger } from '../../domain/offer/tables/read-ledger.ts';
import type { CellLink } from './cell-link.ts';
import { type CheckLine, checkLines } from './check-lines.ts';
import { unnamedHeaders } from './unnamed-headers.ts';

export interface RecognisedColumn {
  readonly column: LedgerColumn;
  /** The ledger's own header, and its column's letters; undefined where the ledger has none of that meaning. */
  readonly header: string | undefined;
  readonly letters: string | undefined;
  /** Whether a person chose it. */
  readonly isChosen: boolean;
}

export interface LedgerSheet {
  readonly sheet: string;
  readonly table: string | undefined;
  /** The sheet's row of the header. */
  readonly headerRow: number;
  /** Another than the header's last row where names stand over two. */
  readonly firstHeaderRow: number;
  readonly headers: readonly string[];
  readonly columns: readonly RecognisedColumn[];
  /** Needed columns that no header names. */
  readonly missing: readonly string[];
  readonly grants: number;
}

export type LedgerView =
  | {
      readonly kind: 'found';
      readonly ledger: LedgerSheet;
      readonly others: readonly string[];
      readonly unnamed: readonly CellLink[];
      readonly checks: readonly CheckLine[];
    }
  /** Several sheets look like the ledger. */
  | { readonly kind: 'choose'; readonly candidates: readonly LedgerSheet[] }
  /** A sheet looks like a ledger and lacks something. */
  | {
      readonly kind: 'incomplete';
      readonly ledger: LedgerSheet;
      readonly others: readonly string[];
      /** Header cells over columns that have no name, as under merged cells. */
      readonly unnamed: readonly CellLink[];
      readonly problem: Words;
    }
  /** There are cells, but no ledger among them. */
  | { readonly kind: 'none'; readonly sheets: readonly string[] }
  | { readonly kind: 'empty' };

export function ledgerView(source: OfferSource): LedgerView {
  const candidates = ledgerCandidates(ledgerBlocks(source)).map((candidate) =>
    ledgerSheet(candidate, undefined),
  );
  const others = [...new Set(candidates.map(({ sheet }) => sheet))];
  try {
    const { rows, ...ledger } = readLedger(source);
    const found = ledgerSheet(
      { ...ledger, missing: [], recognised: ledger.map.offsets.size },
      source.ledger?.headers,
      rows.length,
    );
    return {
      kind: 'found',
      ledger: found,
      others: others.filter((sheet) => sheet !== found.sheet),
      unnamed: unnamedLinks(ledger),
      checks: checkLines(checkLedger(source).problems, found),
    };
  } catch (error) {
    if (!(error instanceof RegrantError)) throw error;
    return withoutLedger(source, candidates, error.sentence);
  }
}

function withoutLedger(source: OfferSource, candidates: readonly LedgerSheet[], problem: Words): LedgerView {
  const complete = candidates.filter(({ missing }) => missing.length === 0);
  if (complete.length > 1 && source.ledger?.sheet === undefined)
    return { kind: 'choose', candidates: bySheet(complete) };
  const wanted = ledgerCandidates(ledgerBlocks(source), source.ledger).sort(
    (a, b) => b.recognised - a.recognised,
  )[0];
  const sheets = [...new Set(source.sheets.map(({ sheet }) => sheet))];
  if (wanted !== undefined) {
    const ledger = ledgerSheet(wanted, source.ledger?.headers);
    return {
      kind: 'incomplete',
      ledger,
      others: sheets.filter((sheet) => sheet !== ledger.sheet),
      unnamed: unnamedLinks(wanted),
      problem,
    };
  }
  const guess = guessedLedger(source);
  if (guess !== undefined && source.ledger?.sheet !== undefined)
    return {
      kind: 'incomplete',
      ledger: ledgerSheet(guess, source.ledger.headers, 0),
      others: sheets.filter((sheet) => sheet !== guess.block.sheet),
      unnamed: unnamedLinks(guess),
      problem,
    };
  const isEmpty = source.sheets.every(({ values }) =>
    values.every((row) => row.every((cell) => idText(cell) === '')),
  );
  return isEmpty ? { kind: 'empty' } : { kind: 'none', sheets };
}

const bySheet = (sheets: readonly LedgerSheet[]): readonly LedgerSheet[] =>
  sheets.filter((candidate, index) => sheets.findIndex(({ sheet }) => sheet === candidate.sheet) === index);

/** On a sheet that a person chose, the row with the most texts is taken for the header. */
function guessedLedger(source: OfferSource): LedgerCandidate | undefined {
  const block = source.sheets.find(({ sheet }) => sheet === source.ledger?.sheet);
  if (block === undefined) return undefined;
  let [headerOffset, most] = [-1, 2];
  block.values.slice(0, 50).forEach((row, offset) => {
    const texts = new Set(row.filter((cell) => typeof cell === 'string' && cell.trim() !== '')).size;
    if (texts > most) [headerOffset, most] = [offset, texts];
  });
  const headers = block.values[headerOffset]?.map(String);
  if (headers === undefined) return undefined;
  const missing = ['Holder ID', 'Grant ID', 'Grant Date', 'Exercise Price', 'Granted or Outstanding'];
  const map = { headers, offsets: new Map<string, readonly number[]>(), ambiguous: [] };
  return { block, headerOffset, firstHeaderOffset: headerOffset, map, missing, recognised: 0 };
}

function ledgerSheet(
  { block, headerOffset, firstHeaderOffset, map, missing }: LedgerCandidate,
  chosen: LedgerChoice['headers'],
  grants = countGrants(block.values.slice(headerOffset + 1), map),
): LedgerSheet {
  return {
    sheet: block.sheet,
    table: block.table,
    headerRow: block.row + headerOffset,
    firstHeaderRow: block.row + firstHeaderOffset,
    headers: map.headers.filter((header) => header.trim() !== ''),
    columns: LEDGER_COLUMNS.map((column) => {
      const offset = map.offsets.get(column.name)?.[0];
      return {
        column,
        header: offset === undefined ? undefined : map.headers[offset],
        letters: offset === undefined ? undefined : columnLetters(block.column + offset),
        isChosen: chosen?.[column.name] !== undefined,
      };
    }),
    missing,
    grants,
  };
}

function countGrants(rows: LedgerCandidate['block']['values'], map: LedgerCandidate['map']): number {
  const isGrant = grantRowTest(map);
  return rows.filter((row) => isGrant(row)).length;
}

/** The choice with one column corrected; a header of undefined takes the correction back. */
export function withColumn(
  choice: LedgerChoice | undefined,
  sheet: string,
  column: string,
  header: string | undefined,
): LedgerChoice {
  const headers = Object.fromEntries(
    Object.entries(choice?.headers ?? {}).filter(([name]) => name !== column),
  );
  if (header !== undefined) headers[column] = header;
  return {
    sheet: choice?.sheet ?? sheet,
    ...(Object.keys(headers).length > 0 ? { headers } : {}),
  };
}

const unnamedLinks = (ledger: Parameters<typeof unnamedHeaders>[0]): readonly CellLink[] =>
  unnamedHeaders(ledger).map((address) => ({ sheet: ledger.block.sheet, address }));
