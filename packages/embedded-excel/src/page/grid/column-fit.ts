/** The width at which a column shows all of its content, as a double click on its header's edge asks for. */
import type { Sheet } from '../../model/sheet.ts';
import type { Workbook } from '../../model/workbook.ts';
import { cellText, shownFormat } from '../../rich-api/excel/cell-text.ts';
import { screenFont } from './fonts.ts';
import { CELL_PADDING } from './looks.ts';

/** Rows that are measured. */
const MOST_ROWS = 20_000;

/** Pixels, or undefined for a column without content. */
export function fittedWidth(
  sheet: Sheet,
  column: number,
  { styles, date1904 }: Workbook,
): number | undefined {
  let widest = 0;
  let rows = 0;
  for (const [row, { values }] of sheet.grid.rows()) {
    const value = values[column] ?? null;
    if (value === null || sheet.layout.mergedAt(row, column) !== undefined) continue;
    const style = sheet.style(row, column);
    const text = cellText(value, shownFormat(sheet, row, column, styles), date1904);
    const font = screenFont(styles.font(style));
    for (const line of text.split('\n')) widest = Math.max(widest, font.width(line));
    if (++rows === MOST_ROWS) break;
  }
  return widest === 0 ? undefined : Math.ceil(widest) + 2 * CELL_PADDING + 2;
}
