import assert from 'node:assert/strict';
import type { CellValue } from '../../basics/cell.ts';
import { english } from '../../basics/sentence.ts';
import { fieldOf } from '../../ledger/field.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { driftBetween } from '../life/drift.ts';
import { freezeTables } from '../life/freeze-tables.ts';
import type { OfferSource } from '../offer-source.ts';
import { frozenLedger, readLedger } from './read-ledger.ts';

const HEADER = ['Holder ID', 'Grant ID', 'Grant Date', 'Expiration Date', 'Exercise Price', 'Outstanding'];
const row = (holder: CellValue, grant: CellValue, ...more: CellValue[]): CellValue[] => [
  holder,
  grant,
  37000,
  40000,
  6,
  100,
  ...more,
];

/** A workbook of sheets that begin in A1; those named as tables of the offer are such tables. */
const book = (sheets: Readonly<Record<string, CellValue[][]>>): OfferSource => ({
  date1904: false,
  sheets: Object.entries(sheets).map(([sheet, values]) => ({ sheet, row: 1, column: 1, values })),
  tables: Object.entries(sheets)
    .filter(([name]) => name.startsWith('Offer'))
    .map(([name, values]) => ({
      name,
      sheet: name,
      row: 1,
      column: 1,
      rowCount: values.length,
      columnCount: values[0]?.length ?? 0,
    })),
});
const said = ({ remarks }: Ledger): string[] =>
  remarks.map(
    ({ severity, sheet, row: at, column, problem }) =>
      `${severity} ${sheet} ${at} ${column}: ${english(problem)}`,
  );
const column = (ledger: Ledger, name: string): CellValue[] =>
  ledger.rows.map((offset) => fieldOf(ledger.map, name).read(ledger.block.values[offset] ?? []));

describe('The term Ledger', () => {
  const other = [
    ['Grants of the old plan'],
    ['Grant #', 'EE ID', 'Quantity Outstanding', 'Issue Date', 'Strike (USD)', 'Expires', 'Team'],
    ['B', 2, 50, 37001, 7, 40001, 'Core'],
  ];

  it('names several sheets that are read as one in that order, each by its own headers', () => {
    const ledger = readLedger(
      book({
        Old: other,
        New: [HEADER, row(1, 'A')],
        OfferTerms: [
          ['Term', 'Value'],
          ['ledger', ' new ;Old'],
        ],
      }),
    );
    assert.deepEqual(column(ledger, 'Grant ID'), ['A', 'B']);
    assert.deepEqual(column(ledger, 'Exercise Price'), [6, 7]);
    assert.deepEqual(column(ledger, 'Team'), [undefined, 'Core']);
    const second = ledger.rows[1] ?? -1;
    assert.deepEqual(ledger.rowPlace(second), { sheet: 'Old', row: 3 });
    assert.deepEqual(ledger.origin(second, ledger.map.offsets.get('Exercise Price')?.[0] ?? -1), {
      sheet: 'Old',
      row: 3,
      column: 5,
    });
    assert.equal(ledger.origin(ledger.rows[0] ?? -1, ledger.map.headers.indexOf('Team')), undefined);
  });

  it('that names a sheet which is not there stops the run at its cell, with the nearest', () => {
    const terms = [
      ['Term', 'Value'],
      ['Ledger', 'Nwe'],
    ];
    assert.throws(() => readLedger(book({ New: [HEADER, row(1, 'A')], OfferTerms: terms })), {
      message:
        'OfferTerms!B2: Ledger names the sheet "Nwe", which the workbook does not have; did you mean "New"?',
    });
  });

  it('is needed where several sheets look like a ledger, and the run stops and names them', () => {
    const sheets = { A: [HEADER, row(1, 'A')], B: [HEADER, row(1, 'B')] };
    assert.throws(() => readLedger(book(sheets)), { message: /^"A" and "B" both look like the ledger/ });
  });
});

describe('OfferColumns', () => {
  it('says which header is which column, and wins over names', () => {
    const ledger = readLedger(
      book({
        L: [[...HEADER, 'Measured'], row(1, 'A', 30)],
        OfferColumns: [
          ['Column', 'Header'],
          ['Exercise Price', 'Measured'],
        ],
      }),
    );
    assert.deepEqual(column(ledger, 'Exercise Price'), [30]);
    assert.deepEqual(said(ledger), []);
  });

  it('with a header that the ledger lacks is an error in the checks', () => {
    const ledger = readLedger(
      book({
        L: [HEADER, row(1, 'A')],
        OfferColumns: [
          ['Column', 'Header'],
          ['Exercise Price', 'Measured'],
        ],
      }),
    );
    assert.match(said(ledger)[0] ?? '', /^Error OfferColumns 2 Header: The ledger has no header "Measured"/);
  });

  it('with a name that no column has stops the run, all of them told at once', () => {
    const columns = [
      ['Column', 'Header'],
      ['Excercise Price', 'Measured'],
      ['Grant Dat', 'Day'],
    ];
    assert.throws(
      () => readLedger(book({ L: [HEADER, row(1, 'A')], OfferColumns: columns })),
      (error: Error) => {
        assert.match(error.message, /OfferColumns!A2: "Excercise Price" is not a column.*"Exercise Price"/);
        assert.match(error.message, /OfferColumns!A3: "Grant Dat" is not a column.*"Grant Date"/);
        return true;
      },
    );
  });
});

