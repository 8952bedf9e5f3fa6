/**
 * A file's styles part into the pool of cell formats. Entries keep their indices; what the model does not understand
 * stays in the part, which is only appended to.
 *
 * @see ECMA-376 part 1, 18.8
 */
import type {
  Alignment,
  Border,
  BorderEdge,
  CellProtection,
  Color,
  DifferentialFormat,
  Fill,
  Font,
  StylePool,
} from '../model/styles.ts';
import { listedEntries } from './alternate-content.ts';
import { booleanAttribute, child, numberAttribute, parseXml, type XmlElement } from './xml.ts';

/** An object without the members that are undefined. */
type Defined<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> };
export function defined<T extends object>(members: { [Name in keyof T]: T[Name] | undefined }): Defined<T> {
  return Object.fromEntries(
    Object.entries(members).filter(([, member]) => member !== undefined),
  ) as Defined<T>;
}

/** Reads the part into the pool, and says what of the pool the part has. */
export function readStyles(text: string, pool: StylePool): LoadedStyles {
  const root = parseXml(text);
  pool.clear();
  for (const format of listedEntries(child(root, 'numFmts'), 'numFmt'))
    pool.numberFormats.set(
      numberAttribute(format, 'numFmtId') ?? 0,
      format.attributes.get('formatCode') ?? 'General',
    );
  for (const font of listedEntries(child(root, 'fonts'), 'font')) pool.fonts.load(readFont(font));
  for (const fill of listedEntries(child(root, 'fills'), 'fill')) pool.fills.load(readFill(fill, text));
  for (const border of listedEntries(child(root, 'borders'), 'border')) pool.borders.load(readBorder(border));
  for (const format of listedEntries(child(root, 'cellXfs'), 'xf'))
    pool.cellFormats.load({
      numberFormat: numberAttribute(format, 'numFmtId') ?? 0,
      font: numberAttribute(format, 'fontId') ?? 0,
      fill: numberAttribute(format, 'fillId') ?? 0,
      border: numberAttribute(format, 'borderId') ?? 0,
      namedStyle: numberAttribute(format, 'xfId') ?? 0,
      ...defined({
        alignment: readAlignment(child(format, 'alignment')),
        protection: readProtection(child(format, 'protection')),
        quotePrefix: booleanAttribute(format, 'quotePrefix'),
      }),
    });
  for (const style of listedEntries(child(root, 'cellStyles'), 'cellStyle'))
    pool.named.set(style.attributes.get('name') ?? '', numberAttribute(style, 'xfId') ?? 0);
  for (const format of listedEntries(child(root, 'dxfs'), 'dxf'))
    pool.differential.load(readDifferential(format, text));
  const loaded = loadedStyles(pool);
  pool.completeDefaults();
  return loaded;
}

/** How many entries of each list stand in the file. */
export interface LoadedStyles {
  readonly numberFormats: ReadonlySet<number>;
  readonly fonts: number;
  readonly fills: number;
  readonly borders: number;
  readonly cellFormats: number;
  readonly differential: number;
}

export const loadedStyles = (pool: StylePool): LoadedStyles => ({
  numberFormats: new Set(pool.numberFormats.keys()),
  fonts: pool.fonts.entries.length,
  fills: pool.fills.entries.length,
  borders: pool.borders.entries.length,
  cellFormats: pool.cellFormats.entries.length,
  differential: pool.differential.entries.length,
});

export const NOTHING_LOADED: LoadedStyles = {
  numberFormats: new Set(),
  fonts: 0,
  fills: 0,
  borders: 0,
  cellFormats: 0,
  differential: 0,
};

export function readColor(element: XmlElement | undefined): Color | undefined {
  if (element === undefined) return undefined;
  return defined<Color>({
    rgb: element.attributes.get('rgb')?.toUpperCase().padStart(8, 'F'),
    indexed: numberAttribute(element, 'indexed'),
    theme: numberAttribute(element, 'theme'),
    tint: numberAttribute(element, 'tint'),
    auto: booleanAttribute(element, 'auto'),
  });
}

/** `<b/>` and `<b val="1"/>` switch on, `<b val="0"/>` switches off. */
function switched(element: XmlElement | undefined): boolean | undefined {
  return element === undefined ? undefined : (booleanAttribute(element, 'val') ?? true);
}

