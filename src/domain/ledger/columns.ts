/**
 * The ledger's columns, declared once: the finder, the checks, the rules, the help and the tests read them here.
 * Names and synonyms are a contract (docs/workbook.md).
 */
import { columnKey, unitOf } from './header-name.ts';

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
  /** Columns that say it together where none says it alone. */
  readonly together?: readonly string[];
  /** It says something of the holder, whatever the grant: OfferHolders may have it. */
  readonly ofHolder?: true;
}

const column = (
  name: string,
  content: ColumnContent,
  synonyms: string,
  more: Partial<LedgerColumn> = {},
): LedgerColumn => ({
  name,
  content,
  needed: 'no',
  synonyms: synonyms === '' ? [] : synonyms.split(', '),
  ...more,
});

const NEEDED = { needed: 'yes' } as const;
const OF_HOLDER = { ofHolder: true } as const;

export const LEDGER_COLUMNS: readonly LedgerColumn[] = [
  column(
    'Holder ID',
    'id',
    'Employee ID, Employee Number, EE ID, Stakeholder ID, Optionee ID, Participant ID, Participant Number, Person ID',
    { ...NEEDED, ...OF_HOLDER },
  ),
  column(
    'Holder Name',
    'text',
    'Name, Employee Name, Optionee, Optionee Name, Stakeholder, Stakeholder Name, Participant, Participant Name',
    { ...OF_HOLDER, together: ['First Name', 'Last Name'] },
  ),
  column('Email', 'text', 'Holder Email, Stakeholder Email, Employee Email', OF_HOLDER),
  column('Country', 'text', 'Work Country, Country of Residence', OF_HOLDER),
  column('Role', 'text', 'Title Class, Position, Job Level, Relationship', OF_HOLDER),
  column('Status', 'text', 'Employment Status, Stakeholder Status, Service Status', OF_HOLDER),
  column('Hire Date', 'date', 'Date of Hire, Employment Start Date', OF_HOLDER),
  column('Notice Date', 'date', 'Notice of Termination Date, Resignation Date', OF_HOLDER),
  column(
    'Termination Date',
    'date',
    'Term Date, Date of Termination, Last Day of Employment, Service End Date',
    OF_HOLDER,
  ),
  column(
    'Grant ID',
    'id',
    'Grant Number, Grant #, Option ID, Option Number, Award ID, Security ID, Certificate ID',
    NEEDED,
  ),
  column('Plan', 'text', 'Plan Name, Equity Plan, Stock Plan, Equity Incentive Plan'),
  column('Grant Type', 'text', 'Award Type, Option Type, ISO/NSO, ISO/NQ'),
  column('Stock Class', 'text', 'Class of Stock, Share Class, Security Class'),
  column('Grant Date', 'date', 'Issue Date, Date of Grant, Award Date', NEEDED),
  column(
    'Expiration Date',
    'date',
    'Expiry Date, Expires, Expiration, Grant Expiry Date, Grant Expiration Date, Option Expiration Date',
  ),
  column(
    'Exercise Price',
    'price',
    'Strike Price, Strike, Option Price, Grant Price, Price per Share',
    NEEDED,
  ),
  column(
    'Granted',
    'count',
    'Granted Shares, Quantity, Quantity Issued, Quantity Granted, Options Granted, Shares Granted, Original Quantity',
    { needed: 'granted or outstanding' },
  ),
  column('Exercised', 'count', 'Exercised Shares, Quantity Exercised, Options Exercised, Shares Exercised'),
  column(
    'Cancelled',
    'count',
    'Canceled, Cancelled Shares, Options Canceled, Quantity Canceled, Forfeited, Options Forfeited, ' +
      'Quantity Forfeited, Expired Shares, Quantity Expired',
    { addsUp: true },
  ),
  column(
    'Outstanding',
    'count',
    'Outstanding Shares, Quantity Outstanding, Options Outstanding, Shares Outstanding, Unexercised',
    { needed: 'granted or outstanding' },
  ),
  column(
    'Exercisable',
    'count',
    'Vested Outstanding, Outstanding Vested, Options Exercisable, Vested Unexercised',
  ),
  column(
    'Unvested',
    'count',
    'Quantity Unvested, Unvested Shares, Unvested Outstanding, Outstanding Unvested',
  ),
  column('Vested', 'count', 'Quantity Vested, Vested Shares'),
  column('Vesting Schedule', 'text', 'Vesting, Vesting Terms'),
  column('Vesting Start', 'date', 'Vesting Commencement Date, Vesting Start Date, VCD'),
  column('Fair Market Value', 'price', 'FMV, FMV at Grant, Grant Date FMV'),
  column('Grant Date Fair Value', 'price', 'GDFV, Fair Value per Share, Grant Fair Value'),
  column('Unrecognised Cost', 'price', 'Unrecognized Cost, Unamortized Expense, Unrecognized Expense'),
  column('Currency', 'text', ''),
  column('Ten Percent Holder', 'text', '10% Owner, 10% Holder, 10% Stockholder', OF_HOLDER),
  column('Expected to Vest', 'text', 'Probable'),
];

const COLUMN_OF_KEY: ReadonlyMap<string, LedgerColumn> = new Map(
  LEDGER_COLUMNS.flatMap((declared) =>
    [declared.name, ...declared.synonyms].map((name) => [columnKey(name), declared] as const),
  ),
);

/** The declared column that a header names, by its own name or a synonym, a unit in brackets at its end aside. */
export function columnNamed(header: string): LedgerColumn | undefined {
  const whole = COLUMN_OF_KEY.get(columnKey(header));
  if (whole !== undefined) return whole;
  const unit = unitOf(header);
  return unit === undefined ? undefined : COLUMN_OF_KEY.get(columnKey(unit.name));
}

/** Whether a header is the column's own name, a unit in brackets at its end aside. */
export const isOwnName = (header: string, { name }: LedgerColumn): boolean =>
  columnKey(header) === columnKey(name) || columnKey(unitOf(header)?.name ?? '') === columnKey(name);
