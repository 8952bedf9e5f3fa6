/** Cells that the pane reads, selects, watches and writes one by one: terms, formulas, the sample, frozen results. */
import assert from 'node:assert/strict';
import { grant } from '../../src/domain/offer/offer-book.fixture.ts';
import { newWorkbook } from '@regrant/embedded-excel/package';
import { SAMPLE_LEDGER, SAMPLE_TABLES, SAMPLE_TERMS } from '../../src/taskpane/state/sample-workbook.ts';
import { freezeToValues } from '../../src/workbook/life/freeze-to-values.ts';
import { insertFormula } from '../../src/workbook/excel/insert-formula.ts';
import { insertSample } from '../../src/workbook/terms/insert-sample.ts';
import { readCells } from '../../src/workbook/excel/read-cells.ts';
import { breakdownTable, readResults } from '../../src/workbook/read/read-results.ts';
import { runOffer } from '../../src/workbook/life/run-offer.ts';
import { readActiveCell, selectCells, showSheet } from '../../src/workbook/excel/select-cells.ts';
import { watchWorkbook } from '../../src/workbook/excel/watch-workbook.ts';
import { readShape } from '../../src/workbook/excel/workbook-shape.ts';
import { writeTerms } from '../../src/workbook/terms/write-terms.ts';
import { offerWorkbook } from '../offer-workbook.ts';
import { columnOf, formulasOf, sheetNamed } from '../run-addin.ts';
import { withWorkbook } from '../workbook-session.ts';

const OFFER = { grants: [grant('A'), grant('B', { 'Holder ID': '002', Outstanding: 1001 })] };

/** The cell beside a term, as the model has it. */
const valueOf = (book: ReturnType<typeof offerWorkbook>, term: string): unknown =>
  columnOf(book, 'OfferTerms', 'Value')[columnOf(book, 'OfferTerms', 'Term').indexOf(term)];

describe('The selected cell of an offer', () => {
  it('is known with its whole row from column A on, so that its grant can be told', () =>
    withWorkbook(offerWorkbook(OFFER), async () => {
      await selectCells('Cap Table', 'J4');
      const cell = await readActiveCell();
      assert.deepEqual([cell.sheet, cell.row, cell.column, cell.isEmpty], ['Cap Table', 4, 10, false]);
      assert.deepEqual([cell.rowCells[0], cell.rowCells[5], cell.rowCells[10]], ['002', 'B', 1001]);
    }));

  it('has an empty row where nothing stands beside it, on the sheet that is shown', () =>
    withWorkbook(offerWorkbook(OFFER), async () => {
      await selectCells('Cap Table', 'C40');
      assert.deepEqual((await readActiveCell()).rowCells, []);
      await showSheet('OfferPrices');
      assert.equal((await readActiveCell()).sheet, 'OfferPrices');
    }));

  it('takes a formula where it is empty, and keeps what it holds until it is told otherwise', () =>
    withWorkbook(offerWorkbook(OFFER), async ({ book, host }) => {
      const sheet = sheetNamed(book, 'Cap Table');
      await selectCells('Cap Table', 'A1');
      assert.deepEqual(await insertFormula('=REGRANT.NEWSHARES(1001,"4:3","up")', false), {
        inserted: false,
        address: "'Cap Table'!A1",
        content: 'Cap table',
      });
      assert.equal(sheet.value(0, 0), 'Cap table');
      await insertFormula('=REGRANT.NEWSHARES(1001,"4:3","up")', true);
      await host.settled();
      assert.equal(sheet.value(0, 0), 751);
    }));

  it('calculates a formula though it was formatted as text', () =>
    withWorkbook(offerWorkbook(OFFER), async ({ book, host }) => {
      const sheet = sheetNamed(book, 'Cap Table');
      sheet.setStyle(0, 20, book.styles.withNumberFormat(sheet.style(0, 20), '@'));
      await selectCells('Cap Table', 'U1');
      await insertFormula('=REGRANT.NEWSHARES(1000,"3:4")', false);
      await host.settled();
      assert.equal(sheet.value(0, 20), 1333);
    }));
});

