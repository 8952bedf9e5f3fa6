/**
 * Fonts as the screen has them, and how wide text is in them. Files ask for Calibri, which few machines but Windows
 * have: what stands in for it is drawn smaller where it runs wider, so that columns hold what they hold in Excel.
 */
import type { Font } from '../../model/styles.ts';
import { PIXELS_PER_POINT } from './sheet-axes.ts';

export interface ScreenFont {
  /** For `font` in CSS and on a canvas. */
  readonly css: string;
  readonly pixels: number;
  /** Pixels that a text takes on one line. */
  width(text: string): number;
}

/** Width of a digit of Calibri as a part of the font's size. */
const CALIBRI_DIGIT = 0.507;
const NARROW = /^(?:calibri|aptos|carlito)/i;
const FALLBACK = "Calibri, Carlito, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";

const context = document.createElement('canvas').getContext('2d');
const known = new Map<string, ScreenFont>();
const scales = new Map<string, number>();

/** The font of a cell; `bold` and `italic` may be laid over it by a table's style. */
export function screenFont(font: Font, bold = font.bold === true, italic = font.italic === true): ScreenFont {
  const name = font.name ?? 'Calibri';
  const size = font.size ?? 11;
  const key = `${name} ${size} ${String(bold)} ${String(italic)}`;
  let found = known.get(key);
  if (found === undefined) {
    const families = `'${name.replace(/['\\]/g, '')}', ${FALLBACK}`;
    const pixels = Math.round(size * PIXELS_PER_POINT * scaleOf(name, families) * 100) / 100;
    found = measured(`${italic ? 'italic ' : ''}${bold ? 'bold ' : ''}${pixels}px ${families}`, pixels);
    known.set(key, found);
  }
  return found;
}

function scaleOf(name: string, families: string): number {
  if (!NARROW.test(name) || context === null) return 1;
  let scale = scales.get(name);
  if (scale === undefined) {
    context.font = `100px ${families}`;
    scale = Math.min(1, (CALIBRI_DIGIT * 100) / context.measureText('0').width);
    scales.set(name, scale);
  }
  return scale;
}

/** Characters are measured one by one and remembered: text of a grid is the same few hundred again and again. */
function measured(css: string, pixels: number): ScreenFont {
  const widths = new Map<string, number>();
  const widthOf = (character: string): number => {
    let width = widths.get(character);
    if (width === undefined) {
      if (context !== null) context.font = css;
      width = context?.measureText(character).width ?? pixels / 2;
      widths.set(character, width);
    }
    return width;
  };
  return {
    css,
    pixels,
    width(text) {
      let width = 0;
      for (const character of text) width += widthOf(character);
      return width;
    },
  };
}
