/**
 * What has changed in the ledger and the elections since an offer was closed: reported by grant and value, never
 * applied silently. It compares two ledgers; it does not know how either was kept.
 */
import { type CellBlock, cellAddress } from '../../basics/block.ts';
import { type CellValue, idText, isBlank } from '../../basics/cell.ts';
import { dated } from '../../basics/day.ts';
import { say, type Sentence, type SentenceValue } from '../../basics/sentence.ts';
import { columnNamed } from '../../ledger/columns.ts';
import { idKey } from '../../ledger/id-key.ts';
import type { Ledger } from '../../ledger/ledger.ts';

export interface Drift {
  readonly grant: string;
  /** The ledger's header; `''` for a grant that was added or removed. */
  readonly column: string;
  readonly kind: 'changed' | 'added' | 'removed';
  readonly frozen: CellValue;
  readonly live: CellValue;
  readonly sheet: string;
  /** The sheet's row: of the live ledger, or where a removed grant stood when the offer closed. */
  readonly row: number;
  /** The live cell that is another now; undefined for a grant that was added or removed. */
  readonly cell: string | undefined;
}

/** Columns whose changes are followed after closing: whether service went on decides whether a promise lapses. */
const FOLLOWED = 'Termination Date';

/** The differences, grant by grant in the order of the live ledger; removed grants last. */
export function driftBetween(frozen: Ledger, live: Ledger): readonly Drift[] {
  const keyOf = rowKeys(frozen, live);
  const frozenRows = rowsByKey(frozen, keyOf);
  const drifts: Drift[] = [];
  const wholeGrant = (
    kind: 'added' | 'removed',
    grant: string,
    { rowPlace }: Ledger,
    offset: number,
  ): Drift => ({
    grant,
    column: '',
    kind,
    frozen: '',
    live: '',
    ...rowPlace(offset),
    cell: undefined,
  });
  const columns = live.map.headers.map((header, offset) => ({
    header,
    offset,
    was: frozen.map.headers.indexOf(header),
  }));
  const seen = new Set<string>();
  for (const offset of live.rows) {
    const row = live.block.values[offset] ?? [];
    const grant = idOf(live, offset);
    const key = keyOf(live, offset);
    const before = frozenRows.get(key);
    seen.add(key);
    if (before === undefined) {
      drifts.push(wholeGrant('added', grant, live, offset));
      continue;
    }
    for (const { header, offset: at, was } of columns) {
      if (header === '' || was < 0) continue;
      const [then, now] = [frozen.block.values[before]?.[was], row[at]];
      if (!sameCell(then, now))
        drifts.push({
          grant,
          column: header,
          kind: 'changed',
          frozen: then,
          live: now,
          ...live.rowPlace(offset),
          cell: addressOf(live, offset, at),
        });
    }
  }
  for (const [key, offset] of frozenRows)
    if (!seen.has(key)) drifts.push(wholeGrant('removed', idOf(frozen, offset), frozen, offset));
  return drifts;
}

/** The frozen ledger with the live ledger's dates of termination, which are followed until the new grants are made. */
export function withLiveService(frozen: Ledger, live: Ledger): Ledger {
  const at = frozen.map.offsets.get(FOLLOWED)?.[0];
  const from = live.map.offsets.get(FOLLOWED)?.[0];
  if (at === undefined || from === undefined) return frozen;
  const keyOf = rowKeys(frozen, live);
  const liveRows = rowsByKey(live, keyOf);
  const values = [...frozen.block.values];
  for (const offset of frozen.rows) {
    const now = liveRows.get(keyOf(frozen, offset));
    const row = frozen.block.values[offset];
    if (now === undefined || row === undefined) continue;
    const changed = [...row];
    changed[at] = live.block.values[now]?.[from] ?? '';
    values[offset] = changed;
  }
  const block: CellBlock = { ...frozen.block, values };
  return { ...frozen, block };
}

/** Whether a drift is one that a run after closing takes into account. */
export const isFollowed = ({ kind, column }: Drift): boolean =>
  kind === 'changed' && columnNamed(column)?.name === FOLLOWED;

/** `Outstanding was 500 when the offer closed and is 400 now`. */
export function describeDrift(drift: Drift): Sentence {
  const { grant, column, kind, frozen, live } = drift;
  if (kind === 'added') return say`Grant ${grant} was added after the offer closed: it takes no part`;
  if (kind === 'removed')
    return say`Grant ${grant} was removed after the offer closed: it still counts as it stood`;
  const isDate = columnNamed(column)?.content === 'date';
  const shown = (value: CellValue): SentenceValue => {
    if (isBlank(value)) return say`blank`;
    if (typeof value !== 'number') return String(value);
    return isDate ? dated(value) : value;
  };
  const [then, now] = [shown(frozen), shown(live)];
  return isFollowed(drift)
    ? say`Grant ${grant}: ${column} was ${then} when the offer closed and is ${now} now; it is followed`
    : say`Grant ${grant}: ${column} was ${then} when the offer closed and is ${now} now; the change is not applied`;
}

function rowsByKey(ledger: Ledger, keyOf: (ledger: Ledger, offset: number) => string): Map<string, number> {
  const rows = new Map<string, number>();
  for (const offset of ledger.rows) {
    const key = keyOf(ledger, offset);
    if (!rows.has(key)) rows.set(key, offset);
  }
  return rows;
}

function addressOf(ledger: Ledger, offset: number, column: number): string | undefined {
  const place = ledger.origin(offset, column);
  return place === undefined ? undefined : cellAddress({ ...place, values: [] }, 0, 0);
}

const idOf = ({ map, block }: Ledger, offset: number): string =>
  idText(block.values[offset]?.[map.offsets.get('Grant ID')?.[0] ?? -1]);

/** A key for each row: the grant's id, and its Grant Type too where one id has several rows, as an ISO and an NSO. */
function rowKeys(...ledgers: readonly Ledger[]): (ledger: Ledger, offset: number) => string {
  const inParts = new Set<string>();
  for (const ledger of ledgers) {
    const seen = new Set<string>();
    for (const offset of ledger.rows) {
      const id = idKey(idOf(ledger, offset));
      if (seen.has(id)) inParts.add(id);
      seen.add(id);
    }
  }
  return (ledger, offset) => {
    const id = idKey(idOf(ledger, offset));
    if (!inParts.has(id)) return id;
    return `${id}\n${idKey(ledger.block.values[offset]?.[ledger.map.offsets.get('Grant Type')?.[0] ?? -1])}`;
  };
}

const sameCell = (a: CellValue, b: CellValue): boolean => (isBlank(a) && isBlank(b)) || a === b;