describe('The terms of an offer, written one by one', () => {
  it('change their own cells and nothing beside them', () =>
    withWorkbook(offerWorkbook(OFFER), async ({ book }) => {
      const before = columnOf(book, 'OfferTerms', 'Value');
      await writeTerms([{ term: 'Rounding', value: 'down' }]);
      const changed = columnOf(book, 'OfferTerms', 'Value').flatMap((value, at) =>
        value === before[at] ? [] : [columnOf(book, 'OfferTerms', 'Term')[at]],
      );
      assert.deepEqual(changed, ['Rounding']);
    }));

  it('stay text where Excel would make a date of a ratio, and count days from 1904 where the workbook does', async () => {
    const book = offerWorkbook({ ...OFFER, date1904: true });
    await withWorkbook(book, async () => {
      await writeTerms([
        { term: 'Ratio', value: '3/4', format: '@' },
        { term: 'New Grant Date', value: 37823, format: 'yyyy-mm-dd' },
      ]);
      assert.equal(valueOf(book, 'Ratio'), '3/4');
      assert.equal(valueOf(book, 'New Grant Date'), 37823 - 1462);
    });
  });

  it('get a row where the table has none for them; a blank one needs none', () =>
    withWorkbook(offerWorkbook(OFFER), async ({ book }) => {
      const rows = columnOf(book, 'OfferTerms', 'Term').length;
      await writeTerms([{ term: 'Minimum New Shares', value: '' }]);
      assert.equal(columnOf(book, 'OfferTerms', 'Term').length, rows);
      await writeTerms([{ term: 'Minimum New Shares', value: 10 }]);
      assert.equal(valueOf(book, 'Minimum New Shares'), 10);
    }));

  it('never replace a formula of the analyst\u2019s own', () =>
    withWorkbook(offerWorkbook({ ...OFFER, terms: { 'Price Decimals': '=1+1' } }), async ({ book }) => {
      await writeTerms([{ term: 'Price Decimals', value: 4 }]);
      const at = columnOf(book, 'OfferTerms', 'Term').indexOf('Price Decimals');
      assert.equal(formulasOf(book, 'OfferTerms', 'Value')[at], '=1+1');
    }));

  it('replace text that begins with =, which is no formula', () =>
    withWorkbook(offerWorkbook(OFFER), async ({ book }) => {
      await writeTerms([{ term: 'Rounding', value: "'=A1" }]);
      assert.equal(valueOf(book, 'Rounding'), '=A1');
      const { kept } = await writeTerms([{ term: 'Rounding', value: 'down' }]);
      assert.deepEqual([kept, valueOf(book, 'Rounding')], [[], 'down']);
    }));

  it('are refused where somebody else has changed the cell since it was shown', () =>
    withWorkbook(offerWorkbook(OFFER), async ({ book }) => {
      const shown = String(valueOf(book, 'Rounding'));
      await writeTerms([{ term: 'Rounding', shown, value: 'nearest' }]);
      await assert.rejects(writeTerms([{ term: 'Rounding', shown, value: 'down' }]), {
        message: /!\$?B\$?\d+: this cell has been changed meanwhile/,
      });
      assert.equal(valueOf(book, 'Rounding'), 'nearest');
    }));

  it('are refused in words where the table is missing or its sheet is protected', async () => {
    await withWorkbook(newWorkbook(), async () => {
      await assert.rejects(writeTerms([{ term: 'Ratio', value: '1' }]), { message: /no table OfferTerms/ });
    });
    const book = offerWorkbook(OFFER);
    await withWorkbook(book, async () => {
      sheetNamed(book, 'OfferTerms').protect({ options: {} } as never);
      await assert.rejects(writeTerms([{ term: 'Ratio', value: '1' }]), {
        message: /OfferTerms" is protected/,
      });
      assert.equal(valueOf(book, 'Ratio'), '0.75');
    });
  });
});

describe('The sample', () => {
  it('runs without an error as it is inserted, and is inserted once', () =>
    withWorkbook(newWorkbook(), async ({ book }) => {
      await insertSample(SAMPLE_LEDGER, SAMPLE_TERMS, SAMPLE_TABLES);
      const { errors, warnings } = await runOffer();
      assert.deepEqual([errors, warnings], [0, 0]);
      const sheets = book.sheets.length;
      await assert.rejects(insertSample(SAMPLE_LEDGER, SAMPLE_TERMS, SAMPLE_TABLES), {
        message: /There is already ".*" in this workbook/,
      });
      assert.equal(book.sheets.length, sheets);
    }));
});

