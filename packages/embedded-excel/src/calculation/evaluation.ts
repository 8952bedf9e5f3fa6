/**
 * One formula being evaluated: its place, its local names, and how it reads cells. A cell that is not calculated yet is
 * noted in `needs` and reads as #BUSY!; whoever evaluates calculates those first and then begins again.
 */
import { type Area, contains } from '../model/area.ts';
import { CellError, type CellValue } from '../model/cell-error.ts';
import type { Table } from '../model/table.ts';
import { arraysHeld, ArrayTooLarge, filled, release, requireRoom } from './array-memory.ts';
import { type DateContext, toNumber } from './coercion.ts';
import type { CompiledFormula } from './compiled-formula.ts';
import { CellState, type FormulaCell } from './formula-cell.ts';
import type { SheetCells } from './sheet-cells.ts';
import {
  BUSY,
  CALC,
  Lambda,
  Matrix,
  NA,
  NUM,
  OMITTED,
  REF,
  Reference,
  Union,
  VALUE,
  type Value,
} from './value.ts';

/** What formulas see of the book beside cells. */
export interface FormulaScope {
  readonly date1904: boolean;
  /** The moment, as a serial number of the 1900 system in local time. */
  now(): number;
  random(): number;
  sheetNamed(name: string): SheetCells | undefined;
  /** The sheets from one tab to another, in the tabs' order; undefined where one of both is not there. */
  sheetsBetween(first: string, last: string): readonly SheetCells[] | undefined;
  /** What the file keeps of a sheet of another workbook, by the book's number in the file. */
  externalSheet(book: string, name: string): SheetCells | undefined;
  /** The cells that a name of another workbook means. */
  externalName(book: string, name: string): Reference | undefined;
  sheetCells(table: Table): SheetCells;
  tableNamed(name: string): Table | undefined;
  tableAround(sheet: SheetCells, row: number, column: number): Table | undefined;
  /** The formula that a defined name stands for, as a formula on `sheet` sees it. */
  definedName(name: string, sheet: SheetCells): CompiledFormula | undefined;
  isCustomFunction(name: string): boolean;
  callCustomFunction(name: string, args: readonly Value[], evaluation: Evaluation): Value;
  noteUnknownFunction(name: string): void;
  /** The formula depends on cells that only its evaluation shows. */
  linkDynamically(reader: FormulaCell, area: Reference): void;
  /** The areas whose rows a filter hides: the sheet's own filter's, and those of its tables. */
  filteredAreas(sheet: SheetCells): readonly Area[];
  sheetCount(): number;
  /** The sheet's place among the tabs, 1 for the first. */
  sheetNumber(sheet: SheetCells): number;
}

/** Rows of a grid that are looked at one by one. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  /** Rows from here on are all alike. */
  readonly stored: number;
  /** Columns from here on are empty. */
  readonly storedColumns: number;
  at(row: number, column: number): CellValue;
}

/** An answer with the formats of its numbers. */
export interface FormattedAnswer {
  readonly answer: CellValue | Matrix;
  readonly formats: readonly (readonly (string | undefined)[])[];
}

const MOST_NESTED_CALLS = 400;

export class Evaluation implements DateContext {
  readonly scope: FormulaScope;
  sheet: SheetCells;
  row = 0;
  column = 0;
  cell: FormulaCell | undefined;
  locals: Value[] = [];
  needs: FormulaCell[] = [];
  /** Whether something that is still to come was read or asked for: the result is provisional. */
  isBusy = false;
  /** Whether a link to another workbook was followed of which the file keeps no values. */
  lacksLink = false;
  /** The last answer of a custom function that brought number formats, by row and column. */
  formatted: FormattedAnswer | undefined;
  private depth = 0;

  constructor(scope: FormulaScope, sheet: SheetCells) {
    this.scope = scope;
    this.sheet = sheet;
  }

  get date1904(): boolean {
    return this.scope.date1904;
  }

  currentYear(): number {
    return new Date((Math.floor(this.scope.now()) - 25569) * 86400000).getUTCFullYear();
  }

