/**
 * What was compiled is kept for the next cell: a column of formulas repeats the same ratio, schedule and table a
 * hundred thousand times. Bounded, and keyed by content, so that no result depends on what was asked before.
 */
import type { CellValue, Grid } from '../domain/basics/cell.ts';

/** Longer texts are rare, and would fill the memory. */
const LONGEST_KEY = 1000;
const MOST_VALUES = 500;

/** A reader of cells that remembers what it read; errors are thrown anew. */
export function remembered<T>(
  read: (cell: CellValue, name: string) => T,
): (cell: CellValue, name: string) => T {
  const known = new Map<CellValue, T>();
  return (cell, name) => {
    const found = known.get(cell);
    if (found !== undefined) return found;
    const value = read(cell, name);
    if (typeof cell === 'string' && cell.length > LONGEST_KEY) return value;
    if (known.size >= MOST_VALUES) known.clear();
    known.set(cell, value);
    return value;
  };
}

interface Kept<T> {
  readonly grids: readonly Grid[];
  readonly key: CellValue;
  readonly value: T;
}

const MOST_TABLES = 8;
const MOST_CELLS = 200_000;

/**
 * A compiler of tables that remembers the last few by their cells. Excel hands over a new array with each call, so
 * the cells are compared, which is much cheaper than compiling them.
 */
export function rememberedTables<T>(
  compile: (grids: readonly Grid[], key: CellValue) => T,
): (grids: readonly Grid[], key?: CellValue) => T {
  const kept: Kept<T>[] = [];
  return (grids, key) => {
    for (let at = 0; at < kept.length; at++) {
      const one = kept[at];
      if (one === undefined || one.key !== key || !sameGrids(one.grids, grids)) continue;
      if (at > 0) kept.unshift(...kept.splice(at, 1));
      return one.value;
    }
    if (cellCount(grids) > MOST_CELLS) return compile(grids, key);
    // What is compiled may refer to its rows, and the caller may fill its arrays with other cells for the next call.
    const copies = grids.map((grid) => grid.map((row) => [...row]));
    const value = compile(copies, key);
    kept.unshift({ grids: copies, key, value });
    if (kept.length > MOST_TABLES) kept.pop();
    return value;
  };
}

const cellCount = (grids: readonly Grid[]): number =>
  grids.reduce((sum, grid) => grid.reduce((cells, row) => cells + row.length, sum), 0);

function sameGrids(a: readonly Grid[], b: readonly Grid[]): boolean {
  for (let i = 0; i < a.length; i++) if (!sameGrid(a[i] ?? [], b[i] ?? [])) return false;
  return a.length === b.length;
}

function sameGrid(a: Grid, b: Grid): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    const [one, other] = [a[i] ?? [], b[i] ?? []];
    if (one.length !== other.length) return false;
    // No cell holds NaN, and 0 and -0 are read alike.
    for (let j = 0; j < one.length; j++) if (one[j] !== other[j]) return false;
  }
  return true;
}