describe('Results that are there already', () => {
  it('are read as the run left them: totals, breakdowns, checks, rows and sheets', () =>
    withWorkbook(offerWorkbook({ ...OFFER, terms: { 'Missing Price': 'previous' } }), async () => {
      const read = () => Excel.run(async (context) => readResults(context, await readShape(context)));
      assert.equal(await read(), undefined);
      await runOffer();
      const results = await read();
      assert.ok(results !== undefined);
      assert.equal(new Map(results.measures).get('New shares'), 1501);
      assert.deepEqual([results.errors, results.warnings], [0, 0]);
      assert.equal(results.rows.get('RegrantNewGrants'), 2);
      assert.equal(results.sheets.get('RegrantNewGrants'), 'Regrant New Grants');
      assert.deepEqual([...(breakdownTable(results, 'By plan')?.rows[0] ?? [])].slice(0, 2), [
        '2000 Plan',
        2,
      ]);
      assert.equal(breakdownTable(results, 'By moon'), undefined);
    }));

  it('are frozen once they are calculated; an error is no result to keep', () =>
    withWorkbook(offerWorkbook(OFFER), async ({ book, host }) => {
      await runOffer();
      await host.settled();
      const prices = book.table('OfferPrices');
      assert.ok(prices !== undefined);
      prices.sheet.setValue(1, 0, 37000);
      await host.settled();
      await assert.rejects(freezeToValues(), {
        message: /is not a result to keep: run the offer again, then freeze/,
      });
      assert.ok(formulasOf(book, 'RegrantNewGrants', 'New Shares').every(Boolean));
      prices.sheet.setValue(1, 0, '2003-07-21');
      await host.settled();
      assert.ok((await freezeToValues()) > 0);
      assert.equal(await freezeToValues(), 0, 'nothing is left to freeze');
      const log = (column: string) => columnOf(book, 'RegrantLog', column);
      assert.deepEqual(log('Step'), ['Run', 'Freeze'], 'the log tells of the one that froze something');
      assert.match(String(log('Note').at(-1)), /^\d+ formulas became values$/);
      for (const same of ['Stage', 'New Shares', 'Ledger Digest', 'Terms Digest'])
        assert.equal(log(same)[1], log(same)[0], same);
    }));
});

describe('The cells of a large ledger', () => {
  it('come in several answers, in their order, and complete', () => {
    const book = newWorkbook();
    const [sheet] = book.sheets;
    const text = 'x'.repeat(300);
    sheet?.setValues(
      0,
      0,
      Array.from({ length: 9000 }, (_, row) => [row, text]),
    );
    return withWorkbook(book, async ({ server }) => {
      const range = { row: 1, column: 1, rowCount: 9000, columnCount: 2 };
      const name = sheet?.name ?? '';
      const [cells = [], other = []] = await Excel.run((context) =>
        readCells(context, [
          { sheet: name, range },
          { sheet: name, range: { ...range, rowCount: 3 } },
        ]),
      );
      assert.ok(server.counters.roundTrips > 1);
      assert.equal(cells.length, 9000);
      assert.ok(cells.every(([value, long], row) => value === row && long === text));
      assert.equal(other.length, 3);
    });
  });
});

describe('A workbook that is watched', () => {
  it('tells of changed cells, of sheets and of the selection, until nobody listens', () =>
    withWorkbook(offerWorkbook(OFFER), async ({ book, host }) => {
      const told: string[] = [];
      const stop = await watchWorkbook({
        changed: () => told.push('changed'),
        selected: () => told.push('selected'),
      });
      const after = async (act: () => Promise<void>): Promise<string[]> => {
        told.length = 0;
        await act();
        await host.settled();
        await new Promise((resolve) => setImmediate(resolve));
        return [...new Set(told)];
      };
      const write = (value: number) =>
        Excel.run(async (context) => {
          context.workbook.worksheets.getItem('Cap Table').getRange('K3').values = [[value]];
          await context.sync();
        });
      assert.deepEqual(await after(() => write(900)), ['changed']);
      assert.deepEqual(await after(() => selectCells('Cap Table', 'B3')), ['selected']);
      assert.deepEqual(await after(() => Promise.resolve(book.addSheet('Notes')).then(() => undefined)), [
        'changed',
      ]);
      await stop();
      assert.deepEqual(await after(() => write(800)), []);
    }));
});
