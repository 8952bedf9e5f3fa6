/** Rules, ratios and events edited in the pane: into the cells of their own tables, and never over what has changed. */
import assert from 'node:assert/strict';
import { needs } from '../tools.ts';
import { PanePage } from './pane-page.ts';

describe('the forms over the tables of an offer', () => {
  needs('chromium');
  let pane: PanePage;

  before(async () => {
    pane = await PanePage.open();
    await pane.step('Terms');
  });
  after(() => pane.close());
  afterEach(() => pane.assertSound());

  /** The body of a table of the workbook. */
  const body = (table: string) =>
    pane.excel.page.evaluate<unknown[][]>(
      `(() => {
        const { sheet, area } = excel.workspace.book.table('${table}');
        const rows = [];
        for (let row = area.top + 1; row <= area.bottom; row++)
          rows.push(Array.from({ length: area.right - area.left + 1 }, (_, c) => sheet.value(row, area.left + c)));
        return rows;
      })()`,
    );

  it('list each rule with its reason and its cell', async () => {
    await pane.unfold('Who and what is eligible');
    await pane.text('Exercise Price > 3.01').waitFor();
    await pane.text('Directors and executive officers are excluded').waitFor();
    await pane.screenshot('offer-rules');
  });

  it('show a formula of the analyst’s own, and leave it alone', async () => {
    await pane.button('Edit Exercise Price > 3.01').click();
    const value = pane.frame.getByLabel('Value', { exact: true });
    assert.equal(await value.inputValue(), '=PriceFloor');
    assert.notEqual(await value.getAttribute('readonly'), null);
    await pane.text('Gives 3.01').waitFor();
    assert.equal(await pane.button('Remove').count(), 0);
    await pane.button('Cancel').click();
  });

  it('write a rule’s new value into its own cell, and into no other', async () => {
    const before = await body('OfferRules');
    await pane.button('Edit Country = United States').click();
    assert.equal(await pane.frame.getByLabel('Operator', { exact: true }).inputValue(), '=');
    await pane.frame.getByLabel('Value', { exact: true }).fill('Japan');
    await pane.screenshot('offer-rule-edited');
    await pane.button('Save').click();
    await pane.text('OfferRules is up to date.').waitFor();
    const after = await body('OfferRules');
    const at = before.findIndex((row) => row[0] === 'Country');
    assert.deepEqual(
      after,
      before.map((row, index) => (index === at ? [...row.slice(0, 2), 'Japan', ...row.slice(3)] : row)),
    );
    await pane.text('Country = Japan').waitFor();
  });

  it('add a rule under the others, which a run then holds', async () => {
    const count = (await body('OfferRules')).length;
    await pane.button('Add a rule').click();
    await pane.frame.getByLabel('Field', { exact: true }).fill('Grant Date');
    await pane.frame.getByLabel('Operator', { exact: true }).selectOption('<=');
    await pane.frame.getByLabel('Value', { exact: true }).fill('1999-12-31');
    await pane.frame.getByLabel('Reason', { exact: true }).fill('Granted after 1999');
    await pane.button('Save').click();
    await pane.text('Grant Date <= Dec 31, 1999').waitFor();
    const rules = await body('OfferRules');
    assert.equal(rules.length, count + 1);
    assert.deepEqual(rules.at(-1)?.slice(0, 4), ['Grant Date', '<=', 36525, 'Granted after 1999']);
    await pane.step('Preview');
    await pane.unfold('Why grants');
    await pane.text('Granted after 1999').waitFor();
    await pane.step('Terms');
  });

  it('make the row of a rule blank that is removed, and use it for the next', async () => {
    await pane.unfold('Who and what is eligible');
    const count = (await body('OfferRules')).length;
    await pane.button('Edit Grant Date <= Dec 31, 1999').click();
    await pane.button('Remove').click();
    await pane.text('Remove this row?').waitFor();
    await pane.button('Keep').click();
    assert.equal((await body('OfferRules')).at(-1)?.[0], 'Grant Date');
    await pane.button('Remove').click();
    await pane.text('Remove this row?').waitFor();
    await pane.button('Remove').click();
    await pane.text('The row of OfferRules is blank now.').waitFor();
    assert.deepEqual(
      (await body('OfferRules')).at(-1)?.every((cell) => cell === '' || cell === null),
      true,
    );
    await pane.button('Add a rule').click();
    await pane.frame.getByLabel('Field', { exact: true }).fill('Email');
    await pane.frame.getByLabel('Operator', { exact: true }).selectOption('is not blank');
    await pane.button('Save').click();
    await pane.text('Email is not blank').waitFor();
    assert.equal((await body('OfferRules')).length, count);
  });

  it('say at the rule what is wrong with it', async () => {
    await pane.button('Edit Email is not blank').click();
    await pane.frame.getByLabel('Field', { exact: true }).fill('Emali');
    await pane.button('Save').click();
    await pane.text('The offer cannot be run yet').waitFor();
    await pane.frame.getByLabel('Field', { exact: true }).waitFor();
    assert.equal(await pane.frame.getByLabel('Field', { exact: true }).getAttribute('aria-invalid'), 'true');
    await pane.assertAccessible('a rule that cannot be read');
    await pane.screenshot('offer-rule-wrong');
    await pane.button('Remove').click();
    await pane.text('Remove this row?').waitFor();
    await pane.button('Remove').click();
    await pane.text('The row of OfferRules is blank now.').waitFor();
  });

  it('do not write over a row that somebody else has changed meanwhile', async () => {
    await pane.button('Edit Country = Japan').click();
    await pane.frame.getByLabel('Value', { exact: true }).fill('France');
    await pane.excel.page.evaluate(
      `(() => {
        const { sheet, area } = excel.workspace.book.table('OfferRules');
        for (let row = area.top + 1; row <= area.bottom; row++)
          if (sheet.value(row, area.left) === 'Country') sheet.setValues(row, area.left + 2, [['Spain']]);
      })()`,
    );
    await pane.button('Save').click();
    await pane.text(/This row has been changed meanwhile/i).waitFor();
    const changed = (await body('OfferRules')).find((row) => row[0] === 'Country');
    assert.equal(changed?.[2], 'Spain');
  });
});
