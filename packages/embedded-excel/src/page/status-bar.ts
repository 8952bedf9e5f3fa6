/** What the selected figures add up to, as Excel shows it at the lower right. */
import { format } from 'numfmt';
import type { Workspace } from './workspace.ts';

/** Cells that are looked at; a whole sheet's sum is nobody's question. */
const MOST_CELLS = 2_000_000;

export function statusText({ book, sheet, selection }: Workspace): string[] {
  const { area, active } = selection;
  if (area.top === area.bottom && area.left === area.right) return [];
  let [count, figures, sum, seen] = [0, 0, 0, 0];
  for (const [, { values }] of sheet.grid.rows(area.top, area.bottom))
    for (let column = area.left; column <= Math.min(area.right, values.length - 1); column++) {
      const value = values[column] ?? null;
      if (++seen > MOST_CELLS) return [];
      if (value !== null) count++;
      if (typeof value === 'number') {
        figures++;
        sum += value;
      }
    }
  if (count < 2) return [];
  if (figures === 0) return [`Count: ${count}`];
  const code = book.styles.numberFormat(sheet.style(active.row, active.column));
  const shown = (value: number): string =>
    format(/[dmyh@*_]/i.test(code) || code === 'General' ? '#,##0.######' : code, value).replace(/\.$/, '');
  return [`Average: ${shown(sum / figures)}`, `Count: ${count}`, `Sum: ${shown(sum)}`];
}
