/** The real offers that the pane offers to start from, put into a workbook's cells and run. */
import assert from 'node:assert/strict';
import { grant } from '../../src/domain/offer/offer-book.fixture.ts';
import type { Workbook } from '@regrant/embedded-excel/package';
import { excelBook } from '../../src/taskpane/book/excel-book.ts';
import { OFFER_EXAMPLES, type OfferExample } from '../../src/taskpane/state/offer-examples.ts';
import { runOffer } from '../../src/workbook/life/run-offer.ts';
import { offerWorkbook } from '../offer-workbook.ts';
import { columnOf } from '../run-addin.ts';
import { withWorkbook } from '../workbook-session.ts';

/** Grants in each tier of each offer. */
const PRICES = [13, 26, 45, 75, 95];
const workbook = (ratios: (string | number)[][]): Workbook =>
  offerWorkbook({
    grants: PRICES.map((price, at) => grant(`G${at}`, { 'Exercise Price': price, Outstanding: 1200 })),
    ratios,
    prices: [['2003-07-21', 5]],
  });

/** What each filing gives for 1,200 shares at each of the prices, to somebody hired in 2000. */
const EXPECTED: Readonly<Record<string, readonly number[]>> = {
  'lantronix-2002': [900, 900, 900, 900, 900],
  'lucent-2002': [960, 600, 300, 200, 200],
  'agilent-2003': [0, 800, 600, 480, 300],
  'extreme-networks-2003': [720, 720, 720, 720, 720],
  'vmware-2008': [1200, 1200, 1200, 1200, 1200],
  'castlight-2016': [1200, 1200, 1200, 1200, 1200],
};
const expected = ({ id }: OfferExample): readonly number[] => EXPECTED[id] ?? [];

describe('The real offers to start from', function () {
  for (const header of ['New per Old', 'Old per New'])
    it(`give their own shares in whatever order one tries them, over a table that has ${header}`, () => {
      const book = workbook([
        ['Exercise Price From', 'Exercise Price To', header],
        ['', '', 1],
      ]);
      const prices = book.table('OfferPrices');
      assert.ok(prices);
      prices.sheet.setValues(0, 1, [
        ['Close', 'High', 'Low'],
        [5, 6, 4],
      ]);
      book.resizeTable(prices, { ...prices.area, right: 3 });
      return withWorkbook(book, async ({ host }) => {
        const tried = [...OFFER_EXAMPLES, ...OFFER_EXAMPLES.slice(0, -1).reverse()];
        for (const example of tried) {
          await excelBook.startFrom(example);
          const report = await runOffer();
          await host.settled();
          const untiered = expected(example).filter((count) => count === 0).length;
          assert.equal(report.errors, untiered, example.id);
          const cancelled = columnOf(book, 'RegrantNewGrants', 'Old Grant ID');
          const shares = columnOf(book, 'RegrantNewGrants', 'New Shares');
          const given = PRICES.map((_, at) => Number(shares[cancelled.indexOf(`G${at}`)] ?? 0));
          assert.deepEqual(given, expected(example), example.id);
        }
      });
    });

  it('bring the columns that the table lacks, and leave an analyst\u2019s own formulas', () => {
    const book = workbook([
      ['Plan', 'New per Old'],
      ['2000 Plan', 1],
    ]);
    return withWorkbook(book, async () => {
      const tiers = OFFER_EXAMPLES.find(({ id }) => id === 'agilent-2003');
      assert.ok(tiers);
      const terms = book.table('OfferTerms');
      assert.ok(terms);
      const row = columnOf(book, 'OfferTerms', 'Term').indexOf('Vesting Schedule') + 1;
      terms.sheet.setFormula(row, 1, '="100% annually over "&3&" years"');
      const { kept } = await excelBook.startFrom(tiers);
      assert.deepEqual(kept, ['Vesting Schedule']);
      assert.deepEqual(
        book.table('OfferRatios')?.columns.map(({ name }) => name),
        ['Plan', 'Old per New', 'Exercise Price From', 'Exercise Price To'],
      );
      assert.deepEqual(columnOf(book, 'OfferRatios', 'Exercise Price From'), [25.01, 40, 70, 90]);
      await runOffer();
    });
  });

  it('are refused before anything changes where something stands below the ratios', () => {
    const book = workbook([
      ['Exercise Price From', 'Exercise Price To', 'New per Old'],
      ['', '', 1],
    ]);
    return withWorkbook(book, async () => {
      const tiers = OFFER_EXAMPLES.find(({ ratios }) => ratios.length > 0);
      assert.ok(tiers);
      const ratios = book.table('OfferRatios');
      assert.ok(ratios);
      ratios.sheet.setValue(3, 0, 'Approved by the board');
      const before = columnOf(book, 'OfferTerms', 'Value');
      await assert.rejects(excelBook.startFrom(tiers), /Something is below the table OfferRatios/);
      assert.deepEqual(columnOf(book, 'OfferTerms', 'Value'), before);
      assert.equal(ratios.sheet.value(3, 0), 'Approved by the board');
    });
  });
});
