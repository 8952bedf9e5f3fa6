/** Reads what an earlier run left in the workbook: totals, breakdowns, how many checks. It computes nothing. */
import type { CellValue } from '../../domain/basics/cell.ts';
import { CHECKS_TABLE, RESULT_TABLES } from '../../domain/offer/results/result-tables.ts';
import { type ColumnSum, loadColumnSums } from './column-sums.ts';
import { presentTable, SUMMARY_TABLE } from './own-tables.ts';
import { readCells } from '../excel/read-cells.ts';
import { sameName, type WorkbookShape } from '../excel/workbook-shape.ts';

export interface ResultsReading {
  readonly measures: readonly (readonly [name: string, value: number])[];
  readonly breakdowns: readonly BreakdownReading[];
  readonly errors: number;
  readonly warnings: number;
  /** Rows of each result table that is there, by its name. */
  readonly rows: ReadonlyMap<string, number>;
  /** The sheet of each result table that is there, by the table's name. */
  readonly sheets: ReadonlyMap<string, string>;
  /** What columns of the result tables add up to now. */
  readonly sums: readonly ColumnSum[];
}

export interface BreakdownReading {
  readonly table: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** Undefined where the workbook holds no run. */
export async function readResults(
  context: Excel.RequestContext,
  shape: WorkbookShape,
): Promise<ResultsReading | undefined> {
  const summary = presentTable(shape, SUMMARY_TABLE);
  if (summary === undefined) return undefined;
  const checks = presentTable(shape, CHECKS_TABLE);
  const breakdowns = shape.tables.filter(
    (table) =>
      sameName(table.sheet, summary.sheet) && table.name.startsWith('Regrant') && table.name !== summary.name,
  );
  const tables = [summary, ...breakdowns, ...(checks === undefined ? [] : [checks])];
  const sums = loadColumnSums(context, shape);
  const grids = await readCells(
    context,
    tables.map(({ sheet, range }) => ({ sheet, range })),
  );
  const [measures = [], ...others] = grids;
  const severities = checks === undefined ? [] : (others.at(-1) ?? []).slice(1).map(([severity]) => severity);
  const present = [...RESULT_TABLES, SUMMARY_TABLE].flatMap((definition) => {
    const table = presentTable(shape, definition);
    return table === undefined ? [] : [table];
  });
  return {
    measures: measures.slice(1).map(([name, value]) => [String(name), Number(value)] as const),
    breakdowns: breakdowns.map((table, index) => ({
      table: table.name,
      headers: table.headers,
      rows: (others[index] ?? []).slice(1),
    })),
    errors: severities.filter((severity) => severity === 'Error').length,
    warnings: severities.filter((severity) => severity === 'Warning').length,
    rows: new Map(present.map((table) => [table.name, table.range.rowCount - 1])),
    sheets: new Map(present.map((table) => [table.name, table.sheet])),
    sums: sums(),
  };
}

/** The breakdown with that title, such as `By plan`; its table is named after it. */
export const breakdownTable = (results: ResultsReading, title: string): BreakdownReading | undefined => {
  const name = `Regrant${title.replace(/[^\p{L}\p{N}]/gu, '')}`;
  return results.breakdowns.find(({ table }) => sameName(table, name));
};
