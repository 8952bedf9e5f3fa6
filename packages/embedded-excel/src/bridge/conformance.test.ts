/** Excel's rules of the game, kept by the host as Microsoft documents them, seen through the real client. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import { type Caught, type OfficeSession, openOffice } from '../testing/office-session.ts';

describe('the embedded Excel, seen through office.js', () => {
  let office: OfficeSession;

  before(async () => {
    office = await openOffice();
  });
  after(() => office.close());
  afterEach(() => {
    assert.deepEqual(office.server.session.faults, [], 'the host itself has faults');
  });

  describe('null objects', () => {
    it('are found out by isNullObject after a sync, with what hangs on them', async () => {
      const seen = await office.run(`
        const table = context.workbook.tables.getItemOrNullObject('Nowhere');
        const body = table.getDataBodyRange();
        table.load('name'); body.load('address');
        await context.sync();
        return [table.isNullObject, body.isNullObject];`);
      assert.deepEqual(seen, [true, true]);
    });

    it('let a method pass: deleting a sheet that is not there does nothing', async () => {
      const sheets = await office.run(`
        context.workbook.worksheets.getItemOrNullObject('Nowhere').delete();
        const sheets = context.workbook.worksheets.load('items/name');
        await context.sync();
        return sheets.items.map((sheet) => sheet.name);`);
      assert.deepEqual(sheets, ['Sheet1']);
    });

    it('an empty sheet has no used range, and its getUsedRange is A1', async () => {
      const seen = await office.run(`
        const sheet = context.workbook.worksheets.add('Empty');
        const none = sheet.getUsedRangeOrNullObject(); const first = sheet.getUsedRange().load('address');
        none.load('address');
        await context.sync();
        sheet.delete(); await context.sync();
        return [none.isNullObject, first.address];`);
      assert.deepEqual(seen, [true, 'Empty!A1']);
    });
  });

  describe('errors', () => {
    it('a property that was not loaded throws PropertyNotLoaded in the client', async () => {
      const error = await office.evaluate<Caught>(`return caught(() => Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1');
        await context.sync();
        return range.values;
      }));`);
      assert.equal(error.code, 'PropertyNotLoaded');
    });

    it('a sheet that does not exist is ItemNotFound, with the place of the call', async () => {
      const error = await office.evaluate<Caught>(`return caught(() => Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Nowhere').load('name');
        await context.sync();
      }));`);
      assert.equal(error.code, 'ItemNotFound');
      assert.equal(error.message, "The requested resource doesn't exist.");
      assert.equal(error.location, 'WorksheetCollection.getItem');
      assert.equal(error.isOfficeError, true);
    });

    it('an array of another shape than the range is InvalidArgument', async () => {
      const error = await office.evaluate<Caught>(`return caught(() => Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange('A1:B2').values = [[1]];
        await context.sync();
      }));`);
      assert.deepEqual([error.code, error.location], ['InvalidArgument', 'Range.values']);
      assert.match(error.message, /number of rows or columns/);
    });

    it('a taken sheet name is ItemAlreadyExists, an impossible one InvalidArgument', async () => {
      const codes = await office.evaluate(`
        const add = (name) => caught(() => Excel.run(async (context) => { context.workbook.worksheets.add(name); await context.sync(); }));
        return [(await add('sheet1')).code, (await add('a/b')).code, (await add('x'.repeat(32))).code];`);
      assert.deepEqual(codes, ['ItemAlreadyExists', 'InvalidArgument', 'InvalidArgument']);
    });

    it('the last visible sheet can be neither deleted nor hidden', async () => {
      const codes = await office.evaluate(`
        const attempt = (change) => caught(() => Excel.run(async (context) => {
          change(context.workbook.worksheets.getItem('Sheet1')); await context.sync();
        }));
        return [(await attempt((sheet) => sheet.delete())).code, (await attempt((sheet) => { sheet.visibility = 'Hidden'; })).code];`);
      assert.deepEqual(codes, ['InvalidOperation', 'InvalidOperation']);
    });

    it('what was done before the failing action stays done, what follows is not', async () => {
      const seen = await office.evaluate(`
        const error = await caught(() => Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getActiveWorksheet();
          sheet.getRange('D1').values = [['kept']];
          context.workbook.tables.getItem('missing').delete();
          sheet.getRange('D2').values = [['never']];
          await context.sync();
        }));
        return Excel.run(async (context) => {
          const range = context.workbook.worksheets.getActiveWorksheet().getRange('D1:D2').load('values');
          await context.sync();
          return [error.code, range.values];
        });`);
      assert.deepEqual(seen, ['ItemNotFound', [['kept'], ['']]]);
    });

    it('a deleted sheet is ItemNotFound, and a range kept from it InvalidReference', async () => {
      const codes = await office.run(`
        const sheet = context.workbook.worksheets.add('Gone');
        const range = sheet.getRange('B2'); range.load('address'); sheet.load('id');
        await context.sync();
        sheet.delete(); await context.sync();
        const sheetError = await caught(async () => { sheet.load('name'); await context.sync(); });
        const rangeError = await caught(async () => { range.load('values'); await context.sync(); });
        return [sheetError.code, rangeError.code];`);
      assert.deepEqual(codes, ['ItemNotFound', 'InvalidReference']);
    });

    it('a member that the host lacks is ApiNotFound, and counted', async () => {
      const fresh = await openOffice();
      try {
        const error = await fresh.evaluate<Caught>(`return caught(() => Excel.run(async (context) => {
          context.workbook.pivotTables.refreshAll();
          await context.sync();
        }));`);
        assert.equal(error.code, 'ApiNotFound');
        assert.deepEqual([...fresh.server.unsupported], [['Workbook.pivotTables', 1]]);
      } finally {
        fresh.close();
      }
    });
  });

  describe('references', () => {
    it('a range lives on over several syncs of its Excel.run', async () => {
      const seen = await office.run(`
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        const range = sheet.getRange('F1').getResizedRange(1, 1);
        range.values = [[1, 2], [3, 4]];
        await context.sync();
        const cell = range.getCell(1, 1).load('values,address');
        await context.sync();
        return [cell.values, cell.address];`);
      assert.deepEqual(seen, [[[4]], 'Sheet1!G2']);
    });

    it('and is dropped when the run is over', async () => {
      await office.run(
        `context.workbook.worksheets.getActiveWorksheet().getRange('A1').load('values'); await context.sync();`,
      );
      await office.evaluate('await pause(20);');
      assert.equal(office.server.session.references.size, 0);
    });

    it('a tracked range can be used in another Excel.run', async () => {
      const address = await office.evaluate(`
        let kept;
        await Excel.run(async (context) => {
          kept = context.workbook.worksheets.getActiveWorksheet().getRange('C3');
          context.trackedObjects.add(kept);
          await context.sync();
        });
        return Excel.run(kept, async (context) => { kept.load('address'); await context.sync(); const a = kept.address; kept.untrack(); await context.sync(); return a; });`);
      assert.equal(address, 'Sheet1!C3');
      assert.equal(office.server.session.references.size, 0);
    });
  });

  describe('loads', () => {
    it('a bare load gives every property, $all too, and items carry their own', async () => {
      const seen = await office.run(`
        const sheets = context.workbook.worksheets; sheets.load();
        const sheet = sheets.getItem('Sheet1'); sheet.load({ $all: true });
        await context.sync();
        const { visibility } = sheets.items[0];
        sheets.load('name');
        await context.sync();
        return [visibility, sheet.position, sheets.items.map(({ name }) => name)];`);
      assert.deepEqual(seen, ['Visible', 0, ['Sheet1']]);
    });

    it('top and skip choose a window of the items', async () => {
      const seen = await office.run(`
        const { worksheets } = context.workbook;
        worksheets.add('Two'); worksheets.add('Three');
        const some = worksheets.load({ select: 'name', top: 1, skip: 1 });
        await context.sync();
        const names = some.items.map(({ name }) => name);
        worksheets.getItem('Two').delete(); worksheets.getItem('Three').delete();
        await context.sync();
        return names;`);
      assert.deepEqual(seen, ['Two']);
    });

    it('paths lead through navigation properties', async () => {
      const seen = await office.run(`
        const range = context.workbook.worksheets.getActiveWorksheet().getRange('A9');
        range.format.fill.color = 'yellow'; range.format.font.bold = true;
        range.load('address,format/fill/color,format/font/bold,worksheet/name');
        await context.sync();
        return [range.address, range.format.fill.color, range.format.font.bold, range.worksheet.name];`);
      assert.deepEqual(seen, ['Sheet1!A9', '#FFFF00', true, 'Sheet1']);
    });

    it('whole columns answer null for their values', async () => {
      const seen = await office.run(`
        const column = context.workbook.worksheets.getActiveWorksheet().getRange('C:C').load('values,address,rowCount');
        await context.sync();
        return [column.values, column.address, column.rowCount];`);
      assert.deepEqual(seen, [null, 'Sheet1!C:C', 1048576]);
    });
  });

  describe('limits', () => {
    it('a request above 5 MB is refused as a whole', async () => {
      const error = await office.evaluate<Caught>(`return caught(() => Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange('A1:A6').values = Array.from({ length: 6 }, () => ['x'.repeat(1e6)]);
        await context.sync();
      }));`);
      assert.equal(error.code, 'RequestPayloadSizeLimitExceeded');
    });

    it('and so is an answer above 5 MB', async () => {
      const error = await office.evaluate<Caught>(`
        for (let part = 0; part < 2; part++) await Excel.run(async (context) => {
          context.workbook.worksheets.getActiveWorksheet().getRange(\`J\${part * 3 + 1}:J\${part * 3 + 3}\`).values = Array.from({ length: 3 }, () => ['x'.repeat(1e6)]);
          await context.sync();
        });
        return caught(() => Excel.run(async (context) => {
          context.workbook.worksheets.getActiveWorksheet().getRange('J1:J6').load('values');
          await context.sync();
        }));`);
      assert.equal(error.code, 'ResponsePayloadSizeLimitExceeded');
    });

    it('the client splits a large array itself, and all of it arrives in one round trip', async () => {
      office.server.resetCounters();
      const seen = await office.run(`
        const sheet = context.workbook.worksheets.add('Large');
        sheet.getRange('A1:C4000').values = Array.from({ length: 4000 }, (_, row) => [row, row * 2, 'r' + row]);
        await context.sync();
        const used = sheet.getUsedRange().load('address,values');
        await context.sync();
        return [used.address, used.values[3999]];`);
      assert.deepEqual(seen, ['Large!A1:C4000', [3999, 7998, 'r3999']]);
      assert.equal(office.server.counters.roundTrips <= 3, true);
      assert.equal(office.server.counters.cellsWritten, 12000);
    });
  });
});
