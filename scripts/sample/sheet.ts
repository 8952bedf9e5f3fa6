/** One sheet of the sample as data, and the parts that it makes: cells, table, comments, drawing. */
import { columnLetters } from '../../src/domain/basics/block.ts';
import { styleIndex, type StyleName } from './styles.ts';
import { element, escapeXml, RELATIONSHIPS, SPREADSHEET, xmlDocument } from './xml.ts';

export interface Cell {
  readonly value?: string | number;
  /** Without the equals sign; `value` is what it last gave. */
  readonly formula?: string;
  readonly style: StyleName;
}

export interface SheetTable {
  readonly name: string;
  readonly range: string;
  readonly columns: readonly string[];
}

export interface Comment {
  readonly cell: string;
  readonly text: string;
}

export interface Sheet {
  readonly name: string;
  readonly tabColor: string;
  /** By column number, from 1: width in characters. */
  readonly widths: readonly number[];
  /** Rows from 1; a missing row is blank. */
  readonly rows: ReadonlyMap<number, readonly (Cell | undefined)[]>;
  readonly rowHeights?: ReadonlyMap<number, number>;
  /** The cell that stays at the upper left under frozen rows and columns. */
  readonly frozenAt: string;
  readonly autoFilter?: string;
  readonly conditionalFormats?: readonly {
    readonly range: string;
    readonly formula: string;
    readonly format: number;
  }[];
  readonly validations?: readonly {
    readonly range: string;
    readonly list: string;
    readonly title: string;
    readonly prompt: string;
  }[];
  readonly comments?: readonly Comment[];
  readonly tables?: readonly SheetTable[];
  readonly chart?: boolean;
  readonly landscape?: true;
}

/** A column's letters and a row's number, of an address without a sheet. */
function position(cell: string): { readonly column: number; readonly row: number } {
  const match = /^([A-Z]+)(\d+)$/.exec(cell);
  const letters = match?.[1] ?? 'A';
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { column, row: Number(match?.[2] ?? 1) };
}

/** Texts of the workbook by number, as its shared strings have them. */
export class SharedStrings {
  private readonly numbers = new Map<string, number>();
  private uses = 0;

  numberOf(text: string): number {
    this.uses++;
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.numbers.size);
    return this.numbers.size - 1;
  }

  part(): string {
    const items = [...this.numbers.keys()].map((text) =>
      element(
        'si',
        {},
        element('t', /^\s|\s$|\n/.test(text) ? { 'xml:space': 'preserve' } : {}, escapeXml(text)),
      ),
    );
    return xmlDocument(
      element('sst', { xmlns: SPREADSHEET, count: this.uses, uniqueCount: this.numbers.size }, ...items),
    );
  }
}

function cellXml(cell: Cell, address: string, strings: SharedStrings): string {
  const { value, formula } = cell;
  const s = styleIndex(cell.style);
  const f = formula === undefined ? '' : element('f', {}, escapeXml(formula));
  if (value === undefined) return element('c', { r: address, s }, f);
  if (typeof value === 'number') return element('c', { r: address, s }, f, element('v', {}, String(value)));
  return formula === undefined
    ? element('c', { r: address, s, t: 's' }, element('v', {}, String(strings.numberOf(value))))
    : element('c', { r: address, s, t: 'str' }, f, element('v', {}, escapeXml(value)));
}

function sheetData(sheet: Sheet, strings: SharedStrings): string {
  const rows = [...sheet.rows].sort(([a], [b]) => a - b);
  return element(
    'sheetData',
    {},
    ...rows.map(([row, cells]) => {
      const height = sheet.rowHeights?.get(row);
      return element(
        'row',
        { r: row, ht: height, customHeight: height === undefined ? undefined : 1 },
        ...cells.map((cell, index) =>
          cell === undefined ? '' : cellXml(cell, `${columnLetters(index + 1)}${row}`, strings),
        ),
      );
    }),
  );
}

function sheetView(sheet: Sheet, selected: boolean): string {
  const { column, row } = position(sheet.frozenAt);
  const pane = {
    xSplit: column > 1 ? column - 1 : undefined,
    ySplit: row > 1 ? row - 1 : undefined,
    topLeftCell: sheet.frozenAt,
    activePane: column > 1 ? 'bottomRight' : 'bottomLeft',
    state: 'frozen',
  };
  return element(
    'sheetViews',
    {},
    element(
      'sheetView',
      { showGridLines: 0, tabSelected: selected ? 1 : undefined, zoomScale: 90, workbookViewId: 0 },
      element('pane', pane),
      element('selection', { pane: pane.activePane, activeCell: sheet.frozenAt, sqref: sheet.frozenAt }),
    ),
  );
}

