/** What is said of circular references: once, however often the book is calculated. */
import { cellAddress } from './area.ts';
import { quoteSheetName } from './sheet-name.ts';
import type { Sheet } from './sheet.ts';

export interface CircularCell {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

const byPlace = (a: CircularCell, b: CircularCell): number =>
  Number(a.sheet.id > b.sheet.id) - Number(a.sheet.id < b.sheet.id) || a.row - b.row || a.column - b.column;

/**
 * One sentence on the cells that need each other's values.
 *
 * @param isIterative whether the workbook asks to go round such circles until nothing changes
 */
export function describeCircularReferences(cells: readonly CircularCell[], isIterative: boolean): string {
  const [first] = [...cells].sort(byPlace);
  if (first === undefined) return '';
  const where = `${quoteSheetName(first.sheet.name)}!${cellAddress(first.row, first.column)}`;
  const others = cells.length - 1;
  const which = others === 0 ? where : `${where} and ${others} other cell${others === 1 ? '' : 's'}`;
  return isIterative
    ? `Circular reference in ${which}: iterative calculation is not done here, and the cells keep the values that Excel last saved, or 0 where there is none.`
    : `Circular reference in ${which}: the cells show 0.`;
}
