/** Every state of the pane by axe's rules: light and dark, 320 and 480 pixels wide; and the path by keyboard alone. */
import assert from 'node:assert/strict';
import { newWorkbook } from '../../src/embedded-excel/package/read-workbook.ts';
import { needs } from '../tools.ts';
import { PanePage } from './pane-page.ts';

const WIDTHS = [320, 480];

describe('the pane, for everybody', () => {
  needs('chromium');

  for (const scheme of ['light', 'dark'] as const)
    describe(`in the ${scheme} theme`, () => {
      let pane: PanePage;
      const check = async (state: string): Promise<void> => {
        for (const width of WIDTHS) {
          await pane.resize(width);
          await pane.assertAccessible(`${state}, ${scheme}, ${width} px`);
          await pane.screenshot(`${state}-${scheme}-${width}`);
        }
      };

      describe('on an empty workbook', () => {
        before(async () => {
          pane = await PanePage.open({ book: newWorkbook(), scheme });
        });
        after(() => pane.close());

        it('has no violation at any step', async () => {
          await check('empty');
          await pane.step('Terms');
          await check('no-terms');
          await pane.step('Elections');
          await check('no-elections');
        });
      });

      describe('on the sample', () => {
        before(async () => {
          pane = await PanePage.open({ scheme });
        });
        after(() => pane.close());

        it('has no violation on the way to the run', async () => {
          await pane.step('Ledger');
          await pane.unfold('Columns');
          await check('ledger');
          await pane.step('Terms');
          for (const title of ['Start from', 'What is granted', 'Exercise price', 'Vesting and'])
            await pane.unfold(title);
          await check('terms');
          await pane.step('Elections');
          await check('elections');
          await pane.step('Preview');
          await pane.unfold('What if');
          await pane.frame.getByLabel('New shares for an old one').fill('0.5');
          await pane.unfold('Why grants');
          await check('preview');
          await pane.step('Run');
          await check('run');
        });

        it('has no violation with results, explanations and formulas', async () => {
          await pane.runOffer();
          await pane.unfold('All totals');
          await check('results');
          await pane.excel.tab('Regrant New Grants');
          await pane.excel.goTo('I4');
          await pane.open('Explain');
          await pane.frame.getByRole('heading', { name: 'Break-even' }).waitFor();
          await check('explain');
          await pane.excel.goTo('Z200');
          await check('explain-nothing');
          await pane.open('Formulas');
          await pane.unfold('Vesting table');
          await pane.unfold('Exchange ratio');
          await pane.unfold('NEWSHARES');
          await check('formulas');
          await pane.excel.tab('Cap Table');
          await pane.excel.goTo('A1');
          await pane.button('Insert an example of NEWSHARES').click();
          await pane.button('Keep it').waitFor();
          await check('question');
          await pane.button('Keep it').click();
        });
      });
    });

  it('lets one go the whole path by keyboard', async () => {
    const pane = await PanePage.open();
    try {
      const { page } = pane.excel;
      const focused = () =>
        pane.frame.evaluate<string>(
          `(() => { const at = document.activeElement; return at.getAttribute('aria-label') ?? at.innerText ?? at.tagName; })()`,
        );
      const tabTo = async (name: RegExp): Promise<void> => {
        for (let key = 0; key < 80; key++) {
          await page.keyboard.press('Tab');
          // Excel on the web moves the focus by script.
          await page.waitForTimeout(20);
          if (name.test(await focused())) return;
        }
        assert.fail(`Tab does not lead to ${String(name)}`);
      };
      await pane.step('Ledger');
      for (const next of ['Terms', 'Elections', 'Preview', 'Run']) {
        await tabTo(new RegExp(`^Next: ${next}$`));
        await page.keyboard.press('Enter');
        await pane.frame.getByRole('heading', { name: new RegExp(`^${next}`), level: 2 }).waitFor();
        await page.waitForTimeout(100);
        assert.match(await focused(), new RegExp(`^\\d ${next},`), 'the focus is at the new step');
      }
      await tabTo(/^Run the offer$/);
      await page.keyboard.press('Enter');
      await pane.text(/The offer has run/).waitFor({ timeout: 90_000 });
    } finally {
      await pane.close();
    }
  });
});
