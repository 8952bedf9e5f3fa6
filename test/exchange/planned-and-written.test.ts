/** That what the pane says of a run before it is what the run then does: rows of each table, and the log's row. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readWorkbook as readFile, type Workbook } from '@regrant/embedded-excel/package';
import { offerView } from '../../src/taskpane/state/offer-view.ts';
import type { RunPlan } from '../../src/taskpane/state/run-plan.ts';
import { readResults } from '../../src/workbook/read/read-results.ts';
import { readWorkbook } from '../../src/workbook/read/read-workbook.ts';
import { runOffer } from '../../src/workbook/life/run-offer.ts';
import { cancelOptions, closeOffer, grantAwards, openOffer } from '../../src/workbook/life/take-step.ts';
import { columnOf } from '../run-addin.ts';
import { withWorkbook } from '../workbook-session.ts';

const SAMPLE = new URL('../../assets/samples/lantronix-2002.xlsx', import.meta.url);

const plan = (): Promise<RunPlan> =>
  Excel.run(async (context) => {
    const reading = await readWorkbook(context);
    const results = await readResults(context, reading.shape);
    return offerView({ ...reading, results, offerFormulas: new Map() }).plan;
  });

const rowsOf = (book: Workbook, table: string): number => {
  const area = book.table(table)?.area;
  assert.ok(area, table);
  return area.bottom - area.top;
};

/** Plans, runs, and compares. */
async function planAndRun(book: Workbook): Promise<RunPlan> {
  const planned = await plan();
  const logRows = book.table('RegrantLog') === undefined ? 0 : columnOf(book, 'RegrantLog', 'Step').length;
  await runOffer();
  for (const { table, rowsThen } of planned.tables)
    if (rowsThen !== undefined) assert.equal(rowsOf(book, table), rowsThen, table);
  const isLogged = planned.tables.some(({ isLog }) => isLog);
  assert.equal(columnOf(book, 'RegrantLog', 'Step').length, logRows + (isLogged ? 1 : 0));
  return planned;
}

const logs = ({ tables }: RunPlan): boolean => tables.some(({ isLog }) => isLog);

describe('What the pane plans is what a run writes', () => {
  it('the first time, again, with a filter, after the closing, and nothing once the awards are granted', () =>
    withWorkbook(readFile(readFileSync(SAMPLE)), async ({ book, host }) => {
      assert.equal(logs(await planAndRun(book)), true);
      assert.equal(logs(await planAndRun(book)), false, 'a run that repeats the last adds no row');
      await Excel.run(async (context) => {
        const table = context.workbook.tables.getItem('RegrantNewGrants');
        table.autoFilter.apply(table.getRange(), 2, { filterOn: 'Values', values: ['1'] });
        await context.sync();
      });
      const filtered = await plan();
      assert.ok(filtered.tables.some(({ isFiltered }) => isFiltered));
      await planAndRun(book);
      await openOffer();
      await closeOffer();
      await host.settled();
      assert.equal(logs(await planAndRun(book)), false);
      await cancelOptions();
      assert.equal(logs(await planAndRun(book)), true, 'the stage is another');
      await grantAwards();
      const final = await plan();
      assert.deepEqual([final.isFinal, final.tables], [true, []]);
    }));
});
