/**
 * What a person can start, from the ribbon or the pane: each action ends in a sentence, whether it worked or not. One
 * runs at a time, since they all write into the same workbook.
 */
import { badValue } from '../domain/basics/error.ts';
import { say, type Words } from '../domain/basics/sentence.ts';
import { checkLedger } from '../workbook/check-ledger.ts';
import { freezeToValues } from '../workbook/freeze-to-values.ts';
import { describeInsertion, insertTerms } from '../workbook/insert-terms.ts';
import { errorSentence } from '../workbook/office-error.ts';
import { runOffer } from '../workbook/run-offer.ts';
import { describeChecks } from '../workbook/run-report.ts';

export const ACTION_NAMES = ['insertTerms', 'checkLedger', 'runOffer', 'freezeToValues'] as const;
export type ActionName = (typeof ACTION_NAMES)[number];

export interface Outcome {
  readonly worked: boolean;
  readonly message: Words;
  /** Figures below the message, as aligned lines. */
  readonly details?: string;
}

const ACTIONS: Readonly<Record<ActionName, () => Promise<Omit<Outcome, 'worked'>>>> = {
  insertTerms: async () => ({
    message: describeInsertion(await insertTerms()),
  }),
  checkLedger: async () => ({ message: await checkLedger() }),
  runOffer: async () => {
    const report = await runOffer();
    return {
      message: say`The offer has run. ${describeChecks(report)}`,
      details: report.summary,
    };
  },
  freezeToValues: async () => {
    const cells = await freezeToValues();
    return {
      message:
        cells === 0
          ? say`There are no live formulas of Regrant in this workbook: its results are values already.`
          : say`${cells} formulas are values now. Run the offer again to have them live.`,
    };
  },
};

let isBusy = false;

/**
 * Does what writes into the workbook while nothing else does.
 *
 * @throws RegrantError something else is being done
 */
export async function exclusively<T>(work: () => Promise<T>): Promise<T> {
  if (isBusy) throw badValue(say`Regrant is still at work: wait until it has finished.`);
  isBusy = true;
  try {
    return await work();
  } finally {
    isBusy = false;
  }
}

export async function perform(name: ActionName): Promise<Outcome> {
  try {
    return { worked: true, ...(await exclusively(ACTIONS[name])) };
  } catch (error) {
    return { worked: false, message: errorSentence(error) };
  }
}
