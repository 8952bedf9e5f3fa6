/**
 * Appends the cell formats that a session added to a file's styles part. What the file had stays as it was written.
 *
 * @see ECMA-376 part 1, 18.8
 */
import type {
  Alignment,
  Border,
  BorderEdge,
  CellFormat,
  CellProtection,
  Color,
  DifferentialFormat,
  Fill,
  Font,
  StylePool,
} from '../model/styles.ts';
import { listedEntries } from './alternate-content.ts';
import type { LoadedStyles } from './style-reader.ts';
import {
  attributeText,
  child,
  parseXml,
  prefixOf,
  type Splice,
  spliced,
  withOpenRoot,
  type XmlElement,
} from './xml.ts';

/** The styles part of a workbook that has none: the pool's own first entries are all in it. */
export const EMPTY_STYLES =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
  '</styleSheet>';

const ORDER =
  'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'.split(' ');

/** The part with what is new at the end of each list, or undefined where nothing is. */
export function appendedStyles(source: string, pool: StylePool, loaded: LoadedStyles): string | undefined {
  const text = withOpenRoot(source);
  const root = parseXml(text);
  const p = prefixOf(root.name);
  const numberFormats = [...pool.numberFormats]
    .filter(([id]) => !loaded.numberFormats.has(id))
    .map(([id, code]) => `<${p}numFmt${attributeText({ numFmtId: id, formatCode: code })}/>`);
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['numFmts', numberFormats],
    ['fonts', pool.fonts.entries.slice(loaded.fonts).map((font) => fontXml(font, p))],
    ['fills', pool.fills.entries.slice(loaded.fills).map((fill) => fillXml(fill, p))],
    ['borders', pool.borders.entries.slice(loaded.borders).map((border) => borderXml(border, p))],
    ['cellXfs', pool.cellFormats.entries.slice(loaded.cellFormats).map((format) => formatXml(format, p))],
    [
      'dxfs',
      pool.differential.entries.slice(loaded.differential).map((format) => differentialXml(format, p)),
    ],
  ];
  if (lists.every(([, added]) => added.length === 0)) return undefined;
  const splices = lists.flatMap(([name, added]) =>
    added.length === 0 ? [] : listSplices(text, root, name, added),
  );
  return withNamedFormat(spliced(text, splices));
}

/** Every cell format rests on a named style's, of which a part needs one. */
function withNamedFormat(text: string): string {
  const root = parseXml(text);
  if (child(root, 'cellXfs') === undefined || child(root, 'cellStyleXfs') !== undefined) return text;
  const format = `<${prefixOf(root.name)}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`;
  return spliced(text, listSplices(text, root, 'cellStyleXfs', [format]));
}

function listSplices(text: string, root: XmlElement, name: string, added: readonly string[]): Splice[] {
  const list = child(root, name);
  const p = prefixOf(root.name);
  if (list === undefined) {
    const rank = ORDER.indexOf(name);
    const follower = root.children.find((element) => ORDER.indexOf(element.local) > rank);
    const at = follower?.start ?? root.contentEnd;
    return [
      { start: at, end: at, text: `<${p}${name} count="${added.length}">${added.join('')}</${p}${name}>` },
    ];
  }
  const attributes = {
    ...Object.fromEntries(list.attributes),
    count: listedEntries(list).length + added.length,
  };
  const open = `<${list.name}${attributeText(attributes)}>`;
  if (list.contentStart === list.end)
    return [{ start: list.start, end: list.end, text: `${open}${added.join('')}</${list.name}>` }];
  return [
    { start: list.start, end: list.contentStart, text: open },
    { start: list.contentEnd, end: list.contentEnd, text: added.join('') },
  ];
}

export function colorXml(color: Color | undefined, name: string): string {
  if (color === undefined) return '';
  const { auto, indexed, rgb, theme, tint } = color;
  return `<${name}${attributeText({ auto, indexed, rgb, theme, tint })}/>`;
}

const flag = (on: boolean | undefined, name: string): string =>
  on === undefined ? '' : on ? `<${name}/>` : `<${name} val="0"/>`;
const valued = (value: string | number | undefined, name: string): string =>
  value === undefined ? '' : `<${name}${attributeText({ val: value })}/>`;

