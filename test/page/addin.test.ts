/** The add-in beside the grid, end to end: its functions in cells, its pane, its ribbon, the saved copy. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needs, tool } from '../tools.ts';
import { EmbeddedPage } from './embedded-page.ts';
import { until } from './until.ts';

const SHEET = 'Cap Table';
const VESTING = '=REGRANT.VESTING(W3,"2003-07-21","50% at 6 months, then 50% monthly over 24 months")';

describe('the add-in in the page of the embedded Excel', () => {
  needs('chromium', 'soffice');
  let excel: EmbeddedPage;

  before(async () => {
    excel = await EmbeddedPage.open();
    await excel.settled();
    await excel.tab(SHEET);
  });
  after(() => excel.close());
  afterEach(async () => {
    assert.deepEqual(excel.errors, []);
    assert.deepEqual(excel.strayed, [], 'the page asked for something outside of this machine');
    const missing = await excel.page.evaluate(
      `[...excel.workspace.server.unsupported.keys(), ...excel.addin.frame.unsupported.keys()]`,
    );
    assert.deepEqual(missing, [], 'the add-in uses what the host lacks');
    const faults = await excel.page.evaluate(`excel.workspace.server.session.faults.map(String)`);
    assert.deepEqual(faults, []);
  });

  it('puts the commands of manifest.xml on the ribbon, with their icons', async () => {
    const manifest = readFileSync(new URL('../../manifest.xml', import.meta.url), 'utf8');
    const declared = [...manifest.matchAll(/<bt:String id="(\w+)\.Label" DefaultValue="([^"]+)"/g)].map(
      ([, , label]) => label,
    );
    const shown = await excel.page.locator('.command').allInnerTexts();
    assert.ok(shown.length >= 5);
    for (const label of shown) assert.ok(declared.includes(label), label);
    const widths = await excel.page.evaluate<number[]>(
      `[...document.querySelectorAll('.command img')].map((image) => image.naturalWidth)`,
    );
    assert.ok(widths.every((width) => width === 32));
  });

  it("runs Microsoft's office.js in the pane, as on the web", async () => {
    await excel.pane.getByRole('heading').first().waitFor();
    const host = await excel.page
      .frames()
      .find((frame) => frame.url().includes('taskpane'))!
      .evaluate('Office.onReady().then(({ host, platform }) => [host, platform])');
    assert.deepEqual(host, ['Excel', 'OfficeOnline']);
  });

  describe('custom functions', () => {
    it('are offered with their help while one types', async () => {
      await excel.goTo('W3');
      await excel.page.keyboard.type('=regrant.new');
      const offered = excel.page.getByRole('option');
      await offered.first().waitFor();
      assert.match(await offered.first().innerText(), /^REGRANT\.NEWSHARES\n.+new shares/);
      await excel.screenshot('function-list');
      await excel.page.keyboard.press('Tab');
      await excel.page.keyboard.type('1001,');
      const help = excel.page.getByLabel('Arguments');
      await help.waitFor();
      assert.equal(await help.locator('b').innerText(), 'ratio');
      await excel.screenshot('argument-help');
      await excel.page.keyboard.press('Escape');
      await excel.page.keyboard.press('Escape');
      assert.deepEqual(await excel.values(SHEET, 'W3'), [[null]]);
    });

    it('=REGRANT.NEWSHARES(1001,0.75,"up") calculates in its cell', async () => {
      await excel.type('W3', '=REGRANT.NEWSHARES(1001,0.75,"up")');
      await excel.shows('W3', '751');
    });

    it('=REGRANT.VESTING(...) spills its schedule', async () => {
      await excel.type('W6', VESTING);
      await excel.shows('W6', 'Date');
      await excel.shows('X6', 'Shares');
      const rows = await excel.values(SHEET, 'W7:X31');
      assert.equal(rows.length, 25);
      assert.equal(rows[0]?.[0], 38007, '2004-01-21');
      assert.equal(
        rows.reduce((sum, [, shares]) => sum + Number(shares), 0),
        751,
        'each share vests once',
      );
      await excel.goTo('X8');
      assert.equal(await excel.formulaBar.inputValue(), VESTING);
      await excel.screenshot('vesting-spilled');
    });

    it('follow when an input changes', async () => {
      await excel.type('V3', '2002');
      await excel.type('W3', '=REGRANT.NEWSHARES(V3,0.75,"up")');
      await excel.shows('W3', '1502');
      await excel.settled();
      const rows = await excel.values(SHEET, 'X7:X31');
      assert.equal(
        rows.reduce((sum, [shares]) => sum + Number(shares), 0),
        1502,
      );
    });

    it('cannot spill over content: #SPILL!, until it is gone', async () => {
      await excel.type('X9', 'in the way');
      await excel.shows('W6', '#SPILL!');
      await excel.goTo('X9');
      await excel.page.keyboard.press('Delete');
      await excel.shows('W6', 'Date');
    });

    it('say what is wrong with an argument', async () => {
      await excel.type('W2', '=REGRANT.NEWSHARES(-1,0.75)');
      await excel.shows('W2', /#(?:VALUE|NUM)!/);
    });
  });

  describe('the offer, run from the pane', () => {
    before(async () => {
      await excel.pane.getByRole('navigation').getByRole('button', { name: / Run,/ }).click();
      await excel.pane.getByRole('button', { name: 'Run the offer', exact: true }).click();
      await excel.pane.getByText(/The offer has run/).waitFor();
      await excel.settled();
    });

    it('writes the result sheets', async () => {
      for (const name of ['Eligibility', 'New Grants', 'Vesting', 'Summary', 'Checks']) {
        await excel.tab(`Regrant ${name}`);
        await excel.page.locator('.cell').first().waitFor();
        await excel.screenshot(`regrant-${name.toLowerCase().replace(' ', '-')}`);
      }
      await excel.screenshot('offer-run');
      const tables = await excel.page.evaluate<string[]>(
        `excel.workspace.book.tables.map(({ name }) => name)`,
      );
      for (const name of ['Eligibility', 'NewGrants', 'Vesting', 'Checks'])
        assert.ok(tables.includes(`Regrant${name}`), name);
    });

    it('draws the charts of the summary', async () => {
      await excel.tab('Regrant Summary');
      const charts = excel.page.locator('.chart svg');
      await charts.first().waitFor();
      assert.ok((await charts.count()) >= 2);
      assert.ok((await excel.page.locator('.chart svg rect').count()) > 5);
    });

    it('gives new shares that follow a ratio changed by hand', async () => {
      const { row, ratio, shares } = await excel.page.evaluate<{
        row: number;
        ratio: string;
        shares: string;
      }>(`(() => {
        const { sheet, columns, dataArea } = excel.workspace.book.table('RegrantNewGrants');
        const at = (name) => dataArea.left + columns.findIndex((column) => column.name === name);
        const letter = (name) => String.fromCharCode(65 + at(name));
        for (let row = dataArea.top; row <= dataArea.bottom; row++)
          if (sheet.value(row, at('Status')) === 'Granted' && sheet.value(row, at('Cancelled Shares')) === 1001)
            return { row: row + 1, ratio: letter('New per Old'), shares: letter('New Shares') };
      })()`);
      await excel.tab('Regrant New Grants');
      await excel.goTo(`${shares}${row}`);
      assert.match(await excel.formulaBar.inputValue(), /^=REGRANT\.NEWSHARES\(\[@\[Cancelled Shares\]\]/);
      await excel.shows(`${shares}${row}`, '751');
      await excel.type(`${ratio}${row}`, '0.5');
      await excel.shows(`${shares}${row}`, '501');
      await excel.page.keyboard.press('Control+z');
      await excel.shows(`${shares}${row}`, '751');
    });

    it('comes from the ribbon as well, which leads to the pane', async () => {
      await excel.page.evaluate(`(() => {
        const { book } = excel.workspace;
        book.deleteSheet(book.sheet('Regrant Checks'));
      })()`);
      await excel.page.getByRole('button', { name: 'Run', exact: true }).click();
      await until(
        excel.page,
        `document.querySelector('[data-command="Regrant.RunOffer"]').ariaBusy !== 'true'`,
      );
      await excel.pane.getByRole('button', { name: /^Run (?:the offer|again)$/ }).click();
      await excel.page.getByRole('tab', { name: 'Regrant Checks' }).waitFor();
      await excel.settled();
    });

    it('saves a copy that LibreOffice reads, figures and all', async () => {
      await excel.tab(SHEET);
      await excel.type('D2', 'typed in the page');
      const folder = mkdtempSync(join(tmpdir(), 'regrant-page-'));
      try {
        const download = excel.page.waitForEvent('download');
        await excel.page.getByRole('button', { name: 'Save a copy' }).click();
        const file = join(folder, 'copy.xlsx');
        assert.equal((await download).suggestedFilename(), 'lantronix-2002.copy.xlsx');
        await (await download).saveAs(file);
        const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
        const csv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
        execFileSync(
          tool('soffice'),
          [profile, '--headless', '--convert-to', csv, '--outdir', folder, file],
          {
            stdio: 'pipe',
          },
        );
        const read = readFileSync(join(folder, 'copy-Regrant New Grants.csv'), 'utf8').trim().split('\n');
        assert.match(read[0] ?? '', /^Holder ID,Holder Name,Old Grant ID,/);
        const rows = await excel.page.evaluate<number>(
          `(({ dataArea }) => dataArea.bottom - dataArea.top + 1)(excel.workspace.book.table('RegrantNewGrants'))`,
        );
        assert.equal(read.length - 1, rows);
        const ledger = readFileSync(join(folder, `copy-${SHEET}.csv`), 'utf8');
        assert.ok(ledger.includes('typed in the page'));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });

  describe('the pane', () => {
    it('is hidden and shown by the add-in itself, which hears of it', async () => {
      const addin = excel.page.frames().find((frame) => frame.url().includes('taskpane'))!;
      await addin.evaluate(`Office.addin.onVisibilityModeChanged(({ visibilityMode }) => {
        (window.seen ??= []).push(visibilityMode);
      })`);
      await addin.evaluate('Office.addin.hide()');
      await excel.page.locator('#pane.background').waitFor({ state: 'attached' });
      const open = excel.page.getByRole('button', { name: 'Open pane' });
      assert.equal(await open.getAttribute('aria-pressed'), 'false');
      await addin.evaluate('Office.addin.showAsTaskpane()');
      await excel.page.locator('#pane:not(.background)').waitFor();
      assert.equal(await open.getAttribute('aria-pressed'), 'true');
      await until(addin, 'window.seen?.length === 2');
      assert.deepEqual(await addin.evaluate('seen'), ['Hidden', 'Taskpane']);
    });

    it('closes and opens its pane without ending its functions', async () => {
      await excel.tab(SHEET);
      await excel.page.getByRole('button', { name: 'Close the Regrant pane' }).click();
      await excel.type('W3', '=REGRANT.NEWSHARES(V3,0.75,"up")');
      await excel.type('V3', '4');
      await excel.shows('W3', '3');
      await excel.page.getByRole('button', { name: 'Open pane' }).click();
      await excel.pane.getByRole('heading').first().waitFor();
    });
  });
});
