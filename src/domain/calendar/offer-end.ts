/** How long an offer to exchange stays open at the least. Knows nothing of the offer's terms. */
import { type Day, LAST_DAY } from '../basics/day.ts';
import { badNumber } from '../basics/error.ts';
import { say } from '../basics/sentence.ts';
import { isBusinessDay } from './federal-holidays.ts';

export const OFFER_DAYS = { default: 20, most: 10000 } as const;

/**
 * The earliest day on which an offer may expire: its 20th business day, the day of commencement counted where it
 * is one. A day runs to its midnight, so an offer may expire at the end of the day that is returned.
 *
 * @param commencement the day on which the offer is first published or sent
 * @param businessDays whole, 1 to 10000
 * @throws RegrantError `businessDays` out of range, or a result after 9999
 * @see SEC Rules 14d-1(g)(3) and 13e-4(f)(1)(i)
 */
export function offerEnd(commencement: Day, businessDays: number = OFFER_DAYS.default): Day {
  if (!Number.isInteger(businessDays) || businessDays < 1 || businessDays > OFFER_DAYS.most)
    throw badNumber(
      say`businessDays must be a whole number from 1 to ${OFFER_DAYS.most}, and is ${businessDays}.`,
    );
  let day = commencement - 1;
  for (let left = businessDays; left > 0;) if (isBusinessDay(++day)) left--;
  if (day > LAST_DAY)
    throw badNumber(say`commencementDate must leave the end of the offer before the year 10000.`);
  return day;
}
