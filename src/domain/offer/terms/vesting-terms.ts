/** How an award vests, as a term or a row of OfferRatios says it. */
import { type OfferSchedule, parseOfferSchedule } from '../../vesting/offer-schedule.ts';

/** A schedule with the words in which it was given. */
export interface VestingTerms {
  readonly text: string;
  readonly schedule: OfferSchedule;
}

/** @throws RegrantError the text is no vesting schedule */
export const readSchedule = (text: string): VestingTerms => ({
  text: text.trim(),
  schedule: parseOfferSchedule(text),
});
