/**
 * A chart's series: what they draw, how they are named and coloured; written for the charts that a session adds, read of
 * those that a file brought.
 *
 * @see ECMA-376 part 1, 21.2.2.170 (ser)
 */
import type { Chart, ChartSeries } from '../model/chart.ts';
import type { Workbook } from '../model/workbook.ts';
import { holdsNumbers, numberCacheXml, pointCount, textCacheXml } from './chart-cache.ts';
import { child, descendants, escapeText, type XmlElement } from './xml.ts';

/** What a series needs of its workbook: cells to cache, and colours of its own where the file has no theme. */
export interface SeriesSource {
  readonly book: Workbook;
  /** Without a theme part, a series that names no colour comes out white in LibreOffice. */
  readonly hasTheme: boolean;
}

export const chartValue = (name: string, val: string | number): string => `<c:${name} val="${val}"/>`;

/** Theme indices of the accents. */
const FIRST_ACCENT = 4;
const ACCENTS = 6;

const accent = (index: number, { themeColors }: Workbook): string =>
  themeColors[FIRST_ACCENT + (index % ACCENTS)] ?? '4472C4';

const fillXml = (color: string): string =>
  `<a:solidFill><a:srgbClr val="${color.replace('#', '').toUpperCase()}"/></a:solidFill>`;

/** English metric units in a point. */
const EMU = 12700;
/** Excel's width of a line chart's lines, in points. */
const LINE_WEIGHT = 2.25;

const isLine = ({ kind }: Chart): boolean => kind === 'line' || kind === 'lineMarkers';
const isRound = ({ kind }: Chart): boolean => kind === 'pie' || kind === 'doughnut';

/** Fill and line: in a line chart the line is what one sees. */
function shapeXml(
  chart: Chart,
  series: ChartSeries,
  index: number,
  { book, hasTheme }: SeriesSource,
): string {
  const own = hasTheme || isRound(chart) ? undefined : accent(index, book);
  const lineColor = series.lineColor ?? (isLine(chart) ? (series.color ?? own) : undefined);
  const fill = series.color ?? own;
  const width = isLine(chart) ? ` w="${LINE_WEIGHT * EMU}"` : '';
  const parts =
    (fill === undefined || isLine(chart) ? '' : fillXml(fill)) +
    (lineColor === undefined ? '' : `<a:ln${width}>${fillXml(lineColor)}</a:ln>`);
  return parts === '' ? '' : `<c:spPr>${parts}</c:spPr>`;
}

/** The slices of a pie take the accents one after the other; a theme brings them, without one each slice says its own. */
function slicesXml(chart: Chart, series: ChartSeries, { book, hasTheme }: SeriesSource): string {
  if (hasTheme || !isRound(chart) || series.color !== undefined) return '';
  return Array.from(
    { length: pointCount(series.values, book) },
    (_, index) =>
      `<c:dPt>${chartValue('idx', index)}${chartValue('bubble3D', 0)}<c:spPr>${fillXml(accent(index, book))}</c:spPr></c:dPt>`,
  ).join('');
}

const LABELS = ['showLegendKey', 'showVal', 'showCatName', 'showSerName', 'showPercent', 'showBubbleSize'];

const labelsXml = ({ dataLabels }: Chart): string =>
  dataLabels
    ? `<c:dLbls>${LABELS.map((name) => chartValue(name, name === 'showVal' ? 1 : 0)).join('')}</c:dLbls>`
    : '';

export function seriesXml(chart: Chart, series: ChartSeries, index: number, source: SeriesSource): string {
  const { book } = source;
  const line = isLine(chart);
  return (
    `<c:ser>${chartValue('idx', index)}${chartValue('order', index)}${nameXml(series, book)}` +
    shapeXml(chart, series, index, source) +
    (line ? `<c:marker>${chartValue('symbol', chart.kind === 'line' ? 'none' : 'circle')}</c:marker>` : '') +
    (line || isRound(chart) ? '' : chartValue('invertIfNegative', 0)) +
    `${slicesXml(chart, series, source)}${labelsXml(chart)}${categoriesXml(series, book)}` +
    `<c:val><c:numRef><c:f>${escapeText(series.values)}</c:f>${numberCacheXml(series.values, book)}</c:numRef></c:val>` +
    `${line ? chartValue('smooth', 0) : ''}</c:ser>`
  );
}

function categoriesXml({ categories }: ChartSeries, book: Workbook): string {
  if (categories === undefined) return '';
  const formula = `<c:f>${escapeText(categories)}</c:f>`;
  return holdsNumbers(categories, book)
    ? `<c:cat><c:numRef>${formula}${numberCacheXml(categories, book)}</c:numRef></c:cat>`
    : `<c:cat><c:strRef>${formula}${textCacheXml(categories, book)}</c:strRef></c:cat>`;
}

function nameXml({ name }: ChartSeries, book: Workbook): string {
  if (name === undefined) return '';
  return 'text' in name
    ? `<c:tx><c:v>${escapeText(name.text)}</c:v></c:tx>`
    : `<c:tx><c:strRef><c:f>${escapeText(name.reference)}</c:f>${textCacheXml(name.reference, book)}</c:strRef></c:tx>`;
}

/** The reference in a `tx`, `cat` or `val`. */
export const formulaIn = (element: XmlElement | undefined): XmlElement | undefined =>
  element === undefined ? undefined : descendants(element, 'f')[0];

export function readSeries(element: XmlElement): ChartSeries {
  const name = child(element, 'tx');
  const reference = formulaIn(name)?.text;
  const text = name === undefined ? undefined : descendants(name, 'v')[0]?.text;
  const categories = formulaIn(child(element, 'cat'))?.text;
  const shape = child(element, 'spPr');
  const color = colorIn(shape);
  const lineColor = colorIn(child(shape, 'ln'));
  return {
    values: formulaIn(child(element, 'val'))?.text ?? '',
    ...(categories === undefined ? {} : { categories }),
    ...(reference !== undefined ? { name: { reference } } : text !== undefined ? { name: { text } } : {}),
    ...(color === undefined ? {} : { color }),
    ...(lineColor === undefined ? {} : { lineColor }),
  };
}

/** A colour that is written out; one of the theme stays the file's affair. */
function colorIn(element: XmlElement | undefined): string | undefined {
  const value = child(child(element, 'solidFill'), 'srgbClr')?.attributes.get('val');
  return value === undefined ? undefined : `#${value.toUpperCase()}`;
}
