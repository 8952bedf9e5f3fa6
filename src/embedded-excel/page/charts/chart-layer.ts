/** Puts the charts of the sheet that is shown over its cells. */
import type { GridView } from '../grid/grid-view.ts';
import { PIXELS_PER_POINT } from '../grid/sheet-axes.ts';
import type { Workspace } from '../workspace.ts';
import { htmlColor } from '../../rich-api/excel/colors.ts';
import { chartData } from './chart-data.ts';
import { drawChart } from './draw-chart.ts';

const ACCENTS = [4, 5, 6, 7, 8, 9];

export function showCharts({ book, sheet }: Workspace, grid: GridView): void {
  const { element, x, y } = grid.chartLayer;
  for (const old of element.querySelectorAll(':scope > .chart')) old.remove();
  const palette = ACCENTS.map((theme) => htmlColor({ theme }, book, '#4472C4'));
  for (const chart of sheet.charts) {
    const { top, left, width, height } = chart.place;
    const box = document.createElement('div');
    box.className = 'chart';
    box.dataset['chart'] = chart.name;
    const [w, h] = [Math.round(width * PIXELS_PER_POINT), Math.round(height * PIXELS_PER_POINT)];
    box.style.cssText = `left:${left * PIXELS_PER_POINT - x}px;top:${top * PIXELS_PER_POINT - y}px;width:${w}px;height:${h}px`;
    box.append(drawChart(chart, chartData(chart, book), w - 2, h - 2, palette));
    element.prepend(box);
  }
}
