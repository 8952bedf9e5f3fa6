/**
 * What the pane does where Excel refuses, waits or changes under it: a sentence and a way on, nothing half written.
 * What it says before a run of read-only, protected, filtered and shared workbooks is tried in statuses.test.ts.
 */
import assert from 'node:assert/strict';
import { grant, LEDGER_HEADER } from '../../src/domain/offer/offer-book.fixture.ts';
import { newWorkbook, type Workbook } from '@regrant/embedded-excel/package';
import { offerWorkbook } from '../offer-workbook.ts';
import { needs } from '../tools.ts';
import { PanePage } from './pane-page.ts';
import { until } from '../page/until.ts';

const GRANTS = [grant('A'), grant('B', { 'Holder ID': '002' }), grant('C', { 'Holder ID': '003' })];
const elections = ['001', '002', '003'].map((id) => [id, 'ALL', 'Elect', '2003-01-10']);
const offer = (): Workbook => offerWorkbook({ grants: GRANTS, elections });

/** Everything of the workbook that a person or a file would show: sheets, tables, settings, and every cell. */
const CONTENT = `(() => {
  const { book } = excel.workspace;
  return JSON.stringify([[...book.settings.entries()], book.sheets.map((sheet) => {
    const used = sheet.usedRange();
    const cells = [];
    for (let row = used?.top ?? 0; row <= (used?.bottom ?? -1); row++)
      for (let column = used.left; column <= used.right; column++)
        cells.push(sheet.formula(row, column) ?? sheet.value(row, column), sheet.style(row, column));
    return [sheet.name, sheet.visibility, book.tablesOn(sheet).map(({ name, area }) => [name, area]), cells];
  })]);
})()`;

const contentOf = (pane: PanePage): Promise<string> => pane.excel.page.evaluate<string>(CONTENT);

