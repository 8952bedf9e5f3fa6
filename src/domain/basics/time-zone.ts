/**
 * Moments with an offset from UTC, and time zones by their IANA names. A moment without an offset is a reading of the
 * clock on the wall; one with an offset becomes such a reading in a zone.
 */
import type { CellValue } from './cell.ts';
import { dayOf, parseMoment } from './day.ts';
import { badValue } from './error.ts';
import { say } from './sentence.ts';

const OFFSET = /^(.*\d)\s*(Z|[+-]\d{2}:?\d{2})$/i;
const MS_PER_DAY = 86_400_000;
/** The serial number of 1970-01-01. */
const EPOCH = 25_569;

/** Text such as `2024-02-27T22:30-08:00` as UTC, a serial number; undefined where it has no offset. */
export function utcMoment(value: CellValue): number | undefined {
  if (typeof value !== 'string') return undefined;
  const [, text = '', offset = ''] = OFFSET.exec(value.trim()) ?? [];
  if (offset === '' || !/T|\d\s+\d/i.test(text)) return undefined;
  const wall = parseMoment(text);
  return wall === undefined ? undefined : wall - minutesOf(offset) / 1440;
}

function minutesOf(offset: string): number {
  if (/^z$/i.test(offset)) return 0;
  const sign = offset.startsWith('-') ? -1 : 1;
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(-2))];
  if (hours > 14 || minutes > 59)
    throw badValue(say`The offset "${offset}" must be Z or from -14:00 to +14:00.`);
  return sign * (hours * 60 + minutes);
}

/** A time zone: what its clocks show at a moment in UTC. */
export interface TimeZone {
  readonly name: string;
  /** @param utc a serial number in UTC */
  readonly wallClock: (utc: number) => number;
  /** The moment in UTC at which its clocks show a reading; the earlier of two, or the one after a gap. */
  readonly utcOf: (wall: number) => number;
}

/**
 * The zone of that name.
 *
 * @throws RegrantError the name is not one of the IANA time zone database
 */
export function timeZone(name: string, argument = 'Time Zone'): TimeZone {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    throw badValue(
      say`${argument} must be the name of a time zone, such as America/New_York or Europe/Berlin, not "${name}".`,
    );
  }
  const wallClock = (utc: number): number => {
    const ms = Math.round((utc - EPOCH) * MS_PER_DAY);
    const parts = new Map(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    const day = dayOf(part('year'), part('month'), part('day'));
    const seconds =
      part('hour') * 3600 + part('minute') * 60 + part('second') + (((ms % 1000) + 1000) % 1000) / 1000;
    return day + seconds / 86_400;
  };
  return {
    name,
    wallClock,
    // Two steps settle the offset, also next to a change of the clocks.
    utcOf: (wall) => {
      const first = wall - (wallClock(wall) - wall);
      return first - (wallClock(first) - wall);
    },
  };
}

/**
 * A moment of UTC on the wall clock of a zone.
 *
 * @param name the term or column that holds the text
 * @throws RegrantError there is no zone to convert to
 */
export function inZone(utc: number, text: string, name: string, zone: TimeZone | undefined): number {
  if (zone !== undefined) return zone.wallClock(utc);
  throw badValue(
    say`${name} "${text}" has an offset, but the offer has no Time Zone: give one, such as America/New_York.`,
  );
}
