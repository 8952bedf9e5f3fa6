/** Checks the open workbook's ledger and writes what is wrong with it to Regrant Checks; no other sheet changes. */
import { say, type Words } from '../../domain/basics/sentence.ts';
import { checkLedger as check } from '../../domain/offer/checks/check-ledger.ts';
import { CHECKS_TABLE } from '../../domain/offer/results/result-tables.ts';
import { AFTER_CELL_EDIT } from '../excel/excel-run.ts';
import { refuseRun } from '../read/offer-life.ts';
import { readWorkbook } from '../read/read-workbook.ts';
import { type RunControl, RunWatch } from '../excel/run-control.ts';
import { countedErrors, countedWarnings } from '../plan/run-report.ts';
import { writeChecks } from '../write/write-results.ts';

/** @returns a sentence for a person */
export async function checkLedger(control: RunControl = {}): Promise<Words> {
  return Excel.run(AFTER_CELL_EDIT, async (context) => {
    const watch = new RunWatch(control);
    const { shape, source, life } = await readWorkbook(context, watch);
    refuseRun(life);
    const { sheet, grants, checks, errors, warnings } = check(source);
    await writeChecks(context, shape, checks, watch);
    const place = say`The ledger is on sheet "${sheet}" and has ${grants} grants.`;
    return errors + warnings === 0
      ? say`${place} Nothing is wrong with it.`
      : say`${place} ${countedErrors(errors)} and ${countedWarnings(warnings)} are listed on the sheet ${CHECKS_TABLE.sheet}.`;
  });
}
