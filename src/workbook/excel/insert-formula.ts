/** Puts one formula into the selected cell, and never over something else unless it is told to. */
import { isBlank, type CellValue } from '../../domain/basics/cell.ts';
import { inOneUndo } from './excel-run.ts';

export type FormulaInsertion =
  | { readonly inserted: true; readonly address: string }
  /** The cell holds something; nothing was changed. */
  | { readonly inserted: false; readonly address: string; readonly content: string };

export async function insertFormula(formula: string, overwrite: boolean): Promise<FormulaInsertion> {
  return inOneUndo(async (context) => {
    const cell = context.workbook.getActiveCell().load('address,formulas,numberFormat');
    await context.sync();
    const { address } = cell;
    const content = (cell.formulas as CellValue[][])[0]?.[0];
    if (!isBlank(content) && !overwrite) return { inserted: false, address, content: String(content) };
    // A cell formatted as text would show the formula instead of calculating it.
    if ((cell.numberFormat as string[][])[0]?.[0] === '@') cell.numberFormat = [['General']];
    cell.formulas = [[formula]];
    await context.sync();
    return { inserted: true, address };
  });
}
