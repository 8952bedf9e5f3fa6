/**
 * `npm run exchange`: runs the offer of a workbook without Excel, and saves the workbook with its results beside it.
 * Exit status 0: done; 1: done, with errors in the checks; 2: could not run, one line on standard error, no file written.
 */
import { extname } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type ExchangeArguments, readArguments, Refusal } from './arguments.ts';
import { readInput, refuseTargets, writeOutputs } from './files.ts';
import { Progress } from './progress.ts';
import { runWorkbook } from './run-workbook.ts';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

/** `Cap Table.xlsx` becomes `Cap Table.regrant.xlsx`. */
const besideInput = (input: string): string => {
  const extension = extname(input);
  return `${extension === '' ? input : input.slice(0, -extension.length)}.regrant${extension === '' ? '.xlsx' : extension}`;
};

const counted = (count: number, word: string): string =>
  `${count === 0 ? 'no' : count} ${word}${count === 1 ? '' : 's'}`;

async function exchange({ input, output, json, values, now }: ExchangeArguments): Promise<number> {
  const target = output ?? besideInput(input);
  const bytes = readInput(input);
  refuseTargets(input, json === undefined ? [target] : [target, json]);
  const progress = new Progress(process.stderr);
  progress.show('Running the offer ...');
  const run = await runWorkbook(bytes, DIST, { values }).catch((error: unknown) => {
    progress.clear();
    throw error instanceof Refusal ? new Refusal(`${input}: ${error.message}`) : error;
  });
  progress.show('Saving ...');
  writeOutputs([
    { path: target, content: run.workbook },
    ...(json === undefined ? [] : [{ path: json, content: `${run.json}\n` }]),
  ]);
  progress.clear();
  const lines = [
    ...(now === undefined ? [] : [`Run at ${now}`, '']),
    run.summary,
    '',
    `Checks: ${counted(run.errors, 'error')}, ${counted(run.warnings, 'warning')}${run.errors + run.warnings === 0 ? '' : ' (sheet Regrant Checks)'}`,
    `Workbook: ${target}`,
    ...(json === undefined ? [] : [`JSON: ${json}`]),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return run.errors > 0 ? 1 : 0;
}

const oneLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').trim();

try {
  process.exitCode = await exchange(readArguments(process.argv.slice(2)));
} catch (error) {
  const fault = error instanceof Refusal ? '' : 'Regrant stopped on a fault of its own: ';
  process.stderr.write(`${fault}${oneLine(error)}\n`);
  process.exitCode = 2;
}
