/**
 * The array formulas of a sheet: where each stands and over how many cells its result spreads. A dynamic one grows and
 * shrinks; one entered with Ctrl+Shift+Enter keeps its area. The cells beside the anchor hold results, not content.
 */
import { type Area, areaAt, contains, intersection } from './area.ts';
import { cellKey } from './cell-grid.ts';

export interface Spill {
  /** Where the formula stands, and the cells that its result fills. */
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly dynamic: boolean;
}

export const spillArea = (spill: Spill): Area => areaAt(spill.row, spill.column, spill.rows, spill.columns);

/** Rows by which spills are found again: a cell asks only those that reach into its own stripe of the sheet. */
const STRIPE = 256;

export class Spills {
  private readonly byAnchor = new Map<number, Spill>();
  private readonly stripes = new Map<number, Set<Spill>>();

  get size(): number {
    return this.byAnchor.size;
  }

  [Symbol.iterator](): IterableIterator<Spill> {
    return this.byAnchor.values();
  }

  at(row: number, column: number): Spill | undefined {
    return this.byAnchor.size === 0 ? undefined : this.byAnchor.get(cellKey(row, column));
  }

  /** The spill whose result a cell belongs to, its anchor included. */
  covering(row: number, column: number): Spill | undefined {
    if (this.byAnchor.size === 0) return undefined;
    for (const spill of this.stripes.get(Math.floor(row / STRIPE)) ?? [])
      if (contains(spillArea(spill), row, column)) return spill;
    return undefined;
  }

  within(area: Area): Spill[] {
    return [...this].filter((spill) => intersection(spillArea(spill), area) !== undefined);
  }

  set(spill: Spill): void {
    this.delete(spill.row, spill.column);
    this.byAnchor.set(cellKey(spill.row, spill.column), spill);
    for (const stripe of stripesOf(spill)) {
      const members = this.stripes.get(stripe);
      if (members === undefined) this.stripes.set(stripe, new Set([spill]));
      else members.add(spill);
    }
  }

  delete(row: number, column: number): Spill | undefined {
    const spill = this.at(row, column);
    if (spill === undefined) return undefined;
    this.byAnchor.delete(cellKey(row, column));
    for (const stripe of stripesOf(spill)) this.stripes.get(stripe)?.delete(spill);
    return spill;
  }
}

function stripesOf(spill: Spill): number[] {
  const first = Math.floor(spill.row / STRIPE);
  const last = Math.floor((spill.row + spill.rows - 1) / STRIPE);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
