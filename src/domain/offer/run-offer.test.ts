import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { formatDay, parseMoment } from '../basics/day.ts';
import type { CellValue } from '../basics/cell.ts';
import {
  checkLines,
  EVENTS,
  grant,
  LEDGER_HEADER,
  type OfferBook,
  offerSource,
  records,
  run,
} from './offer-book.fixture.ts';
import { freezeTables } from './life/freeze-tables.ts';
import type { OfferSource } from './offer-source.ts';
import { readOffer } from './read-offer.ts';
import { runOffer } from './run-offer.ts';

const filed = JSON.parse(
  readFileSync(new URL('../../../test/data/offers/lantronix-2002.json', import.meta.url), 'utf8'),
) as { examples: { id: string; expected: Record<string, unknown> }[] };
const expected = (id: string): Record<string, unknown> =>
  filed.examples.find((example) => example.id === id)?.expected ?? {};

const eligibility = (book: OfferBook) => records(run(book).eligibility);
const newGrants = (book: OfferBook) => records(run(book).newGrants);
const pick = (rows: Record<string, CellValue>[], ...columns: string[]) =>
  rows.map((row) => columns.map((column) => row[column]));
const day = (text: string): number => parseMoment(text) ?? 0;
const withEvents = (...events: Record<string, CellValue>[]): CellValue[][] =>
  events.map((event) => EVENTS.map((column) => event[column] ?? ''));

