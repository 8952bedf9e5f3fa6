/**
 * What a cell shows in the room that it has: its text under its number format, shortened or hashed where a number does
 * not fit, and on which side it stands. It measures by what it is given and draws nothing.
 */
import { format, formatColor } from 'numfmt';
import { CellError, type CellValue } from '../../model/cell-error.ts';
import { cellText } from '../../rich-api/excel/cell-text.ts';

export type Side = 'left' | 'center' | 'right';

export interface Display {
  readonly text: string;
  readonly side: Side;
  /** What stands at the cell's left edge in an accounting format, while `text` stands at the right one. */
  readonly lead?: string;
  /** A colour that the number format asks for. */
  readonly color?: string;
}

export interface Room {
  /** Pixels for text. */
  readonly width: number;
  readonly measure: (text: string) => number;
}

/** Marks the place of a number format's `*` in what the formatter gives. */
const FILL = '\u0001';

export function displayOf(
  value: CellValue,
  numberFormat: string,
  horizontal: string,
  date1904: boolean,
  room: Room,
): Display {
  const side = sideOf(value, horizontal);
  if (value === null) return { text: '', side };
  if (typeof value !== 'number') return { text: cellText(value, numberFormat, date1904), side };
  const color = numberFormat.includes('[') ? formatColor(numberFormat, value) : undefined;
  const colored = typeof color === 'string' ? { color } : {};
  if (numberFormat.includes('*')) {
    const [lead, text] = spreadText(numberFormat, value);
    if (lead !== undefined)
      return room.measure(lead + text) > room.width
        ? { text: hashes(room), side, ...colored }
        : { text, lead, side: 'right', ...colored };
  }
  const text = cellText(value, numberFormat, date1904);
  if (room.measure(text) <= room.width) return { text, side, ...colored };
  const shorter = numberFormat === 'General' ? shortenedGeneral(value, room) : undefined;
  return { text: shorter ?? hashes(room), side, ...colored };
}

function sideOf(value: CellValue, horizontal: string): Side {
  switch (horizontal) {
    case 'left':
    case 'fill':
    case 'justify':
    case 'distributed':
      return 'left';
    case 'center':
    case 'centerContinuous':
      return 'center';
    case 'right':
      return 'right';
    default:
      if (typeof value === 'number') return 'right';
      return typeof value === 'boolean' || value instanceof CellError ? 'center' : 'left';
  }
}

/** The text before and after a format's fill character, or the whole as the second. */
function spreadText(numberFormat: string, value: number): [lead: string | undefined, text: string] {
  try {
    const text = format(numberFormat, value, { fillChar: FILL });
    const at = text.indexOf(FILL);
    return at < 0 ? [undefined, text] : [text.slice(0, at), text.slice(at + 2)];
  } catch {
    return [undefined, String(value)];
  }
}

/** A General number with as many decimals as fit, or in scientific notation, as Excel narrows it. */
function shortenedGeneral(value: number, room: Room): string | undefined {
  if (Math.abs(value) < 1e11 && Math.abs(value) >= 1e-4)
    for (let decimals = 9; decimals >= 0; decimals--) {
      const text = String(Number(value.toFixed(decimals)));
      if (!text.includes('e') && room.measure(text) <= room.width) return text;
    }
  for (let digits = 5; digits >= 0; digits--) {
    const text = format(digits === 0 ? '0E+00' : `0.${'#'.repeat(digits)}E+00`, value);
    if (room.measure(text) <= room.width) return text;
  }
  return undefined;
}

const hashes = ({ width, measure }: Room): string =>
  '#'.repeat(Math.max(1, Math.floor(width / Math.max(1, measure('#')))));
