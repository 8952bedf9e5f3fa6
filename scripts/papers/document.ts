/**
 * The look of Regrant's own templates: plain styles that a lawyer finds in Word's list, real tables, headers, footers and
 * page numbers. It does not know what a letter says.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IRunOptions,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableRow,
  TabStopPosition,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import { unzip, zip } from '../../src/outputs/zip.ts';
import { textOf, utf8 } from '../../src/outputs/utf8.ts';

export type Block = Paragraph | Table;

const FONT = 'Calibri';
/** The text's width on a Letter page with margins of an inch, in twentieths of a point. */
const WIDTH = 9360;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '999999' };

const styledRun = (options: IRunOptions): TextRun => new TextRun(options);

export const title = (text: string): Block => new Paragraph({ text, heading: HeadingLevel.TITLE });
export const heading = (text: string): Block =>
  new Paragraph({ text, heading: HeadingLevel.HEADING_2, keepNext: true });
export const text = (words: string): Block =>
  new Paragraph({ text: words, spacing: { before: 100, after: 120 } });

/** A table with a heading row that repeats, and rows between the ends of a loop. */
export function loopTable(
  loop: string,
  columns: readonly (readonly [head: string, cell: string, share: number])[],
): Block {
  const all = columns.reduce((sum, [, , share]) => sum + share, 0);
  const widths = columns.map(([, , share]) => Math.floor((WIDTH * share) / all));
  const cell = (words: string, at: number, isHead: boolean): TableCell =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: 'EEEEEE' } } : {}),
      children: [new Paragraph({ style: 'TableText', children: [styledRun({ text: words, bold: isHead })] })],
    });
  const last = columns.length - 1;
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: LINE,
      bottom: LINE,
      left: LINE,
      right: LINE,
      insideHorizontal: LINE,
      insideVertical: LINE,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(([head], at) => cell(head, at, true)),
      }),
      new TableRow({
        cantSplit: true,
        children: columns.map(([, field], at) =>
          cell(`${at === 0 ? `{#${loop}}` : ''}${field}${at === last ? `{/${loop}}` : ''}`, at, false),
        ),
      }),
    ],
  });
}

/** Lines to be filled in or signed: what each is, and what stands on it. */
export function signatureLines(lines: readonly (readonly [label: string, value: string])[]): Block {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const cell = (words: string, width: number, hasLine: boolean): TableCell =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { top: 160, bottom: 20, left: 0, right: 80 },
      borders: { top: none, left: none, right: none, bottom: hasLine ? LINE : none },
      children: [new Paragraph({ style: 'TableText', keepNext: true, text: words })],
    });
  return new Table({
    width: { size: 6000, type: WidthType.DXA },
    columnWidths: [1400, 4600],
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: lines.map(
      ([label, value]) =>
        new TableRow({ cantSplit: true, children: [cell(label, 1400, false), cell(value, 4600, true)] }),
    ),
  });
}

/** The document's bytes, the same each time. */
export async function templateBytes(name: string, blocks: readonly Block[]): Promise<Uint8Array> {
  const tabs = [{ type: TabStopType.RIGHT, position: TabStopPosition.MAX }];
  const small = (children: TextRun[]): Paragraph =>
    new Paragraph({ style: 'Marginal', tabStops: tabs, children });
  const document = new Document({
    title: name,
    creator: 'Regrant',
    lastModifiedBy: 'Regrant',
    styles: {
      default: {
        document: { run: { font: FONT, size: 22 }, paragraph: { spacing: { after: 120 } } },
        title: {
          run: { font: FONT, size: 34, bold: true },
          paragraph: { spacing: { before: 120, after: 200 } },
        },
        heading2: {
          run: { font: FONT, size: 24, bold: true },
          paragraph: { spacing: { before: 200, after: 60 } },
        },
      },
      paragraphStyles: [
        {
          id: 'TableText',
          name: 'Table Text',
          basedOn: 'Normal',
          run: { size: 19 },
          paragraph: { spacing: { after: 0 } },
        },
        {
          id: 'Marginal',
          name: 'Marginal',
          basedOn: 'Normal',
          run: { size: 18, color: '555555' },
          paragraph: { spacing: { after: 0 } },
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 12240, height: 15840 },
            margin: { top: 1440, bottom: 1440, left: 1440, right: 1440 },
          },
        },
        headers: {
          default: new Header({
            children: [
              small([
                new TextRun('{Company}'),
                styledRun({ children: [new Tab(), '{Draft Mark}'], bold: true, color: 'B00020' }),
              ]),
            ],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              small([
                new TextRun('{Offer Name}'),
                styledRun({
                  children: [new Tab(), 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
                }),
              ]),
            ],
          }),
        },
        children: [...blocks, new Paragraph({ alignment: AlignmentType.LEFT, children: [] })],
      },
    ],
  });
  return withoutTimes(new Uint8Array(await Packer.toBuffer(document)));
}

/** The library writes when it ran into the properties. */
function withoutTimes(bytes: Uint8Array): Uint8Array {
  const parts = unzip(bytes);
  const core = 'docProps/core.xml';
  parts[core] = utf8(
    textOf(parts[core] ?? utf8('')).replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, '2003-01-20T00:00:00Z'),
  );
  return zip(Object.fromEntries(Object.entries(parts).filter(([name]) => !name.endsWith('/'))));
}
