import assert from 'node:assert/strict';
import { test } from 'mocha';
import { breakeven } from './breakeven.ts';
import { compareAwards } from './compare.ts';
import { gain } from './gain.ts';

// The break-even slide of the reference offer (Lantronix 2002).
const MARKET = [2, 6, 10, 14, 18, 20];

test('gains are those of the reference offer, with and without the reverse split', () => {
  const gains = (shares: number, price: number) => MARKET.map((market) => gain(shares, price, market));
  assert.deepEqual(gains(1000, 6), [0, 0, 4000, 8000, 12000, 14000]);
  assert.deepEqual(gains(750, 1.5), [375, 3375, 6375, 9375, 12375, 13875]);
  assert.deepEqual(gains(334, 18), [0, 0, 0, 0, 0, 668]);
  assert.deepEqual(gains(250, 4.5), [0, 375, 1375, 2375, 3375, 3875]);
});

test('a gain has no binary dust: 1,000 shares from 3.01 to 3.33 gain 320', () => {
  assert.equal(gain(1000, 3.01, 3.33), 320);
  assert.equal(gain(3, 0.1, 0.3), 0.6);
  assert.equal(gain(2 ** 53, 0.5, 1), 2 ** 52);
});

test("the reference offer's awards break even at 19.50", () => {
  assert.equal(breakeven(1000, 6, 750, 1.5), 19.5);
});

test('the old award is ahead from its own price on where it has no fewer shares at no higher a price', () => {
  assert.equal(breakeven(1000, 6, 750, 8), 6);
  assert.equal(breakeven(1000, 6, 1000, 8), 6);
  assert.equal(breakeven(1000, 6, 750, 6), 6);
  // Nothing in exchange: everything above the old price is lost.
  assert.equal(breakeven(1000, 6, 0, 0), 6);
});

test('stock units break even where the options they replace catch up', () => {
  assert.equal(breakeven(1000, 6, 250, 0), 8);
});

test('there is no break-even where the old award is never ahead, or not for good', () => {
  const none: [number, number, number, number][] = [
    [1000, 6, 1000, 6],
    [1000, 6, 1000, 5],
    // A price that was computed is the price that it shows.
    [1000, 3.01, 1000, 3.0100000000000002],
    [750, 6, 1000, 1.5],
    [750, 1.5, 1000, 6],
    [0, 6, 0, 8],
    [0, 6, 10, 8],
  ];
  for (const awards of none)
    assert.throws(() => breakeven(...awards), { kind: 'notAvailable', message: /There is no break-even/ });
});

test('awards compare as current, new or same', () => {
  assert.deepEqual(
    compareAwards(1000, 6, 750, 1.5, [1, 2, 19.5, 20]).map(({ better }) => better),
    ['Same', 'New', 'Same', 'Current'],
  );
  // A cent between large gains is a cent.
  assert.equal(compareAwards(999989, 0.01, 999988, 0, [9999.9])[0]?.better, 'Current');
});
