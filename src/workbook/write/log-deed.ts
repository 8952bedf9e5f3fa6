/**
 * Logs what is done to a workbook beside runs and steps: freezing, repairing the ledger, making papers. The row comes in
 * the caller's own request, so that one Undo takes back the deed and its row; no sheet is deleted, which would make Excel
 * forget what can be undone.
 */
import type { LogEntry, LogStep } from '../../domain/offer/life/offer-log.ts';
import { LOG_TABLE } from '../../domain/offer/life/offer-log.ts';
import type { OfferRun } from '../../domain/offer/offer-run.ts';
import { AFTER_CELL_EDIT } from '../excel/excel-run.ts';
import { RunWatch } from '../excel/run-control.ts';
import { logEntry } from '../plan/log-entry.ts';
import { presentTable, refuseProtected } from '../read/own-tables.ts';
import type { WorkbookReading } from '../read/read-workbook.ts';
import { appendRow } from './place-results.ts';
import { growTable } from './write-table.ts';
import { logPlan, refuseObstacles, writeLog } from './write-results.ts';

export type Deed = Extract<LogStep, 'Freeze' | 'Repair' | 'Papers'>;

/** A row that is ready to be added. */
export interface DeedLog {
  /** With the deed's request: adds the row to the log that the workbook has. */
  readonly queue: (note: string) => void;
  /** After the deed, with a request of its own: makes the log where there was none. */
  readonly finish: (note: string) => Promise<void>;
}

/**
 * Prepares the row before the deed, so that a log that cannot be written stops it.
 *
 * @param run the offer as it is computed now; undefined where it cannot be
 * @throws RegrantError the log's sheet is protected, or cells stand in the way of its new row
 */
export async function logDeed(
  context: Excel.RequestContext,
  { shape, source, life }: WorkbookReading,
  step: Deed,
  run: OfferRun | undefined,
  time?: string,
): Promise<DeedLog> {
  const entryOf = (note: string): LogEntry =>
    logEntry(run, source, step, life.stage, { note, ...(time === undefined ? {} : { time }) });
  const existing = presentTable(shape, LOG_TABLE);
  if (existing === undefined)
    return {
      queue: () => undefined,
      finish: (note) =>
        Excel.run(AFTER_CELL_EDIT, (own) =>
          writeLog(own, shape, entryOf(note), { logRows: life.logRows }, new RunWatch()),
        ),
    };
  refuseProtected(shape, existing);
  await refuseObstacles(context, shape, [logPlan(existing, life.logRows, entryOf(''))]);
  return {
    queue: (note) => {
      const plan = logPlan(existing, life.logRows, entryOf(note));
      const sheet = context.workbook.worksheets.getItem(plan.sheet);
      growTable(sheet, plan);
      appendRow(sheet, plan);
    },
    finish: () => Promise.resolve(),
  };
}
