/** Where the person is in the workbook, and the way to another cell. It does not know what the cells mean. */
import { AFTER_CELL_EDIT } from './excel-run.ts';
import type { CellValue } from '../../domain/basics/cell.ts';
import { isBlank } from '../../domain/basics/cell.ts';

export interface ActiveCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly isEmpty: boolean;
  /** The row's cells from column A to the last used one. */
  readonly rowCells: readonly CellValue[];
}

/** Shows a cell and selects it. */
export async function selectCells(sheet: string, address: string): Promise<void> {
  await Excel.run(AFTER_CELL_EDIT, async (context) => {
    const target = context.workbook.worksheets.getItem(sheet);
    target.activate();
    target.getRange(address).select();
    await context.sync();
  });
}

export async function showSheet(name: string): Promise<void> {
  await Excel.run(AFTER_CELL_EDIT, async (context) => {
    context.workbook.worksheets.getItem(name).activate();
    await context.sync();
  });
}

export async function readActiveCell(): Promise<ActiveCell> {
  return Excel.run(AFTER_CELL_EDIT, async (context) => {
    const cell = context.workbook.getActiveCell().load('rowIndex,columnIndex,formulas');
    const sheet = cell.worksheet.load('name');
    const row = cell.getEntireRow().getUsedRangeOrNullObject(true).load('values,columnIndex');
    await context.sync();
    const values = row.isNullObject ? [] : ((row.values[0] ?? []) as CellValue[]);
    const before: CellValue[] = row.isNullObject ? [] : Array<CellValue>(row.columnIndex).fill('');
    return {
      sheet: sheet.name,
      row: cell.rowIndex + 1,
      column: cell.columnIndex + 1,
      isEmpty: isBlank((cell.formulas as CellValue[][])[0]?.[0]),
      rowCells: [...before, ...values],
    };
  });
}
