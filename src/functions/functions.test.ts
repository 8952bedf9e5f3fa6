import assert from 'node:assert/strict';
import { createContext, runInContext, runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { excelRuntime, shown } from '../../test/formula.ts';
import { functionsBundle } from './bundle.fixture.ts';
import { CATALOGUE } from './catalogue.ts';

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
    source = await functionsBundle();
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
