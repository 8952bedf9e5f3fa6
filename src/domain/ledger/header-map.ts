/**
 * Which column of a ledger means what, from its header row. The same map serves a formula's `headers` argument and
 * the program's run; it knows headers only, no rows.
 */
import type { CellValue } from '../basics/cell.ts';
import { columnNamed, isOwnName, LEDGER_COLUMNS, type LedgerColumn } from './columns.ts';
import { columnKey, unitOf } from './header-name.ts';

/** Two headers of one meaning, of which only one is used. */
export interface AmbiguousColumn {
  readonly column: string;
  readonly used: string;
  readonly unused: readonly string[];
}

export interface HeaderMap {
  /** The header row as it stands, as text. */
  readonly headers: readonly string[];
  /**
   * Offsets (0-based) of the columns that carry each declared meaning; several only where they add up, or say it
   * together.
   */
  readonly offsets: ReadonlyMap<string, readonly number[]>;
  readonly ambiguous: readonly AmbiguousColumn[];
}

/** The ledger's headers by the name of the column that they mean, as a person said; several where they add up. */
export type ChosenHeaders = Readonly<Record<string, string | readonly string[]>>;

/**
 * Maps a header row. A column's own name wins over a synonym; of several of the same rank the leftmost is used.
 *
 * @param chosen a person's correction, which wins over names
 */
export function mapHeaders(row: readonly CellValue[], chosen: ChosenHeaders = {}): HeaderMap {
  const headers = row.map((value) => (value === null || value === undefined ? '' : String(value)));
  const offsets = new Map<string, readonly number[]>();
  const ambiguous: AmbiguousColumn[] = [];
  const taken = new Set<number>();
  for (const column of LEDGER_COLUMNS) {
    const found = chosenHeaders(chosen, column.name)
      .map((wanted) => headerOffset(headers, wanted))
      .filter((offset) => offset >= 0);
    if (found.length === 0) continue;
    offsets.set(column.name, found);
    for (const offset of found) taken.add(offset);
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
    const own = found.filter((offset) => isOwnName(headers[offset] ?? '', column));
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
  for (const { name, together } of LEDGER_COLUMNS) {
    if (together === undefined || offsets.has(name)) continue;
    const parts = together.map((part) => headerOffset(headers, part));
    if (parts.every((offset) => offset >= 0)) offsets.set(name, parts);
  }
  return { headers, offsets, ambiguous };
}

export const chosenHeaders = (chosen: ChosenHeaders, column: string): readonly string[] => {
  const headers = chosen[column];
  return headers === undefined ? [] : typeof headers === 'string' ? [headers] : headers;
};

/** The offset of the leftmost header of that name, a unit in brackets at its end aside where none is it wholly; or -1. */
export function headerOffset(headers: readonly string[], wanted: string): number {
  const key = columnKey(wanted);
  if (key === '') return -1;
  const whole = headers.findIndex((header) => columnKey(header) === key);
  return whole >= 0 ? whole : headers.findIndex((header) => columnKey(unitOf(header)?.name ?? '') === key);
}

/** The names of needed columns that the headers lack; `Granted or Outstanding` counts as one. */
export function missingColumns(map: HeaderMap): readonly string[] {
  const missing = LEDGER_COLUMNS.filter(
    (column) => column.needed === 'yes' && !map.offsets.has(column.name),
  ).map((column) => column.name);
  if (!map.offsets.has('Granted') && !map.offsets.has('Outstanding')) missing.push('Granted or Outstanding');
  return missing;
}
