/** Where a build says that it is served: in two files alone, which take the address of the server that it is for. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';
import { attribute, descendants, onlyElement, parseXml } from '../xml-tree.ts';

const dist = join(root, 'dist');

const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) =>
  statSync(join(dist, path)).isFile(),
);
const text = (file: string): string => readFileSync(join(dist, file), 'latin1');

describe('the address in a build', () => {
  const manifest = parseXml(text('manifest.xml'));
  const { origin } = new URL(attribute(onlyElement(manifest, 'SupportUrl'), 'DefaultValue'));

  it('stands in the manifest and in functions.json, and nowhere else', () => {
    assert.deepEqual(files.filter((file) => text(file).includes(new URL(origin).host)).sort(), [
      'functions.json',
      'manifest.xml',
    ]);
  });

  it('is the only one that is not for everybody: no other host of one machine', () => {
    for (const file of files)
      assert.doesNotMatch(text(file).replaceAll(origin, ''), /localhost|127\.0\.0\.1/i, file);
  });

  it('leads to files that are there, for each address in the manifest', () => {
    const addresses = [...descendants(manifest)]
      .filter(({ name }) => name !== 'OfficeApp')
      .flatMap(({ attributes }) => [...attributes.values()])
      .filter((value) => value.startsWith(`${origin}/`));
    assert.ok(addresses.length > 50);
    for (const address of addresses) assert.ok(files.includes(address.slice(origin.length + 1)), address);
  });

  it('leads to a help page for each function', () => {
    const { functions } = JSON.parse(text('functions.json')) as { functions: { helpUrl?: string }[] };
    assert.ok(functions.length > 0);
    for (const { helpUrl = '' } of functions) {
      assert.ok(helpUrl.startsWith(`${origin}/`), helpUrl);
      assert.ok(files.includes(new URL(helpUrl).pathname.slice(1)), helpUrl);
    }
  });
});
