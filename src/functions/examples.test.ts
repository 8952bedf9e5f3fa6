import assert from 'node:assert/strict';
import { formula, formulaError } from '../../test/formula.ts';
import { CATALOGUE } from './catalogue.ts';

const PROMISE = '50% at 6 months, then 50% monthly over 24 months';
const MARKET = [[2], [6], [10], [14], [18], [20]];

describe('the examples of the functions contract', () => {
  // docs/functions.md; the reference figures come from the offer of Lantronix, 2002 (SEC file 5-60279, (a)(5)).
  const rows: [string, unknown[], unknown][] = [
    ['NEWSHARES', [1000, 0.75, 'up'], 750],
    ['NEWSHARES', [1001, 0.75, 'up'], 751],
    ['NEWSHARES', [7000, 1 / 7], 1000],
    ['NEWSHARES', [123457, '2.5:1'], 49382],
    ['REGRANTDATE', ['2003-01-20'], 37823],
    ['SPLITSHARES', [1000, 6, 1, 3, 'up'], [[334, 18]]],
    ['SPLITSHARES', [750, 1.5, 1, 3, 'up'], [[250, 4.5]]],
    ['BREAKEVEN', [1000, 6, 750, 1.5], 19.5],
    ['VESTED', [750, '2003-07-21', PROMISE, '2004-01-20'], 0],
    ['VESTED', [750, '2003-07-21', PROMISE, '2004-01-21'], 375],
    ['VESTED', [750, '2003-07-21', PROMISE, '2004-02-21'], 390],
    ['VESTED', [750, '2003-07-21', PROMISE, '2006-01-21'], 750],
  ];
  for (const [name, given, result] of rows)
    it(`${name}(${given.join(', ')}) is ${JSON.stringify(result)}`, () =>
      assert.deepEqual(formula(name, ...given), result));

  it('COMPARE shows 1,000 at 6.00 beside 750 at 1.50', () => {
    const [header, ...table] = formula('COMPARE', 1000, 6, 750, 1.5, MARKET) as unknown[][];
    assert.deepEqual(header, ['Market Price', 'Current Option', 'New Option', 'Better']);
    assert.deepEqual(
      table.map((row) => row[1]),
      [0, 0, 4000, 8000, 12000, 14000],
    );
    assert.deepEqual(
      table.map((row) => row[2]),
      [375, 3375, 6375, 9375, 12375, 13875],
    );
    assert.deepEqual(
      table.map((row) => row[3]),
      ['New', 'New', 'New', 'New', 'New', 'Current'],
    );
  });

  it('18 shares in four equal tranches fall as the Open Cap Format allocates them', () => {
    const tranches = (allocation: string | null) =>
      (formula('VESTING', 18, '2003-07-21', 'annually over 4 years', null, allocation) as unknown[][])
        .slice(1)
        .map((row) => row[1]);
    assert.deepEqual(tranches(null), [4, 5, 4, 5]);
    assert.deepEqual(tranches('CUMULATIVE_ROUND_DOWN'), [4, 5, 4, 5]);
    assert.deepEqual(tranches('cumulative rounding'), [5, 4, 5, 4]);
    assert.deepEqual(tranches('Front-Loaded'), [5, 5, 4, 4]);
    assert.deepEqual(tranches('BACK_LOADED'), [4, 4, 5, 5]);
    assert.deepEqual(tranches('FRONT_LOADED_TO_SINGLE_TRANCHE'), [6, 4, 4, 4]);
    assert.deepEqual(tranches('BACK_LOADED_TO_SINGLE_TRANCHE'), [4, 4, 4, 6]);
    assert.deepEqual(tranches('FRACTIONAL'), [4.5, 4.5, 4.5, 4.5]);
  });
});

describe('every example of the declarations', () => {
  for (const { name, examples } of CATALOGUE)
    examples.forEach(({ arguments: given, result }, index) =>
      it(`${name}, example ${index + 1}`, () => assert.deepEqual(formula(name, ...given), result)),
    );

  it('every function has one', () =>
    assert.deepEqual(
      CATALOGUE.filter(({ examples }) => examples.length === 0).map(({ name }) => name),
      [],
    ));
});

