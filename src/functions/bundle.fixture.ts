/** The built functions.js, as Excel loads it, for tests and benchmarks. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import webpack from 'webpack';
import { distIsFresh } from '../../scripts/dist-stamp.mjs';
import { root } from '../../scripts/root.mjs';
import configure from '../../webpack.config.js';

/** `npm test` builds first; where a file is tested alone, the bundle is built as the build would. */
export async function functionsBundle(): Promise<string> {
  if (distIsFresh()) return readFileSync(join(root, 'dist/functions.js'), 'utf8');
  const folder = mkdtempSync(join(tmpdir(), 'regrant-functions-'));
  try {
    const all = await configure({}, { mode: 'production' });
    const configuration = all.find(({ name }) => name === 'functions');
    assert.ok(configuration);
    const compiler = webpack({ ...configuration, output: { ...configuration.output, path: folder } });
    await new Promise<void>((resolve, reject) => {
      compiler.run((error, stats) => {
        if (stats?.hasErrors() === false) resolve();
        else reject(error ?? new Error(stats?.toString('errors-only')));
      });
    });
    assert.ok(existsSync(join(folder, 'functions.json')));
    return readFileSync(join(folder, 'functions.js'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
