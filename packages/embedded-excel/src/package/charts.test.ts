/** Charts that a session adds, as viewers find them in the file that do not calculate, or have no theme. */
import { strict as assert } from 'node:assert';
import type { Chart, ChartKind } from '../model/chart.ts';
import type { Workbook } from '../model/workbook.ts';
import { newWorkbook, readWorkbook } from './read-workbook.ts';
import { partText, workbookFile } from './workbook-files.fixture.ts';
import { writeWorkbook } from './write-workbook.ts';

function withChart(book: Workbook, kind: ChartKind, changes: Partial<Chart['series'][number]> = {}): string {
  const sheet = book.addSheet('Plans & totals');
  sheet.setValues(0, 0, [
    ['Plan', 'Shares'],
    ['1994 <Plan>', 1000],
    ['hidden', 1],
    ['1999 Plan', 2500.5],
    [null, null],
  ]);
  sheet.setRowProperties(2, 2, { hidden: true });
  sheet.setStyle(1, 1, book.styles.withNumberFormat(0, '#,##0.0'));
  const at = (column: string, rows: string): string => `'Plans & totals'!$${column}$${rows}`;
  sheet.setCharts([
    {
      id: 'shares',
      name: 'Shares',
      own: true,
      kind,
      series: [
        {
          name: { reference: at('B', '1') },
          categories: at('A', '2:$A$5'),
          values: at('B', '2:$B$5'),
          ...changes,
        },
      ],
      title: undefined,
      categoryAxisTitle: undefined,
      valueAxisTitle: undefined,
      valueNumberFormat: undefined,
      legend: undefined,
      dataLabels: false,
      place: { top: 100, left: 0, width: 300, height: 200 },
    },
  ]);
  return partText(writeWorkbook(book), 'xl/charts/chart1.xml');
}

/** Has no theme part. */
const withoutTheme = (): Workbook => readWorkbook(workbookFile('hand-prefixed.xlsx'));

describe('a chart in a file', () => {
  it('keeps the visible figures and labels that it draws, blanks left out, with their number format', () => {
    const chart = withChart(newWorkbook(), 'columnClustered');
    assert.ok(
      chart.includes(
        '<c:strCache><c:ptCount val="3"/><c:pt idx="0"><c:v>1994 &lt;Plan&gt;</c:v></c:pt><c:pt idx="1"><c:v>1999 Plan</c:v></c:pt></c:strCache>',
      ),
    );
    assert.ok(
      chart.includes(
        '<c:numCache><c:formatCode>#,##0.0</c:formatCode><c:ptCount val="3"/><c:pt idx="0"><c:v>1000</c:v></c:pt><c:pt idx="1"><c:v>2500.5</c:v></c:pt></c:numCache>',
      ),
    );
    assert.ok(
      chart.includes('<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>Shares</c:v></c:pt></c:strCache>'),
    );
  });

  it('takes dates and figures for categories as numbers', () => {
    const chart = withChart(newWorkbook(), 'line', { categories: "'Plans & totals'!$B$2:$B$5" });
    assert.match(chart, /<c:cat><c:numRef><c:f>'Plans &amp; totals'!\$B\$2:\$B\$5<\/c:f><c:numCache>/);
  });

  it('leaves colours to the theme, and names them where the file has none', () => {
    assert.equal(withChart(newWorkbook(), 'columnClustered').includes('srgbClr'), false);
    assert.match(
      withChart(withoutTheme(), 'barStacked'),
      /<c:spPr><a:solidFill><a:srgbClr val="4472C4"\/><\/a:solidFill><\/c:spPr>/,
    );
    assert.match(
      withChart(withoutTheme(), 'line'),
      /<a:ln w="28575"><a:solidFill><a:srgbClr val="4472C4"\/>/,
    );
    const slices = [...withChart(withoutTheme(), 'pie').matchAll(/<c:dPt>.*?srgbClr val="(\w+)"/g)];
    assert.deepEqual(
      slices.map(([, color]) => color),
      ['4472C4', 'ED7D31', 'A5A5A5'],
    );
  });

  it('is read back with the colours of its bars and lines', () => {
    const book = newWorkbook();
    withChart(book, 'columnClustered', { color: '#1F4E78', lineColor: '#FF0000' });
    const series = readWorkbook(writeWorkbook(book)).sheets[1]?.charts[0]?.series[0];
    assert.deepEqual([series?.color, series?.lineColor], ['#1F4E78', '#FF0000']);
  });

  it('of the file’s own shows the new figures to viewers, too, when it is pointed at other cells', () => {
    const book = readWorkbook(workbookFile('libreoffice-charts.xlsx'));
    const sheet = book.sheet('Charts & more');
    const [chart] = sheet?.charts ?? [];
    const terms = book.sheet('Offer Terms');
    assert.ok(sheet && chart && terms);
    terms.setValues(20, 0, [
      ['x', 41],
      ['y', 42],
    ]);
    chart.series = [{ values: "'Offer Terms'!$B$21:$B$22", categories: "'Offer Terms'!$A$21:$A$22" }];
    sheet.setCharts(sheet.charts);
    const saved = writeWorkbook(book);
    const [part = ''] =
      /charts\/chart\d+\.xml/.exec(partText(saved, 'xl/drawings/_rels/drawing1.xml.rels')) ?? [];
    const text = partText(saved, `xl/${part}`);
    assert.match(
      text,
      /<c:f>'Offer Terms'!\$B\$21:\$B\$22<\/c:f><c:numCache>.*?<c:v>41<\/c:v>.*?<c:v>42<\/c:v>/,
    );
    assert.equal((text.match(/<c:numCache>/g) ?? []).length, 1);
  });
});
