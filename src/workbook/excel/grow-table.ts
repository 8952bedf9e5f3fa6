/**
 * Gives a table of the analyst's more rows. What stands below it is never pushed away or written over: Excel would
 * move part of a neighbouring table, or refuse.
 */
import { isBlank } from '../../domain/basics/cell.ts';
import { badValue } from '../../domain/basics/error.ts';
import { say } from '../../domain/basics/sentence.ts';
import { readCells } from './read-cells.ts';
import { lastRow, type Rect, rectAddress } from './rect.ts';
import type { TableShape } from './workbook-shape.ts';

/**
 * @returns what queues the growth; a totals row moves down
 * @throws RegrantError something stands below the table, where it has to grow
 */
export async function prepareGrowth(
  context: Excel.RequestContext,
  { name, sheet, range, hasTotals }: TableShape,
  rowCount: number,
): Promise<() => void> {
  const below: Rect = { ...range, row: lastRow(range) + (hasTotals ? 2 : 1), rowCount };
  const [cells = []] = await readCells(context, [{ sheet, range: below }], 'formulas');
  if (cells.some((row) => row.some((cell) => !isBlank(cell))))
    throw badValue(
      rowCount === 1
        ? say`Something is below the table ${name} on sheet "${sheet}", where it has to grow by 1 row: move it away, then try again. Nothing was changed.`
        : say`Something is below the table ${name} on sheet "${sheet}", where it has to grow by ${rowCount} rows: move it away, then try again. Nothing was changed.`,
    );
  return () => {
    const table = context.workbook.worksheets.getItem(sheet).tables.getItem(name);
    if (hasTotals)
      table.rows.add(
        undefined,
        Array.from({ length: rowCount }, () => new Array<string>(range.columnCount).fill('')),
      );
    else table.resize(rectAddress({ ...range, rowCount: range.rowCount + rowCount }));
  };
}
