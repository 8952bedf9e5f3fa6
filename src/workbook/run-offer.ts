/** Runs the offer of the open workbook from its cells to its result sheets: read, compute, write, report. */
import { runOffer as compute } from '../domain/offer/run-offer.ts';
import { inOneUndo } from './excel-run.ts';
import { readWorkbook } from './read-workbook.ts';
import { type RunReport, reportOf } from './run-report.ts';
import { writeResults } from './write-results.ts';

export interface RunOptions {
  /** Values instead of live formulas. */
  readonly values?: boolean;
}

/** @throws RegrantError what stops a run, said for a person; the workbook is then as it was */
export async function runOffer({ values = false }: RunOptions = {}): Promise<RunReport> {
  return Excel.run(inOneUndo(), async (context) => {
    const { shape, source } = await readWorkbook(context);
    const run = compute(source);
    return reportOf(await writeResults(context, shape, run, { values }));
  });
}
