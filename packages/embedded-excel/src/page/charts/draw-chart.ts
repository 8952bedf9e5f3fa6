/** Draws a chart as SVG: columns, bars, lines, pies and rings, plain and close to what Excel makes of the same data. */
import { format } from 'numfmt';
import type { Chart } from '../../model/chart.ts';
import type { ChartData, SeriesData } from './chart-data.ts';
import { type Box, drawAxes } from './draw-axes.ts';
import { fitted, label, shape, slice } from './drawing.ts';
import { valueScale } from './value-scale.ts';

const TITLE_HEIGHT = 30;
const LEGEND_HEIGHT = 24;

export function drawChart(
  chart: Chart,
  data: ChartData,
  width: number,
  height: number,
  palette: readonly string[],
): SVGElement {
  const name = chart.title ?? chart.name;
  const svg = shape('svg', {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'aria-label': name,
  });
  const top = chart.title === undefined ? 12 : TITLE_HEIGHT;
  if (chart.title !== undefined)
    svg.append(
      label(fitted(chart.title, width - 20, 14), width / 2, 20, { 'font-size': 14, fill: '#404040' }),
    );
  if (data.series.length === 0) {
    svg.append(label(`${name}: kept in the file, not drawn here`, width / 2, height / 2));
    return svg;
  }
  const isRound = chart.kind === 'pie' || chart.kind === 'doughnut';
  const colors = (index: number): string => palette[index % palette.length] ?? '#4472C4';
  const colorOf = ({ color }: SeriesData, index: number): string => color ?? colors(index);
  const entries = isRound ? data.categories : data.series.map((series) => series.name);
  const bottom = chart.legend === undefined ? 8 : LEGEND_HEIGHT + 6;
  const box: Box = { left: 12, top, right: width - 14, bottom: height - bottom };
  if (isRound) svg.append(...drawRing(chart, data, box, colors));
  else svg.append(...drawFigures(chart, data, box, colorOf));
  if (chart.legend !== undefined)
    svg.append(
      ...drawLegend(
        entries,
        (index) => {
          const series = isRound ? undefined : data.series[index];
          return series === undefined ? colors(index) : colorOf(series, index);
        },
        width,
        height,
      ),
    );
  return svg;
}

function drawFigures(
  chart: Chart,
  data: ChartData,
  outer: Box,
  colorOf: (series: SeriesData, index: number) => string,
): Element[] {
  const isStacked = chart.kind.includes('Stacked');
  const isShare = chart.kind.endsWith('100');
  const stacks = data.categories.map((_, index) => stackOf(data, index, isShare));
  const isBar = chart.kind.startsWith('bar');
  const scale = valueScale(
    isStacked ? stacks.flat().flat() : data.series.flatMap(({ values }) => values),
    isBar ? 6 : Math.max(3, Math.floor((outer.bottom - outer.top) / 45)),
    ...(isShare ? [0] : []),
  );
  const code = isShare ? '0%' : (chart.valueNumberFormat ?? data.series[0]?.numberFormat ?? 'General');
  const shown = (value: number): string => (code === 'General' ? String(value) : format(code, value)).trim();
  const { elements, plot } = drawAxes({ chart, categories: data.categories, scale, shown, outer, isBar });
  const along = isBar ? plot.bottom - plot.top : plot.right - plot.left;
  const across = isBar ? plot.right - plot.left : plot.bottom - plot.top;
  const step = along / Math.max(1, data.categories.length);
  const place = (value: number): number => {
    const part = (value - scale.low) / (scale.high - scale.low);
    return isBar ? plot.left + part * across : plot.bottom - part * across;
  };
  const middle = (index: number): number =>
    // Excel's bars go upwards, the first at the bottom.
    isBar ? plot.bottom - (index + 0.5) * step : plot.left + (index + 0.5) * step;
  for (const [at, series] of data.series.entries()) {
    const color = colorOf(series, at);
    if (chart.kind.startsWith('line')) {
      const points = series.values.map(
        (value, index) => `${middle(index).toFixed(1)},${place(value).toFixed(1)}`,
      );
      elements.push(
        shape('polyline', { points: points.join(' '), fill: 'none', stroke: color, 'stroke-width': 2.25 }),
      );
      if (chart.kind === 'lineMarkers')
        for (const point of points) {
          const [cx = '', cy = ''] = point.split(',');
          elements.push(shape('circle', { cx, cy, r: 3, fill: color }));
        }
      continue;
    }
    const thickness = (step / 1.6 / (isStacked ? 1 : data.series.length)) * 0.98;
    for (const [index, value] of series.values.entries()) {
      const [from, to] = isStacked ? (stacks[index]?.[at] ?? [0, 0]) : [0, value];
      const offset = isStacked ? 0 : (at - (data.series.length - 1) / 2) * thickness * (isBar ? -1 : 1);
      const [low, high] = [place(Math.min(from, to)), place(Math.max(from, to))];
      const line = middle(index) + offset - thickness / 2;
      const size = Math.max(0, Math.abs(high - low));
      elements.push(
        isBar
          ? shape('rect', { x: low, y: line, width: size, height: thickness, fill: color })
          : shape('rect', { x: line, y: high, width: thickness, height: size, fill: color }),
      );
      if (chart.dataLabels)
        elements.push(
          isBar
            ? label(shown(value), high + 4, line + thickness / 2 + 4, {
                'text-anchor': 'start',
                'font-size': 10,
              })
            : label(shown(value), line + thickness / 2, high - 4, { 'font-size': 10 }),
        );
    }
  }
  return elements;
}

