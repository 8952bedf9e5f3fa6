/**
 * Calculated columns: where "Fill formulas in tables to create calculated columns" is on, as it is by default, a formula
 * that comes into a column of a table without constants fills all of it, whatever else was written into its other cells
 * (office-js#2093, #5909, #6745, #1916: the last formula wins, and cells that were to stay blank are filled too).
 */
import { areaAt, intersection } from '../../model/area.ts';
import { shiftable } from '../../model/formula-references.ts';
import type { Host } from '../host.ts';
import type { RangeTarget } from '../range-target.ts';

/** What has to be filled once the formulas are written; looked at before they are. */
export function columnsToFill(
  { sheet, area }: RangeTarget,
  formulas: readonly (readonly (string | undefined)[])[],
  { book }: Host,
): (() => void)[] {
  if (!book.hostModes.has('formulas-fill-columns')) return [];
  const fills: (() => void)[] = [];
  for (const table of book.tablesOn(sheet)) {
    const body = table.dataArea;
    const hit = intersection(body, area);
    if (hit === undefined) continue;
    for (let column = hit.left; column <= hit.right; column++) {
      let last = hit.bottom;
      while (last >= hit.top && formulas[last - area.top]?.[column - area.left] === undefined) last--;
      const formula = formulas[last - area.top]?.[column - area.left];
      if (formula === undefined || last < hit.top) continue;
      const rows = Array.from({ length: body.bottom - body.top + 1 }, (_, row) => body.top + row);
      const isConstant = (row: number): boolean =>
        sheet.formula(row, column) === undefined && sheet.value(row, column) !== null;
      if (rows.some(isConstant)) continue;
      const moved = shiftable(formula);
      fills.push(() => {
        const cells = areaAt(body.top, column, rows.length, 1);
        sheet.setFormulas(
          cells.top,
          cells.left,
          rows.map((row) => [moved(row - last, 0)]),
        );
      });
    }
  }
  return fills;
}
