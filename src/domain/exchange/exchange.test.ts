import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'mocha';
import { Fraction } from '../basics/fraction.ts';
import { ROUND_DOWN, ROUND_NEAREST, ROUND_UP } from '../basics/rounding.ts';
import { newShares } from './new-shares.ts';
import { formatRatio, parseRatio } from './ratio.ts';
import { compileTiers, tierAt } from './tiers.ts';

test('a ratio is read in every spelling of offer documents', () => {
  const spellings: [string | number, string][] = [
    [0.75, '3/4'],
    [1 / 7, '1/7'],
    [0.3333, '3333/10000'],
    ['0.75', '3/4'],
    ['75%', '3/4'],
    ['33.5 %', '67/200'],
    ['4:1', '1/4'],
    ['4 : 3', '3/4'],
    ['2.5:1', '2/5'],
    ['4 to 1', '1/4'],
    ['2.5-to-1', '2/5'],
    ['2.5_TO_1', '2/5'],
    ['3 new for 4 old', '3/4'],
    ['4 old for 3 new', '3/4'],
    ['3 New-for-4 Old', '3/4'],
    // As Extreme Networks wrote it in 2003.
    ['3 new per 5 old', '3/5'],
    ['1 new option for every 2.5 old options', '2/5'],
    ['4 old shares for each 3 new shares', '3/4'],
    ['1,000:750', '3/4'],
    [1.1, '11/10'],
    ['3/4', '3/4'],
    ['1/3', '1/3'],
  ];
  for (const [written, ratio] of spellings)
    assert.equal(parseRatio(written).toString(), ratio, String(written));
});

test('a bare 3 for 4 is refused as ambiguous, with both spellings that are not', () => {
  const refusal = /ratio "3 for 4" is ambiguous: write "3 new for 4 old" or "3 old for 4 new"\./;
  assert.throws(() => parseRatio('3 for 4'), refusal);
  assert.throws(() => parseRatio('3-for-4'), /"3 new for 4 old" or "3 old for 4 new"/);
});

test('what is no ratio is refused with the spellings that are', () => {
  for (const wrong of ['three to one', '3/', '4:', ':1', '4:1:1', '75%%', 'x'.repeat(32767), true])
    assert.throws(() => parseRatio(wrong), {
      kind: 'value',
      message: /^ratio .{1,80} is not an exchange ratio: write /,
    });
  assert.throws(() => parseRatio(''), { kind: 'value', message: /ratio is missing/ });
  for (const zero of [0, -0.75, '0%', '0:1', '4:0', '0 new for 1 old', 1e-300])
    assert.throws(() => parseRatio(zero), { kind: 'number', message: /ratio must be above zero/ });
});

test('a ratio prints old to new, and parses to itself', () => {
  assert.equal(formatRatio(Fraction.of(3, 4)), '4:3');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), (n, d) => {
      const ratio = Fraction.of(n, d);
      assert.ok(parseRatio(formatRatio(ratio)).equals(ratio));
    }),
  );
});

test("new shares are the reference offer's: 0.75 for one, rounded up", () => {
  assert.equal(newShares(1000, parseRatio(0.75), ROUND_UP), 750);
  assert.equal(newShares(1001, parseRatio(0.75), ROUND_UP), 751);
  assert.equal(newShares(7000, parseRatio(1 / 7)), 1000);
  assert.equal(newShares(123457, parseRatio('2.5:1')), 49382);
  assert.equal(newShares(3, parseRatio(0.5), ROUND_NEAREST), 2);
  assert.equal(newShares(1, parseRatio('80%'), ROUND_UP), 1);
});

test('new shares are exact for every count up to 2^53', () => {
  const counts = fc.integer({ min: 0, max: 2 ** 53 - 1 });
  const side = fc.integer({ min: 1, max: 1e9 });
  fc.assert(
    fc.property(counts, side, side, (shares, n, d) => {
      fc.pre(n <= d);
      const [product, divisor] = [BigInt(shares) * BigInt(n), BigInt(d)];
      assert.equal(newShares(shares, Fraction.of(n, d), ROUND_DOWN), Number(product / divisor));
      assert.equal(
        newShares(shares, Fraction.of(n, d), ROUND_UP),
        Number((product + divisor - 1n) / divisor),
      );
    }),
  );
  assert.throws(() => newShares(2 ** 53, Fraction.of(2)), { kind: 'number' });
});

