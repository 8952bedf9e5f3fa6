/**
 * A chart's part: written for the charts that a session adds; for a file's own, only titles and the cells it draws are
 * read, and only those cells are patched.
 *
 * @see ECMA-376 part 1, 21.2
 */
import type { Chart, ChartKind } from '../model/chart.ts';
import type { Workbook } from '../model/workbook.ts';
import { numberCacheXml, textCacheXml } from './chart-cache.ts';
import { chartValue, formulaIn, readSeries, seriesXml, type SeriesSource } from './chart-series.ts';
import { xmlDocument } from './package-parts.ts';
import {
  attributeText,
  child,
  childrenOf,
  descendants,
  escapeText,
  parseXml,
  prefixOf,
  type Splice,
  spliced,
  type XmlElement,
} from './xml.ts';

export const CHART_CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';

/** The part of a chart that the session added. */
export const writeChart = (chart: Chart, source: SeriesSource): string =>
  xmlDocument(
    `<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}">${chartValue('roundedCorners', 0)}<c:chart>` +
      `${chart.title === undefined ? '' : titleXml(chart.title)}${chartValue('autoTitleDeleted', chart.title === undefined ? 1 : 0)}` +
      `<c:plotArea><c:layout/>${plotXml(chart, source)}</c:plotArea>${legendXml(chart)}${chartValue('plotVisOnly', 1)}` +
      `${chartValue('dispBlanksAs', 'gap')}</c:chart></c:chartSpace>`,
  );

