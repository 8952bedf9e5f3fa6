/**
 * The offer's tables as Regrant inserts them: columns, drop-downs, formats and notes. No value is filled in, because one
 * that was forgotten would be another company's. Pure data; it does not know how a sheet is written, nor what terms do.
 */
import type { CellValue } from '../../domain/basics/cell.ts';
import type { OfferTableName } from '../../domain/offer/offer-source.ts';
import { TERMS_SHEET } from '../../domain/offer/results/result-tables.ts';
import {
  AWARD_WORDS,
  ROUNDING_WORDS,
  type Term,
  type TermKind,
  TERMS,
} from '../../domain/offer/terms/terms.ts';

export interface InputColumn {
  readonly name: string;
  /** In characters. */
  readonly width: number;
  readonly format?: string;
  readonly choices?: readonly string[];
  /** Whether a word outside of the choices is questioned; free text is not. */
  readonly isStrict?: boolean;
}

/** What differs from cell to cell of a column. */
export interface InputCell {
  readonly value: CellValue;
  readonly format?: string;
  readonly choices?: readonly string[];
  readonly isStrict?: boolean;
}

export interface InputTable {
  readonly name: OfferTableName;
  readonly sheet: string;
  readonly columns: readonly InputColumn[];
  readonly rows: readonly (readonly InputCell[])[];
  /** The column of explanations, which a person does not fill in. */
  readonly noteColumn?: number;
}

const DATE = 'yyyy-mm-dd';
const MOMENT = 'yyyy-mm-dd hh:mm';
const TEXT = '@';
const SHARES = '#,##0';
const PRICE = '#,##0.00####';

/** Ratios are kept as text: Excel makes a time of `4:1` and a date of `3/4`. */
const FORMATS: Readonly<Partial<Record<TermKind, string>>> = {
  date: DATE,
  moment: MOMENT,
  ratio: TEXT,
  whole: '0',
  amount: PRICE,
};

/** The cell of a term's value, blank. */
function termCell({ kind, choices }: Term): InputCell {
  const format = FORMATS[kind];
  return {
    value: '',
    ...(format === undefined ? {} : { format }),
    // What is elected together may also be columns of the ledger.
    ...(choices === undefined ? {} : { choices, isStrict: kind === 'choice' }),
  };
}

const noteOf = ({ meaning, default: standard, example }: Term): string =>
  [
    meaning,
    ...(standard === '' ? [] : [`Blank: ${standard}.`]),
    ...(example === '' || String(example) === standard ? [] : [`Example: ${example}.`]),
  ].join(' ');

const TERMS_TABLE: InputTable = {
  name: 'OfferTerms',
  sheet: TERMS_SHEET,
  columns: [
    { name: 'Term', width: 26 },
    { name: 'Value', width: 34 },
    { name: 'Note', width: 70 },
  ],
  rows: TERMS.map((term) => [{ value: term.name }, termCell(term), { value: noteOf(term) }]),
  noteColumn: 2,
};

const RULES_TABLE: InputTable = {
  name: 'OfferRules',
  sheet: TERMS_SHEET,
  columns: [
    { name: 'Field', width: 18 },
    {
      name: 'Operator',
      width: 14,
      choices: [
        '>',
        '>=',
        '<',
        '<=',
        '=',
        '<>',
        'between',
        'in',
        'not in',
        'is blank',
        'is not blank',
        'contains',
        'starts with',
      ],
    },
    { name: 'Value', width: 34 },
    { name: 'Reason', width: 44 },
    { name: 'Waived for Look-back', width: 14, choices: ['Yes', 'No', 'Only'], isStrict: true },
    { name: 'Where', width: 24 },
  ],
  rows: [],
};

const RATIOS_TABLE: InputTable = {
  name: 'OfferRatios',
  sheet: TERMS_SHEET,
  columns: [
    { name: 'Exercise Price From', width: 16, format: PRICE },
    { name: 'Exercise Price To', width: 16, format: PRICE },
    { name: 'New per Old', width: 14, format: TEXT },
    { name: 'Award', width: 12, choices: AWARD_WORDS, isStrict: true },
    { name: 'Vesting Schedule', width: 34 },
  ],
  rows: [],
};

const ELECTIONS_TABLE: InputTable = {
  name: 'OfferElections',
  sheet: 'Offer Elections',
  columns: [
    { name: 'Holder ID', width: 14, format: TEXT },
    { name: 'Grant ID', width: 14, format: TEXT },
    { name: 'Action', width: 12, choices: ['Elect', 'Withdraw'], isStrict: true },
    { name: 'Received', width: 18, format: MOMENT },
  ],
  rows: [],
};

const PRICES_TABLE: InputTable = {
  name: 'OfferPrices',
  sheet: 'Offer Prices',
  columns: [
    { name: 'Date', width: 14, format: DATE },
    ...['Close', 'Open', 'High', 'Low'].map((name) => ({ name, width: 12, format: PRICE })),
    { name: 'Volume', width: 14, format: SHARES },
  ],
  rows: [],
};

const EVENTS_TABLE: InputTable = {
  name: 'OfferEvents',
  sheet: 'Offer Events',
  columns: [
    { name: 'Date', width: 14, format: DATE },
    { name: 'Event', width: 12, choices: ['Split', 'Merger'], isStrict: true },
    { name: 'New Shares', width: 12, format: SHARES },
    { name: 'Old Shares', width: 12, format: SHARES },
    { name: 'Stock per Share', width: 14 },
    { name: 'Cash per Share', width: 14, format: PRICE },
    { name: 'Acquirer Price', width: 14, format: PRICE },
    { name: 'Rounding', width: 12, choices: ROUNDING_WORDS, isStrict: true },
  ],
  rows: [],
};

/** In the order of their sheets, and from left to right on one sheet. */
export const INPUT_TABLES: readonly InputTable[] = [
  TERMS_TABLE,
  RULES_TABLE,
  RATIOS_TABLE,
  ELECTIONS_TABLE,
  PRICES_TABLE,
  EVENTS_TABLE,
];
