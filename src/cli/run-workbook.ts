/**
 * Runs the built add-in on a workbook's bytes in the embedded Excel, as the task pane would in a real one. It knows
 * neither the command line nor what an offer is.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FunctionsMetadata, openAddin } from '@regrant/embedded-excel/node';
import {
  type CircularCell,
  describeCircularReferences,
  readWorkbook,
  type Workbook,
  writeWorkbook,
} from '@regrant/embedded-excel/package';
import { type Step } from './arguments.ts';
import { Refusal } from './refusal.ts';

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
    readonly withoutNames: boolean;
    readonly time?: string;
    readonly isUnlogged?: boolean;
    readonly step?: Step;
  }): Promise<Answer>;
  makeOutputs(
    request: OutputRequest,
    templates: Readonly<Record<string, Uint8Array>>,
  ): Promise<({ readonly done: true } & MadeFiles) | { readonly done: false; readonly message: string }>;
  /** @param offer the id of a filed offer; `''` for blank terms */
  insertTerms(offer: string): Promise<{ readonly done: boolean; readonly message: string }>;
}

/** What papers are asked for (src/outputs/output.ts). */
export interface OutputRequest {
  readonly kinds: readonly string[];
  readonly holder?: string | undefined;
  readonly country?: string | undefined;
  readonly status?: string | undefined;
  readonly name?: string | undefined;
  readonly oneFile: boolean;
  readonly draft: boolean;
  readonly withoutNames: boolean;
  readonly book: string;
  readonly now?: string | undefined;
}

export interface MadeFiles {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** `12 promise, 2 upload` */
  readonly summary: string;
  readonly errors: number;
  readonly warnings: number;
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
  /** The step of the offer's life that comes first. */
  readonly step?: Step | undefined;
  /** Leaves Holder Name blank in the results. */
  readonly withoutNames?: boolean;
}

/**
 * @param dist the folder of the built add-in
 * @throws Refusal what is no workbook, or an offer that cannot be run: a sentence for each thing that is wrong
 */
export const runWorkbook = (
  bytes: Uint8Array,
  dist: string,
  { values, now, step, withoutNames = false }: RunWorkbookOptions,
): Promise<WorkbookRun> =>
  withAddin(bytes, dist, now, async ({ automation, book, circular, settled }) => {
    // The same input gives the same file: the log tells a time only where one is given.
    const logged = now === undefined ? { isUnlogged: true } : { time: now };
    const answer = await automation.runOffer({
      values,
      withoutNames,
      ...logged,
      ...(step === undefined ? {} : { step }),
    });
    if (!answer.ran) throw refusalOf(answer.message);
    // What is saved are figures, not formulas that still wait for theirs.
    await settled();
    const { errors, warnings, summary, json } = answer;
    return {
      errors,
      warnings,
      summary,
      json,
      circular: describeCircularReferences([...circular.values()], book.calculation.iterative),
      workbook: writeWorkbook(book),
    };
  });

/**
 * Makes papers and files from a workbook as it is; nothing is written into it.
 *
 * @param template a company's own, for the one kind that is asked for
 * @throws Refusal what is no workbook, or papers that cannot be made: a sentence for each thing that is wrong
 */
export const outputsOf = (
  bytes: Uint8Array,
  dist: string,
  request: OutputRequest,
  template: Uint8Array | undefined,
): Promise<MadeFiles> =>
  withAddin(
    bytes,
    dist,
    request.now,
    async ({ automation }) => {
      const made = await automation.makeOutputs(request, templatesFor(request.kinds, dist, template));
      if (!made.done) throw refusalOf(made.message);
      return made;
    },
    ['outputs.js'],
  );

/** Regrant's own templates; a kind without one is none of a file. */
function templatesFor(
  kinds: readonly string[],
  dist: string,
  own: Uint8Array | undefined,
): Readonly<Record<string, Uint8Array>> {
  return Object.fromEntries(
    kinds.flatMap((kind) => {
      const path = join(dist, 'papers', `${kind}.docx`);
      const template = own ?? (existsSync(path) ? readFileSync(path) : undefined);
      return template === undefined ? [] : [[kind, template] as const];
    }),
  );
}

/**
 * Inserts the offer's tables that the workbook lacks.
 *
 * @param offer the id of a filed offer whose terms are written; `''` for blank ones
 * @throws Refusal what is no workbook, or no offer of that id
 */
export const insertTermsInto = (
  bytes: Uint8Array,
  dist: string,
  offer: string,
): Promise<{ readonly message: string; readonly workbook: Uint8Array }> =>
  withAddin(bytes, dist, undefined, async ({ automation, book, settled }) => {
    const { done, message } = await automation.insertTerms(offer);
    if (!done) throw refusalOf(message);
    await settled();
    return { message, workbook: writeWorkbook(book) };
  });

/** The add-in tells several things at once, each on a line. */
const refusalOf = (message: string): Refusal =>
  new Refusal(...message.split('\n').filter((line) => line.trim() !== ''));

interface RunningAddin {
  readonly automation: Automation;
  readonly book: Workbook;
  readonly circular: ReadonlyMap<string, CircularCell>;
  /** Waits until nothing is to be calculated any more. */
  readonly settled: () => Promise<unknown>;
}

/** Opens the built add-in on a workbook, and closes it again. */
async function withAddin<T>(
  bytes: Uint8Array,
  dist: string,
  now: string | undefined,
  use: (running: RunningAddin) => Promise<T>,
  /** Scripts that a page would load when they are needed. */
  parts: readonly string[] = [],
): Promise<T> {
  const book = readBook(bytes);
  const file = (name: string) => readFileSync(join(dist, name), 'utf8');
  const addin = openAddin({
    book,
    scripts: [...parts, 'taskpane.js'].map(file),
    functionsMetadata: JSON.parse(file('functions.json')) as FunctionsMetadata,
    namespace: 'REGRANT',
    ...(now === undefined ? {} : { now: Date.parse(now) }),
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
    return await use({ automation: Regrant, book, circular, settled: async () => addin.host.settled() });
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
