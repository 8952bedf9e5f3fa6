import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';
import { formula, formulaError, shown } from '../../test/formula.ts';
import { CATALOGUE } from './catalogue.ts';

const PROMISE = '50% at 6 months, then 50% monthly over 24 months';
const MARKET = [[2], [6], [10], [14], [18], [20]];

describe('the examples of the functions contract', () => {
  // docs/functions.md; the reference figures come from the offer of Lantronix, 2002.
  const rows: [string, unknown[], unknown][] = [
    ['NEWSHARES', [1000, 0.75, 'up'], 750],
    ['NEWSHARES', [1001, 0.75, 'up'], 751],
    ['NEWSHARES', [7000, 1 / 7], 1000],
    ['NEWSHARES', [123457, '2.5:1'], 49382],
    ['REGRANTDATE', ['2003-01-20'], 37823],
    ['SPLITSHARES', [1000, 6, 1, 3, 'up'], [[334, 18]]],
    ['SPLITSHARES', [750, 1.5, 1, 3, 'up'], [[250, 4.5]]],
    ['BREAKEVEN', [1000, 6, 750, 1.5], 19.5],
    ['BLACKSCHOLES', [42, 40, 0.5, 0.2, 0.1], 4.75942239287153],
    ['VESTED', [750, '2003-07-21', PROMISE, '2004-01-20'], 0],
    ['VESTED', [750, '2003-07-21', PROMISE, '2004-01-21'], 375],
    ['VESTED', [750, '2003-07-21', PROMISE, '2004-02-21'], 390],
    ['VESTED', [750, '2003-07-21', PROMISE, '2006-01-21'], 750],
  ];
  for (const [name, given, result] of rows)
    it(`${name}(${given.join(', ')}) is ${JSON.stringify(result)}`, () =>
      assert.deepEqual(shown(formula(name, ...given)), result));

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
      it(`${name}, example ${index + 1}`, () =>
        assert.deepEqual(shown(formula(name, ...given)), shown(result))),
    );

  it('every function has one', () =>
    assert.deepEqual(
      CATALOGUE.filter(({ examples }) => examples.length === 0).map(({ name }) => name),
      [],
    ));
});

interface FiledExample {
  readonly id: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
}

/** The file names the filings that its figures come from. */
const OFFER = JSON.parse(readFileSync(join(root, 'test/data/offers/lantronix-2002.json'), 'utf8')) as {
  readonly examples: readonly FiledExample[];
};

