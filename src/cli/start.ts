/**
 * `npm start`: runs the reference offer's sample workbook and says, for a person, what was done and where the result is.
 * `--once` says to end then, which is all that it does so far.
 */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describeCounts } from './exchange-workbook.ts';
import { writeOutputs } from './files.ts';
import { runWorkbook } from './run-workbook.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sample = join(root, 'assets', 'samples', 'lantronix-2002.xlsx');
/** At the project's top, where a person finds it; the sample itself is never written. */
const result = join(root, 'lantronix-2002.regrant.xlsx');
const shown = (path: string): string => relative(process.cwd(), path) || path;

async function start(args: readonly string[]): Promise<number> {
  const unknown = args.filter((argument) => argument !== '--once' && argument !== '--');
  if (unknown.length > 0) {
    process.stderr.write(`Unknown option ${unknown.join(' ')}: npm start -- [--once]\n`);
    return 2;
  }
  const run = await runWorkbook(readFileSync(sample), join(root, 'dist'), { values: false });
  writeOutputs([{ path: result, content: run.workbook }]);
  process.stdout.write(
    `${[
      `Regrant ran the sample offer in ${shown(sample)}: Lantronix's exchange of 2002, with fictional holders.`,
      'It read the ledger and the offer from the workbook, decided who is eligible and why, took the elections, and',
      'computed new share counts, exercise prices and vesting, with the add-in’s own code in an embedded Excel.',
      '',
      run.summary,
      '',
      `Checks: ${describeCounts(run)}.`,
      `The result is ${shown(result)}: open it in Excel or LibreOffice and look at the sheets named Regrant.`,
      'To run your own workbook: npm run exchange -- BOOK.xlsx',
    ].join('\n')}\n`,
  );
  return 0;
}

try {
  process.exitCode = await start(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${(error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ')}\n`);
  process.exitCode = 2;
}