describe('The reference offer', () => {
  it('gives 750 new options for 1,000, and rounds 1,001 up to 751 (ltrx-1)', () => {
    const rows = newGrants({ grants: [grant('A'), grant('B', { Outstanding: 1001 })] });
    assert.deepEqual(pick(rows, 'Cancelled Shares', 'New per Old', 'New Shares'), [
      [1000, 0.75, expected('ltrx-1')['new']],
      [1001, 0.75, 751],
    ]);
  });

  it('lets prices above $3.01 in and no others (ltrx-6)', () => {
    const rows = eligibility({
      grants: [3, 3.01, 3.02].map((price, i) => grant(i, { 'Exercise Price': price })),
    });
    assert.deepEqual(
      rows.map((row) => row['Eligible'] === 'Yes'),
      expected('ltrx-6')['eligible'],
    );
  });

  it('vests half after six months and the rest over the next 24 (ltrx-7)', () => {
    const result = run({ grants: [grant('A')] });
    const rows = records(result.vesting);
    const by = new Map(rows.map((row) => [formatDay(Number(row['Date'])), row['Shares']]));
    const {
      '2004-01-21': first,
      '2004-02-21': second,
      '2004-03-21': third,
      last,
      dates,
      total,
    } = expected('ltrx-7');
    assert.deepEqual(
      [by.get('2004-01-21'), by.get('2004-02-21'), by.get('2004-03-21')],
      [first, second, third],
    );
    assert.deepEqual([rows.length, rows.at(-1)?.['Cumulative'], [...by.keys()].at(-1)], [dates, total, last]);
    const [row] = records(result.newGrants);
    assert.deepEqual(
      [row?.['First Vesting Date'], row?.['Fully Vested Date'], row?.['Expiration Date']],
      [day('2004-01-21'), day('2006-01-21'), day('2013-07-21')],
    );
  });

  it('grants at the close of the new grant date, six months and a day after cancellation (ltrx-5)', () => {
    const [row] = newGrants({ grants: [grant('A')] });
    assert.deepEqual(
      [formatDay(Number(row?.['Grant Date'])), row?.['Exercise Price'], row?.['Grant Type'], row?.['Status']],
      [expected('ltrx-5')['earliest'], 1.5, 'NSO', 'Granted'],
    );
  });

  it('brings in recent grants below the price floor with any election, at the same ratio', () => {
    const recent = { 'Grant Date': '2002-06-19', 'Exercise Price': 1 };
    const grants = [
      grant('OLD'),
      grant('NEW', recent),
      grant('JUST', { ...recent, 'Grant Date': '2002-06-18' }),
    ];
    const elections = [['001', 'OLD', 'Elect', '2003-01-10']];
    const rows = eligibility({ grants, elections });
    assert.deepEqual(pick(rows, 'Grant ID', 'Eligible', 'Election', 'Required', 'Exchanged'), [
      ['OLD', 'Yes', 'Elected', 'No', 'Yes'],
      ['NEW', 'No', 'None', 'Yes', 'Yes'],
      ['JUST', 'No', 'None', 'No', 'No'],
    ]);
    assert.equal(rows[1]?.['Reasons'], 'Exercise price is not above $3.01');
  });

  it('brings in nothing for an election that is not in force, not eligible, or late', () => {
    const recent = grant('NEW', { 'Grant Date': '2002-07-01', 'Exercise Price': 1 });
    for (const elections of [
      [
        ['001', 'OLD', 'Elect', '2003-01-10'],
        ['001', 'OLD', 'Withdraw', '2003-01-11'],
      ],
      [['001', 'NEW', 'Elect', '2003-01-10']],
      [['001', 'OLD', 'Elect', '2003-01-20T21:30']],
    ])
      assert.deepEqual(pick(eligibility({ grants: [grant('OLD'), recent], elections }), 'Exchanged'), [
        ['No'],
        ['No'],
      ]);
  });

  it('keeps rules that the look-back does not waive', () => {
    const recent = grant('NEW', { 'Grant Date': '2002-07-01', 'Exercise Price': 1, Role: 'Director' });
    const rows = eligibility({
      grants: [grant('OLD'), recent],
      elections: [['001', 'OLD', 'Elect', '2003-01-10']],
    });
    assert.deepEqual(pick(rows, 'Required', 'Exchanged'), [
      ['No', 'Yes'],
      ['No', 'No'],
    ]);
  });

  it('gives look-back grants a ratio of their own where the offer has one', () => {
    const recent = grant('NEW', { 'Grant Date': '2002-07-01', 'Exercise Price': 1 });
    const rows = newGrants({
      grants: [grant('OLD'), recent],
      terms: { 'Look-back Ratio': '1 new for 1 old' },
    });
    assert.deepEqual(pick(rows, 'New per Old', 'New Shares'), [
      [0.75, 750],
      [1, 1000],
    ]);
  });

  it('loses who leaves before the offer ends, and lapses the promise of who leaves before the grant', () => {
    const left = (date: string, id: string) => grant(id, { 'Holder ID': id, 'Termination Date': date });
    const grants = [
      left('2003-01-20', 'A'),
      left('2003-01-21', 'B'),
      left('2003-07-20', 'C'),
      left('2003-07-21', 'D'),
      left('2005-01-01', 'E'),
    ];
    const result = run({ grants });
    assert.deepEqual(pick(records(result.eligibility), 'Eligible', 'Reasons').slice(0, 2), [
      ['No', 'Service ended on 2003-01-20, not after the offer expired'],
      ['Yes', ''],
    ]);
    assert.deepEqual(pick(records(result.newGrants), 'Old Grant ID', 'New Shares', 'Status'), [
      ['B', 0, 'Lapsed'],
      ['C', 0, 'Lapsed'],
      ['D', 750, 'Granted'],
      ['E', 750, 'Granted'],
    ]);
    const vesting = records(result.vesting);
    assert.deepEqual([...new Set(vesting.map((row) => row['Old Grant ID']))], ['E']);
    assert.equal(formatDay(Number(vesting.at(-1)?.['Date'])), '2004-12-21');
  });

  it('on a cancellation date after the expiration loses who leaves between the two', () => {
    const grants = [grant('A', { 'Termination Date': '2003-01-22' })];
    const terms = { 'Cancellation Date': '2003-01-24', 'New Grant Date': '2003-07-25' };
    assert.deepEqual(pick(eligibility({ grants, terms }), 'Reasons'), [
      ['Service ended on 2003-01-22, before the options were cancelled'],
    ]);
  });

  it('exchanges nothing that is exercised or expired, whatever the rules', () => {
    const grants = [
      grant('A', { Outstanding: 0 }),
      grant('B', { 'Expiration Date': '2003-01-20' }),
      grant('C', { 'Expiration Date': '2003-01-21' }),
    ];
    assert.deepEqual(
      pick(eligibility({ grants, rules: [['Field', 'Operator', 'Value']] }), 'Exchanged', 'Reasons'),
      [
        ['No', 'Nothing is outstanding'],
        ['No', 'The option expired on 2003-01-20, not after the Cancellation Date'],
        ['Yes', ''],
      ],
    );
  });
});

