/** Lattice values that others published, reached with our lattice where their rules differ in a known way. */
import assert from 'node:assert/strict';
import { latticeValue } from './lattice.ts';

/**
 * Simon Benninga, Financial Modeling, 3rd edition (2008), section 17.8: the Hull-White model of 2004 with n steps a
 * year. Stock and exercise price 50, ten years, vesting after three, 5% interest, 35% volatility, 2.5% dividends, 10%
 * exits a year, exercise at three times the exercise price.
 */
const BENNINGA: readonly (readonly [stepsPerYear: number, value: number])[] = [
  [2, 12.8213],
  [5, 13.287],
  [10, 13.4312],
  [25, 13.5275],
  [50, 13.5646],
  [75, 13.5733],
  [100, 13.5753],
  [200, 13.581],
];

const OPTION = {
  stock: 50,
  exercisePrice: 50,
  years: 10,
  volatility: 0.35,
  rate: 0.05,
  dividendYield: 0.025,
};

/** Benninga lets e/n leave in a step, before vesting too, and exercises only in the steps after the vesting date. */
function asBenninga(stepsPerYear: number): number {
  const stays = 1 - 0.1 / stepsPerYear;
  const behaviour = {
    vestYears: 3 + 1 / stepsPerYear,
    exerciseMultiple: 3,
    exitRate: -Math.log(stays) * stepsPerYear,
    steps: 10 * stepsPerYear,
  };
  return latticeValue(OPTION, behaviour) * stays ** (3 * stepsPerYear + 1);
}

describe('The lattice of Hull and White, as Benninga publishes it', () => {
  for (const [stepsPerYear, value] of BENNINGA)
    it(`is ${value} with ${stepsPerYear} steps a year`, () =>
      assert.equal(asBenninga(stepsPerYear).toFixed(4), value.toFixed(4)));

  it('does without leaving before vesting what it does with it, but for those who left', () => {
    const fair = latticeValue(OPTION, { vestYears: 3, exerciseMultiple: 3, exitRate: 0.1, steps: 2000 });
    assert.ok(Math.abs(fair * Math.exp(-0.3) - 13.581) < 0.01);
  });
});
