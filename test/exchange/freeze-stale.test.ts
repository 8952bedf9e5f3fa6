/** Freezing keeps what a run computes and nothing else: what cells still show from before is refused, or waited for. */
import assert from 'node:assert/strict';
import { english } from '../../src/domain/basics/sentence.ts';
import { grant, LEDGER_HEADER } from '../../src/domain/offer/offer-book.fixture.ts';
import { type HostMode, hostModes } from '@regrant/embedded-excel/node';
import type { Table, Workbook } from '@regrant/embedded-excel/package';
import { freezeToValues, planFreeze } from '../../src/workbook/life/freeze-to-values.ts';
import { runOffer } from '../../src/workbook/life/run-offer.ts';
import { offerWorkbook } from '../offer-workbook.ts';
import { columnOf, formulasOf, sheetNamed } from '../run-addin.ts';
import { withWorkbook, type WorkbookSession } from '../workbook-session.ts';

/** A run of two grants that has settled, in an Excel with the modes. */
const afterRun = (
  modes: readonly HostMode[],
  use: (session: WorkbookSession) => Promise<void>,
): Promise<void> =>
  withWorkbook(
    offerWorkbook({ grants: [grant('A'), grant('B', { 'Holder ID': '002', Outstanding: 1001 })] }),
    async (session) => {
      await runOffer();
      await session.host.settled();
      await use(session);
    },
    hostModes(modes),
  );

/** Sets a term's value in the model, as somebody types it. */
function setTerm(book: Workbook, term: string, value: string | number): void {
  const { sheet, dataArea } = offerTable(book, 'OfferTerms');
  const row = columnOf(book, 'OfferTerms', 'Term').indexOf(term);
  assert.ok(row >= 0, term);
  sheet.setValue(dataArea.top + row, dataArea.left + 1, value);
}

function offerTable(book: Workbook, name: string): Table {
  const table = book.table(name);
  assert.ok(table !== undefined, name);
  return table;
}

/** The second grant's row of the ledger, under a title and the header. */
const SECOND = 3;

describe('Freezing to values', () => {
  it('waits for answers that have not come, where cells show what they showed before', () =>
    afterRun(['stale-custom-functions'], async ({ book }) => {
      assert.deepEqual(columnOf(book, 'RegrantNewGrants', 'New Shares'), [750, 751]);
      setTerm(book, 'Rounding', 'down');
      await freezeToValues();
      assert.deepEqual(columnOf(book, 'RegrantNewGrants', 'New Shares'), [750, 750]);
      assert.deepEqual(formulasOf(book, 'RegrantNewGrants', 'New Shares'), [undefined, undefined]);
    }));

  it('names the cell whose function never answers, and changes nothing', () =>
    afterRun(['stale-custom-functions'], async ({ book, host }) => {
      host.customFunctions.deliver = () => undefined;
      sheetNamed(book, 'Cap Table').setValue(SECOND, LEDGER_HEADER.indexOf('Exercise Price'), 0.01);
      const before = formulasOf(book, 'RegrantEligibility', 'Reasons');
      const message =
        'Cell H3 of sheet "Regrant Eligibility" shows "Yes" where a run gives "No": run the offer again, then freeze. Nothing was changed.';
      await assert.rejects(freezeToValues(), { message });
      const { refuses } = await planFreeze();
      assert.equal(refuses === undefined ? undefined : english(refuses), message);
      assert.deepEqual(formulasOf(book, 'RegrantEligibility', 'Reasons'), before);
    }));

  for (const mode of [undefined, 'manual-calculation'] as const)
    it(`refuses counts of a ratio that has changed since the run${mode === undefined ? '' : ', with manual calculation'}`, () =>
      afterRun(mode === undefined ? [] : [mode], async ({ book }) => {
        setTerm(book, 'Ratio', 0.5);
        await assert.rejects(freezeToValues(), {
          message:
            'Cell I2 of sheet "Regrant New Grants" shows 750 where a run gives 500: run the offer again, then freeze. Nothing was changed.',
        });
      }));

  it('refuses results of a grant that the ledger no longer has', () =>
    afterRun([], async ({ book }) => {
      const sheet = sheetNamed(book, 'Cap Table');
      for (const column of LEDGER_HEADER.keys()) sheet.setValue(SECOND, column, null);
      await assert.rejects(freezeToValues(), { message: /then freeze/ });
    }));

  it('finds each row by its grant, where results were sorted since the run', () =>
    afterRun([], async ({ book, host }) => {
      await Excel.run(async (context) => {
        context.workbook.tables.getItem('RegrantNewGrants').sort.apply([{ key: 0, ascending: false }]);
        await context.sync();
      });
      await host.settled();
      assert.deepEqual(columnOf(book, 'RegrantNewGrants', 'Holder ID'), ['002', '001']);
      assert.ok((await freezeToValues()) > 0);
      assert.deepEqual(formulasOf(book, 'RegrantEligibility', 'Eligible'), [undefined, undefined]);
    }));
});
