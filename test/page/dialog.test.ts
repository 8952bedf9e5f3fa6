/** Dialogs of the add-in (`displayDialogAsync`), over the page and in windows of their own, with unmodified office.js. */
import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { needs } from '../tools.ts';
import { EmbeddedPage } from './embedded-page.ts';

/** The page that the dialogs show. */
const DIALOG_PAGE = `<!doctype html><title>Dialog</title><script src="/office-js/office.js"></script>
  <button onclick="Office.context.ui.messageParent('chosen')">Choose</button><output></output><script>
    Office.onReady(() => {
      const { ui, EventType = Office.EventType } = Office.context;
      ui.addHandlerAsync(EventType.DialogParentMessageReceived, ({ message, origin }) => {
        document.querySelector('output').value = message + ' from ' + origin;
      }, () => { document.body.dataset.ready = ''; });
    });
  </script>`;

/** Opens a dialog from the pane: 'opened' or the error's code. What it reports is collected in `window.heard`. */
const open = (addin: Frame, url: string, options: object): Promise<unknown> =>
  addin.evaluate(`new Promise((resolve) => {
    Office.context.ui.displayDialogAsync(${url}, ${JSON.stringify(options)}, ({ value, error }) => {
      if (error) return resolve(error.code);
      window.heard = [];
      window.opened = value;
      value.addEventHandler(Office.EventType.DialogMessageReceived, ({ message, origin }) => heard.push([message, origin]));
      value.addEventHandler(Office.EventType.DialogEventReceived, ({ error }) => heard.push(error));
      resolve('opened');
    });
  })`);

const HERE = `location.origin + '/dialog.html'`;
const OVER_THE_PAGE = { width: 40, height: 50, displayInIframe: true };

describe('dialogs in the page of the embedded Excel', () => {
  needs('chromium');
  let excel: EmbeddedPage;
  let addin: Frame;
  let origin: string;

  before(async () => {
    excel = await EmbeddedPage.open();
    await excel.settled();
    await excel.pane.getByRole('heading').first().waitFor();
    const frame = excel.page.frames().find((candidate) => candidate.url().includes('taskpane'));
    assert.ok(frame);
    addin = frame;
    await addin.evaluate('Office.onReady()');
    origin = new URL(excel.page.url()).origin;
    await excel.page
      .context()
      .route(`${origin}/dialog.html*`, (route) =>
        route.fulfill({ contentType: 'text/html', body: DIALOG_PAGE }),
      );
  });
  after(() => excel.close());
  afterEach(async () => {
    assert.deepEqual(excel.errors, []);
    assert.deepEqual(await excel.page.evaluate('[...excel.addin.frame.unsupported.keys()]'), []);
  });

  const heard = async (count: number): Promise<unknown> => {
    // Not waitForFunction: it evaluates text in the page, which the pane's content security policy forbids.
    while ((await addin.evaluate<number>('heard.length')) < count) await excel.page.waitForTimeout(50);
    return addin.evaluate('heard');
  };

  it('say that they are there', async () => {
    assert.equal(
      await addin.evaluate(`Office.context.requirements.isSetSupported('DialogApi', '1.2')`),
      true,
    );
  });

  it('open over the page, exchange messages with the pane, and are closed by it', async () => {
    assert.equal(await open(addin, HERE, OVER_THE_PAGE), 'opened');
    const dialog = excel.page.getByRole('dialog', { name: 'Regrant' });
    const page = dialog.frameLocator('iframe');
    await page.locator('body[data-ready]').waitFor();
    const box = await dialog.boundingBox();
    assert.deepEqual([Math.round(box?.width ?? 0), Math.round(box?.height ?? 0)], [546, 384]);
    await page.getByRole('button', { name: 'Choose' }).click();
    assert.deepEqual(await heard(1), [['chosen', origin]]);
    await addin.evaluate(`opened.messageChild('welcome')`);
    await page.getByText(`welcome from ${origin}`).waitFor();
    await excel.screenshot('dialog');
    await addin.evaluate('opened.close()');
    await dialog.waitFor({ state: 'detached' });
    assert.deepEqual(await heard(1), [['chosen', origin]], 'the pane closed it and hears nothing of that');
  });

  it('report 12006 when a person closes them, by the button or the Escape key, and open again', async () => {
    const dialog = excel.page.getByRole('dialog', { name: 'Regrant' });
    assert.equal(await open(addin, HERE, OVER_THE_PAGE), 'opened');
    await dialog.getByRole('button', { name: 'Close the Regrant dialog' }).click();
    assert.deepEqual(await heard(1), [12006]);
    await dialog.waitFor({ state: 'detached' });
    assert.equal(await open(addin, HERE, OVER_THE_PAGE), 'opened');
    await excel.page.keyboard.press('Escape');
    assert.deepEqual(await heard(1), [12006]);
    await dialog.waitFor({ state: 'detached' });
  });

  it('do not open twice (12007)', async () => {
    const both = Promise.all([open(addin, HERE, OVER_THE_PAGE), open(addin, HERE, OVER_THE_PAGE)]);
    assert.deepEqual(await both, ['opened', 12007], 'both asked before the first was open');
    assert.equal(await open(addin, HERE, OVER_THE_PAGE), 12007);
    await excel.page.getByRole('button', { name: 'Close the Regrant dialog' }).click();
    assert.deepEqual(await heard(1), [12006], 'the one that opened still reports');
  });

  it('show pages of the add-in only: 12004 for another domain, 12005 without https', async () => {
    for (const options of [OVER_THE_PAGE, { promptBeforeOpen: false }]) {
      assert.equal(await open(addin, `'https://example.com/dialog.html'`, options), 12004);
      assert.equal(await open(addin, `'http://localhost/dialog.html'`, options), 12005);
    }
    assert.equal(await excel.page.getByRole('dialog').count(), 0);
  });

  it('open in a window of their own once a person allows it, as on the web', async () => {
    const appears = excel.page.context().waitForEvent('page');
    const opening = open(addin, HERE, { width: 40, height: 50 });
    await excel.pane.getByText('Regrant wants to display a new window.').waitFor();
    await excel.pane.getByRole('button', { name: 'Allow' }).click();
    assert.equal(await opening, 'opened');
    const page = await appears;
    await page.locator('body[data-ready]').waitFor();
    await page.getByRole('button', { name: 'Choose' }).click();
    assert.deepEqual(await heard(1), [['chosen', origin]]);
    const closes = page.waitForEvent('close');
    await addin.evaluate('opened.close()');
    await closes;
    await excel.pane.getByRole('heading').first().waitFor();
  });
});
