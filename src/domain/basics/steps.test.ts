import assert from 'node:assert/strict';
import { atOnce, mapInSteps } from './steps.ts';

describe('a computation in steps', () => {
  const items = Array.from({ length: 4_001 }, (_, index) => index);

  it('gives what it gives without them', () => {
    const pairs = atOnce(mapInSteps(items, (item, index) => [item * 2, index]));
    assert.deepEqual(
      pairs,
      items.map((item, index) => [item * 2, index]),
    );
  });

  it('hands back control after each part of the items, and does no more until it is asked', () => {
    let done = 0;
    const steps = mapInSteps(items, () => done++);
    const seen: number[] = [];
    while (steps.next().done !== true) seen.push(done);
    assert.deepEqual(seen, [2_000, 4_000, 4_001]);
  });
});
