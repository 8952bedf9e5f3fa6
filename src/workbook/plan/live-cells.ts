/**
 * The live cells of the result tables as they are now: which formulas are Regrant's, what they show, and the ids by which
 * their rows are known. It compares nothing and changes nothing.
 */
import type { CellValue, Grid } from '../../domain/basics/cell.ts';
import { headerKey } from '../../domain/basics/words.ts';
import { RESULT_TABLES, type ResultTableDefinition } from '../../domain/offer/results/result-tables.ts';
import { isLiveColumn } from './live-formulas.ts';
import { cellsBeside, findBeside, refersToSharedPrice } from './shared-prices.ts';
import { presentTable, refuseProtected } from '../read/own-tables.ts';
import { type CellsWanted, readCells } from '../excel/read-cells.ts';
import { readShape, type TableShape, type WorkbookShape } from '../excel/workbook-shape.ts';

const CALLS_REGRANT = /^=.*\bREGRANT\./is;
/** Follows from the reasons beside it, and calls nothing. */
const ELIGIBLE = /^=IF\(.+,IF\(.+="","Yes","No"\),NA\(\)\)$/is;

/** A column of a result table in which a run writes live formulas, with what is in its cells now. */
export interface LiveColumnCells extends CellsWanted {
  readonly column: string;
  readonly values: Grid;
  /** Which of its rows have a formula of Regrant's. */
  readonly isLive: readonly boolean[];
}

export interface LiveTable {
  readonly definition: ResultTableDefinition;
  readonly table: TableShape;
  readonly columns: readonly LiveColumnCells[];
  /** The ids of each row, in the order of the definition's columns of ids. */
  readonly ids: readonly (readonly CellValue[])[];
  /** Cells to the right of the table to which its formulas refer. */
  readonly beside: readonly LiveColumnCells[];
}

/** The names of the columns by which a table's rows are known. */
export const idColumns = ({ columns }: ResultTableDefinition): readonly string[] =>
  columns.filter(({ kind }) => kind === 'id').map(({ name }) => name);

/** The result tables that have live cells. @throws RegrantError a table's sheet is protected */
export async function readLive(context: Excel.RequestContext): Promise<readonly LiveTable[]> {
  const shape = await readShape(context);
  const present = RESULT_TABLES.flatMap((definition) => {
    const table = presentTable(shape, definition);
    return table === undefined ? [] : [{ definition, table }];
  });
  for (const { table } of present) refuseProtected(shape, table);
  const wanted = present.flatMap(({ definition, table }) =>
    definition.columns
      .filter(({ name }) => isLiveColumn(name))
      .map(({ name }) => ({ table, column: name, ...columnCells(table, name) })),
  );
  const formulas = await readCells(context, wanted, 'formulas');
  const columns = wanted.map((cells, at) => ({
    ...cells,
    isLive: (formulas[at] ?? []).map(([cell]) => isRegrants(String(cell))),
    isShared: (formulas[at] ?? []).some(([cell]) => refersToSharedPrice(String(cell))),
  }));
  const live = present.flatMap(({ definition, table }) => {
    const own = columns.filter((cells) => cells.table === table && cells.isLive.includes(true));
    return own.length === 0 ? [] : [{ definition, table, columns: own }];
  });
  const cells = live.flatMap(({ definition, table, columns: own }) => [
    ...own,
    ...idColumns(definition).map((name) => columnCells(table, name)),
  ]);
  const beside = new Map<TableShape, LiveColumnCells[]>();
  for (const { table, columns: own } of live)
    if (own.some(({ isShared }) => isShared)) beside.set(table, await readBeside(context, shape, table));
  const grids = (await readCells(context, cells)).values();
  const nextGrid = (): Grid => grids.next().value ?? [];
  return live.map(({ definition, table, columns: own }) => {
    const filled = own.map((column) => ({ ...column, values: nextGrid() }));
    const ids = idColumns(definition).map(nextGrid);
    return {
      definition,
      table,
      columns: filled,
      beside: beside.get(table) ?? [],
      ids: Array.from({ length: table.range.rowCount - 1 }, (_, row) => ids.map((grid) => grid[row]?.[0])),
    };
  });
}

/** The formulas that compute prices for the rows of a table, to the right of it. */
async function readBeside(
  context: Excel.RequestContext,
  shape: WorkbookShape,
  table: TableShape,
): Promise<LiveColumnCells[]> {
  const wanted = cellsBeside(table, shape);
  if (wanted === undefined) return [];
  const [formulas = []] = await readCells(context, [wanted], 'formulas');
  const found = findBeside(wanted, formulas);
  if (found === undefined || found.rowCount < 2) return [];
  const range = {
    row: found.row + 1,
    column: found.column + found.columnCount - 1,
    rowCount: found.rowCount - 1,
    columnCount: 1,
  };
  const [values = []] = await readCells(context, [{ sheet: table.sheet, range }]);
  const isLive = values.map((_, at) =>
    CALLS_REGRANT.test(String(formulas[at + 1]?.[range.column - wanted.range.column])),
  );
  return [{ sheet: table.sheet, range, column: 'Exercise Price', values, isLive }];
}

const isRegrants = (formula: string): boolean =>
  CALLS_REGRANT.test(formula) || ELIGIBLE.test(formula) || refersToSharedPrice(formula);

/** The body's cells of a column, without header and totals. */
function columnCells({ sheet, range, headers }: TableShape, name: string): CellsWanted {
  const index = headers.findIndex((header) => headerKey(header) === headerKey(name));
  return {
    sheet,
    range: { row: range.row + 1, column: range.column + index, rowCount: range.rowCount - 1, columnCount: 1 },
  };
}
