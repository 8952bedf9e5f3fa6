/** The older, common API, which Excel redirects to its object model: the document's selection, its settings. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { type OfficeSession, openOffice } from '../testing/office-session.ts';

describe('the common API of the embedded Excel', () => {
  let office: OfficeSession;

  before(async () => {
    office = await openOffice();
  });
  after(() => office.close());

  /** Calls a method of the common API, and gives what its callback gets. */
  const call = <R = unknown>(method: string, ...args: string[]): Promise<R> =>
    office.evaluate<R>(
      `return new Promise((resolve) => Office.context.document.${method}(${[...args, '(result) => resolve([result.status, result.value ?? null])'].join(', ')}));`,
    );

  it('writes and reads the selected cells', async () => {
    await office.run(
      `context.workbook.worksheets.getActiveWorksheet().getRange('B2').select(); await context.sync();`,
    );
    assert.equal((await call<unknown[]>('setSelectedDataAsync', '[[1, 2], ["a", "b"]]'))[0], 'succeeded');
    await office.run(
      `context.workbook.worksheets.getActiveWorksheet().getRange('B2:C3').select(); await context.sync();`,
    );
    assert.deepEqual(await call('getSelectedDataAsync', 'Office.CoercionType.Matrix'), [
      'succeeded',
      [
        [1, 2],
        ['a', 'b'],
      ],
    ]);
  });

  it('keeps settings where the object model finds them, once they are saved', async () => {
    await office.evaluate(`Office.context.document.settings.set('mapping', { column: 'Grant #' });`);
    assert.equal((await call<string[]>('settings.saveAsync'))[0], 'succeeded');
    const found = await office.run(
      `const setting = context.workbook.settings.getItem('mapping').load('value'); await context.sync(); return setting.value;`,
    );
    assert.deepEqual(found, { column: 'Grant #' });
    assert.deepEqual(office.book.settings.get('mapping'), { column: 'Grant #' });
  });

  it('tells that the selection has changed', async () => {
    const heard = await office.evaluate(`
      let heard = 0; const { document } = Office.context;
      const status = await new Promise((resolve) => document.addHandlerAsync(Office.EventType.DocumentSelectionChanged, () => { heard++; }, ({ status }) => resolve(status)));
      await Excel.run(async (context) => { context.workbook.worksheets.getActiveWorksheet().getRange('D4').select(); await context.sync(); });
      await pause(200);
      return [status, heard];`);
    assert.deepEqual(heard, ['succeeded', 1]);
  });
});
