/**
 * Cells that touch one of the offer's tables from below or beside and are not part of it: rows that were typed or
 * pasted under a table which did not grow, of which nothing else would tell.
 */
import { type CellBlock, cellAddress } from '../../basics/block.ts';
import { isBlank } from '../../basics/cell.ts';
import { say } from '../../basics/sentence.ts';
import type { LedgerRemark } from '../../ledger/remark.ts';
import { OFFER_TABLES, type OfferSource, type TableRange } from '../offer-source.ts';

/** A warning by address for each run of such cells. */
export const strayRemarks = (source: OfferSource): readonly LedgerRemark[] =>
  source.tables.flatMap((table) => {
    const name = OFFER_TABLES.find((known) => known.toLowerCase() === table.name.toLowerCase());
    const sheet = source.sheets.find((block) => block.sheet === table.sheet);
    if (name === undefined || sheet === undefined) return [];
    const others = source.tables.filter((other) => other !== table && other.sheet === table.sheet);
    const isStray = (row: number, column: number): boolean =>
      !isBlank(sheet.values[row - sheet.row]?.[column - sheet.column]) &&
      !others.some((other) => holds(other, row, column));
    return [below(table, isStray), ...beside(table, isStray)].flatMap((area): LedgerRemark[] =>
      area === undefined
        ? []
        : [
            {
              severity: 'Warning',
              sheet: table.sheet,
              row: area.top,
              column: '',
              problem: say`${addressOf(sheet, area)} touches the table ${name} and is not part of it: it is not read; make the table larger, or leave a blank row or column between them`,
            },
          ],
    );
  });

interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

type CellTest = (row: number, column: number) => boolean;

const bottomOf = ({ row, rowCount, hasTotals }: TableRange): number =>
  row + rowCount - 1 + (hasTotals === true ? 1 : 0);

const holds = (table: TableRange, row: number, column: number): boolean =>
  row >= table.row &&
  row <= bottomOf(table) &&
  column >= table.column &&
  column < table.column + table.columnCount;

/** The rows right under the table, down to the first that is blank under it. */
function below(table: TableRange, isStray: CellTest): Area | undefined {
  const [top, left, right] = [bottomOf(table) + 1, table.column, table.column + table.columnCount - 1];
  let bottom = top - 1;
  const columns = Array.from({ length: table.columnCount }, (_, offset) => left + offset);
  while (columns.some((column) => isStray(bottom + 1, column))) bottom++;
  return bottom < top ? undefined : { top, left, bottom, right };
}

/** The columns right beside the table on either side, out to the first that is blank beside it. */
function beside(table: TableRange, isStray: CellTest): readonly (Area | undefined)[] {
  const rows = Array.from({ length: table.rowCount }, (_, offset) => table.row + offset);
  const filled = (column: number): number[] => rows.filter((row) => isStray(row, column));
  const reach = (from: number, step: 1 | -1): Area | undefined => {
    let [column, top, bottom] = [from, Infinity, -Infinity];
    for (let found = filled(column); found.length > 0; found = filled(column)) {
      top = Math.min(top, found[0] ?? top);
      bottom = Math.max(bottom, found.at(-1) ?? bottom);
      column += step;
    }
    const last = column - step;
    return top > bottom
      ? undefined
      : { top, bottom, left: Math.min(from, last), right: Math.max(from, last) };
  };
  return [reach(table.column - 1, -1), reach(table.column + table.columnCount, 1)];
}

function addressOf(sheet: CellBlock, { top, left, bottom, right }: Area): string {
  const first = cellAddress(sheet, top - sheet.row, left - sheet.column);
  if (top === bottom && left === right) return first;
  const last = cellAddress(sheet, bottom - sheet.row, right - sheet.column);
  return `${first}:${last.slice(last.lastIndexOf('!') + 1)}`;
}
