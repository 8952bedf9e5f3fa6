/** The ribbon's buttons, from an empty workbook to results that need no add-in. */
import assert from 'node:assert/strict';
import { grant, LEDGER_HEADER } from '../../src/domain/offer/offer-book.fixture.ts';
import { TERMS } from '../../src/domain/offer/terms/terms.ts';
import { newWorkbook, type Workbook } from '@regrant/embedded-excel/package';
import { offerWorkbook } from '../offer-workbook.ts';
import { columnOf, formulasOf, sheetNamed, withAddin } from '../run-addin.ts';

const OFFER = { grants: [grant('A'), grant('B', { 'Holder ID': '002', Outstanding: 1001 })] };

/** A workbook with nothing but a ledger. */
function ledgerWorkbook(): Workbook {
  const book = newWorkbook();
  const [sheet] = book.sheets;
  assert.ok(sheet !== undefined);
  const header = [...LEDGER_HEADER, 'Country'];
  sheet.setValues(0, 0, [
    header,
    [...grant('A').map((cell) => (cell === '' ? null : (cell ?? null))), 'United States'],
  ]);
  return book;
}

describe('Insert terms', () => {
  it('brings the tables that a workbook lacks, with every value blank', () =>
    withAddin(ledgerWorkbook(), async ({ book, addin }) => {
      await addin.runCommand('insertTerms');
      assert.deepEqual(
        book.sheets.slice(1).map(({ name }) => name),
        ['Offer Terms', 'Offer Elections', 'Offer Prices', 'Offer Events'],
      );
      assert.deepEqual(
        columnOf(book, 'OfferTerms', 'Term'),
        TERMS.map(({ name }) => name),
      );
      const filled = book.tables.flatMap(({ name, sheet, dataArea: { top, left, bottom, right } }) =>
        Array.from({ length: right - left + 1 }, (_, column) => column)
          .filter((column) => name !== 'OfferTerms' || column === 1)
          .flatMap((column) =>
            Array.from({ length: bottom - top + 1 }, (_, row) => sheet.value(top + row, left + column)),
          )
          .filter((value) => value !== null && value !== ''),
      );
      assert.deepEqual(filled, []);
    }));

  it('notes what each term means, what a blank value means, and an example', () =>
    withAddin(ledgerWorkbook(), async ({ book, addin }) => {
      await addin.runCommand('insertTerms');
      const notes = columnOf(book, 'OfferTerms', 'Note').map(String);
      TERMS.forEach(({ name, meaning, default: standard, example }, row) => {
        const note = notes[row] ?? '';
        assert.ok(note.startsWith(meaning), name);
        if (standard !== '') assert.ok(note.includes(`Blank: ${standard}.`), name);
        if (example !== '' && String(example) !== standard)
          assert.ok(note.includes(`Example: ${example}.`), name);
      });
      assert.match(notes[TERMS.findIndex(({ name }) => name === 'Term Months')] ?? '', /Blank: 120\.$/);
    }));

  it('brings terms that no run takes for an offer until they are filled in, and any offer then', () =>
    withAddin(ledgerWorkbook(), async ({ book, addin, run }) => {
      await addin.runCommand('insertTerms');
      await assert.rejects(run(), /New Grant Date/);
      const sheet = sheetNamed(book, 'Offer Terms');
      const offer: Readonly<Record<string, string | number>> = {
        'Expiration Date': 37641,
        'New Grant Date': 37823,
        Ratio: '3 new for 4 old',
        'Vesting Schedule': '100% at 1 year',
      };
      for (const [term, value] of Object.entries(offer))
        sheet.setValue(1 + TERMS.findIndex(({ name }) => name === term), 1, value);
      sheetNamed(book, 'Offer Elections').setValues(1, 0, [['001', 'A', 'Elect', 37630]]);
      const { results, errors } = await run();
      assert.equal(errors, 0, JSON.stringify(results.checks));
      assert.deepEqual(
        results.newGrants.map((row) => [row['New Shares'], row['Status']]),
        [[750, 'Promised']],
      );
    }));

  it('formats a ratio as text, and offers words where only words are right', () =>
    withAddin(ledgerWorkbook(), async ({ book, addin }) => {
      await addin.runCommand('insertTerms');
      const sheet = sheetNamed(book, 'Offer Terms');
      const rowOf = (term: string) => 1 + TERMS.findIndex(({ name }) => name === term);
      const formatOf = (term: string) => book.styles.numberFormat(sheet.style(rowOf(term), 1));
      assert.equal(formatOf('Ratio'), '@');
      assert.equal(formatOf('New Grant Date'), 'yyyy-mm-dd');
      assert.equal(formatOf('Expiration Date'), 'yyyy-mm-dd hh:mm');
      const offersWords = (term: string) =>
        sheet.validations.some(({ areas }) =>
          areas.some(({ top, bottom, left }) => left === 1 && top <= rowOf(term) && bottom >= rowOf(term)),
        );
      assert.equal(offersWords('Rounding'), true);
      assert.equal(offersWords('Election Unit'), true);
      assert.equal(offersWords('Vesting Schedule'), false);
    }));

  it('never touches a table or a sheet that is there', () => {
    const book = offerWorkbook(OFFER);
    book.addSheet('Offer Terms').setValue(0, 0, 'Draft of counsel');
    const before = book.tables.map(({ name, area }) => [name, area]);
    return withAddin(book, async ({ addin }) => {
      await addin.runCommand('insertTerms');
      assert.deepEqual(
        book.tables.map(({ name, area }) => [name, area]),
        before,
      );
      assert.equal(sheetNamed(book, 'Offer Terms').value(0, 0), 'Draft of counsel');
      assert.equal(sheetNamed(book, 'Offer Terms').usedRange()?.bottom, 0);
    });
  });

  it('adds what one of its own sheets lacks beside what is there', () =>
    withAddin(ledgerWorkbook(), async ({ book, addin }) => {
      await addin.runCommand('insertTerms');
      const rules = book.table('OfferRules');
      assert.ok(rules !== undefined);
      rules.sheet.clear(rules.area);
      book.deleteTable(rules);
      await addin.runCommand('insertTerms');
      assert.equal(book.table('OfferRules')?.sheet.name, 'Offer Terms');
      assert.equal(columnOf(book, 'OfferRules', 'Field').length, 1);
    }));
});