describe('OfferHolders', () => {
  const ledgerRows = [[...HEADER, 'Country'], row('h1 ', 'A', 'UK'), row(2, 'B', 'US'), row(3, 'C', 'FR')];
  const holders = (...rows: CellValue[][]) =>
    readLedger(
      book({ L: ledgerRows, OfferHolders: [['Employee ID', 'Country', 'Team', 'Hire Date'], ...rows] }),
    );

  it('gives each holder’s grants its values, which win unless blank, with a warning where both differ', () => {
    const ledger = holders(['H1', 'US', 'Core', 36000], ['2', '', 'Other', ''], [3, 'fr', '', '']);
    assert.deepEqual(column(ledger, 'Country'), ['US', 'US', 'fr']);
    assert.deepEqual(column(ledger, 'Team'), ['Core', 'Other', '']);
    assert.deepEqual(column(ledger, 'Hire Date'), [36000, '', '']);
    assert.deepEqual(said(ledger), [
      'Warning OfferHolders 2 Country: Holder h1 has Country "UK" in the ledger and "US" in OfferHolders, which counts',
    ]);
    const [first = -1, second = -1] = ledger.rows;
    const country = ledger.map.offsets.get('Country')?.[0] ?? -1;
    assert.deepEqual(ledger.origin(first, country), { sheet: 'OfferHolders', row: 2, column: 2 });
    assert.deepEqual(ledger.origin(second, country), { sheet: 'L', row: 3, column: 7 });
  });

  it('warns of a holder without a row', () => {
    assert.deepEqual(said(holders(['H1', 'UK', '', ''], [2, '', '', ''])), [
      'Warning L 4 Holder ID: Holder 3 has no row in OfferHolders: the ledger’s own values count',
    ]);
  });

  it('counts a row that cannot be read for nothing, and so a second row of a holder', () => {
    const ledger = holders(
      ['H1', 'US', 'Core', 'soon'],
      [2, 'DE', '', ''],
      [2, 'DE', '', ''],
      [2, 'FR', '', ''],
      ['', 'US', '', ''],
      [3, '', '', ''],
    );
    assert.deepEqual(column(ledger, 'Country'), ['UK', 'DE', 'FR']);
    assert.deepEqual(said(ledger), [
      'Error OfferHolders 2 Hire Date: Hire Date of holder H1 is "soon" and cannot be read: the row counts for nothing',
      'Warning OfferHolders 4 Employee ID: Holder 2 is already in row 3, which counts',
      'Error OfferHolders 5 Country: Holder 2 is already in row 3, which counts, with another Country: leave one row for each holder',
      'Error OfferHolders 6 Employee ID: Holder ID is missing: the row counts for nothing',
      'Warning OfferHolders 3 Country: Holder 2 has Country "US" in the ledger and "DE" in OfferHolders, which counts',
    ]);
  });

  it('with a column that is nearly a known one stops the run', () => {
    const table = [
      ['Holder ID', 'Terminaton Date'],
      [1, 37000],
    ];
    assert.throws(() => readLedger(book({ L: ledgerRows, OfferHolders: table })), {
      message: /has the column "Terminaton Date", which is not known; did you mean "Termination Date"\?/,
    });
  });
});

describe('Two parts of one grant, an ISO and an NSO', () => {
  const header = [...HEADER, 'Grant Type'];
  const parts = (iso: number): Ledger =>
    readLedger(book({ L: [header, [1, 'A', 37000, 40000, 6, iso, 'ISO'], row(1, 'A', 'NSO')] }));

  it('drift each from its own row', () => {
    assert.deepEqual(driftBetween(parts(60), parts(60)), []);
    assert.deepEqual(
      driftBetween(parts(60), parts(50)).map(({ frozen, live, row: at }) => [frozen, live, at]),
      [[60, 50, 2]],
    );
  });
});

describe('A grant whose type changes', () => {
  it('drifts as the same grant', () => {
    const of = (type: string): Ledger =>
      readLedger(book({ L: [[...HEADER, 'Grant Type'], row(1, 'A', type)] }));
    assert.deepEqual(
      driftBetween(of('ISO'), of('NSO')).map(({ kind, column: header }) => [kind, header]),
      [['changed', 'Grant Type']],
    );
  });
});

describe('Closing an offer over several ledgers and OfferHolders', () => {
  it('keeps them as the one ledger that they are read as', () => {
    const source = book({
      A: [HEADER, row(1, 'A')],
      B: [HEADER, row(2, 'B')],
      OfferTerms: [
        ['Term', 'Value'],
        ['Ledger', 'A; B'],
      ],
      OfferHolders: [
        ['Holder ID', 'Country'],
        [1, 'US'],
        [2, 'FR'],
      ],
    });
    const kept = freezeTables(source);
    const frozen = frozenLedger(kept, { ...source, frozen: kept });
    assert.deepEqual(column(frozen, 'Grant ID'), ['A', 'B']);
    assert.deepEqual(column(frozen, 'Country'), ['US', 'FR']);
    assert.deepEqual(driftBetween(frozen, readLedger(source)), []);
  });
});
