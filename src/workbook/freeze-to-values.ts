/**
 * Makes values of the live formulas in Regrant's own tables, for whoever receives the workbook without the add-in. It
 * touches formulas that call the custom functions, and no other: an analyst's own columns stay live.
 */
import type { CellValue } from '../domain/basics/cell.ts';
import { badValue } from '../domain/basics/error.ts';
import { say } from '../domain/basics/sentence.ts';
import { headerKey } from '../domain/basics/words.ts';
import { RESULT_TABLES } from '../domain/offer/result-tables.ts';
import { inOneUndo } from './excel-run.ts';
import { isLiveColumn } from './live-formulas.ts';
import { presentTable, refuseProtected } from './own-tables.ts';
import { type CellsWanted, readCells } from './read-cells.ts';
import { RequestBudget } from './request-budget.ts';
import { readShape, type TableShape } from './workbook-shape.ts';

const CALLS_REGRANT = /^=.*\bREGRANT\./is;
const IS_ERROR = /^#(NAME\?|BUSY!|GETTING_DATA|CONNECT!|VALUE!|REF!|SPILL!|CALC!)/;

/** @returns how many cells became values */
export async function freezeToValues(): Promise<number> {
  return Excel.run(inOneUndo(), async (context) => {
    const shape = await readShape(context);
    const tables = RESULT_TABLES.map((definition) => presentTable(shape, definition)).filter(
      (table) => table !== undefined,
    );
    for (const table of tables) refuseProtected(shape, table);
    const columns = tables.flatMap(liveCells);
    const formulas = await readCells(context, columns, 'formulas');
    const values = await readCells(context, columns);

    const isLive = columns.map((_, at) =>
      (formulas[at] ?? []).map(([cell]) => CALLS_REGRANT.test(String(cell))),
    );
    refuseUncalculated(columns, isLive, values);
    for (const { name, sheet, isFiltered } of tables)
      if (isFiltered) context.workbook.worksheets.getItem(sheet).tables.getItem(name).clearFilters();
    const budget = new RequestBudget(context);
    let frozen = 0;
    for (const [at, { sheet, range }] of columns.entries()) {
      const live = isLive[at] ?? [];
      if (!live.includes(true)) continue;
      frozen += live.filter(Boolean).length;
      const rows = live.map((wasLive, row): CellValue[] => [(wasLive ? values : formulas)[at]?.[row]?.[0]]);
      await budget.write(context.workbook.worksheets.getItem(sheet), range, rows, 'formulas');
    }
    await budget.send();
    return frozen;
  });
}

function liveCells({ sheet, range, headers }: TableShape): CellsWanted[] {
  const live = RESULT_TABLES.flatMap(({ columns }) => columns.map(({ name }) => name))
    .filter(isLiveColumn)
    .map(headerKey);
  return headers.flatMap((header, index) =>
    live.includes(headerKey(header))
      ? [
          {
            sheet,
            range: {
              row: range.row + 1,
              column: range.column + index,
              rowCount: range.rowCount - 1,
              columnCount: 1,
            },
          },
        ]
      : [],
  );
}

/** An error frozen into a value would be passed on as a result. */
function refuseUncalculated(
  columns: readonly CellsWanted[],
  isLive: readonly (readonly boolean[])[],
  values: readonly (readonly (readonly CellValue[])[])[],
): void {
  for (const [at, { sheet, range }] of columns.entries()) {
    const row = (values[at] ?? []).findIndex(
      ([value], index) => isLive[at]?.[index] === true && IS_ERROR.test(String(value)),
    );
    if (row >= 0)
      throw badValue(
        say`Row ${String(range.row + row)} of sheet "${sheet}" shows ${String(values[at]?.[row]?.[0])} and is no result to keep: run the offer again, then freeze. Nothing was changed.`,
      );
  }
}
