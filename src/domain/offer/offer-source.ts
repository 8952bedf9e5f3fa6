/**
 * What a run reads: the workbook's cells, as a shell loaded them. It does not know how they were loaded, nor which
 * of the sheets is the ledger.
 */
import type { CellBlock } from '../basics/block.ts';

/** The offer's tables, found by these names on whichever sheet they stand. */
export const OFFER_TABLES = [
  'OfferTerms',
  'OfferRules',
  'OfferRatios',
  'OfferElections',
  'OfferPrices',
  'OfferEvents',
  'OfferColumns',
  'OfferHolders',
  'OfferControls',
  'OfferPlans',
  'OfferScenarios',
  'OfferValues',
] as const;
export type OfferTableName = (typeof OFFER_TABLES)[number];

/** Where an Excel table stands, its header row included and its totals row left out; rows and columns are 1-based. */
export interface TableRange {
  readonly name: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Whether a totals row is right under it. */
  readonly hasTotals?: boolean;
  /** In the table's shape; needed for OfferTerms and OfferRatios only, where a ratio may have turned into a date. */
  readonly numberFormats?: readonly (readonly string[])[];
  /** What the cells hold as they are typed, in the table's shape: formulas begin with `=`; needed for the offer's tables. */
  readonly formulas?: readonly (readonly unknown[])[];
}

/** A person's correction of what the ledger is, remembered in the workbook. */
export interface LedgerChoice {
  /** The sheet to take where several look like a ledger. */
  readonly sheet?: string;
  /** The ledger's own header by the name of the column that it means. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The ledger and the elections as they stood when the offer closed, with the sheet positions that they had then. */
export interface FrozenTables {
  /** The ledger's header row and everything under it. */
  readonly ledger: CellBlock;
  readonly elections?: CellBlock;
}

export interface OfferSource {
  /** The used range of every sheet but those that Regrant writes. */
  readonly sheets: readonly CellBlock[];
  /** Every table on those sheets. */
  readonly tables: readonly TableRange[];
  /** Whether the workbook counts its dates from 1904. */
  readonly date1904: boolean;
  readonly ledger?: LedgerChoice;
  /** Present from the closing on: then these count, and what has changed since is only reported. */
  readonly frozen?: FrozenTables;
  /** Leaves Holder Name and Email blank in all that comes out, for a copy that goes to a board. */
  readonly withoutNames?: boolean;
}
