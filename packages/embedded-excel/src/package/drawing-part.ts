/**
 * The charts on a sheet's drawing: where they lie and which parts they are. Pictures, shapes and whatever else stands on
 * the drawing keep their words.
 *
 * @see ECMA-376 part 1, 20.5
 */
import type { Chart, ChartPlace } from '../model/chart.ts';
import { columnAt, leftOf, rowAt, topOf } from '../model/geometry.ts';
import type { Sheet } from '../model/sheet.ts';
import { CHART_CONTENT_TYPE, patchChart, readChart, writeChart } from './chart-part.ts';
import type { SeriesSource } from './chart-series.ts';
import { type PackageEdit, type PackageParts, withChild, xmlDocument } from './package-parts.ts';
import type { LoadedChart } from './package-state.ts';
import type { SheetSkeleton } from './sheet-skeleton.ts';
import {
  attributeText,
  child,
  childrenOf,
  descendants,
  numberAttribute,
  parseXml,
  prefixedAttribute,
  prefixOf,
  type Splice,
  spliced,
  type XmlElement,
} from './xml.ts';

const SHEET_DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DRAWING_CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
/** English metric units in a point. */
const EMU = 12700;

interface ChartFrame {
  readonly anchor: XmlElement;
  readonly properties: XmlElement | undefined;
  /** The relationship from the drawing to the chart. */
  readonly id: string;
}

function chartFrames(root: XmlElement): ChartFrame[] {
  return root.children.flatMap((anchor) => {
    const [chart] = descendants(anchor, 'chart');
    const id = chart === undefined ? undefined : prefixedAttribute(chart, 'id');
    return id === undefined ? [] : [{ anchor, properties: descendants(anchor, 'cNvPr')[0], id }];
  });
}

/** The charts on a drawing, with what is needed to find them again. */
export function readCharts(
  parts: PackageParts,
  drawing: string,
  sheet: Sheet,
): { chart: Chart; loaded: LoadedChart }[] {
  const text = parts.text(drawing);
  if (text === undefined) return [];
  const targets = new Map(parts.relationships(drawing).map(({ id, target }) => [id, target]));
  return chartFrames(parseXml(text)).flatMap(({ anchor, properties, id }, index) => {
    const part = targets.get(id) ?? '';
    const content = parts.text(part);
    if (content === undefined) return [];
    const chart: Chart = {
      id: `${sheet.id}${index}`,
      name: properties?.attributes.get('name') ?? `Chart ${index + 1}`,
      own: false,
      categoryAxisTitle: undefined,
      valueAxisTitle: undefined,
      valueNumberFormat: undefined,
      dataLabels: false,
      place: placeOf(anchor, sheet),
      ...readChart(content),
    };
    return [{ chart, loaded: { drawing, relationship: id, part, before: JSON.stringify(chart) } }];
  });
}

function placeOf(anchor: XmlElement, sheet: Sheet): ChartPlace {
  const corner = (name: string): { left: number; top: number } | undefined => {
    const element = child(anchor, name);
    if (element === undefined) return undefined;
    const number = (local: string): number => Number(child(element, local)?.text ?? 0);
    return {
      left: leftOf(sheet, number('col')) + number('colOff') / EMU,
      top: topOf(sheet, number('row')) + number('rowOff') / EMU,
    };
  };
  const size = (name: string, width: string, height: string): [number, number] => {
    const element = child(anchor, name);
    return element === undefined
      ? [0, 0]
      : [(numberAttribute(element, width) ?? 0) / EMU, (numberAttribute(element, height) ?? 0) / EMU];
  };
  const [x, y] = size('pos', 'x', 'y');
  const from = corner('from') ?? { left: x, top: y };
  const to = corner('to');
  const [width, height] =
    to === undefined ? size('ext', 'cx', 'cy') : [to.left - from.left, to.top - from.top];
  return { ...from, width, height };
}

