/** A cell with a formula, as the calculator keeps it: what to compute, in which state, and what hangs on it. */
import type { Area } from '../model/area.ts';
import type { CompiledFormula } from './compiled-formula.ts';
import type { DependencyLink } from './dependency-graph.ts';
import type { SheetCells } from './sheet-cells.ts';
import type { Reference } from './value.ts';

export const CellState = {
  /** Its value is right. */
  Clean: 0,
  /** It must be calculated. */
  Dirty: 1,
  /** It stands on the stack, its precedents are being calculated first. */
  Entered: 2,
  /** It stands on the stack and was found to read a cell above it: part of a cycle if that one reads it too. */
  Waiting: 3,
  /** It waits for a custom function's answer, its own or another cell's. */
  Busy: 4,
} as const;
export type CellState = (typeof CellState)[keyof typeof CellState];

export class FormulaCell {
  readonly sheet: SheetCells;
  readonly row: number;
  readonly column: number;
  readonly compiled: CompiledFormula;
  /** The cells of an array formula of the old kind. */
  readonly arrayArea: Area | undefined;
  state: CellState = CellState.Dirty;
  /** Whether it was taken off the stack once because of a possible cycle: then its precedents wait until it asks. */
  asksFirst = false;
  /** Where its result spills to, itself included; undefined for a single cell. */
  spill: Area | undefined;
  /** The area that a result could not spill to because something stands there. */
  blocked: Area | undefined;
  /** Whether the cell shows #BUSY! now. */
  showsBusy = false;
  isLinked = true;
  isCircular = false;
  /** The areas that the formula's text shows. */
  precedents: readonly Reference[] = [];
  links: DependencyLink[] = [];
  /** Links found while calculating: OFFSET, INDIRECT, `A1#`. */
  dynamicLinks: DependencyLink[] = [];

  constructor(
    sheet: SheetCells,
    row: number,
    column: number,
    compiled: CompiledFormula,
    arrayArea: Area | undefined,
  ) {
    this.sheet = sheet;
    this.row = row;
    this.column = column;
    this.compiled = compiled;
    this.arrayArea = arrayArea;
  }
}