describe('An offer', () => {
  it('adjusts promises for splits and mergers between cancellation and grant, in date order, after rounding', () => {
    const split = { Event: 'Reverse split', 'New Shares': 1, 'Old Shares': 3, Rounding: 'up' };
    const merger = { Event: 'Merger', 'Stock per Share': 0.5, 'Cash per Share': 2, 'Acquirer Price': 8 };
    const shares = (...events: Record<string, CellValue>[]) =>
      pick(
        newGrants({ grants: [grant('A', { Outstanding: 1001 })], events: withEvents(...events) }),
        'New Shares',
      )[0]?.[0];
    assert.equal(shares({ ...split, Date: '2003-03-03' }), 251); // 751 / 3 = 250.33, up
    assert.equal(shares({ ...merger, Date: '2003-06-01' }, { ...split, Date: '2003-03-03' }), 188); // 251 x 0.75
    assert.equal(
      shares({ ...split, Date: '2003-01-20' }),
      751,
      'on the cancellation date: the ledger has it already',
    );
    assert.equal(shares({ ...split, Date: '2003-07-22' }), 751, 'after the grant');
    assert.equal(shares({ ...split, Date: '2003-07-21' }), 251, 'on the grant date');
  });

  it('promises while the prices end before the grant date, and misses a price inside them', () => {
    const prices = [['2003-07-18', 1.4]];
    const promised = run({ grants: [grant('A')], prices });
    assert.deepEqual(pick(records(promised.newGrants), 'Exercise Price', 'Status'), [['', 'Promised']]);
    assert.equal(promised.errors, 0);
    const gap = run({ grants: [grant('A')], prices: [...prices, ['2003-07-22', 1.6]] });
    assert.deepEqual(pick(records(gap.newGrants), 'Exercise Price', 'Status'), [['', 'Granted']]);
    assert.equal(gap.errors, 1);
    const next = newGrants({
      grants: [grant('A')],
      prices: [...prices, ['2003-07-22', 1.6]],
      terms: { 'Missing Price': 'next' },
    });
    assert.deepEqual(pick(next, 'Exercise Price'), [[1.6]]);
  });

  it('at the close before the grant date needs no price on it, but the trading day before', () => {
    const terms = { 'Exercise Price Rule': 'previous close' };
    const price = (date: string) =>
      pick(newGrants({ grants: [grant('A')], terms, prices: [[date, 1.4]] }), 'Exercise Price', 'Status')[0];
    assert.deepEqual(price('2003-07-18'), [1.4, 'Granted']);
    assert.deepEqual(price('2003-07-17'), ['', 'Promised']);
  });

  it('takes the first row of OfferRatios that matches, with its own award, schedule and term', () => {
    const ratios = [
      [
        'Exercise Price From',
        'Exercise Price To',
        'Plan',
        'Old per New',
        'Award',
        'Vesting Schedule',
        'Term Months',
      ],
      [12, 18, '', 2, '', '', ''],
      [18.01, 25.49, '', 3.5, '', '', 60],
      [25.5, '', '1994 Plan; 2000 Plan', 4.5, 'RSU', 'annually over 2 years', ''],
      ['', '', '2000 Plan', 30, '', '', ''],
    ];
    const grants = [
      grant('A', { 'Exercise Price': 18 }),
      grant('B', { 'Exercise Price': 18.01 }),
      grant('C', { 'Exercise Price': 40 }),
      grant('D', { 'Exercise Price': 11, Outstanding: 29 }),
      grant('E', { 'Exercise Price': 11, Plan: 'Other' }),
    ];
    const result = run({ grants, ratios, terms: { Ratio: '', Rounding: '', 'New Grant Type': 'ISO' } });
    assert.deepEqual(
      pick(
        records(result.newGrants),
        'Old Grant ID',
        'New Shares',
        'Award',
        'Exercise Price',
        'Grant Type',
        'Expiration Date',
      ),
      [
        ['A', 500, 'Option', 1.5, 'ISO', day('2013-07-21')],
        ['B', 285, 'Option', 1.5, 'ISO', day('2008-07-21')],
        ['C', 222, 'RSU', 0, '', ''],
        ['D', 0, 'Option', 1.5, 'ISO', day('2013-07-21')],
      ],
    );
    assert.deepEqual(checkLines(result), [
      'Error Cap Table 7 : Grant E is elected, but no row of OfferRatios matches it: it is not exchanged',
      'Warning OfferTerms  Rounding: 1 exchanged grants bring no whole new share: their options are cancelled for nothing',
    ]);
    assert.deepEqual(pick(records(result.eligibility), 'Eligible', 'Exchanged')[4], ['Yes', 'No']);
  });

  it('is not exchanged, but Required, where the look-back brings in a grant that no row of OfferRatios is for', () => {
    const recent = grant('NEW', { 'Grant Date': '2002-07-01', 'Exercise Price': 1 });
    const result = run({
      grants: [grant('OLD'), recent],
      elections: [['001', 'OLD', 'Elect', '2003-01-10']],
      ratios: [
        ['Exercise Price From', 'New per Old', 'Vesting Schedule'],
        [5, 1.5, 'annually over 2 years'],
      ],
      // The schedules stand in the rows alone, so a grant without a row has none, whatever its ratio.
      terms: { Ratio: '', 'Vesting Schedule': '', 'Look-back Ratio': '2:1' },
    });
    assert.deepEqual(pick(records(result.eligibility), 'Required', 'Exchanged'), [
      ['No', 'Yes'],
      ['Yes', 'No'],
    ]);
    assert.deepEqual(checkLines(result), [
      'Error Cap Table 4 : Grant NEW is brought in by the look-back, but no row of OfferRatios matches it: it is not exchanged',
      'Warning OfferRatios 2 New per Old: The ratio of Exercise Price from 5 gives more than one new share for an old one: 3/2',
    ]);
  });

  it('waits for the closing price where the rows ask for it, and the checks say so', () => {
    const result = run({
      grants: [grant('A')],
      ratios: [
        ['Closing Price From', 'New per Old'],
        [0, 0.5],
      ],
      terms: { Ratio: '' },
      prices: [['2003-01-21', 1.5]],
    });
    assert.deepEqual(checkLines(result), [
      'Warning OfferTerms 5 New Grant Date: 1 grants wait for the closing price of the New Grant Date: their awards are promised until OfferPrices has it',
    ]);
    assert.deepEqual(pick(records(result.newGrants), 'New per Old', 'New Shares', 'Status'), [
      ['', '', 'Promised'],
    ]);
  });

  it('may choose its ratio by the new closing price and by the term that is left', () => {
    const ratios = [
      ['Closing Price From', 'Closing Price To', 'Remaining Term From', 'New per Old'],
      ['', 0.99, '', 0.1],
      [1, 2, 96, 0.5],
      [1, 2, '', 0.25],
    ];
    const grants = [
      grant('A', { 'Expiration Date': '2011-01-20' }),
      grant('B', { 'Expiration Date': '2011-01-19' }),
    ];
    const rows = newGrants({ grants, ratios, terms: { Ratio: '' } });
    assert.deepEqual(pick(rows, 'New per Old', 'New Shares'), [
      [0.5, 500],
      [0.25, 250],
    ]);
  });

  it('runs as long as its term rule says: fixed, the old term that remains, or the longer of both (rmbs-1, rmbs-2)', () => {
    const expires = (rule: string, old: string) =>
      formatDay(
        Number(
          newGrants({
            grants: [grant('A', { 'Expiration Date': old })],
            terms: { 'New Grant Date': '2003-07-22', 'Term Months': 60, 'Term Rule': rule },
            prices: [['2003-07-22', 1]],
          })[0]?.['Expiration Date'],
        ),
      );
    assert.equal(expires('fixed', '2011-01-02'), '2008-07-22');
    assert.equal(expires('remaining', '2011-01-02'), '2011-01-02');
    assert.equal(expires('longer', '2004-09-26'), '2008-07-22');
    assert.equal(expires('longer', '2012-05-02'), '2012-05-02');
  });

  it('with the holder as the unit takes all eligible grants of a holder who elects one', () => {
    const grants = [grant('A'), grant('B'), grant('C', { 'Exercise Price': 1 })];
    const elections = [['001', 'B', 'Elect', '2003-01-10']];
    const rows = eligibility({
      grants,
      elections,
      terms: { 'Election Unit': 'Holder', 'Look-back From': '' },
    });
    assert.deepEqual(pick(rows, 'Election', 'Exchanged'), [
      ['Elected', 'Yes'],
      ['Elected', 'Yes'],
      ['None', 'No'],
    ]);
  });

  it('reads a workbook that counts its days from 1904 to the same results', () => {
    const moved = (row: CellValue[]) =>
      row.map((cell) => (typeof cell === 'string' && /^\d{4}-/.test(cell) ? day(cell) - 1462 : cell));
    const terms = Object.fromEntries(
      ['Commencement Date', 'Expiration Date', 'Cancellation Date', 'New Grant Date', 'Look-back From'].map(
        (name, i) => [
          name,
          day(['2002-12-19', '2003-01-20T21:00', '2003-01-20', '2003-07-21', '2002-06-19'][i] ?? '') - 1462,
        ],
      ),
    );
    const grants = [grant('A'), grant('B', { 'Hire Date': '2002-12-20' })];
    const rules = [
      ['Field', 'Operator', 'Value'],
      ['Hire Date', '<=', day('2002-12-19') - 1462],
    ];
    const book1904 = run({
      date1904: true,
      grants: grants.map(moved),
      terms,
      rules,
      elections: [moved(['001', 'ALL', 'Elect', '2003-01-10'])],
      prices: [moved(['2003-07-21', 1.5])],
    });
    const book1900 = run({
      grants,
      rules: [
        ['Field', 'Operator', 'Value'],
        ['Hire Date', '<=', '2002-12-19'],
      ],
    });
    assert.deepEqual(book1904.newGrants.rows, book1900.newGrants.rows);
    assert.deepEqual(book1904.eligibility.rows, book1900.eligibility.rows);
    assert.deepEqual(book1904.vesting.rows, book1900.vesting.rows);
  });

  it('finds a ledger that shares its sheet with the terms, and says where it stands', () => {
    const source = offerSource({ grants: [grant('A')] });
    const terms = source.sheets.find(({ sheet }) => sheet === 'OfferTerms')?.values ?? [];
    const beside = source.sheets.map((block) =>
      block.sheet === 'Cap Table'
        ? {
            ...block,
            values: terms.map((row, r) => [
              ...LEDGER_HEADER.map((_, c) => block.values[r]?.[c] ?? ''),
              '',
              ...row,
            ]),
          }
        : block,
    );
    const tables = source.tables.map((table) =>
      table.name === 'OfferTerms'
        ? { ...table, sheet: 'Cap Table', column: LEDGER_HEADER.length + 2 }
        : table,
    );
    const { ledger, newGrants: table } = runOffer({ ...source, sheets: beside, tables });
    assert.deepEqual([ledger.sheet, ledger.headerRow, table.rows.length], ['Cap Table', 2, 1]);
    assert.equal(ledger.columns.get('Exercise Price'), LEDGER_HEADER.indexOf('Exercise Price') + 1);
  });

  it('keeps its totals: shares by plan, cancelled, new, and returned to the pool', () => {
    const grants = [
      grant('A', { Outstanding: 1001 }),
      grant('B', { Plan: '1994 Plan', Outstanding: 333 }),
      grant('C', { 'Holder ID': '002', 'Termination Date': '2003-05-01', Outstanding: 10 }),
      grant('D', { 'Exercise Price': 1 }),
    ];
    const { summary, newGrants: table } = run({ grants });
    const measure = new Map(summary.measures.map(({ name, value }) => [name, value]));
    assert.deepEqual(
      [
        'Grants eligible',
        'Grants exchanged',
        'Shares cancelled',
        'New shares',
        'Shares cancelled less new',
      ].map((name) => measure.get(name)),
      [3, 3, 1344, 751 + 250, 1344 - 751 - 250],
    );
    assert.equal(
      records(table).reduce((sum, row) => sum + Number(row['New Shares']), 0),
      1001,
    );
    const byPlan = summary.breakdowns.find(({ title }) => title === 'By plan');
    assert.deepEqual(byPlan?.rows, [
      ['1994 Plan', 1, 333, 1, 1, 333, 250],
      ['2000 Plan', 3, 2011, 2, 2, 1011, 751],
    ]);
  });
});

