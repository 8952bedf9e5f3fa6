/** Checks the open workbook's ledger and writes what is wrong with it to Regrant Checks; no other sheet changes. */
import { checkLedger as check } from '../domain/offer/check-ledger.ts';
import { CHECKS_TABLE } from '../domain/offer/result-tables.ts';
import { inOneUndo } from './excel-run.ts';
import { refuseRun } from './offer-life.ts';
import { readWorkbook } from './read-workbook.ts';
import { RunWatch } from './run-control.ts';
import { writeChecks } from './write-results.ts';

/** @returns a sentence for a person */
export async function checkLedger(): Promise<string> {
  return Excel.run(inOneUndo(), async (context) => {
    const { shape, source, life } = await readWorkbook(context);
    refuseRun(life);
    const { sheet, grants, checks, errors, warnings } = check(source);
    await writeChecks(context, shape, checks, new RunWatch());
    const found =
      errors + warnings === 0
        ? 'Nothing is wrong with it'
        : `${errors} errors and ${warnings} warnings are listed on the sheet ${CHECKS_TABLE.sheet}`;
    return `The ledger is on sheet "${sheet}" and has ${grants} grants. ${found}.`;
  });
}
