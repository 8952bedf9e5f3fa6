/** Numbers in a workbook with decimal commas: read, shown and assumed as it writes them; and what the preview keeps. */
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { needs } from '../tools.ts';
import { PanePage } from './pane-page.ts';

describe('the pane in a workbook with decimal commas', () => {
  needs('chromium');
  let pane: PanePage;

  before(async () => {
    pane = await PanePage.open({ host: 'locale=de-DE', scheme: 'dark' });
  });
  after(() => pane.close());
  afterEach(() => pane.assertSound());

  const field = (label: string): Locator => pane.frame.getByLabel(label, { exact: true });

  const term = (name: string) =>
    pane.excel.page.evaluate<unknown>(
      `(() => {
        const { sheet, area } = excel.workspace.book.table('OfferTerms');
        for (let row = area.top + 1; row <= area.bottom; row++)
          if (sheet.value(row, area.left) === '${name}') return sheet.value(row, area.left + 1);
      })()`,
    );

  async function enter(name: string, text: string): Promise<void> {
    await field(name).fill(text);
    await field(name).press('Enter');
  }

  it('stores a term as the number that was meant', async () => {
    await pane.step('Terms');
    await pane.unfold('What is granted');
    await enter('Term Months', '1.200');
    await pane.text(/^Term Months is in/).waitFor();
    assert.equal(await term('Term Months'), 1200);
    assert.equal(await field('Ratio').inputValue(), '0,75');
    await enter('Ratio', '0,5');
    await pane.text(/^Ratio is in/).waitFor();
    assert.equal(await term('Ratio'), '0.5');
  });

  it('says at the field what is no number here, and stores nothing', async () => {
    await pane.unfold('Rounding, minimums and cash');
    await enter('Cash per Option', '1.5');
    await pane.text('Not stored: in this workbook a number is written like 1.234,5 or 1234,5.').waitFor();
    assert.ok([undefined, null, ''].includes((await term('Cash per Option')) as undefined));
    await enter('Cash per Option', '0,35');
    await pane.text(/^Cash per Option is in/).waitFor();
    assert.equal(await term('Cash per Option'), 0.35);
  });

  it('shows a rule as its field does', async () => {
    await pane.unfold('Who and what is eligible');
    await pane.button('Add a rule').click();
    await field('Field').fill('Exercise Price');
    await field('Operator').selectOption('<');
    await field('Value').fill('105,01');
    await pane.button('Save').click();
    await pane.button('Edit Exercise Price < 105,01').click();
    assert.equal(await field('Value').inputValue(), '105,01');
    await pane.button('Cancel').click();
  });

  it('keeps its controls dark in the dark', async () => {
    const scheme = await pane.frame
      .locator('.rg-provider')
      .evaluate((element) => getComputedStyle(element).colorScheme);
    assert.equal(scheme, 'dark');
  });

  it('takes for a what-if only what can be one', async () => {
    await pane.step('Preview');
    await pane.unfold('What if');
    await field('Least exercise price').fill('-3');
    await pane.text('A price of 0 or more, such as 4,5.').waitFor();
    await pane.text(/^The figures are those of the offer as it stands/).waitFor();
    assert.equal(await pane.text('This is a what-if').count(), 0);
    await field('Least exercise price').fill('10,5');
    await pane.text('This is a what-if, not the offer as it stands.').waitFor();
    await field('Eligible grants elected, in %').fill('250');
    await pane.text('A percentage from 0 to 100.').waitFor();
    await pane.assertAccessible('a what-if that cannot be');
    await field('Eligible grants elected, in %').fill('');
  });

  it('keeps the what-if and the search while one looks elsewhere', async () => {
    await pane.frame.getByRole('searchbox').fill('ada');
    await pane.step('Terms');
    await pane.step('Preview');
    assert.equal(await field('Least exercise price').inputValue(), '10,5');
    assert.equal(await pane.frame.getByRole('searchbox').inputValue(), 'ada');
    await pane.text('This is a what-if, not the offer as it stands.').waitFor();
    await pane.button('Back to the offer').click();
    assert.equal(await field('Least exercise price').inputValue(), '');
  });

  it('reads the wizards’ numbers, and writes formulas with points', async () => {
    await pane.open('Formulas');
    await pane.unfold('Exchange ratio');
    await field('Shares').last().fill('1.003');
    await field('Ratio').fill('0,75');
    await pane.text('=REGRANT.NEWSHARES(1003,"0.75","up")').waitFor();
    await field('Shares').last().fill('1.5');
    await pane.text('In this workbook a number is written like 1.234,5 or 1234,5.').waitFor();
  });
});
