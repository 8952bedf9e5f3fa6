/** Days and moments of the sample, written as ISO text. */
import { parseMoment } from '../../src/domain/basics/day.ts';

/** The serial number of an ISO date, or of a date and time. */
export function on(iso: string): number {
  const moment = parseMoment(iso);
  if (moment === undefined) throw new Error(`${iso} is not an ISO date.`);
  return moment;
}
