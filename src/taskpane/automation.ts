/**
 * The entry for programs that run the add-in without a person, such as the command line: `globalThis.Regrant`. What
 * goes in and out is plain data, since the caller may live in another JavaScript realm.
 */
import { explainError } from '../workbook/office-error.ts';
import { parseLedgerChoice, rememberLedger } from '../workbook/remember-ledger.ts';
import { type RunOptions, runOffer } from '../workbook/run-offer.ts';

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

/** A program has its workbook to itself: a run that another session has begun in the file is over. */
async function runForProgram(options: RunOptions = {}): Promise<AutomationResult> {
  try {
    const { errors, warnings, summary, json } = await runOffer({ ...options, takesOver: true });
    return { ran: true, errors, warnings, summary, json: JSON.stringify(json(), undefined, 2) };
  } catch (error) {
    return { ran: false, message: explainError(error) };
  }
}

/** Remembers in the workbook which sheet is the ledger and what its headers mean: JSON text, or nothing to forget it. */
const rememberForProgram = (choice?: string): Promise<void> => rememberLedger(parseLedgerChoice(choice));

export function exposeAutomation(): void {
  Object.assign(globalThis, { Regrant: { runOffer: runForProgram, rememberLedger: rememberForProgram } });
}
