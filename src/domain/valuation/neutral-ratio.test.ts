import assert from 'node:assert/strict';
import fc from 'fast-check';
import { incrementalCost } from './incremental-cost.ts';
import { neutralRatio } from './neutral-ratio.ts';

describe('The neutral ratio', () => {
  it('is the new value over the old one, rounded up to the step', () => {
    assert.equal(neutralRatio(3, 9), 3);
    assert.equal(neutralRatio(3, 9, 0.25), 3);
    assert.equal(neutralRatio(2.35, 4.2, 0.1), 1.8);
    assert.equal(neutralRatio(2.35, 4.2, 0.25), 2);
  });

  it('adds no step for the noise of a computed value', () =>
    assert.equal(neutralRatio(0.1 + 0.2, 0.9, 0.1), 3));

  it('gives nothing away: as many old options as it says are worth what a new one is', () => {
    const value = fc.integer({ min: 1, max: 1e6 }).map((n) => n / 1e4);
    fc.assert(
      fc.property(value, value, fc.constantFrom(0.01, 0.05, 0.1, 0.25, 1), (old, renewed, step) => {
        const ratio = neutralRatio(old, renewed, step);
        assert.ok(incrementalCost(1, old * ratio, 1, renewed) < 1e-9 * renewed);
        assert.ok((ratio - step) * old < renewed);
      }),
      { numRuns: 300 },
    );
  });

  it('of an old option that is worth nothing is refused', () =>
    assert.throws(() => neutralRatio(0, 9), { message: /^oldValue must be more than 0/ }));
});
