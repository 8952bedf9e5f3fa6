/**
 * Finds the ledger among the workbook's blocks of cells: its header row, its columns and the rows that are grants.
 * Rows above the header, total rows and blank rows are normal and change nothing. A grant stays a row of the
 * block's grid; nothing is copied.
 */
import type { CellBlock } from '../basics/block.ts';
import { isBlank } from '../basics/cell.ts';
import { badValue } from '../basics/error.ts';
import { allOf, inSequence, quoted, say, type Words } from '../basics/sentence.ts';
import { columnNamed, LEDGER_COLUMNS } from './columns.ts';
import type { Row } from './field.ts';
import { columnKey } from './header-name.ts';
import { headerRemarks, nearestHeader } from './header-remarks.ts';
import { joinedHeaders } from './header-rows.ts';
import { type ChosenHeaders, type HeaderMap, mapHeaders, missingColumns } from './header-map.ts';
import type { LedgerRemark } from './remark.ts';

/** Where a cell is on its sheet; rows and columns are 1-based. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface Ledger {
  readonly sheet: string;
  /** The block that holds it; rows are offsets into `block.values`. */
  readonly block: CellBlock;
  /** The header's last row. */
  readonly headerOffset: number;
  /** The header's first row, which is another where it stands over two. */
  readonly firstHeaderOffset: number;
  readonly map: HeaderMap;
  /** Offsets of the rows that are grants, in the ledger's order. */
  readonly rows: readonly number[];
  /** The sheet and the sheet's row of a row of `block.values`: where ledgers are joined, another sheet's. */
  readonly rowPlace: (offset: number) => { readonly sheet: string; readonly row: number };
  /** Where a cell of `block.values` really is; undefined where the ledger that its row came from lacks the column. */
  readonly origin: (offset: number, column: number) => CellPlace | undefined;
  /** What a person should know of the headers and of what was joined. */
  readonly remarks: readonly LedgerRemark[];
}

/** A block whose header row names enough of a ledger's columns to be meant as one. */
export interface LedgerCandidate {
  readonly block: CellBlock;
  readonly headerOffset: number;
  readonly firstHeaderOffset: number;
  readonly map: HeaderMap;
  readonly missing: readonly string[];
  readonly recognised: number;
}

/** The sheet and headers that a person chose. */
export interface SheetChoice {
  readonly sheet?: string;
  readonly headers?: ChosenHeaders;
}

/** How far down a header row is looked for; titles and notes above it are rarely longer. */
const HEADER_SEARCH_ROWS = 200;
/** Fewer known headers than this are a coincidence. */
const LEAST_RECOGNISED = 3;

/**
 * The workbook's ledger.
 *
 * @param blocks the tables first, then whole sheets; a block in which another block's sheet part is contained is
 *   considered only where no table is a ledger
 * @param choice the sheet and headers that a person chose
 * @throws RegrantError no ledger, a needed column missing, or several ledgers to choose from
 */
export function findLedger(blocks: readonly CellBlock[], choice: SheetChoice = {}): Ledger {
  const candidates = ledgerCandidates(blocks, choice);
  const complete = candidates.filter((candidate) => candidate.missing.length === 0);
  const tables = complete.filter((candidate) => candidate.block.table !== undefined);
  const chosen = preferred(tables.length > 0 ? tables : complete);
  if (chosen !== undefined) return ledgerFrom(chosen);
  const nearest = candidates.sort((a, b) => b.recognised - a.recognised)[0];
  if (nearest !== undefined) throw incompleteLedger(nearest);
  if (choice.sheet !== undefined)
    throw badValue(
      say`Sheet "${choice.sheet}" has no ledger: it needs a header row with Holder ID, Grant ID, Grant Date, Exercise Price and Granted or Outstanding.`,
    );
  throw badValue(
    say`No ledger was found: a sheet needs a header row with Holder ID, Grant ID, Grant Date, Exercise Price and Granted or Outstanding.`,
  );
}

/** Every block that may be meant as a ledger, complete or not, for whoever asks a person which one is. */
export const ledgerCandidates = (blocks: readonly CellBlock[], choice: SheetChoice = {}): LedgerCandidate[] =>
  blocks
    .filter((block) => choice.sheet === undefined || sameSheet(block.sheet, choice.sheet))
    .map((block) => candidateIn(block, choice.headers))
    .filter((candidate) => candidate !== undefined);

const sameSheet = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function preferred(complete: readonly LedgerCandidate[]): LedgerCandidate | undefined {
  const sheets = new Set(complete.map((candidate) => candidate.block.sheet));
  if (sheets.size > 1)
    throw badValue(
      say`${allOf([...sheets].map(quoted))} both look like the ledger: choose one of them, or name the sheets in the term Ledger, separated by semicolons where several are one ledger.`,
    );
  const first = complete[0];
  if (complete.length > 1 && first?.block.table !== undefined)
    throw badValue(
      say`Sheet "${first.block.sheet}" has several tables that look like the ledger (${complete
        .map((candidate) => candidate.block.table ?? '')
        .join(', ')}): leave one of them.`,
    );
  return first;
}

