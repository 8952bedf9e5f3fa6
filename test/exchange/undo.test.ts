/** What a person can undo: which calls of the add-in cost her that, and that those which only read cost her nothing. */
import assert from 'node:assert/strict';
import { hostModes } from '@regrant/embedded-excel/node';
import { excelBook } from '../../src/taskpane/book/excel-book.ts';
import { runOffer } from '../../src/workbook/life/run-offer.ts';
import { withWorkbook } from '../workbook-session.ts';
import { pathWorkbook } from './host-path.ts';

const RUN = { values: false, takesOver: false };

describe('What a person can undo', () => {
  it('stays, whatever the pane reads on its own account', () =>
    withWorkbook(pathWorkbook(), async ({ server }) => {
      await runOffer();
      server.resetCounters();
      const { shape } = await excelBook.read();
      assert.equal(await excelBook.hasOtherShape(shape), false);
      await excelBook.activeCell();
      await excelBook.planFreeze();
      await excelBook.newGrant({ holder: '001', grant: '00123', position: 0 });
      await (
        await excelBook.watch({ changed: () => undefined, selected: () => undefined })
      )();
      assert.deepEqual([...server.session.callsWithoutUndo], []);
    }));

  it('is not put at risk by asking where cells are merged, and a run reads the workbook once', () =>
    withWorkbook(pathWorkbook(), async ({ server }) => {
      // Each reading of the workbook asks once for the remembered ledger.
      const ask = Excel.SettingCollection.prototype.getItemOrNullObject;
      let readings = 0;
      Excel.SettingCollection.prototype.getItemOrNullObject = function (key) {
        readings++;
        return ask.call(this, key);
      };
      try {
        await excelBook.run(RUN, {});
        assert.equal(readings, 1);
        assert.equal(server.session.callsWithoutUndo.get('Range.getMergedAreasOrNullObject'), undefined);
      } finally {
        Excel.SettingCollection.prototype.getItemOrNullObject = ask;
      }
    }));

  it('is counted where it is lost, so that the count above is one that could fail', () =>
    withWorkbook(pathWorkbook(), async ({ server }) => {
      await runOffer();
      assert.ok((server.session.callsWithoutUndo.get('Worksheet.name') ?? 0) > 0);
    }));

  it('is refused to a group in which a sheet is named, and granted to one that writes into cells', () =>
    withWorkbook(
      pathWorkbook(),
      async ({ execute }) => {
        const inGroup = (body: string) =>
          execute(
            `Excel.run({ mergeUndoGroup: true }, async (context) => { ${body}; await context.sync(); }).then(() => 'done', (error) => error.code)`,
          ) as Promise<string>;
        const first = 'context.workbook.worksheets.getFirst()';
        assert.equal(await inGroup(`${first}.getRange('Z1').values = [[1]]`), 'done');
        assert.equal(await inGroup(`${first}.name = 'Another'`), 'UndoNotSupported');
      },
      hostModes(['undo-groups-refuse-desktop']),
    ));
});
