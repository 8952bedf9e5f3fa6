/** What the pane says where something is missing, doubled or in the way: a sentence and a way on. */
import assert from 'node:assert/strict';
import { grant, LEDGER_HEADER } from '../../src/domain/offer/offer-book.fixture.ts';
import { newWorkbook, type Workbook } from '@regrant/embedded-excel/package';
import { offerWorkbook } from '../offer-workbook.ts';
import { needs } from '../tools.ts';
import { PanePage } from './pane-page.ts';
import { until } from '../page/until.ts';

const GRANTS = [grant('A'), grant('B', { 'Exercise Price': 2 }), grant('C', { 'Holder ID': '002' })];

async function withPane(book: Workbook, use: (pane: PanePage) => Promise<void>): Promise<void> {
  const pane = await PanePage.open({ book });
  try {
    await use(pane);
    await pane.assertSound();
  } finally {
    await pane.close();
  }
}

describe('the pane where something is not as it should be', () => {
  needs('chromium');

  it('offers the sample in an empty workbook, and leads on from it to the results', () =>
    withPane(newWorkbook(), async (pane) => {
      await pane.text('Start with a ledger').waitFor();
      await pane.button('Insert the sample').click();
      await pane.text('The sample is in the workbook.').waitFor();
      await pane.step('Ledger');
      await pane.text('12 grants').waitFor();
      await pane.runOffer();
      await pane.text('No errors').waitFor();
    }));

  it('says what a sheet without a ledger lacks, and takes the columns that one chooses', () => {
    const header = LEDGER_HEADER.map((name) => (name === 'Exercise Price' ? 'Px' : name));
    return withPane(offerWorkbook({ grants: GRANTS, header }), async (pane) => {
      await pane.text('Not recognised yet: Exercise Price. Choose the columns below.').waitFor();
      await pane.frame.getByLabel(/^Exercise Price/).selectOption('Px');
      await pane.text('The ledger is remembered in this workbook.').waitFor();
      await pane.step('Ledger');
      await pane.text('3 grants').waitFor();
    });
  });

  it('asks which of two sheets is the ledger, and remembers the answer', () => {
    const book = offerWorkbook({ grants: GRANTS });
    const copy = book.addSheet('Old ledger');
    copy.setValues(0, 0, [LEDGER_HEADER, ...GRANTS.slice(0, 2)] as never);
    return withPane(book, async (pane) => {
      await pane.text('Which sheet is the ledger?').waitFor();
      await pane.button('Use Old ledger').click();
      await pane.text('The ledger is remembered in this workbook.').waitFor();
      await pane.step('Ledger');
      await pane.text('2 grants').waitFor();
      await pane.frame.getByLabel('Ledger sheet').selectOption('Cap Table');
      await pane.text('3 grants').waitFor();
    });
  });

  it('leads to the cell that a check is about', () => {
    const grants = [grant('A'), grant('B', { 'Exercise Price': 'six' })];
    return withPane(offerWorkbook({ grants }), async (pane) => {
      await pane.step('Ledger');
      await pane.button('Cap Table!J4').click();
      await until(pane.excel.page, `excel.workspace.selection.area.left === 9`);
      assert.equal(await pane.excel.selected(), 'J4');
    });
  });

  it('stops before a run where a sheet of our name is not ours', () => {
    const book = offerWorkbook({ grants: GRANTS });
    book.addSheet('Regrant Vesting').setValues(0, 0, [['mine']]);
    return withPane(book, async (pane) => {
      await pane.step('Run');
      await pane
        .text(/already a sheet "Regrant Vesting" that Regrant did not make, or whose table/)
        .waitFor();
      assert.equal(await pane.button('Run the offer').getAttribute('aria-disabled'), 'true');
      assert.deepEqual(await pane.excel.values('Regrant Vesting', 'A1'), [['mine']]);
    });
  });

  it('says that a protected result sheet is in the way, and what to do', () =>
    withPane(offerWorkbook({ grants: GRANTS }), async (pane) => {
      await pane.runOffer();
      await pane.excel.page.evaluate(
        `excel.workspace.book.sheet('Regrant Eligibility').protect({ options: {} })`,
      );
      await pane.excel.tab('Cap Table');
      await pane.excel.type('Z1', 'note');
      await pane.step('Run');
      await pane.text(/The sheet "Regrant Eligibility" is protected: unprotect it/).waitFor();
    }));

  it('asks for terms where there is a ledger alone, and inserts them', () => {
    const book = newWorkbook();
    const [sheet] = book.sheets;
    sheet?.setValues(0, 0, [LEDGER_HEADER, ...GRANTS] as never);
    return withPane(book, async (pane) => {
      await pane.button('Insert the terms').click();
      await pane.text(/^Inserted OfferTerms/).waitFor();
      await pane.step('Terms');
      await pane.unfold('Start from a real offer');
      await pane.frame.getByLabel('Offer', { exact: true }).selectOption('lucent-2002');
      await pane.button('Apply to sheet').click();
      await pane.text('The terms of Lucent Technologies are in the cells.').waitFor();
      const ratios = await pane.excel.page.evaluate(
        `(() => { const { sheet, area } = excel.workspace.book.table('OfferRatios'); return sheet.value(area.top + 1, area.left); })()`,
      );
      assert.equal(ratios, 12.14);
    });
  });
});
