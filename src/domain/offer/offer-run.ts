/** What a run gives: the result tables, the summary, and where the figures came from. */
import type { CellValue } from '../basics/cell.ts';
import type { AwardTerms } from './terms/award-terms.ts';
import type { AppliedEvent } from './tables/events.ts';
import type { Words } from '../basics/sentence.ts';
import type { Check } from './check.ts';
import type { Drift } from './life/drift.ts';
import type { Reason } from './selection/grant.ts';
import type { ResultTable } from './results/result-tables.ts';
import type { GrantFact, LineFact } from './results/facts.ts';
import type { ReserveRow } from './results/reserve.ts';
import type { Summary } from './results/summary.ts';

/** Where the ledger stands and which of its columns were found; rows and columns are 1-based sheet positions. */
export interface LedgerPlace {
  readonly sheet: string;
  /** Whether rows of other sheets or of OfferHolders are joined to it. */
  readonly isJoined: boolean;
  /** The header's last row. */
  readonly headerRow: number;
  /** Two, where names stand over two rows. */
  readonly headerRows: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** The sheet's column of each ledger column that was found, by its contract name (`Grant ID`). */
  readonly columns: ReadonlyMap<string, number>;
}

/** What the live formulas of a new grant's row need to know beside the row itself. */
export interface NewGrantSource {
  /** The index of the grant's row in the eligibility table. */
  readonly eligibilityRow: number;
  /** New shares before splits and mergers; the events that follow are the same for every grant. */
  readonly sharesBeforeEvents: number;
  readonly allocation: string;
  /** What there is to say of its status, which the table has in English. */
  readonly notes: readonly Words[];
}

export interface OfferRun {
  /** Every term with the value that the run used, in the order of their declaration; dates as serial numbers. */
  readonly offer: readonly { readonly term: string; readonly value: CellValue; readonly isDate: boolean }[];
  /** The address of each term's own value cell (`'Offer Terms'!$B$7`), where the offer has that row and it is not blank. */
  /** What the offer says of every award, where no row of OfferRatios says otherwise. */
  readonly awards: AwardTerms;
  /** Whether OfferPrices has prices of several classes. */
  readonly pricesHaveClasses: boolean;
  readonly termCells: ReadonlyMap<string, string>;
  readonly ledger: LedgerPlace;
  /** Whether a rule reads what only a run knows: other grants of the holder, elections, the closing price. */
  readonly rulesNeedRun: boolean;
  /** Every grant of the ledger, and every line of the exchange, in the ledger's order. */
  readonly grants: readonly GrantFact[];
  readonly lines: readonly LineFact[];
  readonly eligibility: ResultTable;
  /** The ledger's sheet row (1-based) of each row of the eligibility table. */
  readonly ledgerRows: readonly number[];
  /** For each row of the eligibility table, why the grant is not eligible; empty where it is. */
  readonly reasons: readonly (readonly Reason[])[];
  /** Those of them that come before the rules' own (nothing outstanding, expired, service ended). */
  readonly standingReasons: readonly (readonly Reason[])[];
  readonly newGrants: ResultTable;
  readonly newGrantSources: readonly NewGrantSource[];
  readonly events: readonly AppliedEvent[];
  readonly vesting: ResultTable;
  /** What the live ledger has changed since the closing; empty where the offer is not closed. */
  readonly drift: readonly Drift[];
  readonly problems: readonly Check[];
  /** The problems as they are written into the workbook, in English. */
  readonly checks: ResultTable;
  readonly errors: number;
  readonly warnings: number;
  /** Undefined where the offer has no table OfferPlans. */
  readonly reserve: readonly ReserveRow[] | undefined;
  readonly summary: Summary;
}

export type { AppliedEvent } from './tables/events.ts';
export type { Breakdown, Summary } from './results/summary.ts';
