/** The way from the ribbon to the results by touch alone: no keyboard, no mouse, nothing that only a pointer hovers over. */
import assert from 'node:assert/strict';
import type { CDPSession, Locator } from 'playwright-core';
import { needs } from '../tools.ts';
import { EmbeddedPage } from './embedded-page.ts';

describe('the add-in by touch alone', () => {
  needs('chromium');
  let excel: EmbeddedPage;
  let browser: CDPSession;

  before(async () => {
    excel = await EmbeddedPage.open();
    browser = await excel.page.context().newCDPSession(excel.page);
    await browser.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await excel.settled();
    await excel.pane.getByRole('tablist').waitFor();
  });
  after(() => excel.close());

  /** A finger in the middle of it: touch events, and what the browser makes of them. */
  async function tap(target: Locator): Promise<void> {
    // Nothing is clicked: this waits until it stands still and nothing covers it.
    await target.click({ trial: true });
    const box = await target.boundingBox();
    assert.ok(box !== null, 'it is on the screen');
    const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
    await browser.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
    await browser.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  const command = (name: string): Locator => excel.page.getByRole('button', { name, exact: true });
  const heading = (name: RegExp): Locator => excel.pane.getByRole('heading', { name, level: 2 });

  it('checks the ledger, and goes through the steps', async () => {
    await tap(command('Check ledger'));
    await heading(/^Ledger/).waitFor();
    for (const step of ['Terms', 'Elections', 'Preview']) {
      await tap(excel.pane.getByRole('navigation').getByRole('button', { name: new RegExp(` ${step},`) }));
      await heading(new RegExp(`^${step}`)).waitFor();
    }
  });

  it('runs the offer', async () => {
    await tap(command('Run'));
    await heading(/^Run/).waitFor();
    await tap(excel.pane.getByRole('button', { name: 'Run the offer', exact: true }));
    await excel.pane.getByText(/The offer has run/).waitFor();
    await excel.settled();
  });

  it('explains a cell', async () => {
    await tap(excel.page.getByRole('tab', { name: 'Regrant New Grants' }));
    await tap(excel.cell('C3'));
    await tap(command('Explain'));
    await excel.pane.getByRole('tab', { name: 'Explain', selected: true }).waitFor();
    await excel.pane
      .getByRole('heading', { name: /^Grant / })
      .first()
      .waitFor();
  });

  it('freezes to values, once that is confirmed', async () => {
    await tap(command('Freeze to values'));
    await tap(excel.pane.getByRole('button', { name: 'Freeze to values', exact: true }));
    await excel.pane.getByText(/formulas are values now/).waitFor();
    assert.deepEqual(excel.errors, []);
  });
});