describe('the reference offer, Lantronix 2002', () => {
  const filed = (id: string): FiledExample => {
    const example = OFFER.examples.find((one) => one.id === id);
    assert.ok(example, id);
    return example;
  };
  const serial = (iso: unknown) => formula('REGRANTDATE', iso, 0, 0);

  it('0.75 new for one old makes 750 of 1,000 (ltrx-1)', () => {
    const { input, expected } = filed('ltrx-1');
    assert.equal(formula('NEWSHARES', input['options'], 0.75, 'up'), expected['new']);
  });

  it('a 1-for-3 reverse split leaves the filed shares and prices (ltrx-2, ltrx-3)', () => {
    for (const { input, expected } of [filed('ltrx-2'), filed('ltrx-3')]) {
      const [old = '', renewed = ''] = String(input['reverse_split']).split(' for ').reverse();
      assert.deepEqual(formula('SPLITSHARES', input['options'], input['price'], renewed, old, 'up'), [
        [expected['shares'], expected['price']],
      ]);
    }
  });

  it('gains follow the break-even slide, reverse split included (ltrx-4)', () => {
    const { input, expected } = filed('ltrx-4');
    const market = input['market'] as number[];
    for (const [award, gains] of Object.entries(expected)) {
      const [shares = '', price = ''] = award.split(' at ');
      assert.deepEqual(
        market.map((at) => formula('GAIN', shares, price, at)),
        gains,
        award,
      );
    }
  });

  it('new options may be granted six months and a day after cancellation (ltrx-5)', () => {
    const { input, expected } = filed('ltrx-5');
    assert.equal(formula('REGRANTDATE', input['cancel']), serial(expected['earliest']));
  });

  it('options at 3.00 and 3.01 are not eligible, at 3.02 they are (ltrx-6)', () => {
    const { input, expected } = filed('ltrx-6');
    const rules = [
      ['Field', 'Operator', 'Value'],
      ['Exercise Price', '>', 3.01],
    ];
    const eligible = (price: number) =>
      formula('ELIGIBLE', [['Grant ID', 'Strike Price']], [['G-1', price]], rules);
    assert.deepEqual((input['prices'] as number[]).map(eligible), expected['eligible']);
    // A price that was computed is no further off than its binary dust.
    assert.equal(eligible(3.01 + 1e-9), false);
  });

  it('750 shares vest half at six months and then monthly, on 25 dates (ltrx-7)', () => {
    const { input, expected } = filed('ltrx-7');
    const [header, ...rows] = formula('VESTING', input['new'], input['grant'], PROMISE) as number[][];
    assert.deepEqual(header, ['Date', 'Shares', 'Cumulative', 'Percent']);
    assert.equal(rows.length, expected['dates']);
    for (const date of ['2004-01-21', '2004-02-21', '2004-03-21'])
      assert.equal(rows.find(([day]) => day === serial(date))?.[1], expected[date], date);
    assert.deepEqual(rows.at(-1), [serial(expected['last']), 16, expected['total'], 1]);
    assert.equal(
      rows.reduce((sum, [, shares = 0]) => sum + shares, 0),
      expected['total'],
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
    [
      'ELIGIBLE',
      [[['Strike']], [[6]], [rules[0], ['Strike', '>', 'high']]],
      '#VALUE! rules cannot be used: The rule on Strike compares with >, so its Value must be a number or a date such as 2003-07-21, not "high".',
    ],
    [
      'ELIGIBLE',
      [[['Expires']], [[38000]], [rules[0], ['Remaining Term', '>', 6]]],
      '#VALUE! As Of is needed for Remaining Term: give the date as of which it is calculated.',
    ],
    [
      'ELIGIBILITY',
      [[['Country'], ['US']], [['Field', 'Value']]],
      '#VALUE! Rules must be a table whose first row holds the headers Field, Operator and Value.',
    ],
    [
      'RATIO',
      [
        10,
        [
          ['From', 'New per Old'],
          [10, 0],
        ],
      ],
      '#NUM! New per Old in row 2 of tiers must be above zero, and is 0.',
    ],
    [
      'RATIO',
      [10, [['New per Old'], [1]]],
      '#VALUE! tiers must have a column From or Exercise Price From, with the least exercise price.',
    ],
    [
      'ELECTION',
      ['E', 'G', [['Holder ID', 'Action', 'Received']]],
      '#VALUE! Elections must be a table whose first row holds the headers Holder ID, Grant ID, Action and Received; it lacks Grant ID.',
    ],
    [
      'REGRANTDATE',
      [37641, 6, 1, 'next day'],
      '#VALUE! roll "next day" is not known: use none or next business day.',
    ],
    [
      'VESTING',
      [18, 37823, 'annually over 4 years', null, 'FRONT LOAD'],
      '#VALUE! allocation "FRONT LOAD" is not known: use one of CUMULATIVE_ROUND_DOWN, CUMULATIVE_ROUNDING, FRONT_LOADED, BACK_LOADED, FRONT_LOADED_TO_SINGLE_TRANCHE, BACK_LOADED_TO_SINGLE_TRANCHE, FRACTIONAL; did you mean "FRONT_LOADED"?',
    ],
    [
      'VESTINGTOTALS',
      [[[1]], [[37823]], PROMISE, [[38000], [37900]]],
      '#VALUE! Period ends must ascend, and 2003-10-06 follows 2004-01-14: sort them by date.',
    ],
    [
      'EXERCISEPRICE',
      [37823, prices, 'average close of 20 days'],
      '#N/A prices must have 20 trading days up to 2003-07-21 for average close of 20 days, and has 2.',
    ],
    [
      'EXERCISEPRICE',
      [37823, prices, 'average of high and low'],
      '#VALUE! prices must have a column High for this rule.',
    ],
    ['EXERCISEPRICE', [37823, [['Date'], [37823]]], '#VALUE! prices must have a column Close.'],
    [
      'EXERCISEPRICE',
      [37823, prices, 'close', 'error', 16],
      '#NUM! decimals must be a whole number from 0 to 15, and is 16.',
    ],
    [
      'SPLITSHARES',
      [2 ** 53, 1, 3, 1],
      '#NUM! shares after the split must be at most 2^53, and are 27021597764222976.',
    ],
    [
      'COMPARE',
      [10, 6, 5, 1, ''],
      '#VALUE! marketPrices is missing: give market prices, such as 2, 6 and 10.',
    ],
    ['BLACKSCHOLES', [42, 40, -1, 0.2, 0.1], '#NUM! years must not be negative, and is -1.'],
    ['BLACKSCHOLES', [42, 40, 1, 0.2], '#VALUE! rate is missing: give a rate per year, such as 0.05 or 5%.'],
    ['BLACKSCHOLES', [42, -40, 1, 0.2, 0.1], '#NUM! exercise must not be negative, and is -40.'],
    [
      'LATTICE',
      [50, 50, 10, 0.001, 0.05, 0, 0, 2, 0.03, 5],
      '#NUM! steps must be more: with 5 the rate outgrows the volatility in one step.',
    ],
    ['LATTICE', [50, 50, 10, 0.3, 0.05, 0, 3, 0.5], '#NUM! exerciseMultiple must be at least 1, and is 0.5.'],
    [
      'LATTICE',
      [50, 50, 10, 0.3, 0.05, 0, 3, 2, 0.03, 10001],
      '#NUM! steps must be a whole number from 1 to 10000, and is 10001.',
    ],
    ['INCREMENTALCOST', [1000, -1, 750, 4.1], '#NUM! oldValue must not be negative, and is -1.'],
    ['INCREMENTALCOST', [1000.5, 1, 750, 4.1], '#NUM! oldShares must be whole shares, and is 1000.5.'],
    [
      'EXPENSE',
      [1000, 37823, '100 shares at grant, then the rest annually over 2 years', 38000],
      '#VALUE! schedule must be in portions, such as 25% or 1/4: one that counts shares has no cost by itself.',
    ],
    [
      'EXPENSE',
      [1000, 37823, PROMISE, [[38000], [37900]]],
      '#VALUE! periodEnds must ascend, each after the one before.',
    ],
    [
      'EXPENSE',
      [1000, 37823, PROMISE, 38000, 'level'],
      '#VALUE! method "level" is not known: use straight-line or graded.',
    ],
    ['EXPENSE', [-1, 37823, PROMISE, 38000], '#NUM! cost must not be negative, and is -1.'],
    [
      'CHECK',
      [[['Holder ID', 'Grant ID', 'Strike', 'Granted']]],
      '#VALUE! grants must have a column Grant Date: give the ledger with its header row.',
    ],
    [
      'CHECK',
      [[['Name']]],
      '#VALUE! grants must have the columns Holder ID, Grant ID, Grant Date, Exercise Price, Granted or Outstanding: give the ledger with its header row.',
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

  it('rows of one grant id that differ in Grant Type are parts of one grant, and others are double', () => {
    const header = ['Holder ID', 'Grant ID', 'Grant Type', 'Grant Date', 'Strike', 'Granted'];
    const grants = (...rows: [string, string][]) =>
      (
        formula('CHECK', [
          header,
          ...rows.map(([id, type]) => ['E-7', id, type, 36892, 6, 10]),
        ]) as unknown[][]
      ).slice(1);
    assert.deepEqual(grants(['G-1', 'ISO'], ['g-1 ', 'NSO']), [['', '', 'No problems']]);
    const double = 'Grant ID G-1 is already in row 1: each grant needs its own id';
    assert.deepEqual(grants(['G-1', 'ISO'], ['G-1', 'NSO'], ['G-1', 'iso']), [[3, 'Grant ID', double]]);
    assert.deepEqual(grants(['G-1', ''], ['G-1', '']), [[2, 'Grant ID', double]]);
  });

  it('offsets from UTC compare as moments, and are needed on both sides or on none', () => {
    const elections = [
      ['Holder ID', 'Grant ID', 'Action', 'Received'],
      ['E-7', 'ALL', 'Elect', '2003-01-20T22:30-08:00'],
    ];
    assert.equal(formula('ELECTION', 'E-7', 'G-1', elections, '2003-01-21T06:30Z'), 'Elected');
    assert.equal(formula('ELECTION', 'e-7', 'G-1', elections, '2003-01-21T06:29Z'), 'None');
    assert.match(formulaError('ELECTION', 'E-7', 'G-1', elections, '2003-01-21T06:30'), /^#VALUE! .*offset/);
    assert.match(formulaError('ELECTION', 'E-7', 'G-1', elections, '2003-01-21'), /^#VALUE! .*offset/);
    assert.equal(formula('ELECTION', 'E-8', 'G-1', elections, '2003-01-21'), 'None');
  });

  it('a field that the ledger lacks is an error, never a silent pass', () =>
    assert.match(
      formulaError('ELIGIBLE', [['Plan']], [['2000']], rules),
      /^#VALUE! rules cannot be used: Field "Country" is not a column of the ledger/,
    ));
});
