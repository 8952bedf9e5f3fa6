/**
 * Whether a grant stays whole or is split into its vested and its unvested part, and which row of OfferRatios each takes:
 * the first row that matches a grant, Portion aside, decides.
 */
import type { LedgerGrant, Portion } from './grant.ts';
import type { RatioContext, RatioRow } from '../tables/ratio-rows.ts';
import type { Offer } from '../offer.ts';

export type Split =
  | { readonly kind: 'whole'; readonly outstanding: number }
  | { readonly kind: 'split'; readonly vested: number; readonly unvested: number };

const contextOf = ({ closing }: Offer, choice: string): RatioContext => ({
  choice,
  closingPrice: closing.state === 'known' ? closing.price : undefined,
});

/** @param choices the Choice of each part's election */
export function splitGrant(
  offer: Offer,
  grant: LedgerGrant,
  choices: { readonly Vested: string; readonly Unvested: string },
): Split {
  const whole: Split = { kind: 'whole', outstanding: Math.max(0, grant.outstanding) };
  if (!offer.splitsByPortion || grant.outstanding <= 0) return whole;
  const first = (choice: string): RatioRow | undefined =>
    offer.ratioRows.find((row) => !row.isFurther && row.matches(grant.row, contextOf(offer, choice)));
  const deciding = first(choices.Vested) ?? first(choices.Unvested);
  if (deciding?.portion === undefined) return whole;
  const parts = offer.partsOf(grant.offset);
  // A grant whose parts cannot be told is an error of its row, which partsOf has kept for the checks.
  return 'vested' in parts ? { kind: 'split', ...parts } : { kind: 'split', vested: 0, unvested: 0 };
}

/** The row of OfferRatios that a grant or its part takes; undefined where none matches. */
export const ratioRowFor = (
  offer: Offer,
  grant: LedgerGrant,
  portion: Portion,
  choice: string,
): RatioRow | undefined =>
  offer.ratioRows.find(
    (row) =>
      !row.isFurther &&
      (row.portion === undefined || row.portion === portion) &&
      row.matches(grant.row, contextOf(offer, choice)),
  );

/** The rows that add a further award to a grant or its part. */
export const furtherRowsFor = (offer: Offer, grant: LedgerGrant, choice: string): readonly RatioRow[] =>
  offer.ratioRows.filter((row) => row.isFurther && row.matches(grant.row, contextOf(offer, choice)));
