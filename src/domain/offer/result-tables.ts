/**
 * The tables that a run fills, declared once: the writer takes sheets, columns and formats from here, the command
 * line its JSON keys, the tests their expectations. Names are a contract that analysts' formulas refer to.
 */
import type { CellValue } from '../basics/cell.ts';

/** What a column holds; the shells choose number format, alignment and width by it. */
export type ColumnKind = 'text' | 'id' | 'note' | 'date' | 'price' | 'shares' | 'ratio' | 'money' | 'row';

export interface ResultColumn {
  readonly name: string;
  readonly kind: ColumnKind;
}

export interface ResultTableDefinition {
  readonly sheet: string;
  readonly table: string;
  readonly columns: readonly ResultColumn[];
}

/** A filled table: each row has one value per column, blank as `''`. */
export interface ResultTable {
  readonly definition: ResultTableDefinition;
  readonly rows: CellValue[][];
}

const columns = (kinds: Readonly<Record<string, ColumnKind>>): readonly ResultColumn[] =>
  Object.entries(kinds).map(([name, kind]) => ({ name, kind }));

export const ELIGIBILITY_TABLE: ResultTableDefinition = {
  sheet: 'Regrant Eligibility',
  table: 'RegrantEligibility',
  columns: columns({
    'Holder ID': 'id',
    'Holder Name': 'text',
    'Grant ID': 'id',
    Plan: 'text',
    'Grant Date': 'date',
    'Exercise Price': 'price',
    Outstanding: 'shares',
    Eligible: 'text',
    Reasons: 'note',
    Election: 'text',
    Required: 'text',
    Exchanged: 'text',
  }),
};

export const NEW_GRANTS_TABLE: ResultTableDefinition = {
  sheet: 'Regrant New Grants',
  table: 'RegrantNewGrants',
  columns: columns({
    'Holder ID': 'id',
    'Holder Name': 'text',
    'Old Grant ID': 'id',
    Portion: 'text',
    'Cancelled Shares': 'shares',
    'Old Exercise Price': 'price',
    'New per Old': 'ratio',
    Award: 'text',
    'New Shares': 'shares',
    Cash: 'money',
    'Grant Date': 'date',
    'Exercise Price': 'price',
    Plan: 'text',
    'Grant Type': 'text',
    'Vesting Schedule': 'note',
    'First Vesting Date': 'date',
    'Fully Vested Date': 'date',
    'Expiration Date': 'date',
    Status: 'text',
    Note: 'note',
  }),
};

export const VESTING_TABLE: ResultTableDefinition = {
  sheet: 'Regrant Vesting',
  table: 'RegrantVesting',
  columns: columns({
    'Holder ID': 'id',
    'Old Grant ID': 'id',
    Date: 'date',
    Shares: 'shares',
    Cumulative: 'shares',
  }),
};

export const CHECKS_TABLE: ResultTableDefinition = {
  sheet: 'Regrant Checks',
  table: 'RegrantChecks',
  columns: columns({ Severity: 'text', Sheet: 'text', Row: 'row', Column: 'text', Problem: 'note' }),
};

/** The sheet of totals and charts; it holds no contract table. */
export const SUMMARY_SHEET = 'Regrant Summary';

/** The sheet on which Regrant inserts the offer's terms; the analyst's own from then on. */
export const TERMS_SHEET = 'Offer Terms';

export const RESULT_TABLES: readonly ResultTableDefinition[] = [
  ELIGIBILITY_TABLE,
  NEW_GRANTS_TABLE,
  VESTING_TABLE,
  CHECKS_TABLE,
];
