import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../../scripts/root.mjs';
import { CATALOGUE } from './catalogue.ts';
import { functionsJson } from './metadata.ts';
import { helpPage } from './help-page.ts';
import { formulaOf, functionReference } from './reference.ts';

const path = join(root, 'docs/functions.md');
const page = readFileSync(path, 'utf8');

describe('docs/functions.md', () => {
  it('is what the declarations say (write it with npx tsx scripts/write-function-reference.ts)', async () =>
    assert.equal(
      page,
      await format(functionReference(), { ...(await resolveConfig(path)), parser: 'markdown' }),
    ));

  it('has the heading to which the help address of each function leads', () => {
    const anchors = [...page.matchAll(/^### (\w+)$/gm)].map(([, heading = '']) => heading.toLowerCase());
    const addresses = functionsJson().functions.map(({ helpUrl }) => new URL(helpUrl).hash.slice(1));
    assert.deepEqual(anchors, addresses);
    // A second heading of the same letters would get another anchor than its name.
    const headings = [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading.toLowerCase());
    assert.equal(new Set(headings).size, headings.length);
  });

  it('shows each example as it is typed', () => {
    assert.ok(page.includes('=REGRANT.NEWSHARES(7000, 1/7)'));
    assert.ok(page.includes('=REGRANT.REGRANTDATE("2003-01-20")'));
    for (const { name, examples } of CATALOGUE)
      for (const example of examples) assert.ok(page.includes(formulaOf(name, example)), name);
  });

  it('writes arguments that give the same values: 1/7 is the number of the example', () => {
    for (const { examples } of CATALOGUE)
      for (const { written, arguments: given } of examples) {
        if (written === undefined) continue;
        const typed = written.split(/, ?/).map((text) => {
          if (text.trim() === '') return null;
          const [over = '', under = '1'] = text.split('/');
          return Number(over) / Number(under);
        });
        assert.deepEqual(typed, given);
      }
  });
});

describe('the help page beside functions.json', () => {
  const html = helpPage();

  it('has the anchor to which the help address of each function leads, once', () => {
    const anchors = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    assert.deepEqual(
      anchors,
      CATALOGUE.map(({ name }) => name.toLowerCase()),
    );
  });

  it('says what docs/functions.md says', () => {
    const text = html
      .replace(/<style>.*<\/style>/s, '')
      .replace(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
    for (const { description, rules, name, examples } of CATALOGUE) {
      assert.ok(text.includes(description), name);
      for (const rule of rules) assert.ok(text.includes(rule.replaceAll('`', '')), rule);
      for (const example of examples) assert.ok(text.includes(formulaOf(name, example)), name);
    }
  });

  it('has tags that close, and no script', () => {
    const open: string[] = [];
    for (const [, slash, tag = '', rest = ''] of html.matchAll(/<(\/?)([a-z]\w*)((?:"[^"]*"|[^>"])*)>/g)) {
      if (slash === '/') assert.equal(open.pop(), tag);
      else if (!rest.endsWith('/')) open.push(tag);
      assert.notEqual(tag, 'script');
    }
    assert.deepEqual(open, []);
  });
});