  begin(sheet: SheetCells, row: number, column: number, cell?: FormulaCell): void {
    this.sheet = sheet;
    this.row = row;
    this.column = column;
    this.cell = cell;
    this.locals = [];
    this.needs = [];
    this.isBusy = false;
    this.lacksLink = false;
    this.formatted = undefined;
    this.depth = 0;
    release(0, 0);
  }

  /** What a cell with that formula holds; #NUM! where its arrays or its recursion have no room. */
  result(formula: CompiledFormula): CellValue | Matrix {
    try {
      return this.resolve(formula.evaluate(this));
    } catch (error) {
      if (error instanceof ArrayTooLarge || isStackOverflow(error)) return NUM;
      throw error;
    }
  }

  /** The value of a cell. */
  read(sheet: SheetCells, row: number, column: number): CellValue {
    const source = sheet.source(row, column);
    if (source !== undefined && source.state !== CellState.Clean) return this.unready(source);
    return sheet.sheet.value(row, column);
  }

  private unready(source: FormulaCell): CellValue {
    this.isBusy = true;
    if (source.state !== CellState.Busy) this.needs.push(source);
    return BUSY;
  }

  /** A reference as the values of its cells; everything else as it is, but for what no cell can hold. */
  resolve(value: Value): CellValue | Matrix {
    if (typeof value !== 'object') return value === OMITTED ? null : value;
    if (value === null || value instanceof CellError || value instanceof Matrix) return value;
    if (value instanceof Reference)
      return value.isCell ? this.read(value.sheet, value.top, value.left) : this.readArea(value);
    return value instanceof Lambda ? CALC : VALUE;
  }

  /** The cells of an area; of whole columns only what is in use. */
  readArea(area: Reference): Matrix {
    const { sheet, top, left, right } = area;
    const stored = Math.max(0, Math.min(area.rows, sheet.lastRow - top + 1));
    requireRoom(stored * area.columns);
    const cells: CellValue[] = [];
    for (let row = top; row < top + stored; row++)
      for (let column = left; column <= right; column++) cells.push(this.read(sheet, row, column));
    return new Matrix(area.rows, area.columns, cells, stored);
  }

  /** The value as an array, a single one as one cell. */
  matrix(value: Value): Matrix {
    const resolved = this.resolve(value);
    return resolved instanceof Matrix ? resolved : new Matrix(1, 1, [resolved]);
  }

  /** Cells to look at one by one, read as they are asked for. */
  grid(value: Value): Grid {
    if (!(value instanceof Reference) || value.isCell) {
      const matrix = this.matrix(value);
      const { rows, columns, stored } = matrix;
      return { rows, columns, stored, storedColumns: columns, at: (row, column) => matrix.at(row, column) };
    }
    const stored = Math.max(0, Math.min(value.rows, value.sheet.lastRow - value.top + 1));
    return {
      rows: value.rows,
      columns: value.columns,
      stored,
      storedColumns: Math.max(0, Math.min(value.columns, value.sheet.lastColumn - value.left + 1)),
      at: (row, column) => this.read(value.sheet, value.top + row, value.left + column),
    };
  }

  /** The value as a single one: the first of an array, as scalar parameters take it. */
  scalar(value: Value): CellValue {
    const resolved = this.resolve(value);
    return resolved instanceof Matrix ? resolved.at(0, 0) : resolved;
  }

  /** The value as a number, by the rules for operands. */
  number(value: Value): number | CellError {
    return toNumber(this.scalar(value), this);
  }

  /** `@`: the cell of a reference in this row or column, the first of an array. */
  intersect(value: Value): CellValue | Reference {
    if (value instanceof Reference) {
      if (value.isCell) return value;
      const { sheet, top, left, bottom, right } = value;
      if (left === right && this.row >= top && this.row <= bottom)
        return new Reference(sheet, this.row, left);
      if (top === bottom && this.column >= left && this.column <= right)
        return new Reference(sheet, top, this.column);
      return VALUE;
    }
    return this.scalar(value);
  }

