/** Writes docs/functions.md from the functions' declarations: `npx tsx scripts/write-function-reference.ts`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { functionReference } from '../src/functions/reference.ts';
import { root } from './root.mjs';

const page = join(root, 'docs/functions.md');
writeFileSync(
  page,
  await format(functionReference(), { ...(await resolveConfig(page)), parser: 'markdown' }),
);
