/** How the pane's page begins where it cannot work: outside of Excel, in an old one, and without Microsoft's network. */
import assert from 'node:assert/strict';
import type { Page, Route } from 'playwright-core';
import { serve, type Server } from '../../src/cli/serve.ts';
import { theBrowser } from '../page/browser.ts';
import { SAMPLE } from '../page/embedded-page.ts';
import { needs } from '../tools.ts';
import { PanePage } from './pane-page.ts';

const OFFICE_JS = '**/office-js/office.js';

describe("the pane's page where the pane cannot work", () => {
  needs('chromium');
  let server: Server;

  before(async () => {
    server = await serve({ file: SAMPLE, port: 0 });
  });
  after(() => server.close());

  /** Opens the page in a tab of its own, with no Excel around it. */
  async function inTab(
    { language = 'en-US', office = (route: Route) => route.continue() },
    use: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await (await theBrowser()).newContext({ ignoreHTTPSErrors: true, locale: language });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      // The browser itself reports a file that it could not load.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        faults.push(message.text());
    });
    await page.route(OFFICE_JS, office);
    // While office.js does not come, the page goes on loading.
    await page.goto(`${server.url}taskpane.html`, { waitUntil: 'commit' });
    await use(page);
    assert.deepEqual(faults, []);
    await context.close();
  }

  it('says outside of Excel what it needs, and who helps', () =>
    inTab({}, async (page) => {
      await page.getByText('Regrant works inside Excel: open this page as a task pane there.').waitFor();
      assert.equal(await page.getByText('Regrant is starting').count(), 0);
      assert.equal(await page.getByRole('progressbar').count(), 0);
      const [help] = await Promise.all([
        page.context().waitForEvent('page'),
        page.getByRole('link', { name: 'Get help' }).click(),
      ]);
      await help.getByRole('heading', { name: 'Regrant: support' }).waitFor();
    }));

  it("says in the browser's language that Microsoft's network is out of reach, and works once it is back", () => {
    let isBlocked = true;
    const office = (route: Route) => (isBlocked ? route.abort() : route.continue());
    return inTab({ language: 'de-DE', office }, async (page) => {
      await page.getByText(/^Regrant hat appsforoffice\.microsoft\.com nicht erreicht/).waitFor();
      isBlocked = false;
      await page.getByRole('button', { name: 'Noch einmal' }).click();
      await page.getByText('Regrant arbeitet in Excel: Öffnen Sie diese Seite dort').waitFor();
    });
  });

  it('shows a sentence while office.js does not come, and after a while what to do', () => {
    const held: Route[] = [];
    const office = (route: Route) => Promise.resolve(void held.push(route));
    return inTab({ office }, async (page) => {
      await page.getByText('Regrant is starting').waitFor();
      await page.getByText('It takes longer than it should.').waitFor({ state: 'hidden' });
      // Its ten seconds are an animation's.
      const inspector = await page.context().newCDPSession(page);
      await inspector.send('Animation.enable');
      await inspector.send('Animation.setPlaybackRate', { playbackRate: 100 });
      await page.getByText('It takes longer than it should.').waitFor();
      await Promise.all(held.map((route) => route.continue()));
      await page.getByText('Regrant works inside Excel').waitFor();
    });
  });

  it('says in an Excel without ExcelApi 1.13 that it is too old, and asks the workbook for nothing', async () => {
    const pane = await PanePage.open({ host: 'excel-api=1.12' });
    await pane.text(/^This Excel is too old for Regrant: it needs Excel 2021/).waitFor();
    await pane.frame.getByRole('link', { name: 'Get help' }).waitFor();
    const asked = await pane.excel.page.evaluate('excel.workspace.server.counters.roundTrips');
    assert.equal(asked, 0);
    await pane.assertSound();
    await pane.close();
  });

  it('runs the whole offer in an Excel that has ExcelApi 1.13 and nothing later', async () => {
    const pane = await PanePage.open({ host: 'excel-api=1.13' });
    await pane.runOffer();
    await pane.text('272,714').waitFor();
    await pane.assertSound();
    await pane.close();
  });
});
