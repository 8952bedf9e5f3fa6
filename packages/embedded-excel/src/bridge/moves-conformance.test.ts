/** Rows and columns come and go under ranges, tables and formulas, as in Excel, through office.js. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import { type OfficeSession, openOffice } from '../testing/office-session.ts';

describe('cells that come and go in the embedded Excel', () => {
  let office: OfficeSession;
  let sheetNumber = 0;

  before(async () => {
    office = await openOffice();
  });
  after(() => office.close());
  afterEach(() => {
    assert.deepEqual(office.server.session.faults, [], 'the host itself has faults');
    assert.deepEqual([...office.server.unsupported], [], 'a member is missing');
  });

  const onSheet = <R = unknown>(body: string): Promise<R> =>
    office.run<R>(`const sheet = context.workbook.worksheets.add('M${++sheetNumber}'); ${body}`);

  it('move formulas and the ranges that an add-in holds', async () => {
    const seen = await onSheet(`
      sheet.getRange('A1:A3').values = [[1], [2], [3]]; sheet.getRange('C3').formulas = [['=SUM(A1:A3)']];
      const held = sheet.getRange('A3'); held.load('address'); await context.sync();
      const blank = sheet.getRange('2:2').insert('Down').load('address'); held.load('address,values'); const total = sheet.getRange('C4').load('formulas,values');
      await context.sync(); const inserted = [blank.address.split('!')[1], held.address.split('!')[1], held.values[0][0], total.formulas[0][0], total.values[0][0]];
      sheet.getRange('1:1').delete('Up'); held.load('address'); const less = sheet.getRange('C3').load('formulas,values'); await context.sync();
      return [inserted, held.address.split('!')[1], less.formulas[0][0], less.values[0][0]];`);
    assert.deepEqual(seen, [['2:2', 'A4', 3, '=SUM(A1:A4)', 6], 'A3', '=SUM(A1:A3)', 5]);
  });

  it('leave a range whose cells are deleted without a reference', async () => {
    const code = await onSheet(`
      const held = sheet.getRange('B2'); held.load('address'); await context.sync();
      sheet.getRange('2:2').delete('Up'); await context.sync();
      return (await caught(async () => { held.load('values'); await context.sync(); })).code;`);
    assert.equal(code, 'InvalidReference');
  });

  it('grow and shrink a table from inside, and move what stands below it', async () => {
    const seen = await onSheet(`
      sheet.getRange('A1:B3').values = [['Grant', 'Shares'], ['G1', 1], ['G2', 2]]; sheet.getRange('A5').values = [['below']];
      const table = sheet.tables.add('A1:B3', true); sheet.getRange('D1').formulas = [['=SUM(' + 'B2:B3' + ')']];
      table.rows.add(1, [['G1b', 5]]); const grown = table.getRange().load('address,values'); const below = sheet.getRange('A6').load('values'); await context.sync();
      table.rows.deleteRowsAt(0, 2); const left = table.getRange().load('address,values'); await context.sync();
      return [grown.address.split('!')[1], grown.values, below.values, left.address.split('!')[1], left.values];`);
    assert.deepEqual(seen, [
      'A1:B4',
      [
        ['Grant', 'Shares'],
        ['G1', 1],
        ['G1b', 5],
        ['G2', 2],
      ],
      [['below']],
      'A1:B2',
      [
        ['Grant', 'Shares'],
        ['G2', 2],
      ],
    ]);
  });

  it('give a table new columns and take some away; the others keep their ids', async () => {
    const seen = await onSheet(`
      sheet.getRange('A1:B2').values = [['a', 'b'], [1, 2]]; const table = sheet.tables.add('A1:B2', true);
      table.columns.add(1, [['m'], [9]]); table.columns.add(null, null, 'z'); const names = table.columns.load('items/name,items/id'); const range = table.getRange().load('address,values'); await context.sync();
      const added = [names.items.map(({ name }) => name), range.values, range.address.split('!')[1]]; const id = names.items[2].id;
      table.columns.getItem('a').delete(); const after = table.columns.load('items/name,items/id'); const rest = table.getRange().load('address'); await context.sync();
      return [added, after.items.map(({ name }) => name), after.items[1].id === id, rest.address.split('!')[1]];`);
    assert.deepEqual(seen, [
      [
        ['a', 'm', 'b', 'z'],
        [
          ['a', 'm', 'b', 'z'],
          [1, 9, 2, ''],
        ],
        'A1:D2',
      ],
      ['m', 'b', 'z'],
      true,
      'A1:C2',
    ]);
  });

  it('are refused where they would tear a table apart', async () => {
    const code = await onSheet(`
      sheet.getRange('A1:B3').values = [['a', 'b'], [1, 2], [3, 4]]; sheet.tables.add('A1:B3', true); await context.sync();
      return (await caught(async () => { sheet.getRange('B2').insert('Down'); await context.sync(); })).code;`);
    assert.equal(code, 'InsertDeleteConflict');
  });

  it('tell listeners what happened', async () => {
    const seen = await onSheet(`
      const events = []; sheet.getRange('A1:A3').values = [[1], [2], [3]];
      sheet.onChanged.add(async ({ address, changeType, changeDirectionState }) => { events.push([address, changeType, changeDirectionState ?? null]); }); await context.sync();
      sheet.getRange('2:3').insert('Down'); await context.sync(); sheet.getRange('A1').delete('Up'); await context.sync(); await pause(200);
      return events;`);
    assert.deepEqual(seen, [
      ['2:3', 'RowInserted', null],
      ['A1', 'CellDeleted', { deleteShiftDirection: 'Up' }],
    ]);
  });
});
