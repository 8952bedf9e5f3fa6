/**
 * The entry for programs that run the add-in without a person, such as the command line: `globalThis.Regrant`. What
 * goes in and out is plain data, since the caller may live in another JavaScript realm.
 */
import { english } from '../domain/basics/sentence.ts';
import type { OfferStep } from '../domain/offer/life/offer-steps.ts';
import { describeInsertion, insertTerms } from '../workbook/terms/insert-terms.ts';
import { explainError } from '../workbook/excel/office-error.ts';
import { parseLedgerChoice, rememberLedger } from '../workbook/excel/remember-ledger.ts';
import type { OutputRequest } from '../outputs/output.ts';
import { readForOutputs } from '../workbook/read/read-for-outputs.ts';
import { type RunOptions, runOffer } from '../workbook/life/run-offer.ts';
import type { RunReport } from '../workbook/plan/run-report.ts';
import { takeStep } from '../workbook/life/take-step.ts';
import { writeTerms } from '../workbook/terms/write-terms.ts';
import { exampleTerms } from './state/example-terms.ts';
import { OFFER_EXAMPLES } from './state/offer-examples.ts';

/** A finished run, or the sentence that says why there is none. */
export type AutomationResult =
  | {
      readonly ran: true;
      readonly errors: number;
      readonly warnings: number;
      readonly summary: string;
      /** The run's results under their contract names, as JSON text. */
      readonly json: string;
    }
  | { readonly ran: false; readonly message: string };

export interface ProgramRun extends RunOptions {
  /** The step of the offer's life that is taken first. */
  readonly step?: OfferStep;
}

/** A program has its workbook to itself: a run that another session has begun in the file is over. */
async function runForProgram({ step, ...options }: ProgramRun = {}): Promise<AutomationResult> {
  try {
    const { errors, warnings, summary, json } = await afterStep(step, options);
    return { ran: true, errors, warnings, summary, json: JSON.stringify(json(), undefined, 2) };
  } catch (error) {
    return { ran: false, message: explainError(error) };
  }
}

/** A step that writes no results of its own is followed by a run, so that they are those of the new stage. */
async function afterStep(step: OfferStep | undefined, options: RunOptions): Promise<RunReport> {
  const run = { ...options, takesOver: true };
  if (step === undefined) return runOffer(run);
  const { time } = options;
  const taken = await takeStep(step, time === undefined ? {} : { time });
  return taken.run ?? runOffer({ ...run, isUnlogged: true });
}

/** Files that were made, or the sentences that say why none were. */
export type OutputsResult =
  | {
      readonly done: true;
      readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
      readonly summary: string;
      readonly errors: number;
      readonly warnings: number;
    }
  | { readonly done: false; readonly message: string };

/** Makes papers and files from the workbook as it is. Templates are .docx files by kind. */
async function makeForProgram(
  request: OutputRequest,
  templates: Readonly<Record<string, Uint8Array>>,
): Promise<OutputsResult> {
  try {
    const [{ makeOutputs }, { source, stage }] = await Promise.all([
      import(/* webpackChunkName: "outputs" */ '../outputs/make-outputs.ts'),
      readForOutputs(),
    ]);
    return { done: true, ...makeOutputs(source, stage, request, new Map(Object.entries(templates))) };
  } catch (error) {
    return { done: false, message: explainError(error) };
  }
}

/** Inserts the offer's tables that the workbook lacks, and a filed offer's terms into them, where its id is given. */
async function insertForProgram(offer = ''): Promise<{ done: boolean; message: string }> {
  try {
    const example = OFFER_EXAMPLES.find(({ id }) => id === offer.trim().toLowerCase());
    if (offer.trim() !== '' && example === undefined) {
      const ids = OFFER_EXAMPLES.map(({ id }) => id).join(', ');
      return { done: false, message: `There is no offer "${offer}" to take terms from: use one of ${ids}.` };
    }
    const inserted = [english(describeInsertion(await insertTerms()))];
    if (example !== undefined) {
      const { kept } = await writeTerms(exampleTerms(example), example.ratios);
      inserted.push(`Terms as ${example.company} filed them in ${String(example.year)}: ${example.source}`);
      if (kept.length > 0) inserted.push(`Formulas of your own stay: ${kept.join(', ')}.`);
    }
    return { done: true, message: inserted.join('\n') };
  } catch (error) {
    return { done: false, message: explainError(error) };
  }
}

/** Remembers in the workbook which sheet is the ledger and what its headers mean: JSON text, or nothing to forget it. */
const rememberForProgram = (choice?: string): Promise<void> => rememberLedger(parseLedgerChoice(choice));

export function exposeAutomation(): void {
  Object.assign(globalThis, {
    Regrant: {
      runOffer: runForProgram,
      rememberLedger: rememberForProgram,
      insertTerms: insertForProgram,
      makeOutputs: makeForProgram,
    },
  });
}
