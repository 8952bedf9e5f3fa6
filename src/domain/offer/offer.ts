/** One offer as it is read from a workbook: the ledger and every table of the offer, each compiled once. */
import type { ElectionForms } from '../election/election-forms.ts';
import type { Field } from '../ledger/field.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Award } from './terms/award.ts';
import type { Checks } from './check.ts';
import type { Drift } from './life/drift.ts';
import type { OfferEvent } from './tables/events.ts';
import type { LedgerGrant, Portion } from './selection/grant.ts';
import type { OldAwardOf } from './selection/old-award.ts';
import type { VestedPart, VestedPartProblem } from './selection/vested-part.ts';
import type { NewPrice, OfferPrices } from './tables/offer-prices.ts';
import type { OfferRule } from './selection/offer-rules.ts';
import type { OfferTable } from './offer-table.ts';
import type { Plan } from './tables/plans.ts';
import type { RatioRow } from './tables/ratio-rows.ts';
import type { OfferTerms, TermsReading } from './terms/read-terms.ts';
import type { RunFields } from './selection/run-fields.ts';

export interface Offer {
  /** The live ledger, or the one that closing froze, with the live dates of termination. */
  readonly ledger: Ledger;
  /** Whether rows of other sheets or of OfferHolders are joined to it. */
  readonly isLedgerJoined: boolean;
  /** Names and addresses of holders stay out of the results. */
  readonly withoutNames: boolean;
  /** What the live ledger has changed since closing. */
  readonly drift: readonly Drift[];
  readonly reading: TermsReading;
  readonly terms: OfferTerms;
  readonly termsTable: OfferTable;
  readonly rules: readonly OfferRule[];
  readonly rulesTable: OfferTable | undefined;
  /** Empty where the offer has one flat ratio. */
  readonly ratioRows: readonly RatioRow[];
  readonly ratiosTable: OfferTable | undefined;
  /** Whether any row of OfferRatios is for a part of a grant. */
  readonly splitsByPortion: boolean;
  /** Whether only the rows say how awards vest, so that a grant without a row has no terms. */
  readonly rowsGiveTerms: boolean;
  /** Whether every award of the offer is cash (kept grants aside). */
  readonly isAllCash: boolean;
  readonly forms: ElectionForms;
  readonly electionsTable: OfferTable | undefined;
  readonly prices: OfferPrices;
  readonly pricesTable: OfferTable | undefined;
  /** What the offer's own Exercise Price Rule gives on its New Grant Date. */
  readonly closing: NewPrice;
  readonly events: readonly OfferEvent[];
  readonly eventsTable: OfferTable | undefined;
  readonly plans: readonly Plan[];
  readonly plansTable: OfferTable | undefined;
  readonly fields: RunFields;
  readonly priceField: Field;
  /** The vested and the unvested part of a grant, by its row. */
  readonly partsOf: (offset: number) => VestedPart | VestedPartProblem;
  readonly oldAwardOf: OldAwardOf;
  /** The award that a grant or its part would bring. */
  readonly awardFor: (grant: LedgerGrant, portion: Portion, choice: string) => Award | undefined;
  /** What a person should know about the tables as they were read. */
  readonly remarks: Checks;
}
