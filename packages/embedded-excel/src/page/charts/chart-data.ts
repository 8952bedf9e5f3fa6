/** The figures behind a chart: its series' references read from the cells as they are now. */
import { type Area, parseArea } from '../../model/area.ts';
import type { Chart } from '../../model/chart.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { Workbook } from '../../model/workbook.ts';
import { cellText } from '../../rich-api/excel/cell-text.ts';

export interface SeriesData {
  readonly name: string;
  readonly values: readonly number[];
  /** The number format of the first figure. */
  readonly numberFormat: string;
  readonly color: string | undefined;
}

export interface ChartData {
  readonly categories: readonly string[];
  readonly series: readonly SeriesData[];
}

export function chartData(chart: Chart, book: Workbook): ChartData {
  const [first] = chart.series;
  const categories = textsOf(first?.categories, book);
  const series = chart.series.map(({ name, values, color }, index): SeriesData => {
    const cells = cellsOf(values, book);
    const start = cells[0];
    return {
      name:
        name === undefined
          ? `Series${index + 1}`
          : 'text' in name
            ? name.text
            : (textsOf(name.reference, book)[0] ?? ''),
      values: cells.map(({ sheet, row, column }) => {
        const value = sheet.value(row, column);
        return typeof value === 'number' ? value : 0;
      }),
      numberFormat:
        start === undefined
          ? 'General'
          : book.styles.numberFormat(start.sheet.style(start.row, start.column)),
      color,
    };
  });
  const count = Math.max(0, ...series.map(({ values }) => values.length));
  return {
    categories: Array.from({ length: count }, (_, index) => categories[index] ?? String(index + 1)),
    series,
  };
}

interface CellPlace {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

const textsOf = (reference: string | undefined, book: Workbook): string[] =>
  cellsOf(reference, book).map(({ sheet, row, column }) =>
    cellText(sheet.value(row, column), book.styles.numberFormat(sheet.style(row, column)), book.date1904),
  );

/** The visible cells of a reference such as `'New Grants'!$B$2:$B$9`: charts leave hidden ones out. */
function cellsOf(reference: string | undefined, book: Workbook): CellPlace[] {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(reference?.replace(/^=/, '') ?? '');
  const sheet = book.sheet(match?.[1]?.replace(/''/g, "'") ?? match?.[2] ?? '');
  const area: Area | undefined = parseArea(match?.[3] ?? '');
  if (sheet === undefined || area === undefined) return [];
  const cells: CellPlace[] = [];
  for (let row = area.top; row <= Math.min(area.bottom, area.top + 5000); row++) {
    if (sheet.rowProperties(row).hidden === true) continue;
    for (let column = area.left; column <= area.right; column++)
      if (sheet.layout.column(column).hidden !== true) cells.push({ sheet, row, column });
  }
  return cells;
}
