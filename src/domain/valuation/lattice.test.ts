import assert from 'node:assert/strict';
import { blackScholes } from './black-scholes.ts';
import { latticeValue } from './lattice.ts';

const MARKET = { stock: 50, exercisePrice: 50, years: 10, volatility: 0.3, rate: 0.05, dividendYield: 0.02 };
const HOLDERS = { vestYears: 3, exerciseMultiple: 2, exitRate: 0.03, steps: 500 };
const near = (actual: number, expected: number, tolerance: number): void => {
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not within ${tolerance} of ${expected}`);
};

describe('The lattice value of an employee option', () => {
  it('of holders who wait to the end is the Black-Scholes value', () => {
    const waiting = { vestYears: 0, exerciseMultiple: undefined, exitRate: 0 };
    near(latticeValue(MARKET, { ...waiting, steps: 2000 }), blackScholes(MARKET), 0.01);
    near(
      latticeValue({ ...MARKET, stock: 20 }, { ...waiting, steps: 2000 }),
      blackScholes({ ...MARKET, stock: 20 }),
      0.01,
    );
  });

  it('on two steps is what one reckons by hand', () => {
    // u = e^0.3, d = e^-0.3, p = (1 - d) / (u - d); vested from the first step on, exercised at 1.2 times.
    const [u, d] = [Math.exp(0.3), Math.exp(-0.3)];
    const p = (1 - d) / (u - d);
    const market = { stock: 10, exercisePrice: 10, years: 2, volatility: 0.3, rate: 0, dividendYield: 0 };
    const up = 10 * u - 10; // 13.50 is above 12: exercised
    const stays = Math.exp(-0.1);
    const down = stays * (p * 0); // its up branch ends at 10, worth nothing; leavers get nothing
    const value = p * up + (1 - p) * down; // at the start nobody has vested
    near(
      latticeValue(market, { vestYears: 1, exerciseMultiple: 1.2, exitRate: 0.1, steps: 2 }),
      value,
      1e-12,
    );
  });

  it('falls with the exit rate and with an early multiple, and never below what leaving at once is worth', () => {
    const value = (changes: object) => latticeValue(MARKET, { ...HOLDERS, ...changes });
    assert.ok(value({ exitRate: 0.1 }) < value({ exitRate: 0.03 }));
    assert.ok(value({ exitRate: 0.03 }) < value({ exitRate: 0 }));
    assert.ok(value({ exerciseMultiple: 1.2 }) < value({ exerciseMultiple: 2 }));
    assert.ok(value({ exitRate: 100, vestYears: 0 }) < 1);
  });

  it('lets nobody leave before vesting: forfeitures are not in fair value', () => {
    const late = { ...HOLDERS, vestYears: 10, exerciseMultiple: undefined };
    assert.equal(
      latticeValue(MARKET, { ...late, exitRate: 5 }),
      latticeValue(MARKET, { ...late, exitRate: 0 }),
    );
  });

  it('at no time is what exercising is worth, and without volatility follows the one path', () => {
    assert.equal(latticeValue({ ...MARKET, stock: 60, years: 0 }, HOLDERS), 10);
    const certain = { ...MARKET, volatility: 0, dividendYield: 0 };
    near(
      latticeValue(certain, { ...HOLDERS, exerciseMultiple: undefined, exitRate: 0 }),
      50 - 50 * Math.exp(-0.5),
      1e-9,
    );
  });

  it('refuses figures outside their domain by name', () => {
    const refused = (changes: object, message: RegExp) => {
      assert.throws(() => latticeValue(MARKET, { ...HOLDERS, ...changes }), { message });
    };
    refused({ vestYears: -1 }, /^vestYears must not be negative/);
    refused({ exerciseMultiple: 0.5 }, /^exerciseMultiple must be at least 1/);
    refused({ exitRate: -0.1 }, /^exitRate/);
    assert.throws(() => latticeValue({ ...MARKET, volatility: 0.001 }, { ...HOLDERS, steps: 5 }), {
      message: /^steps must be more/,
    });
  });
});
