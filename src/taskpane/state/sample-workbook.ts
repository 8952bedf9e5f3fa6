/**
 * The small sample that an empty workbook offers: a fictional ledger over the reference offer's terms, so that a first
 * run shows every outcome (eligible, excluded, withdrawn, late, brought in by the look-back, lapsed). Data.
 */
import type { CellValue } from '../../domain/basics/cell.ts';
import { parseMoment } from '../../domain/basics/day.ts';

export interface SampleTable {
  readonly table: string;
  readonly rows: readonly (readonly CellValue[])[];
}

const at = (text: string): number => parseMoment(text) ?? 0;

const LEDGER_HEADER = [
  'Holder ID',
  'Holder Name',
  'Country',
  'Role',
  'Hire Date',
  'Termination Date',
  'Grant ID',
  'Plan',
  'Grant Date',
  'Expiration Date',
  'Exercise Price',
  'Granted',
  'Exercised',
  'Outstanding',
];

type Holder = readonly [id: string, name: string, country: string, role: string, hired: string, left: string];
type Grant = readonly [
  id: string,
  plan: string,
  granted: string,
  price: number,
  shares: number,
  exercised: number,
];

const US = 'United States';
const PLAN = '2000 Plan';
const HOLDERS: readonly (readonly [Holder, readonly Grant[]])[] = [
  [
    ['1001', 'Ada Marsh', US, 'Engineer', '1999-04-12', ''],
    [
      ['G-101', PLAN, '2000-08-04', 10, 4000, 0],
      ['G-102', PLAN, '2001-06-01', 6.25, 1001, 0],
      ['G-103', PLAN, '2002-09-03', 1.15, 500, 0],
    ],
  ],
  [
    ['1002', 'Ben Okafor', US, 'Manager', '1998-11-02', ''],
    [
      ['G-104', '1994 Plan', '1999-02-01', 4.4, 2500, 500],
      ['G-105', PLAN, '2001-01-15', 8.56, 1200, 0],
    ],
  ],
  [
    ['1003', 'Carla Reyes', US, 'Engineer', '2000-02-21', '2003-04-30'],
    [['G-106', PLAN, '2000-08-04', 10, 1500, 0]],
  ],
  [
    ['1004', 'Dmitri Volkov', US, 'Executive Officer', '1997-07-01', ''],
    [['G-107', '1993 Plan', '1998-03-16', 5.5, 20000, 5000]],
  ],
  [
    ['1005', 'Elin Strand', 'Norway', 'Sales', '2001-05-14', ''],
    [['G-108', PLAN, '2001-06-01', 6.25, 800, 0]],
  ],
  [
    ['1006', 'Farid Haddad', US, 'Sales', '2001-09-04', ''],
    [
      ['G-109', PLAN, '2001-09-10', 3.02, 750, 0],
      ['G-110', PLAN, '2002-01-07', 3.01, 600, 0],
    ],
  ],
  [
    ['1007', 'Grace Lindqvist', US, 'Engineer', '2000-10-30', ''],
    [['G-111', PLAN, '2000-11-15', 9.13, 333, 0]],
  ],
  [
    ['1008', 'Hiro Tanabe', US, 'Support', '1999-12-06', '2002-12-31'],
    [['G-112', PLAN, '2000-08-04', 10, 900, 0]],
  ],
];

const TEN_YEARS = 10;

const tenYearsAfter = (date: string): number => at(`${Number(date.slice(0, 4)) + TEN_YEARS}${date.slice(4)}`);

/** The sheet of the ledger, a table as well. */
export const SAMPLE_LEDGER = {
  sheet: 'Cap Table',
  table: 'CapTable',
  rows: [
    LEDGER_HEADER,
    ...HOLDERS.flatMap(([[id, name, country, role, hired, left], grants]) =>
      grants.map(([grant, plan, granted, price, shares, exercised]): CellValue[] => [
        id,
        name,
        country,
        role,
        at(hired),
        left === '' ? '' : at(left),
        grant,
        plan,
        at(granted),
        tenYearsAfter(granted),
        price,
        shares,
        exercised,
        shares - exercised,
      ]),
    ),
  ] as readonly (readonly CellValue[])[],
} as const;

/** The reference offer's terms, Lantronix 2002. */
export const SAMPLE_TERMS: Readonly<Record<string, CellValue>> = {
  'Offer Name': '2002 Stock Option Exchange',
  Company: 'Lantronix, Inc.',
  'Commencement Date': at('2002-12-19'),
  'Expiration Date': at('2003-01-20T21:00'),
  'Cancellation Date': at('2003-01-20'),
  'New Grant Date': at('2003-07-21'),
  'Service Required Through': at('2003-07-21'),
  'New Plan': PLAN,
  'New Grant Type': 'NSO',
  Award: 'Option',
  Ratio: '0.75',
  Rounding: 'up',
  'Round Per': 'Grant',
  'Exercise Price Rule': 'close',
  'Missing Price': 'error',
  'Vesting Schedule': '50% at 6 months, then 50% monthly over 24 months',
  Allocation: 'CUMULATIVE_ROUND_DOWN',
  'Term Months': 120,
  'Term Rule': 'fixed',
  'Election Unit': 'Grant',
  'Look-back From': at('2002-06-19'),
};

/** Rows for the offer's tables that Insert terms leaves empty. Closing prices are illustrative. */
export const SAMPLE_TABLES: readonly SampleTable[] = [
  {
    table: 'OfferRules',
    rows: [
      [
        'Role',
        'not in',
        'Director; Executive Officer',
        'Directors and executive officers are excluded',
        '',
        '',
      ],
      ['Country', '=', US, 'Not employed in the United States', '', ''],
      ['Hire Date', '<=', at('2002-12-19'), 'Hired after the offer began', '', ''],
      ['Exercise Price', '>', 3.01, 'Exercise price is not above 3.01', 'Yes', ''],
      [
        'Plan',
        'in',
        '2000 Plan; 1994 Plan; 1993 Plan; Lightwave 2001 Plan; Premise 2001 Plan',
        'Not granted under one of the plans of the offer',
        '',
        '',
      ],
    ],
  },
  {
    table: 'OfferElections',
    rows: [
      ['1001', 'G-101', 'Elect', at('2003-01-08T10:15')],
      ['1001', 'G-102', 'Elect', at('2003-01-08T10:15')],
      ['1002', 'ALL', 'Elect', at('2003-01-13T16:40')],
      ['1003', 'ALL', 'Elect', at('2003-01-15T09:05')],
      ['1006', 'G-109', 'Elect', at('2003-01-10T11:30')],
      ['1006', 'G-109', 'Withdraw', at('2003-01-17T08:20')],
      ['1007', 'G-111', 'Elect', at('2003-01-20T22:10')],
    ],
  },
  {
    table: 'OfferPrices',
    rows: [
      [at('2003-07-18'), 0.82, '', '', '', ''],
      [at('2003-07-21'), 0.79, '', '', '', ''],
      [at('2003-07-22'), 0.8, '', '', '', ''],
    ],
  },
];
