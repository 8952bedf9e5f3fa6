/**
 * What every npm script starts: it brings a fresh clone to the point where the task can run, and runs it. Plain
 * JavaScript on Node alone, since nothing else may be installed yet; it knows the tasks by name, not what they do.
 *
 *     node scripts/bootstrap.mjs <task> [arguments]
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { distIsFresh } from './dist-stamp.mjs';
import { dependenciesAreInstalled } from './installed.mjs';
import { root } from './root.mjs';

/**
 * The program behind each task, and whether it needs an up-to-date `dist`.
 *
 * @typedef {{ readonly run: string, readonly args?: readonly string[], readonly needsDist?: boolean }} Task
 * @type {Readonly<Record<string, Task>>}
 */
const TASKS = {
  start: { run: 'src/cli/start.ts', needsDist: true },
  exchange: { run: 'src/cli/exchange.ts', needsDist: true },
  test: { run: 'scripts/test.ts', args: ['all'], needsDist: true },
  'test:fast': { run: 'scripts/test.ts', args: ['fast'], needsDist: true },
  'test:full': { run: 'scripts/test.ts', args: ['full'], needsDist: true },
  check: { run: 'scripts/check.ts' },
  bench: { run: 'scripts/bench.ts' },
  build: { run: 'scripts/build.ts' },
  sample: { run: 'scripts/make-sample.ts' },
  pictures: { run: 'scripts/take-pictures.ts', needsDist: true },
  papers: { run: 'scripts/make-papers.ts' },
  icons: { run: 'scripts/draw-icons.ts' },
  format: { run: 'node_modules/prettier/bin/prettier.cjs', args: ['--write', '.'] },
  validate: { run: 'node_modules/office-addin-manifest/cli.js', args: ['validate', 'manifest.xml'] },
  'start:excel': { run: 'scripts/excel.ts', args: ['start'] },
  'stop:excel': { run: 'scripts/excel.ts', args: ['stop'] },
};

/** A program that Node itself told us to stop with, by signal or exit status. */
class Stopped extends Error {
  /** @param {number} status */
  constructor(status) {
    super(`stopped with status ${String(status)}`);
    this.status = status;
  }
}

/**
 * Runs a program to its end; what it prints goes where ours goes, or to standard error where our own output is
 * for a program to read.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, shell?: boolean, quiet?: boolean }} [options]
 * @returns {Promise<number>} its exit status; 128 + n where signal n ended it, as shells have it
 */
function run(command, args, { cwd = root, shell = false, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      shell,
      // What a person's shell has set must not decide what is installed or how it is built.
      env: { ...process.env, NODE_ENV: undefined },
      stdio: ['inherit', quiet ? process.stderr : 'inherit', 'inherit'],
    });
    // The terminal sends Ctrl-C to the child as well: it decides how to end, and we report how it did.
    /** @param {NodeJS.Signals} signal */
    const forward = (signal) => {
      if (signal !== 'SIGINT') child.kill(signal);
    };
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    for (const signal of signals) process.on(signal, forward);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const name of signals) process.off(name, forward);
      resolve(signal === null ? (code ?? 1) : 128 + constants.signals[signal]);
    });
  });
}

async function installDependencies() {
  if (dependenciesAreInstalled()) return;
  process.stderr.write('Installing what package-lock.json lists (once) ...\n');
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env['npm_execpath'];
  const status =
    npm !== undefined && existsSync(npm) && /\.[cm]?js$/.test(npm)
      ? await run(process.execPath, [npm, ...args], { quiet: true })
      : await run('npm', args, { shell: process.platform === 'win32', quiet: true });
  if (status !== 0) throw new Stopped(status);
}

/**
 * @param {string} program a TypeScript file, from the repository's root
 * @param {readonly string[]} args
 * @param {{ cwd?: string, quiet?: boolean }} [options]
 */
function runProgram(program, args, options) {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return run(process.execPath, ['--import', tsx, join(root, program), ...args], options);
}

/** The folder that relative paths in the arguments start from: where the person typed `npm run`. */
const workingFolder = () =>
  process.env['npm_lifecycle_event'] === process.argv[2]
    ? (process.env['INIT_CWD'] ?? process.cwd())
    : process.cwd();

/**
 * @param {string | undefined} name
 * @param {readonly string[]} args
 */
async function runTask(name, args) {
  const task = name === undefined ? undefined : TASKS[name];
  if (name === undefined || task === undefined) {
    const problem = name === undefined ? 'Name a task' : `There is no task "${name}"`;
    process.stderr.write(`${problem}: use one of ${Object.keys(TASKS).join(', ')}.\n`);
    return 2;
  }
  await installDependencies();
  if (task.needsDist === true && !distIsFresh()) {
    process.stderr.write('Building the add-in ...\n');
    const built = await runProgram('scripts/build.ts', ['--quiet'], { quiet: true });
    if (built !== 0) return built;
  }
  return runProgram(task.run, [...(task.args ?? []), ...args], { cwd: workingFolder() });
}

const [, , task, ...rest] = process.argv;
try {
  process.exitCode = await runTask(task, rest);
} catch (error) {
  if (!(error instanceof Stopped))
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof Stopped ? error.status : 1;
}
