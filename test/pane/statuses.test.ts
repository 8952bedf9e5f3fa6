/** What the pane tells of each grant's standing, what the ribbon asks of it, and who else is at work in the workbook. */
import assert from 'node:assert/strict';
import { grant } from '../../src/domain/offer/offer-book.fixture.ts';
import type { Workbook } from '@regrant/embedded-excel/package';
import { offerWorkbook } from '../offer-workbook.ts';
import { needs } from '../tools.ts';
import { PanePage } from './pane-page.ts';
import { PATIENCE } from '../page/patience.ts';
import { until } from '../page/until.ts';

/** One grant of each kind: exchanged, lapsing, not eligible, withdrawn, not elected. */
const book = (): Workbook =>
  offerWorkbook({
    grants: [
      grant('TAKES', { Outstanding: 1001 }),
      grant('LEAVES', { 'Holder ID': '002', 'Termination Date': '2003-03-01' }),
      grant('CHEAP', { 'Holder ID': '003', 'Exercise Price': 3.01 }),
      grant('BACK', { 'Holder ID': '004' }),
      grant('STAYS', { 'Holder ID': '005' }),
    ],
    elections: [
      ['001', 'ALL', 'Elect', '2003-01-10'],
      ['002', 'ALL', 'Elect', '2003-01-10'],
      ['004', 'ALL', 'Elect', '2003-01-10'],
      ['004', 'ALL', 'Withdraw', '2003-01-11'],
    ],
  });

/** The chips of the preview's filter, or the lines of the results: status by status. */
const texts = (pane: PanePage, selector: string): Promise<string[]> =>
  pane.frame.evaluate(
    `[...document.querySelectorAll('${selector}')].map((one) => one.innerText.replace(/\\s+/g, ' ').trim())`,
  );

/** Waits until those are the texts: what the pane shows follows the workbook, and is not there at once. */
async function shows(pane: PanePage, selector: string, expected: readonly string[], from = 0): Promise<void> {
  let found: readonly string[] = [];
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    found = (await texts(pane, selector)).slice(from);
    if (JSON.stringify(found) === JSON.stringify(expected)) return;
    await pane.excel.page.waitForTimeout(20);
  }
  assert.deepEqual(found, expected);
}

/** Waits until the focus is on what has that text. */
const hasFocus = (pane: PanePage, element: 'button' | 'h3', text: string): Promise<void> =>
  pane.frame.locator(`${element}:focus`, { hasText: text }).waitFor();

const focused = (pane: PanePage): Promise<string> =>
  pane.frame.evaluate(`document.activeElement.textContent`);

/** Presses a button of the ribbon, by what it runs. */
const press = (pane: PanePage, command: string): Promise<unknown> =>
  pane.excel.page.evaluate(`excel.addin.frame.runCommand('${command}', '${command}')`);

