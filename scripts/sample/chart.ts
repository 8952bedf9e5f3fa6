/** The sample's own chart, which a run has to leave as it is: a line of closing prices. */
import { element, escapeXml, RELATIONSHIPS, xmlDocument } from './xml.ts';

export interface LineChart {
  readonly title: string;
  readonly series: string;
  /** Where categories and values stand, with the sheet's name; and what is there now. */
  readonly categories: { readonly ref: string; readonly values: readonly number[]; readonly format: string };
  readonly values: { readonly ref: string; readonly values: readonly number[]; readonly format: string };
  /** The corners, from 0, of the cells that it covers. */
  readonly from: readonly [column: number, row: number];
  readonly to: readonly [column: number, row: number];
}

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';

const cachedNumbers = ({ ref, values, format }: LineChart['values']): string =>
  element(
    'c:numRef',
    {},
    element('c:f', {}, escapeXml(ref)),
    element(
      'c:numCache',
      {},
      element('c:formatCode', {}, escapeXml(format)),
      element('c:ptCount', { val: values.length }),
      ...values.map((value, idx) => element('c:pt', { idx }, element('c:v', {}, String(value)))),
    ),
  );

const line = (color: string, width: number): string =>
  element(
    'c:spPr',
    {},
    element('a:ln', { w: width }, element('a:solidFill', {}, element('a:srgbClr', { val: color }))),
  );

const axis = (kind: 'c:dateAx' | 'c:valAx', id: number, crosses: number, format: string): string =>
  element(
    kind,
    {},
    element('c:axId', { val: id }),
    element('c:scaling', {}, element('c:orientation', { val: 'minMax' })),
    element('c:delete', { val: 0 }),
    element('c:axPos', { val: kind === 'c:dateAx' ? 'b' : 'l' }),
    kind === 'c:valAx' ? element('c:majorGridlines', {}, line('D9DEE7', 6350)) : '',
    element('c:numFmt', { formatCode: format, sourceLinked: 0 }),
    element('c:majorTickMark', { val: 'out' }),
    element('c:minorTickMark', { val: 'none' }),
    element('c:tickLblPos', { val: 'low' }),
    line('98A2B3', 9525),
    element('c:crossAx', { val: crosses }),
    element('c:crosses', { val: 'autoZero' }),
    ...(kind === 'c:dateAx'
      ? [
          element('c:auto', { val: 1 }),
          element('c:lblOffset', { val: 100 }),
          element('c:baseTimeUnit', { val: 'days' }),
          element('c:majorUnit', { val: 7 }),
          element('c:majorTimeUnit', { val: 'days' }),
        ]
      : []),
  );

const text = (words: string, size: number): string =>
  element(
    'c:tx',
    {},
    element(
      'c:rich',
      {},
      element('a:bodyPr'),
      element(
        'a:p',
        {},
        element('a:pPr', {}, element('a:defRPr', { sz: size, b: 1 })),
        element(
          'a:r',
          {},
          element('a:rPr', { lang: 'en-US', sz: size, b: 1 }),
          element('a:t', {}, escapeXml(words)),
        ),
      ),
    ),
  );

export function chartPart(chart: LineChart): string {
  return xmlDocument(
    element(
      'c:chartSpace',
      { 'xmlns:c': `${DRAWING}/chart`, 'xmlns:a': `${DRAWING}/main`, 'xmlns:r': RELATIONSHIPS },
      element('c:roundedCorners', { val: 0 }),
      element(
        'c:chart',
        {},
        element('c:title', {}, text(chart.title, 1200), element('c:overlay', { val: 0 })),
        element('c:autoTitleDeleted', { val: 0 }),
        element(
          'c:plotArea',
          {},
          element('c:layout'),
          element(
            'c:lineChart',
            {},
            element('c:grouping', { val: 'standard' }),
            element('c:varyColors', { val: 0 }),
            element(
              'c:ser',
              {},
              element('c:idx', { val: 0 }),
              element('c:order', { val: 0 }),
              element('c:tx', {}, element('c:v', {}, escapeXml(chart.series))),
              line('0F8B6D', 22225),
              element('c:marker', {}, element('c:symbol', { val: 'none' })),
              element('c:cat', {}, cachedNumbers(chart.categories)),
              element('c:val', {}, cachedNumbers(chart.values)),
              element('c:smooth', { val: 0 }),
            ),
            element('c:marker', { val: 1 }),
            element('c:axId', { val: 500 }),
            element('c:axId', { val: 501 }),
          ),
          axis('c:dateAx', 500, 501, 'mmm d'),
          axis('c:valAx', 501, 500, chart.values.format),
        ),
        element('c:plotVisOnly', { val: 1 }),
        element('c:dispBlanksAs', { val: 'gap' }),
      ),
    ),
  );
}

export function drawingPart({ from, to, title }: LineChart): string {
  const corner = (name: string, [column, row]: readonly [number, number]): string =>
    element(
      name,
      {},
      element('xdr:col', {}, String(column)),
      element('xdr:colOff', {}, '0'),
      element('xdr:row', {}, String(row)),
      element('xdr:rowOff', {}, '0'),
    );
  return xmlDocument(
    element(
      'xdr:wsDr',
      { 'xmlns:xdr': `${DRAWING}/spreadsheetDrawing`, 'xmlns:a': `${DRAWING}/main` },
      element(
        'xdr:twoCellAnchor',
        {},
        corner('xdr:from', from),
        corner('xdr:to', to),
        element(
          'xdr:graphicFrame',
          { macro: '' },
          element(
            'xdr:nvGraphicFramePr',
            {},
            element('xdr:cNvPr', { id: 2, name: 'Closing prices', descr: title }),
            element('xdr:cNvGraphicFramePr'),
          ),
          element('xdr:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', { cx: 0, cy: 0 })),
          element(
            'a:graphic',
            {},
            element(
              'a:graphicData',
              { uri: `${DRAWING}/chart` },
              element('c:chart', { 'xmlns:c': `${DRAWING}/chart`, 'xmlns:r': RELATIONSHIPS, 'r:id': 'rId1' }),
            ),
          ),
        ),
        element('xdr:clientData'),
      ),
    ),
  );
}
