import assert from 'node:assert/strict';
import { valueScale } from './value-scale.ts';

describe("a chart's value axis", () => {
  it('goes in round steps from zero to well beyond the largest figure', () => {
    assert.deepEqual(valueScale([120, 487], 5).ticks, [0, 100, 200, 300, 400, 500, 600]);
    assert.deepEqual(valueScale([0.12, 0.31], 4).ticks, [0, 0.1, 0.2, 0.3, 0.4]);
  });

  it('ends at the whole where figures are shares of it', () => {
    assert.deepEqual(valueScale([0.4, 1], 5, 0).ticks, [0, 0.2, 0.4, 0.6, 0.8, 1]);
  });

  it('goes below zero for negative figures', () => {
    assert.deepEqual(valueScale([-30, 45], 4).ticks, [-40, -20, 0, 20, 40, 60]);
  });

  it('has a length even where there is nothing to show', () => {
    assert.deepEqual(valueScale([], 4).ticks, [0, 1]);
    assert.deepEqual(valueScale([0, 0], 4).ticks, [0, 1]);
  });
});
