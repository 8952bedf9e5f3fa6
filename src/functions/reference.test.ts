import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../../scripts/root.mjs';
import { formulaError } from '../../test/formula.ts';
import { CATALOGUE } from './catalogue.ts';
import { helpPages } from './help-page.ts';
import { functionsJson } from './metadata.ts';
import { failureCells, formulaOf, pageOf, referenceFiles } from './reference.ts';

const docs = join(root, 'docs');
const WRITE = 'write it with npx tsx scripts/write-function-reference.ts';

describe('docs/functions.md and the pages in docs/functions', () => {
  it(`are what the declarations say (${WRITE})`, async () => {
    for (const [name, text] of referenceFiles()) {
      const path = join(docs, name);
      const formatted = await format(text, { ...(await resolveConfig(path)), parser: 'markdown' });
      assert.ok(existsSync(path), name);
      assert.equal(readFileSync(path, 'utf8'), formatted, name);
    }
  });

  it('are no more than the functions', () =>
    assert.deepEqual(
      readdirSync(join(docs, 'functions')).sort(),
      CATALOGUE.map(({ name }) => `${name.toLowerCase()}.md`).sort(),
    ));

  it('have syntax, rules, examples and errors for each function', () => {
    for (const { name } of CATALOGUE) {
      const page = readFileSync(join(docs, `${pageOf(name)}.md`), 'utf8');
      const headings = [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading);
      assert.deepEqual(headings.slice(0, 4), [name, 'Rules', 'Examples', 'Errors']);
      assert.ok(page.includes(`=REGRANT.${name}(`), name);
    }
  });

  it('show each example as it is typed', () => {
    const page = (name: string) => readFileSync(join(docs, `${pageOf(name)}.md`), 'utf8');
    assert.ok(page('NEWSHARES').includes('=REGRANT.NEWSHARES(7000, 1/7)'));
    for (const { name, examples } of CATALOGUE)
      for (const example of examples) assert.ok(page(name).includes(formulaOf(name, example)), name);
  });

  it('write arguments that give the same values: 1/7 is the number of the example', () => {
    for (const { examples, failures } of CATALOGUE)
      for (const { written, arguments: given } of [...examples, ...failures]) {
        if (written === undefined) continue;
        const typed = written.split(/, ?/).map((text) => {
          if (text.trim() === '') return null;
          if (text.startsWith('"')) return text.slice(1, -1);
          const [over = '', under = '1'] = text.split('/');
          return Number(over) / Number(under);
        });
        assert.deepEqual(typed, given);
      }
  });

  for (const declaration of CATALOGUE) {
    const { name, failures } = declaration;
    it(`say of ${name} which calls fail, and with what`, () => {
      assert.notEqual(failures.length, 0);
      for (const call of failures) {
        const [, error = '', message = ''] = failureCells(declaration, call);
        assert.equal(formulaError(name, ...call.arguments), `${error} ${message}`);
      }
    });
  }
});

describe('the help pages beside functions.json', () => {
  const pages = helpPages();
  const textOf = (path: string): string =>
    (pages.get(path) ?? '')
      .replace(/<style>.*<\/style>/s, '')
      .replace(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');

  it('are those to which the help address of each function leads, and one for all', () =>
    assert.deepEqual(
      [...pages.keys()],
      [
        'functions.html',
        ...functionsJson().functions.map(({ helpUrl }) => new URL(helpUrl).pathname.slice(1)),
      ],
    ));

  it('say what docs/functions says', () => {
    for (const declaration of CATALOGUE) {
      const { description, rules, name, examples, failures, source = '' } = declaration;
      const text = textOf(`${pageOf(name)}.html`);
      for (const part of [description, source, ...rules.map((rule) => rule.replaceAll('`', ''))])
        assert.ok(text.includes(part), `${name}: ${part}`);
      for (const example of examples) assert.ok(text.includes(formulaOf(name, example)), name);
      for (const call of failures)
        for (const part of failureCells(declaration, call)) assert.ok(text.includes(part), part);
    }
  });

  it('lead to each other', () => {
    for (const [path, page] of pages)
      for (const [, href = ''] of page.matchAll(/<a href="([^"]*)"/g))
        assert.ok(pages.has(new URL(href, `https://regrant.example/${path}`).pathname.slice(1)), href);
  });

  it('have tags that close, and no script', () => {
    for (const page of pages.values()) {
      const open: string[] = [];
      for (const [, slash, tag = '', rest = ''] of page.matchAll(/<(\/?)([a-z]\w*)((?:"[^"]*"|[^>"])*)>/g)) {
        if (slash === '/') assert.equal(open.pop(), tag);
        else if (!rest.endsWith('/')) open.push(tag);
        assert.notEqual(tag, 'script');
      }
      assert.deepEqual(open, []);
    }
  });
});
