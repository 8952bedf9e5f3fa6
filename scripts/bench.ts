/**
 * `npm run bench`: runs the benchmarks that stand beside the code and prints their figures, to be compared from run
 * to run. `--json` prints them for a program; words choose the files whose path contains one of them.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { root } from './root.mjs';

/** A figure: what was measured, how much, of what (`rows/s`, `ms`, `x plain loop`), and what to know about it. */
type Report = (name: string, value: number, unit: string, note?: string) => void;

/** What a `*.bench.ts` exports as its default. */
type Bench = (report: Report) => Promise<void> | void;

interface Figure {
  readonly bench: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly note: string;
}

/** Four significant digits with thousands separators: enough to compare two runs, and no false precision. */
function figureText(value: number): string {
  const significant = Number(value.toPrecision(4));
  return significant.toLocaleString('en-US', { maximumSignificantDigits: 4 });
}

function printTable(figures: readonly Figure[]): void {
  const rows = figures.map(({ name, value, unit, note }) => [name, figureText(value), unit, note] as const);
  const width = (column: 0 | 1 | 2): number => Math.max(0, ...rows.map((row) => row[column].length));
  const [names, values, units] = [width(0), width(1), width(2)];
  for (const [name, value, unit, note] of rows)
    process.stdout.write(
      `  ${name.padEnd(names)}  ${value.padStart(values)} ${unit.padEnd(units)}  ${note}`.trimEnd() + '\n',
    );
}

async function runBench(path: string): Promise<readonly Figure[]> {
  const { default: bench } = (await import(pathToFileURL(join(root, path)).href)) as { default?: Bench };
  if (bench === undefined) throw new Error(`${path} exports no default function.`);
  const figures: Figure[] = [];
  await bench((name, value, unit, note = '') => {
    figures.push({ bench: path, name, value, unit, note });
  });
  return figures;
}

/**
 * Runs a file's benchmarks in a process of its own: code that another benchmark has made the engine generalise would
 * otherwise run several times slower, and the figures would depend on the order.
 */
function runApart(path: string): readonly Figure[] {
  const self = fileURLToPath(import.meta.url);
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', self, ONE, path], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${path} failed.`);
  return JSON.parse(stdout) as readonly Figure[];
}

/** How this script asks itself for one file's figures, as JSON. */
const ONE = '--one';

async function printOne(path: string): Promise<void> {
  process.stdout.write(JSON.stringify(await runBench(path)));
}

function printAll(args: readonly string[]): void {
  const json = args.includes('--json');
  const words = args.filter((argument) => argument !== '--json');
  const paths = ['src', 'packages']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
        (path) => `${folder}/${path.replaceAll('\\', '/')}`,
      ),
    )
    .filter((path) => path.endsWith('.bench.ts'))
    .filter((path) => words.length === 0 || words.some((word) => path.includes(word)))
    .sort();
  if (paths.length === 0) {
    process.stderr.write(`No benchmark's path contains ${words.map((word) => `"${word}"`).join(' or ')}.\n`);
    process.exitCode = 2;
  }
  const all: Figure[] = [];
  for (const path of paths) {
    if (!json) process.stdout.write(`${path}\n`);
    const figures = runApart(path);
    all.push(...figures);
    if (!json) printTable(figures);
  }
  if (json) process.stdout.write(`${JSON.stringify(all, undefined, 2)}\n`);
}

const [first, second] = process.argv.slice(2);
if (first === ONE && second !== undefined) await printOne(second);
else printAll(process.argv.slice(2));
