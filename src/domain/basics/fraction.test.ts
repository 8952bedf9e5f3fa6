import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'mocha';
import { RegrantError } from './error.ts';
import { Fraction } from './fraction.ts';

test('a fraction of long numbers becomes the nearest double, as their decimals would', () => {
  const texts = ['0.1', '19.5', '1234567.890123456789', '9007199254740993.5', '0.333333333333333333333'];
  for (const text of texts) {
    const padded = 10n ** 40n;
    const fraction = Fraction.ofDecimal(text);
    assert.ok(fraction);
    assert.equal(fraction.toNumber(), Number(text), text);
    assert.equal(
      Fraction.of(fraction.numerator * padded + 1n, fraction.denominator * padded).toNumber(),
      Number(text),
    );
  }
  assert.equal(Fraction.of(10n ** 400n, 10n ** 399n * 3n).toNumber(), 10 / 3);
  assert.equal(Fraction.of(-(10n ** 400n), 10n ** 399n * 3n).toNumber(), -10 / 3);
  assert.equal(Fraction.of(10n ** 400n).toNumber(), Infinity);
  assert.equal(Fraction.of(1n, 10n ** 400n).toNumber(), 0);
});

test('a ratio in a cell means its decimal up to ten decimals, and the simplest fraction beyond', () => {
  assert.equal(Fraction.ofNumber(0.3333).toString(), '3333/10000');
  assert.equal(Fraction.ofNumber(1 / 7).toString(), '1/7');
  assert.equal(Fraction.ofNumber(3).toString(), '3');
  assert.equal(Fraction.ofNumber(2 ** 53).toString(), '9007199254740992');
});

/** The least denominator of a fraction within 1e-12 of a number from 1 to 16, tried one by one. */
function leastDenominator(value: number): number {
  const exact = BigInt(value * 2 ** 52);
  const scale = 2n ** 52n;
  for (let d = 1; ; d++) {
    const n = Math.round(value * d);
    // Doubles rule out all but a few; those are weighed exactly: |n/d - value| <= 1e-12.
    if (Math.abs(n - value * d) > 1e-8 + 2e-12 * d) continue;
    const difference = (BigInt(n) * scale - exact * BigInt(d)) * 10n ** 12n;
    if ((difference < 0n ? -difference : difference) <= BigInt(d) * scale) return d;
  }
}

test('a computed ratio is the fraction that was computed: 1/7, 2/3, 1/3.5', () => {
  assert.equal(Fraction.ofNumber(1 / 7).toString(), '1/7');
  assert.equal(Fraction.ofNumber(2 / 3).toString(), '2/3');
  assert.equal(Fraction.ofNumber(1 / 3.5).toString(), '2/7');
  assert.equal(Fraction.ofNumber(-1 / 3).toString(), '-1/3');
  assert.equal(Fraction.ofNumber(100 + 1 / 3).toString(), '301/3');
  assert.equal(Fraction.ofNumber(1 - 1e-13).toString(), '1');
  assert.equal(Fraction.ofNumber(3.0000000000000004).toString(), '3');
});

test('every ratio of whole numbers up to 100,000 is found again from its quotient', () => {
  const term = fc.integer({ min: 1, max: 100_000 });
  fc.assert(
    fc.property(term, term, (n, d) => {
      const expected = Fraction.of(n, d);
      const shortDecimal = 10n ** 10n % expected.denominator === 0n;
      if (n < 10 * d && !shortDecimal) assert.equal(Fraction.ofNumber(n / d).toString(), expected.toString());
    }),
    { numRuns: 20_000 },
  );
});

test('a number of many decimals is the simplest fraction within 1e-12 of it', () => {
  // The first two have a denominator within a double's error of the tolerance.
  const values = [1.7276849242985508, 1.7276849242985506, Math.PI, Math.E, Math.SQRT2];
  for (let i = 0; i < 40; i++) values.push(1 + ((i * 0.37963114579) % 15) + Math.sin(i) / 3);
  for (const value of values) {
    const found = Fraction.ofNumber(value);
    assert.equal(Number(found.denominator), leastDenominator(value), value.toString());
    assert.ok(Math.abs(found.toNumber() - value) < 1.001e-12);
  }
});

test('a number of up to ten decimals is that decimal, however Excel writes it', () => {
  assert.equal(Fraction.ofNumber(0.1).toString(), '1/10');
  assert.equal(Fraction.ofNumber(1e-7).toString(), '1/10000000');
  assert.equal(Fraction.ofNumber(1.5e-9).toString(), '3/2000000000');
  assert.equal(Fraction.ofNumber(0.0000000001).toString(), '1/10000000000');
  assert.equal(Fraction.ofNumber(0).toString(), '0');
  assert.equal(Fraction.ofNumber(1e21).toString(), `1${'0'.repeat(21)}`);
});

test('decimal text is the fraction it writes, and other text is none', () => {
  assert.equal(Fraction.ofDecimal('12.5')?.toString(), '25/2');
  assert.equal(Fraction.ofDecimal('-.5')?.toString(), '-1/2');
  assert.equal(Fraction.ofDecimal('3.')?.toString(), '3');
  for (const text of ['', '.', '-', '1e3', '1/2', '1,000', 'x'])
    assert.equal(Fraction.ofDecimal(text), undefined);
});

test('portions add, scale and compare without rounding', () => {
  const third = Fraction.of(1, 3);
  assert.ok(third.plus(third).plus(third).equals(Fraction.ONE));
  assert.equal(Fraction.of(1, 48).times(Fraction.of(36)).toString(), '3/4');
  assert.equal(Fraction.of(-3, -6).toString(), '1/2');
  assert.equal(Fraction.of(3, -6).toString(), '-1/2');
  assert.ok(Fraction.of(333, 1000).compare(third) < 0);
  assert.ok(third.minus(Fraction.of(1, 2)).compare(Fraction.ZERO) < 0);
  assert.throws(() => Fraction.of(1, 0), RegrantError);
  assert.throws(() => third.dividedBy(Fraction.ZERO), RegrantError);
});
