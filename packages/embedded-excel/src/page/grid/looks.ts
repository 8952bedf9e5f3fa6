/**
 * How cells look, as classes of a style sheet: one rule for every format in use and whatever a table or a conditional
 * format lays over it. It knows formats and colours, not the cells that have them.
 */
import type { Border, BorderEdge, DifferentialFormat, Fill, Font } from '../../model/styles.ts';
import type { Workbook } from '../../model/workbook.ts';
import { htmlColor } from '../../rich-api/excel/colors.ts';
import { type ScreenFont, screenFont } from './fonts.ts';
import type { Overlay } from './table-styles.ts';

/** A format ready for the screen. */
export interface Look {
  readonly className: string;
  readonly font: ScreenFont;
  readonly numberFormat: string;
  readonly horizontal: string;
  readonly wraps: boolean;
  readonly rotates: boolean;
  readonly indent: number;
  /** Whether an empty cell of this look shows something: a fill or a border. */
  readonly isVisible: boolean;
}

interface Overlays {
  readonly table?: Overlay | undefined;
  readonly conditional?: DifferentialFormat | undefined;
}

/** Pixels that Excel leaves between a cell's edge and its text, and for a step of indentation. */
export const CELL_PADDING = 3;
const INDENT = 9;

const SIDES = ['top', 'right', 'bottom', 'left'] as const;

const LINES: Readonly<Record<string, readonly [width: number, style: string]>> = {
  thin: [1, 'solid'],
  hair: [1, 'dotted'],
  dotted: [1, 'dotted'],
  dashed: [1, 'dashed'],
  dashDot: [1, 'dashed'],
  dashDotDot: [1, 'dashed'],
  medium: [2, 'solid'],
  mediumDashed: [2, 'dashed'],
  mediumDashDot: [2, 'dashed'],
  mediumDashDotDot: [2, 'dashed'],
  slantDashDot: [2, 'dashed'],
  thick: [3, 'solid'],
  double: [3, 'double'],
};

export class Looks {
  private readonly book: Workbook;
  private readonly sheet: CSSStyleSheet;
  private readonly known = new Map<string, Look>();

  constructor(book: Workbook) {
    this.book = book;
    this.sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [this.sheet];
  }

  /** @param key tells overlays apart; equal keys must mean equal overlays */
  of(style: number, key = '', overlays: Overlays = {}): Look {
    const name = `${style}|${key}`;
    let look = this.known.get(name);
    if (look === undefined) {
      look = this.make(style, overlays, `k${this.known.size}`);
      this.known.set(name, look);
    }
    return look;
  }

  private make(style: number, { table, conditional }: Overlays, className: string): Look {
    const { styles } = this.book;
    const own = styles.font(style);
    const over = conditional?.font;
    const font: Font = { ...own, ...over };
    const bold = over?.bold ?? (own.bold === true || table?.bold === true);
    const italic = over?.italic ?? (own.italic === true || table?.italic === true);
    const face = screenFont(own, bold, italic);
    const alignment = styles.alignment(style);
    const fill = this.fillOf(conditional?.fill, styles.fill(style), table);
    const borders = this.bordersOf({ ...styles.border(style), ...conditional?.border }, table);
    const rotation = alignment.textRotation ?? 0;
    const rules = [
      `font:${face.css}`,
      `line-height:1.22`,
      `color:${this.colorOf(over, own, table)}`,
      `align-items:${VERTICAL[alignment.vertical ?? 'bottom'] ?? 'flex-end'}`,
      ...(fill === undefined
        ? []
        : [`background:${fill}`, `box-shadow:-1px 0 ${fill},0 -1px ${fill},-1px -1px ${fill}`]),
      ...decoration(font),
      ...(alignment.wrapText === true ? ['white-space:pre-wrap', 'overflow-wrap:anywhere'] : []),
      ...(font.verticalAlign === undefined ? [] : [`vertical-align:${font.verticalAlign.slice(0, -6)}`]),
    ];
    this.insert(`.${className}{${rules.join(';')}}`);
    if (borders !== '')
      this.insert(
        `.${className}::after{content:'';position:absolute;inset:-1px 0 0 -1px;z-index:1;pointer-events:none;${borders}}`,
      );
    return {
      className,
      font: face,
      numberFormat: conditional?.numberFormat ?? styles.numberFormat(style),
      horizontal: alignment.horizontal ?? 'general',
      wraps: alignment.wrapText === true,
      rotates: rotation !== 0,
      indent: (alignment.indent ?? 0) * INDENT,
      isVisible: fill !== undefined || borders !== '',
    };
  }

  private insert(rule: string): void {
    this.sheet.insertRule(rule, this.sheet.cssRules.length);
  }

  private colorOf(over: Font | undefined, own: Font, table: Overlay | undefined): string {
    if (over?.color !== undefined) return htmlColor(over.color, this.book, '#000000');
    const isPlain = own.color === undefined || own.color.auto === true || own.color.theme === 1;
    if (isPlain && table?.color !== undefined) return htmlColor(table.color, this.book, '#000000');
    return htmlColor(own.color, this.book, '#000000');
  }

  private fillOf(over: Fill | undefined, own: Fill, table: Overlay | undefined): string | undefined {
    // A conditional format's solid fill has its colour in `background`.
    if (over !== undefined && over.pattern !== 'none')
      return htmlColor(over.background ?? over.foreground, this.book, '#FFFFFF');
    if (own.pattern === 'gray125') return '#F0F0F0';
    if (own.pattern !== 'none' && own.foreground !== undefined)
      return htmlColor(own.foreground, this.book, '#FFFFFF');
    return table?.fill === undefined ? undefined : htmlColor(table.fill, this.book, '#FFFFFF');
  }

  private bordersOf(own: Border, table: Overlay | undefined): string {
    return SIDES.flatMap((side) => {
      const edge: BorderEdge | undefined = own[side] ?? table?.[side];
      const line = LINES[edge?.style ?? ''];
      if (line === undefined) return [];
      return [`border-${side}:${line[0]}px ${line[1]} ${htmlColor(edge?.color, this.book, '#000000')}`];
    }).join(';');
  }
}

const VERTICAL: Readonly<Record<string, string>> = {
  top: 'flex-start',
  center: 'center',
  justify: 'flex-start',
  distributed: 'center',
};

function decoration({ underline, strike }: Font): string[] {
  const lines = [
    ...(underline === undefined ? [] : ['underline']),
    ...(strike === true ? ['line-through'] : []),
  ];
  if (lines.length === 0) return [];
  const isDouble = underline === 'double' || underline === 'doubleAccounting';
  return [`text-decoration:${lines.join(' ')}${isDouble ? ' double' : ''}`];
}
