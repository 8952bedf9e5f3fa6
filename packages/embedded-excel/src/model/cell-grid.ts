/**
 * The cells of a sheet, stored for speed: a row is an array of values and, where a cell has a format, an array of style
 * indices; formulas are few and stand in a sparse map. It reports nothing and checks nothing; `Sheet` does.
 */
import { type Area, areaAt, COLUMN_LIMIT, contains, ROW_LIMIT } from './area.ts';
import type { CellValue } from './cell-error.ts';

const WHOLE_SHEET: Area = areaAt(0, 0, ROW_LIMIT, COLUMN_LIMIT);

/** What a row is beside its cells. Objects are shared between rows, so a change makes a new one. */
export interface RowProperties {
  /** In points. */
  readonly height?: number;
  readonly hidden?: boolean;
  readonly style?: number;
  readonly outlineLevel?: number;
  /** The file's own attributes of the row that the model does not understand, as they were. */
  readonly kept?: string;
}

/** A cell that has no format of its own. */
export const NO_STYLE = -1;

export class GridRow {
  values: CellValue[] = [];
  /** One per column, NO_STYLE where the cell has none; null where no cell of the row has one. */
  styles: number[] | null = null;
  properties: RowProperties | undefined;

  setValue(column: number, value: CellValue): void {
    const values = this.values;
    if (value === null && column >= values.length) return;
    while (values.length < column) values.push(null);
    values[column] = value;
  }

  setStyle(column: number, style: number): void {
    this.styles ??= [];
    while (this.styles.length < column) this.styles.push(NO_STYLE);
    this.styles[column] = style;
  }
}

/** Rows stand in blocks of 1,024, so that a lone cell in the sheet's last row costs next to nothing. */
const BLOCK_BITS = 10;
const BLOCK_MASK = (1 << BLOCK_BITS) - 1;

/** The number under which a cell is known in sparse maps. */
export const cellKey = (row: number, column: number): number => row * COLUMN_LIMIT + column;
export const keyRow = (key: number): number => Math.floor(key / COLUMN_LIMIT);
export const keyColumn = (key: number): number => key % COLUMN_LIMIT;

export class CellGrid {
  private readonly blocks: ((GridRow | undefined)[] | undefined)[] = [];
  /** Formulas in user spelling with their leading `=`, by `cellKey`. */
  readonly formulas = new Map<number, string>();

  row(row: number): GridRow | undefined {
    return this.blocks[row >> BLOCK_BITS]?.[row & BLOCK_MASK];
  }

  /** The row, made where it was not there. */
  rowForWriting(row: number): GridRow {
    const index = row >> BLOCK_BITS;
    while (this.blocks.length <= index) this.blocks.push(undefined);
    const block = (this.blocks[index] ??= new Array<GridRow | undefined>(BLOCK_MASK + 1).fill(undefined));
    return (block[row & BLOCK_MASK] ??= new GridRow());
  }

  replaceRow(row: number, content: GridRow | undefined): void {
    if (content === undefined) {
      const block = this.blocks[row >> BLOCK_BITS];
      if (block !== undefined) block[row & BLOCK_MASK] = undefined;
      return;
    }
    this.rowForWriting(row);
    const block = this.blocks[row >> BLOCK_BITS];
    if (block !== undefined) block[row & BLOCK_MASK] = content;
  }

  value(row: number, column: number): CellValue {
    return this.blocks[row >> BLOCK_BITS]?.[row & BLOCK_MASK]?.values[column] ?? null;
  }

  /** The cell's own style index, or NO_STYLE. */
  ownStyle(row: number, column: number): number {
    return this.blocks[row >> BLOCK_BITS]?.[row & BLOCK_MASK]?.styles?.[column] ?? NO_STYLE;
  }

  /** The rows that are there, in order, with their numbers. */
  *rows(from = 0, to = ROW_LIMIT - 1): Generator<readonly [number, GridRow]> {
    for (let index = from >> BLOCK_BITS; index < this.blocks.length && index <= to >> BLOCK_BITS; index++) {
      const block = this.blocks[index];
      if (block === undefined) continue;
      for (let inner = 0; inner <= BLOCK_MASK; inner++) {
        const row = (index << BLOCK_BITS) + inner;
        const content = block[inner];
        if (content !== undefined && row >= from && row <= to) yield [row, content];
      }
    }
  }

  /** The smallest area with every value and formula and, unless `valuesOnly`, every formatted cell. */
  usedArea(valuesOnly: boolean, within: Area = WHOLE_SHEET): Area | undefined {
    let top = -1;
    let bottom = -1;
    let left = COLUMN_LIMIT;
    let right = -1;
    const include = (row: number, first: number, last: number): void => {
      if (top < 0 || row < top) top = row;
      if (row > bottom) bottom = row;
      if (first < left) left = first;
      if (last > right) right = last;
    };
    for (const [row, { values, styles }] of this.rows(within.top, within.bottom)) {
      let last = Math.min(values.length - 1, within.right);
      while (last >= within.left && values[last] === null) last--;
      if (last >= within.left) {
        let first = within.left;
        while (values[first] === null) first++;
        include(row, first, last);
      }
      if (valuesOnly || styles === null) continue;
      last = Math.min(styles.length - 1, within.right);
      while (last >= within.left && (styles[last] ?? NO_STYLE) <= 0) last--;
      if (last < within.left) continue;
      let first = within.left;
      while ((styles[first] ?? NO_STYLE) <= 0) first++;
      include(row, first, last);
    }
    for (const key of this.formulas.keys())
      if (contains(within, keyRow(key), keyColumn(key))) include(keyRow(key), keyColumn(key), keyColumn(key));
    return right < 0 ? undefined : { top, left, bottom, right };
  }
}
