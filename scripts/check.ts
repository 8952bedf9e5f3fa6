/**
 * `npm run check`: types of every project, lint, the rooms' walls, formatting, unused code. Runs as many at once as
 * there are cores, and prints the whole report of each that fails. Arguments name checks to run instead of all.
 */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { root } from './root.mjs';

const require = createRequire(import.meta.url);

interface Check {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
}

/** The program that a package declares under that name in its `bin`. */
function programOf(packageName: string, bin = packageName): string {
  const manifest = join(root, 'node_modules', packageName, 'package.json');
  const declared = (require(manifest) as { bin: string | Record<string, string> }).bin;
  const path = typeof declared === 'string' ? declared : declared[bin];
  if (path === undefined) throw new Error(`${packageName} has no program "${bin}".`);
  return join(dirname(manifest), path);
}

const typesOf = (project: string): Check => ({
  name: project === 'tsconfig.json' ? 'types' : `types ${project.slice('tsconfig.'.length, -'.json'.length)}`,
  program: programOf('typescript', 'tsc'),
  args: [
    '-p',
    project,
    '--noEmit',
    '--incremental',
    '--tsBuildInfoFile',
    `.cache/${project}.tsbuildinfo`,
    '--pretty',
  ],
});

/** The longest first, so that the cores are busy to the end. */
const CHECKS: readonly Check[] = [
  { name: 'lint', program: programOf('eslint'), args: ['.', '--max-warnings=0', '--color'] },
  typesOf('tsconfig.json'),
  { name: 'unused', program: programOf('knip'), args: ['--no-progress'] },
  { name: 'format', program: programOf('prettier'), args: ['--check', '--log-level=warn', '.'] },
  {
    name: 'rooms',
    program: programOf('dependency-cruiser', 'depcruise'),
    args: ['--config', '.dependency-cruiser.cjs', 'src', 'packages', 'test', 'scripts'],
  },
  typesOf('tsconfig.addin.json'),
  typesOf('tsconfig.embedded.json'),
  typesOf('tsconfig.page.json'),
  typesOf('tsconfig.core.json'),
];

/** Runs one check, prints how it went, and tells whether it passed. */
function runCheck(check: Check): Promise<boolean> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [check.program, ...check.args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let report = '';
    const collect = (chunk: Buffer): void => {
      report += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      process.stdout.write(
        `${code === 0 ? 'ok    ' : 'FAILED'} ${check.name.padEnd(14)} ${seconds.padStart(5)} s\n`,
      );
      if (code !== 0) process.stdout.write(`${report.trimEnd()}\n\n`);
      resolve(code === 0);
    });
  });
}

async function runChecks(checks: readonly Check[]): Promise<boolean> {
  const waiting = [...checks];
  let passed = true;
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      passed = (await runCheck(next)) && passed;
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
  return passed;
}

mkdirSync(join(root, '.cache'), { recursive: true });
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !CHECKS.some((check) => check.name.startsWith(name)));
if (unknown.length > 0) {
  const names = CHECKS.map((check) => check.name).join(', ');
  process.stderr.write(`There is no check "${unknown.join(', ')}": use ${names}.\n`);
  process.exitCode = 2;
} else {
  const chosen = CHECKS.filter(
    ({ name }) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)),
  );
  process.exitCode = (await runChecks(chosen)) ? 0 : 1;
}