function readFont(element: XmlElement): Font {
  const value = (local: string): string | undefined => child(element, local)?.attributes.get('val');
  const number = (local: string): number | undefined => {
    const found = child(element, local);
    return found === undefined ? undefined : numberAttribute(found, 'val');
  };
  const underline = child(element, 'u');
  return defined<Font>({
    name: value('name') ?? value('rFont'),
    size: number('sz'),
    bold: switched(child(element, 'b')),
    italic: switched(child(element, 'i')),
    underline:
      underline === undefined ? undefined : underlineNamed(underline.attributes.get('val') ?? 'single'),
    strike: switched(child(element, 'strike')),
    color: readColor(child(element, 'color')),
    verticalAlign: value('vertAlign') as Font['verticalAlign'],
    family: number('family'),
    charset: number('charset'),
    scheme: value('scheme'),
  });
}

const underlineNamed = (name: string): Font['underline'] =>
  name === 'single' || name === 'double' || name === 'singleAccounting' || name === 'doubleAccounting'
    ? name
    : undefined;

function readFill(element: XmlElement, text: string): Fill {
  const pattern = child(element, 'patternFill');
  if (pattern === undefined) {
    const gradient = element.children[0];
    return { pattern: 'none', ...(gradient && { kept: text.slice(gradient.start, gradient.end) }) };
  }
  return {
    pattern: pattern.attributes.get('patternType') ?? 'none',
    ...defined({
      foreground: readColor(child(pattern, 'fgColor')),
      background: readColor(child(pattern, 'bgColor')),
    }),
  };
}

function readBorder(element: XmlElement): Border {
  const edge = (...names: string[]): BorderEdge | undefined => {
    const found = names.map((name) => child(element, name)).find((candidate) => candidate !== undefined);
    const style = found?.attributes.get('style');
    if (style === undefined || style === 'none') return undefined;
    return { style, ...defined({ color: readColor(child(found, 'color')) }) };
  };
  return defined<Border>({
    left: edge('left', 'start'),
    right: edge('right', 'end'),
    top: edge('top'),
    bottom: edge('bottom'),
    diagonal: edge('diagonal'),
    diagonalUp: booleanAttribute(element, 'diagonalUp'),
    diagonalDown: booleanAttribute(element, 'diagonalDown'),
    vertical: edge('vertical'),
    horizontal: edge('horizontal'),
  });
}

function readAlignment(element: XmlElement | undefined): Alignment | undefined {
  if (element === undefined) return undefined;
  return defined<Alignment>({
    horizontal: element.attributes.get('horizontal'),
    vertical: element.attributes.get('vertical'),
    wrapText: booleanAttribute(element, 'wrapText'),
    textRotation: numberAttribute(element, 'textRotation'),
    indent: numberAttribute(element, 'indent'),
    shrinkToFit: booleanAttribute(element, 'shrinkToFit'),
    readingOrder: numberAttribute(element, 'readingOrder'),
    justifyLastLine: booleanAttribute(element, 'justifyLastLine'),
  });
}

function readProtection(element: XmlElement | undefined): CellProtection | undefined {
  if (element === undefined) return undefined;
  return defined<CellProtection>({
    locked: booleanAttribute(element, 'locked'),
    hidden: booleanAttribute(element, 'hidden'),
  });
}

/** In a differential format the pattern is solid unless it says otherwise, and its background is what one sees. */
function differentialFill(element: XmlElement, text: string): Fill {
  const fill = readFill(element, text);
  const patterned = child(element, 'patternFill')?.attributes.get('patternType');
  if ((patterned ?? 'solid') !== 'solid' || fill.background === undefined) return fill;
  return { pattern: 'solid', foreground: fill.background };
}

function readDifferential(element: XmlElement, text: string): DifferentialFormat {
  const [font, fill, border] = ['font', 'fill', 'border'].map((name) => child(element, name));
  return defined<DifferentialFormat>({
    font: font && readFont(font),
    numberFormat: child(element, 'numFmt')?.attributes.get('formatCode'),
    fill: fill && differentialFill(fill, text),
    border: border && readBorder(border),
  });
}
