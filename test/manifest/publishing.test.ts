/** What docs/publishing.md hands over to a store or an administrator: it refers to what there is, and keeps to length. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';

const guide = readFileSync(join(root, 'docs/publishing.md'), 'utf8');

describe('The guide to publishing', () => {
  it('shows each point by a test or a source that there is', () => {
    const named = [...guide.matchAll(/`((?:test|scripts|src|assets)\/[\w./-]+)`/g)].map(
      ([, path = '']) => path,
    );
    assert.ok(named.length >= 15);
    for (const path of named) assert.ok(existsSync(join(root, path)), path);
  });

  it('speaks of every policy that concerns an add-in with custom functions', () => {
    const policies = [...guide.matchAll(/^\| (\d+\.[\d.]+)/gm)].map(([, number]) => number);
    const general = [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15].map((part) => `100.${part}`);
    const office = [1, 3, 4, 5, 6, 7, 8].map((part) => `1100.${part}`);
    const addins = ['1120.1', '1120.2', '1120.3', '1120.4', '1120.5.1', '1120.5.2', '1120.5.3', '1120.5.4'];
    assert.deepEqual(policies, [...general, ...office, ...addins]);
  });

  it('leaves no point without a state', () => {
    const points = guide
      .slice(guide.indexOf('## 5. The store'))
      .split('\n')
      .filter((line) => /^\| (?:\d|\s{3})/.test(line));
    assert.ok(points.length >= 30);
    for (const point of points) {
      const state = point.split('|').at(-2) ?? '';
      assert.match(state, /Met|\*\*Open\*\*|Not concerned/, point);
    }
  });

  it('has a summary as short as the store wants it', () => {
    const [, said, summary = ''] = /\*\*Summary\*\* \((\d+) characters\) (.+)/.exec(guide) ?? [];
    assert.equal(Number(said), summary.length);
    assert.ok(summary.length <= 100);
  });
});
