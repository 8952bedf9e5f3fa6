/** Runs the offer of the open workbook from its cells to its result sheets: read, compute, write, report. */
import type { OfferDigests } from '../../domain/offer/life/freeze-tables.ts';
import { repeats } from '../../domain/offer/life/offer-log.ts';
import { runInSteps } from '../../domain/offer/run-offer.ts';
import { AFTER_CELL_EDIT } from '../excel/excel-run.ts';
import { inSlices } from '../excel/in-slices.ts';
import { whyEligibilityStays } from '../plan/live-formulas.ts';
import { isoTime, logEntry } from '../plan/log-entry.ts';
import { refuseRun } from '../read/offer-life.ts';
import { readWorkbook } from '../read/read-workbook.ts';
import { type RunControl, RunWatch } from '../excel/run-control.ts';
import { type RunReport, reportOf } from '../plan/run-report.ts';
import { writeResults } from '../write/write-results.ts';

export interface RunOptions extends RunControl {
  /** Values instead of live formulas. */
  readonly values?: boolean;
  /** The moment that the log gives the run, as ISO text; else the clock's. */
  readonly time?: string;
  /** Leaves the log alone: for programs whose result must not depend on when they ran. */
  readonly isUnlogged?: boolean;
  /** Leaves Holder Name blank in the results. */
  readonly withoutNames?: boolean;
  /** Runs though another session seems to be running the offer: that one has been broken off. */
  readonly takesOver?: boolean;
}

/**
 * Runs the offer. The log gets a row where the run brings anything new.
 *
 * @throws RegrantError what stops a run, said for a person, or `Cancelled`; the workbook is then as it was
 */
export async function runOffer({
  values = false,
  time,
  isUnlogged = false,
  takesOver = false,
  withoutNames = false,
  ...control
}: RunOptions = {}): Promise<RunReport> {
  return Excel.run(AFTER_CELL_EDIT, async (context) => {
    const watch = new RunWatch(control);
    const { shape, source: cells, life } = await readWorkbook(context, watch);
    refuseRun(life);
    const source = withoutNames ? { ...cells, withoutNames } : cells;
    watch.begin('Computing');
    const run = await inSlices(runInSteps(source), () => {
      watch.stopIfCancelled();
    });
    let digests: OfferDigests | undefined;
    const written = await writeResults(
      context,
      shape,
      run,
      {
        values,
        takesOver,
        stage: life.stage,
        eligibilityStays: whyEligibilityStays(source, run),
        logRows: life.logRows,
        ...(isUnlogged
          ? {}
          : {
              log: (checked) => {
                const at = time === undefined ? {} : { time: isoTime(Date.parse(time)) };
                const entry = logEntry(checked, source, 'Run', life.stage, at);
                ({ digests } = entry);
                return repeats(entry, life.log.at(-1)) ? undefined : entry;
              },
            }),
      },
      watch,
    );
    return reportOf(written, digests);
  });
}
