import assert from 'node:assert/strict';
import { test } from 'mocha';
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