/** Brings a sheet's drawing in line with its charts: new ones are added, deleted ones go, moved ones move. */
export function writeCharts(
  edit: PackageEdit,
  skeleton: SheetSkeleton,
  sheet: Sheet,
  part: string,
  loaded: ReadonlyMap<string, LoadedChart>,
  source: SeriesSource,
): void {
  let drawing = edit.related(part, 'drawing');
  const added = sheet.charts.filter(({ id }) => !loaded.has(id));
  if (drawing !== undefined) changeCharts(edit, sheet, drawing, loaded, source);
  if (added.length === 0) return;
  if (drawing === undefined) {
    drawing = edit.freeName('xl/drawings/drawing#.xml');
    edit.put(
      drawing,
      xmlDocument(`<xdr:wsDr xmlns:xdr="${SHEET_DRAWING}" xmlns:a="${DRAWING}"></xdr:wsDr>`),
      DRAWING_CONTENT_TYPE,
    );
    const id = edit.relate(part, 'drawing', drawing);
    skeleton.replace('drawing', `<${skeleton.prefix}drawing xmlns:r="${OFFICE}" r:id="${id}"/>`);
  }
  for (const chart of added) {
    const name = edit.freeName('xl/charts/chart#.xml');
    edit.put(name, writeChart(chart, source), CHART_CONTENT_TYPE);
    const id = edit.relate(drawing, 'chart', name);
    const text = edit.text(drawing) ?? '';
    const root = parseXml(text);
    const highest = Math.max(
      1,
      ...descendants(root, 'cNvPr').map((element) => numberAttribute(element, 'id') ?? 0),
    );
    edit.put(drawing, withChild(text, anchorXml(chart, sheet, id, highest + 1)));
  }
}

function changeCharts(
  edit: PackageEdit,
  sheet: Sheet,
  drawing: string,
  loaded: ReadonlyMap<string, LoadedChart>,
  source: SeriesSource,
): void {
  const text = edit.text(drawing) ?? '';
  const frames = new Map(chartFrames(parseXml(text)).map((frame) => [frame.id, frame]));
  const splices: Splice[] = [];
  for (const [id, { drawing: home, relationship, part, before }] of loaded) {
    const frame = frames.get(relationship);
    if (home !== drawing || frame === undefined) continue;
    const chart = sheet.charts.find((candidate) => candidate.id === id);
    if (chart === undefined) {
      splices.push({ start: frame.anchor.start, end: frame.anchor.end, text: '' });
      for (const { target, external } of edit.relationships(part)) if (!external) edit.remove(target);
      edit.remove(part);
      edit.unrelate(drawing, part);
      continue;
    }
    const was = JSON.parse(before) as Chart;
    if (JSON.stringify(chart.series) !== JSON.stringify(was.series))
      edit.put(part, patchChart(edit.text(part) ?? '', chart, source));
    if (JSON.stringify(chart.place) !== JSON.stringify(was.place))
      splices.push(...moved(frame.anchor, chart.place, sheet));
    if (chart.name !== was.name && frame.properties !== undefined) {
      const { name, attributes, start, contentStart, end } = frame.properties;
      const tag = attributeText({ ...Object.fromEntries(attributes), name: chart.name });
      splices.push({ start, end: contentStart, text: `<${name}${tag}${contentStart === end ? '/' : ''}>` });
    }
  }
  if (splices.length > 0) edit.put(drawing, spliced(text, splices));
}

/** The anchor's corners or size, for another place. */
function moved(anchor: XmlElement, place: ChartPlace, sheet: Sheet): Splice[] {
  const p = prefixOf(anchor.name);
  const texts: Readonly<Record<string, string>> = {
    from: cornerXml('from', place.left, place.top, sheet, p),
    to: cornerXml('to', place.left + place.width, place.top + place.height, sheet, p),
    pos: `<${p}pos x="${Math.round(place.left * EMU)}" y="${Math.round(place.top * EMU)}"/>`,
    ext: `<${p}ext cx="${Math.round(place.width * EMU)}" cy="${Math.round(place.height * EMU)}"/>`,
  };
  return Object.entries(texts).flatMap(([local, text]) =>
    childrenOf(anchor, local).map(({ start, end }) => ({ start, end, text })),
  );
}

function cornerXml(name: string, left: number, top: number, sheet: Sheet, p: string): string {
  const column = columnAt(sheet, left);
  const row = rowAt(sheet, top);
  return (
    `<${p}${name}><${p}col>${column.index}</${p}col><${p}colOff>${Math.round(column.offset * EMU)}</${p}colOff>` +
    `<${p}row>${row.index}</${p}row><${p}rowOff>${Math.round(row.offset * EMU)}</${p}rowOff></${p}${name}>`
  );
}

function anchorXml(chart: Chart, sheet: Sheet, relationship: string, id: number): string {
  const { left, top, width, height } = chart.place;
  return (
    `<xdr:twoCellAnchor xmlns:xdr="${SHEET_DRAWING}" xmlns:a="${DRAWING}">${cornerXml('from', left, top, sheet, 'xdr:')}` +
    `${cornerXml('to', left + width, top + height, sheet, 'xdr:')}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>` +
    `<xdr:cNvPr${attributeText({ id, name: chart.name })}/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${OFFICE}" r:id="${relationship}"/>` +
    '</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
  );
}
