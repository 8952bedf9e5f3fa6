/** Whether `dist` was built from the sources as they are now. Knows which files go into it, not how it is built. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './root.mjs';

const STAMP = join(root, '.cache/dist.sha256');
const DIST = join(root, 'dist');

/** What a build reads. Neither tests and benchmarks nor the embedded Excel and the command line are built. */
const SOURCES = [
  'src/domain',
  'src/functions',
  'src/workbook',
  'src/commands',
  'src/taskpane',
  'assets/icons',
  'assets/pages.css',
  'assets/privacy.de.html',
  'assets/privacy.html',
  'assets/shortcuts.de-DE.json',
  'assets/shortcuts.json',
  'assets/support.de.html',
  'assets/support.html',
  'manifest.xml',
  'package-lock.json',
  'scripts/build.ts',
  'scripts/licences-plugin.mjs',
  'tsconfig.build.json',
  'tsconfig.json',
  'webpack.config.js',
];

const isBuilt = (/** @type {string} */ path) => !/\.(test|bench|fixture)\.ts$/.test(path);

/**
 * @param {string} path from the root, a file or a folder
 * @returns {string[]}
 */
function filesUnder(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return isBuilt(path) ? [path] : [];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`));
}

/** A hash over the names and the content of everything that goes into `dist`, where it is to be served and whom it names. */
export function sourcesHash() {
  const { REGRANT_ORIGIN = '', REGRANT_CONTACT = '' } = process.env;
  const hash = createHash('sha256').update(`${REGRANT_ORIGIN}\0${REGRANT_CONTACT}`);
  for (const path of SOURCES.flatMap(filesUnder))
    hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

export function distIsFresh() {
  if (!existsSync(STAMP) || !existsSync(join(DIST, 'functions.js'))) return false;
  return readFileSync(STAMP, 'utf8') === sourcesHash();
}

/** @param {string} hash of the sources as they were when the build began */
export function stampDist(hash) {
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, hash);
}
