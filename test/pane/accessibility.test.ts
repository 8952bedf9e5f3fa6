/**
 * The pane's usual states by axe's rules. What a rule finds depends on the state, and its contrast on the theme as well:
 * all rules are asked in light at 320 pixels, contrast again in dark, and at 480 pixels whether everything has room.
 */
import { newWorkbook } from '@regrant/embedded-excel/package';
import { needs } from '../tools.ts';
import { PanePage } from './pane-page.ts';

describe('the pane, for everybody', () => {
  needs('chromium');
  let pane: PanePage | undefined;

  const opened = (): PanePage => {
    if (pane === undefined) throw new Error('The pane is not open.');
    return pane;
  };
  const check = (state: string): Promise<void> => opened().assertAccessibleInAllThemes(state);
  afterEach(async () => {
    await pane?.assertSound();
  });

  describe('on an empty workbook', () => {
    before(async () => {
      pane = await PanePage.open({ book: newWorkbook() });
    });
    after(() => pane?.close());

    it('has no violation at any step', async () => {
      await check('empty');
      await opened().step('Terms');
      await check('no-terms');
      await opened().step('Elections');
      await check('no-elections');
    });
  });

  describe('on the sample', () => {
    before(async () => {
      pane = await PanePage.open();
    });
    after(() => pane?.close());

    it('has no violation on the way to the run', async () => {
      const page = opened();
      await page.step('Ledger');
      await page.unfold('Columns');
      await check('ledger');
      await page.step('Terms');
      for (const title of ['Start from', 'What is granted', 'Exercise price', 'Vesting and'])
        await page.unfold(title);
      await check('terms');
      await page.step('Elections');
      await check('elections');
      await page.step('Preview');
      await page.unfold('What if');
      await page.frame.getByLabel('New shares for an old one').fill('0.5');
      await page.unfold('Why grants');
      await check('preview');
      await page.step('Run');
      await check('run');
    });

    it('has no violation with results, explanations and formulas', async () => {
      const page = opened();
      await page.runOffer();
      await page.unfold('All totals');
      await check('results');
      await page.excel.tab('Regrant New Grants');
      await page.excel.goTo('I4');
      await page.open('Explain');
      await page.frame.getByRole('heading', { name: 'Break-even' }).waitFor();
      await check('explain');
      await page.excel.goTo('Z200');
      await check('explain-nothing');
      await page.open('Formulas');
      await page.unfold('Vesting table');
      await page.unfold('Exchange ratio');
      await page.unfold('NEWSHARES');
      await check('formulas');
      await page.excel.tab('Cap Table');
      await page.excel.goTo('A1');
      await page.button('Insert an example of NEWSHARES').click();
      await page.button('Keep it').waitFor();
      await check('question');
      await page.button('Keep it').click();
    });
  });
});
