/**
 * What a formula computes with: a cell's values and, beyond them, arrays, references, lambdas and an argument that was
 * left out. It does not know how references are read nor how values are coerced.
 */
import { type Area, sameArea } from '../model/area.ts';
import { type CellValue, cellError } from '../model/cell-error.ts';
import { filled, hold, requireRoom } from './array-memory.ts';
import type { SheetCells } from './sheet-cells.ts';

export const NULL_ERROR = cellError('#NULL!');
export const DIV0 = cellError('#DIV/0!');
export const VALUE = cellError('#VALUE!');
export const REF = cellError('#REF!');
export const NAME = cellError('#NAME?');
export const NUM = cellError('#NUM!');
export const NA = cellError('#N/A');
export const SPILL = cellError('#SPILL!');
export const CALC = cellError('#CALC!');
/** Stands for what is still to come: a custom function's answer, or a cell that is not calculated yet. */
export const BUSY = cellError('#BUSY!');

/** A cell holds at most so many characters; longer text is #VALUE!. */
export const LONGEST_TEXT = 32767;

/** An argument left out between commas: `IF(A1,,2)`. */
export const OMITTED = Symbol('omitted');
export type Omitted = typeof OMITTED;

/**
 * A rectangular array. A column read from a whole-column reference is a million rows tall: only the first `stored`
 * rows are kept, every row below holds `rest`.
 */
export class Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly cells: CellValue[];
  readonly stored: number;
  readonly rest: CellValue;

  constructor(
    rows: number,
    columns: number,
    cells: CellValue[],
    stored: number = rows,
    rest: CellValue = null,
  ) {
    hold(cells.length);
    this.rows = rows;
    this.columns = columns;
    this.cells = cells;
    this.stored = stored;
    this.rest = rest;
  }

  static ofRows(rows: readonly (readonly CellValue[])[]): Matrix {
    const columns = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
    const cells: CellValue[] = [];
    for (const row of rows)
      for (let j = 0; j < columns; j++) cells.push(j < row.length ? (row[j] ?? null) : NA);
    return new Matrix(rows.length, columns, cells);
  }

  static column(values: CellValue[]): Matrix {
    return new Matrix(values.length, 1, values);
  }

  static row(values: CellValue[]): Matrix {
    return new Matrix(1, values.length, values);
  }

  static build(rows: number, columns: number, at: (row: number, column: number) => CellValue): Matrix {
    return new Matrix(rows, columns, filled(rows, columns, at));
  }

  at(row: number, column: number): CellValue {
    return row < this.stored ? (this.cells[row * this.columns + column] ?? null) : this.rest;
  }

  /** The element that stands opposite (row, column) when this array meets a larger one; #N/A outside. */
  spread(row: number, column: number): CellValue {
    const i = this.rows === 1 ? 0 : row;
    const j = this.columns === 1 ? 0 : column;
    return i < this.rows && j < this.columns ? this.at(i, j) : NA;
  }

  rowValues(row: number): CellValue[] {
    if (row >= this.stored) return new Array<CellValue>(this.columns).fill(this.rest);
    return this.cells.slice(row * this.columns, (row + 1) * this.columns);
  }

  columnValues(column: number): CellValue[] {
    return Array.from({ length: this.rows }, (_, i) => this.at(i, column));
  }

  toRows(): CellValue[][] {
    requireRoom(this.rows * this.columns);
    return Array.from({ length: this.rows }, (_, i) => this.rowValues(i));
  }
}

/** Cells of one sheet. */
export class Reference implements Area {
  readonly sheet: SheetCells;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;

  constructor(sheet: SheetCells, top: number, left: number, bottom: number = top, right: number = left) {
    this.sheet = sheet;
    this.top = top;
    this.left = left;
    this.bottom = bottom;
    this.right = right;
  }

  get isCell(): boolean {
    return this.top === this.bottom && this.left === this.right;
  }

  get rows(): number {
    return this.bottom - this.top + 1;
  }

  get columns(): number {
    return this.right - this.left + 1;
  }

  equals(other: Reference): boolean {
    return this.sheet === other.sheet && sameArea(this, other);
  }
}

/** Several areas: `(A1,C3:D4)`. */
export class Union {
  readonly areas: readonly Reference[];

  constructor(areas: readonly Reference[]) {
    this.areas = areas;
  }
}

/** The same cells of several sheets: `Jan:Dec!B2`. */
export class SheetSpan extends Union {}

/** A function value: a LAMBDA with what it closed over, or a native function's name used as one. */
export class Lambda {
  readonly call: (args: readonly Value[]) => Value;
  private readonly least: number;
  private readonly most: number;

  constructor([least, most]: readonly [number, number], call: (args: readonly Value[]) => Value) {
    this.least = least;
    this.most = most;
    this.call = call;
  }

  /** Whether it may be called with that many arguments. */
  takes(count: number): boolean {
    return count >= this.least && count <= this.most;
  }
}

export type Value = CellValue | Matrix | Reference | Union | Lambda | Omitted;