function titleXml(text: string): string {
  return (
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr lang="en-US"/><a:t>${escapeText(text)}</a:t></a:r></a:p>` +
    `</c:rich></c:tx>${chartValue('overlay', 0)}</c:title>`
  );
}

const LEGEND_PLACES = { top: 't', bottom: 'b', left: 'l', right: 'r' } as const;

const legendXml = ({ legend }: Chart): string =>
  legend === undefined
    ? ''
    : `<c:legend>${chartValue('legendPos', LEGEND_PLACES[legend])}${chartValue('overlay', 0)}</c:legend>`;

const CATEGORY_AXIS = 111111111;
const VALUE_AXIS = 222222222;
const AXES = chartValue('axId', CATEGORY_AXIS) + chartValue('axId', VALUE_AXIS);

function plotXml(chart: Chart, source: SeriesSource): string {
  const { kind } = chart;
  const round = kind === 'pie' || kind === 'doughnut';
  const series = chart.series.map((one, index) => seriesXml(chart, one, index, source)).join('');
  if (kind === 'pie')
    return `<c:pieChart>${chartValue('varyColors', 1)}${series}${chartValue('firstSliceAng', 0)}</c:pieChart>`;
  if (round)
    return (
      `<c:doughnutChart>${chartValue('varyColors', 1)}${series}${chartValue('firstSliceAng', 0)}` +
      `${chartValue('holeSize', 50)}</c:doughnutChart>`
    );
  if (kind === 'line' || kind === 'lineMarkers')
    return (
      `<c:lineChart>${chartValue('grouping', 'standard')}${chartValue('varyColors', 0)}${series}${chartValue('marker', 1)}${AXES}` +
      `</c:lineChart>${axesXml(chart, 'b', 'l')}`
    );
  const bars = kind.startsWith('bar');
  const stacked = !kind.endsWith('Clustered');
  const grouping = kind.endsWith('100') ? 'percentStacked' : stacked ? 'stacked' : 'clustered';
  return (
    `<c:barChart>${chartValue('barDir', bars ? 'bar' : 'col')}${chartValue('grouping', grouping)}${chartValue('varyColors', 0)}` +
    `${series}${chartValue('gapWidth', 150)}${stacked ? chartValue('overlap', 100) : ''}${AXES}</c:barChart>` +
    axesXml(chart, bars ? 'l' : 'b', bars ? 'b' : 'l')
  );
}

function axesXml(chart: Chart, categories: string, values: string): string {
  const start = (id: number): string =>
    `${chartValue('axId', id)}<c:scaling>${chartValue('orientation', 'minMax')}</c:scaling>${chartValue('delete', 0)}`;
  const title = (text: string | undefined): string => (text === undefined ? '' : titleXml(text));
  const format = attributeText({
    formatCode: chart.valueNumberFormat ?? 'General',
    sourceLinked: chart.valueNumberFormat === undefined ? 1 : 0,
  });
  return (
    `<c:catAx>${start(CATEGORY_AXIS)}${chartValue('axPos', categories)}${title(chart.categoryAxisTitle)}` +
    `${chartValue('majorTickMark', 'none')}${chartValue('minorTickMark', 'none')}${chartValue('tickLblPos', 'nextTo')}` +
    `${chartValue('crossAx', VALUE_AXIS)}${chartValue('crosses', 'autoZero')}</c:catAx>` +
    `<c:valAx>${start(VALUE_AXIS)}${chartValue('axPos', values)}<c:majorGridlines/>${title(chart.valueAxisTitle)}` +
    `<c:numFmt${format}/>${chartValue('majorTickMark', 'none')}${chartValue('minorTickMark', 'none')}` +
    `${chartValue('tickLblPos', 'nextTo')}${chartValue('crossAx', CATEGORY_AXIS)}${chartValue('crosses', 'autoZero')}</c:valAx>`
  );
}

/** What the model knows of a chart that a file brought. */
export function readChart(text: string): Pick<Chart, 'kind' | 'series' | 'title' | 'legend'> {
  const root = parseXml(text);
  const chart = child(root, 'chart');
  const plot = child(chart, 'plotArea');
  const drawn = plot?.children.find(({ local }) => local.endsWith('Chart'));
  const title = child(chart, 'title');
  const legend = child(child(chart, 'legend'), 'legendPos')?.attributes.get('val');
  const place = Object.entries(LEGEND_PLACES).find(([, letter]) => letter === legend)?.[0];
  return {
    kind: drawn === undefined ? 'columnClustered' : kindOf(drawn),
    series: plot === undefined ? [] : descendants(plot, 'ser').map(readSeries),
    title:
      title === undefined
        ? undefined
        : descendants(title, 't')
            .map((run) => run.text)
            .join(''),
    legend: place as Chart['legend'],
  };
}

function kindOf(drawn: XmlElement): ChartKind {
  const of = (name: string): string | undefined => child(drawn, name)?.attributes.get('val');
  if (drawn.local.startsWith('pie')) return 'pie';
  if (drawn.local.startsWith('doughnut')) return 'doughnut';
  if (drawn.local.startsWith('line')) return 'line';
  const direction = of('barDir') === 'bar' ? 'bar' : 'column';
  const grouping = of('grouping');
  return `${direction}${grouping === 'percentStacked' ? 'Stacked100' : grouping === 'stacked' ? 'Stacked' : 'Clustered'}`;
}

/** A file's own chart with other cells to draw; its looks stay. Copies of the old figures make way for the new ones'. */
export function patchChart(text: string, chart: Chart, source: SeriesSource): string {
  const root = parseXml(text);
  const all = descendants(root, 'ser');
  const splices: Splice[] = [];
  for (const [index, element] of all.entries()) {
    const series = chart.series[index];
    if (series === undefined) splices.push({ start: element.start, end: element.end, text: '' });
    else {
      const name =
        series.name !== undefined && 'reference' in series.name ? series.name.reference : undefined;
      for (const [part, reference] of [
        ['tx', name],
        ['cat', series.categories],
        ['val', series.values],
      ] as const)
        splices.push(...referenceSplices(child(element, part), reference, source.book));
    }
  }
  const last = all[all.length - 1];
  if (last !== undefined && prefixOf(last.name) === 'c:')
    for (let index = all.length; index < chart.series.length; index++) {
      const series = chart.series[index];
      if (series !== undefined)
        splices.push({ start: last.end, end: last.end, text: seriesXml(chart, series, index, source) });
    }
  return spliced(text, splices);
}

function referenceSplices(
  element: XmlElement | undefined,
  reference: string | undefined,
  book: Workbook,
): Splice[] {
  const formula = formulaIn(element);
  if (element === undefined || formula === undefined || reference === undefined || formula.text === reference)
    return [];
  const holder = element.children.find(({ children }) => children.includes(formula));
  const caches = element.children.flatMap((inner) => [
    ...childrenOf(inner, 'strCache'),
    ...childrenOf(inner, 'numCache'),
    ...childrenOf(inner, 'multiLvlStrCache'),
  ]);
  const p = prefixOf(formula.name);
  const cache =
    holder?.local === 'numRef'
      ? numberCacheXml(reference, book, p)
      : holder?.local === 'strRef'
        ? textCacheXml(reference, book, p)
        : '';
  return [
    { start: formula.contentStart, end: formula.contentEnd, text: escapeText(reference) },
    { start: formula.end, end: formula.end, text: cache },
    ...caches.map(({ start, end }) => ({ start, end, text: '' })),
  ];
}
