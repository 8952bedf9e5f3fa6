/** What a run gives: the result tables, the summary, and where the figures came from. */
import type { CellValue } from '../basics/cell.ts';
import type { Words } from '../basics/sentence.ts';
import type { Check } from './checks.ts';
import type { Drift } from './drift.ts';
import type { Reason } from './selection.ts';
import type { ResultColumn, ResultTable } from './result-tables.ts';

/** Where the ledger stands and which of its columns were found; rows and columns are 1-based sheet positions. */
export interface LedgerPlace {
  readonly sheet: string;
  /** The header's last row. */
  readonly headerRow: number;
  /** Two, where names stand over two rows. */
  readonly headerRows: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** The sheet's column of each ledger column that was found, by its contract name (`Grant ID`). */
  readonly columns: ReadonlyMap<string, number>;
}

/** A total of the summary. */
export interface Measure {
  readonly name: string;
  readonly value: CellValue;
  readonly kind: ResultColumn['kind'];
}

/** One of the summary's breakdowns: by plan, by reason, by ratio row, vesting by quarter. */
export interface Breakdown {
  readonly title: string;
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly (readonly CellValue[])[];
  /** What the rows are about, where that is a sentence; the rows have it in English. */
  readonly labels?: readonly Words[];
}

export interface Summary {
  readonly measures: readonly Measure[];
  readonly breakdowns: readonly Breakdown[];
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

/** A split or merger that adjusts every promise, in date order. */
export interface AppliedEvent {
  readonly event: 'Split' | 'Merger';
  readonly newShares: number;
  readonly oldShares: number;
  readonly stockPerShare: number;
  readonly cashPerShare: number;
  readonly acquirerPrice: number;
  readonly rounding: string;
}

export interface OfferRun {
  /** Every term with the value that the run used, in the order of their declaration; dates as serial numbers. */
  readonly offer: readonly { readonly term: string; readonly value: CellValue; readonly isDate: boolean }[];
  /** The address of each term's own value cell (`'Offer Terms'!$B$7`), where the offer has that row and it is not blank. */
  readonly termCells: ReadonlyMap<string, string>;
  readonly ledger: LedgerPlace;
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
  readonly summary: Summary;
}
