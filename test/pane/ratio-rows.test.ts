/** Tiers edited in the pane: columns added from the ledger's fields and the terms, rows that change places. */
import assert from 'node:assert/strict';
import { needs } from '../tools.ts';
import { PanePage } from './pane-page.ts';

describe('the form over the ratios of an offer', () => {
  needs('chromium');
  let pane: PanePage;

  before(async () => {
    pane = await PanePage.open();
    await pane.step('Terms');
    await pane.unfold('Ratios by tier');
    // The sample has one ratio for all.
    await pane.button('Insert the missing tables').click();
    await pane.button('Add a ratio').waitFor();
  });
  after(() => pane.close());
  afterEach(() => pane.assertSound());

  /** The rows of a table that hold something, its headers first. */
  const table = async (name: string) => {
    const rows = await pane.excel.page.evaluate<unknown[][]>(
      `(() => {
        const { sheet, area } = excel.workspace.book.table('${name}');
        const rows = [];
        for (let row = area.top; row <= area.bottom; row++)
          rows.push(Array.from({ length: area.right - area.left + 1 }, (_, c) => sheet.value(row, area.left + c) ?? ''));
        return rows;
      })()`,
    );
    return rows.filter((row) => row.some((cell) => cell !== ''));
  };
  const field = (label: string) => pane.frame.getByLabel(label, { exact: true });
  const addColumn = async (name: string) => {
    await pane.button('Add a column').click();
    await field('Column').selectOption(name);
    await pane.button('Add').click();
  };
  const order = async (titles: readonly string[]) => {
    for (const [at, title] of titles.entries())
      await pane.frame.locator('.rg-offer-row:visible').nth(at).filter({ hasText: title }).waitFor();
  };
  const addRow = async (cells: Readonly<Record<string, string>>) => {
    await pane.button('Add a ratio').click();
    for (const [label, text] of Object.entries(cells)) await field(label).fill(text);
    await pane.button('Save').click();
    await pane.button('Add a ratio').waitFor();
  };

  it('add a criterion over a field of the ledger, and a term by row, at the end of the table', async () => {
    const [headers = []] = await table('OfferRatios');
    await pane.button('Add a column').click();
    await field('Column').selectOption('Grant Date');
    await pane.text('Adds Grant Date From and Grant Date To to the right of the table.').waitFor();
    await pane.assertAccessible('a column of OfferRatios to be added');
    await pane.screenshot('ratio-column');
    await field('Compared how').selectOption('to');
    await pane.button('Add').click();
    await pane.text('Added to OfferRatios: Grant Date To.').waitFor();
    await addColumn('Country');
    await pane.text('Added to OfferRatios: Country.').waitFor();
    await addColumn('Portion');
    await pane.text('Added to OfferRatios: Portion.').waitFor();
    assert.deepEqual((await table('OfferRatios'))[0], [...headers, 'Grant Date To', 'Country', 'Portion']);
  });

  it('suggest the values of the ledger, and say what a row means', async () => {
    await pane.button('Add a ratio').click();
    const list = await field('Country').getAttribute('list');
    const countries = await pane.frame
      .locator(`[id="${list ?? ''}"] option`)
      .evaluateAll((options) => options.map((option) => option.getAttribute('value')));
    assert.ok(countries.includes('United States'), countries.join());
    assert.deepEqual(await field('Portion').locator('option').allTextContents(), ['', 'Vested', 'Unvested']);
    await field('Country').focus();
    await pane.assertAccessible('a new row of OfferRatios');
    await pane.screenshot('ratio-row-new');
    await pane.button('Cancel').click();
    await addRow({ 'Exercise Price From': '20', 'New per Old': '1/2' });
    await pane.text('1 new for 2 old where Exercise Price ≥ 20.00').waitFor();
    await addRow({ Country: 'United States', 'New per Old': '3/4' });
    await pane.text('3 new for 4 old where Country United States').waitFor();
    await addRow({ 'New per Old': '1' });
    await pane.text('1 new for 1 old for all others').waitFor();
  });

  it('move a row up and down by button and by key, with its text as it was, and the focus with it', async () => {
    const [headers, first, second, third] = await table('OfferRatios');
    const up = pane.button('Move up: 3 new for 4 old where Country United States');
    await up.click();
    await pane.text(/The row is at/).waitFor();
    await order(['3 new for 4 old where Country United States', '1 new for 2 old where']);
    assert.deepEqual(await table('OfferRatios'), [headers, second, first, third]);
    assert.equal(await up.getAttribute('aria-disabled'), 'true');
    await pane.button('Edit 3 new for 4 old where Country United States').focus();
    await pane.screenshot('ratio-rows');
    await pane.assertAccessible('rows of OfferRatios that can move');
    await pane.excel.page.keyboard.press('Alt+ArrowDown');
    await order(['1 new for 2 old where', '3 new for 4 old where Country United States']);
    assert.deepEqual(await table('OfferRatios'), [headers, first, second, third]);
    await pane.button('Move down: 3 new for 4 old where Country United States').press('Enter');
    await order(['1 new for 2 old where', '1 new for 1 old', '3 new for 4 old where']);
    assert.deepEqual(await table('OfferRatios'), [headers, first, third, second]);
    const focused = await pane.frame.evaluate('document.activeElement?.getAttribute("aria-label")');
    assert.equal(focused, 'Move down: 3 new for 4 old where Country United States');
  });

  it('leave a rule with a formula where it is, and move the others', async () => {
    await pane.unfold('Who and what is eligible');
    const before = await table('OfferRules');
    await pane.button('Move down: Exercise Price > 3.01').click();
    await pane.text(/A row with a formula, or beside one, is moved in the sheet/).waitFor();
    assert.deepEqual(await table('OfferRules'), before);
    await pane.screenshot('rules-that-move');
  });
});