describe('The checks of an offer', () => {
  it('name by cell what makes a figure unreliable, and keep such a grant out', () => {
    const grants = [grant('A', { 'Exercise Price': '6.00' }), grant('A'), grant('B', { Outstanding: -5 })];
    const result = run({ grants });
    assert.deepEqual(checkLines(result), [
      'Error Cap Table 3 Exercise Price: Exercise Price is "6.00", text where a number is due',
      'Error Cap Table 4 Grant ID: Grant ID A is already in row 3: each grant needs its own id',
      'Error Cap Table 5 Outstanding: Outstanding is negative: -5',
    ]);
    assert.deepEqual(pick(records(result.eligibility), 'Exchanged'), [['No'], ['Yes'], ['No']]);
  });

  it('warn of elections that cannot be, and tell of late ones', () => {
    const elections = [
      ['001', 'Z', 'Elect', '2003-01-10'],
      ['009', 'A', 'Elect', '2003-01-10'],
      ['002', 'A', 'Elect', '2003-01-10'],
      ['002', 'B', 'Elect', '2003-01-10'],
      ['001', 'A', 'Elect', '2003-01-20T21:05'],
      ['001', 'A', 'Maybe', '2003-01-10'],
    ];
    const grants = [grant('A'), grant('B', { 'Holder ID': '002', 'Exercise Price': 1 })];
    assert.deepEqual(checkLines(run({ grants, elections })), [
      'Error OfferElections 7 Action: Action must be Elect or Withdraw, not "Maybe". The election is not counted.',
      'Warning OfferElections 2 Grant ID: Grant Z is not in the ledger',
      'Warning OfferElections 3 Holder ID: Holder 009 is not in the ledger',
      'Warning OfferElections 4 Grant ID: Grant A belongs to holder 001, not to 002',
      'Warning OfferElections 5 Grant ID: Grant B is elected but not eligible: Exercise price is not above $3.01',
      'Info OfferElections 6 Received: The election of holder 001 came in at 2003-01-20T21:05, after the offer expired: it does not count',
    ]);
  });

  it('warn of a ratio that gives more than it takes, and of an offer too short', () => {
    const lines = checkLines(
      run({
        grants: [grant('A')],
        terms: { Ratio: '1:2', 'Commencement Date': '2003-01-02' },
      }),
    );
    assert.deepEqual(lines, [
      'Warning OfferTerms 7 Ratio: Ratio gives more than one new share for an old one: 2',
      'Warning OfferTerms 3 Expiration Date: The offer ends before its 20th business day, 2003-01-30 (Rules 13e-4(f)(1)(i) and 14e-1(a)), unless a shorter period is permitted, as for certain all-cash offers',
    ]);
  });
});

