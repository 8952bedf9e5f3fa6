import assert from 'node:assert/strict';
import { test } from 'mocha';
import { decimalScale, exactDecimal, roundHalfUp } from './decimal.ts';

test('a price is the decimal that was typed, not the binary number beneath it', () => {
  assert.equal(exactDecimal(0.1).toString(), '1/10');
  assert.equal(exactDecimal(18.25).toString(), '73/4');
  assert.equal(exactDecimal(1e-9).toString(), '1/1000000000');
  assert.equal(exactDecimal(1.5e300).toString(), `15${'0'.repeat(299)}`);
  assert.equal(exactDecimal(3.0100000000000002).toString(), '15050000000000001/5000000000000000');
});

test('prices of up to eight decimals are scaled to whole numbers, others are not', () => {
  assert.equal(decimalScale(6), 1);
  assert.equal(decimalScale(1.5), 10);
  assert.equal(decimalScale(0.00000001), 1e8);
  assert.equal(decimalScale(1 / 3), undefined);
  assert.equal(decimalScale(1e16), undefined);
});

test('a price rounds half up as the decimal that its cell shows', () => {
  const cases: [number, number, number][] = [
    [1.005, 2, 1.01],
    [2.675, 2, 2.68],
    [1.0049999999999999, 2, 1.01],
    [1.0049, 2, 1],
    [20.8, 2, 20.8],
    [0.5, 0, 1],
    [-0.5, 0, 0],
    [-1.005, 2, -1],
    [1e21, 2, 1e21],
    [1 / 3, 15, 0.333333333333333],
  ];
  for (const [amount, decimals, expected] of cases)
    assert.equal(roundHalfUp(amount, decimals) + 0, expected, `${amount} to ${decimals}`);
});
