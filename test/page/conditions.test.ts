/** The kinds of Excel that the page plays: read-only, older, shared with somebody else, with a cell being edited. */
import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { needs } from '../tools.ts';
import { EmbeddedPage } from './embedded-page.ts';
import { until } from './until.ts';

/** The add-in's frame, once its office.js is ready. */
async function addinOf(excel: EmbeddedPage): Promise<Frame> {
  await excel.settled();
  await excel.pane.locator('.rg-main').waitFor();
  const frame = excel.page.frames().find((one) => one.url().includes('taskpane'));
  assert.ok(frame);
  await until(frame, 'window.Office?.context?.requirements !== undefined && window.Excel !== undefined');
  return frame;
}

async function inExcel(
  host: string,
  use: (excel: EmbeddedPage, addin: Frame) => Promise<void>,
): Promise<void> {
  const excel = await EmbeddedPage.open({ host });
  try {
    await use(excel, await addinOf(excel));
    assert.deepEqual(excel.errors, []);
  } finally {
    await excel.close();
  }
}

/** The code of the error with which a batch ends, or `done`. */
const code = (batch: string, options = '{}'): string =>
  `Excel.run(${options}, async (context) => { ${batch}; await context.sync(); }).then(() => 'done', ({ code }) => code)`;

describe("the embedded Excel's page as a host", () => {
  needs('chromium');

  it('opens a workbook read-only: for the add-in, and for whoever types into a cell', () =>
    inExcel('read-only', async (excel, addin) => {
      assert.equal(await addin.evaluate('Office.context.document.mode'), 'readOnly');
      const write = `context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [['x']]`;
      assert.equal(await addin.evaluate(code(write)), 'AccessDenied');
      const [before] = await excel.values('Cap Table', 'A5');
      await excel.type('A5', 'mine');
      await excel.page.getByText('This workbook was opened read-only').waitFor();
      assert.deepEqual(await excel.values('Cap Table', 'A5'), [before]);
    }));

  it('is as old as its address says, and lacks what came later', () =>
    inExcel('excel-api=1.12', async (_excel, addin) => {
      const supports = (version: string) =>
        addin.evaluate(`Office.context.requirements.isSetSupported('ExcelApi', '${version}')`);
      assert.deepEqual([await supports('1.12'), await supports('1.13')], [true, false]);
      const resize = `context.workbook.tables.getItem('OfferTerms').resize('A1:B9')`;
      assert.equal(await addin.evaluate(code(resize)), 'ApiNotFound');
    }));

  it('refuses a batch while a cell is edited, or lets it wait where it asks for that', () =>
    inExcel('', async (excel, addin) => {
      await excel.goTo('Z1');
      await excel.page.keyboard.type('typing');
      const read = `const cell = context.workbook.worksheets.getItem('Cap Table').getRange('Z1').load('values')`;
      assert.equal(await addin.evaluate(code(read)), 'InvalidOperationInCellEditMode');
      await addin.evaluate(
        `void (window.waited = Excel.run({ delayForCellEdit: true }, async (context) => { ${read}; await context.sync(); return cell.values[0][0]; }))`,
      );
      await excel.page.keyboard.type(' on');
      await excel.page.keyboard.press('Enter');
      assert.equal(await addin.evaluate('window.waited'), 'typing on');
    }));

  it('tells the edits of somebody else from those of whoever sits here, and undoes its own alone', () =>
    inExcel('', async (excel, addin) => {
      await addin.evaluate(
        `window.three = new Promise((resolve) => { window.heard = resolve; }); window.sources = [];
        Excel.run(async (context) => {
          context.workbook.worksheets.onChanged.add(async ({ address, source }) => { if (window.sources.push(address + ' ' + source) === 3) window.heard(window.sources); });
          await context.sync();
        })`,
      );
      await excel.type('Z1', 'here');
      await excel.page.evaluate(
        `excel.workspace.asCoauthor((book) => book.sheet('Cap Table').setValue(1, 25, 'elsewhere'))`,
      );
      await excel.page.keyboard.press('Control+z');
      assert.deepEqual(await addin.evaluate('window.three'), ['Z1 Local', 'Z2 Remote', 'Z1 Local']);
      assert.deepEqual(await excel.values('Cap Table', 'Z1:Z2'), [[null], ['elsewhere']]);
    }));

  it('lets somebody else edit in the middle of what an add-in does', () =>
    inExcel('', async (excel, addin) => {
      await excel.page.evaluate(`excel.workspace.server.beforeRoundTrip = () => {
        excel.workspace.server.beforeRoundTrip = undefined;
        excel.workspace.asCoauthor((book) => book.sheet('Cap Table').setValue(1, 25, 'elsewhere'));
      }`);
      const seen = await addin.evaluate(
        `Excel.run(async (context) => { const cell = context.workbook.worksheets.getItem('Cap Table').getRange('Z2').load('values'); await context.sync(); return cell.values[0][0]; })`,
      );
      assert.equal(seen, 'elsewhere');
    }));

  /** Types into Z1, lets the add-in ask where cells are merged, undoes: what Z1 holds then. */
  const undoneAfterAsking = async (excel: EmbeddedPage, addin: Frame): Promise<unknown> => {
    await excel.type('Z1', 'typed');
    const ask = `context.workbook.worksheets.getItem('Cap Table').getRange('A1:B2').getMergedAreasOrNullObject().load('address')`;
    assert.equal(await addin.evaluate(code(ask)), 'done');
    await excel.page.keyboard.press('Control+z');
    return (await excel.values('Cap Table', 'Z1'))[0]?.[0];
  };

  it('lets a person undo after a question where cells are merged', () =>
    inExcel('', async (excel, addin) => {
      assert.equal(await undoneAfterAsking(excel, addin), null);
    }));

  it('forgets by that question what she could undo, and refuses it in a group to undo, where its modes say so', () =>
    inExcel('modes=undo-groups-refuse-desktop,reads-that-clear-undo', async (excel, addin) => {
      assert.equal(await undoneAfterAsking(excel, addin), 'typed');
      const first = 'context.workbook.worksheets.getFirst()';
      const inGroup = (batch: string) => addin.evaluate(code(batch, '{ mergeUndoGroup: true }'));
      assert.equal(await inGroup(`${first}.getRange('Z2').values = [[1]]`), 'done');
      assert.equal(await inGroup(`${first}.name = 'Another'`), 'UndoNotSupported');
    }));
});
