/**
 * A line of the exchange: a part of a grant and the award that it brings. One grant may bring several lines. Steps fill it
 * in, one after the other; whoever reads a finished run sees it as it is.
 */
import type { Day } from '../../basics/day.ts';
import type { Fraction } from '../../basics/fraction.ts';
import type { Words } from '../../basics/sentence.ts';
import type { Award } from '../terms/award.ts';
import type { LineTerms } from '../terms/award-terms.ts';
import type { ElectedPart, Grant, Portion } from '../selection/grant.ts';
import type { NewPrice } from '../tables/offer-prices.ts';
import type { OfferEvent } from '../tables/events.ts';
import type { Checks } from '../check.ts';
import type { RatioRow } from '../tables/ratio-rows.ts';
import type { Offer } from '../offer.ts';
import type { Selection } from '../selection/selection.ts';

export type LineStatus = 'Granted' | 'Lapsed' | 'Promised' | 'Cash';

export interface Line {
  readonly grant: Grant;
  readonly portion: Portion;
  readonly part: ElectedPart | undefined;
  /** Shares of the grant that are cancelled for this line; 0 for a further award. */
  readonly cancelled: number;
  /** The cancelled shares to which the ratio and the payment apply. */
  readonly exchanged: number;
  readonly terms: LineTerms;
  /** The row of OfferRatios; undefined where the offer's own terms hold. */
  readonly ratioRow: RatioRow | undefined;
  /** A further award, of a row marked And. */
  readonly isFurther: boolean;
  /** What the row is called in the summary. */
  readonly label: Words;
  /** Undefined while it waits for the closing price, and for cash. */
  readonly ratio: Fraction | undefined;
  /** The ratio waits for the closing price. */
  readonly awaitsRatio: boolean;
  /** The award that is granted in the end: below the minimum it may be cash. */
  award: Award;
  /** The holder's new shares of the rounding group, where they are rounded together: the exact sum and the total. */
  roundedWith: { readonly exact: Fraction; readonly total: number; readonly lines: number } | undefined;
  /** New shares before the minimum, splits and mergers. */
  counted: number;
  /** New shares before splits and mergers, after the minimum. */
  sharesBeforeEvents: number;
  /** Undefined while the ratio is not known. */
  shares: number | undefined;
  /** In the offer's currency, to the cent. */
  cash: number;
  /** The splits and mergers that adjust it. */
  events: readonly OfferEvent[];
  newPrice: NewPrice | undefined;
  /** Undefined while it is promised or missing. */
  price: number | undefined;
  premium: { readonly price: number; readonly until: Day } | undefined;
  expiration: Day | undefined;
  status: LineStatus;
  notes: Words[];
  /** Not granted: its minimum rejects it, or it has no terms. */
  isRejected: boolean;
  /** The whole schedule, as promised; empty where nothing vests. Amounts are shares, or cash. */
  dates: Day[];
  amounts: number[];
  /** How many of the dates come before service is known to end. */
  vestingDates: number;
  newGrantId: string;
}

/** What a step knows beside the lines. */
export interface StepRun {
  readonly offer: Offer;
  readonly selection: Selection;
  readonly checks: Checks;
}

/** A step sees all lines, so that what is counted per holder is a grouping and not a second way; it gives those that remain. */
export type ExchangeStep = (run: StepRun, lines: readonly Line[]) => readonly Line[];
