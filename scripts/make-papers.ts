/** `npm run papers`: writes the templates of letters into assets/papers, and the list of their fields into docs/papers.md. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { templateBytes } from './papers/document.ts';
import { fieldsPage } from './papers/fields-page.ts';
import { PAPERS } from './papers/papers.ts';
import { root } from './root.mjs';

const folder = join(root, 'assets', 'papers');
mkdirSync(folder, { recursive: true });
for (const [kind, { title, blocks }] of Object.entries(PAPERS))
  writeFileSync(join(folder, `${kind}.docx`), await templateBytes(title, blocks));

/** The fields' tables of the docs, from their declarations. */
const page = join(root, 'docs', 'papers.md');
writeFileSync(
  page,
  await format(
    readFileSync(page, 'utf8').replace(
      /<!-- fields -->[^]*<!-- end -->/,
      () => `<!-- fields -->\n\n${fieldsPage()}\n<!-- end -->`,
    ),
    { ...(await resolveConfig(page)), filepath: page },
  ),
);