describe('Check ledger', () => {
  it('lists what is wrong with the ledger, and writes no other sheet', () =>
    withAddin(offerWorkbook({ grants: [grant('A'), grant('A')] }), async ({ book, addin }) => {
      const sheets = book.sheets.length;
      await addin.runCommand('checkLedger');
      assert.equal(book.sheets.length, sheets + 1);
      assert.deepEqual(columnOf(book, 'RegrantChecks', 'Row'), [4]);
    }));
});

describe('Freeze to values', () => {
  it('keeps every figure and leaves no formula of Regrant', () =>
    withAddin(offerWorkbook(OFFER), async ({ book, addin }) => {
      await addin.runCommand('runOffer');
      await addin.host.settled();
      const figures = () =>
        ['New Shares', 'Exercise Price', 'First Vesting Date', 'Fully Vested Date'].map((column) =>
          columnOf(book, 'RegrantNewGrants', column),
        );
      const before = figures();
      assert.notEqual(formulasOf(book, 'RegrantNewGrants', 'New Shares')[0], undefined);
      await addin.runCommand('freezeToValues');
      assert.deepEqual(figures(), before);
      for (const name of ['RegrantNewGrants', 'RegrantEligibility'])
        for (const { name: column } of book.table(name)?.columns ?? [])
          assert.ok(
            formulasOf(book, name, column).every((formula) => formula === undefined),
            `${name} ${column}`,
          );
    }));

  it('leaves an analyst\u2019s own formulas live', () =>
    withAddin(offerWorkbook(OFFER), async ({ book, addin }) => {
      await addin.runCommand('runOffer');
      const table = book.table('RegrantNewGrants');
      assert.ok(table !== undefined);
      const { sheet, area } = table;
      sheet.setValue(0, area.right + 1, 'Check');
      sheet.setFormula(1, area.right + 1, '=I2*2');
      book.resizeTable(table, { ...area, right: area.right + 1 });
      await addin.runCommand('freezeToValues');
      assert.equal(formulasOf(book, 'RegrantNewGrants', 'Check')[0], '=I2*2');
    }));
});
