import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'mocha';
import { Fraction } from '../basics/fraction.ts';
import { ROUND_NEAREST, ROUND_UP } from '../basics/rounding.ts';
import { mergerShares } from './merger.ts';
import { splitShares } from './split.ts';

test("a 1-for-3 reverse split makes the reference offer's 1,000 at 6.00 into 334 at 18.00, and 750 at 1.50 into 250 at 4.50", () => {
  assert.deepEqual(splitShares(1000, 6, 1, 3, ROUND_UP), { shares: 334, price: 18 });
  assert.deepEqual(splitShares(750, 1.5, 1, 3, ROUND_UP), { shares: 250, price: 4.5 });
});

test('a split rounds shares down unless told otherwise, and the price only where told to', () => {
  assert.deepEqual(splitShares(1000, 6, 1, 3), { shares: 333, price: 18 });
  assert.deepEqual(splitShares(100, 10, 3, 2), { shares: 150, price: 20 / 3 });
  assert.deepEqual(splitShares(100, 10, 3, 2, ROUND_UP, 2), { shares: 150, price: 6.67 });
  assert.deepEqual(splitShares(10, 2.01, 2, 1, ROUND_UP, 2), { shares: 20, price: 1.01 });
  assert.deepEqual(splitShares(10, 3, 1.5, 1), { shares: 15, price: 2 });
  assert.deepEqual(splitShares(0, 0, 1, 3), { shares: 0, price: 0 });
});

test('a split price is the nearest double to the exact quotient', () => {
  const cents = fc.integer({ min: 0, max: 1e9 });
  const side = fc.integer({ min: 1, max: 1000 });
  fc.assert(
    fc.property(cents, side, side, (price, n, o) => {
      const exact = Fraction.of(BigInt(price) * BigInt(o), 100n * BigInt(n)).toNumber();
      assert.equal(splitShares(1, price / 100, n, o).price, exact);
    }),
  );
  assert.equal(splitShares(1, 1 / 3, 1, 3).price, Fraction.ofDecimal('0.9999999999999999')?.toNumber());
});

test('a split with a side that is not above zero is refused', () => {
  assert.throws(() => splitShares(1, 1, 0, 3), {
    kind: 'number',
    message: /newShares must be above zero, and is 0/,
  });
  assert.throws(() => splitShares(1, 1, 1, -3), { kind: 'number', message: /oldShares must be above zero/ });
  assert.throws(() => splitShares(2 ** 53, 1, 2, 1), { kind: 'number', message: /at most 2\^53/ });
});

test('a merger pays stock, and cash in stock at the acquirer price', () => {
  assert.equal(mergerShares(750, 0.4), 300);
  assert.equal(mergerShares(1000, 0.3, 2.1, 21), 400);
  assert.equal(mergerShares(1000, 0, 1, 3), 333);
  assert.equal(mergerShares(1000, 0, 1, 3, ROUND_UP), 334);
  assert.equal(mergerShares(5, 0.5, 0, undefined, ROUND_NEAREST), 3);
  // 0.1 + 0.2 is 0.3 exactly: in binary, 10 shares would make 3.0000000000000004 and round up to 4.
  assert.equal(mergerShares(10, 0.1, 0.2, 1, ROUND_UP), 3);
});

test('a merger with cash needs the acquirer price, above zero; nothing may be negative', () => {
  assert.throws(() => mergerShares(1, 1, 1), { kind: 'value', message: /acquirerPrice must be the price/ });
  assert.throws(() => mergerShares(1, 1, 1, 0), {
    kind: 'number',
    message: /acquirerPrice must be above zero/,
  });
  assert.throws(() => mergerShares(1, -1), { kind: 'number', message: /stockPerShare must not be negative/ });
  assert.throws(() => mergerShares(1, 1, -1, 5), {
    kind: 'number',
    message: /cashPerShare must not be negative/,
  });
  assert.throws(() => mergerShares(1, 1, 0, -5), {
    kind: 'number',
    message: /acquirerPrice must not be negative/,
  });
  assert.throws(() => mergerShares(2 ** 53, 2), { kind: 'number', message: /at most 2\^53/ });
});
