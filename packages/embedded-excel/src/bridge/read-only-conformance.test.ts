/** A workbook opened to be looked at: what office.js says of it, what it still answers, and what it refuses. */
import assert from 'node:assert/strict';
import { newWorkbook } from '../package/read-workbook.ts';
import { partsOf } from '../../../../test/workbook-parts.ts';
import { openOffice } from '../testing/office-session.ts';

const CODES = `const code = async (work) => (await caught(() => Excel.run(async (context) => { work(context.workbook); await context.sync(); })))?.code ?? 'done';`;

describe('a workbook opened read-only in the embedded Excel', () => {
  it('says so by both APIs, and one that can be written says that', async () => {
    for (const [isReadOnly, mode] of [
      [true, 'readOnly'],
      [false, 'readWrite'],
    ] as const) {
      const book = newWorkbook();
      book.isReadOnly = isReadOnly;
      const office = await openOffice({ book });
      const seen = await office.run(
        `context.workbook.load('readOnly'); await context.sync(); return [context.workbook.readOnly, Office.context.document.mode];`,
      );
      office.close();
      assert.deepEqual(seen, [isReadOnly, mode]);
    }
  });

  it('answers what reads, and refuses what writes with AccessDenied', async () => {
    const book = newWorkbook();
    const [sheet] = book.sheets;
    sheet?.setValues(0, 0, [
      ['a', 'b'],
      [1, 2],
    ]);
    book.isReadOnly = true;
    const before = partsOf(book);
    const office = await openOffice({ book });
    const writes = await office.evaluate(`${CODES}
      const range = ({ worksheets }) => worksheets.getActiveWorksheet().getRange('A1:B2');
      const works = [
        (book) => { range(book).values = [[1, 2], [3, 4]]; }, (book) => { range(book).format.fill.color = 'red'; }, (book) => range(book).clear(), (book) => range(book).insert('Down'),
        (book) => { book.worksheets.getActiveWorksheet().name = 'New'; }, (book) => book.worksheets.add('New'), (book) => book.tables.add('A1:B2', true), (book) => book.names.add('New', 'A1'),
        (book) => book.settings.add('key', 1), (book) => book.protection.protect(), (book) => book.worksheets.getActiveWorksheet().charts.add('Line', range(book)),
      ];
      const codes = []; for (const work of works) codes.push(await code(work)); return codes;`);
    assert.deepEqual(new Set(writes as string[]), new Set(['AccessDenied']));
    assert.deepEqual(partsOf(book), before);
    const reads = await office.run(
      `const sheet = context.workbook.worksheets.getActiveWorksheet(); const used = sheet.getUsedRange().load('values'); const year = context.workbook.functions.year(37000).load('value');
       sheet.getRange('B2').select(); context.workbook.application.calculate('Full'); await context.sync(); return [used.values, year.value];`,
    );
    office.close();
    assert.deepEqual(reads, [
      [
        ['a', 'b'],
        [1, 2],
      ],
      2001,
    ]);
  });
});
