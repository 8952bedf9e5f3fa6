/**
 * The heights of rows that have none of their own: Excel fits them to their largest font and to their wrapped text.
 * Merged cells do not count, as in Excel.
 */
import { NO_STYLE } from '../../model/cell-grid.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { StylePool } from '../../model/styles.ts';
import { cellText } from '../../rich-api/excel/cell-text.ts';
import { type ScreenFont, screenFont } from './fonts.ts';
import { CELL_PADDING } from './looks.ts';
import { columnPixels, PIXELS_PER_POINT, type RowFit } from './sheet-axes.ts';

interface StyleFit {
  readonly line: number;
  readonly wraps: boolean;
  readonly font: ScreenFont;
  readonly numberFormat: string;
}

/** Pixels of a line in a font of that many points, as Excel spaces Calibri: 15 points for 11, 18.75 for 14. */
const lineHeight = (points: number): number => Math.round((points * 1.28 + 0.9) * PIXELS_PER_POINT);

export function rowFit(sheet: Sheet, styles: StylePool): RowFit {
  const standard = Math.round(sheet.layout.defaultRowHeight * PIXELS_PER_POINT);
  const fits = new Map<number, StyleFit>();
  const fitOf = (style: number): StyleFit => {
    let fit = fits.get(style);
    if (fit === undefined) {
      const font = styles.font(style);
      fit = {
        line: lineHeight(font.size ?? 11),
        wraps: styles.alignment(style).wrapText === true,
        font: screenFont(font),
        numberFormat: styles.numberFormat(style),
      };
      fits.set(style, fit);
    }
    return fit;
  };
  return (row) => {
    const content = sheet.grid.row(row);
    if (content?.styles === undefined || content.styles === null) return undefined;
    let height = standard;
    for (const [column, style] of content.styles.entries()) {
      if (style === NO_STYLE) continue;
      const fit = fitOf(style);
      const value = content.values[column] ?? null;
      if ((!fit.wraps && fit.line <= height) || value === null) continue;
      if (sheet.layout.mergedAt(row, column) !== undefined) continue;
      const { width } = sheet.layout.column(column);
      const lines = fit.wraps
        ? linesOf(cellText(value, fit.numberFormat, false), columnPixels(width) - 2 * CELL_PADDING, fit.font)
        : 1;
      height = Math.max(height, lines === 1 ? fit.line : Math.ceil(lines * fit.font.pixels * 1.22) + 3);
    }
    return height === standard ? undefined : height;
  };
}

/** Lines that a text takes when it is broken between words. */
function linesOf(text: string, width: number, font: ScreenFont): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines++;
    for (const word of paragraph.split(/(?<=[ -])/)) {
      const wanted = font.width(word);
      if (used > 0 && used + font.width(word.trimEnd()) > width) {
        lines++;
        used = 0;
      }
      // A word longer than the line is broken where the line ends.
      lines += Math.max(0, Math.ceil(wanted / Math.max(1, width)) - 1);
      used += wanted;
    }
  }
  return lines;
}
