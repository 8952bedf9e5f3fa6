/** Dates that a strict file has written out: `2002-05-14T12:00:00`. @see ECMA-376 part 1, 18.18.11 (ST_CellType, d) */
import { dayOf } from '../../../../src/domain/basics/day.ts';

const ISO = /^(?:(\d{4})-(\d{2})-(\d{2}))?T?(?:(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?Z?$/;

/** The date's serial number in the workbook's system; a time alone is a fraction of a day. Undefined for other text. */
export function serialOfIso(text: string, date1904: boolean): number | undefined {
  const match = ISO.exec(text);
  if (match === null || text === '') return undefined;
  const [, year, month, day, hours = '0', minutes = '0', seconds = '0'] = match;
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86400;
  if (year === undefined) return time;
  return dayOf(Number(year), Number(month), Number(day)) - (date1904 ? 1462 : 0) + time;
}
