/**
 * What keeps two runs in one workbook apart, one person's and another's: a run does not begin while another is under
 * way, and puts nothing into place where the result tables are no longer as it found them.
 */
import { badValue, RegrantError } from '../../domain/basics/error.ts';
import { say } from '../../domain/basics/sentence.ts';
import type { Rect } from '../excel/rect.ts';
import type { TablePlan } from '../plan/result-plan.ts';
import { otherRun } from '../excel/staging.ts';
import type { WorkbookShape } from '../excel/workbook-shape.ts';

/** Another session seems to be running the offer; a person may know that it is not. */
export class OtherRun extends RegrantError {
  constructor() {
    super(
      'value',
      say`Somebody else seems to be running the offer in this workbook: wait until it has finished. If it was broken off, run anyway. Nothing was changed.`,
    );
    this.name = 'OtherRun';
  }
}

/** @throws OtherRun */
export function refuseOtherRun(shape: WorkbookShape, now: number): void {
  if (otherRun(shape, now) !== undefined) throw new OtherRun();
}

const RECT = 'rowIndex,columnIndex,rowCount,columnCount';

/**
 * Queues a last look at the tables that are going to be written.
 *
 * @returns what throws, once the queue was sent, where they have moved, grown or come into being meanwhile
 */
export function queueLastLook(context: Excel.RequestContext, plans: readonly TablePlan[]): () => void {
  const { tables, worksheets } = context.workbook;
  const looks = plans.map((plan) => {
    const table = tables.getItemOrNullObject(plan.existing?.name ?? plan.definition.table).load('name');
    const range = plan.existing === undefined ? undefined : table.getRange().load(RECT);
    const sheet = plan.existing === undefined ? worksheets.getItemOrNullObject(plan.sheet) : undefined;
    return { plan, table, range, sheet: sheet?.load('name') };
  });
  return () => {
    for (const { plan, table, range, sheet } of looks) {
      const stands =
        plan.existing === undefined
          ? table.isNullObject && sheet?.isNullObject === true
          : range !== undefined && !table.isNullObject && isAt(range, plan.existing);
      if (!stands)
        throw badValue(
          say`The sheet "${plan.sheet}" was changed while the offer was being run, perhaps by somebody else: nothing was written. Run again.`,
        );
    }
  };
}

/** A totals row belongs to the range and not to the plan. */
const isAt = (now: Excel.Range, { range, hasTotals }: { range: Rect; hasTotals: boolean }): boolean =>
  now.rowIndex + 1 === range.row &&
  now.columnIndex + 1 === range.column &&
  now.rowCount === range.rowCount + (hasTotals ? 1 : 0) &&
  now.columnCount === range.columnCount;
