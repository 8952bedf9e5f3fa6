/** Protection of sheets and of the workbook's structure, and the errors that it brings, through office.js. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { readWorkbook } from '../package/read-workbook.ts';
import { partText, workbookFile } from '../package/workbook-files.fixture.ts';
import { writeWorkbook } from '../package/write-workbook.ts';
import { type OfficeSession, openOffice } from '../testing/office-session.ts';

/** Does something in an Excel.run of its own; gives the code of its error. */
const ATTEMPT = `const attempt = async (work) => (await caught(() => Excel.run(async (context) => { await work(context.workbook, context); await context.sync(); })))?.code ?? 'done';`;

describe('protection in the embedded Excel', () => {
  let office: OfficeSession | undefined;

  afterEach(() => {
    const open = office;
    office = undefined;
    assert.ok(open);
    open.close();
    assert.deepEqual(open.server.session.faults, []);
    assert.deepEqual([...open.server.unsupported], []);
  });

  it('of the structure keeps sheets from coming, going, moving, hiding and being renamed', async () => {
    office = await openOffice();
    const seen = await office.evaluate(`${ATTEMPT}
      await Excel.run(async (context) => { context.workbook.worksheets.add('B'); context.workbook.protection.protect('secret'); await context.sync(); });
      const sheet = (workbook) => workbook.worksheets.getItem('B');
      return [
        await attempt((workbook) => workbook.worksheets.add('C')), await attempt((workbook) => sheet(workbook).delete()),
        await attempt((workbook) => { sheet(workbook).name = 'D'; }), await attempt((workbook) => { sheet(workbook).position = 0; }),
        await attempt((workbook) => { sheet(workbook).visibility = 'Hidden'; }), await attempt((workbook) => { sheet(workbook).getRange('A1').values = [[1]]; }),
      ];`);
    assert.deepEqual(seen, [...Array.from({ length: 5 }, () => 'AccessDenied'), 'done']);
  });

  it('of the structure is taken off with its password, and put on once only', async () => {
    office = await openOffice();
    const seen = await office.evaluate(`${ATTEMPT}
      const isProtected = () => Excel.run(async (context) => { const { protection } = context.workbook; protection.load('protected'); await context.sync(); return protection.protected; });
      return [
        await isProtected(), await attempt(({ protection }) => protection.unprotect()), await attempt(({ protection }) => protection.protect('secret')), await isProtected(),
        await attempt(({ protection }) => protection.protect('again')), await attempt(({ protection }) => protection.unprotect('wrong')), await attempt(({ protection }) => protection.unprotect()),
        await attempt(({ protection }) => protection.unprotect('secret')), await isProtected(), await attempt(({ protection }) => protection.protect()), await attempt(({ protection }) => protection.unprotect()),
      ];`);
    const [done, denied, wrong] = ['done', 'AccessDenied', 'InvalidArgument'];
    assert.deepEqual(seen, [false, denied, done, true, denied, wrong, wrong, done, false, done, done]);
  });

  it('that another program saved is known, and its passwords fit', async () => {
    const book = readWorkbook(workbookFile('openpyxl-report.xlsx'));
    office = await openOffice({ book });
    const seen = await office.evaluate(`${ATTEMPT}
      const sheet = (workbook) => workbook.worksheets.getItem('Grants').protection;
      return [
        await Excel.run(async (context) => { const { protection } = context.workbook; protection.load('protected'); const own = sheet(context.workbook).load('protected,options'); await context.sync(); return [protection.protected, own.protected, own.options.allowFormatCells]; }),
        await attempt((workbook) => workbook.worksheets.add('C')), await attempt((workbook) => workbook.protection.unprotect('structure')), await attempt((workbook) => workbook.worksheets.add('C')),
        await attempt((workbook) => sheet(workbook).unprotect('no')), await attempt((workbook) => sheet(workbook).unprotect('exchange')),
      ];`);
    assert.deepEqual(seen, [[true, true, true], 'AccessDenied', 'done', 'done', 'InvalidArgument', 'done']);
    assert.equal(partText(writeWorkbook(book), 'xl/workbook.xml').includes('workbookProtection'), false);
  });

  it('of a sheet lets unlocked cells be written and its options be used, and nothing else', async () => {
    office = await openOffice();
    const seen = await office.evaluate(`${ATTEMPT}
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet(); sheet.name = 'P'; sheet.getRange('A1:B2').values = [['a', 'b'], [1, 2]]; sheet.getRange('B2').format.protection.locked = false;
        sheet.protection.protect({ allowFormatCells: true, allowInsertRows: true }); await context.sync();
      });
      const sheet = (workbook) => workbook.worksheets.getItem('P');
      const tries = [
        (workbook) => { sheet(workbook).getRange('A2').values = [[5]]; }, (workbook) => { sheet(workbook).getRange('B2').values = [[6]]; }, (workbook) => { sheet(workbook).getRange('A1:B2').values = [[1, 2], [3, 4]]; },
        (workbook) => { sheet(workbook).getRange('A1').format.fill.color = 'red'; }, (workbook) => { sheet(workbook).getRange('A:A').format.columnWidth = 100; }, (workbook) => sheet(workbook).getRange('2:2').insert('Down'), (workbook) => sheet(workbook).getRange('2:2').delete('Up'),
        (workbook) => sheet(workbook).tables.add('A1:B2', true), (workbook) => sheet(workbook).charts.add('Line', sheet(workbook).getRange('A1:B2')), (workbook) => { sheet(workbook).getRange('B2').dataValidation.rule = { list: { inCellDropDown: true, source: 'a,b' } }; },
        (workbook) => sheet(workbook).protection.protect(), (workbook) => sheet(workbook).protection.unprotect(), (workbook) => { sheet(workbook).getRange('A2').values = [[5]]; },
      ];
      const results = []; for (const work of tries) results.push(await attempt(work)); return results;`);
    const [done, denied] = ['done', 'AccessDenied'];
    assert.deepEqual(seen, [
      ...[denied, done, denied],
      ...[done, denied, done, denied],
      ...[denied, denied, denied],
      ...[denied, done, done],
    ]);
  });
});
