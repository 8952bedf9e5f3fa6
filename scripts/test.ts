/**
 * `npm test`: brings in the programs that some tests need, runs the check under CI, and then every test through
 * mocha. Arguments go to mocha; test files among them replace all. The last line is the count, even where mocha
 * could not begin.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { findTool, installTools, TOOL_NAMES, TOOLS } from './find-tools.ts';
import { root } from './root.mjs';
import { underCi } from './under-ci.ts';

const SPECS = ['src/**/*.test.ts', 'test/**/*.test.ts'];
const require = createRequire(import.meta.url);

/** Runs a program under Node and gives its exit status; 1 where a signal ended it. */
function runNode(args: readonly string[], env: NodeJS.ProcessEnv): number {
  return spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).status ?? 1;
}

/** Sets the tools' variables for the tests, and says which tool is missing. */
function prepareTools(env: NodeJS.ProcessEnv): boolean {
  installTools(TOOL_NAMES.filter((name) => findTool(name) === undefined));
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

/** Runs mocha and gives its exit status and its counts. */
function runMocha(args: readonly string[], env: NodeJS.ProcessEnv): { status: number; counts: string } {
  const folder = mkdtempSync(join(tmpdir(), 'regrant-test-'));
  try {
    const file = join(folder, 'counts');
    const specs = args.some((argument) => argument.endsWith('.test.ts')) ? [] : SPECS;
    // A browser on a crowded machine may miss a beat: one more try, and the report names the test.
    const options = underCi() ? ['--forbid-only', '--retries', '1', ...args] : args;
    const status = runNode([require.resolve('mocha/bin/mocha.js'), ...options, ...specs], {
      ...env,
      REGRANT_COUNTS_FILE: file,
    });
    if (existsSync(file)) return { status, counts: readFileSync(file, 'utf8') };
    return { status: Math.max(status, 1), counts: '0 passed, 1 failed, 0 skipped\n' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const env: NodeJS.ProcessEnv = { ...process.env };
const toolsComplete = prepareTools(env);
const checkStatus = underCi() ? runNode(['--import', 'tsx', join(root, 'scripts/check.ts')], env) : 0;
const { status, counts } = runMocha(process.argv.slice(2), env);
if (checkStatus !== 0) process.stdout.write('The check failed: see its report above the tests.\n');
if (underCi() && !toolsComplete) process.stdout.write('Under CI a missing tool is a failure.\n');
process.stdout.write(counts);
process.exitCode = status !== 0 || checkStatus !== 0 || (underCi() && !toolsComplete) ? 1 : 0;
