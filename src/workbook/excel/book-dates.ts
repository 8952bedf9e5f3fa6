/** A run's dates are serial numbers of the 1900 system; a workbook may count its dates from 1904. Pure. */
import type { CellValue } from '../../domain/basics/cell.ts';
import type { ResultColumn } from '../../domain/offer/results/result-tables.ts';

/** Days from the first date of the 1900 system to that of the 1904 system. */
export const DAYS_BETWEEN_SYSTEMS = 1462;

/** The rows with their dates as this workbook counts them. */
export function inBookDates(
  columns: readonly ResultColumn[],
  rows: readonly (readonly CellValue[])[],
  date1904: boolean,
): readonly (readonly CellValue[])[] {
  if (!date1904) return rows;
  const isDate = columns.map(({ kind }) => kind === 'date');
  return rows.map((row) =>
    row.map((value, index) =>
      isDate[index] === true && typeof value === 'number' ? value - DAYS_BETWEEN_SYSTEMS : value,
    ),
  );
}
