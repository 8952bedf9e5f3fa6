/** A formula as it reads when it is copied to another cell, and in the row-and-column notation. */
import { translateFormulaToA1, translateFormulaToR1C1 } from '@borgar/fx';
import { cellAddress } from '../../model/area.ts';

/** The formula of one cell as another has it when it is filled there: relative references move along. */
export function movedFormula(
  formula: string,
  [fromRow, fromColumn]: readonly [number, number],
  [toRow, toColumn]: readonly [number, number],
): string {
  if (fromRow === toRow && fromColumn === toColumn) return formula;
  return fromR1C1(toR1C1(formula, fromRow, fromColumn), toRow, toColumn);
}

export const toR1C1 = (formula: string, row: number, column: number): string =>
  translateFormulaToR1C1(formula, cellAddress(row, column));

export const fromR1C1 = (formula: string, row: number, column: number): string =>
  translateFormulaToA1(formula, cellAddress(row, column));
