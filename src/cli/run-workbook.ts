/**
 * Runs the built add-in on a workbook's bytes in the embedded Excel, as the task pane would in a real one. It knows
 * neither the command line nor what an offer is.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openAddin } from '../embedded-excel/bridge/open-addin.ts';
import {
  type CircularCell,
  describeCircularReferences,
} from '../embedded-excel/model/circular-references.ts';
import type { Workbook } from '../embedded-excel/model/workbook.ts';
import { readWorkbook } from '../embedded-excel/package/read-workbook.ts';
import { writeWorkbook } from '../embedded-excel/package/write-workbook.ts';
import type { FunctionsMetadata } from '../embedded-excel/rich-api/custom-functions.ts';
import { Refusal } from './arguments.ts';

/** What the add-in's automation entry answers (src/taskpane/automation.ts), as far as it is used here. */
type Answer =
  | {
      readonly ran: true;
      readonly errors: number;
      readonly warnings: number;
      readonly summary: string;
      readonly json: string;
    }
  | { readonly ran: false; readonly message: string };

interface Automation {
  runOffer(options: {
    readonly values: boolean;
    readonly time?: string;
    readonly isUnlogged?: boolean;
  }): Promise<Answer>;
}

export interface WorkbookRun {
  readonly errors: number;
  readonly warnings: number;
  readonly summary: string;
  readonly json: string;
  /** What there is to say of circular references, or nothing. */
  readonly circular: string;
  /** The workbook with its results. */
  readonly workbook: Uint8Array;
}

export interface RunWorkbookOptions {
  /** Values instead of live formulas. */
  readonly values: boolean;
  /** What the log and the workbook's own TODAY and NOW go by, as ISO text; else the machine's clock and no log. */
  readonly now?: string | undefined;
}

/**
 * @param dist the folder of the built add-in
 * @throws Refusal what is no workbook, or an offer that cannot be run: a sentence for each thing that is wrong
 */
export async function runWorkbook(
  bytes: Uint8Array,
  dist: string,
  options: RunWorkbookOptions,
): Promise<WorkbookRun> {
  const book = readBook(bytes);
  const file = (name: string) => readFileSync(join(dist, name), 'utf8');
  const addin = openAddin({
    book,
    scripts: [file('taskpane.js')],
    functionsMetadata: JSON.parse(file('functions.json')) as FunctionsMetadata,
    namespace: 'REGRANT',
    ...(options.now === undefined ? {} : { now: Date.parse(options.now) }),
  });
  const circular = new Map<string, CircularCell>();
  addin.calculator.onCalculated((calculated) => {
    for (const cell of calculated.circular) circular.set(`${cell.sheet.id} ${cell.row} ${cell.column}`, cell);
  });
  try {
    await addin.ready;
    // Files written by other programs may carry formulas without their values.
    await addin.host.settled();
    const { Regrant } = addin.window as { readonly Regrant?: Automation };
    if (Regrant === undefined) throw new Error('The built add-in has no automation entry.');
    const { values, now } = options;
    // The same input gives the same file: the log tells a time only where one is given.
    const logged = now === undefined ? { isUnlogged: true } : { time: now };
    const answer = await Regrant.runOffer({ values, ...logged });
    // The add-in tells several things at once, each on a line.
    if (!answer.ran) throw new Refusal(...answer.message.split('\n').filter((line) => line.trim() !== ''));
    // What is saved are figures, not formulas that still wait for theirs.
    await addin.host.settled();
    const { errors, warnings, summary, json } = answer;
    return {
      errors,
      warnings,
      summary,
      json,
      circular: describeCircularReferences([...circular.values()], book.calculation.iterative),
      workbook: writeWorkbook(book),
    };
  } finally {
    addin.close();
  }
}

function readBook(bytes: Uint8Array): Workbook {
  try {
    return readWorkbook(bytes);
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error));
  }
}
