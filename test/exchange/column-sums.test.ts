/** That results typed over by hand show in what is read of a run, at no round trip more. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readWorkbook as readFile } from '@regrant/embedded-excel/package';
import { overwritten } from '../../src/taskpane/state/overwritten.ts';
import { readResults } from '../../src/workbook/read/read-results.ts';
import { runOffer } from '../../src/workbook/life/run-offer.ts';
import { readShape } from '../../src/workbook/excel/workbook-shape.ts';
import { sheetNamed } from '../run-addin.ts';
import { withWorkbook } from '../workbook-session.ts';

const SAMPLE = new URL('../../assets/samples/lantronix-2002.xlsx', import.meta.url);

const read = () =>
  Excel.run(async (context) => overwritten(await readResults(context, await readShape(context)), undefined));

describe('The columns of the result tables', () => {
  it('add up to the totals after a run, and no more once a result is typed over', () =>
    withWorkbook(readFile(readFileSync(SAMPLE)), async ({ book, host, server }) => {
      await runOffer();
      await host.settled();
      server.resetCounters();
      assert.deepEqual(await read(), []);
      assert.ok(server.counters.roundTrips <= 3, `${server.counters.roundTrips} round trips`);
      const sheet = sheetNamed(book, 'Regrant New Grants');
      assert.equal(sheet.value(3, 8), 751);
      sheet.setValue(3, 8, 5);
      await host.settled();
      const [first, ...others] = await read();
      assert.deepEqual([first?.column, first?.sum, first?.total], ['New Shares', 271_968, 272_714]);
      assert.deepEqual(first?.cells, { sheet: 'Regrant New Grants', address: 'I2:I150' });
      assert.deepEqual(others, []);
      await runOffer();
      await host.settled();
      assert.deepEqual(await read(), []);
    }));
});