describe('An offer that cannot be run', () => {
  const refused: [string, OfferBook, RegExp][] = [
    [
      'a grant date before the cancellation',
      { grants: [], terms: { 'New Grant Date': '2003-01-19' } },
      /^OfferTerms!B5: New Grant Date 2003-01-19 is before the Cancellation Date 2003-01-20\.$/,
    ],
    [
      'a cancellation before the expiration',
      { grants: [], terms: { 'Cancellation Date': '2003-01-19' } },
      /^OfferTerms!B4: Cancellation Date/,
    ],
    ['no expiration', { grants: [], terms: { 'Expiration Date': '' } }, /Expiration Date is missing/],
    [
      'a bad ratio',
      { grants: [], terms: { Ratio: '3 for 4' } },
      /^OfferTerms!B7: Ratio "3 for 4" is ambiguous/,
    ],
    [
      'a ratio that Excel made a time of',
      { grants: [], terms: { Ratio: 0.1673 }, formats: { Ratio: 'h:mm' } },
      /^OfferTerms!B7: Ratio was turned into a date or a time/,
    ],
    [
      'neither a ratio nor ratios',
      { grants: [], terms: { Ratio: '' } },
      /neither a Ratio nor rows in OfferRatios/,
    ],
    [
      'both a ratio and ratios',
      {
        grants: [],
        ratios: [
          ['Exercise Price From', 'New per Old'],
          [1, 0.5],
        ],
      },
      /^OfferTerms!B7: the offer has both/,
    ],
    [
      'a schedule of 90%',
      { grants: [], terms: { 'Vesting Schedule': '50% at 6 months, then 40% monthly over 24 months' } },
      /^OfferTerms!B9: .*90%/,
    ],
    ['no schedule', { grants: [], terms: { 'Vesting Schedule': '' } }, /Vesting Schedule is missing/],
    [
      'an unknown word',
      { grants: [], terms: { Rounding: 'upp' } },
      /^OfferTerms!B8: Rounding must be down, up or nearest, not "upp"; did you mean "up"\?$/,
    ],
    [
      'a rule on a column that the ledger lacks',
      {
        grants: [],
        rules: [
          ['Field', 'Operator', 'Value'],
          ['Role', '=', 'Engineer'],
          ['Country', '=', 'US'],
        ],
      },
      /^OfferRules!A3: Field "Country" is not a column of the ledger/,
    ],
    [
      'rules without values',
      {
        grants: [],
        rules: [
          ['Field', 'Operator'],
          ['Role', '='],
        ],
      },
      /^OfferRules on sheet "OfferRules": Rules must be a table/,
    ],
    [
      'two prices for one date',
      {
        grants: [],
        prices: [
          ['2003-07-21', 1],
          ['2003-07-21', 2],
        ],
      },
      /OfferPrices.*two for 2003-07-21/,
    ],
    [
      'a split without its numbers',
      { grants: [], events: withEvents({ Date: '2003-03-03', Event: 'Split' }) },
      /^OfferEvents!B2: a split needs New Shares and Old Shares/,
    ],
    [
      'a criterion that is no field',
      {
        grants: [],
        terms: { Ratio: '' },
        ratios: [
          ['Grade', 'New per Old'],
          [1, 1],
        ],
      },
      /^OfferRatios!A1: Field "Grade"/,
    ],
    [
      'a term that is the error of its formula',
      { grants: [], terms: { 'New Grant Date': '#DIV/0!' } },
      /^OfferTerms!B5: New Grant Date is the error #DIV\/0!; correct its formula\.$/,
    ],
    [
      'service required only until before the cancellation',
      { grants: [], terms: { 'Service Required Through': '2003-01-19' } },
      /^OfferTerms!.*Service Required Through 2003-01-19 is before the Cancellation Date 2003-01-20\.$/,
    ],
    [
      'a row of ratios that no grant can match',
      {
        grants: [],
        terms: { Ratio: '' },
        ratios: [
          ['Exercise Price From', 'Exercise Price To', 'New per Old'],
          [18, 12, 0.5],
        ],
      },
      /^OfferRatios!B2: Exercise Price To is below Exercise Price From/,
    ],
    [
      'an election unit that the ledger has no column for',
      { grants: [], terms: { 'Election Unit': 'Percent' } },
      /^OfferTerms!B11: Election Unit must be Grant, Holder, None or columns of the ledger/,
    ],
    [
      'no grant date',
      { grants: [], terms: { 'New Grant Date': '' } },
      /New Grant Date is missing: give the day/,
    ],
    [
      'a term that does not exist',
      { grants: [], terms: { Roundng: 'up' } },
      /^OfferTerms!A11: "Roundng" is not a term of an offer; did you mean "Rounding"\?$/,
    ],
  ];
  for (const [name, book, message] of refused)
    it(`because of ${name} says so in one line with the cell`, () => {
      assert.throws(() => run({ ...book, grants: [grant('A')] }), { name: 'RegrantError', message });
    });
});

