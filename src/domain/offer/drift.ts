/**
 * What has changed in the ledger and the elections since an offer was closed: reported by grant and value, never
 * applied silently. It compares two ledgers; it does not know how either was kept.
 */
import { type CellBlock, cellAddress } from '../basics/block.ts';
import { type CellValue, idText, isBlank } from '../basics/cell.ts';
import { dated } from '../basics/day.ts';
import { say, type Sentence, type SentenceValue } from '../basics/sentence.ts';
import { columnNamed } from '../ledger/columns.ts';
import type { Ledger } from '../ledger/ledger.ts';

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
  const frozenRows = rowsById(frozen);
  const drifts: Drift[] = [];
  const wholeGrant = (
    kind: 'added' | 'removed',
    grant: string,
    { block }: Ledger,
    offset: number,
  ): Drift => ({
    grant,
    column: '',
    kind,
    frozen: '',
    live: '',
    sheet: block.sheet,
    row: block.row + offset,
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
    const before = frozenRows.get(grant);
    seen.add(grant);
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
          sheet: live.block.sheet,
          row: live.block.row + offset,
          cell: cellAddress(live.block, offset, at),
        });
    }
  }
  for (const [grant, offset] of frozenRows)
    if (!seen.has(grant)) drifts.push(wholeGrant('removed', grant, frozen, offset));
  return drifts;
}

/** The frozen ledger with the live ledger's dates of termination, which are followed until the new grants are made. */
export function withLiveService(frozen: Ledger, live: Ledger): Ledger {
  const at = frozen.map.offsets.get(FOLLOWED)?.[0];
  const from = live.map.offsets.get(FOLLOWED)?.[0];
  if (at === undefined || from === undefined) return frozen;
  const liveRows = rowsById(live);
  const values = [...frozen.block.values];
  for (const offset of frozen.rows) {
    const now = liveRows.get(idOf(frozen, offset));
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

function rowsById(ledger: Ledger): Map<string, number> {
  const rows = new Map<string, number>();
  for (const offset of ledger.rows) {
    const id = idOf(ledger, offset);
    if (!rows.has(id)) rows.set(id, offset);
  }
  return rows;
}

const idOf = ({ map, block }: Ledger, offset: number): string =>
  idText(block.values[offset]?.[map.offsets.get('Grant ID')?.[0] ?? -1]);

const sameCell = (a: CellValue, b: CellValue): boolean => (isBlank(a) && isBlank(b)) || a === b;
