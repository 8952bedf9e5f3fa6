/**
 * In which order dirty formulas are calculated: precedents first, on a stack of its own, so that no chain is too long;
 * and what is a circle. It does not know what formulas mean nor where results go.
 */
import { CellState, type FormulaCell } from './formula-cell.ts';
import type { Reference } from './value.ts';

export interface RecalculationSteps {
  readonly dirty: Set<FormulaCell>;
  /**
   * Calculates one cell and stores the result, with its state Clean or Busy after that. Gives the cells that must be
   * calculated first, where there are any; then nothing was stored.
   */
  calculate(cell: FormulaCell): readonly FormulaCell[];
  /** The cells form a circle, each needing the one before it. */
  closeCircle(cells: readonly FormulaCell[]): void;
}

/** Calculates all that is dirty and can be calculated without waiting. */
export function calculateDirty(steps: RecalculationSteps): void {
  // A set visits what is added to it on the way, such as readers of cells that a result newly spills to.
  for (const cell of steps.dirty) calculateWithPrecedents(cell, steps);
}

function calculateWithPrecedents(root: FormulaCell, steps: RecalculationSteps): void {
  const stack: FormulaCell[] = [root];
  for (let cell = stack.at(-1); cell !== undefined; cell = stack.at(-1)) {
    if (!cell.isLinked || cell.state === CellState.Clean || cell.state === CellState.Busy) {
      steps.dirty.delete(cell);
      stack.pop();
      continue;
    }
    if (cell.state === CellState.Dirty) {
      cell.state = CellState.Entered;
      if (!cell.asksFirst && pushDirtyPrecedents(cell, stack, steps.dirty)) continue;
    }
    const needs = steps.calculate(cell);
    if (needs.length === 0) {
      steps.dirty.delete(cell);
      stack.pop();
      continue;
    }
    const state: CellState = CellState.Waiting;
    cell.state = state;
    let pushed = false;
    for (const need of needs)
      if (need.state === CellState.Dirty) {
        stack.push(need);
        pushed = true;
      }
    if (!pushed) breakCircle(needs[0] ?? cell, cell, stack, steps);
  }
}

/** Areas of at most so many cells are looked through cell by cell. */
const SMALL_AREA = 64;

function pushDirtyPrecedents(cell: FormulaCell, stack: FormulaCell[], dirty: Set<FormulaCell>): boolean {
  const before = stack.length;
  for (const area of cell.precedents) {
    const { sheet, top, left, right } = area;
    if (area.isCell) {
      const source = sheet.source(top, left);
      if (source?.state === CellState.Dirty) stack.push(source);
      continue;
    }
    const bottom = Math.min(area.bottom, sheet.lastRow);
    const lastColumn = Math.min(right, sheet.lastColumn);
    const size = (bottom - top + 1) * (lastColumn - left + 1);
    if (size > SMALL_AREA && size > dirty.size) {
      for (const other of dirty) if (other.state === CellState.Dirty && feeds(other, area)) stack.push(other);
      continue;
    }
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= lastColumn; column++) {
        const source = sheet.source(row, column);
        if (source?.state === CellState.Dirty) stack.push(source);
      }
  }
  return stack.length > before;
}

function feeds(cell: FormulaCell, area: Reference): boolean {
  if (cell.sheet !== area.sheet) return false;
  const { top, left, bottom, right } = cell.spill ?? {
    top: cell.row,
    left: cell.column,
    bottom: cell.row,
    right: cell.column,
  };
  return top <= area.bottom && bottom >= area.top && left <= area.right && right >= area.left;
}

/**
 * `cell` reads `above`, which stands below it on the stack. It is a circle only where every cell between them really
 * reads the next one, and is not merely calculated after it: `=IF(TRUE,1,B1)` never reads B1. So cells that have not
 * been evaluated yet get their chance first.
 */
function breakCircle(
  above: FormulaCell,
  cell: FormulaCell,
  stack: FormulaCell[],
  steps: RecalculationSteps,
): void {
  const bottom = stack.indexOf(above);
  const path = new Set<FormulaCell>();
  for (let i = bottom; i < stack.length; i++) {
    const member = stack[i];
    if (member === undefined) continue;
    if (member.state === CellState.Entered || member.state === CellState.Waiting) path.add(member);
  }
  const untried = stack.findIndex((member, index) => index >= bottom && member.state === CellState.Entered);
  if (untried >= 0) {
    for (const member of stack.splice(untried + 1)) {
      if (member.state !== CellState.Entered && member.state !== CellState.Waiting) continue;
      member.state = CellState.Dirty;
      member.asksFirst = true;
    }
    return;
  }
  steps.closeCircle(path.size > 0 ? [...path] : [cell]);
  stack.length = bottom;
}
