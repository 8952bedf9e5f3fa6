/** The moment at which an offer ends, as its term is written: with or without a time of day, an offset, a 24 o'clock. */
import { type CellValue, readMoment } from '../../basics/cell.ts';
import { type Day, parseMoment } from '../../basics/day.ts';
import { showsTime } from '../../basics/number-format.ts';
import { inZone, type TimeZone, utcMoment } from '../../basics/time-zone.ts';

export interface Expiration {
  /** The last moment at which a form counts, in the offer's time zone. */
  readonly moment: number;
  /** The day on which it falls; of midnight at a day's start, the day before. */
  readonly day: Day;
}

/** The last millisecond of a day, so that it still lies on that day. */
const endOf = (day: Day): Expiration => ({ moment: day + 1 - 1 / 86_400_000, day });

/** A moment; midnight belongs to the day that it ends. */
const at = (moment: number): Expiration => ({
  moment,
  day: Number.isInteger(moment) ? moment - 1 : Math.floor(moment),
});

/**
 * Reads the term Expiration Date.
 *
 * @param format the cell's number format: a whole serial number that is shown with a time means midnight
 * @throws RegrantError not a date, or an offset without a Time Zone
 */
export function readExpirationTerm(
  value: CellValue,
  name: string,
  format: string,
  zone: TimeZone | undefined,
): Expiration {
  if (typeof value === 'string') {
    const text = value.trim();
    const utc = utcMoment(text);
    if (utc !== undefined) return at(inZone(utc, text, name, zone));
    const day = /^(.*\d)[T ]24:00(:00)?$/i.exec(text)?.[1];
    if (day !== undefined) return endOf(readMoment(day, name));
    const hasTime = /\d[T ]\d/i.test(text) && parseMoment(text) !== undefined;
    const moment = readMoment(text, name);
    return hasTime ? at(moment) : Number.isInteger(moment) ? endOf(moment) : at(moment);
  }
  const moment = readMoment(value, name);
  return Number.isInteger(moment) && !showsTime(format) ? endOf(moment) : at(moment);
}
