/**
 * Notes which test each process of mocha has begun last (.mocharc.json), so that scripts/test.ts can name the ones that
 * a run stands still at. Knows no test.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Context, RootHookObject } from 'mocha';

const folder = process.env['REGRANT_RUNNING_FOLDER'];

/** Mocha takes these up in every process that runs tests. */
export const mochaHooks: RootHookObject = {
  beforeEach(this: Context) {
    if (folder !== undefined)
      writeFileSync(join(folder, String(process.pid)), this.currentTest?.fullTitle() ?? '');
  },
};