describe('the pane on grants of every standing', () => {
  needs('chromium');
  let pane: PanePage;
  before(async () => {
    pane = await PanePage.open({ book: book() });
  });
  after(() => pane.close());
  afterEach(() => pane.assertSound());

  it('counts them by status in the preview, as far as the offer has come', async () => {
    await pane.step('Preview');
    await pane.text('5 of 5 grants').waitFor();
    await shows(pane, '.rg-chips button', [
      'All',
      'Not eligible 1',
      'Eligible 1',
      'Elected 2',
      'Withdrawn 1',
    ]);
    await pane.button('Elected 2').click();
    await pane.text('2 of 5 grants').waitFor();
    await pane.text(/^Service ended on .*the promise lapsed$/).waitFor();
    await pane.screenshot('statuses');
  });

  it('runs from the ribbon in two steps: what will be done is said, and Enter does it', async () => {
    await pane.open('Formulas');
    await press(pane, 'runOffer');
    await pane.text('Creates the sheets').waitFor();
    await hasFocus(pane, 'button', 'Run the offer');
    await pane.excel.page.keyboard.press('Enter');
    await pane.text(/The offer has run/).waitFor();
    await shows(pane, '.rg-counts > div', [
      'Not eligible 1',
      'Eligible 1',
      'Elected 2',
      'Withdrawn 1',
      'Exchanged 0',
      'Lapsed 0',
      'Granted 0',
    ]);
    await pane.screenshot('results-statuses');
  });

  it('comes back from the ribbon when it was closed, ready for the keyboard', async () => {
    await pane.excel.page.getByLabel('Close the Regrant pane').click();
    await until(pane.excel.page, `document.querySelector('#pane').inert`);
    await press(pane, 'openPane');
    await until(pane.excel.page, `!document.querySelector('#pane').inert`);
    await pane.frame.locator('[role="tab"]:focus', { hasText: 'Offer' }).waitFor();
  });

  it('takes a notice away with the next step', async () => {
    await pane.step('Ledger');
    await pane.text(/The offer has run/).waitFor({ state: 'detached' });
  });

  it('opens Explain from the ribbon at the part that the selected cell shows', async () => {
    await pane.excel.tab('Regrant New Grants');
    const cases = [
      ['I2', 'New shares', /1,001 × 3\/4 = 750.75, rounded up to 751/],
      ['L2', 'Exercise price', /close, on Jul 21, 2003/],
      ['P2', 'Vesting', /By Jan 21, 2004: 751 × 1\/2 = 375.5, allocated as 375 whole shares/],
    ] as const;
    for (const [cell, part, sentence] of cases) {
      await pane.open('Offer');
      await pane.excel.goTo(cell);
      await press(pane, 'explain');
      await hasFocus(pane, 'h3', part);
      await pane.frame.locator('section[aria-current]', { hasText: sentence }).waitFor();
    }
    await pane.screenshot('explain-vesting');
  });

  it('follows the selection to another part, and leaves the focus where somebody works', async () => {
    await pane.excel.goTo('I2');
    await pane.frame.getByRole('status').getByText('Grant TAKES: New shares').waitFor({ state: 'attached' });
    assert.notEqual(await focused(pane), 'New shares');
    const isInView = await pane.frame.evaluate<boolean>(`(() => {
      const section = document.querySelector('[data-part="count"]').getBoundingClientRect();
      const main = document.querySelector('.rg-main').getBoundingClientRect();
      return section.top >= main.top - 1 && section.top < main.bottom;
    })()`);
    assert.ok(isInView);
  });

  it('keeps the explanation while one looks at the cells that it came from', async () => {
    await pane
      .button(/^OfferTerms!B\d+$/)
      .first()
      .click();
    await until(pane.excel.page, `excel.workspace.sheet.name === 'OfferTerms'`);
    await pane.frame.getByRole('heading', { name: 'Grant TAKES' }).waitFor();
  });

  it('explains a date of the vesting table, a total of the summary, and says what the log is', async () => {
    await pane.excel.tab('Regrant Vesting');
    await pane.excel.goTo('D3');
    await pane.text(/^By Feb 21, 2004:/).waitFor();
    await pane.excel.tab('Regrant Summary');
    const cell = await pane.excel.page.evaluate<string>(`(() => {
      const { sheet, area } = excel.workspace.book.table('RegrantSummary');
      for (let row = area.top; row <= area.bottom; row++)
        if (sheet.value(row, area.left) === 'New shares') return 'B' + (row + 1);
    })()`);
    await pane.excel.goTo(cell);
    await pane.text('Adds up New Shares of RegrantNewGrants').waitFor();
    await pane.button(/^Regrant New Grants!I2:I3$/).click();
    await until(pane.excel.page, `excel.workspace.sheet.name === 'Regrant New Grants'`);
    assert.equal(await pane.excel.selected(), 'I2:I3');
    await pane.excel.tab('Regrant Log');
    await pane.excel.goTo('A2');
    await pane.text(/The log keeps what each run/).waitFor();
  });

  it('asks before it freezes from the ribbon, naming the sheets with their formulas', async () => {
    await press(pane, 'freezeToValues');
    await pane.text('These formulas become values:').waitFor();
    await shows(pane, '.rg-card .rg-counted > li', [
      'Regrant Eligibility 10 formulas',
      'Regrant New Grants 4 formulas',
    ]);
    await hasFocus(pane, 'button', 'Freeze to values');
    await pane.screenshot('freeze-question');
    await pane.assertAccessible('freeze question');
    await pane.button('Not now').click();
    const formula = `excel.workspace.book.sheet('Regrant New Grants').formula(1, 8)`;
    assert.match(await pane.excel.page.evaluate<string>(formula), /REGRANT/i);
    await press(pane, 'freezeToValues');
    await pane.button('Freeze to values').click();
    await pane.text(/formulas are values now/).waitFor();
    assert.equal(await pane.excel.page.evaluate(`${formula} ?? null`), null);
  });

  it('says which part has changed since the last run, though no total has', async () => {
    await pane.excel.tab('Cap Table');
    await pane.excel.type('B3', 'Ada Another');
    await pane.step('Results');
    await pane.text(/^Changed since the last run \(.*\): the ledger\.$/).waitFor();
    await pane.excel.type('B3', 'Ada Example');
    await pane.text('The results in the workbook are older').waitFor({ state: 'detached' });
  });

  it('gives the statuses of the stage that the offer is at', async () => {
    const take = async (step: string, stage: string): Promise<void> => {
      await pane.step('Run');
      await pane.button(`${step} …`).click();
      await pane.button(step).click();
      await pane.text(`The offer is at the stage ${stage}; the step is in Regrant Log.`).waitFor();
    };
    await take('Open the offer', 'Open');
    await take('Close the offer', 'Closed');
    await take('Cancel the options', 'Cancelled');
    await pane.step('Preview');
    await pane.button('Exchanged 1').waitFor();
    await pane.button('Lapsed 1').waitFor();
    await take('Grant the awards', 'Granted');
    await pane.step('Results');
    await shows(pane, '.rg-counts > div', ['Exchanged 0', 'Lapsed 1', 'Granted 1'], 4);
  });
});

