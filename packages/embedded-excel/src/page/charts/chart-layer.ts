/** Puts the charts of the sheet that is shown over its cells; frozen panes cut them as they cut the cells. */
import { htmlColor } from '../../rich-api/excel/colors.ts';
import type { GridView } from '../grid/grid-view.ts';
import { PIXELS_PER_POINT } from '../grid/sheet-axes.ts';
import type { Workspace } from '../workspace.ts';
import { chartData } from './chart-data.ts';
import { drawChart } from './draw-chart.ts';

const ACCENTS = [4, 5, 6, 7, 8, 9];

export function showCharts({ book, sheet }: Workspace, { layers }: GridView): void {
  const palette = ACCENTS.map((theme) => htmlColor({ theme }, book, '#4472C4'));
  for (const { element } of layers)
    for (const old of element.querySelectorAll(':scope > .chart')) old.remove();
  for (const chart of sheet.charts) {
    const [top, left, width, height] = [
      chart.place.top,
      chart.place.left,
      chart.place.width,
      chart.place.height,
    ].map((points) => Math.round(points * PIXELS_PER_POINT)) as [number, number, number, number];
    const drawn = drawChart(chart, chartData(chart, book), width - 2, height - 2, palette);
    for (const [index, { element, x, y }] of layers.entries()) {
      const box = document.createElement('div');
      box.className = 'chart';
      box.dataset['chart'] = chart.name;
      box.style.cssText = `left:${left - x}px;top:${top - y}px;width:${width}px;height:${height}px`;
      box.append(index === 0 ? drawn : drawn.cloneNode(true));
      element.prepend(box);
    }
  }
}