describe('the reference offer, Lantronix 2002', () => {
  it('1,000 options at 6.00 become 750 (ltrx-1)', () =>
    assert.equal(formula('NEWSHARES', 1000, 0.75, 'up'), 750));

  it('gains follow the break-even slide, reverse split included (ltrx-4)', () => {
    const gains = (shares: number, price: number) =>
      MARKET.map(([market]) => formula('GAIN', shares, price, market));
    assert.deepEqual(gains(1000, 6), [0, 0, 4000, 8000, 12000, 14000]);
    assert.deepEqual(gains(750, 1.5), [375, 3375, 6375, 9375, 12375, 13875]);
    assert.deepEqual(gains(334, 18), [0, 0, 0, 0, 0, 668]);
    assert.deepEqual(gains(250, 4.5), [0, 375, 1375, 2375, 3375, 3875]);
  });

  it('options at 3.00 and 3.01 are not eligible, at 3.02 they are (ltrx-6)', () => {
    const rules = [
      ['Field', 'Operator', 'Value'],
      ['Exercise Price', '>', 3.01],
    ];
    const eligible = [3, 3.01, 3.02, 3.01 + 1e-9, 3.0099999999999998].map((price) =>
      formula('ELIGIBLE', [['Grant ID', 'Strike Price']], [['G-1', price]], rules),
    );
    assert.deepEqual(eligible, [false, false, true, false, false]);
  });

  it('750 shares vest on 25 dates to 2006-01-21 (ltrx-7)', () => {
    const [header, ...rows] = formula('VESTING', 750, '2003-07-21', PROMISE) as number[][];
    assert.deepEqual(header, ['Date', 'Shares', 'Cumulative', 'Percent']);
    assert.equal(rows.length, 25);
    assert.deepEqual(rows[0], [38007, 375, 375, 0.5]);
    assert.deepEqual([rows[1]?.[1], rows[2]?.[1]], [15, 16]);
    assert.deepEqual(rows[24], [38738, 16, 750, 1]);
    assert.equal(
      rows.reduce((sum, row) => sum + (row[1] ?? 0), 0),
      750,
    );
  });

  it('a holder who leaves between two vesting dates keeps what has vested, the last day included', () => {
    assert.equal(formula('VESTED', 750, '2003-07-21', PROMISE, '2006-01-21', '2004-02-21'), 390);
    assert.equal(formula('VESTED', 750, '2003-07-21', PROMISE, '2006-01-21', '2004-02-20'), 375);
  });

  it('an election counts until 21:00 on 2003-01-20, and the last one wins', () => {
    const elections = [
      ['Holder ID', 'Grant ID', 'Action', 'Received'],
      [123, '', 'Elect', '2003-01-02T09:00'],
      ['123', 'G-1', 'withdraw', '2003-01-10T09:00'],
      ['123', 'G-1', 'Elect', 37641 + 20 / 24],
      ['123', 'G-2', 'Withdraw', '2003-01-20T21:01'],
    ];
    const state = (grant: unknown, expiration: unknown) =>
      formula('ELECTION', 123, grant, elections, expiration);
    assert.equal(state('G-1', '2003-01-20T21:00'), 'Elected');
    assert.equal(state('G-1', '2003-01-19'), 'Withdrawn');
    assert.equal(state('G-2', '2003-01-20T21:00'), 'Elected');
    assert.equal(state('G-2', '2003-01-20'), 'Withdrawn');
    assert.equal(state('G-2', null), 'Withdrawn');
    assert.equal(formula('ELECTION', '0123', 'G-1', elections), 'None');
  });
});

