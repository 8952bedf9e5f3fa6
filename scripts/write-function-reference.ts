/**
 * Writes docs/functions.md and docs/functions from the functions' declarations: `npx tsx
 * scripts/write-function-reference.ts`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { referenceFiles } from '../src/functions/reference.ts';
import { root } from './root.mjs';

for (const [name, text] of referenceFiles()) {
  const path = join(root, 'docs', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), parser: 'markdown' }));
}
