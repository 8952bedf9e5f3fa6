/**
 * Makes values of the live formulas in Regrant's own tables, for whoever receives the workbook without the add-in. It
 * touches formulas that call the custom functions, and no other: an analyst's own columns stay live.
 */
import { type CellValue, type Grid, isErrorCell } from '../domain/basics/cell.ts';
import { badValue } from '../domain/basics/error.ts';
import { say, type Sentence } from '../domain/basics/sentence.ts';
import { headerKey } from '../domain/basics/words.ts';
import { RESULT_TABLES } from '../domain/offer/result-tables.ts';
import { AFTER_CELL_EDIT, inOneUndo } from './excel-run.ts';
import { isLiveColumn } from './live-formulas.ts';
import { errorSentence } from './office-error.ts';
import { presentTable, refuseProtected } from './own-tables.ts';
import { type CellsWanted, readCells } from './read-cells.ts';
import { RequestBudget } from './request-budget.ts';
import { rectAddress } from './rect.ts';
import { TEXT_FORMAT } from './result-formats.ts';
import { readShape, type TableShape } from './workbook-shape.ts';
import { liveTextFormats } from './write-table.ts';

const CALLS_REGRANT = /^=.*\bREGRANT\./is;

export interface FreezePlan {
  /** How many formulas of each sheet would become values, sheets without any left out. */
  readonly sheets: readonly { readonly sheet: string; readonly formulas: number }[];
  /** Why they cannot; undefined where they can. */
  readonly refuses: Sentence | undefined;
}

/** What freezing would do; writes nothing. */
export const planFreeze = (): Promise<FreezePlan> =>
  Excel.run(AFTER_CELL_EDIT, async (context) => {
    let columns: readonly LiveColumnCells[];
    try {
      ({ columns } = await readLive(context));
      refuseUncalculated(columns);
    } catch (error) {
      return { sheets: [], refuses: errorSentence(error) };
    }
    const counts = new Map<string, number>();
    for (const { sheet, isLive } of columns) {
      const live = isLive.filter(Boolean).length;
      if (live > 0) counts.set(sheet, (counts.get(sheet) ?? 0) + live);
    }
    return { sheets: [...counts].map(([sheet, formulas]) => ({ sheet, formulas })), refuses: undefined };
  });

/** @returns how many cells became values */
export async function freezeToValues(): Promise<number> {
  return inOneUndo(async (context) => {
    const { tables, columns } = await readLive(context);
    refuseUncalculated(columns);
    for (const { name, sheet, isFiltered } of tables)
      if (isFiltered) context.workbook.worksheets.getItem(sheet).tables.getItem(name).clearFilters();
    const budget = new RequestBudget(context);
    let frozen = 0;
    for (const { sheet, range, isLive, values } of columns) {
      if (!isLive.includes(true)) continue;
      frozen += isLive.filter(Boolean).length;
      const worksheet = context.workbook.worksheets.getItem(sheet);
      // Cells that were no formulas of Regrant's are not touched: their text would have to be told from formulas.
      for (const { start, end } of runsOf(isLive)) {
        const cells = { ...range, row: range.row + start, rowCount: end - start };
        const frozenValues = values.slice(start, end).map(([value]) => value);
        const formats = liveTextFormats(frozenValues);
        for (const [at, format] of formats.entries())
          if (format === TEXT_FORMAT)
            worksheet.getRange(rectAddress({ ...cells, row: cells.row + at, rowCount: 1 })).numberFormat = [
              [format],
            ];
        await budget.write(
          worksheet,
          cells,
          frozenValues.map((value) => [value]),
        );
      }
    }
    await budget.send();
    return frozen;
  });
}

/** A column of a result table in which a run writes live formulas, with what stands there now. */
interface LiveColumnCells extends CellsWanted {
  readonly formulas: Grid;
  readonly values: Grid;
  /** Which of its rows call Regrant. */
  readonly isLive: readonly boolean[];
}

/** @throws RegrantError a table's sheet is protected */
async function readLive(
  context: Excel.RequestContext,
): Promise<{ tables: readonly TableShape[]; columns: readonly LiveColumnCells[] }> {
  const shape = await readShape(context);
  const tables = RESULT_TABLES.map((definition) => presentTable(shape, definition)).filter(
    (table) => table !== undefined,
  );
  for (const table of tables) refuseProtected(shape, table);
  const wanted = tables.flatMap(liveCells);
  const formulas = await readCells(context, wanted, 'formulas');
  const values = await readCells(context, wanted);
  return {
    tables,
    columns: wanted.map((cells, at) => ({
      ...cells,
      formulas: formulas[at] ?? [],
      values: values[at] ?? [],
      isLive: (formulas[at] ?? []).map(([cell]) => CALLS_REGRANT.test(String(cell))),
    })),
  };
}

/** Stretches of rows that are live. */
function runsOf(isLive: readonly boolean[]): { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = [];
  for (const [row, live] of isLive.entries()) {
    const run = runs.at(-1);
    if (!live) continue;
    if (run !== undefined && run.end === row) run.end = row + 1;
    else runs.push({ start: row, end: row + 1 });
  }
  return runs;
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
function refuseUncalculated(columns: readonly LiveColumnCells[]): void {
  for (const { sheet, range, isLive, values } of columns) {
    const row = values.findIndex(([value], index) => isLive[index] === true && isErrorCell(value));
    if (row >= 0)
      throw badValue(
        say`Row ${String(range.row + row)} of sheet "${sheet}" shows ${String(values[row]?.[0])} and is no result to keep: run the offer again, then freeze. Nothing was changed.`,
      );
  }
}
