/** Colours between a file's way (ARGB, theme with tint, palette index) and Office.js's, `#RRGGBB`. */
import type { Color } from '../../model/styles.ts';
import type { Workbook } from '../../model/workbook.ts';
import { colorOf } from '../arguments.ts';

/** The first 64 colours of the old palette that files still refer to (ECMA-376, 18.8.27); 64 is the window's text. */
const PALETTE_16 = [
  ...['000000', 'FFFFFF', 'FF0000', '00FF00', '0000FF', 'FFFF00', 'FF00FF', '00FFFF'],
  ...['800000', '008000', '000080', '808000', '800080', '008080', 'C0C0C0', '808080'],
] as const;

/** `#RRGGBB`, or `otherwise` for an automatic colour. */
export function htmlColor(color: Color | undefined, book: Workbook, otherwise: string): string {
  if (color === undefined || color.auto === true) return otherwise;
  if (color.rgb !== undefined) return `#${color.rgb.slice(-6).toUpperCase()}`;
  if (color.theme !== undefined) return tinted(book.themeColors[color.theme] ?? '000000', color.tint ?? 0);
  // The palette's first eight colours come twice.
  const index = color.indexed ?? 64;
  return `#${PALETTE_16[index < 8 ? index : index - 8] ?? otherwise.slice(1)}`;
}

/** A colour as a file has it. @throws RichApiError InvalidArgument: no colour */
export function fileColor(value: unknown): Color | undefined {
  const html = colorOf(value);
  return html === '' ? undefined : { rgb: `FF${html.slice(1)}` };
}

/** Excel's tint: towards white above 0, towards black below, in lightness. */
function tinted(rgb: string, tint: number): string {
  const parts = [0, 2, 4].map((at) => parseInt(rgb.slice(at, at + 2), 16) / 255);
  if (tint === 0) return `#${rgb.toUpperCase()}`;
  const [red = 0, green = 0, blue = 0] = parts;
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const lightness = (most + least) / 2;
  const wanted = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const spread = most - least;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1));
  const newSpread = saturation * (1 - Math.abs(2 * wanted - 1));
  const scaled = (part: number): number =>
    spread === 0 ? wanted : wanted + ((part - lightness) / spread) * newSpread;
  return `#${parts
    .map((part) =>
      Math.round(Math.min(1, Math.max(0, scaled(part))) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase()}`;
}
