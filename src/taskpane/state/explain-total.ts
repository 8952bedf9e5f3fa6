/** What each total of the summary adds up, by the column of the result table that it comes from. Data, and its place. */
import { columnLetters } from '../../domain/basics/block.ts';
import { headerKey } from '../../domain/basics/words.ts';
import {
  ELIGIBILITY_TABLE,
  NEW_GRANTS_TABLE,
  type ResultTableDefinition,
} from '../../domain/offer/results/result-tables.ts';
import { presentTable } from '../../workbook/read/own-tables.ts';
import { lastRow } from '../../workbook/excel/rect.ts';
import type { WorkbookShape } from '../../workbook/excel/workbook-shape.ts';
import type { CellLink } from './cell-link.ts';

export interface TotalSource {
  readonly counts: 'holders' | 'grants' | 'shares';
  readonly table: ResultTableDefinition;
  /** The column that is counted or added up. */
  readonly column: string;
  /** The rows that count; all where there is no condition. */
  readonly where?: { readonly column: string; readonly value: string };
}

const eligibility = (
  counts: TotalSource['counts'],
  column: string,
  where?: TotalSource['where'],
): TotalSource => ({ counts, table: ELIGIBILITY_TABLE, column, ...(where === undefined ? {} : { where }) });
const newGrants = (counts: TotalSource['counts'], column: string, status?: string): TotalSource => ({
  counts,
  table: NEW_GRANTS_TABLE,
  column,
  ...(status === undefined ? {} : { where: { column: 'Status', value: status } }),
});

const ELIGIBLE = { column: 'Eligible', value: 'Yes' };

/** Totals that no one column gives, such as the difference of two or an average, are not among them. */
export const TOTAL_SOURCES: Readonly<Record<string, TotalSource>> = {
  'Holders in the ledger': eligibility('holders', 'Holder ID'),
  'Holders eligible': eligibility('holders', 'Holder ID', ELIGIBLE),
  'Holders exchanged': newGrants('holders', 'Holder ID'),
  'Grants in the ledger': eligibility('grants', 'Grant ID'),
  'Grants eligible': eligibility('grants', 'Grant ID', ELIGIBLE),
  'Grants exchanged': newGrants('grants', 'Old Grant ID'),
  'Grants required by look-back': eligibility('grants', 'Grant ID', { column: 'Required', value: 'Yes' }),
  'Grants lapsed': newGrants('grants', 'Old Grant ID', 'Lapsed'),
  'Grants promised': newGrants('grants', 'Old Grant ID', 'Promised'),
  'Shares outstanding': eligibility('shares', 'Outstanding'),
  'Shares eligible': eligibility('shares', 'Outstanding', ELIGIBLE),
  'Shares cancelled': newGrants('shares', 'Cancelled Shares'),
  'New shares': newGrants('shares', 'New Shares'),
  'Shares cancelled of lapsed grants': newGrants('shares', 'Cancelled Shares', 'Lapsed'),
  Cash: newGrants('shares', 'Cash'),
};

/** The cells that a total adds up; undefined where the workbook has them not. */
export function cellsOfTotal({ table, column }: TotalSource, shape: WorkbookShape): CellLink | undefined {
  const present = presentTable(shape, table);
  if (present === undefined) return undefined;
  const at = present.headers.findIndex((header) => headerKey(header) === headerKey(column));
  const letters = columnLetters(present.range.column + at);
  const [first, last] = [present.range.row + 1, lastRow(present.range)];
  return { sheet: present.sheet, address: `${letters}${first}:${letters}${last}` };
}
