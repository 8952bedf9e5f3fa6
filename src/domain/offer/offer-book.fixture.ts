/** A workbook for tests: the reference offer's terms over a ledger of a few grants, each part replaceable. */
import type { CellValue } from '../basics/cell.ts';
import type { OfferSource } from './offer-source.ts';
import type { OfferRun } from './offer-run.ts';
import type { ResultTable } from './results/result-tables.ts';
import { runOffer } from './run-offer.ts';

export const LEDGER_HEADER = [
  'Holder ID',
  'Holder Name',
  'Role',
  'Hire Date',
  'Termination Date',
  'Grant ID',
  'Plan',
  'Grant Date',
  'Expiration Date',
  'Exercise Price',
  'Outstanding',
];

/** A grant's ledger row: an engineer's, at $6.00, unless it is said otherwise. */
export function grant(id: CellValue, changes: Readonly<Record<string, CellValue>> = {}): CellValue[] {
  const cells: Record<string, CellValue> = {
    'Holder ID': '001',
    'Holder Name': 'Ada Example',
    Role: 'Engineer',
    'Hire Date': '2000-03-01',
    'Termination Date': '',
    'Grant ID': id,
    Plan: '2000 Plan',
    'Grant Date': '2001-01-02',
    'Expiration Date': '2011-01-02',
    'Exercise Price': 6,
    Outstanding: 1000,
    ...changes,
  };
  return LEDGER_HEADER.map((header) => cells[header] ?? '');
}

/** The reference offer's terms, as filed. */
export const REFERENCE_TERMS: Readonly<Record<string, CellValue>> = {
  'Commencement Date': '2002-12-19',
  'Expiration Date': '2003-01-20T21:00',
  'Cancellation Date': '2003-01-20',
  'New Grant Date': '2003-07-21',
  'New Plan': '2000 Plan',
  Ratio: '0.75',
  Rounding: 'up',
  'Vesting Schedule': '50% at 6 months, then 50% monthly over 24 months',
  'Look-back From': '2002-06-19',
};

export const REFERENCE_RULES: CellValue[][] = [
  ['Field', 'Operator', 'Value', 'Reason', 'Waived for Look-back'],
  ['Exercise Price', '>', 3.01, 'Exercise price is not above $3.01', 'Yes'],
  ['Hire Date', '<=', '2002-12-19', 'Hired after the offer began', ''],
  ['Role', 'not in', 'Director; Executive Officer', 'Directors and executive officers are excluded', ''],
];

export interface OfferBook {
  readonly grants: readonly CellValue[][];
  readonly header?: CellValue[];
  readonly terms?: Readonly<Record<string, CellValue>>;
  /** Number formats of the terms' values, by term. */
  readonly formats?: Readonly<Record<string, string>>;
  readonly rules?: CellValue[][];
  readonly ratios?: CellValue[][];
  readonly elections?: CellValue[][];
  readonly prices?: CellValue[][];
  readonly events?: CellValue[][];
  readonly date1904?: boolean;
}

const ELECTIONS = ['Holder ID', 'Grant ID', 'Action', 'Received'];
export const EVENTS = [
  'Date',
  'Event',
  'New Shares',
  'Old Shares',
  'Stock per Share',
  'Cash per Share',
  'Acquirer Price',
  'Rounding',
];

/** The workbook's cells. Without elections, every holder elects every grant in time. */
export function offerSource(book: OfferBook): OfferSource {
  const terms = { ...REFERENCE_TERMS, ...book.terms };
  const holder = (book.header ?? LEDGER_HEADER).indexOf('Holder ID');
  const everybody = [...new Set(book.grants.map((row) => row[holder]))].map((id): CellValue[] => [
    id,
    'ALL',
    'Elect',
    '2003-01-10',
  ]);
  const tables: Record<string, CellValue[][] | undefined> = {
    OfferTerms: [
      ['Term', 'Value', 'Note'],
      ...Object.entries(terms).map(([term, value]) => [term, value, '']),
    ],
    OfferRules: book.rules ?? REFERENCE_RULES,
    OfferRatios: book.ratios,
    OfferElections: [ELECTIONS, ...(book.elections ?? everybody)],
    OfferPrices: [['Date', 'Close'], ...(book.prices ?? [['2003-07-21', 1.5]])],
    OfferEvents: [EVENTS, ...(book.events ?? [])],
  };
  const given = Object.entries(tables).filter(
    (entry): entry is [string, CellValue[][]] => entry[1] !== undefined,
  );
  return {
    date1904: book.date1904 ?? false,
    sheets: [
      {
        sheet: 'Cap Table',
        row: 1,
        column: 1,
        values: [['Cap table'], book.header ?? LEDGER_HEADER, ...book.grants],
      },
      ...given.map(([name, values]) => ({ sheet: name, row: 1, column: 1, values })),
    ],
    tables: given.map(([name, values]) => ({
      name,
      sheet: name,
      row: 1,
      column: 1,
      rowCount: values.length,
      columnCount: values[0]?.length ?? 0,
      ...(name === 'OfferTerms'
        ? {
            numberFormats: values.map((row) => [
              'General',
              book.formats?.[String(row[0])] ?? 'General',
              'General',
            ]),
          }
        : {}),
    })),
  };
}

export const run = (book: OfferBook): OfferRun => runOffer(offerSource(book));

/** A result table's rows as objects by column name. */
export const records = (table: ResultTable): Record<string, CellValue>[] =>
  table.rows.map((row) =>
    Object.fromEntries(table.definition.columns.map(({ name }, index) => [name, row[index]])),
  );

/** The checks as lines: `Error Cap Table 3 Exercise Price: …`. */
export const checkLines = (result: OfferRun): string[] =>
  result.checks.rows.map(
    ([severity, sheet, row, column, problem]) =>
      `${String(severity)} ${String(sheet)} ${String(row)} ${String(column)}: ${String(problem)}`,
  );
