/**
 * What a run reads: the workbook's cells, as a shell loaded them. It does not know how they were loaded, nor which
 * of the sheets is the ledger.
 */
import type { CellBlock } from '../basics/block.ts';
import type { Day } from '../basics/day.ts';

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

/** The terms with which the offer opened, or as its last amendment left them: what they have become is told from these. */
export interface OpenedTerms {
  /** When they were kept, as ISO text in UTC. */
  readonly since: string;
  /** Of `since`: the log's digest of the terms. */
  readonly digest: string;
  /** Undefined where they were not kept, or not as the log has them: only whether they have changed is known then. */
  readonly tables: readonly KeptTable[] | undefined;
  /** How long amendments keep the offer open; undefined where none asks for it. */
  readonly minimum: OpenMinimum | undefined;
}

export interface KeptTable {
  readonly name: OfferTableName;
  /** The header row and the body, as the sheet had them. */
  readonly block: CellBlock;
}

/** An amendment's minimum: the offer stays open to the end of `day`, the last of so many business days. */
export interface OpenMinimum {
  readonly day: Day;
  readonly businessDays: number;
  /** When the amendment was made, as ISO text in UTC. */
  readonly amended: string;
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
  /** Present while the offer is open. */
  readonly opened?: OpenedTerms;
  /** Leaves Holder Name and Email blank in all that comes out, for a copy that goes to a board. */
  readonly withoutNames?: boolean;
}
