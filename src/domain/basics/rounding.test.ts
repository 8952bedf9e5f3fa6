import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'mocha';
import { RegrantError } from './error.ts';
import { Fraction } from './fraction.ts';
import { parseRounding, ROUND_DOWN, ROUND_NEAREST, ROUND_UP, ROUNDINGS, scaleShares } from './rounding.ts';

const THREE_QUARTERS = Fraction.of(3, 4);

test('1000 options at three new for four old are 750, and 1001 are 751 when rounded up', () => {
  assert.equal(scaleShares(1000, THREE_QUARTERS, ROUND_UP), 750);
  assert.equal(scaleShares(1001, THREE_QUARTERS, ROUND_UP), 751);
  assert.equal(scaleShares(1001, THREE_QUARTERS, ROUND_DOWN), 750);
  assert.equal(scaleShares(1001, THREE_QUARTERS, ROUND_NEAREST), 751);
  assert.equal(scaleShares(0, THREE_QUARTERS, ROUND_UP), 0);
});

test('half a share rounds up to the nearest, and less than half down', () => {
  assert.equal(scaleShares(1, Fraction.of(1, 2), ROUND_NEAREST), 1);
  assert.equal(scaleShares(3, Fraction.of(1, 2), ROUND_NEAREST), 2);
  assert.equal(scaleShares(1, Fraction.of(499, 1000), ROUND_NEAREST), 0);
});

test('a ratio of 1.1 gives 110 for 100, which binary fractions would make 111 when rounded up', () => {
  assert.equal(Math.ceil(100 * 1.1), 111);
  assert.equal(scaleShares(100, Fraction.ofNumber(1.1), ROUND_UP), 110);
});

test('shares scale exactly up to 2^53, whatever the ratio', () => {
  const shares = fc.oneof(
    fc.integer({ min: 0, max: 10_000_000 }),
    fc.maxSafeInteger().map(Math.abs),
    fc.constant(2 ** 53),
  );
  const terms = fc.oneof(fc.bigInt({ min: 1n, max: 1000n }), fc.bigInt({ min: 1n, max: 10n ** 30n }));
  fc.assert(
    fc.property(shares, terms, terms, (count, a, b) => {
      const [n, d] = a < b ? [a, b] : [b, a];
      const product = BigInt(count) * n;
      const ratio = Fraction.of(n, d);
      assert.equal(scaleShares(count, ratio, ROUND_DOWN), Number(product / d));
      assert.equal(scaleShares(count, ratio, ROUND_UP), Number((product + d - 1n) / d));
      assert.equal(scaleShares(count, ratio, ROUND_NEAREST), Number((2n * product + d) / (2n * d)));
    }),
    { numRuns: 20_000 },
  );
});

test('at the edge of exact doubles the last share is not lost', () => {
  // 2^53 - 1 shares by (2^53 - 2) / (2^53 - 1) is one share less; a double would round it back up.
  const most = Number.MAX_SAFE_INTEGER;
  assert.equal(scaleShares(most, Fraction.of(most - 1, most), ROUND_DOWN), most - 1);
  assert.equal(scaleShares(2 ** 53, Fraction.of(1, 3), ROUND_DOWN), 3002399751580330);
  assert.equal(scaleShares(2 ** 53, Fraction.of(1, 3), ROUND_UP), 3002399751580331);
});

test('a rounding is known by its name in any case, and a slip is answered with the nearest', () => {
  for (const rounding of ROUNDINGS) assert.equal(parseRounding(` ${rounding.name.toUpperCase()} `), rounding);
  assert.throws(
    () => parseRounding('nearst', 'rounding'),
    (error) =>
      error instanceof RegrantError && /rounding "nearst".*did you mean "nearest"\?/.test(error.message),
  );
});