async function withPane(
  { book, host = '' }: { book: Workbook; host?: string },
  use: (pane: PanePage) => Promise<void>,
): Promise<void> {
  const pane = await PanePage.open({ book, host });
  try {
    await use(pane);
    // No sentence is a stack, and each message has something to press.
    const said = await pane.frame.locator('.rg-message').allInnerTexts();
    assert.deepEqual(
      said.filter((text) => /\bat (?:async )?\w+ \(|\.js:\d+|undefined|\[object/.test(text)),
      [],
    );
    await pane.assertSound();
  } finally {
    await pane.close();
  }
}

/** Before the add-in's n-th request from now on, does something with the workbook's model as somebody else. */
const beforeRequest = (pane: PanePage, nth: number, change: string): Promise<unknown> =>
  pane.excel.page.evaluate(`(() => {
    let requests = 0;
    const { server } = excel.workspace;
    server.beforeRoundTrip = () => {
      if (++requests !== ${nth}) return;
      server.beforeRoundTrip = undefined;
      excel.workspace.asCoauthor((book) => { ${change} });
    };
  })()`);

/** Waits for the end of whatever the pane is doing. */
const done = (pane: PanePage): Promise<void> =>
  pane.frame.locator('.rg-progress .fui-Spinner').waitFor({ state: 'detached' });

describe('the pane in a workbook that may only be looked at', () => {
  needs('chromium');

  it('says why a sample, terms and a choice of ledger cannot be put into it, and puts in nothing', async () => {
    const ledgerAlone = newWorkbook();
    ledgerAlone.sheets[0]?.setValues(0, 0, [LEDGER_HEADER, ...GRANTS] as never);
    const two = offer();
    two.addSheet('Old ledger').setValues(0, 0, [LEDGER_HEADER, ...GRANTS.slice(0, 2)] as never);
    for (const [book, button] of [
      [newWorkbook(), 'Insert the sample'],
      [ledgerAlone, 'Insert the terms'],
      [two, 'Use Old ledger'],
    ] as const)
      await withPane({ book, host: 'read-only' }, async (pane) => {
        const before = await contentOf(pane);
        await pane.button(button).click();
        await pane.text(/read-only/).waitFor();
        await done(pane);
        assert.equal(await contentOf(pane), before, button);
        assert.ok(await pane.button(button).isEnabled(), 'another attempt is possible');
      });
  });
});

describe('the pane in a workbook whose structure is protected', () => {
  needs('chromium');

  it('inserts neither half a sample nor half the terms, and both once it is unprotected', async () => {
    for (const [makeBook, button, outcome] of [
      [newWorkbook, 'Insert the sample', 'The sample is in the workbook.'],
      [
        () => {
          const book = newWorkbook();
          book.sheets[0]?.setValues(0, 0, [LEDGER_HEADER, ...GRANTS] as never);
          return book;
        },
        'Insert the terms',
        /^Inserted OfferTerms/,
      ],
    ] as const) {
      const book = makeBook();
      book.structureProtection = {};
      await withPane({ book }, async (pane) => {
        const before = await contentOf(pane);
        await pane.button(button).click();
        await pane.text(/protected.*unprotect it/).waitFor();
        await done(pane);
        assert.equal(await contentOf(pane), before, button);
        await pane.excel.page.evaluate(`excel.workspace.book.structureProtection = undefined`);
        await pane.button(button).click();
        await pane.text(outcome).waitFor();
      });
    }
  });
});

describe('the pane while a cell is being edited', () => {
  needs('chromium');

  it('shows what was edited before, once the cell is done, and no error meanwhile', () =>
    withPane({ book: offer() }, async (pane) => {
      await pane.step('Preview');
      await pane.excel.tab('Cap Table');
      await pane.excel.type('K3', '2001');
      // The pane's next reading falls into the second cell's editing.
      const asked = until(pane.excel.page, `excel.addin.frame.waitingForCell > 0`);
      await pane.excel.page.keyboard.type('halfway');
      await asked;
      assert.equal(
        await pane.frame
          .locator('.rg-message')
          .getByText(/busy|could not/i)
          .count(),
        0,
      );
      await pane.excel.page.keyboard.press('Escape');
      await pane.text(/1,501 new/).waitFor();
    }));

  it('lets a run that is under way wait for the cell, and keeps what was typed', () =>
    withPane({ book: offer() }, async (pane) => {
      await pane.step('Run');
      await pane.button('Run the offer').click();
      await pane.excel.tab('Cap Table');
      await pane.excel.goTo('Z1');
      await pane.excel.page.keyboard.type('a note');
      await pane.excel.page.keyboard.press('Enter');
      await pane.text(/The offer has run/).waitFor();
      assert.deepEqual(await pane.excel.values('Cap Table', 'Z1'), [['a note']]);
    }));
});

describe('the pane while somebody else edits', () => {
  needs('chromium');

  it('completes a run or leaves the workbook as it was, wherever the ledger is edited in the middle of it', () =>
    withPane({ book: offer() }, async (pane) => {
      await pane.runOffer();
      for (const nth of [2, 5]) {
        await pane.step('Run');
        await beforeRequest(pane, nth, `book.sheet('Cap Table').setValue(2, 10, ${2000 + nth})`);
        await pane.button('Run again').click();
        await pane.text(/The offer has run|again/).waitFor();
        await done(pane);
        const [[cancelled]] = (await pane.excel.values('Regrant New Grants', 'E2')) as [[number]];
        assert.ok([1000, 2002, 2005].includes(cancelled), `${cancelled} shares cancelled at request ${nth}`);
        const hidden = await pane.excel.page.evaluate(
          `excel.workspace.book.sheets.filter(({ visibility }) => visibility !== 'visible').length`,
        );
        assert.equal(hidden, 0);
      }
    }));

  it('says so where somebody deletes a result sheet under a run, and the next run brings it back', () =>
    withPane({ book: offer() }, async (pane) => {
      await pane.runOffer();
      await pane.step('Run');
      await beforeRequest(pane, 4, `book.deleteSheet(book.sheet('Regrant Vesting'))`);
      await pane.button('Run again').click();
      await pane.frame.locator('.rg-told .rg-message').waitFor();
      await done(pane);
      await pane.step('Run');
      await pane.button(/^Run (the offer|again)$/).click();
      await pane.text(/The offer has run/).waitFor();
      const [[id]] = (await pane.excel.values('Regrant Vesting', 'A2')) as [[unknown]];
      assert.equal(id, '001');
    }));
});

describe('the pane over result tables that somebody has sorted', () => {
  needs('chromium');

  it('puts every row back in its place with the next run', () =>
    withPane({ book: offer() }, async (pane) => {
      await pane.runOffer();
      const rows = () => pane.excel.values('Regrant Eligibility', 'A2:L4');
      const before = await rows();
      await pane.excel.page.evaluate(
        `excel.workspace.asCoauthor((book) => { const sheet = book.sheet('Regrant Eligibility'); const row = (at) => Array.from({ length: 12 }, (_, column) => sheet.value(at, column)); sheet.setValues(1, 0, [row(3), row(2), row(1)]); })`,
      );
      assert.notDeepEqual(await rows(), before);
      await pane.step('Run');
      await pane.button('Run again').click();
      await pane.text(/The offer has run/).waitFor();
      assert.deepEqual(await rows(), before);
    }));
});
