import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext, runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import webpack from 'webpack';
import { distIsFresh } from '../../scripts/dist-stamp.mjs';
import { root } from '../../scripts/root.mjs';
import { excelRuntime, shown } from '../../test/formula.ts';
import configure from '../../webpack.config.js';
import { CATALOGUE } from './catalogue.ts';

/** `npm test` builds first; where a file is tested alone, the bundle is built as the build would. */
async function bundle(): Promise<string> {
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

/** What the language itself defines, without what Node's contexts add to it. */
const LANGUAGE: ReadonlySet<PropertyKey> = new Set(
  (runInNewContext('Object.getOwnPropertyNames(globalThis)') as string[]).filter(
    (name) => !['console', 'globalThis', 'eval', 'Function', 'Date', 'WebAssembly'].includes(name),
  ),
);

describe('dist/functions.js, loaded alone', function () {
  const bodies = new Map<string, (...given: readonly unknown[]) => unknown>();
  const touched = new Set<string>();
  let source = '';

  before(async () => {
    source = await bundle();
    // Every name that the bundle does not define itself is looked up here first.
    const watched = new Proxy(
      {},
      {
        has: (_, name) => {
          if (name !== 'CustomFunctions' && !LANGUAGE.has(name)) touched.add(String(name));
          return false;
        },
      },
    );
    const bare = createContext(
      { CustomFunctions: excelRuntime(bodies) },
      { codeGeneration: { strings: false, wasm: false } },
    );
    const load = runInContext(`(function (watched) { with (watched) { ${source} } })`, bare) as (
      names: object,
    ) => void;
    load(watched);
  });

  it('registers every function', () =>
    assert.deepEqual(
      [...bodies.keys()],
      CATALOGUE.map(({ name }) => name),
    ));

  it('weighs at most 60 KB compressed', () => {
    const size = gzipSync(source).length;
    assert.ok(size <= 60 * 1024, `${size} bytes`);
  });

  for (const { name, examples } of CATALOGUE)
    examples.forEach(({ arguments: given, result }, index) =>
      it(`calculates example ${index + 1} of ${name}`, () =>
        assert.deepEqual(shown(bodies.get(name)?.(...given)), shown(result))),
    );

  it('answers a bad argument with the error that Excel defines', () =>
    assert.throws(() => bodies.get('NEWSHARES')?.(1000, '3 for 4'), {
      name: 'FormulaError',
      code: '#VALUE!',
      message: /is ambiguous/,
    }));

  it('touches nothing of the global but CustomFunctions and the language', () =>
    // Last, so that the calls above have been watched too.
    assert.deepEqual([...touched], []));
});
