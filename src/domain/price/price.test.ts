import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'mocha';
import type { CellValue } from '../basics/cell.ts';
import { parseMoment } from '../basics/day.ts';
import { exercisePrice, parseMissingPrice } from './exercise-price.ts';
import { formatPriceRule, parsePriceRule } from './price-rule.ts';
import { compilePrices, lastPriceDay } from './price-table.ts';

const day = (text: string): number => parseMoment(text) ?? NaN;

const WEEK = compilePrices([
  ['Date', 'Open', 'High', 'Low', 'Close', 'Volume'],
  ['2003-07-18', 1, 1.04, 0.96, 1.01, 100],
  ['2003-07-17', 1, 1.02, 0.99, 1, 300],
  ['', '', '', '', '', ''],
  [day('2003-07-21'), 1, 1.02, 1.01, 1.02, 0],
  ['2003-07-23', 1, 1.1, 1, 1.06, 200],
]);

const priceOn = (
  date: string,
  rule: CellValue,
  onMissing?: 'error' | 'previous' | 'next',
  decimals?: number,
) => exercisePrice(day(date), WEEK, parsePriceRule(rule), onMissing, decimals);

test('each rule gives its price on the grant date', () => {
  assert.equal(priceOn('2003-07-21', 'close'), 1.02);
  assert.equal(priceOn('2003-07-21', ''), 1.02);
  assert.equal(priceOn('2003-07-21', 'Previous Close'), 1.01);
  assert.equal(priceOn('2003-07-21', 'average of high and low'), 1.015);
  assert.equal(priceOn('2003-07-21', 'average close of 3 days'), 1.01);
  assert.equal(priceOn('2003-07-21', '2-day VWAP'), 1.01);
  assert.equal(priceOn('2003-07-18', '2-day VWAP'), 1.0025);
  assert.equal(priceOn('2003-07-21', '85% of close'), 0.867);
  assert.equal(priceOn('2003-07-21', 'greater of close and 4.50'), 4.5);
  assert.equal(priceOn('2003-07-21', 'lesser of close and previous close'), 1.01);
  assert.equal(priceOn('2003-07-21', 3.01), 3.01);
  assert.equal(priceOn('2003-07-21', '3.01'), 3.01);
});

test('prices round half up as decimals: an average of 1.015 is 1.02', () => {
  assert.equal(priceOn('2003-07-21', 'average of high and low', 'error', 2), 1.02);
  assert.equal(priceOn('2003-07-21', '85% of close', 'error', 2), 0.87);
  assert.equal(priceOn('2003-07-21', 1.005, 'error', 2), 1.01);
  assert.equal(priceOn('2003-07-21', 'close', 'error', 0), 1);
});

test('where the grant date has no price, the day before or after it stands in, and a window ends there', () => {
  assert.equal(priceOn('2003-07-22', 'close', 'previous'), 1.02);
  assert.equal(priceOn('2003-07-22', 'close', 'next'), 1.06);
  assert.equal(priceOn('2003-07-22', 'average close of 2 days', 'previous'), 1.015);
  assert.equal(priceOn('2003-07-22', 'average close of 2 days', 'next'), 1.04);
  // The previous close, and a price that is a number, need no price on the date itself.
  assert.equal(priceOn('2003-07-22', 'previous close'), 1.02);
  assert.equal(priceOn('2003-07-22', 'previous close', 'next'), 1.02);
  assert.equal(priceOn('2003-08-30', 4.5), 4.5);
  assert.throws(() => priceOn('2003-07-22', 'close'), {
    kind: 'notAvailable',
    message: 'prices must have a price on 2003-07-22, the grant date, and has none.',
  });
  assert.throws(() => priceOn('2003-07-01', 'close', 'previous'), /on or before 2003-07-01/);
  assert.throws(() => priceOn('2003-07-24', 'close', 'next'), /on or after 2003-07-24/);
  assert.throws(() => priceOn('2003-07-17', 'previous close'), /a price before 2003-07-17/);
});

test('a window longer than the prices is not available', () => {
  assert.throws(() => priceOn('2003-07-21', 'average close of 4 days'), {
    kind: 'notAvailable',
    message: /must have 4 trading days up to 2003-07-21 .*, and has 3\./,
  });
  assert.throws(() => priceOn('2003-07-21', '1-day VWAP'), /no Volume other than 0/);
});

