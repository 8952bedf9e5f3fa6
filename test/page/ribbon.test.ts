/** What the manifest puts around the workbook: its commands in the language of Excel, and its keys. */
import assert from 'node:assert/strict';
import { needs } from '../tools.ts';
import { EmbeddedPage } from './embedded-page.ts';
import { until } from './until.ts';

/** Groups of the ribbon, each with its label before its commands. */
const ribbonOf = async ({ page }: EmbeddedPage): Promise<string[][]> => {
  await page.locator('.command').first().waitFor();
  return page.evaluate<string[][]>(`[...document.querySelectorAll('.ribbon-group')].map((group) =>
    [group.getAttribute('aria-label'), ...[...group.querySelectorAll('.command')].map((command) => command.innerText)])`);
};

describe("the add-in's tab on the ribbon", () => {
  needs('chromium');

  it('is English in an English Excel, with an icon for each command', async () => {
    const excel = await EmbeddedPage.open();
    try {
      assert.deepEqual(await ribbonOf(excel), [
        ['Offer', 'Open pane', 'Insert terms'],
        ['Exchange', 'Check ledger', 'Run'],
        ['Results', 'Explain', 'Freeze to values'],
      ]);
      await until(
        excel.page,
        `[...document.querySelectorAll('.command img')].every(({ naturalWidth }) => naturalWidth === 32)`,
      );
      await excel.settled();
      await excel.pane.getByRole('tab', { name: 'Offer' }).waitFor();
      await excel.screenshot('ribbon-english');
      await excel.page.emulateMedia({ colorScheme: 'dark' });
      await excel.screenshot('ribbon-english-dark');
      assert.deepEqual(excel.errors, []);
    } finally {
      await excel.close();
    }
  });

  it('is German in a German Excel, and so is the pane', async () => {
    const excel = await EmbeddedPage.open({ host: 'language=de-DE' });
    try {
      assert.deepEqual(await ribbonOf(excel), [
        ['Angebot', 'Bereich öffnen', 'Bedingungen einfügen'],
        ['Tausch', 'Bestand prüfen', 'Durchrechnen'],
        ['Ergebnisse', 'Erklären', 'In Werte umwandeln'],
      ]);
      const explain = excel.page.getByRole('button', { name: 'Erklären', exact: true });
      assert.match(
        (await explain.getAttribute('title')) ?? '',
        /^Sagt, wie die ausgewählte Zelle zustande kam/,
      );
      assert.match(
        (await explain.getAttribute('title')) ?? '',
        /\nAusgewählte Zelle erklären: Ctrl\+Alt\+Shift\+H$/,
      );
      await excel.settled();
      await excel.pane.getByRole('tab', { name: 'Angebot' }).waitFor();
      await excel.screenshot('ribbon-german');
      await excel.page.emulateMedia({ colorScheme: 'dark' });
      await excel.screenshot('ribbon-german-dark');
      assert.deepEqual(excel.errors, []);
    } finally {
      await excel.close();
    }
  });
});

describe("the add-in's keys", () => {
  needs('chromium');
  let excel: EmbeddedPage;

  before(async () => {
    excel = await EmbeddedPage.open();
    await excel.settled();
    await excel.tab('Cap Table');
  });
  after(() => excel.close());

  const press = async (letter: string): Promise<void> => {
    await excel.grid.focus();
    await excel.page.keyboard.press(`Control+Alt+Shift+${letter}`);
  };

  it('open the pane where it is closed', async () => {
    await excel.page.getByRole('button', { name: 'Close the Regrant pane' }).click();
    await excel.page.locator('#pane.background').waitFor({ state: 'attached' });
    await press('R');
    await excel.page.locator('#pane:not(.background)').waitFor();
  });

  it('explain the selected cell', async () => {
    await excel.goTo('A10');
    await press('H');
    await excel.pane.getByRole('tab', { name: 'Explain', selected: true }).waitFor();
    await excel.pane
      .getByRole('heading', { name: /^Grant / })
      .first()
      .waitFor();
  });

  it('lead to the run, which a person then starts', async () => {
    await press('G');
    await excel.pane.getByRole('heading', { name: /^Run/, level: 2 }).waitFor();
    await excel.pane.getByRole('button', { name: 'Run the offer', exact: true }).waitFor();
    assert.equal(await excel.page.getByRole('tab', { name: 'Regrant Summary' }).count(), 0);
  });

  it('check the ledger', async () => {
    await press('K');
    await excel.pane.getByRole('heading', { name: /^Ledger/, level: 2 }).waitFor();
  });

  it('put what is being typed into its cell first, and type nothing', async () => {
    await excel.goTo('W3');
    await excel.page.keyboard.type('typed');
    await excel.page.keyboard.press('Control+Alt+Shift+R');
    await excel.shows('W3', 'typed');
    assert.deepEqual(excel.errors, []);
  });

  it('are not heard in the pane, as in Excel on the web', async () => {
    await excel.pane.getByRole('tab', { name: 'Offer' }).focus();
    await excel.page.keyboard.press('Control+Alt+Shift+H');
    // What a key does, it does by a message to the pane: a round trip later it would have been heard.
    await excel.page
      .frames()
      .find((frame) => frame.url().includes('taskpane'))
      ?.evaluate('Excel.run((context) => context.sync())');
    await excel.pane.getByRole('tab', { name: 'Offer', selected: true }).waitFor();
  });
});
