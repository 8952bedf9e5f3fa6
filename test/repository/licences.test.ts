import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALLOWED, LICENCES_FILE, licenceOf, packageFolder } from '../../scripts/licences-plugin.mjs';
import { root } from '../../scripts/root.mjs';

interface LockedPackage {
  readonly dev?: true;
}

/** The packages that are installed for the product itself, by name. */
const productPackages = (): ReadonlySet<string> => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, LockedPackage>>;
  };
  return new Set(
    Object.entries(lock.packages)
      .filter(([path, { dev }]) => path.startsWith('node_modules/') && dev !== true)
      .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)),
  );
};

describe('The licences beside the built add-in', () => {
  const text = readFileSync(join(root, 'dist', LICENCES_FILE), 'utf8');
  const headings = [...text.matchAll(/^-{80}\n(\S+) (\S+) \((.+)\)\n-{80}$/gm)].map(
    ([, name = '', version = '', licence = '']) => ({ name, version, licence }),
  );

  it('name what is built in, small helpers included', () => {
    const names = new Set(headings.map(({ name }) => name));
    for (const name of [
      '@noble/hashes',
      '@emotion/hash',
      '@griffel/core',
      '@stdlib/math-base-special-erfc',
      'react-dom',
    ])
      assert.ok(names.has(name), name);
  });

  it('are all on the list of those that may be given on, each with its text', () => {
    assert.ok(headings.length > 50);
    for (const { name, licence } of headings) assert.ok(ALLOWED.includes(licence), `${name}: ${licence}`);
    const texts = text.split(/^-{80}\n.*\n-{80}$/m).slice(1);
    assert.equal(texts.length, headings.length);
    for (const [index, body] of texts.entries()) assert.ok(body.trim().length > 200, headings[index]?.name);
  });

  it('are of packages of the product, and none of what only builds or tests it', () => {
    const known = productPackages();
    assert.deepEqual(
      headings.filter(({ name }) => !known.has(name)),
      [],
    );
  });

  it('need none for office.js, which Microsoft gives on itself', () => {
    assert.ok(!text.includes('@microsoft/office-js'));
    for (const file of readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.js')))
      assert.ok(!readFileSync(join(root, 'dist', file), 'utf8').includes('OSF.DDA.'), file);
  });

  it('stop the build where a package may not be given on', () => {
    const folder = mkdtempSync(join(tmpdir(), 'regrant-licence-'));
    try {
      const declare = (license: string): void =>
        writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'x', version: '1.0.0', license }));
      declare('GPL-3.0');
      assert.throws(() => licenceOf(folder), /x 1\.0\.0 is under GPL-3\.0/);
      declare('Apache-2.0');
      assert.throws(() => licenceOf(folder), /has no text of its licence/);
      writeFileSync(join(folder, 'LICENSE'), 'The text');
      assert.deepEqual(licenceOf(folder), { heading: 'x 1.0.0 (Apache-2.0)', text: 'The text' });
      mkdirSync(join(folder, 'node_modules', '@scope', 'y'), { recursive: true });
      const inside = join(folder, 'node_modules', '@scope', 'y');
      assert.equal(packageFolder(join(inside, 'lib', 'index.js')), inside);
      assert.equal(packageFolder(join('src', 'index.ts')), undefined);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
