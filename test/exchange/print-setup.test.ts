/** Result sheets are set up to print, in the file as well, and what a person changes about it stays. */
import assert from 'node:assert/strict';
import { grant, type OfferBook } from '../../src/domain/offer/offer-book.fixture.ts';
import { readWorkbook, type Workbook, writeWorkbook } from '@regrant/embedded-excel/package';
import { runOffer } from '../../src/workbook/life/run-offer.ts';
import { openOffer } from '../../src/workbook/life/take-step.ts';
import { offerWorkbook } from '../offer-workbook.ts';
import { sheetNamed } from '../run-addin.ts';
import { withWorkbook } from '../workbook-session.ts';

const OFFER: OfferBook = {
  grants: [grant('A')],
  terms: { Company: 'Smith & Sons', 'Offer Name': '2002 Exchange' },
};
const RESULTS = ['Eligibility', 'New Grants', 'Vesting', 'Checks', 'Log'].map((name) => `Regrant ${name}`);

const titles = (book: Workbook): Record<string, string> =>
  Object.fromEntries(
    book.names
      .filter(({ name }) => name === '_xlnm.Print_Titles')
      .map(({ sheet, formula }) => [sheet?.name ?? '', formula]),
  );

describe('Result sheets on paper', () => {
  it('are landscape, one page wide, with the header on each page and a footer of company, offer, stage and page', async () => {
    const book = offerWorkbook(OFFER);
    await withWorkbook(book, async () => {
      await runOffer();
      await openOffer();
      await runOffer();
    });
    const saved = readWorkbook(writeWorkbook(book));
    for (const name of [...RESULTS, 'Regrant Summary'])
      assert.deepEqual(
        sheetNamed(saved, name).page,
        {
          orientation: 'landscape',
          scale: 100,
          fit: { across: 1, down: 0 },
          header: { left: '', center: '', right: '' },
          footer: { left: 'Smith && Sons, 2002 Exchange', center: 'Open', right: '&A, &P of &N' },
        },
        name,
      );
    assert.deepEqual(titles(saved), Object.fromEntries(RESULTS.map((name) => [name, `='${name}'!$1:$1`])));
    assert.equal(
      sheetNamed(saved, 'Cap Table').page.orientation,
      'portrait',
      'a person\u2019s own sheets are not touched',
    );
  });

  it('keep what a person has changed about it, but for the footer\u2019s text', () => {
    const book = offerWorkbook(OFFER);
    return withWorkbook(book, async () => {
      await runOffer();
      const sheet = sheetNamed(book, 'Regrant Vesting');
      sheet.setPage({
        ...sheet.page,
        orientation: 'portrait',
        footer: { ...sheet.page.footer, left: 'Mine' },
      });
      await runOffer();
      assert.equal(sheet.page.orientation, 'portrait');
      assert.equal(sheet.page.footer.left, 'Smith && Sons, 2002 Exchange');
    });
  });
});
