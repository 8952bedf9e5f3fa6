/**
 * An amendment of an open offer: what has changed in its terms, and how long it has to stay open for holders to consider
 * it. It counts; whether a change is material is for a person to judge.
 */
import { type Day, dated, parseMoment } from '../../basics/day.ts';
import { inSequence, say, type Sentence, type Words } from '../../basics/sentence.ts';
import { timeZone } from '../../basics/time-zone.ts';
import { offerEnd } from '../../calendar/offer-end.ts';
import type { OfferSource, OpenedTerms, OpenMinimum } from '../offer-source.ts';
import { keptTerms, termsDigest } from './freeze-tables.ts';
import { type TermsChange, termsChanges, type Weight } from './terms-changes.ts';

/** SEC Rules 13e-4(e)(3), (f)(1)(ii) and 14e-1(b). */
const BUSINESS_DAYS: Readonly<Record<Weight, number>> = { amount: 10, material: 5, none: 0 };

export interface Amendment {
  readonly changes: readonly TermsChange[];
  /** Whether the terms are others than those that were kept, known or not. */
  readonly hasChanged: boolean;
}

/** What an amendment of the offer would log; undefined where the offer is not open. */
export function amendmentOf(source: OfferSource): Amendment | undefined {
  const { opened } = source;
  if (opened === undefined) return undefined;
  const now = keptTerms(source);
  if (opened.tables === undefined)
    return { changes: [], hasChanged: opened.digest !== '' && opened.digest !== termsDigest(now) };
  const changes = termsChanges(opened.tables, now, source.date1904);
  return { changes, hasChanged: changes.length > 0 };
}

/**
 * How long the offer stays open once it is amended at a moment: the later of what this amendment and those before ask.
 *
 * @param time ISO 8601 in UTC
 */
export function minimumAfter(
  { changes, hasChanged }: Amendment,
  time: string,
  { minimum }: OpenedTerms,
): OpenMinimum | undefined {
  // What has changed is not known: the longest.
  const weights = changes.length > 0 ? changes.map(({ weight }) => weight) : ['amount' as const];
  const businessDays = hasChanged ? Math.max(...weights.map((weight) => BUSINESS_DAYS[weight])) : 0;
  if (businessDays === 0) return minimum;
  const day = offerEnd(easternDay(time), businessDays);
  return minimum !== undefined && minimum.day > day ? minimum : { day, businessDays, amended: time };
}

/** A business day ends at midnight Eastern time: Rules 13e-4(a)(3), 14d-1(g)(3). */
const EASTERN = timeZone('America/New_York');

function easternDay(time: string): Day {
  const utc = parseMoment(time.replace(/Z$/i, ''));
  if (utc === undefined) throw new RangeError(`${time} is no ISO time in UTC`);
  return Math.floor(EASTERN.wallClock(utc));
}

/** `Ratio was 0.75 and is 0.5; the offer may end ...`: for the log, and for a person who is asked. */
export function describeAmendment({ changes }: Amendment, minimum: OpenMinimum | undefined): Sentence {
  const what: Words =
    changes.length === 0
      ? say`What has changed is not known, since the terms at the opening were not kept`
      : inSequence(
          changes.map(({ change }) => change),
          '; ',
        );
  return minimum === undefined
    ? say`${what}. No minimum period follows from this (Rules 13e-4(e)(3), 14e-1(b)).`
    : say`${what}. Earliest expiration: ${minimumWords(minimum)}.`;
}

const minimumWords = ({ day, businessDays, amended }: OpenMinimum): Sentence =>
  say`the end of ${dated(day)}, ${businessDays} business days from the amendment of ${dated(easternDay(amended))} (Rules 13e-4(e)(3), 14e-1(b))`;

/** A warning, its place on the sheet with it. */
export interface AmendmentRemark {
  readonly sheet: string;
  readonly row: number | '';
  readonly column: string;
  readonly problem: Words;
}

/**
 * What a person should know about the terms of an open offer: what has changed and is not logged, and whether the offer
 * ends before an amendment allows it.
 *
 * @param expirationDay the last day of the offer
 */
export function amendmentRemarks(source: OfferSource, expirationDay: Day): readonly AmendmentRemark[] {
  const amendment = amendmentOf(source);
  if (amendment === undefined) return [];
  const minimum = source.opened?.minimum;
  const sheet = keptTerms(source).find(({ name }) => name === 'OfferTerms')?.block.sheet ?? '';
  const remarks: AmendmentRemark[] = amendment.changes.map(({ sheet: place, row, column, change }) => ({
    sheet: place,
    row,
    column,
    problem: say`${change}: the change since the opening or the last amendment is not logged; take the step Amend`,
  }));
  if (amendment.hasChanged && amendment.changes.length === 0)
    remarks.push({
      sheet,
      row: '',
      column: '',
      problem: say`The terms have changed since the opening or the last amendment, and what they were is not known: take the step Amend, which logs it`,
    });
  if (minimum !== undefined && expirationDay < minimum.day)
    remarks.push({
      sheet,
      row: '',
      column: 'Expiration Date',
      problem: say`The offer ends before ${minimumWords(minimum)}`,
    });
  return remarks;
}
