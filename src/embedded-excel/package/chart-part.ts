/**
 * A chart's part: written for the charts that a session adds; for a file's own, only titles and the cells it draws are
 * read, and only those cells are patched.
 *
 * @see ECMA-376 part 1, 21.2
 */
import type { Chart, ChartKind, ChartSeries } from '../model/chart.ts';
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

const value = (name: string, val: string | number): string => `<c:${name} val="${val}"/>`;

/** The part of a chart that the session added. */
export const writeChart = (chart: Chart): string =>
  xmlDocument(
    `<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}">${value('roundedCorners', 0)}<c:chart>` +
      `${chart.title === undefined ? '' : titleXml(chart.title)}${value('autoTitleDeleted', chart.title === undefined ? 1 : 0)}` +
      `<c:plotArea><c:layout/>${plotXml(chart)}</c:plotArea>${legendXml(chart)}${value('plotVisOnly', 1)}` +
      `${value('dispBlanksAs', 'gap')}</c:chart></c:chartSpace>`,
  );

function titleXml(text: string): string {
  return (
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr lang="en-US"/><a:t>${escapeText(text)}</a:t></a:r></a:p>` +
    `</c:rich></c:tx>${value('overlay', 0)}</c:title>`
  );
}

const LEGEND_PLACES = { top: 't', bottom: 'b', left: 'l', right: 'r' } as const;

const legendXml = ({ legend }: Chart): string =>
  legend === undefined
    ? ''
    : `<c:legend>${value('legendPos', LEGEND_PLACES[legend])}${value('overlay', 0)}</c:legend>`;

const CATEGORY_AXIS = 111111111;
const VALUE_AXIS = 222222222;
const AXES = value('axId', CATEGORY_AXIS) + value('axId', VALUE_AXIS);

function plotXml(chart: Chart): string {
  const { kind } = chart;
  const round = kind === 'pie' || kind === 'doughnut';
  const series = chart.series.map((one, index) => seriesXml(chart, one, index)).join('');
  if (kind === 'pie')
    return `<c:pieChart>${value('varyColors', 1)}${series}${value('firstSliceAng', 0)}</c:pieChart>`;
  if (round)
    return (
      `<c:doughnutChart>${value('varyColors', 1)}${series}${value('firstSliceAng', 0)}` +
      `${value('holeSize', 50)}</c:doughnutChart>`
    );
  if (kind === 'line' || kind === 'lineMarkers')
    return (
      `<c:lineChart>${value('grouping', 'standard')}${value('varyColors', 0)}${series}${value('marker', 1)}${AXES}` +
      `</c:lineChart>${axesXml(chart, 'b', 'l')}`
    );
  const bars = kind.startsWith('bar');
  const stacked = !kind.endsWith('Clustered');
  const grouping = kind.endsWith('100') ? 'percentStacked' : stacked ? 'stacked' : 'clustered';
  return (
    `<c:barChart>${value('barDir', bars ? 'bar' : 'col')}${value('grouping', grouping)}${value('varyColors', 0)}` +
    `${series}${value('gapWidth', 150)}${stacked ? value('overlap', 100) : ''}${AXES}</c:barChart>` +
    axesXml(chart, bars ? 'l' : 'b', bars ? 'b' : 'l')
  );
}

const fillXml = (color: string): string =>
  `<a:solidFill><a:srgbClr val="${color.replace('#', '').toUpperCase()}"/></a:solidFill>`;

function seriesXml(chart: Chart, series: ChartSeries, index: number): string {
  const { kind } = chart;
  const line = kind === 'line' || kind === 'lineMarkers';
  const round = kind === 'pie' || kind === 'doughnut';
  const color =
    series.color === undefined
      ? ''
      : `<c:spPr>${line ? `<a:ln w="28575">${fillXml(series.color)}</a:ln>` : fillXml(series.color)}</c:spPr>`;
  const labels = chart.dataLabels
    ? `<c:dLbls>${['showLegendKey', 'showVal', 'showCatName', 'showSerName', 'showPercent', 'showBubbleSize']
        .map((name) => value(name, name === 'showVal' ? 1 : 0))
        .join('')}</c:dLbls>`
    : '';
  return (
    `<c:ser>${value('idx', index)}${value('order', index)}${nameXml(series)}${color}` +
    (line ? `<c:marker>${value('symbol', kind === 'line' ? 'none' : 'circle')}</c:marker>` : '') +
    `${line || round ? '' : value('invertIfNegative', 0)}${labels}` +
    (series.categories === undefined
      ? ''
      : `<c:cat><c:strRef><c:f>${escapeText(series.categories)}</c:f></c:strRef></c:cat>`) +
    `<c:val><c:numRef><c:f>${escapeText(series.values)}</c:f></c:numRef></c:val>${line ? value('smooth', 0) : ''}</c:ser>`
  );
}

function nameXml({ name }: ChartSeries): string {
  if (name === undefined) return '';
  return 'text' in name
    ? `<c:tx><c:v>${escapeText(name.text)}</c:v></c:tx>`
    : `<c:tx><c:strRef><c:f>${escapeText(name.reference)}</c:f></c:strRef></c:tx>`;
}

function axesXml(chart: Chart, categories: string, values: string): string {
  const start = (id: number): string =>
    `${value('axId', id)}<c:scaling>${value('orientation', 'minMax')}</c:scaling>${value('delete', 0)}`;
  const title = (text: string | undefined): string => (text === undefined ? '' : titleXml(text));
  const format = attributeText({
    formatCode: chart.valueNumberFormat ?? 'General',
    sourceLinked: chart.valueNumberFormat === undefined ? 1 : 0,
  });
  return (
    `<c:catAx>${start(CATEGORY_AXIS)}${value('axPos', categories)}${title(chart.categoryAxisTitle)}` +
    `${value('majorTickMark', 'none')}${value('minorTickMark', 'none')}${value('tickLblPos', 'nextTo')}` +
    `${value('crossAx', VALUE_AXIS)}${value('crosses', 'autoZero')}</c:catAx>` +
    `<c:valAx>${start(VALUE_AXIS)}${value('axPos', values)}<c:majorGridlines/>${title(chart.valueAxisTitle)}` +
    `<c:numFmt${format}/>${value('majorTickMark', 'none')}${value('minorTickMark', 'none')}` +
    `${value('tickLblPos', 'nextTo')}${value('crossAx', CATEGORY_AXIS)}${value('crosses', 'autoZero')}</c:valAx>`
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

const formulaIn = (element: XmlElement | undefined): XmlElement | undefined =>
  element === undefined ? undefined : descendants(element, 'f')[0];

function readSeries(element: XmlElement): ChartSeries {
  const name = child(element, 'tx');
  const reference = formulaIn(name)?.text;
  const text = name === undefined ? undefined : descendants(name, 'v')[0]?.text;
  const categories = formulaIn(child(element, 'cat'))?.text;
  return {
    values: formulaIn(child(element, 'val'))?.text ?? '',
    ...(categories === undefined ? {} : { categories }),
    ...(reference !== undefined ? { name: { reference } } : text !== undefined ? { name: { text } } : {}),
  };
}

/** A file's own chart with other cells to draw; its looks stay. Stale copies of the old figures go. */
export function patchChart(text: string, chart: Chart): string {
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
        splices.push(...referenceSplices(child(element, part), reference));
    }
  }
  const last = all[all.length - 1];
  if (last !== undefined && prefixOf(last.name) === 'c:')
    for (let index = all.length; index < chart.series.length; index++) {
      const series = chart.series[index];
      if (series !== undefined)
        splices.push({ start: last.end, end: last.end, text: seriesXml(chart, series, index) });
    }
  return spliced(text, splices);
}

function referenceSplices(element: XmlElement | undefined, reference: string | undefined): Splice[] {
  const formula = formulaIn(element);
  if (element === undefined || formula === undefined || reference === undefined || formula.text === reference)
    return [];
  const caches = element.children.flatMap((inner) => [
    ...childrenOf(inner, 'strCache'),
    ...childrenOf(inner, 'numCache'),
    ...childrenOf(inner, 'multiLvlStrCache'),
  ]);
  return [
    { start: formula.contentStart, end: formula.contentEnd, text: escapeText(reference) },
    ...caches.map(({ start, end }) => ({ start, end, text: '' })),
  ];
}
