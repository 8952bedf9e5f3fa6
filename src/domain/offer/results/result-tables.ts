/**
 * The tables that a run fills, declared once: the writer takes sheets, columns and formats from here, the command
 * line its JSON keys, the tests their expectations. Names are a contract that analysts' formulas refer to.
 */
import { type CellValue, isBlank } from '../../basics/cell.ts';
import { english } from '../../basics/sentence.ts';
import type { Check } from '../check.ts';
import type { GrantFact, LineFact } from './facts.ts';
import { column, type FactTable, type ResultTableDefinition } from './result-column.ts';

export {
  type ColumnKind,
  type ResultColumn,
  type ResultTable,
  type ResultTableDefinition,
} from './result-column.ts';

const yesNo = (value: boolean): string => (value ? 'Yes' : 'No');

/** An id as the ledger has it: a number stays a number, so that look-ups from either side agree. */
const idCell = (value: CellValue): CellValue => (isBlank(value) ? '' : value);

export const ELIGIBILITY_TABLE: FactTable<GrantFact> = {
  sheet: 'Regrant Eligibility',
  table: 'RegrantEligibility',
  columns: [
    column('Holder ID', 'id', ({ cell }) => idCell(cell('Holder ID'))),
    column('Holder Name', 'text', ({ cell }) => cell('Holder Name')),
    column('Grant ID', 'id', ({ cell }) => idCell(cell('Grant ID'))),
    column('Plan', 'text', ({ cell }) => cell('Plan')),
    column('Grant Date', 'date', ({ grantDate, cell }) => grantDate ?? cell('Grant Date')),
    column('Exercise Price', 'price', ({ cell }) => cell('Exercise Price')),
    column('Outstanding', 'shares', ({ grant }) => (grant.outstanding < 0 ? '' : grant.outstanding)),
    column('Eligible', 'text', ({ grant }) => yesNo(grant.isEligible)),
    column('Reasons', 'note', ({ reasons }) => reasons),
    column('Election', 'text', ({ grant }) => grant.election),
    column('Required', 'text', ({ grant }) => yesNo(grant.isRequired)),
    column('Exchanged', 'text', ({ isExchanged }) => yesNo(isExchanged)),
    column('Grant Type', 'text', ({ cell }) => cell('Grant Type')),
  ],
};

export const NEW_GRANTS_TABLE: FactTable<LineFact> = {
  sheet: 'Regrant New Grants',
  table: 'RegrantNewGrants',
  columns: [
    column('Holder ID', 'id', ({ cell }) => idCell(cell('Holder ID'))),
    column('Holder Name', 'text', ({ cell }) => cell('Holder Name')),
    column('Old Grant ID', 'id', ({ cell }) => idCell(cell('Grant ID'))),
    column('Portion', 'text', ({ line }) => line.portion),
    column('Cancelled Shares', 'shares', ({ line }) => line.cancelled),
    column('Old Exercise Price', 'price', ({ cell }) => cell('Exercise Price')),
    column('New per Old', 'ratio', ({ newPerOld }) => newPerOld ?? ''),
    column('Award', 'text', ({ line }) => line.award.name),
    column('New Shares', 'shares', ({ line }) => line.shares ?? ''),
    column('Cash', 'money', ({ line }) => line.cash),
    column('Grant Date', 'date', ({ line }) => line.terms.newGrant),
    column('Exercise Price', 'price', ({ line }) => (line.award.paysCash ? '' : (line.price ?? ''))),
    column('Plan', 'text', ({ line }) => (line.award.paysCash ? '' : line.terms.newPlan)),
    column('Grant Type', 'text', ({ line }) => (line.award.hasType ? line.terms.newGrantType : '')),
    column('Vesting Schedule', 'note', ({ schedule }) => schedule),
    column('First Vesting Date', 'date', ({ line }) => line.dates[0] ?? ''),
    column('Fully Vested Date', 'date', ({ line }) => line.dates.at(-1) ?? ''),
    column('Expiration Date', 'date', ({ line }) => line.expiration ?? ''),
    column('Status', 'text', ({ line }) => line.status),
    column('Note', 'note', ({ line }) => line.notes.map(english).join('; ')),
    column('New Grant ID', 'id', ({ line }) => line.newGrantId),
    column('Old Grant Type', 'text', ({ cell }) => cell('Grant Type')),
    column('Premium Price', 'price', ({ line }) => line.premium?.price ?? '', usesPremium),
    column('Premium Until', 'date', ({ line }) => line.premium?.until ?? '', usesPremium),
  ],
};

function usesPremium(lines: readonly LineFact[]): boolean {
  return lines.some(({ line }) => line.premium !== undefined);
}

/** One date of a line's vesting. */
export interface VestingFact extends LineFact {
  readonly date: number;
  readonly amount: number;
  readonly cumulative: number;
}

export const VESTING_TABLE: FactTable<VestingFact> = {
  sheet: 'Regrant Vesting',
  table: 'RegrantVesting',
  columns: [
    column('Holder ID', 'id', ({ cell }) => idCell(cell('Holder ID'))),
    column('Old Grant ID', 'id', ({ cell }) => idCell(cell('Grant ID'))),
    column('Portion', 'text', ({ line }) => line.portion),
    column('Date', 'date', ({ date }) => date),
    column('Shares', 'shares', ({ amount }) => amount),
    column('Cumulative', 'shares', ({ cumulative }) => cumulative),
    column('Award', 'text', ({ line }) => line.award.name),
  ],
};

export const CHECKS_TABLE: FactTable<Check> = {
  sheet: 'Regrant Checks',
  table: 'RegrantChecks',
  columns: [
    column('Severity', 'text', ({ severity }) => severity),
    column('Sheet', 'text', ({ sheet }) => sheet),
    column('Row', 'row', ({ row }) => row),
    column('Column', 'text', (check) => check.column),
    column('Problem', 'note', ({ problem }) => english(problem)),
  ],
};

/** The sheet of totals and charts; it holds no contract table. */
export const SUMMARY_SHEET = 'Regrant Summary';

/** The sheet on which Regrant inserts the offer's terms; the analyst's own from then on. */
export const TERMS_SHEET = 'Offer Terms';

/** A table's columns that every run has. */
const always = ({ sheet, table, columns }: FactTable<never>): ResultTableDefinition => ({
  sheet,
  table,
  columns: columns.filter(({ isUsed }) => isUsed === undefined),
});

export const RESULT_TABLES: readonly ResultTableDefinition[] = [
  always(ELIGIBILITY_TABLE),
  always(NEW_GRANTS_TABLE),
  always(VESTING_TABLE),
  always(CHECKS_TABLE),
];
