/** The table of checks as it is written into the workbook, in English. */
import type { Check } from '../check.ts';
import { CHECKS_TABLE } from './result-tables.ts';
import { cellsOf, type ResultTable } from './result-column.ts';

export const checksTable = (checks: readonly Check[]): ResultTable => ({
  definition: CHECKS_TABLE,
  rows: checks.map((check) => cellsOf(CHECKS_TABLE.columns, check)),
});
