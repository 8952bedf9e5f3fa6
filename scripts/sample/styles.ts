/**
 * How the sample looks: named cell styles and the styles part that they make. Colours are those of finance teams:
 * inputs blue, formulas black, links to other sheets green.
 */
import { element, SPREADSHEET, xmlDocument } from './xml.ts';

interface Style {
  readonly bold?: true;
  readonly italic?: true;
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly border?: 'row' | 'total';
  readonly format?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: true;
  readonly indent?: number;
}

const NAVY = 'FF1D2B4F';
const INPUT = 'FF0000FF';
const LINK = 'FF007A33';
const GREY = 'FF667085';

const DATE = 'yyyy\\-mm\\-dd';
const MOMENT = 'yyyy\\-mm\\-dd\\ hh:mm';
const PRICE = '#,##0.00';
const COUNT = '#,##0';

const head = { bold: true, color: 'FFFFFFFF', fill: NAVY, wrap: true } as const;
const row = { border: 'row' } as const;
const total = { bold: true, border: 'total' } as const;
const input = { color: INPUT, border: 'row' } as const;

export const STYLES = {
  normal: {},
  title: { bold: true, size: 16, color: NAVY },
  subtitle: { color: GREY, italic: true },
  section: { bold: true, size: 12, color: NAVY },
  label: { color: GREY },
  figure: { bold: true, format: COUNT, align: 'left' },
  head: { ...head, align: 'left' },
  headRight: { ...head, align: 'right' },
  headCenter: { ...head, align: 'center' },
  text: row,
  // Text beside figures that stand to the right of their cells.
  textAfterFigures: { ...row, align: 'left', indent: 1 },
  wrapped: { ...row, wrap: true },
  note: { ...row, wrap: true, color: GREY },
  id: { ...row, align: 'left' },
  idText: { ...row, format: '@', align: 'left' },
  date: { ...row, format: DATE, align: 'center' },
  moment: { ...row, format: MOMENT, align: 'center' },
  price: { ...row, format: PRICE },
  count: { ...row, format: COUNT },
  totalText: total,
  totalCount: { ...total, format: COUNT },
  inputText: { ...input, align: 'left', wrap: true },
  // A ratio that Excel may not turn into a time or a date stands in a cell of text.
  inputRatio: { ...input, format: '@', align: 'left' },
  inputDate: { ...input, format: DATE, align: 'left' },
  inputMoment: { ...input, format: MOMENT, align: 'left' },
  inputCount: { ...input, format: COUNT, align: 'left' },
  inputPrice: { ...input, format: PRICE, align: 'left' },
  formulaDate: { ...row, format: DATE, align: 'left' },
  linkPrice: { ...row, color: LINK, format: PRICE, align: 'left' },
  linkDate: { ...row, color: LINK, format: DATE, align: 'left' },
} as const satisfies Record<string, Style>;

export type StyleName = keyof typeof STYLES;

/** The header's style over a column whose cells have this style. */
export function headOver(name: StyleName): StyleName {
  const { align, format }: Style = STYLES[name];
  if (align === 'center') return 'headCenter';
  return align === undefined && format !== undefined ? 'headRight' : 'head';
}

const NAMES = Object.keys(STYLES) as readonly StyleName[];

/** The cell format's number in the styles part. */
export const styleIndex = (name: StyleName): number => NAMES.indexOf(name);

const FIRST_CUSTOM_FORMAT = 164;

/** Distinct values in the order of their first appearance. */
const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)];

const side = (name: string, style?: string): string =>
  style === undefined
    ? element(name)
    : element(name, { style }, element('color', { rgb: style === 'double' ? NAVY : 'FFD9DEE7' }));

const borderOf = (style: Style): string => {
  const [top, bottom] =
    style.border === 'total' ? ['thin', 'double'] : [undefined, style.border === 'row' ? 'thin' : undefined];
  const sides = [side('left'), side('right'), side('top', top), side('bottom', bottom), side('diagonal')];
  return element('border', {}, ...sides);
};

const fontOf = (style: Style): string =>
  element(
    'font',
    {},
    style.bold === true ? element('b') : '',
    style.italic === true ? element('i') : '',
    element('sz', { val: style.size ?? 10 }),
    element('color', { rgb: style.color ?? 'FF1F2937' }),
    element('name', { val: 'Calibri' }),
    element('family', { val: 2 }),
  );

const fillOf = (style: Style): string =>
  element(
    'fill',
    {},
    style.fill === undefined
      ? element('patternFill', { patternType: 'none' })
      : element(
          'patternFill',
          { patternType: 'solid' },
          element('fgColor', { rgb: style.fill }),
          element('bgColor', { indexed: 64 }),
        ),
  );

const GRAY125 = element('fill', {}, element('patternFill', { patternType: 'gray125' }));

/** Formats that conditional formats put over a cell, by their number there. */
const DIFFERENTIAL = [
  // A holder whose service has ended.
  element('dxf', {}, element('font', {}, element('i'), element('color', { rgb: 'FF98A2B3' }))),
  // An exercise price above the floor.
  element(
    'dxf',
    {},
    element('fill', {}, element('patternFill', {}, element('bgColor', { rgb: 'FFE3F4EC' }))),
  ),
];

export function stylesPart(): string {
  const styles: readonly Style[] = NAMES.map((name) => STYLES[name]);
  const formats = distinct(styles.flatMap(({ format }) => (format === undefined ? [] : [format])));
  const fonts = distinct(styles.map(fontOf));
  // Excel reserves the first two fills.
  const fills = distinct([fillOf({}), GRAY125, ...styles.map(fillOf)]);
  const borders = distinct(styles.map(borderOf));
  const formatId = ({ format }: Style): number => {
    if (format === undefined) return 0;
    return format === '@' ? 49 : FIRST_CUSTOM_FORMAT + formats.indexOf(format);
  };
  const xfs = styles.map((style) =>
    element(
      'xf',
      {
        numFmtId: formatId(style),
        fontId: fonts.indexOf(fontOf(style)),
        fillId: fills.indexOf(fillOf(style)),
        borderId: borders.indexOf(borderOf(style)),
        xfId: 0,
        applyNumberFormat: 1,
        applyFont: 1,
        applyFill: 1,
        applyBorder: 1,
        applyAlignment: 1,
      },
      element('alignment', {
        horizontal: style.align,
        vertical: 'center',
        wrapText: style.wrap === true ? 1 : undefined,
        indent: style.indent,
      }),
    ),
  );
  const list = (name: string, items: readonly string[]): string =>
    element(name, { count: items.length }, ...items);
  return xmlDocument(
    element(
      'styleSheet',
      { xmlns: SPREADSHEET },
      list(
        'numFmts',
        formats
          .map((format, index) => [format, index] as const)
          .filter(([format]) => format !== '@')
          .map(([format, index]) =>
            element('numFmt', { numFmtId: FIRST_CUSTOM_FORMAT + index, formatCode: format }),
          ),
      ),
      list('fonts', fonts),
      list('fills', fills),
      list('borders', borders),
      list('cellStyleXfs', [element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })]),
      list('cellXfs', xfs),
      list('cellStyles', [element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })]),
      list('dxfs', DIFFERENTIAL),
      element('tableStyles', { count: 0, defaultTableStyle: 'TableStyleMedium2' }),
    ),
  );
}
