/**
 * Who reads whom: from a changed cell to the formulas that refer to it. Single cells stand in lists; areas stand in
 * tiles whose size grows with the area, so that a million running totals cost no more than a million sums. It does not
 * know formulas' meaning or state.
 */
import { COLUMN_LIMIT, ROW_LIMIT } from '../model/area.ts';
import type { FormulaCell } from './formula-cell.ts';
import type { SheetCells } from './sheet-cells.ts';
import type { Reference } from './value.ts';

const CELLS_OF_SHEET = ROW_LIMIT * COLUMN_LIMIT;

/** A place in one of the graph's lists; following it takes a formula out again. */
export interface DependencyLink {
  readonly list: FormulaCell[];
}

/** An area that formulas read. */
interface AreaNode {
  readonly area: Reference;
  readonly readers: FormulaCell[];
}

/** Sizes of tiles: rows and columns as powers of two. The last one holds a whole sheet. */
const LEVELS = [
  { rowBits: 5, columnBits: 3 },
  { rowBits: 9, columnBits: 5 },
  { rowBits: 13, columnBits: 7 },
  { rowBits: 17, columnBits: 10 },
  { rowBits: 20, columnBits: 14 },
] as const;
/** At most so many tiles for one area. */
const MOST_TILES = 9;

export class DependencyGraph {
  private readonly cells = new Map<number, FormulaCell[]>();
  private readonly areas = new Map<string, AreaNode>();
  /** Per level, from the tile's number to the areas that touch it. */
  private readonly tiles = LEVELS.map(() => new Map<number, AreaNode[]>());
  private readonly named = new Map<string, FormulaCell[]>();

  /** `reader` reads the cells of `area`. */
  linkArea(area: Reference, reader: FormulaCell): DependencyLink {
    if (area.isCell) {
      const key = area.sheet.id * CELLS_OF_SHEET + area.top * COLUMN_LIMIT + area.left;
      return push(this.cells, key, reader);
    }
    const name = `${area.sheet.id}:${area.top}:${area.left}:${area.bottom}:${area.right}`;
    let node = this.areas.get(name);
    if (node === undefined) {
      node = { area, readers: [] };
      this.areas.set(name, node);
      this.place(node);
    }
    node.readers.push(reader);
    return { list: node.readers };
  }

  /** `reader` uses a name, a table or a function that may not be there yet. */
  linkName(name: string, reader: FormulaCell): DependencyLink {
    return push(this.named, name, reader);
  }

  /** The formulas that use a name, a table or a function. */
  readersOfName(name: string): readonly FormulaCell[] {
    return this.named.get(name) ?? [];
  }

  unlink(links: readonly DependencyLink[], reader: FormulaCell): void {
    for (const { list } of links) {
      const index = list.lastIndexOf(reader);
      if (index < 0) continue;
      list[index] = list[list.length - 1] ?? reader;
      list.pop();
    }
  }

  /** Calls `visit` for every formula that reads the cell, some perhaps twice. */
  eachReader(sheet: SheetCells, row: number, column: number, visit: (reader: FormulaCell) => void): void {
    const direct = this.cells.get(sheet.id * CELLS_OF_SHEET + row * COLUMN_LIMIT + column);
    if (direct !== undefined) for (const reader of direct) visit(reader);
    for (const [level, { rowBits, columnBits }] of LEVELS.entries()) {
      const tiles = this.tiles[level];
      if (tiles === undefined || tiles.size === 0) continue;
      const nodes = tiles.get(tileKey(sheet.id, row >> rowBits, column >> columnBits));
      if (nodes === undefined) continue;
      for (const { area, readers } of nodes)
        if (row >= area.top && row <= area.bottom && column >= area.left && column <= area.right)
          for (const reader of readers) visit(reader);
    }
  }

  /** Calls `visit` for every formula that reads a cell of an area. */
  eachReaderOfArea(area: Reference, visit: (reader: FormulaCell) => void): void {
    const cellCount = area.rows * area.columns;
    if (cellCount <= 4096) {
      for (let row = area.top; row <= area.bottom; row++)
        for (let column = area.left; column <= area.right; column++)
          this.eachReader(area.sheet, row, column, visit);
      return;
    }
    // A large area meets most of the sheet's links: going through all of them is cheaper.
    for (const [key, readers] of this.cells) {
      const inSheet = key - area.sheet.id * CELLS_OF_SHEET;
      if (inSheet < 0 || inSheet >= CELLS_OF_SHEET) continue;
      const row = Math.floor(inSheet / COLUMN_LIMIT);
      const column = inSheet % COLUMN_LIMIT;
      if (row >= area.top && row <= area.bottom && column >= area.left && column <= area.right)
        for (const reader of readers) visit(reader);
    }
    for (const { area: other, readers } of this.areas.values())
      if (
        other.sheet === area.sheet &&
        other.top <= area.bottom &&
        other.bottom >= area.top &&
        other.left <= area.right &&
        other.right >= area.left
      )
        for (const reader of readers) visit(reader);
  }

  private place(node: AreaNode): void {
    const { area } = node;
    for (const [level, { rowBits, columnBits }] of LEVELS.entries()) {
      const [top, bottom] = [area.top >> rowBits, area.bottom >> rowBits];
      const [left, right] = [area.left >> columnBits, area.right >> columnBits];
      if ((bottom - top + 1) * (right - left + 1) > MOST_TILES && level < LEVELS.length - 1) continue;
      const tiles = this.tiles[level];
      if (tiles === undefined) continue;
      for (let i = top; i <= bottom; i++)
        for (let j = left; j <= right; j++) push(tiles, tileKey(area.sheet.id, i, j), node);
      return;
    }
  }
}

/** Tiles of one level never clash: no level has more than 2^16 rows of tiles or 2^11 columns of them. */
const tileKey = (sheet: number, row: number, column: number): number => (sheet * 65536 + row) * 2048 + column;

function push<K, T>(map: Map<K, T[]>, key: K, item: T): { list: T[] } {
  let list = map.get(key);
  if (list === undefined) map.set(key, (list = []));
  list.push(item);
  return { list };
}