// The tiers as the offer of CNET, 2002, prints them.
const CNET = [
  ['From', 'To', 'Old per New'],
  [12.01, 16, 1.5],
  [16.01, 20, 2],
  [20.01, 25, 2.5],
  [25.01, 30, 3],
  [30.01, '', 3.5],
];

test('each tier of the CNET offer includes its edges', () => {
  const tiers = compileTiers(CNET);
  const prices = [12, 12.01, 16, 16.01, 20, 20.01, 25, 25.01, 30, 30.01];
  const oldPerNew = prices.map((price) => tierAt(tiers, price)?.ratio).map((r) => r && 1 / r.toNumber());
  assert.deepEqual(oldPerNew, [undefined, 1.5, 1.5, 2, 2, 2.5, 2.5, 3, 3, 3.5]);
  assert.equal(tierAt(tiers, 20.000000001)?.newPerOld, 0.5);
});

test('without a To column the tier with the greatest From at or below the price holds', () => {
  const tiers = compileTiers([
    ['new per old', 'FROM'],
    [0.25, 40],
    [null, ''],
    [0.5, 25],
    ['75%', '10'],
  ]);
  assert.deepEqual(
    [9.99, 10, 24.99, 25, 39.99, 39.9999999999, 400].map((price) => tierAt(tiers, price)?.newPerOld),
    [undefined, 0.75, 0.75, 0.5, 0.5, 0.25, 0.25],
  );
});

test('with a To column the first matching row wins and a blank bound is open', () => {
  const tiers = compileTiers([
    ['From', 'To', 'New per Old'],
    ['', 5, 1],
    [5, 10, 0.5],
    [10, null, 0.25],
  ]);
  assert.deepEqual(
    [0, 5, 5.01, 10, 10.01].map((price) => tierAt(tiers, price)?.newPerOld),
    [1, 1, 0.5, 0.5, 0.25],
  );
});

test('a tier table that cannot be meant is refused by its cell', () => {
  const refused = (grid: unknown[][], kind: string, message: RegExp) =>
    assert.throws(() => compileTiers(grid as (string | number | null)[][]), { kind, message });
  refused([], 'value', /tiers must have a column From/);
  refused(
    [
      ['From', 'Ratio'],
      [1, 2],
    ],
    'value',
    /one of the columns New per Old and Old per New, and has neither/,
  );
  refused([['From', 'New per Old', 'Old per New']], 'value', /and has both/);
  refused([['From', 'From', 'New per Old']], 'value', /one column From, and has two/);
  refused(
    [
      ['From', 'New per Old'],
      [1, 0],
    ],
    'number',
    /New per Old in row 2 of tiers must be above zero, and is 0/,
  );
  refused(
    [
      ['From', 'Old per New'],
      [1, 'x'],
    ],
    'value',
    /Old per New in row 2 of tiers must be a number, not "x"/,
  );
  refused(
    [
      ['From', 'New per Old'],
      ['', 1],
    ],
    'value',
    /From in row 2 of tiers must be a price, and is blank/,
  );
  refused(
    [
      ['From', 'New per Old'],
      [5, 1],
      [5, 2],
    ],
    'value',
    /From in row 3 of tiers must differ .* 5 is there twice/,
  );
  refused(
    [
      ['From', 'To', 'New per Old'],
      [5, 4, 1],
    ],
    'value',
    /To in row 2 of tiers must not be below From/,
  );
});

test('a table of tiers without rows holds no price', () =>
  assert.equal(tierAt(compileTiers([['From', 'New per Old'], [], ['', null], [0, 0]]), 5), undefined));