describe('what a formula shows where it fails', () => {
  const table = [
    ['From', 'New per Old'],
    [10, 0.5],
  ];
  const prices = [
    ['2003-07-18', 1.2],
    ['2003-07-21', 1.25],
  ];
  const rules = [
    ['Field', 'Operator', 'Value'],
    ['Country', '=', 'US'],
  ];
  const failures: [string, unknown[], string][] = [
    ['NEWSHARES', [], '#VALUE! shares is missing: give a whole number of shares, such as 1000.'],
    [
      'NEWSHARES',
      [1000],
      '#VALUE! ratio is missing: give new shares per old share, such as 0.75, 75% or 4:3.',
    ],
    ['NEWSHARES', ['many', 0.75], '#VALUE! shares must be a number, not "many".'],
    ['NEWSHARES', [true, 0.75], '#VALUE! shares must be a number, not TRUE.'],
    ['NEWSHARES', [-1, 0.75], '#NUM! shares must not be negative, and is -1.'],
    ['NEWSHARES', [10.5, 0.75], '#NUM! shares must be whole shares, and is 10.5.'],
    [
      'NEWSHARES',
      [10, '3 for 4'],
      '#VALUE! ratio "3 for 4" is ambiguous: write "3 new for 4 old" or "3 old for 4 new".',
    ],
    ['NEWSHARES', [10, 0.75, 'half'], '#VALUE! rounding "half" is not known: use down, up or nearest.'],
    ['NEWSHARES', [[[1], [2]], 0.75], '#VALUE! shares must be one cell, not a range of several.'],
    [
      'NEWSHARES',
      [2 ** 53, 2],
      '#NUM! shares x ratio must be at most 2^53 new shares, and is 18014398509481984.',
    ],
    ['RATIO', [9.99, table], '#N/A exercisePrice 9.99 is in none of the tiers: add a row that holds it.'],
    [
      'RATIO',
      [10, ''],
      '#VALUE! tiers is missing: give a table with the headers From and New per Old or Old per New.',
    ],
    ['REGRANTDATE', ['20 Jan'], '#VALUE! cancellationDate must be a date, such as 2003-07-21, not "20 Jan".'],
    ['REGRANTDATE', [0], '#VALUE! cancellationDate is missing: give a date, such as 2003-07-21.'],
    ['REGRANTDATE', [-5], '#NUM! cancellationDate must be a date from 1900 to 9999, and is the number -5.'],
    ['REGRANTDATE', [37641, 6.5], '#NUM! months must be a whole number from 0 to 120, and is 6.5.'],
    ['OFFEREND', [37641, 0], '#NUM! businessDays must be a whole number from 1 to 10000, and is 0.'],
    [
      'EXERCISEPRICE',
      ['2003-07-19', prices],
      '#N/A prices must have a price on 2003-07-19, the grant date, and has none.',
    ],
    [
      'EXERCISEPRICE',
      [37823, prices, 'close', 'skip'],
      '#VALUE! onMissing "skip" is not known: use error, previous or next.',
    ],
    [
      'EXERCISEPRICE',
      [37823, [...prices, prices[0]]],
      '#VALUE! prices must have one price for a date, and has two for 2003-07-18.',
    ],
    ['SPLITSHARES', [10, 1, 0, 3], '#NUM! newShares must be above zero, and is 0.'],
    [
      'MERGERSHARES',
      [10, 1, 1],
      "#VALUE! acquirerPrice must be the price of the acquirer's share where cashPerShare is given.",
    ],
    ['GAIN', [10, 1, -1], '#NUM! marketPrice must not be negative, and is -1.'],
    [
      'GAIN',
      [2 ** 53, 0, 1e300],
      '#NUM! The result is too large for a cell: shares, exercisePrice and marketPrice must be smaller.',
    ],
    [
      'BREAKEVEN',
      [10, 6, 10, 6],
      '#N/A There is no break-even: oldShares must exceed newShares, or equal them at an oldPrice below newPrice.',
    ],
    ['COMPARE', [10, 6, 5, 1, [[1], ['x']]], '#VALUE! Cell 2 of marketPrices must be a number, not "x".'],
    [
      'ELIGIBLE',
      [[['Country']], [['US', 1]], rules],
      '#VALUE! row must have a cell under each of the 1 headers, and has 2.',
    ],
    [
      'ELIGIBLE',
      [
        [
          ['A', 'B'],
          ['C', 'D'],
        ],
        [['US', 1]],
        rules,
      ],
      '#VALUE! headers must be one row of cells, and has 2 rows.',
    ],
    [
      'VESTINGTOTALS',
      [[[1], [2]], [[37823]], PROMISE, 38000],
      '#VALUE! starts must have as many cells as shares, 2, and has 1.',
    ],
    [
      'VESTINGTOTALS',
      [[[1], [2]], [[37823], ['']], PROMISE, 38000],
      '#VALUE! starts in row 2 must be a date, such as 2003-07-21, not blank.',
    ],
    [
      'VESTINGTOTALS',
      [[[1], [2]], [[37823], [1]], [[PROMISE], ['']], 38000],
      '#VALUE! schedules in row 2 is missing: give a vesting schedule, such as "monthly over 4 years with a 1 year cliff".',
    ],
  ];
  for (const [name, given, message] of failures)
    it(`${name}(${JSON.stringify(given).slice(1, -1)})`, () =>
      assert.equal(formulaError(name, ...given), message));

  it('an election that cannot be read is an error, never passed over', () => {
    const elections = [
      ['Holder ID', 'Grant ID', 'Action', 'Received'],
      ['1', '', 'Maybe', 37641],
    ];
    assert.match(
      formulaError('ELECTION', '1', 'G', elections),
      /^#VALUE! elections cannot be read in row 2: Action/,
    );
  });

  it('a schedule that adds up to 20% is refused with what it adds up to', () =>
    assert.match(formulaError('SCHEDULE', '20% every 6 months over 30 months'), /^#VALUE! .*20%/));

  it('a field that the ledger lacks is an error, never a silent pass', () =>
    assert.match(
      formulaError('ELIGIBLE', [['Plan']], [['2000']], rules),
      /^#VALUE! Field "Country" is not a column of the ledger/,
    ));
});