// Apple 2003, France: the greater of the price on the grant date and 80% of the 20-day average before it.
test("Apple's French rule takes 80% of a 26.00 average over a close of 20.00, and the close over one of 24.00", () => {
  const rule = parsePriceRule('greater of close and 80% of average close of 20 days');
  const pricesOf = (average: number) => {
    const before = (average * 20 - 20) / 19;
    return compilePrices(Array.from({ length: 20 }, (_, i) => [37896 + i, i === 19 ? 20 : before]));
  };
  assert.equal(exercisePrice(37915, pricesOf(26), rule, 'error', 2), 20.8);
  assert.equal(exercisePrice(37915, pricesOf(24), rule, 'error', 2), 20);
  assert.equal(exercisePrice(37915, pricesOf(26), parsePriceRule('100% of close')), 20);
});

test('a rule prints the words that parse to it, whatever the case, spaces, - and _ were', () => {
  const canonical: [string | number, string][] = [
    ['CLOSE', 'close'],
    ['Previous_Close', 'previous close'],
    ['previousclose', 'previous close'],
    ['Average of High and Low', 'average of high and low'],
    ['average  close of 20 day', 'average close of 20 days'],
    ['20 day vwap', '20-day VWAP'],
    ['20DayVWAP', '20-day VWAP'],
    ['_20_day_VWAP_', '20-day VWAP'],
    ['average-close-of-20-days', 'average close of 20 days'],
    ['+4.50', '4.5'],
    ['80.50 % of Close', '80.5% of close'],
    ['Greater of close and 4.50', 'greater of close and 4.5'],
    ['greater of close and 1,250', 'greater of close and 1250'],
    [4.5, '4.5'],
    [
      'greater of average of high and low and lesser of 80% of 5-day VWAP and previous close',
      'greater of average of high and low and lesser of 80% of 5-day VWAP and previous close',
    ],
    ['lesser of greater of close and 1 and 2', 'lesser of greater of close and 1 and 2'],
  ];
  for (const [written, words] of canonical) {
    const rule = parsePriceRule(written);
    assert.equal(formatPriceRule(rule), words);
    assert.deepEqual(parsePriceRule(words), rule);
  }
});

test('a rule may be as of the last trading day before the grant date, which needs no price of its own', () => {
  const table = compilePrices([
    ['Date', 'Close', 'High', 'Low', 'Volume'],
    [100, 1, 2, 1, 100],
    [101, 2, 3, 1, 100],
    [102, 3, 4, 1, 300],
    [105, 9, 9, 9, 100],
  ]);
  const price = (rule: string, date = 105) => exercisePrice(date, table, parsePriceRule(rule));
  for (const date of [103, 104, 105]) {
    assert.equal(price('previous average of high and low', date), 2.5);
    assert.equal(price('average close of 2 days before', date), 2.5);
    assert.equal(price('previous average close of 2 days', date), 2.5);
    assert.equal(price('previous 2-day VWAP', date), 2.75);
    assert.equal(price('previous 80% of close', date), 2.4);
    assert.equal(price('previous previous close', date), 2);
    assert.equal(price('greater of previous close and 4.50', date), 4.5);
    assert.equal(price('lesser of average close of 3 days before and previous close', date), 2);
  }
  assert.throws(() => price('previous average of high and low', 100), { kind: 'notAvailable' });
  assert.throws(() => price('average close of 4 days before'), {
    kind: 'notAvailable',
    message: /must have 4 trading days/,
  });
  for (const [text, words] of [
    ['previous average close of 2 days', 'average close of 2 days before'],
    ['Previous-Close', 'previous close'],
    ['previous 2 day vwap', 'previous 2-day VWAP'],
    ['85% of previous average of high and low', '85% of previous average of high and low'],
  ] as const) {
    assert.equal(formatPriceRule(parsePriceRule(text)), words);
    assert.deepEqual(parsePriceRule(words), parsePriceRule(text));
  }
});

test('what is no rule is refused with the rules that are', () => {
  const wrong = [
    'open',
    'close close',
    'greater of close',
    '80%',
    '% of close',
    'average close of days',
    'close!',
  ];
  for (const words of [...wrong, 'x'.repeat(32767), 'greater of '.repeat(40) + 'close', '1 2', true])
    assert.throws(() => parsePriceRule(words), {
      kind: 'value',
      message: /^rule .{1,80} is not an exercise price rule: use close, previous close, /,
    });
  assert.throws(
    () => parsePriceRule('0-day VWAP'),
    /rule "0-day VWAP" must count whole trading days, from 1 to/,
  );
  assert.throws(() => parsePriceRule('average close of 2.5 days'), /must count whole trading days/);
  assert.throws(() => parsePriceRule('0% of close'), /must take a per cent above zero/);
  for (const negative of [-1, '-1', 'greater of close and -4.50'])
    assert.throws(() => parsePriceRule(negative), {
      kind: 'number',
      message: /must not be a negative price/,
    });
  assert.throws(
    () => parseMissingPrice('prior'),
    /onMissing "prior" is not known: use error, previous or next/,
  );
  assert.equal(parseMissingPrice(' Previous '), 'previous');
  assert.throws(() => priceOn('2003-07-21', 'close', 'error', 2.5), {
    kind: 'number',
    message: /decimals must be/,
  });
});

