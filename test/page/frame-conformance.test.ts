/** The conformance tests of the host, which the bridge passes, on the frame transport in Chromium. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { needs } from '../tools.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bridge = join(root, 'packages/embedded-excel/src/bridge');

interface Report {
  readonly stats: { readonly passes: number; readonly failures: number };
  readonly failures: readonly { readonly fullTitle: string; readonly err: { readonly message?: string } }[];
}

describe('the frame transport', () => {
  needs('chromium');

  it('passes the conformance tests that the bridge passes', () => {
    const files = readdirSync(bridge).filter((name) =>
      /(?:conformance|custom-functions)\.test\.ts$/.test(name),
    );
    assert.ok(files.length >= 6);
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        createRequire(import.meta.url).resolve('mocha/bin/mocha.js'),
        '--require',
        join(root, 'test/page/on-the-frame.ts'),
        '--reporter',
        'json',
        ...files.map((name) => join(bridge, name)),
      ],
      { cwd: root, encoding: 'utf8', maxBuffer: 1e8, timeout: 500_000, killSignal: 'SIGKILL' },
    );
    const start = stdout.indexOf('{\n  "stats"');
    assert.ok(start >= 0, `mocha gave no report: ${stderr}`);
    const { stats, failures } = JSON.parse(stdout.slice(start)) as Report;
    assert.deepEqual(
      failures.map(({ fullTitle, err }) => `${fullTitle}: ${err.message ?? ''}`),
      [],
    );
    assert.ok(stats.passes > 50, `${stats.passes} tests`);
  });
});
