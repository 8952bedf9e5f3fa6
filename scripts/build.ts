/**
 * `npm run build`: webpack's two bundles, functions.json, the page, icons and manifest, for production, into `dist`.
 * They are built beside it and then take its place, so that a program that reads `dist` never finds half of it.
 */
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import webpack from 'webpack';
import configure from '../webpack.config.js';
import { sourcesHash, stampDist } from './dist-stamp.mjs';
import { root } from './root.mjs';

/** The most that `functions.js` may weigh, compressed: Excel loads it before any formula calculates. */
const LARGEST_FUNCTIONS_BUNDLE = 60 * 1024;

const dist = join(root, 'dist');
const fresh = join(root, '.cache', `dist-${String(process.pid)}`);
const old = `${fresh}-old`;

async function compile(): Promise<void> {
  const configurations = await configure({}, { mode: 'production' });
  const compiler = webpack(
    configurations.map((configuration) => ({
      ...configuration,
      output: { ...configuration.output, path: fresh },
    })),
  );
  const stats = await new Promise<webpack.MultiStats>((resolve, reject) => {
    compiler.run((error, result) => {
      if (result === undefined) reject(error ?? new Error('webpack gave neither a result nor an error.'));
      else resolve(result);
    });
  });
  await new Promise((resolve) => {
    compiler.close(resolve);
  });
  if (stats.hasErrors() || stats.hasWarnings())
    process.stderr.write(`${stats.toString('errors-warnings')}\n`);
  if (stats.hasErrors()) throw new Error('The add-in does not build: see above.');
}

function replaceDist(): void {
  rmSync(old, { recursive: true, force: true });
  try {
    renameSync(dist, old);
  } catch {
    // There was none.
  }
  renameSync(fresh, dist);
  rmSync(old, { recursive: true, force: true });
}

/** Prints what each file weighs, and stops where the functions weigh too much. */
function reportSizes(print: boolean): void {
  for (const name of readdirSync(dist)) {
    if (!/\.(js|json|html|css)$/.test(name)) continue;
    const content = readFileSync(join(dist, name));
    const compressed = gzipSync(content).length;
    const line = [name.padEnd(16), content.length, 'bytes,', compressed, 'compressed'].join(' ');
    if (print) process.stdout.write(`dist/${line}\n`);
    if (name === 'functions.js' && compressed > LARGEST_FUNCTIONS_BUNDLE)
      throw new Error(`functions.js may weigh ${String(LARGEST_FUNCTIONS_BUNDLE)} bytes compressed.`);
  }
}

const hash = sourcesHash();
mkdirSync(fresh, { recursive: true });
try {
  await compile();
  replaceDist();
  reportSizes(!process.argv.includes('--quiet'));
  stampDist(hash);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  rmSync(fresh, { recursive: true, force: true });
}
