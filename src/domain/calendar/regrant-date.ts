/** Six months and a day: when cancelled options may be granted anew. Knows nothing of prices or of the offer. */
import { addMonths, type Day, LAST_DAY } from '../basics/day.ts';
import { badNumber } from '../basics/error.ts';
import { say } from '../basics/sentence.ts';
import { NO_ROLL, type Roll } from './roll.ts';

export const REGRANT_MONTHS = { default: 6, most: 120 } as const;
export const REGRANT_DAYS = { default: 1, most: 3650 } as const;

/**
 * The earliest date on which a cancelled option may be granted anew without variable accounting: `months` after
 * the cancellation, on the same day of the month or the month's last, plus `days`.
 *
 * @param cancellation the day on which the tendered options are cancelled
 * @param months whole months, 0 to 120
 * @param days calendar days added after the months, whole, 0 to 3650
 * @param roll what becomes of a weekend or a holiday
 * @throws RegrantError `months` or `days` out of range, or a result after 9999
 * @see FASB Interpretation 44, on awards cancelled and replaced within six months; superseded by FAS 123(R) in 2006,
 *   and offers since then grant at once
 */
export function regrantDate(
  cancellation: Day,
  months: number = REGRANT_MONTHS.default,
  days: number = REGRANT_DAYS.default,
  roll: Roll = NO_ROLL,
): Day {
  checkWhole(months, 'months', REGRANT_MONTHS.most);
  checkWhole(days, 'days', REGRANT_DAYS.most);
  const date = roll.apply(addMonths(cancellation, months) + days);
  if (date > LAST_DAY)
    throw badNumber(say`cancellationDate must leave the new grant date before the year 10000.`);
  return date;
}

function checkWhole(value: number, argument: string, most: number): void {
  if (!Number.isInteger(value) || value < 0 || value > most)
    throw badNumber(say`${argument} must be a whole number from 0 to ${most}, and is ${value}.`);
}