describe('A ledger whose header takes two rows', () => {
  /** The reference ledger, its header broken in two as reports print it. */
  const broken = (book: OfferBook): OfferSource => {
    const source = offerSource(book);
    const upper = LEDGER_HEADER.map((name) => (name.includes(' ') ? name.split(' ')[0] : ''));
    const lower = LEDGER_HEADER.map((name) => name.split(' ').at(-1) ?? '');
    const sheets = source.sheets.map((block) =>
      block.sheet === 'Cap Table'
        ? { ...block, values: [['Cap table'], upper, lower, ...block.values.slice(2)] }
        : block,
    );
    return { ...source, sheets };
  };
  const book: OfferBook = {
    grants: [grant('A'), grant('B', { 'Holder ID': '002', 'Exercise Price': 3 })],
    elections: [['001', 'A', 'Elect', '2003-01-10']],
  };

  it('gives what it gives with its names in one', () => {
    const { eligibility, newGrants: granted, vesting, ledger } = runOffer(broken(book));
    const plain = run(book);
    assert.deepEqual(records(eligibility), records(plain.eligibility));
    assert.deepEqual(records(granted), records(plain.newGrants));
    assert.deepEqual(records(vesting), records(plain.vesting));
    assert.deepEqual([ledger.headerRow, ledger.headerRows], [3, 2]);
  });

  it('is kept by a closing with both rows, and drifts by nothing', () => {
    const source = broken(book);
    const offer = readOffer({ ...source, frozen: freezeTables(source) });
    assert.deepEqual(offer.drift, []);
    assert.equal(offer.ledger.rows.length, 2);
  });

  it('has its dates counted from 1904 where the workbook does so', () => {
    const days = (serial: number): Record<string, CellValue> => ({ 'Grant Date': serial });
    const moved = runOffer({
      ...broken({ grants: [grant('A', days(36893 - 1462))], elections: [] }),
      date1904: true,
    });
    const plain = run({ grants: [grant('A', days(36893))], elections: [] });
    assert.deepEqual(
      pick(records(moved.eligibility), 'Grant Date'),
      pick(records(plain.eligibility), 'Grant Date'),
    );
  });
});
