/**
 * The ledger's columns, declared once: the finder, the checks, the rules, the help and the tests read them here.
 * Names and synonyms are a contract (docs/workbook.md).
 */
import { headerKey } from '../basics/words.ts';

/** What a column's cells hold. */
export type ColumnContent = 'id' | 'text' | 'date' | 'price' | 'count';

export interface LedgerColumn {
  readonly name: string;
  readonly content: ColumnContent;
  /** `granted or outstanding`: at least one of the two. */
  readonly needed: 'yes' | 'no' | 'granted or outstanding';
  readonly synonyms: readonly string[];
  /** Several columns of this meaning in one ledger add up. */
  readonly addsUp?: true;
}

const column = (
  name: string,
  content: ColumnContent,
  synonyms: string,
  needed: LedgerColumn['needed'] = 'no',
): LedgerColumn => ({ name, content, needed, synonyms: synonyms.split(', ') });

export const LEDGER_COLUMNS: readonly LedgerColumn[] = [
  column(
    'Holder ID',
    'id',
    'Employee ID, EE ID, Stakeholder ID, Optionee ID, Participant ID, Person ID',
    'yes',
  ),
  column(
    'Holder Name',
    'text',
    'Name, Employee Name, Optionee, Optionee Name, Stakeholder, Stakeholder Name, Participant, Participant Name',
  ),
  column('Email', 'text', 'Holder Email, Stakeholder Email, Employee Email'),
  column('Country', 'text', 'Work Country, Country of Residence'),
  column('Role', 'text', 'Title Class, Position, Job Level, Relationship'),
  column('Status', 'text', 'Employment Status, Stakeholder Status, Service Status'),
  column('Hire Date', 'date', 'Date of Hire, Employment Start Date'),
  column('Notice Date', 'date', 'Notice of Termination Date, Resignation Date'),
  column(
    'Termination Date',
    'date',
    'Term Date, Date of Termination, Last Day of Employment, Service End Date',
  ),
  column(
    'Grant ID',
    'id',
    'Grant Number, Grant #, Option ID, Option Number, Award ID, Security ID, Certificate ID',
    'yes',
  ),
  column('Plan', 'text', 'Plan Name, Equity Plan, Stock Plan, Equity Incentive Plan'),
  column('Grant Type', 'text', 'Award Type, Option Type, ISO/NSO, ISO/NQ'),
  column('Grant Date', 'date', 'Issue Date, Date of Grant, Award Date', 'yes'),
  column('Expiration Date', 'date', 'Expiry Date, Expires, Expiration'),
  column(
    'Exercise Price',
    'price',
    'Strike Price, Strike, Option Price, Grant Price, Price per Share',
    'yes',
  ),
  column(
    'Granted',
    'count',
    'Granted Shares, Quantity, Quantity Issued, Options Granted, Shares Granted, Original Quantity',
    'granted or outstanding',
  ),
  column('Exercised', 'count', 'Exercised Shares, Quantity Exercised, Options Exercised, Shares Exercised'),
  {
    ...column(
      'Cancelled',
      'count',
      'Canceled, Cancelled Shares, Options Canceled, Quantity Canceled, Forfeited, Options Forfeited, ' +
        'Quantity Forfeited, Expired Shares, Quantity Expired',
    ),
    addsUp: true,
  },
  column(
    'Outstanding',
    'count',
    'Outstanding Shares, Quantity Outstanding, Options Outstanding, Shares Outstanding, Unexercised',
    'granted or outstanding',
  ),
  column('Vested', 'count', 'Quantity Vested, Vested Shares'),
  column('Unvested', 'count', 'Quantity Unvested, Unvested Shares'),
  column('Vesting Schedule', 'text', 'Vesting, Vesting Terms'),
  column('Vesting Start', 'date', 'Vesting Commencement Date, Vesting Start Date, VCD'),
];

const COLUMN_OF_KEY: ReadonlyMap<string, LedgerColumn> = new Map(
  LEDGER_COLUMNS.flatMap((declared) =>
    [declared.name, ...declared.synonyms].map((name) => [headerKey(name), declared] as const),
  ),
);

/** The declared column that a header names, by its own name or a synonym. */
export const columnNamed = (header: string): LedgerColumn | undefined => COLUMN_OF_KEY.get(headerKey(header));