  /**
   * Visits the cells of a value in order, empty ones of a used area included; `isCell` tells values of references and
   * arrays from arguments given as they are. Ends early where `visit` gives an error.
   */
  each(
    value: Value,
    visit: (value: CellValue, isCell: boolean) => CellError | undefined,
  ): CellError | undefined {
    if (value instanceof Union) {
      for (const area of value.areas) {
        const failed = this.each(area, visit);
        if (failed !== undefined) return failed;
      }
      return undefined;
    }
    if (value instanceof Reference) {
      const bottom = Math.min(value.bottom, value.sheet.lastRow);
      const right = Math.min(value.right, value.sheet.lastColumn);
      for (let row = value.top; row <= bottom; row++)
        for (let column = value.left; column <= right; column++) {
          const failed = visit(this.read(value.sheet, row, column), true);
          if (failed !== undefined) return failed;
        }
      return undefined;
    }
    if (value instanceof Matrix) {
      for (const cell of value.cells) {
        const failed = visit(cell, true);
        if (failed !== undefined) return failed;
      }
      if (value.rest === null) return undefined;
      // Every cell below counts: =SUM(IF(A:A="",1)) is the number of empty cells.
      const below = (value.rows - value.stored) * value.columns;
      requireRoom(below);
      for (let i = 0; i < below; i++) {
        const failed = visit(value.rest, true);
        if (failed !== undefined) return failed;
      }
      return undefined;
    }
    return visit(this.resolve(value) as CellValue, false);
  }

  /** Calls a lambda; recursion is bounded, as Excel's is. */
  call(lambda: Value, args: readonly Value[]): Value {
    if (!(lambda instanceof Lambda)) return lambda instanceof CellError ? lambda : VALUE;
    if (!lambda.takes(args.length)) return VALUE;
    if (this.depth >= MOST_NESTED_CALLS) return CALC;
    this.depth++;
    const saved = this.locals;
    const before = arraysHeld();
    const result = lambda.call(args);
    release(before, sizeOf(result));
    this.locals = saved;
    this.depth--;
    return result;
  }

  /** Notes that the formula reads an area that its text does not show. */
  dependsOn(area: Reference): Reference {
    if (this.cell !== undefined) this.scope.linkDynamically(this.cell, area);
    return area;
  }

  /** Nothing is known of what a link to another workbook leads to. */
  noLink(): CellError {
    this.lacksLink = true;
    return REF;
  }

  isInFormula(area: Reference): boolean {
    return area.sheet === this.sheet && contains(area, this.row, this.column);
  }
}

/** Lambdas that call each other within deep expressions run out of stack before they run out of calls. */
const isStackOverflow = (error: unknown): boolean =>
  error instanceof RangeError && error.message.includes('call stack');

/** The size that arrays take when they meet: one row or column is repeated. */
export function spreadSize(
  values: readonly (CellValue | Matrix)[],
): [rows: number, columns: number] | undefined {
  let rows = 0;
  let columns = 0;
  for (const value of values)
    if (value instanceof Matrix) {
      rows = Math.max(rows, value.rows);
      columns = Math.max(columns, value.columns);
    }
  return rows === 0 ? undefined : [rows, columns];
}

/** Applies a function of scalars to each element where some of its arguments are arrays. */
export function spread(
  values: readonly (CellValue | Matrix)[],
  size: readonly [rows: number, columns: number],
  apply: (elements: CellValue[]) => CellValue,
): Matrix {
  const [rows, columns] = size;
  let stored = 0;
  for (const value of values)
    if (value instanceof Matrix && value.rows > 1)
      stored = Math.max(stored, value.stored < value.rows ? value.stored : value.rows);
  if (values.every((value) => !(value instanceof Matrix) || value.rows === 1)) stored = rows;
  const at = (row: number, column: number): CellValue =>
    apply(values.map((value) => (value instanceof Matrix ? value.spread(row, column) : value)));
  if (stored === rows) return Matrix.build(rows, columns, at);
  // The rows below the used ones are all alike, and one value serves them all where their cells are alike too.
  const below = filled(1, columns, (_, column) => at(stored, column));
  const [rest = NA] = below;
  if (below.some((value) => value !== rest))
    return Matrix.build(rows, columns, (row, column) =>
      row < stored ? at(row, column) : (below[column] ?? NA),
    );
  return new Matrix(rows, columns, filled(stored, columns, at), stored, rest);
}

/** How many elements a value holds in memory. */
export const sizeOf = (value: Value): number => (value instanceof Matrix ? value.cells.length : 0);
