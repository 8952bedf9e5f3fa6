/**
 * What a person should know of a ledger's headers: two that mean the same, one whose words are those of a column that
 * is not found, and those that nothing reads. It knows headers only.
 */
import { inSequence, quoted, say } from '../basics/sentence.ts';
import { distanceBetween } from '../basics/words.ts';
import { LEDGER_COLUMNS, type LedgerColumn } from './columns.ts';
import type { HeaderMap } from './header-map.ts';
import { columnKey } from './header-name.ts';
import { nearColumn } from './near-header.ts';
import type { LedgerRemark } from './remark.ts';

interface HeaderRow {
  readonly sheet: string;
  /** The sheet's row. */
  readonly row: number;
}

/** What of a ledger tells where its header row stands. */
interface HeaderPlace {
  readonly map: HeaderMap;
  readonly sheet: string;
  readonly headerOffset: number;
  readonly rowPlace: (offset: number) => { readonly row: number };
}

/** The warnings of a header row. */
export function headerRemarks(map: HeaderMap, { sheet, row }: HeaderRow): readonly LedgerRemark[] {
  const remarks: LedgerRemark[] = map.ambiguous.map(({ column, used, unused }) => ({
    severity: 'Warning',
    sheet,
    row,
    column: used,
    problem: say`${column} is taken from the column "${used}"; ${inSequence(unused.map(quoted), ', ')} means the same and is not used`,
  }));
  const near = nearHeaders(map);
  for (const { header, column } of near)
    remarks.push({
      severity: 'Warning',
      sheet,
      row,
      column: header,
      problem: say`"${header}" is not the name of a column, and is not used; the nearest is ${column.name}: rename it, or say in OfferColumns that it is that column`,
    });
  if (!map.offsets.has('Expiration Date'))
    remarks.push({
      severity: 'Warning',
      sheet,
      row,
      column: 'Expiration Date',
      problem: say`The ledger has no column Expiration Date: an option that has expired is not noticed`,
    });
  return remarks;
}

interface NearHeader {
  readonly header: string;
  readonly column: LedgerColumn;
}

/** Headers that nothing reads though their words are those of a column that the ledger lacks, or that adds up. */
function nearHeaders(map: HeaderMap): readonly NearHeader[] {
  const lacking = LEDGER_COLUMNS.filter((column) => column.addsUp === true || !map.offsets.has(column.name));
  return otherHeaders(map).flatMap((header) => {
    const column = nearColumn(header, lacking);
    // Among all columns, since a header may be nearer to one that is found.
    return column === undefined || nearColumn(header) !== column ? [] : [{ header, column }];
  });
}

/** Headers that carry no column's meaning and are no rivals of one that does. */
function otherHeaders({ headers, offsets, ambiguous }: HeaderMap): readonly string[] {
  const read = new Set([...offsets.values()].flat());
  const rivals = new Set(ambiguous.flatMap(({ unused }) => unused));
  return headers.filter(
    (header, offset) => columnKey(header) !== '' && !read.has(offset) && !rivals.has(header),
  );
}

/**
 * The headers that neither a column nor anything else reads.
 *
 * @param used fields by which rules, ratio rows and terms read headers of the ledger's own
 */
function unusedHeaders(map: HeaderMap, used: readonly string[]): readonly string[] {
  const keys = new Set(used.map(columnKey));
  const near = new Set(nearHeaders(map).map(({ header }) => header));
  return otherHeaders(map).filter((header) => !near.has(header) && !keys.has(columnKey(header)));
}

/** One row that names the headers which nothing reads; undefined where there are none. */
export function unusedRemark(
  { map, sheet, rowPlace, headerOffset: offset }: HeaderPlace,
  used: readonly string[],
): LedgerRemark | undefined {
  const unused = unusedHeaders(map, used);
  if (unused.length === 0) return undefined;
  const { row } = rowPlace(offset);
  const names = inSequence(unused.map(quoted), ', ');
  return {
    severity: 'Info',
    sheet,
    row,
    column: '',
    problem: say`No column has these headers, and nothing reads them: ${names}`,
  };
}

/** The header that nothing reads and that is nearest to one of the columns; undefined where none is near. */
export function nearestHeader(map: HeaderMap, columns: readonly LedgerColumn[]): string | undefined {
  const others = otherHeaders(map);
  const near = others.find((header) => nearColumn(header, columns) !== undefined);
  if (near !== undefined) return near;
  let [best, least]: [string | undefined, number] = [undefined, Infinity];
  for (const header of others)
    for (const name of columns.flatMap((column) => [column.name, ...column.synonyms])) {
      const limit = Math.min(least, Math.floor(columnKey(name).length / 2) + 1);
      const distance = distanceBetween(columnKey(header), columnKey(name), limit);
      if (distance < limit) [best, least] = [header, distance];
    }
  return best;
}
