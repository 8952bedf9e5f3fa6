/**
 * `npm start`: runs the reference offer's sample workbook, says for a person what was done and where the result is, and
 * then opens the embedded Excel: a page with the workbook, the add-in beside it. `--once` ends after the first.
 */
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { printable, printableLines } from '../domain/basics/printable.ts';
import { asksForHelp } from './arguments.ts';
import { describeCounts, errorLines } from './exchange-workbook.ts';
import { refuseTargets } from './files.ts';
import { runWorkbook } from './run-workbook.ts';
import { readStartArguments, START_HELP } from './start-arguments.ts';
import { writeOutputs } from './write-outputs.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sample = join(root, 'assets', 'samples', 'lantronix-2002.xlsx');
/** At the project's top, where a person finds it; the sample itself is never written. */
const result = join(root, 'lantronix-2002.regrant.xlsx');
const shown = (path: string): string => printable(relative(process.cwd(), path) || path);

async function runSample(): Promise<void> {
  refuseTargets(sample, [result]);
  const run = await runWorkbook(readFileSync(sample), join(root, 'dist'), { values: false });
  writeOutputs([{ path: result, content: run.workbook }]);
  process.stdout.write(
    `${[
      `Regrant ran the sample offer in ${shown(sample)}: Lantronix's exchange of 2002, with fictional holders.`,
      'It read the ledger and the offer from the workbook, decided who is eligible and why, took the elections, and',
      'computed new share counts, exercise prices and vesting, with the add-in’s own code in an embedded Excel.',
      '',
      printableLines(run.summary),
      '',
      `Checks: ${describeCounts(run)}.`,
      `The result is ${shown(result)}: open it in Excel or LibreOffice and look at the sheets named Regrant.`,
      'To run your own workbook: npm run exchange -- BOOK.xlsx',
    ].join('\n')}\n`,
  );
}

/** Serves the page until the person, or whoever started the program, ends it. */
async function servePage(file: string, port: number | undefined): Promise<void> {
  // Building and serving are worth loading only where they are asked for.
  const { openInBrowser, serve } = await import('./serve.ts');
  const server = await serve({ file, ...(port === undefined ? {} : { port }) });
  const isOpening = openInBrowser(server.url);
  process.stdout.write(
    `${[
      '',
      `The embedded Excel is at ${server.url} with ${shown(file)}${isOpening ? ', opening in your browser' : ''}.`,
      'The browser asks about the certificate, since it was made on this machine and nobody vouches for it: go on.',
      'Nothing that you change there is saved, unless you save a copy. Press Ctrl+C here to end.',
    ].join('\n')}\n`,
  );
  await new Promise<void>((ended) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => ended());
  });
  await server.close();
}

async function start(args: readonly string[]): Promise<void> {
  if (asksForHelp(args)) {
    process.stdout.write(START_HELP);
    return;
  }
  const { once, file, port } = readStartArguments(args);
  await runSample();
  if (!once) await servePage(resolve(file ?? sample), port);
}

try {
  await start(process.argv.slice(2));
} catch (error) {
  process.stderr.write(errorLines(error));
  process.exitCode = 2;
}