describe('the pane in a workbook that is not free to be written', () => {
  needs('chromium');

  async function withPane(
    use: (pane: PanePage) => Promise<void>,
    options: { readonly host?: string; readonly workbook?: Workbook } = {},
  ): Promise<void> {
    const { host = '', workbook = book() } = options;
    const pane = await PanePage.open({ book: workbook, host });
    try {
      await use(pane);
      await pane.assertSound();
    } finally {
      await pane.close();
    }
  }

  /** Does something with the workbook's model as somebody else, who has it open too. */
  const asCoauthor = (pane: PanePage, change: string): Promise<unknown> =>
    pane.excel.page.evaluate(`excel.workspace.asCoauthor((book) => { ${change} })`);

  const isBlocked = async (pane: PanePage, button: string): Promise<boolean> =>
    (await pane.button(button).getAttribute('aria-disabled')) === 'true';

  it('says before a run that it is read-only, and previews and explains all the same', () =>
    withPane(
      async (pane) => {
        await pane.step('Run');
        await pane.text(/^The workbook is read-only: save a copy of it/).waitFor();
        assert.ok(await isBlocked(pane, 'Run the offer'));
        await pane.screenshot('read-only');
        await pane.assertAccessible('read-only');
        await pane.step('Preview');
        await pane.text('5 of 5 grants').waitFor();
        await pane.open('Explain');
        await pane.excel.goTo('A3');
        await pane.frame.getByRole('heading', { name: 'Grant TAKES' }).waitFor();
      },
      { host: 'read-only' },
    ));

  it('says before a run that no sheet can be added', () =>
    withPane(async (pane) => {
      await pane.excel.page.evaluate(`excel.workspace.book.structureProtection = {}`);
      await pane.excel.tab('Cap Table');
      await pane.excel.type('Z1', 'note');
      await pane.step('Run');
      await pane.text(/^The workbook is protected, so that no sheet can be added to it/).waitFor();
      assert.ok(await isBlocked(pane, 'Run the offer'));
    }));

  it('says by name which filter a run clears, and clears it', () =>
    withPane(async (pane) => {
      await pane.runOffer();
      const filtered = `excel.workspace.book.table('RegrantEligibility').isFiltered`;
      await pane.excel.page.evaluate(`${filtered} = true`);
      await pane.excel.tab('Cap Table');
      await pane.excel.type('Z1', 'note');
      await pane.step('Run');
      await pane.text('The filter on Regrant Eligibility will be cleared.').waitFor();
      await pane.screenshot('filtered');
      await pane.button('Run again').click();
      await pane.text(/The offer has run/).waitFor();
      assert.equal(await pane.excel.page.evaluate(filtered), false);
    }));

  it('names header cells that are merged, and leads to them', () => {
    const workbook = book();
    workbook.sheet('Cap Table')?.merge({ top: 1, left: 1, bottom: 1, right: 2 });
    return withPane(
      async (pane) => {
        await pane.step('Ledger');
        await pane.text(/^The header cells B2:C2 name one column, and there are more below/).waitFor();
        await pane.button('Cap Table!B2:C2').click();
        await until(pane.excel.page, `excel.workspace.selection.area.left === 1`);
        await pane.screenshot('merged');
        await pane.assertAccessible('merged headers');
      },
      { workbook },
    );
  });

  it('waits for another\u2019s run, and runs all the same where one says that it was broken off', () =>
    withPane(async (pane) => {
      await pane.step('Run');
      const stamp = Math.floor(Date.now() / 1000).toString(36);
      const theirs = `Regrant staging ${stamp}-zzzz 1`;
      await asCoauthor(pane, `book.addSheet('${theirs}').visibility = 'veryHidden'`);
      await pane.text(/^Somebody else seems to be running the offer in this workbook, since/).waitFor();
      assert.ok(await isBlocked(pane, 'Run the offer'));
      await pane.screenshot('other-run');
      await pane.assertAccessible('another run');
      await asCoauthor(pane, `book.deleteSheet(book.sheet('${theirs}'))`);
      await pane.text(/^Somebody else seems to be running/).waitFor({ state: 'detached' });
      assert.equal(await isBlocked(pane, 'Run the offer'), false);
      await asCoauthor(pane, `book.addSheet('${theirs}').visibility = 'veryHidden'`);
      await pane.button('Run anyway').click();
      await pane.text(/The offer has run/).waitFor();
      const hidden = `excel.workspace.book.sheets.filter(({ visibility }) => visibility !== 'visible').length`;
      assert.equal(await pane.excel.page.evaluate(hidden), 0);
    }));

  it('shows what somebody else edits, and says so', () =>
    withPane(async (pane) => {
      await pane.step('Preview');
      await pane.text('751').waitFor();
      await asCoauthor(pane, `book.sheet('Cap Table').setValue(2, 10, 2001)`);
      await pane.text(/^Somebody else changed the workbook/).waitFor();
      await pane.text('1,501').waitFor();
      await pane.screenshot('changed-by-other');
      await pane.step('Run');
      await pane.text(/^Somebody else changed the workbook/).waitFor({ state: 'detached' });
    }));

  it('runs on the cells as they are, and says what changed between the preview and the run', () =>
    withPane(async (pane) => {
      await pane.step('Run');
      // The edit comes with the run's first round trip, before the pane has heard of it.
      await pane.excel.page.evaluate(`excel.workspace.server.beforeRoundTrip = () => {
        excel.workspace.server.beforeRoundTrip = undefined;
        excel.workspace.asCoauthor((book) => book.sheet('Cap Table').setValue(2, 10, 2001));
      }`);
      await pane.button('Run the offer').click();
      await pane.text(/Changed since the preview, by somebody else perhaps: the ledger\./).waitFor();
      assert.deepEqual(await pane.excel.values('Regrant New Grants', 'I2'), [[1501]]);
    }));
});
