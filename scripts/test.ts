/**
 * `npm test`, `npm run test:fast` and `npm run test:full`: brings in the programs that some tests need, runs the check
 * under CI, and then the tests through mocha, as many files at once as there are cores. Arguments go to mocha; test
 * files among them replace all. The last line is the count, even where mocha could not begin.
 */
import { spawnSync, type SpawnSyncOptions } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { buildHostPage } from '../src/cli/build-host-page.ts';
import { localhostCertificate } from '../src/cli/certificate.ts';
import { findTool, installTools, TOOL_NAMES, TOOLS } from './find-tools.ts';
import { root } from './root.mjs';
import { underCi } from './under-ci.ts';

/** The folders whose files take longest come first, so that the cores are busy to the end. */
const LONGEST_FIRST = ['test/pane', 'test/page', 'test/exchange', 'test', 'packages', 'src'];
/** What takes minutes and seldom fails alone. */
const LONG = 'test/full';
/** Rules, formulas and what the pane shows: no browser, no other program. */
const FAST = ['src/domain', 'src/functions', 'src/taskpane'];

/** More browsers than this at once take more memory than time. */
const MOST_JOBS = 8;

/** Milliseconds that the tests may take: several times what they do take, and less than a CI run has. */
const LIMIT = { fast: 10 * 60_000, all: 50 * 60_000, full: 180 * 60_000 };

const require = createRequire(import.meta.url);

const testsUnder = (folder: string): string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.test.ts'))
        .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
        .sort()
    : [];

function filesOf(kind: string): string[] {
  if (kind === 'fast') return FAST.flatMap(testsUnder);
  const all = [...new Set([LONG, ...LONGEST_FIRST].flatMap(testsUnder))];
  return kind === 'full' ? all : all.filter((file) => !file.startsWith(`${LONG}/`));
}

/**
 * Runs a program under Node and gives its exit status; 1 where a signal ended it. After the limit, in milliseconds, it
 * is killed.
 */
function runNode(args: readonly string[], env: NodeJS.ProcessEnv, limit?: number): number {
  const options: SpawnSyncOptions = { cwd: root, env, stdio: 'inherit' };
  if (limit !== undefined) Object.assign(options, { timeout: limit, killSignal: 'SIGKILL' });
  return spawnSync(process.execPath, args, options).status ?? 1;
}

/** Sets the tools' variables for the tests, and says which tool is missing. */
function prepareTools(env: NodeJS.ProcessEnv): boolean {
  installTools();
  let complete = true;
  for (const name of TOOL_NAMES) {
    const program = findTool(name);
    const { title, variable } = TOOLS[name];
    if (program !== undefined) env[variable] = program;
    else {
      process.stdout.write(`${title} not found (${variable} may name it): tests that need it cannot run.\n`);
      complete = false;
    }
  }
  return complete;
}

/** Makes what all workers read, before two of them make it at once. */
async function preparePage(): Promise<void> {
  await buildHostPage(root);
  await localhostCertificate(join(root, '.cache', 'certificate'));
}

/** Runs mocha and gives its exit status and its counts. */
function runMocha(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  limit: number,
): { status: number; counts: string } {
  const folder = mkdtempSync(join(tmpdir(), 'regrant-test-'));
  try {
    const file = join(folder, 'counts');
    const running = join(folder, 'running');
    mkdirSync(running);
    const jobs = String(Math.min(availableParallelism(), MOST_JOBS));
    const options = ['--parallel', '--jobs', jobs, ...(underCi() ? ['--forbid-only'] : []), ...args];
    const status = runNode(
      [require.resolve('mocha/bin/mocha.js'), ...options],
      { ...env, REGRANT_COUNTS_FILE: file, REGRANT_RUNNING_FOLDER: running },
      limit,
    );
    if (existsSync(file)) return { status, counts: readFileSync(file, 'utf8') };
    for (const begun of readdirSync(running))
      process.stdout.write(`Mocha did not end. Begun last: ${readFileSync(join(running, begun), 'utf8')}\n`);
    return { status: Math.max(status, 1), counts: '0 passed, 1 failed, 0 skipped\n' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [kind = 'all', ...given] = process.argv.slice(2);
const env: NodeJS.ProcessEnv = { ...process.env };
const isFast = kind === 'fast';
const toolsComplete = isFast || prepareTools(env);
const checkStatus =
  underCi() && !isFast ? runNode(['--import', 'tsx', join(root, 'scripts/check.ts')], env) : 0;
if (!isFast) await preparePage();
const files = given.some((argument) => argument.endsWith('.test.ts')) ? [] : filesOf(kind);
const began = performance.now();
const limit = kind === 'fast' || kind === 'full' ? LIMIT[kind] : LIMIT.all;
const { status, counts } = runMocha([...given, ...files], env, limit);
const minutes = ((performance.now() - began) / 60_000).toFixed(1);
process.stdout.write(`The tests took ${minutes} minutes.\n`);
if (checkStatus !== 0) process.stdout.write('The check failed: see its report above the tests.\n');
if (underCi() && !toolsComplete) process.stdout.write('Under CI a missing tool is a failure.\n');
process.stdout.write(counts);
process.exitCode = status !== 0 || checkStatus !== 0 || (underCi() && !toolsComplete) ? 1 : 0;