/** From where to where each series' part of a stack goes. */
function stackOf({ series }: ChartData, index: number, isShare: boolean): [number, number][] {
  const values = series.map(({ values }) => values[index] ?? 0);
  const total = isShare ? values.reduce((sum, value) => sum + Math.abs(value), 0) || 1 : 1;
  let [above, below] = [0, 0];
  return values.map((value) => {
    const part = value / total;
    if (part < 0) return [below, (below += part)];
    return [above, (above += part)];
  });
}

function drawRing(chart: Chart, data: ChartData, box: Box, colors: (index: number) => string): Element[] {
  const values = (data.series[0]?.values ?? []).map((value) => Math.max(0, value));
  const total = values.reduce((sum, value) => sum + value, 0);
  if (total === 0) return [];
  const centre = [(box.left + box.right) / 2, (box.top + box.bottom) / 2] as const;
  const radius = Math.max(10, Math.min(box.right - box.left, box.bottom - box.top) / 2 - 4);
  const inner = chart.kind === 'doughnut' ? radius * 0.55 : 0;
  let from = 0;
  return values.flatMap((value, index) => {
    const to = from + value / total;
    const parts: Element[] = [
      shape('path', { d: slice(centre, [inner, radius], from, to), fill: colors(index), stroke: '#fff' }),
    ];
    if (chart.dataLabels && value / total > 0.03) {
      const angle = Math.PI * (from + to);
      const reach = (radius + inner) / 2;
      parts.push(
        label(String(value), centre[0] + reach * Math.sin(angle), centre[1] - reach * Math.cos(angle) + 4, {
          fill: '#fff',
        }),
      );
    }
    from = to;
    return parts;
  });
}

function drawLegend(
  entries: readonly string[],
  colorOf: (index: number) => string,
  width: number,
  height: number,
): Element[] {
  const room = (width - 20) / Math.max(1, entries.length);
  const texts = entries.map((entry) => fitted(entry, room - 26));
  const widths = texts.map((text) => text.length * 5.8 + 26);
  let x = Math.max(10, (width - widths.reduce((sum, each) => sum + each, 0)) / 2);
  return texts.flatMap((text, index) => {
    const start = x;
    x += widths[index] ?? 0;
    return [
      shape('rect', { x: start, y: height - 19, width: 9, height: 9, fill: colorOf(index) }),
      label(text, start + 14, height - 11, { 'text-anchor': 'start' }),
    ];
  });
}
