/**
 * What writes into the workbook at a person's command: each action ends in a sentence or is refused with one. One runs at
 * a time, since they all write into the same workbook. It does not know who asks.
 */
import { badValue } from '../domain/basics/error.ts';
import { say, type Words } from '../domain/basics/sentence.ts';
import { checkLedger } from '../workbook/life/check-ledger.ts';
import { freezeToValues } from '../workbook/life/freeze-to-values.ts';
import { describeInsertion, insertTerms } from '../workbook/terms/insert-terms.ts';
import type { RunControl } from '../workbook/excel/run-control.ts';
import { runOffer } from '../workbook/life/run-offer.ts';
import { describeChecks } from '../workbook/plan/run-report.ts';

export type ActionName = 'insertTerms' | 'checkLedger' | 'runOffer' | 'freezeToValues';

const ACTIONS: Readonly<Record<ActionName, (control: RunControl) => Promise<Words>>> = {
  insertTerms: async () => describeInsertion(await insertTerms()),
  checkLedger,
  runOffer: async (control) => say`The offer has run. ${describeChecks(await runOffer(control))}`,
  freezeToValues: async () => {
    const cells = await freezeToValues();
    return cells === 0
      ? say`There are no live formulas of Regrant in this workbook: its results are values already.`
      : say`${cells} formulas are values now. Run the offer again to have them live.`;
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

/**
 * @param control follows and stops what can be stopped
 * @returns what came of it, for a person
 * @throws what stopped it; the workbook is then as it was
 */
export const perform = (name: ActionName, control: RunControl): Promise<Words> =>
  exclusively(() => ACTIONS[name](control));
