/** The pane's path from the ledger to the results, in a real browser over the embedded Excel. */
import assert from 'node:assert/strict';
import { needs } from '../tools.ts';
import { PanePage } from './pane-page.ts';
import { until } from '../page/until.ts';

describe('the pane on the sample', () => {
  needs('chromium');
  let pane: PanePage;

  before(async () => {
    pane = await PanePage.open();
  });
  after(() => pane.close());
  afterEach(() => pane.assertSound());

  it('finds the ledger and shows its columns', async () => {
    await pane.step('Ledger');
    await pane.text('400 grants').waitFor();
    await pane.unfold('Columns');
    assert.match(await pane.frame.getByLabel('Exercise Price').inputValue(), /^Exercise\s+Price$/);
  });

  it('selects the cell that one clicks', async () => {
    await pane.button('Cap Table!A5').click();
    await until(pane.excel.page, `excel.workspace.selection.area.top === 4`);
    assert.equal(await pane.excel.selected(), 'A5');
  });

  /** The sample's cell of the term Rounding, whichever terms stand before it. */
  const roundingCell = async (): Promise<string> => {
    const terms = await pane.excel.values('Offer Terms', 'A1:A80');
    return `B${terms.findIndex(([term]) => term === 'Rounding') + 1}`;
  };

  it('shows the terms in their cells, and writes an edit into the same cell', async () => {
    await pane.step('Terms');
    await pane.unfold('What is granted');
    const rounding = pane.frame.getByLabel('Rounding', { exact: true });
    assert.equal(await rounding.inputValue(), 'up');
    await rounding.selectOption('down');
    await pane.text(/Rounding is in Offer Terms!B\d+/).waitFor();
    const cell = await roundingCell();
    assert.deepEqual(await pane.excel.values('Offer Terms', cell), [['down']]);
    await pane.frame.getByLabel('Rounding', { exact: true }).selectOption('up');
    const row = Number(cell.slice(1)) - 1;
    await until(pane.excel.page, `excel.workspace.book.sheet('Offer Terms').value(${row}, 1) === 'up'`);
  });

  it('says at the field what a term cannot be, and the way to its cell', async () => {
    await pane.unfold('What is granted');
    const ratio = pane.frame.getByLabel('Ratio', { exact: true });
    const given = await ratio.inputValue();
    await ratio.fill('plenty');
    await ratio.press('Enter');
    await pane.text('The offer cannot be run yet').waitFor();
    assert.equal(await pane.frame.getByLabel('Ratio', { exact: true }).getAttribute('aria-invalid'), 'true');
    await pane.frame.getByLabel('Ratio', { exact: true }).fill(given);
    await pane.frame.getByLabel('Ratio', { exact: true }).press('Enter');
    await pane.text('The offer cannot be run yet').waitFor({ state: 'detached' });
  });

  it('counts the forms that came in', async () => {
    await pane.step('Elections');
    await pane.text('59 of 78 eligible').waitFor();
  });

  it('previews what a run gives, and under other assumptions, without touching a cell', async () => {
    await pane.step('Preview');
    await pane.text('383,986').waitFor();
    await pane.text('400 of 400 grants').waitFor();
    await pane.button(/^Elected 149$/).click();
    await pane.text('149 of 400 grants').waitFor();
    await pane.unfold('What if');
    await pane.frame.getByLabel('New shares for an old one').fill('0.5');
    await pane.text('offer: 272,714').waitFor();
    await pane.button('Back to the offer').click();
    await pane.text('offer: 272,714').waitFor({ state: 'detached' });
    const sheets = await pane.excel.page.evaluate(`excel.workspace.book.sheets.map(({ name }) => name)`);
    assert.ok(!(sheets as string[]).some((name) => name.startsWith('Regrant')));
  });

  it('says by name what a run creates, runs, and shows the totals', async () => {
    await pane.step('Run');
    await pane.text('Creates the sheets').waitFor();
    for (const sheet of ['Eligibility', 'New Grants', 'Vesting', 'Checks', 'Summary'])
      await pane.text(new RegExp(`^Regrant ${sheet}$`)).waitFor();
    await pane.runOffer();
    await pane.frame.getByRole('heading', { name: /^Results/ }).waitFor();
    await pane.text('149 grants (37%)').waitFor();
    await pane.text('272,714').waitFor();
    await pane.step('Run');
    await pane.text('Replaces the rows on').waitFor();
    await pane.text('149 → 149 rows').waitFor();
    // A run that repeats the last leaves the log alone.
    assert.equal(await pane.text('Adds a row to').count(), 0);
  });

  it('says how the exchanged grants come together, and which new shares never vest', async () => {
    await pane.step('Results');
    await pane.text('149 are 108 elected by a form and 41 brought in by the look-back.').waitFor();
    await pane.text('25,104 more new shares are forfeited where service ended before they vest.').waitFor();
    await pane.step('Elections');
    await pane.text(/^2 more holders elect no grant that is eligible/).waitFor();
  });

  it('names the column in which somebody has typed over a result, until a run restores it', async () => {
    await pane.excel.tab('Regrant New Grants');
    await pane.excel.type('I4', '5');
    await pane.step('Results');
    await pane
      .text(/^New Shares of Regrant New Grants adds up to 271,968, and the total is 272,714/)
      .waitFor();
    await pane.assertAccessible('a result typed over');
    await pane.button('Regrant New Grants!I2:I150').click();
    await until(pane.excel.page, `excel.workspace.selection.area.bottom === 149`);
    await pane.step('Run');
    await pane.button('Freeze to values …').click();
    const question = pane.frame.getByRole('group', { name: 'Freeze to values' });
    await question.getByText(/somebody may have typed over a result/).waitFor();
    await pane.button('Not now').click();
    await pane.runOffer();
    await pane.text(/typed over a result/).waitFor({ state: 'detached' });
    assert.deepEqual(await pane.excel.values('Regrant New Grants', 'I4'), [[751]]);
  });

  it('notices a renamed sheet when one comes back to it', async () => {
    const rename = (from: string, to: string) =>
      pane.excel.page.evaluate(
        `excel.workspace.book.renameSheet(excel.workspace.book.sheet('${from}'), '${to}')`,
      );
    await pane.step('Results');
    await pane.excel.tab('Offer Terms');
    await rename('Regrant New Grants', 'Exchange');
    await pane.frame.evaluate(`window.dispatchEvent(new Event('focus'))`);
    await pane.button('Open Exchange').waitFor();
    await rename('Exchange', 'Regrant New Grants');
    // An edit is heard as ever.
    await pane.excel.type('Z99', 'note');
    await pane.button('Open Regrant New Grants').waitFor();
  });

  it('says that results are older than a cell that was edited since', async () => {
    await pane.excel.tab('Offer Terms');
    const cell = await roundingCell();
    await pane.excel.type(cell, 'down');
    await pane.text('The results in the workbook are older than its cells: run again.').waitFor();
    await pane.excel.type(cell, 'up');
    await pane
      .text('The results in the workbook are older than its cells: run again.')
      .waitFor({ state: 'detached' });
  });

  it('explains the selected result with its exact arithmetic and its cells', async () => {
    await pane.open('Explain');
    await pane.excel.tab('Regrant New Grants');
    // The first two promises of the sample lapsed.
    await pane.excel.goTo('I2');
    await pane.text(/the promise lapsed, and the new shares are 0\.$/).waitFor();
    await pane.excel.goTo('I4');
    const [[grant, , cancelled]] = (await pane.excel.values('Regrant New Grants', 'C4:E4')) as [
      [string | number, string, number],
    ];
    await pane.frame.getByRole('heading', { name: `Grant ${grant}`, exact: true }).waitFor();
    await pane.text(`${cancelled.toLocaleString('en-US')} × 3/4`).waitFor();
    await pane.text(/^close, on Jul 21, 2003$/).waitFor();
    await pane
      .button(/^Offer Terms!B\d+$/)
      .first()
      .click();
    await until(pane.excel.page, `excel.workspace.sheet.name === 'Offer Terms'`);
    assert.match(await pane.excel.selected(), /^B\d+$/);
  });

  it('inserts a function that calculates, and asks before it replaces anything', async () => {
    await pane.excel.tab('Cap Table');
    await pane.excel.goTo('Z3');
    await pane.open('Formulas');
    await pane.unfold('NEWSHARES');
    await pane.button('Insert an example of NEWSHARES').click();
    await pane.text(/^NEWSHARES is in/).waitFor();
    await pane.excel.shows('Z3', '750');
    await pane.excel.goTo('A1');
    const [row] = await pane.excel.values('Cap Table', 'A1');
    await pane.unfold('NEWSHARES');
    await pane.button('Insert an example of NEWSHARES').click();
    await pane.button('Keep it').click();
    assert.deepEqual(await pane.excel.values('Cap Table', 'A1'), [row]);
  });

  it('previews a vesting table and a ratio while one picks them', async () => {
    await pane.open('Offer');
    await pane.open('Formulas');
    await pane.unfold('Exchange ratio');
    await pane.text('1,001 × 3/4').waitFor();
    await pane.text('rounded up to 751').waitFor();
    await pane.unfold('Vesting table');
    await pane.text('50% at 6 months, then 50% monthly over 24 months').waitFor();
  });

  it('freezes live results to values', async () => {
    await pane.step('Run');
    await pane.button('Freeze to values …').click();
    await pane.text('These formulas become values:').waitFor();
    await pane.button('Freeze to values').click();
    await pane.text(/formulas are values now/).waitFor();
    const formula = await pane.excel.page.evaluate(
      `excel.workspace.book.sheet('Regrant New Grants').formula(1, 8) ?? null`,
    );
    assert.equal(formula, null);
  });

  it('cancels a run, and leaves the workbook as it was', async () => {
    const sheets = () =>
      pane.excel.page.evaluate<string[]>(`excel.workspace.book.sheets.map(({ name }) => name)`);
    const before = await sheets();
    const shares = await pane.excel.values('Regrant New Grants', 'A1:T20');
    await pane.step('Run');
    await pane.button('Run again').click();
    await pane.button('Cancel').click();
    await pane.text('Cancelled: the workbook is as it was.').waitFor();
    assert.deepEqual(await sheets(), before);
    assert.deepEqual(await pane.excel.values('Regrant New Grants', 'A1:T20'), shares);
  });

  it('says what a stage freezes before it is entered, enters it, and takes it back', async () => {
    await pane.step('Run');
    await pane.button('Open the offer …').click();
    await pane.text('Nothing is frozen: the ledger, the terms and the elections stay live.').waitFor();
    await pane.screenshot('stage-question');
    await pane.button('Open the offer').click();
    await pane.text('The offer is at the stage Open; the step is in Regrant Log.').waitFor();
    await pane.step('Run');
    await pane.button('Close the offer …').click();
    await pane.button('Close the offer').click();
    await pane.text('The offer is at the stage Closed; the step is in Regrant Log.').waitFor();
    await pane.step('Run');
    await pane.text(/count as they stood at the closing/).waitFor();
    await pane.assertAccessible('stages');
    await pane.button('Take the last step back …').click();
    await pane.button('Take the last step back').click();
    await pane.text('The offer is at the stage Open; the step is in Regrant Log.').waitFor();
  });
});