// Worked examples of other offers, each unambiguous in its filing.
test('new shares are those of other offers', () => {
  const agilent = compileTiers([
    ['From', 'To', 'Old per New'],
    [25.01, 39.99, 1.5],
    [40, 69.99, 2],
    [70, 89.99, 2.5],
    [90, '', 4],
  ]);
  const lucent = compileTiers([
    ['Old per New', 'From', 'To'],
    [1.25, 12.14, 24.99],
    [2, 25, 39.99],
    [4, 40, 49.99],
    [6, 50, null],
  ]);
  const sunesis = compileTiers([
    ['From', 'Old per New'],
    [8, 1.3],
    [20, 1.75],
  ]);
  const cases: [string, ReturnType<typeof compileTiers>, number, number, number][] = [
    ['Agilent 2003', agilent, 80.28, 100, 40],
    ['CNET 2002', compileTiers(CNET), 15, 1050, 700],
    ['CNET 2002', compileTiers(CNET), 45, 700, 200],
    ['Lucent 2002', lucent, 12.14, 100, 80],
    ['Lucent 2002', lucent, 45, 100, 25],
    ['Lucent 2002', lucent, 60, 600, 100],
    ['Sunesis 2017', sunesis, 8, 1300, 1000],
    ['Sunesis 2017', sunesis, 20, 1750, 1000],
  ];
  for (const [offer, tiers, price, shares, expected] of cases) {
    const tier = tierAt(tiers, price);
    assert.ok(tier);
    assert.equal(newShares(shares, tier.ratio), expected, offer);
    // The same through a cell: RATIO gives a number, and NEWSHARES takes it.
    assert.equal(newShares(shares, parseRatio(tier.newPerOld)), expected, offer);
  }
  const edges = [25, 25.01, 39.99, 40, 69.99, 70, 89.99, 90].map(
    (price) => tierAt(agilent, price)?.newPerOld,
  );
  assert.deepEqual(edges, [undefined, 1 / 1.5, 1 / 1.5, 0.5, 0.5, 0.4, 0.4, 0.25]);
  // Flat ratios: Extreme Networks 2003, i2 2001, Polycom 2003 (rounded up).
  assert.equal(newShares(5, parseRatio('3 new per 5 old')), 3);
  assert.equal(newShares(1000, parseRatio(1.1)), 1100);
  assert.equal(newShares(101, parseRatio(0.8), ROUND_UP), 81);
});

describe("A table of ratios that is an offer's own", () => {
  const OFFER = [
    ['Exercise Price From', 'Exercise Price To', 'New per Old', 'Award', 'And', 'Note'],
    [10, '', 0.5, '', '', 'high'],
    [5, 9.99, 0.75, 'RSU', 'Yes', 'on top'],
    [5, 9.99, 0.8, '', '', ''],
    ['', 4.99, '', 'Cash', '', ''],
  ];
  const at = (price: number, grid: readonly (readonly (string | number)[])[] = OFFER) =>
    tierAt(compileTiers(grid), price)?.newPerOld;

  it('serves as it stands, further awards and rows without a ratio passed over', () =>
    assert.deepEqual(
      [12, 10, 9.99, 5, 9.995, 3].map((price) => at(price)),
      [0.5, 0.5, 0.8, 0.8, undefined, undefined],
    ));

  it('has the first matching row win, also without a To column', () => {
    const rows = [
      [1, 0.5],
      [5, 0.6],
    ];
    assert.equal(at(6, [['Strike From', 'New per Old'], ...rows]), 0.5);
    assert.equal(at(6, [['From', 'New per Old'], ...rows]), 0.6);
    assert.equal(at(6, [['Exercise Price From', 'New per Old'], ['', 0.4], ...rows]), 0.4);
    assert.equal(
      at(6, [
        ['Exercise Price To', 'Old per New'],
        [5, 3],
        [20, 4],
      ]),
      0.25,
    );
  });

  it('is refused where another column decides, and not where that column is blank', () => {
    for (const column of ['Country', 'Portion', 'Closing Price From', 'Exercise Price', 'Level'])
      assert.throws(
        () =>
          at(6, [
            [column, 'From', 'New per Old'],
            ['US', 1, 0.5],
          ]),
        {
          kind: 'value',
          message: new RegExp(`exercise price alone, and has the column ${column}`),
        },
      );
    assert.equal(
      at(6, [
        ['Country', 'From', 'New per Old'],
        ['', 1, 0.5],
      ]),
      0.5,
    );
    assert.throws(
      () =>
        at(6, [
          ['From', 'New per Old', 'And'],
          [1, 0.5, 'perhaps'],
        ]),
      {
        message: /And in row 2 of tiers must be Yes or No/,
      },
    );
  });
});

describe('One for one', () => {
  it('is the same either way, and so no ambiguity', () => {
    for (const text of ['1 for 1', '1-for-1', '1.0 per 1', '1 option for each 1 share'])
      assert.equal(parseRatio(text).toString(), '1', text);
    assert.throws(() => parseRatio('2 for 2'), { message: /ambiguous/ });
    assert.throws(() => parseRatio('1 for 2'), { message: /ambiguous/ });
  });
});
