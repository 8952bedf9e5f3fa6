/**
 * Workbooks that count their dates from 1904: the days of every date column are moved to the 1900 system before
 * anything is read, so that the rest of the domain knows one kind of day.
 */
import type { CellBlock } from '../../basics/block.ts';
import type { CellValue } from '../../basics/cell.ts';
import { headerKey } from '../../basics/words.ts';
import { columnNamed } from '../../ledger/columns.ts';
import { termNamed } from '../terms/terms.ts';
import { from1904 } from '../offer-table.ts';

const isDateHeader = (header: CellValue): boolean => {
  if (typeof header !== 'string') return false;
  if (columnNamed(header)?.content === 'date') return true;
  const key = headerKey(header);
  if (key === 'date' || key === 'received' || termNamed(header)?.kind === 'date') return true;
  return columnNamed(header.replace(/\s+(from|to)\s*$/i, ''))?.content === 'date';
};

/**
 * The block with the numbers of its date columns moved from the 1904 to the 1900 date system.
 *
 * @param headers the columns' names, where they are not just the cells of the header row
 */
export function moveDateColumns(
  block: CellBlock,
  headerOffset: number,
  headers: readonly CellValue[] = block.values[headerOffset] ?? [],
): CellBlock {
  const dates = headers.map(isDateHeader);
  const values = block.values.map((row, offset) =>
    offset <= headerOffset
      ? row
      : row.map((cell, column) => (dates[column] === true ? from1904(cell) : cell)),
  );
  return { ...block, values };
}

/** A rules table with the Values of rules on date fields moved likewise. */
export function moveRuleDates(block: CellBlock): CellBlock {
  const header = (block.values[0] ?? []).map((cell) => headerKey(String(cell ?? '')));
  const field = header.indexOf('field');
  const value = header.indexOf('value');
  const values = block.values.map((row, offset) =>
    offset > 0 && isDateHeader(row[field])
      ? row.map((cell, column) => (column === value ? from1904(cell) : cell))
      : row,
  );
  return { ...block, values };
}
