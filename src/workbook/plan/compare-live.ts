/**
 * What live cells show against what a run computes. Rows are known by their ids, since somebody may have sorted the table
 * since the run. Pure; it does not know how cells are read.
 */
import { type CellValue, idText } from '../../domain/basics/cell.ts';
import { agrees } from './live-formulas.ts';
import { idColumns, type LiveColumnCells, type LiveTable } from './live-cells.ts';

/** A live cell that does not show what a run computes. */
export interface Difference {
  readonly cells: LiveColumnCells;
  /** Which row of the table's body. */
  readonly row: number;
  readonly shown: CellValue;
  /** Undefined where a run gives no such row. */
  readonly computed: { readonly value: CellValue } | undefined;
}

/** @param rows the table's rows as a run computes them, in the order of the definition's columns */
export function differences(
  { definition, columns, ids }: LiveTable,
  rows: readonly (readonly CellValue[])[],
): Difference[] {
  const at = new Map(definition.columns.map(({ name }, index) => [name, index]));
  const valueIn = (row: readonly CellValue[], column: string): CellValue => row[at.get(column) ?? -1];
  const byIds = new Map<string, (readonly CellValue[])[]>();
  for (const row of rows) {
    const key = keyOf(idColumns(definition).map((name) => valueIn(row, name)));
    const same = byIds.get(key);
    if (same === undefined) byIds.set(key, [row]);
    else same.push(row);
  }
  const found: Difference[] = [];
  for (const [row, rowIds] of ids.entries()) {
    const live = columns.filter(({ isLive }) => isLive[row] === true);
    if (live.length === 0) continue;
    const candidates = byIds.get(keyOf(rowIds)) ?? [];
    const differing = (candidate: readonly CellValue[]): Difference[] =>
      live.flatMap((cells) => {
        const shown = cells.values[row]?.[0];
        const value = valueIn(candidate, cells.column);
        return agrees(shown, value) ? [] : [{ cells, row, shown, computed: { value } }];
      });
    // A grant in parts has several rows of the same ids: the nearest is the one meant, and it is meant once.
    const byCandidate = candidates.map(differing);
    const nearest = byCandidate.reduce(
      (best, list, index) => (list.length < (byCandidate[best]?.length ?? Infinity) ? index : best),
      0,
    );
    const here = byCandidate[nearest];
    candidates.splice(nearest, 1);
    const [first] = live;
    if (here !== undefined) found.push(...here);
    else if (first !== undefined)
      found.push({ cells: first, row, shown: first.values[row]?.[0], computed: undefined });
  }
  return found;
}

const keyOf = (ids: readonly CellValue[]): string => JSON.stringify(ids.map(idText));
