/** The sample's package: its parts, how they refer to each other, and the zip, the same bytes every time. */
import { strToU8, zipSync } from 'fflate';
import { chartPart, drawingPart, type LineChart } from './chart.ts';
import { commentShapesPart, commentsPart, SharedStrings, type Sheet, sheetPart, tablePart } from './sheet.ts';
import { stylesPart } from './styles.ts';
import { element, escapeXml, RELATIONSHIPS, relationships, SPREADSHEET, xmlDocument } from './xml.ts';

export interface DefinedName {
  readonly name: string;
  readonly refersTo: string;
  /** The position, from 0, of the sheet to which the name belongs. */
  readonly sheet?: number;
  readonly hidden?: true;
  readonly comment?: string;
}

export interface Book {
  readonly title: string;
  readonly sheets: readonly Sheet[];
  readonly names: readonly DefinedName[];
  /** The chart of the sheet that has one. */
  readonly chart: LineChart;
}

/** Zip entries carry a time: always the same one. */
const ZIP_TIME = '2003-08-08T12:00:00';
const WRITTEN = '2003-08-08T12:00:00Z';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const TYPES: readonly (readonly [pattern: RegExp, type: string])[] = [
  [/^xl\/workbook\.xml$/, `${OFFICE}.spreadsheetml.sheet.main+xml`],
  [/^xl\/worksheets\/sheet/, `${OFFICE}.spreadsheetml.worksheet+xml`],
  [/^xl\/tables\//, `${OFFICE}.spreadsheetml.table+xml`],
  [/^xl\/comments/, `${OFFICE}.spreadsheetml.comments+xml`],
  [/^xl\/drawings\/drawing\d+\.xml$/, `${OFFICE}.drawing+xml`],
  [/^xl\/charts\//, `${OFFICE}.drawingml.chart+xml`],
  [/^xl\/styles\.xml$/, `${OFFICE}.spreadsheetml.styles+xml`],
  [/^xl\/sharedStrings\.xml$/, `${OFFICE}.spreadsheetml.sharedStrings+xml`],
  [/^docProps\/core\.xml$/, 'application/vnd.openxmlformats-package.core-properties+xml'],
  [/^docProps\/app\.xml$/, `${OFFICE}.extended-properties+xml`],
  [/^docProps\/custom\.xml$/, `${OFFICE}.custom-properties+xml`],
];

function contentTypes(paths: readonly string[]): string {
  const overrides = paths.flatMap((path) => {
    const type = TYPES.find(([pattern]) => pattern.test(path))?.[1];
    return type === undefined ? [] : [element('Override', { PartName: `/${path}`, ContentType: type })];
  });
  return xmlDocument(
    element(
      'Types',
      { xmlns: `${PACKAGE}/content-types` },
      element('Default', {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      }),
      element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      element('Default', { Extension: 'vml', ContentType: `${OFFICE}.vmlDrawing` }),
      ...overrides,
    ),
  );
}

function workbookPart(book: Book): string {
  const sheets = book.sheets.map(({ name }, index) =>
    element('sheet', { name, sheetId: index + 1, 'r:id': `rId${index + 1}` }),
  );
  const names = book.names.map(({ name, refersTo, sheet, hidden, comment }) =>
    element(
      'definedName',
      { name, comment, localSheetId: sheet, hidden: hidden === true ? 1 : undefined },
      escapeXml(refersTo),
    ),
  );
  return xmlDocument(
    element(
      'workbook',
      { xmlns: SPREADSHEET, 'xmlns:r': RELATIONSHIPS },
      element('workbookPr', { defaultThemeVersion: 124226 }),
      element(
        'bookViews',
        {},
        element('workbookView', { xWindow: 0, yWindow: 0, windowWidth: 28800, windowHeight: 15000 }),
      ),
      element('sheets', {}, ...sheets),
      element('definedNames', {}, ...names),
      element('calcPr', { calcId: 191029 }),
    ),
  );
}

const core = (title: string): string =>
  xmlDocument(
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      element('dc:title', {}, escapeXml(title)),
      element('dc:creator', {}, 'Stock administration'),
      element('dcterms:created', { 'xsi:type': 'dcterms:W3CDTF' }, WRITTEN),
      element('dcterms:modified', { 'xsi:type': 'dcterms:W3CDTF' }, WRITTEN),
    ),
  );

const app = xmlDocument(
  element(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
    element('Application', {}, 'Microsoft Excel'),
    element('Company', {}, 'Fictional sample'),
  ),
);

const custom = xmlDocument(
  element(
    'Properties',
    {
      xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
      'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
    },
    element(
      'property',
      { fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid: 2, name: 'Classification' },
      element('vt:lpwstr', {}, 'Fictional data'),
    ),
  ),
);

/** The workbook's file. */
export function bookFile(book: Book): Uint8Array {
  const parts = new Map<string, string>();
  const strings = new SharedStrings();
  let tables = 0;
  book.sheets.forEach((sheet, index) => {
    const number = index + 1;
    const targets: (readonly [string, string])[] = [];
    for (const table of sheet.tables ?? []) {
      tables++;
      parts.set(`xl/tables/table${tables}.xml`, tablePart(table, tables));
      targets.push(['table', `../tables/table${tables}.xml`]);
    }
    if (sheet.chart === true) {
      parts.set('xl/drawings/drawing1.xml', drawingPart(book.chart));
      parts.set('xl/drawings/_rels/drawing1.xml.rels', relationships([['chart', '../charts/chart1.xml']]));
      parts.set('xl/charts/chart1.xml', chartPart(book.chart));
      targets.push(['drawing', '../drawings/drawing1.xml']);
    }
    if (sheet.comments !== undefined) {
      parts.set(`xl/drawings/vmlDrawing${number}.vml`, commentShapesPart(sheet.comments, number));
      parts.set(`xl/comments${number}.xml`, commentsPart(sheet.comments));
      targets.push(
        ['vmlDrawing', `../drawings/vmlDrawing${number}.vml`],
        ['comments', `../comments${number}.xml`],
      );
    }
    parts.set(`xl/worksheets/sheet${number}.xml`, sheetPart(sheet, strings, index === 0));
    if (targets.length > 0) parts.set(`xl/worksheets/_rels/sheet${number}.xml.rels`, relationships(targets));
  });
  parts.set('xl/workbook.xml', workbookPart(book));
  parts.set(
    'xl/_rels/workbook.xml.rels',
    relationships([
      ...book.sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
  );
  parts.set('xl/styles.xml', stylesPart());
  parts.set('xl/sharedStrings.xml', strings.part());
  parts.set('docProps/core.xml', core(book.title));
  parts.set('docProps/app.xml', app);
  parts.set('docProps/custom.xml', custom);
  const root = relationships([
    ['officeDocument', 'xl/workbook.xml'],
    [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ['extended-properties', 'docProps/app.xml'],
    ['custom-properties', 'docProps/custom.xml'],
  ]);
  const files = [
    ['[Content_Types].xml', contentTypes([...parts.keys()])],
    ['_rels/.rels', root],
    ...parts,
  ] as const;
  return zipSync(
    Object.fromEntries(files.map(([path, text]) => [path, strToU8(text)])),
    // DOS times have no zone: the local noon is written as noon everywhere.
    { level: 9, mtime: new Date(ZIP_TIME), os: 0 },
  );
}
