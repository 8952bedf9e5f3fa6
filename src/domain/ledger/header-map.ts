/**
 * Which column of a ledger means what, from its header row. The same map serves a formula's `headers` argument and
 * the program's run; it knows headers only, no rows.
 */
import type { CellValue } from '../basics/cell.ts';
import { headerKey } from '../basics/words.ts';
import { columnNamed, LEDGER_COLUMNS, type LedgerColumn } from './columns.ts';

/** Two headers of one meaning, of which only one is used. */
export interface AmbiguousColumn {
  readonly column: string;
  readonly used: string;
  readonly unused: readonly string[];
}

export interface HeaderMap {
  /** The header row as it stands, as text. */
  readonly headers: readonly string[];
  /** Offsets (0-based) of the columns that carry each declared meaning; several only where they add up. */
  readonly offsets: ReadonlyMap<string, readonly number[]>;
  readonly ambiguous: readonly AmbiguousColumn[];
}

/**
 * Maps a header row. A column's own name wins over a synonym; of several of the same rank the leftmost is used.
 *
 * @param chosen a person's correction: the ledger's header by the name of the column that it means
 */
export function mapHeaders(
  row: readonly CellValue[],
  chosen: Readonly<Record<string, string>> = {},
): HeaderMap {
  const headers = row.map((value) => (value === null || value === undefined ? '' : String(value)));
  const keys = headers.map(headerKey);
  const offsets = new Map<string, readonly number[]>();
  const ambiguous: AmbiguousColumn[] = [];
  const taken = new Set<number>();
  for (const column of LEDGER_COLUMNS) {
    const wanted = chosen[column.name];
    const offset = wanted === undefined ? -1 : keys.indexOf(headerKey(wanted));
    if (offset < 0) continue;
    offsets.set(column.name, [offset]);
    taken.add(offset);
  }
  const candidates = new Map<LedgerColumn, number[]>();
  headers.forEach((header, offset) => {
    if (taken.has(offset)) return;
    const column = columnNamed(header);
    if (column === undefined || offsets.has(column.name)) return;
    const found = candidates.get(column);
    if (found === undefined) candidates.set(column, [offset]);
    else found.push(offset);
  });
  for (const [column, found] of candidates) {
    if (column.addsUp === true) {
      offsets.set(column.name, found);
      continue;
    }
    const own = found.filter((offset) => keys[offset] === headerKey(column.name));
    const used = own[0] ?? found[0] ?? 0;
    offsets.set(column.name, [used]);
    const rivals = (own.length > 0 ? own : found).filter((offset) => offset !== used);
    if (rivals.length > 0)
      ambiguous.push({
        column: column.name,
        used: headers[used] ?? '',
        unused: rivals.map((offset) => headers[offset] ?? ''),
      });
  }
  return { headers, offsets, ambiguous };
}

/** The names of needed columns that the headers lack; `Granted or Outstanding` counts as one. */
export function missingColumns(map: HeaderMap): readonly string[] {
  const missing = LEDGER_COLUMNS.filter(
    (column) => column.needed === 'yes' && !map.offsets.has(column.name),
  ).map((column) => column.name);
  if (!map.offsets.has('Granted') && !map.offsets.has('Outstanding')) missing.push('Granted or Outstanding');
  return missing;
}
