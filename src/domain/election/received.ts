/**
 * When a form came in: moments that carry an offset from UTC, such as `2024-02-27T22:30-08:00`, compare as moments, and
 * times of day without one as they are written. It knows no offer's time zone.
 */
import type { CellValue } from '../basics/cell.ts';

/** The hours from UTC that ISO text carries, as a part of a day; undefined where there are none. */
export function offsetIn(value: CellValue): number | undefined {
  if (typeof value !== 'string') return undefined;
  const match = /\d{2}:\d{2}\S*?(?:(Z)|([+-])(\d{2}):?(\d{2}))$/i.exec(value.trim());
  if (match === null) return undefined;
  const [, zulu, sign, hours, minutes] = match;
  if (zulu !== undefined) return 0;
  const offset = (Number(hours) + Number(minutes) / 60) / 24;
  return sign === '-' ? -offset : offset;
}

/**
 * A moment to the millisecond. The same time of day arrives with different last digits from ISO text, from Excel and
 * from libraries that write a few decimals only (17:00 as .70833333334): they are one moment, and may tie.
 */
export const toMillisecond = (moment: number): number => Math.round(moment * 86_400_000) / 86_400_000;

/** A time as written, with its offset, as a moment of UTC; without one as it is. */
export const momentOf = (written: number, offset: number | undefined): number =>
  toMillisecond(written - (offset ?? 0));
