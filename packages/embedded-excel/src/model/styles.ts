/**
 * The cell formats of a workbook. A style index, as cells carry it, points into `cellFormats`, which points into number
 * formats, fonts, fills and borders. What a file brought keeps its index; changes only append.
 */
import { BUILT_IN_NUMBER_FORMATS } from './built-in-number-formats.ts';

/** A colour as files have it: ARGB, an index of the old palette, or a theme's colour with a tint of -1 to 1. */
export interface Color {
  /** `AARRGGBB` */
  readonly rgb?: string;
  readonly indexed?: number;
  readonly theme?: number;
  readonly tint?: number;
  readonly auto?: boolean;
}

export interface Font {
  readonly name?: string;
  /** In points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: 'single' | 'double' | 'singleAccounting' | 'doubleAccounting';
  readonly strike?: boolean;
  readonly color?: Color;
  readonly verticalAlign?: 'superscript' | 'subscript';
  readonly family?: number;
  readonly charset?: number;
  readonly scheme?: string;
}

export interface Fill {
  /** `none`, `solid`, `gray125`, ... */
  readonly pattern: string;
  /** The colour one sees in a solid fill. */
  readonly foreground?: Color;
  readonly background?: Color;
  /** A gradient, as the file has it. */
  readonly kept?: string;
}

export interface BorderEdge {
  /** `thin`, `medium`, `thick`, `double`, `hair`, `dashed`, `dotted`, ... */
  readonly style: string;
  readonly color?: Color;
}

export interface Border {
  readonly left?: BorderEdge;
  readonly right?: BorderEdge;
  readonly top?: BorderEdge;
  readonly bottom?: BorderEdge;
  readonly diagonal?: BorderEdge;
  readonly diagonalUp?: boolean;
  readonly diagonalDown?: boolean;
  readonly vertical?: BorderEdge;
  readonly horizontal?: BorderEdge;
}

export interface Alignment {
  readonly horizontal?: string;
  readonly vertical?: string;
  readonly wrapText?: boolean;
  readonly textRotation?: number;
  readonly indent?: number;
  readonly shrinkToFit?: boolean;
  readonly readingOrder?: number;
  readonly justifyLastLine?: boolean;
}

/** Cells are locked unless they say otherwise; that matters once the sheet is protected. */
export interface CellProtection {
  readonly locked?: boolean;
  readonly hidden?: boolean;
}

/** One entry of `cellFormats`. */
export interface CellFormat {
  readonly numberFormat: number;
  readonly font: number;
  readonly fill: number;
  readonly border: number;
  /** The named style that it rests on. */
  readonly namedStyle: number;
  readonly alignment?: Alignment;
  readonly protection?: CellProtection;
  readonly quotePrefix?: boolean;
}

/** What a conditional format lays over a cell's own format. */
export interface DifferentialFormat {
  readonly font?: Font;
  readonly numberFormat?: string;
  readonly fill?: Fill;
  readonly border?: Border;
}

/** A list in which an equal entry is found again instead of added twice. */
class Pool<T extends object> {
  readonly entries: T[] = [];
  private readonly known = new Map<string, number>();

  /** Appends without looking, as a file's own lists have to be. */
  load(entry: T): void {
    const key = keyOf(entry);
    if (!this.known.has(key)) this.known.set(key, this.entries.length);
    this.entries.push(entry);
  }

  indexOf(entry: T): number {
    const key = keyOf(entry);
    const found = this.known.get(key);
    if (found !== undefined) return found;
    this.load(entry);
    return this.entries.length - 1;
  }

  clear(): void {
    this.entries.length = 0;
    this.known.clear();
  }
}

