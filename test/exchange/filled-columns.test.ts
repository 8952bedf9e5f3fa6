/** An Excel that fills a whole column of a table with one formula: each row keeps its own, or has its value. */
import assert from 'node:assert/strict';
import { grant } from '../../src/domain/offer/offer-book.fixture.ts';
import { hostModes } from '@regrant/embedded-excel/node';
import { newWorkbook } from '@regrant/embedded-excel/package';
import { planTable } from '../../src/workbook/plan/result-plan.ts';
import { RunWatch } from '../../src/workbook/excel/run-control.ts';
import { runOffer } from '../../src/workbook/life/run-offer.ts';
import { verifyLive } from '../../src/workbook/write/verify-live.ts';
import { offerWorkbook } from '../offer-workbook.ts';
import { columnOf, formulasOf } from '../run-addin.ts';
import { withWorkbook } from '../workbook-session.ts';

const FILLING = hostModes(['formulas-fill-columns']);

/** Nobody is excluded, so that every reason is blank. */
const ELIGIBLE = {
  grants: ['A', 'B', 'C'].map((id, index) => grant(id, { 'Holder ID': `00${index + 1}` })),
};

describe('In an Excel that fills columns of tables with one formula', () => {
  it('a formula that was replaced is found, though it gives the same value', () =>
    withWorkbook(
      newWorkbook(),
      async ({ book }) => {
        const plan = planTable(
          { sheet: 'Sheet1', table: 'Sums', columns: [{ name: 'Reasons', kind: 'text' }] },
          undefined,
          [[7], [7], ['']],
          [{ column: 'Reasons', formulas: ['=$D$2', '=$D$3', undefined] }],
        );
        await Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem('Sheet1');
          sheet.getRange('A1').values = [['Reasons']];
          sheet.getRange('D2:D3').values = [[7], [7]];
          sheet.tables.add('A1:A4', true);
          sheet.getRange('A2:A3').formulas = [['=$D$2'], ['=$D$3']];
          await context.sync();
        });
        assert.equal(book.sheet('Sheet1')?.formula(1, 0), '=$D$3');
        const [verified] = await Excel.run((context) => verifyLive(context, [plan], new RunWatch()));
        assert.deepEqual(verified?.corrected, [
          { column: 'Reasons', formulas: [undefined, '=$D$3', undefined] },
        ]);
        assert.deepEqual(verified.problems, [
          {
            sheet: 'Sheet1',
            column: 'Reasons',
            row: 2,
            text: '2 cells hold values instead of a live formula: Excel has put another formula there.',
          },
        ]);
      },
      FILLING,
    ));

  it('reasons that are all blank keep a formula for each row', () =>
    withWorkbook(
      offerWorkbook(ELIGIBLE),
      async ({ book }) => {
        for (const time of ['2003-01-21T09:00', '2003-01-22T09:00']) {
          await runOffer({ time });
          assert.deepEqual(columnOf(book, 'RegrantEligibility', 'Reasons'), ['', '', '']);
          assert.equal(new Set(formulasOf(book, 'RegrantEligibility', 'Reasons')).size, 3);
        }
      },
      FILLING,
    ));

  it('one row that is corrected does not replace the others', () =>
    withWorkbook(
      offerWorkbook(ELIGIBLE),
      async ({ book, host }) => {
        const { deliver } = host.customFunctions;
        let blanks = 0;
        host.customFunctions.deliver = (id, result) => {
          const isBlank = 'value' in result && result.value === '';
          deliver(id, isBlank && ++blanks === 2 ? { value: 'wrong' } : result);
        };
        await runOffer();
        assert.ok(blanks >= 2, 'the second answer was made wrong');
        // The one that was corrected is an empty cell.
        assert.deepEqual(columnOf(book, 'RegrantEligibility', 'Reasons'), ['', null, '']);
        assert.deepEqual(columnOf(book, 'RegrantEligibility', 'Eligible'), ['Yes', 'Yes', 'Yes']);
        const [first, second, third] = formulasOf(book, 'RegrantEligibility', 'Reasons');
        assert.match(String(first), /'Cap Table'!\$A\$3/);
        assert.equal(second, undefined);
        assert.match(String(third), /'Cap Table'!\$A\$5/);
      },
      FILLING,
    ));

  it('a table that is filled when results are put into it again keeps its figures, and the checks say so', () =>
    withWorkbook(offerWorkbook(ELIGIBLE), async ({ book }) => {
      await runOffer();
      const sheet = book.sheet('Regrant Eligibility');
      const table = book.table('RegrantEligibility');
      const reasons = table?.columns.findIndex(({ name }) => name === 'Reasons') ?? -1;
      assert.ok(sheet !== undefined && reasons > 0);
      // The request that puts results into the table deletes the staging sheet last: as it does, one cell takes
      // another's formula, as Excel may fill a column.
      let fillings = 0;
      const stop = book.onChange(({ kind }) => {
        const [first, third] = [sheet.formula(1, reasons), sheet.formula(3, reasons)];
        if (kind !== 'sheetDeleted' || first === undefined || third === undefined || third === first) return;
        fillings++;
        sheet.setFormula(3, reasons, first);
      });
      await runOffer({ time: '2003-01-22T09:00' });
      stop();
      assert.equal(fillings, 1);
      assert.deepEqual(columnOf(book, 'RegrantEligibility', 'Reasons').slice(0, 2), ['', '']);
      const formulas = formulasOf(book, 'RegrantEligibility', 'Reasons');
      assert.equal(new Set(formulas.slice(0, 2)).size, 2);
      assert.equal(formulas[2], undefined);
      assert.ok(
        columnOf(book, 'RegrantChecks', 'Problem').includes(
          '1 cell holds a value instead of a live formula: Excel has put another formula there.',
        ),
      );
    }));
});