function fontXml(font: Font, p: string): string {
  const underline =
    font.underline === undefined
      ? ''
      : font.underline === 'single'
        ? `<${p}u/>`
        : valued(font.underline, `${p}u`);
  return (
    `<${p}font>${flag(font.bold, `${p}b`)}${flag(font.italic, `${p}i`)}${flag(font.strike, `${p}strike`)}${underline}` +
    `${valued(font.verticalAlign, `${p}vertAlign`)}${valued(font.size, `${p}sz`)}${colorXml(font.color, `${p}color`)}` +
    `${valued(font.name, `${p}name`)}${valued(font.family, `${p}family`)}${valued(font.charset, `${p}charset`)}` +
    `${valued(font.scheme, `${p}scheme`)}</${p}font>`
  );
}

function fillXml(fill: Fill, p: string): string {
  if (fill.kept !== undefined) return `<${p}fill>${fill.kept}</${p}fill>`;
  const colors = colorXml(fill.foreground, `${p}fgColor`) + colorXml(fill.background, `${p}bgColor`);
  const open = `${p}patternFill${attributeText({ patternType: fill.pattern })}`;
  return `<${p}fill>${colors === '' ? `<${open}/>` : `<${open}>${colors}</${p}patternFill>`}</${p}fill>`;
}

function borderXml(border: Border, p: string, differential = false): string {
  const edge = (part: BorderEdge | undefined, name: string): string => {
    if (part === undefined) return differential ? '' : `<${p}${name}/>`;
    const color = colorXml(part.color, `${p}color`);
    const open = `${p}${name}${attributeText({ style: part.style })}`;
    return color === '' ? `<${open}/>` : `<${open}>${color}</${p}${name}>`;
  };
  const { diagonalUp, diagonalDown } = border;
  const inner = differential
    ? edge(border.vertical, 'vertical') + edge(border.horizontal, 'horizontal')
    : edge(border.diagonal, 'diagonal');
  return (
    `<${p}border${attributeText({ diagonalUp, diagonalDown })}>${edge(border.left, 'left')}` +
    `${edge(border.right, 'right')}${edge(border.top, 'top')}${edge(border.bottom, 'bottom')}${inner}</${p}border>`
  );
}

function alignmentXml(alignment: Alignment | undefined, p: string): string {
  if (alignment === undefined) return '';
  const { horizontal, vertical, textRotation, wrapText, indent, shrinkToFit, readingOrder, justifyLastLine } =
    alignment;
  return `<${p}alignment${attributeText({ horizontal, vertical, textRotation, wrapText, indent, justifyLastLine, shrinkToFit, readingOrder })}/>`;
}

function protectionXml(protection: CellProtection | undefined, p: string): string {
  if (protection === undefined) return '';
  return `<${p}protection${attributeText({ locked: protection.locked, hidden: protection.hidden })}/>`;
}

function formatXml(format: CellFormat, p: string): string {
  const open = `${p}xf${attributeText({
    numFmtId: format.numberFormat,
    fontId: format.font,
    fillId: format.fill,
    borderId: format.border,
    xfId: format.namedStyle,
    quotePrefix: format.quotePrefix,
    applyNumberFormat: format.numberFormat !== 0 || undefined,
    applyFont: format.font !== 0 || undefined,
    applyFill: format.fill !== 0 || undefined,
    applyBorder: format.border !== 0 || undefined,
    applyAlignment: format.alignment !== undefined || undefined,
    applyProtection: format.protection !== undefined || undefined,
  })}`;
  const inner = alignmentXml(format.alignment, p) + protectionXml(format.protection, p);
  return inner === '' ? `<${open}/>` : `<${open}>${inner}</${p}xf>`;
}

/** The number format of a differential format stands in it whole; its id only has to be one of the workbook's own. */
const DIFFERENTIAL_NUMBER_FORMAT = 164;

function differentialXml(format: DifferentialFormat, p: string): string {
  const numberFormat =
    format.numberFormat === undefined
      ? ''
      : `<${p}numFmt${attributeText({ numFmtId: DIFFERENTIAL_NUMBER_FORMAT, formatCode: format.numberFormat })}/>`;
  return (
    `<${p}dxf>${format.font === undefined ? '' : fontXml(format.font, p)}${numberFormat}` +
    (format.fill === undefined ? '' : differentialFill(format.fill, p)) +
    `${format.border === undefined ? '' : borderXml(format.border, p, true)}</${p}dxf>`
  );
}

/** In a differential format, a solid fill shows its background colour; a cell's shows its foreground (18.8.20). */
function differentialFill(fill: Fill, p: string): string {
  if (fill.pattern !== 'solid' || fill.background !== undefined) return fillXml(fill, p);
  return `<${p}fill><${p}patternFill>${colorXml(fill.foreground, `${p}bgColor`)}</${p}patternFill></${p}fill>`;
}
