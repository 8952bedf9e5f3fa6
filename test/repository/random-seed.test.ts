import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { root } from '../../scripts/root.mjs';

const SEED_FILE = pathToFileURL(join(root, 'test/random-seed.ts')).href;

/** What a process with that REGRANT_SEED draws, or why it does not begin. */
function drawWith(seed: string): { status: number | null; drawn: string; problem: string } {
  const program = `await import(${JSON.stringify(SEED_FILE)});
    const { default: fc } = await import('fast-check');
    console.log(process.env.REGRANT_SEED, fc.sample(fc.integer(), 3).join());`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', program],
    { cwd: root, encoding: 'utf8', env: { ...process.env, REGRANT_SEED: seed } },
  );
  return { status, drawn: stdout, problem: stderr };
}

describe('Random tests', () => {
  it('use the seed that the run prints at its head', () => {
    assert.equal(String(fc.readConfigureGlobal().seed), process.env['REGRANT_SEED']);
  });

  it('draw the same cases again from the same seed, and others from another', () => {
    const fixed = drawWith('');
    assert.match(fixed.drawn, /^20030721 /);
    assert.deepEqual(drawWith('20030721'), fixed);
    const fresh = drawWith('fresh');
    assert.notEqual(fresh.drawn, fixed.drawn);
    assert.deepEqual(drawWith(fresh.drawn.split(' ')[0] ?? ''), fresh);
  });

  it('name the seed and the path of a counterexample', () => {
    const failing = fc.property(fc.nat(), (n) => n < 0);
    assert.throws(() => fc.assert(failing, { numRuns: 1 }), {
      message: new RegExp(`seed: ${String(process.env['REGRANT_SEED'])}, path: "`),
    });
  });

  it('do not begin with a seed that is not a whole number', () => {
    for (const seed of ['soon', '1.5', '4294967296']) {
      const { status, problem } = drawWith(seed);
      assert.equal(status, 1);
      assert.match(problem, /REGRANT_SEED must be a whole number of 32 bits or "fresh", and is/);
    }
  });
});