/** Equal entries have equal keys, in whatever order their members were set; undefined members do not count. */
function keyOf(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return JSON.stringify(entry);
  const members = Object.entries(entry).filter(([, member]) => member !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${name}:${keyOf(member)}`).join()}}`;
}

export class StylePool {
  readonly fonts = new Pool<Font>();
  readonly fills = new Pool<Fill>();
  readonly borders = new Pool<Border>();
  readonly cellFormats = new Pool<CellFormat>();
  readonly differential = new Pool<DifferentialFormat>();
  /** Number formats of the workbook's own, by id (164 and above). */
  readonly numberFormats = new Map<number, string>();
  /** Named cell styles and the index of the format that each rests on. */
  readonly named = new Map<string, number>();
  /** Changed derivations are asked for cell by cell; most ask the same again. */
  private readonly derived = new Map<string, number>();

  constructor() {
    this.completeDefaults();
    this.named.set('Normal', 0);
  }

  /** Gives each list without an entry those that Excel starts with: cells that name no format have the first. */
  completeDefaults(): void {
    if (this.fonts.entries.length === 0)
      this.fonts.load({ name: 'Calibri', size: 11, family: 2, scheme: 'minor', color: { theme: 1 } });
    if (this.fills.entries.length === 0) {
      this.fills.load({ pattern: 'none' });
      this.fills.load({ pattern: 'gray125' });
    }
    if (this.borders.entries.length === 0) this.borders.load({});
    if (this.cellFormats.entries.length === 0)
      this.cellFormats.load({ numberFormat: 0, font: 0, fill: 0, border: 0, namedStyle: 0 });
  }

  /** Empties the pool, before a file's own styles are loaded into it. */
  clear(): void {
    for (const pool of [this.fonts, this.fills, this.borders, this.cellFormats, this.differential])
      pool.clear();
    for (const map of [this.numberFormats, this.named, this.derived]) map.clear();
  }

  cellFormat(style: number): CellFormat {
    return (
      this.cellFormats.entries[style] ??
      this.cellFormats.entries[0] ?? { numberFormat: 0, font: 0, fill: 0, border: 0, namedStyle: 0 }
    );
  }

  /** The number format's code, in English: `General`, `#,##0.00`, `@`. */
  numberFormat(style: number): string {
    const id = this.cellFormat(style).numberFormat;
    return this.numberFormats.get(id) ?? BUILT_IN_NUMBER_FORMATS.get(id) ?? 'General';
  }

  font(style: number): Font {
    return this.fonts.entries[this.cellFormat(style).font] ?? {};
  }

  fill(style: number): Fill {
    return this.fills.entries[this.cellFormat(style).fill] ?? { pattern: 'none' };
  }

  border(style: number): Border {
    return this.borders.entries[this.cellFormat(style).border] ?? {};
  }

  alignment(style: number): Alignment {
    return this.cellFormat(style).alignment ?? {};
  }

  protection(style: number): CellProtection {
    return this.cellFormat(style).protection ?? {};
  }

  /** The style like this one, but with that number format. */
  withNumberFormat(style: number, code: string): number {
    return this.derive(style, `n${code}`, (format) => ({
      ...format,
      numberFormat: this.numberFormatId(code),
    }));
  }

  /** The style like this one, its font changed; members not named stay. */
  withFont(style: number, change: Font): number {
    return this.derive(style, `f${keyOf(change)}`, (format) => ({
      ...format,
      font: this.fonts.indexOf({ ...this.fonts.entries[format.font], ...change }),
    }));
  }

  withFill(style: number, fill: Fill): number {
    return this.derive(style, `b${keyOf(fill)}`, (format) => ({ ...format, fill: this.fills.indexOf(fill) }));
  }

  /** The style like this one, its border changed; edges not named stay, an edge of style `none` goes. */
  withBorder(style: number, change: Border): number {
    return this.derive(style, `e${keyOf(change)}`, (format) => {
      const edges = Object.entries({ ...this.borders.entries[format.border], ...change });
      const kept = edges.filter(([, edge]) => typeof edge !== 'object' || edge.style !== 'none');
      return { ...format, border: this.borders.indexOf(Object.fromEntries(kept)) };
    });
  }

  withAlignment(style: number, change: Alignment): number {
    return this.derive(style, `a${keyOf(change)}`, (format) => ({
      ...format,
      alignment: { ...format.alignment, ...change },
    }));
  }

  withProtection(style: number, change: CellProtection): number {
    return this.derive(style, `p${keyOf(change)}`, (format) => ({
      ...format,
      protection: { ...format.protection, ...change },
    }));
  }

  /** The id of a number format's code; one that is new gets the next free id from 164 on. */
  numberFormatId(code: string): number {
    for (const [id, known] of BUILT_IN_NUMBER_FORMATS)
      if (known === code && !this.numberFormats.has(id)) return id;
    let next = 164;
    for (const [id, known] of this.numberFormats) {
      if (known === code) return id;
      next = Math.max(next, id + 1);
    }
    this.numberFormats.set(next, code);
    return next;
  }

  private derive(style: number, change: string, make: (format: CellFormat) => CellFormat): number {
    const key = `${style} ${change}`;
    const known = this.derived.get(key);
    if (known !== undefined) return known;
    const index = this.cellFormats.indexOf(make(this.cellFormat(style)));
    this.derived.set(key, index);
    return index;
  }
}