const validationXml = ({ range, list, title, prompt }: NonNullable<Sheet['validations']>[number]): string =>
  element(
    'dataValidation',
    {
      type: 'list',
      allowBlank: 1,
      showInputMessage: 1,
      showErrorMessage: 1,
      errorTitle: title,
      error: 'Choose from the list.',
      promptTitle: title,
      prompt,
      sqref: range,
    },
    element('formula1', {}, escapeXml(`"${list}"`)),
  );

/** The sheet's own part; relationship ids count tables first, then the drawing, comments' shapes, comments. */
export function sheetPart(sheet: Sheet, strings: SharedStrings, selected: boolean): string {
  const tables = sheet.tables ?? [];
  const validations = sheet.validations ?? [];
  const drawing = tables.length + 1;
  const shapes = drawing + (sheet.chart === true ? 1 : 0);
  const lastRow = Math.max(...sheet.rows.keys());
  return xmlDocument(
    element(
      'worksheet',
      { xmlns: SPREADSHEET, 'xmlns:r': RELATIONSHIPS },
      element(
        'sheetPr',
        {},
        element('tabColor', { rgb: sheet.tabColor }),
        element('pageSetUpPr', { fitToPage: 1 }),
      ),
      element('dimension', { ref: `A1:${columnLetters(sheet.widths.length)}${lastRow}` }),
      sheetView(sheet, selected),
      element('sheetFormatPr', { defaultRowHeight: 15 }),
      element(
        'cols',
        {},
        ...sheet.widths.map((width, index) =>
          element('col', { min: index + 1, max: index + 1, width, customWidth: 1 }),
        ),
      ),
      sheetData(sheet, strings),
      sheet.autoFilter === undefined ? '' : element('autoFilter', { ref: sheet.autoFilter }),
      ...(sheet.conditionalFormats ?? []).map(({ range, formula, format }, index) =>
        element(
          'conditionalFormatting',
          { sqref: range },
          element(
            'cfRule',
            { type: 'expression', dxfId: format, priority: index + 1 },
            element('formula', {}, escapeXml(formula)),
          ),
        ),
      ),
      validations.length === 0
        ? ''
        : element('dataValidations', { count: validations.length }, ...validations.map(validationXml)),
      element('pageMargins', { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 }),
      element('pageSetup', {
        orientation: sheet.landscape === true ? 'landscape' : 'portrait',
        fitToWidth: 1,
        fitToHeight: 0,
      }),
      element('headerFooter', {}, element('oddFooter', {}, '&amp;L&amp;A&amp;RPage &amp;P of &amp;N')),
      sheet.chart === true ? element('drawing', { 'r:id': `rId${drawing}` }) : '',
      sheet.comments === undefined ? '' : element('legacyDrawing', { 'r:id': `rId${shapes}` }),
      tables.length === 0
        ? ''
        : element(
            'tableParts',
            { count: tables.length },
            ...tables.map((_, index) => element('tablePart', { 'r:id': `rId${index + 1}` })),
          ),
    ),
  );
}

export function tablePart(table: SheetTable, id: number): string {
  return xmlDocument(
    element(
      'table',
      {
        xmlns: SPREADSHEET,
        id,
        name: table.name,
        displayName: table.name,
        ref: table.range,
        totalsRowShown: 0,
      },
      element('autoFilter', { ref: table.range }),
      element(
        'tableColumns',
        { count: table.columns.length },
        ...table.columns.map((name, index) => element('tableColumn', { id: index + 1, name })),
      ),
      element('tableStyleInfo', {
        name: 'TableStyleLight1',
        showFirstColumn: 0,
        showLastColumn: 0,
        showRowStripes: 0,
        showColumnStripes: 0,
      }),
    ),
  );
}

export function commentsPart(comments: readonly Comment[]): string {
  return xmlDocument(
    element(
      'comments',
      { xmlns: SPREADSHEET },
      element('authors', {}, element('author', {}, 'Stock administration')),
      element(
        'commentList',
        {},
        ...comments.map(({ cell, text }) =>
          element(
            'comment',
            { ref: cell, authorId: 0 },
            element('text', {}, element('r', {}, element('t', { 'xml:space': 'preserve' }, escapeXml(text)))),
          ),
        ),
      ),
    ),
  );
}

/** The boxes in which Excel shows comments: without them it drops the comments. */
export function commentShapesPart(comments: readonly Comment[], sheetNumber: number): string {
  const shapes = comments.map(({ cell }, index) => {
    const { column, row } = position(cell);
    return (
      `<v:shape id="_x0000_s${sheetNumber * 1024 + 1 + index}" type="#_x0000_t202" style="position:absolute;visibility:hidden" ` +
      'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/>' +
      '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note">' +
      `<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column}, 15, ${row}, 2, ${column + 3}, 31, ${row + 5}, 9</x:Anchor>` +
      `<x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
    );
  });
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">' +
    `<o:idmap v:ext="edit" data="${sheetNumber}"/></o:shapelayout>` +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" ' +
    'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/>' +
    `</v:shapetype>${shapes.join('')}</xml>`
  );
}
