/** What the README and the other pages for people say is so. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { functionsJson } from '../../src/functions/metadata.ts';
import { root } from '../../scripts/root.mjs';

const text = (path: string): string => readFileSync(join(root, path), 'utf8');
/** A table's rows with single spaces, so that columns' widths do not matter. */
const rowsOf = (page: string): readonly string[] =>
  page
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.replace(/\s+/g, ' '));

describe('The README', () => {
  const readme = text('README.md');
  const examples = rowsOf(readme).flatMap((row) => {
    const match = /^\| `(=REGRANT\.(\w+)\(.*?\))` \| (?:`(.*?)`)?/.exec(row);
    return match === null ? [] : [{ formula: match[1] ?? '', name: match[2] ?? '', result: match[3] }];
  });

  it('shows functions that there are', () => {
    const names = new Set(functionsJson().functions.map(({ name }) => name));
    assert.ok(examples.length >= 18);
    for (const { name } of examples) assert.ok(names.has(name), name);
  });

  it('gives results that the tested examples of docs/functions give', () => {
    const pages = readdirSync(join(root, 'docs/functions'));
    const tested = pages.flatMap((page) => rowsOf(text(`docs/functions/${page}`)));
    const exact = examples.filter(({ formula }) => !/[A-Z]\d|\[/.test(formula.replaceAll(/"[^"]*"/g, '')));
    assert.ok(exact.length >= 10);
    for (const { formula, result } of exact)
      assert.ok(tested.includes(`| \`${formula}\` | \`${result ?? ''}\` |`), formula);
  });

  it('names scripts that package.json has', () => {
    const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
    const named = [...readme.matchAll(/npm (?:run )?([a-z]+(?::[a-z]+)?)/g)].map(([, name = '']) => name);
    assert.ok(named.includes('exchange'));
    for (const name of named) assert.ok(name in scripts, name);
  });
});

describe('The pages for people', () => {
  const pages = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)];
  for (const page of pages.filter((name) => name.endsWith('.md')))
    it(`${page} links to files that there are`, () => {
      for (const [, target = ''] of text(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g))
        if (!target.startsWith('http')) assert.ok(existsSync(join(root, dirname(page), target)), target);
    });
});
