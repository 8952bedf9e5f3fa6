/**
 * Adds up columns of the result tables where they stand, so that a result that somebody has typed over shows. Excel
 * does the adding: no cell travels, however many grants there are. It does not know what the sums should be.
 */
import { columnLetters } from '../../domain/basics/block.ts';
import { headerKey } from '../../domain/basics/words.ts';
import {
  ELIGIBILITY_TABLE,
  NEW_GRANTS_TABLE,
  type ResultTableDefinition,
  VESTING_TABLE,
} from '../../domain/offer/results/result-tables.ts';
import { presentTable } from './own-tables.ts';
import { lastRow } from '../excel/rect.ts';
import type { WorkbookShape } from '../excel/workbook-shape.ts';

export interface ColumnSum {
  readonly table: string;
  readonly column: string;
  readonly sheet: string;
  /** Of the column's cells, without header and totals. */
  readonly address: string;
  /** Undefined where a cell holds an error, one that still calculates among them. */
  readonly sum: number | undefined;
}

const SUMMED: readonly (readonly [ResultTableDefinition, column: string])[] = [
  [ELIGIBILITY_TABLE, 'Outstanding'],
  [NEW_GRANTS_TABLE, 'Cancelled Shares'],
  [NEW_GRANTS_TABLE, 'New Shares'],
  [VESTING_TABLE, 'Shares'],
];

/** Asks for the sums with the caller's next round trip; they are there after it. */
export function loadColumnSums(
  context: Excel.RequestContext,
  shape: WorkbookShape,
): () => readonly ColumnSum[] {
  const asked = SUMMED.flatMap(([definition, column]) => {
    const present = presentTable(shape, definition);
    if (present === undefined) return [];
    const { sheet, range, headers } = present;
    const at = headers.findIndex((header) => headerKey(header) === headerKey(column));
    const letters = columnLetters(range.column + at);
    const address = `${letters}${range.row + 1}:${letters}${lastRow(range)}`;
    const cells = context.workbook.worksheets.getItem(sheet).getRange(address);
    const result = context.workbook.functions.sum(cells).load('value');
    return [{ table: definition.table, column, sheet, address, result }];
  });
  return () =>
    asked.map(({ result, ...column }) => {
      const value: unknown = result.value;
      return { ...column, sum: typeof value === 'number' ? value : undefined };
    });
}
