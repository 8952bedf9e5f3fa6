/**
 * Excel's built-in table styles as colours of the workbook's theme: the light and the medium families, each in seven
 * hues (none and the six accents). It gives what a style lays over one cell; what the cell says itself comes first.
 */
import type { Area } from '../../model/area.ts';
import type { Table } from '../../model/table.ts';
import type { Color } from '../../model/styles.ts';

/** What is laid over a cell's own format. */
export interface Overlay {
  readonly fill?: Color;
  readonly color?: Color;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly top?: Line;
  readonly bottom?: Line;
  readonly left?: Line;
  readonly right?: Line;
}

export interface Line {
  readonly style: string;
  readonly color: Color;
}

const WHITE: Color = { theme: 0 };
const BLACK: Color = { theme: 1 };
const FIRST_ACCENT = 4;

interface Hue {
  readonly base: Color;
  readonly tint: (by: number) => Color;
}

/** Style numbers run through the seven hues: the first of seven is without accent. */
function hueOf(number: number): Hue {
  const index = (number - 1) % 7;
  const theme = index === 0 ? 1 : FIRST_ACCENT + index - 1;
  // Tints of black are greys that darken white.
  const grey = (by: number): Color => ({ theme: 0, tint: by >= 0.8 ? -0.15 : by >= 0.6 ? -0.25 : -0.35 });
  return { base: { theme }, tint: (by) => (index === 0 ? grey(by) : { theme, tint: by }) };
}

interface Palette {
  readonly header: Overlay;
  readonly total: Overlay;
  /** Every data row, then those of the odd and the even stripe. */
  readonly body: Overlay;
  readonly stripe: Overlay;
  readonly outline?: Line;
  readonly firstColumn: Overlay;
}

const thin = (color: Color): Line => ({ style: 'thin', color });
const medium = (color: Color): Line => ({ style: 'medium', color });

function lightPalette(number: number): Palette {
  const { base, tint } = hueOf(number);
  const edge = thin(base);
  if (number <= 7)
    return {
      header: { color: BLACK, bold: true, top: edge, bottom: edge },
      total: { bold: true, top: edge, bottom: edge },
      body: {},
      stripe: { fill: tint(0.8) },
      firstColumn: { bold: true },
    };
  if (number <= 14)
    return {
      header: { fill: base, color: WHITE, bold: true },
      total: { bold: true, top: { style: 'double', color: base } },
      body: {},
      stripe: { top: edge, bottom: edge },
      outline: edge,
      firstColumn: { bold: true },
    };
  return {
    header: { bold: true, bottom: medium(base), left: edge, right: edge },
    total: { bold: true, top: { style: 'double', color: base }, left: edge, right: edge },
    body: { top: edge, bottom: edge, left: edge, right: edge },
    stripe: { fill: tint(0.8) },
    outline: edge,
    firstColumn: { bold: true },
  };
}

function mediumPalette(number: number): Palette {
  const { base, tint } = hueOf(number);
  if (number <= 7)
    return {
      header: { fill: base, color: WHITE, bold: true },
      total: { bold: true, top: { style: 'double', color: base } },
      body: { top: thin(tint(0.4)), bottom: thin(tint(0.4)) },
      stripe: { fill: tint(0.8) },
      outline: thin(tint(0.4)),
      firstColumn: { bold: true },
    };
  if (number <= 14)
    return {
      header: { fill: base, color: WHITE, bold: true, bottom: { style: 'thick', color: WHITE } },
      total: { fill: base, color: WHITE, bold: true, top: { style: 'thick', color: WHITE } },
      body: { fill: tint(0.8), top: thin(WHITE), bottom: thin(WHITE), left: thin(WHITE), right: thin(WHITE) },
      stripe: { fill: tint(0.6) },
      firstColumn: { fill: base, color: WHITE, bold: true },
    };
  if (number <= 21)
    return {
      header: { fill: base, color: WHITE, bold: true, top: medium(BLACK), bottom: medium(BLACK) },
      total: { bold: true, top: { style: 'double', color: BLACK }, bottom: medium(BLACK) },
      body: {},
      stripe: { fill: { theme: 0, tint: -0.15 } },
      firstColumn: { fill: base, color: WHITE, bold: true },
    };
  const edge = thin(tint(0.4));
  return {
    header: { fill: tint(0.8), bold: true, top: edge, bottom: edge, left: edge, right: edge },
    total: { bold: true, top: medium(base), left: edge, right: edge },
    body: { fill: tint(0.8), top: edge, bottom: edge, left: edge, right: edge },
    stripe: { fill: tint(0.6) },
    outline: edge,
    firstColumn: { bold: true },
  };
}

/** Dark styles are rare in finance: they get the medium family's header and stripes. */
function paletteOf(name: string | undefined): Palette | undefined {
  const match = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(name ?? '');
  if (match === null) return undefined;
  const number = Number(match[2]);
  return match[1] === 'Light' ? lightPalette(number) : mediumPalette(number);
}

const palettes = new Map<string, Palette | undefined>();

/** What a table's style lays over one of its cells, with a name that tells equal overlays. */
export function tableOverlay(
  table: Table,
  row: number,
  column: number,
): { readonly key: string; readonly overlay: Overlay } | undefined {
  const { style, area } = table;
  const name = style.name ?? '';
  if (!palettes.has(name)) palettes.set(name, paletteOf(style.name));
  const palette = palettes.get(name);
  if (palette === undefined) return undefined;
  const edges = `${row === area.top ? 't' : ''}${row === area.bottom ? 'b' : ''}${column === area.left ? 'l' : ''}${column === area.right ? 'r' : ''}`;
  const part = partOf(table, row, column);
  const bold =
    (style.showFirstColumn && column === area.left) || (style.showLastColumn && column === area.right);
  const key = `${name} ${part} ${edges}${bold ? ' bold' : ''}`;
  return { key, overlay: overlayOf(palette, part, area, row, column, bold) };
}

type Part = 'header' | 'total' | 'stripe' | 'plain';

function partOf({ hasHeaders, hasTotals, area, style, dataArea }: Table, row: number, column: number): Part {
  if (hasHeaders && row === area.top) return 'header';
  if (hasTotals && row === area.bottom) return 'total';
  const isStriped =
    (style.showRowStripes && (row - dataArea.top) % 2 === 0) ||
    (style.showColumnStripes && (column - dataArea.left) % 2 === 0);
  return isStriped ? 'stripe' : 'plain';
}

function overlayOf(
  { header, total, body, stripe, outline, firstColumn }: Palette,
  part: Part,
  area: Area,
  row: number,
  column: number,
  bold: boolean,
): Overlay {
  const inner =
    part === 'header' ? header : part === 'total' ? total : part === 'stripe' ? { ...body, ...stripe } : body;
  return {
    ...(outline === undefined
      ? {}
      : {
          ...(row === area.top ? { top: outline } : {}),
          ...(row === area.bottom ? { bottom: outline } : {}),
          ...(column === area.left ? { left: outline } : {}),
          ...(column === area.right ? { right: outline } : {}),
        }),
    ...inner,
    ...(bold && part !== 'header' && part !== 'total' ? firstColumn : {}),
  };
}
