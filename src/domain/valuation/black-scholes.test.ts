import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { blackScholes } from './black-scholes.ts';

const figures = JSON.parse(
  readFileSync(new URL('../../../test/data/valuation/black-scholes.json', import.meta.url), 'utf8'),
) as { rows: [number, number, number, number, number, number, string][] };

const call = (
  stock: number,
  exercisePrice: number,
  years: number,
  volatility: number,
  rate = 0,
  dividendYield = 0,
) => blackScholes({ stock, exercisePrice, years, volatility, rate, dividendYield });

describe('The Black-Scholes value', () => {
  it('of Hull\u2019s textbook call is 4.75942239287153', () => {
    assert.ok(Math.abs(call(42, 40, 0.5, 0.2, 0.1) - 4.75942239287153) < 5e-14);
  });

  it(`agrees with mpmath to a relative 1e-12 in ${figures.rows.length} cases, at the money, far out, tiny and huge`, () => {
    const off = figures.rows
      .map(([s, k, t, v, r, q, text]) => ({
        at: [s, k, t, v, r, q].join(' '),
        error: Math.abs(call(s, k, t, v, r, q) / Number(text) - 1),
      }))
      .filter(({ error }) => !(error < 1e-12));
    assert.deepEqual(off, []);
  });

  it('at no time or no volatility is exactly what exercising is worth, discounted', () => {
    assert.equal(call(50, 40, 0, 0.3, 0.05), 10);
    assert.equal(call(30, 40, 0, 0.3, 0.05), 0);
    assert.equal(call(50, 40, 1, 0, 0), 10);
    assert.equal(call(50, 40, 2, 0, 0.05, 0.01), 50 * Math.exp(-0.02) - 40 * Math.exp(-0.1));
    assert.equal(call(0, 40, 1, 0.3), 0);
    assert.equal(call(50, 0, 1, 0.3, 0.05), 50);
  });

  it('of negative figures is refused by name', () => {
    assert.throws(() => call(-1, 40, 1, 0.2), { message: 'stock must not be negative, and is -1.' });
    assert.throws(() => call(1, 40, 1, -0.2), { message: /^volatility/ });
  });
});
