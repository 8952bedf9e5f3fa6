/** docs/papers.md lists every kind, and every field that a template may name. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { TemplateField } from '../../src/outputs/docx/template-fields.ts';
import { OUTPUTS } from '../../src/outputs/outputs.ts';

describe('docs/papers.md', () => {
  const page = readFileSync('docs/papers.md', 'utf8').replace(/ +\|/g, ' |').replace(/\| +/g, '| ');

  it('lists every kind with its stage', () => {
    for (const { kind, from, isPerHolder } of OUTPUTS)
      assert.match(
        page,
        new RegExp(
          `^\\| \`${kind}\` \\| ${isPerHolder ? 'holder' : 'offer'} \\| .* \\| ${from ?? ''} ?\\|$`,
          'm',
        ),
      );
  });

  it('lists every field and loop of every letter with its meaning and an example', () => {
    for (const { kind, fields } of OUTPUTS) {
      if (fields === undefined) continue;
      const section = page.split(`### ${kind}\n`)[1]?.split('\n### ')[0] ?? '';
      const all = [fields.fields, ...Object.values(fields.loops).map((loop) => loop.fields)].flatMap(
        Object.entries<TemplateField>,
      );
      for (const [name, { meaning, example }] of all)
        assert.ok(
          section.includes(`| \`{${name}}\` | ${meaning}`) && section.includes(example),
          `${kind}: ${name}`,
        );
      for (const loop of Object.keys(fields.loops))
        assert.ok(section.includes(`{#${loop}}`), `${kind}: ${loop}`);
    }
  });
});
