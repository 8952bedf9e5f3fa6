/** Events reach the add-in with the arguments that Microsoft documents. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { areaAt } from '../model/area.ts';
import { type OfficeSession, openOffice } from '../testing/office-session.ts';

describe('events of the embedded Excel', () => {
  let office: OfficeSession;

  before(async () => {
    office = await openOffice();
  });
  after(() => office.close());

  it('onChanged tells address, kind, and for one cell what it held before and holds now', async () => {
    const seen = await office.evaluate(`
      const events = [];
      const handler = await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        const added = sheet.onChanged.add(async (event) => { events.push([event.type, event.address, event.changeType, event.source, event.details ?? null]); });
        await context.sync();
        sheet.getRange('C5').values = [['hey']]; await context.sync();
        sheet.getRange('A1:B2').values = [[1, 2], [3, 4]]; await context.sync();
        return added;
      });
      await pause(200);
      await Excel.run(handler.context, async (context) => { handler.remove(); await context.sync(); });
      await Excel.run(async (context) => { context.workbook.worksheets.getActiveWorksheet().getRange('C6').values = [['silent']]; await context.sync(); });
      await pause(200);
      return events;`);
    const details = {
      valueBefore: '',
      valueAfter: 'hey',
      valueTypeBefore: 'Empty',
      valueTypeAfter: 'String',
    };
    assert.deepEqual(seen, [
      ['WorksheetChanged', 'C5', 'RangeEdited', 'Local', details],
      ['WorksheetChanged', 'A1:B2', 'RangeEdited', 'Local', null],
    ]);
  });

  it('the handler can get the range of its event', async () => {
    const seen = await office.evaluate(`
      const found = [];
      await Excel.run(async (context) => {
        context.workbook.worksheets.onChanged.add(async (event) => {
          await Excel.run(async (inner) => { const range = event.getRange(inner).load('address,values'); await inner.sync(); found.push(range.address, range.values); });
        });
        await context.sync(); context.workbook.worksheets.getActiveWorksheet().getRange('B7').values = [[7]]; await context.sync();
      });
      await pause(400);
      return found;`);
    assert.deepEqual(seen, ['Sheet1!B7', [[7]]]);
  });

  it('a large array, which the client writes in parts, is one change', async () => {
    const seen = await office.evaluate(`
      const addresses = [];
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add('Parts'); sheet.onChanged.add(async ({ address }) => { addresses.push(address); }); await context.sync();
        sheet.getRange('A1:C2000').values = Array.from({ length: 2000 }, () => [1, 2, 3]); await context.sync();
      });
      await pause(200);
      return addresses;`);
    assert.deepEqual(seen, ['A1:C2000']);
  });

  it('selections, sheets and tables are followed', async () => {
    await office.evaluate(`
      globalThis.events = [];
      await Excel.run(async (context) => {
        const { worksheets, tables } = context.workbook; const sheet = worksheets.getItem('Sheet1'); const note = async (event) => { events.push([event.type, event.address ?? null]); };
        sheet.onSelectionChanged.add(note); worksheets.onAdded.add(note); worksheets.onDeleted.add(note); worksheets.onActivated.add(note); tables.onAdded.add(note); tables.onChanged.add(note); context.workbook.onSelectionChanged.add(async () => { events.push(['workbook', null]); });
        await context.sync();
        const other = worksheets.add('Other'); other.activate(); other.getRange('A1:A2').values = [['h'], [1]]; await context.sync();
        other.tables.add('A1:A2', true); await context.sync();
        other.getRange('A2').values = [[2]]; await context.sync();
        sheet.activate(); other.delete(); await context.sync();
      });
      await pause(200);`);
    // The user selects cells.
    office.book.sheet('Sheet1')?.select(areaAt(2, 2, 2, 2));
    office.server.flush();
    const events = await office.evaluate('await pause(200); return events;');
    assert.deepEqual(events, [
      ['WorksheetAdded', null],
      ['WorksheetActivated', null],
      ['TableAdded', null],
      ['TableChanged', 'A2'],
      ['WorksheetActivated', null],
      ['WorksheetDeleted', null],
      ['WorksheetSelectionChanged', 'C3:D4'],
      ['workbook', null],
    ]);
  });

  it('onCalculated follows a calculation', async () => {
    const seen = await office.evaluate(`
      const events = [];
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Sheet1'); sheet.onCalculated.add(async ({ type }) => { events.push(type); }); await context.sync();
        sheet.getRange('H1').formulas = [['=1+1']]; await context.sync();
      });
      await pause(200);
      return events;`);
    assert.deepEqual(seen, ['WorksheetCalculated']);
  });

  it('what happens to sheets is told with what was before: names, places, visibility, protection', async () => {
    const seen = await office.evaluate(`
      const events = [];
      await Excel.run(async (context) => {
        const { worksheets } = context.workbook; const first = worksheets.add('First'); const second = worksheets.add('Second'); second.load('id'); const count = worksheets.getCount(); await context.sync();
        for (const name of ['onNameChanged', 'onMoved', 'onVisibilityChanged', 'onProtectionChanged', 'onActivated', 'onDeactivated'])
          worksheets[name].add(async ({ type, source, worksheetId, ...args }) => { events.push([type, worksheetId === second.id, args]); });
        await context.sync();
        second.name = 'Third'; second.position = 0; second.visibility = 'Hidden'; second.visibility = 'Visible'; second.protection.protect(); second.protection.unprotect(); second.activate(); first.activate();
        await context.sync();
      });
      await pause(200);
      return events;`);
    const [before, after] = [office.book.sheets.length - 1, 0];
    assert.deepEqual(seen, [
      ['WorksheetNameChanged', true, { nameBefore: 'Second', nameAfter: 'Third' }],
      ['WorksheetMoved', true, { positionBefore: before, positionAfter: after }],
      ['WorksheetVisibilityChanged', true, { visibilityBefore: 'Visible', visibilityAfter: 'Hidden' }],
      ['WorksheetVisibilityChanged', true, { visibilityBefore: 'Hidden', visibilityAfter: 'Visible' }],
      ['WorksheetProtectionChanged', true, { isProtected: true }],
      ['WorksheetProtectionChanged', true, { isProtected: false }],
      ['WorksheetDeactivated', false, {}],
      ['WorksheetActivated', true, {}],
      ['WorksheetDeactivated', true, {}],
      ['WorksheetActivated', false, {}],
    ]);
  });

  it('table events tell which table changed, and where it was selected', async () => {
    const seen = await office.evaluate(`
      const events = [];
      const id = await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add('Tabled'); sheet.getRange('A1:B2').values = [['h', 'i'], [1, 2]]; const table = sheet.tables.add('A1:B2', true).load('id'); await context.sync();
        const note = (name) => async (event) => { events.push([name, event.type, event.tableId === table.id, event.address ?? null, event.changeType ?? null, event.isInsideTable ?? null]); };
        table.onChanged.add(note('table')); table.onSelectionChanged.add(note('table')); context.workbook.tables.onDeleted.add(note('tables')); await context.sync();
        sheet.getRange('B2').values = [[3]]; sheet.getRange('D9').values = [['outside']]; await context.sync();
        sheet.activate(); sheet.getRange('A2').select(); sheet.getRange('E9').select(); await context.sync();
        table.delete(); await context.sync();
      });
      await pause(200);
      return events;`);
    assert.deepEqual(seen, [
      ['table', 'TableChanged', true, 'B2', 'RangeEdited', null],
      ['table', 'TableSelectionChanged', true, 'A2', null, true],
      ['table', 'TableSelectionChanged', true, '', null, false],
      ['tables', 'TableDeleted', true, null, null, null],
    ]);
  });

  it('nothing is told while an add-in has switched events off', async () => {
    const seen = await office.evaluate(`
      let heard = 0;
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add('Quiet'); sheet.onChanged.add(async () => { heard++; }); await context.sync();
        context.runtime.enableEvents = false; await context.sync(); sheet.getRange('A1').values = [[1]]; await context.sync();
        context.runtime.enableEvents = true; await context.sync(); sheet.getRange('A2').values = [[2]]; await context.sync();
      });
      await pause(200);
      return heard;`);
    assert.equal(seen, 1);
  });
});
