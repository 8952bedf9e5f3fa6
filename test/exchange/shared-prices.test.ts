/** Many new grants and a long table of prices: each price is computed once, in a cell to which the rows refer. */
import assert from 'node:assert/strict';
import { type HostMode, hostModes } from '@regrant/embedded-excel/node';
import type { Sheet, Workbook } from '@regrant/embedded-excel/package';
import { grant } from '../../src/domain/offer/offer-book.fixture.ts';
import { freezeToValues } from '../../src/workbook/life/freeze-to-values.ts';
import { runOffer } from '../../src/workbook/life/run-offer.ts';
import { offerWorkbook } from '../offer-workbook.ts';
import { columnOf, formulasOf, sheetNamed } from '../run-addin.ts';
import { withWorkbook, type WorkbookSession } from '../workbook-session.ts';

/** So many that the next run writes their rows at once, and so many that it copies them from a hidden sheet. */
const GRANTS = 600;
const MANY_GRANTS = 1000;
/** 2003-07-21, the grant date, and 249 days before it. */
const PRICES = Array.from({ length: 250 }, (_, index) => [37823 - 249 + index, 1.5]);

const offer = (count = GRANTS): Workbook =>
  offerWorkbook({
    grants: Array.from({ length: count }, (_, index) => grant(`G-${String(index)}`)),
    prices: PRICES,
  });

const inExcel = (
  book: Workbook,
  use: (session: WorkbookSession) => Promise<void>,
  modes: readonly HostMode[] = ['function-calls-5mb'],
): Promise<void> => withWorkbook(book, use, hostModes(modes));

const newGrants = (book: Workbook): Sheet => sheetNamed(book, 'Regrant New Grants');
const pricesOf = (book: Workbook) => columnOf(book, 'RegrantNewGrants', 'Exercise Price');
const priceFormulas = (book: Workbook) => formulasOf(book, 'RegrantNewGrants', 'Exercise Price');
/** 600 cells that hold the same are one line of a report. */
const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** Where the shared cells are, by their first header. */
function besideOf(book: Workbook): { row: number; column: number } | undefined {
  const sheet = newGrants(book);
  for (let column = 0; column < 60; column++)
    if (sheet.value(0, column) === 'Price Date') return { row: 0, column };
  return undefined;
}

/** The price in the offer's table of prices, as somebody types it. */
function setLastClose(book: Workbook, close: number): void {
  const { sheet, dataArea } = book.table('OfferPrices') ?? assert.fail();
  sheet.setValue(dataArea.bottom, dataArea.left + 1, close);
}

describe('Prices of many new grants', () => {
  for (const [count, modes] of [
    [GRANTS, ['function-calls-5mb', 'formulas-fill-columns']],
    [MANY_GRANTS, ['function-calls-5mb']],
  ] as const)
    it(`follow one shared cell, now and after the next run: ${String(count)}, in an Excel with ${modes.join(' and ')}`, () =>
      inExcel(
        offer(count),
        async ({ book, host }) => {
          for (const close of [1.5, 1.75]) {
            setLastClose(book, close);
            await runOffer();
            await host.settled();
            assert.deepEqual(distinct(pricesOf(book)), [close]);
            assert.equal(priceFormulas(book).filter((formula) => formula === undefined).length, 0);
            assert.ok(priceFormulas(book).every((formula) => formula?.includes('REGRANT.') === false));
            const { row, column } = besideOf(book) ?? assert.fail('no shared cells');
            assert.match(
              String(newGrants(book).formula(row + 1, column + 1)),
              /REGRANT\.EXERCISEPRICE\(\$[A-Z]+\$2,OfferPrices/,
            );
            assert.equal(newGrants(book).value(row + 2, column), null, 'one price for all');
            assert.deepEqual(
              columnOf(book, 'RegrantChecks', 'Problem').filter((text) =>
                String(text).includes('Exercise Price'),
              ),
              [],
            );
          }
          setLastClose(book, 2);
          await host.settled();
          assert.deepEqual(distinct(pricesOf(book)), [2], 'live without a run');
        },
        modes,
      ));

  it('become values with the cell that they share, where an analyst freezes the results', () =>
    inExcel(offer(), async ({ book, host }) => {
      await runOffer();
      await host.settled();
      await freezeToValues();
      const { row, column } = besideOf(book) ?? assert.fail('no shared cells');
      assert.equal(newGrants(book).formula(row + 1, column + 1), undefined);
      assert.equal(newGrants(book).value(row + 1, column + 1), 1.5);
      assert.deepEqual(distinct(priceFormulas(book)), [undefined]);
      assert.deepEqual(distinct(pricesOf(book)), [1.5]);
    }));

  it('leave what somebody wrote beside the table, and are values there', () =>
    inExcel(offer(), async ({ book, host }) => {
      await runOffer();
      await host.settled();
      const { column } = besideOf(book) ?? assert.fail('no shared cells');
      const sheet = newGrants(book);
      for (const row of [0, 1]) for (const at of [column, column + 1]) sheet.setValue(row, at, null);
      sheet.setValue(1, column + 1, 'Ask counsel');
      await runOffer();
      await host.settled();
      assert.equal(sheet.value(1, column + 1), 'Ask counsel');
      assert.deepEqual(distinct(pricesOf(book)), [1.5]);
      assert.deepEqual(distinct(priceFormulas(book)), [undefined]);
      assert.ok(
        columnOf(book, 'RegrantChecks', 'Problem').some((text) =>
          String(text).includes('Exercise Price is a value'),
        ),
      );
    }));

  it('need no shared cell once there are few, and the one that was there is gone', () =>
    inExcel(offer(), async ({ book, host }) => {
      await runOffer();
      await host.settled();
      assert.ok(besideOf(book) !== undefined);
      const { sheet, dataArea } = book.table('OfferPrices') ?? assert.fail();
      for (let row = dataArea.top; row < dataArea.bottom; row++)
        for (const column of [dataArea.left, dataArea.left + 1]) sheet.setValue(row, column, null);
      const ledger = sheetNamed(book, 'Cap Table');
      for (let row = 12; row < 12 + GRANTS; row++)
        for (let column = 0; column < 30; column++) ledger.setValue(row, column, null);
      await runOffer();
      await host.settled();
      assert.equal(besideOf(book), undefined);
      assert.ok(
        priceFormulas(book).every((formula) => formula?.includes('REGRANT.EXERCISEPRICE([@[Grant Date]]')),
      );
    }));
});