test('two columns without headers are dates and closes; dates that have no close yet are no trading days', () => {
  const table = compilePrices([
    ['2003-07-21', 1.5],
    ['2003-07-18T16:00', '1.25'],
    ['2003-07-22', ''],
    [0, 0],
    ['2003-07-23', 0],
  ]);
  assert.deepEqual(
    table.days.map(({ day: d, close }) => [d, close]),
    [
      [day('2003-07-18'), 1.25],
      [day('2003-07-21'), 1.5],
    ],
  );
  assert.equal(lastPriceDay(table), day('2003-07-21'));
  assert.equal(lastPriceDay(compilePrices([['Date', 'Close']])), undefined);
});

test('a price table that cannot be meant is refused by its cell', () => {
  const refused = (grid: CellValue[][], kind: string, message: RegExp) =>
    assert.throws(() => compilePrices(grid), { kind, message });
  refused(
    [
      ['Date', 'Open'],
      ['2003-07-21', 1],
    ],
    'value',
    /prices must have a column Close/,
  );
  refused([['Date', 'Close', 'Close']], 'value', /one column Close, and has two/);
  refused([[37823, 1, 2]], 'value', /prices must have headers/);
  refused([[37823]], 'value', /prices must have headers/);
  refused(
    [
      ['Date', 'Close'],
      ['soon', 1],
    ],
    'value',
    /Date in row 2 of prices must be a date, .* not "soon"/,
  );
  refused(
    [
      ['Date', 'Close'],
      [37823, 'n/a'],
    ],
    'value',
    /Close on 2003-07-21 in prices must be a number, not "n\/a"/,
  );
  refused(
    [
      ['Date', 'Close'],
      [37823, -1],
    ],
    'number',
    /Close on 2003-07-21 in prices must not be negative/,
  );
  refused(
    [
      [37823, 1],
      ['2003-07-21', 1],
    ],
    'value',
    /one price for a date, and has two for 2003-07-21/,
  );
  const closes = compilePrices([[37823, 1]]);
  assert.throws(
    () => exercisePrice(37823, closes, parsePriceRule('average of high and low')),
    /prices must have a column High for this rule/,
  );
});

test('averages and windows are those that whole cents give, whatever the order of the dates', () => {
  const tradingDay = fc.record({
    day: fc.integer({ min: 37000, max: 37060 }),
    close: fc.integer({ min: 1, max: 100_000 }),
    volume: fc.integer({ min: 1, max: 1_000_000 }),
  });
  const days = fc.uniqueArray(tradingDay, { selector: ({ day: at }) => at, minLength: 1 });
  fc.assert(
    fc.property(
      days,
      fc.integer({ min: 36995, max: 37065 }),
      fc.integer({ min: 1, max: 5 }),
      (all, date, n) => {
        const rows = all.map(({ day: at, close, volume }) => [at, close / 100, volume]);
        const table = compilePrices([['Date', 'Close', 'Volume'], ...rows]);
        const sorted = [...all].sort((a, b) => a.day - b.day);
        const ended = sorted.filter((one) => one.day <= date).slice(-n);
        const price = (rule: string) => exercisePrice(date, table, parsePriceRule(rule), 'previous');
        if (ended.length < n) {
          assert.throws(() => price(`average close of ${n} days`), { kind: 'notAvailable' });
          assert.throws(() => price(`${n}-day VWAP`), { kind: 'notAvailable' });
          return;
        }
        const cents = ended.reduce((sum, { close }) => sum + close, 0);
        assert.equal(price(`average close of ${n} days`), cents / (100 * n));
        const volume = ended.reduce((sum, one) => sum + one.volume, 0);
        const value = ended.reduce((sum, one) => sum + one.close * one.volume, 0);
        assert.equal(price(`${n}-day VWAP`), value / (100 * volume));
        assert.equal(price('close'), (ended.at(-1)?.close ?? 0) / 100);
      },
    ),
  );
});
