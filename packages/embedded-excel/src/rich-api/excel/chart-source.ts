/** The series that Excel makes of a range: which row or column names them, which labels the categories. */
import { type Area, columnCount, rowCount } from '../../model/area.ts';
import type { ChartSeries } from '../../model/chart.ts';
import type { Sheet } from '../../model/sheet.ts';
import { absolute } from './absolute-address.ts';

export type SeriesBy = 'Auto' | 'Columns' | 'Rows';

/** A first row of texts names the series, a first column of texts (or below a blank corner) the categories. */
export function seriesOf(sheet: Sheet, area: Area, seriesBy: SeriesBy): ChartSeries[] {
  const byRows = seriesBy === 'Rows' || (seriesBy === 'Auto' && columnCount(area) > rowCount(area));
  const value = (along: number, across: number): unknown =>
    byRows
      ? sheet.value(area.top + across, area.left + along)
      : sheet.value(area.top + along, area.left + across);
  const [length, width] = byRows ? [columnCount(area), rowCount(area)] : [rowCount(area), columnCount(area)];
  const line = (across: number, from: number, to: number): Area =>
    byRows
      ? {
          top: area.top + across,
          bottom: area.top + across,
          left: area.left + from,
          right: area.left + to,
        }
      : {
          top: area.top + from,
          bottom: area.top + to,
          left: area.left + across,
          right: area.left + across,
        };
  const isLabel = (given: unknown): boolean => typeof given === 'string';
  const blankCorner = value(0, 0) === null;
  const hasNames = length > 1 && isLabel(value(0, width - 1)) && !isLabel(value(length - 1, width - 1));
  const hasCategories =
    width > 1 &&
    ((hasNames && blankCorner) || isLabel(value(hasNames ? 1 : 0, 0)) || isLabel(value(length - 1, 0)));
  const first = hasNames ? 1 : 0;
  const series: ChartSeries[] = [];
  for (let across = hasCategories ? 1 : 0; across < width; across++)
    series.push({
      values: absolute(sheet, line(across, first, length - 1)),
      ...(hasNames ? { name: { reference: absolute(sheet, line(across, 0, 0)) } } : {}),
      ...(hasCategories ? { categories: absolute(sheet, line(0, first, length - 1)) } : {}),
    });
  return series;
}
