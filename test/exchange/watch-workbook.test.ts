/** What the pane hears of the workbook while it is open. */
import assert from 'node:assert/strict';
import { grant } from '../../src/domain/offer/offer-book.fixture.ts';
import type { Workbook } from '@regrant/embedded-excel/package';
import { watchWorkbook } from '../../src/workbook/excel/watch-workbook.ts';
import { offerWorkbook } from '../offer-workbook.ts';
import { withWorkbook } from '../workbook-session.ts';

const rename = (context: Excel.RequestContext): void => {
  context.workbook.worksheets.getItem('Cap Table').name = 'Ledger';
};
const dropTable = (context: Excel.RequestContext): void =>
  context.workbook.tables.getItem('OfferPrices').delete();
const addTable = (context: Excel.RequestContext): void => {
  context.workbook.worksheets.getItem('OfferPrices').tables.add('D1:E3', false);
};

/** How often the pane hears of a change that these requests make. */
async function heard(book: Workbook, change: (context: Excel.RequestContext) => void): Promise<number> {
  return withWorkbook(book, async () => {
    // An Excel that tells of names, too: the embedded one says less of itself than it can.
    Object.assign(Office.context.requirements, { isSetSupported: () => true });
    let changes = 0;
    let hear: () => void = () => undefined;
    const first = new Promise<void>((resolve) => (hear = resolve));
    const stop = await watchWorkbook({
      changed: () => {
        changes++;
        hear();
      },
      selected: () => undefined,
    });
    await Excel.run(async (context) => {
      change(context);
      await context.sync();
    });
    await first;
    await stop();
    return changes;
  });
}

describe('A workbook that is watched', () => {
  const book = () => offerWorkbook({ grants: [grant('A')], prices: [['2003-07-21', 1.5]] });

  for (const [what, change] of [
    ['a sheet is renamed', rename],
    ['a table is deleted', dropTable],
    ['a table is added', addTable],
  ] as const)
    it(`tells when ${what}`, async () => {
      assert.ok((await heard(book(), change)) >= 1);
    });
});
