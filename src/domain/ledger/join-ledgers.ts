/**
 * Several ledgers read as one: the first one's cells, then the grants of the others under its headers. Each is found
 * by its own headers before; this puts what means the same into one column.
 */
import type { CellValue } from '../basics/cell.ts';
import { LEDGER_COLUMNS } from './columns.ts';
import { fieldOf, type Row } from './field.ts';
import { columnKey } from './header-name.ts';
import type { CellPlace, Ledger } from './ledger.ts';

/** The ledgers as one, in their order. */
export function joinLedgers([first, ...others]: readonly [Ledger, ...Ledger[]]): Ledger {
  if (others.length === 0) return first;
  const headers = [...first.map.headers];
  const offsets = new Map(first.map.offsets);
  const values: (readonly CellValue[])[] = [...first.block.values];
  const rows = [...first.rows];
  const sources = new Map<number, { ledger: Ledger; offset: number; columns: ReadonlyMap<number, number> }>();
  for (const ledger of others) {
    const columns = commonColumns(ledger, headers, offsets);
    const from = new Map([...columns].map(([source, target]) => [target, source]));
    const names = joinedTexts(ledger, offsets);
    for (const offset of ledger.rows) {
      const row = ledger.block.values[offset] ?? [];
      const joined = headers.map((): CellValue => '');
      for (const [source, target] of columns) joined[target] = row[source];
      for (const { target, read } of names) joined[target] = read(row);
      sources.set(values.length, { ledger, offset, columns: from });
      rows.push(values.length);
      values.push(joined);
    }
  }
  values[first.headerOffset] = headers;
  const ambiguous = [first, ...others].flatMap(({ map }) => map.ambiguous);
  return {
    ...first,
    block: { ...first.block, values },
    map: { headers, offsets, ambiguous },
    rows,
    rowPlace: (offset) => {
      const source = sources.get(offset);
      return source === undefined ? first.rowPlace(offset) : source.ledger.rowPlace(source.offset);
    },
    origin: (offset, column): CellPlace | undefined => {
      const source = sources.get(offset);
      if (source === undefined)
        return column < first.map.headers.length ? first.origin(offset, column) : undefined;
      const at = source.columns.get(column);
      return at === undefined ? undefined : source.ledger.origin(source.offset, at);
    },
    remarks: [first, ...others].flatMap(({ remarks }) => remarks),
  };
}

/** The joined column of each of a ledger's columns; what the joined headers lack is added to them. */
function commonColumns(
  { map }: Ledger,
  headers: string[],
  offsets: Map<string, readonly number[]>,
): ReadonlyMap<number, number> {
  const columns = new Map<number, number>();
  const added = (source: number): number => headers.push(map.headers[source] ?? '') - 1;
  for (const [name, sources] of map.offsets) {
    const known = offsets.get(name) ?? [];
    const addsUp = LEDGER_COLUMNS.some((column) => column.name === name && column.addsUp === true);
    const targets = sources.map((source, index) => {
      const target = known[index];
      return target ?? (known.length === 0 || addsUp ? added(source) : undefined);
    });
    sources.forEach((source, index) => {
      const target = targets[index];
      if (target !== undefined) columns.set(source, target);
    });
    if (known.length === 0 || addsUp)
      offsets.set(name, [...new Set([...known, ...targets.filter((target) => target !== undefined)])]);
  }
  const meant = new Set([...map.offsets.values()].flat());
  map.headers.forEach((header, source) => {
    if (meant.has(source) || columnKey(header) === '') return;
    const taken = new Set(columns.values());
    const same = headers.findIndex(
      (other, target) => columnKey(other) === columnKey(header) && !taken.has(target),
    );
    columns.set(source, same >= 0 ? same : added(source));
  });
  return columns;
}

/** Texts that several columns of this ledger say together, and one of the joined ledger alone. */
const joinedTexts = (
  { map }: Ledger,
  offsets: ReadonlyMap<string, readonly number[]>,
): readonly { readonly target: number; readonly read: (row: Row) => CellValue }[] =>
  LEDGER_COLUMNS.flatMap(({ name, together }) => {
    const targets = offsets.get(name) ?? [];
    const isSplit = together !== undefined && (map.offsets.get(name)?.length ?? 0) > targets.length;
    return isSplit && targets[0] !== undefined ? [{ target: targets[0], read: fieldOf(map, name).read }] : [];
  });
