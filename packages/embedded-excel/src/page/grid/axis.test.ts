import assert from 'node:assert/strict';
import { Axis } from './axis.ts';

describe('an axis of rows', () => {
  const axis = new Axis(1000, 20, [
    [2, 50],
    [3, 0],
    [10, 5],
  ]);

  it('begins each row where the sizes of those before it end', () => {
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 10, 11, 12].map((row) => axis.start(row)),
      [0, 20, 40, 90, 90, 110, 210, 215, 235],
    );
  });

  it('finds the row at a place, and never a hidden one', () => {
    for (const row of [0, 1, 2, 4, 9, 10, 11, 500]) {
      assert.equal(axis.at(axis.start(row)), row);
      assert.equal(axis.at(axis.start(row) + axis.size(row) - 1), row);
    }
  });

  it('stays within its rows at places outside of them', () => {
    assert.equal(axis.at(-5), 0);
    assert.equal(axis.at(1e9), 999);
  });

  it('skips hidden rows on the way to the next', () => {
    assert.equal(axis.visible(3, 1), 4);
    assert.equal(axis.visible(3, -1), 2);
    assert.equal(axis.visible(-1, -1), undefined);
  });
});
