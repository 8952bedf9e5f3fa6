/**
 * The exchange of one workbook, from its command line to its files: what is printed where, and with which status it
 * ends. It does not know what an offer is, nor how it is computed.
 */
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printable, printableLines, printableMessage } from '../domain/basics/printable.ts';
import { asksForHelp, type ExchangeArguments, HELP, isWorkbookName, readArguments } from './arguments.ts';
import { Refusal } from './refusal.ts';
import { readInput, refuseTargets } from './files.ts';
import { Progress } from './progress.ts';
import { insertTermsInto, outputsOf, runWorkbook, type WorkbookRun } from './run-workbook.ts';
import { refuseFolder, stageFolder } from './write-folder.ts';
import { writeOutputs } from './write-outputs.ts';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

/** Where a program's words go. */
export interface Streams {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
}

/**
 * Runs the offer of the workbook that the arguments name.
 *
 * @param dist the folder of the built add-in
 * @returns 0: done; 1: done, with errors in the checks; 2: could not run: a line on standard error for each thing that is
 *   wrong, no file written
 */
export async function exchangeWorkbook(
  args: readonly string[],
  streams: Streams,
  dist = DIST,
): Promise<0 | 1 | 2> {
  try {
    if (asksForHelp(args)) {
      streams.stdout.write(HELP);
      return 0;
    }
    return await exchange(readArguments(args), streams, dist);
  } catch (error) {
    streams.stderr.write(errorLines(error));
    return 2;
  }
}

async function exchange(
  { input, output, json, values, now, step, insertTerms, papers, withoutNames }: ExchangeArguments,
  { stdout, stderr }: Streams,
  dist: string,
): Promise<0 | 1> {
  // Papers are made from a workbook as it is: it is run and saved beside them only where that is asked for.
  const isRun = papers === undefined || output !== undefined || json !== undefined || step !== undefined;
  const target = output ?? besideInput(input);
  const bytes = readInput(input);
  if (isRun) refuseTargets(input, json === undefined ? [target] : [target, json]);
  if (papers !== undefined) refuseFolder(papers.to);
  const template = papers?.template === undefined ? undefined : readInput(papers.template);
  const progress = new Progress(stderr);
  const ended = <T>(work: Promise<T>): Promise<T> =>
    work
      .catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
        // On every line, so that a line break in a cell that the add-in quotes begins no line that looks like ours.
        throw new Refusal(...error.problems.map((problem) => `${input}: ${problem}`));
      })
      .finally(() => progress.clear());
  if (insertTerms !== undefined) {
    progress.show('Inserting terms ...');
    const { message, workbook } = await ended(insertTermsInto(bytes, dist, insertTerms));
    writeOutputs([{ path: target, content: workbook }]);
    stdout.write(`${printableLines(message)}\nWorkbook: ${printable(target)}\n`);
    return 0;
  }
  progress.show('Running the offer ...');
  const run = isRun ? await ended(runWorkbook(bytes, dist, { values, now, step, withoutNames })) : undefined;
  const made =
    papers === undefined
      ? undefined
      : await ended(
          outputsOf(
            run?.workbook ?? bytes,
            dist,
            { ...papers, withoutNames, book: basename(input, extname(input)), now },
            template,
          ),
        );
  const folder = papers === undefined || made === undefined ? undefined : stageFolder(papers.to, made.files);
  try {
    if (run !== undefined)
      writeOutputs([
        { path: target, content: run.workbook },
        ...(json === undefined ? [] : [{ path: json, content: `${run.json}\n` }]),
      ]);
    folder?.place();
  } catch (error) {
    folder?.discard();
    throw error;
  }
  if (run !== undefined) stdout.write(runLines(run, { now, step, target, json }));
  if (papers !== undefined && made !== undefined)
    stdout.write(`${made.summary}\nFolder: ${printable(papers.to)}\n`);
  return (run?.errors ?? made?.errors ?? 0) > 0 ? 1 : 0;
}

/** What a run tells on standard output. */
function runLines(
  run: WorkbookRun,
  { now, step, target, json }: Pick<ExchangeArguments, 'now' | 'step' | 'json'> & { readonly target: string },
): string {
  const lines = [
    ...(now === undefined ? [] : [`${step === undefined ? 'Run' : `Step ${step}`} at ${now}`, '']),
    printableLines(run.summary),
    '',
    `Checks: ${describeCounts(run)}`,
    ...(run.circular === '' ? [] : [`Warning: ${printable(run.circular)}`]),
    `Workbook: ${printable(target)}`,
    ...(json === undefined ? [] : [`JSON: ${printable(json)}`]),
  ];
  return `${lines.join('\n')}\n`;
}

/** `Cap Table.xlsx` becomes `Cap Table.regrant.xlsx`. */
function besideInput(input: string): string {
  const extension = extname(input);
  const stem = extension === '' ? input : input.slice(0, -extension.length);
  return `${stem}.regrant${isWorkbookName(input) ? extension : '.xlsx'}`;
}

const counted = (count: number, word: string): string =>
  `${count === 0 ? 'no' : count} ${word}${count === 1 ? '' : 's'}`;

/** `2 errors, 1 warning (sheet Regrant Checks)` */
export function describeCounts({ errors, warnings }: { errors: number; warnings: number }): string {
  const counts = `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
  return errors + warnings === 0 ? counts : `${counts} (sheet Regrant Checks)`;
}

/** What went wrong, a line for each thing, safe for a terminal. */
export function errorLines(error: unknown): string {
  if (error instanceof Refusal)
    return error.problems.map((problem) => `${printableMessage(problem)}\n`).join('');
  const message = error instanceof Error ? error.message : String(error);
  return `${printableMessage(`Regrant stopped because of a fault in Regrant itself: ${message.replace(/\s+/g, ' ')}`)}\n`;
}