function candidateIn(block: CellBlock, chosen: ChosenHeaders | undefined): LedgerCandidate | undefined {
  const last = Math.min(block.values.length, HEADER_SEARCH_ROWS);
  let best: LedgerCandidate | undefined;
  const consider = (row: Row | undefined, firstHeaderOffset: number, headerOffset: number): void => {
    if (row === undefined || !mayBeHeader(row, chosen)) return;
    const map = mapHeaders(row, chosen);
    const recognised = map.offsets.size;
    if (recognised < LEAST_RECOGNISED || (!map.offsets.has('Grant ID') && !map.offsets.has('Holder ID')))
      return;
    const missing = missingColumns(map);
    if (
      best === undefined ||
      missing.length < best.missing.length ||
      (missing.length === best.missing.length && recognised > best.recognised)
    )
      best = { block, headerOffset, firstHeaderOffset, map, missing, recognised };
  };
  for (let offset = 0; offset < last; offset++) consider(block.values[offset], offset, offset);
  // Two rows are one header only where that names more than the better of them does alone.
  if (block.table === undefined)
    for (let offset = 1; offset < last; offset++)
      consider(joinedHeaders(block.values[offset - 1] ?? [], block.values[offset] ?? []), offset - 1, offset);
  return best;
}

/** A cheap test, so that a hundred thousand data rows are not mapped as headers. */
function mayBeHeader(row: Row, chosen: ChosenHeaders | undefined): boolean {
  const corrected = chosen === undefined ? undefined : new Set(Object.values(chosen).flat().map(columnKey));
  let known = 0;
  for (const cell of row)
    if (
      typeof cell === 'string' &&
      cell.length < 100 &&
      (columnNamed(cell) !== undefined || corrected?.has(columnKey(cell)) === true)
    )
      known++;
  return known >= LEAST_RECOGNISED;
}

function incompleteLedger(candidate: LedgerCandidate): Error {
  const { block, headerOffset, missing, map } = candidate;
  const spellings = missing.flatMap((name): Words[] => {
    const columns = LEDGER_COLUMNS.filter((declared) => name.split(' or ').includes(declared.name));
    const synonyms = columns.flatMap((column) => column.synonyms.slice(0, columns.length > 1 ? 2 : 3));
    const nearest = nearestHeader(map, columns);
    const also = inSequence(synonyms, ', ');
    return [
      nearest === undefined
        ? say`${name} (also found as ${also})`
        : say`${name} (also found as ${also}; the nearest header is ${quoted(nearest)})`,
    ];
  });
  const [sheet, row, lacks] = [block.sheet, String(block.row + headerOffset), inSequence(spellings, '; ')];
  return badValue(
    missing.length === 1
      ? say`The ledger on sheet "${sheet}" (header in row ${row}) lacks the column ${lacks}.`
      : say`The ledger on sheet "${sheet}" (header in row ${row}) lacks the columns ${lacks}.`,
  );
}

function ledgerFrom({ block, headerOffset, firstHeaderOffset, map }: LedgerCandidate): Ledger {
  const isGrant = grantRowTest(map);
  const rows: number[] = [];
  for (let offset = headerOffset + 1; offset < block.values.length; offset++) {
    const row = block.values[offset];
    if (row !== undefined && isGrant(row)) rows.push(offset);
  }
  return {
    sheet: block.sheet,
    block,
    headerOffset,
    firstHeaderOffset,
    map,
    rows,
    rowPlace: (offset) => ({ sheet: block.sheet, row: block.row + offset }),
    origin: (offset, column) => ({
      sheet: block.sheet,
      row: block.row + offset,
      column: block.column + column,
    }),
    remarks: headerRemarks(map, { sheet: block.sheet, row: block.row + headerOffset }),
  };
}

/**
 * Whether a row is a grant: not one whose Grant ID, Grant Date and Exercise Price are all blank, as in a total, a
 * blank row or a note below the ledger. Headers without these three columns make every row that is not blank a grant.
 */
export function grantRowTest(map: HeaderMap): (row: Row) => boolean {
  const offsets = ['Grant ID', 'Grant Date', 'Exercise Price'].map((name) => map.offsets.get(name)?.[0]);
  const [id, date, price] = offsets;
  if (id === undefined || date === undefined || price === undefined)
    return (row) => row.some((cell) => !isBlank(cell));
  return (row) => !isBlank(row[id]) || !isBlank(row[date]) || !isBlank(row[price]);
}
