/** The embedded Excel's page asks before edits are lost, and works under its content security policy. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { EmbeddedPage, SAMPLE } from './embedded-page.ts';

const VIOLATIONS = `
  window.violations = [];
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    (top.violations ??= []).push(violatedDirective + ' ' + blockedURI));`;

describe('Edits in the embedded Excel', () => {
  let excel: EmbeddedPage;
  const asked: string[] = [];
  let answer = false;

  before(async () => {
    excel = await EmbeddedPage.open({ before: VIOLATIONS });
    await excel.settled();
    excel.page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void (answer ? dialog.accept() : dialog.dismiss());
    });
  });
  after(() => excel.close());

  const openOther = () =>
    excel.page
      .locator('#open-file')
      .setInputFiles({ name: 'other.xlsx', mimeType: '', buffer: readFileSync(SAMPLE) });
  const fileName = () => excel.page.locator('#file-name').innerText();
  /** What the page was asked, as the tests have seen it; emptied. */
  const questions = () => asked.splice(0);

  it('are lost by opening another workbook only where a person says so', async () => {
    await excel.type('A1', 'edited');
    await openOther();
    assert.deepEqual([questions(), await fileName()], [['confirm'], 'lantronix-2002.xlsx']);
  });

  it('are asked for before the page is left, and not once a copy is saved', async () => {
    answer = true;
    const download = excel.page.waitForEvent('download');
    await excel.page.getByRole('button', { name: 'Save a copy' }).click();
    await download;
    await excel.page.reload();
    await excel.settled();
    assert.deepEqual(questions(), []);
    await excel.type('A1', 'edited');
    await excel.page.reload();
    assert.deepEqual(questions(), ['beforeunload']);
    await excel.settled();
  });

  it('come from no mere looking at it', async () => {
    await excel.goTo('B3');
    await openOther();
    await excel.page.locator('#file-name', { hasText: 'other.xlsx' }).waitFor();
    assert.deepEqual(questions(), []);
  });

  it('break no rule of the content security policy', async () => {
    await excel.settled();
    assert.deepEqual(await excel.page.evaluate('top.violations'), []);
    assert.deepEqual(excel.errors, []);
  });
});
