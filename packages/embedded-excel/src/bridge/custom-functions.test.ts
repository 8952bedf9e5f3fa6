/** Custom functions from cell to cell: through office.js's own protocol, synchronous or not, failing or not. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { CellError, type CellValue } from '../model/cell-error.ts';
import type { FunctionsMetadata } from '../rich-api/custom-functions.ts';
import { type OfficeSession, openOffice } from '../testing/office-session.ts';

const number = (name: string) => ({ name, type: 'number' });
const FUNCTIONS: FunctionsMetadata = {
  functions: [
    {
      id: 'ADD',
      name: 'ADD',
      parameters: [number('a'), { ...number('b'), optional: true }],
      result: { type: 'number' },
    },
    { id: 'LATER', name: 'LATER', parameters: [number('x')], result: { dimensionality: 'matrix' } },
    { id: 'FAIL', name: 'FAIL', parameters: [{ name: 'how', type: 'string' }] },
    {
      id: 'TOTAL',
      name: 'TOTAL',
      parameters: [{ name: 'cells', type: 'any', dimensionality: 'matrix' }],
    },
    { id: 'CLOCK', name: 'CLOCK', parameters: [number('step')], options: { stream: true, cancelable: true } },
    { id: 'SLOW', name: 'SLOW', parameters: [], options: { cancelable: true } },
    { id: 'LARGE', name: 'LARGE', parameters: [number('x')], result: { dimensionality: 'matrix' } },
    { id: 'PRICED', name: 'PRICED', parameters: [number('x')], result: { dimensionality: 'matrix' } },
    {
      id: 'ROWS',
      name: 'ROWS',
      parameters: [{ name: 'cells', type: 'any', dimensionality: 'matrix' }],
    },
    { id: 'ABSENT', name: 'ABSENT', parameters: [] },
  ],
};

const SCRIPT = `
CustomFunctions.associate('ADD', (a, b) => a + (b ?? 100));
CustomFunctions.associate('LATER', async (x) => { await pause(40); return [[x, x * 2], [x * 3, '']]; });
CustomFunctions.associate('FAIL', (how) => {
  if (how === 'na') throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, 'No such grant.');
  if (how === 'num') throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidNumber);
  if (how === 'returned') return new CustomFunctions.Error(CustomFunctions.ErrorCode.divisionByZero);
  if (how === 'rejected') return Promise.reject(new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, 'Not a ratio.'));
  throw new Error('any error');
});
CustomFunctions.associate('LARGE', (x) => Array.from({ length: 200 }, () => Array.from({ length: 10 }, () => 1000000 + x)));
CustomFunctions.associate('PRICED', (x) => [[{ type: 'Double', basicValue: x, numberFormat: 'yyyy-mm-dd' }, { type: 'Double', basicValue: 1.5, numberFormat: '0.00' }, x]]);
CustomFunctions.associate('ROWS', (cells) => cells.length);
CustomFunctions.associate('TOTAL', (cells) => cells.flat().reduce((sum, value) => sum + (typeof value === 'number' ? value : 0), 0));
globalThis.cancelled = 0;
CustomFunctions.associate('SLOW', (invocation) => new Promise(() => { invocation.onCanceled = () => { globalThis.cancelled++; }; }));
CustomFunctions.associate('CLOCK', (step, invocation) => {
  let ticks = 0;
  const timer = setInterval(() => { invocation.setResult(step * ++ticks); }, 400);
  invocation.onCanceled = () => { clearInterval(timer); globalThis.cancelled++; };
});`;

describe('a custom function in a cell', () => {
  let office: OfficeSession | undefined;

  afterEach(() => {
    const open = office;
    office = undefined;
    open?.close();
    assert.deepEqual(open?.server.session.faults, []);
  });

  async function open(): Promise<OfficeSession> {
    office = await openOffice({ script: SCRIPT, functionsMetadata: FUNCTIONS, namespace: 'NS' });
    return office;
  }

  const first = (session: OfficeSession, row: number, column = 0): CellValue | undefined =>
    session.book.sheets[0]?.value(row, column);

  it('calculates from cells, takes an omitted argument as null, and follows its inputs', async () => {
    const session = await open();
    await session.run(`
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:A4').formulas = [[2], ['=NS.ADD(A1,2)'], ['=ns.add(A2)*10'], ['=NS.TOTAL(A1:A3)']]; await context.sync();`);
    await session.host.settled();
    assert.deepEqual(
      [1, 2, 3].map((row) => first(session, row)),
      [4, 1040, 1046],
    );
    await session.run(
      `context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[5]]; await context.sync();`,
    );
    await session.host.settled();
    assert.deepEqual(
      [1, 2, 3].map((row) => first(session, row)),
      [7, 1070, 1082],
    );
  });

  it('shows numbers under the formats that they bring, where the cell itself has none', async () => {
    const session = await open();
    await session.run(`
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('B4').numberFormat = [['0.0000']];
      sheet.getRange('A1').formulas = [['=NS.PRICED(37823)']]; sheet.getRange('A4').formulas = [['=NS.PRICED(37823)']];
      sheet.getRange('A6').formulas = [['=INDEX(NS.PRICED(37823),1,1)']]; await context.sync();`);
    await session.host.settled();
    const read = await session.run(`
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:C6'); range.load('text,values,numberFormat');
      await context.sync(); return [range.text, range.values[0], range.numberFormat[0]];`);
    assert.deepEqual(read, [
      [
        ['2003-07-21', '1.50', '37823'],
        ['', '', ''],
        ['', '', ''],
        ['2003-07-21', '1.5000', '37823'],
        ['', '', ''],
        ['37823', '', ''],
      ],
      [37823, 1.5, 37823],
      ['General', 'General', 'General'],
    ]);
    const formula = `sheet.getRange('A1').formulas = [['=NS.PRICED(5)']];`;
    await session.run(`const sheet = context.workbook.worksheets.getActiveWorksheet(); ${formula}
      sheet.getRange('A4').values = [[37823]]; await context.sync();`);
    await session.host.settled();
    const changed = await session.run(`
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:A4'); range.load('text');
      await context.sync(); return range.text.map(([text]) => text);`);
    assert.deepEqual(changed, ['1900-01-05', '', '', '37823']);
  });

  it('gets a range as it stands, blank rows and all, and of whole columns what the sheet holds', async () => {
    const session = await open();
    await session.run(`
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:A3').values = [[1], [2], [3]];
      sheet.getRange('C1:C2').formulas = [['=NS.ROWS(A1:A400)'], ['=NS.ROWS(A:B)']]; await context.sync();`);
    await session.host.settled();
    assert.deepEqual([first(session, 0, 2), first(session, 1, 2)], [400, 3]);
  });

  it('shows #BUSY! until its promise resolves, and then spills', async () => {
    const session = await open();
    const early = await session.run(`
      const cell = context.workbook.worksheets.getActiveWorksheet().getRange('A1'); cell.formulas = [['=NS.LATER(7)']]; cell.load('values');
      await context.sync(); return cell.values;`);
    assert.deepEqual(early, [['#BUSY!']]);
    await session.host.settled();
    const spilled = await session.run(`
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1').getSpillingToRange().load('address,values'); await context.sync();
      return [range.address, range.values];`);
    assert.deepEqual(spilled, [
      'Sheet1!A1:B2',
      [
        [7, 14],
        [21, ''],
      ],
    ]);
  });

  it('shows its error, with the message where Excel shows one', async () => {
    const session = await open();
    await session.run(`
      context.workbook.worksheets.getActiveWorksheet().getRange('A1:A6').formulas =
        [['=NS.FAIL("na")'], ['=NS.FAIL("num")'], ['=NS.FAIL("returned")'], ['=NS.FAIL("rejected")'], ['=NS.FAIL("other")'], ['=NS.ABSENT()']];
      await context.sync();`);
    await session.host.settled();
    const errors = [0, 1, 2, 3, 4, 5].map((row) => {
      const value = first(session, row);
      return value instanceof CellError ? [value.code, value.message] : value;
    });
    assert.deepEqual(errors, [
      ['#N/A', 'No such grant.'],
      ['#NUM!', undefined],
      ['#DIV/0!', undefined],
      ['#VALUE!', 'Not a ratio.'],
      ['#VALUE!', undefined],
      // Declared in functions.json and never associated.
      ['#VALUE!', undefined],
    ]);
  });

  it('streams one value after another', async () => {
    const session = await open();
    await session.run(
      `context.workbook.worksheets.getActiveWorksheet().getRange('A1').formulas = [['=NS.CLOCK(5)']]; await context.sync();`,
    );
    const seen: CellValue[] = [];
    for (let turn = 0; turn < 200 && seen.length < 3; turn++) {
      await session.evaluate('await pause(100);');
      const value = first(session, 0) ?? null;
      if (typeof value === 'number' && seen.at(-1) !== value) seen.push(value);
    }
    assert.equal(seen.length, 3);
  });

  it('is cancelled when its formula goes before the answer comes', async () => {
    const session = await open();
    await session.run(
      `context.workbook.worksheets.getActiveWorksheet().getRange('A1').formulas = [['=NS.SLOW()']]; await context.sync();`,
    );
    await session.evaluate('await pause(100);');
    await session.run(
      `context.workbook.worksheets.getActiveWorksheet().getRange('A1').clear(); await context.sync();`,
    );
    await session.evaluate('await pause(100);');
    assert.equal(await session.evaluate('return globalThis.cancelled;'), 1);
    assert.equal(first(session, 0), null);
  });

  it('stops streaming when its cell goes, and when its arguments change', async () => {
    const session = await open();
    await session.run(`
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:A2').formulas = [['=NS.CLOCK(B1)'], ['=NS.CLOCK(7)']]; sheet.getRange('B1').values = [[5]]; await context.sync();`);
    const settles = async (
      expected: (values: readonly (CellValue | undefined)[]) => boolean,
    ): Promise<void> => {
      for (let turn = 0; turn < 100; turn++) {
        if (expected([first(session, 0), first(session, 1)])) return;
        await session.evaluate('await pause(50);');
      }
      assert.fail(`it shows ${String(first(session, 0))}, ${String(first(session, 1))}`);
    };
    await settles(([a, b]) => typeof a === 'number' && typeof b === 'number');
    await session.run(
      `context.workbook.worksheets.getActiveWorksheet().getRange('B1').values = [[1000]]; await context.sync();`,
    );
    await settles(([a]) => typeof a === 'number' && a >= 1000);
    assert.equal(await session.evaluate('await pause(50); return globalThis.cancelled;'), 1);
    await session.run(
      `context.workbook.worksheets.getActiveWorksheet().getRange('A1:A2').clear(); await context.sync();`,
    );
    assert.equal(await session.evaluate('await pause(600); return globalThis.cancelled;'), 3);
    assert.deepEqual([first(session, 0), first(session, 1)], [null, null]);
  });

  it('is answered in parts where all answers together are larger than a request may be', async () => {
    const session = await open();
    await session.run(`
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:A400').formulas = Array.from({ length: 400 }, (_, row) => ['=SUM(NS.LARGE(' + (row + 1) + '))']); await context.sync();`);
    await session.host.settled();
    assert.deepEqual(
      [0, 399].map((row) => first(session, row)),
      [2000 * 1000001, 2000 * 1000400],
    );
    assert.ok(session.server.counters.largestRequestBytes > 5 * 1024 * 1024);
  });

  it('is called for thousands of cells in few messages', async () => {
    const session = await open();
    await session.run(`
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:A3000').values = Array.from({ length: 3000 }, (_, row) => [row]);
      sheet.getRange('B1:B3000').formulas = Array.from({ length: 3000 }, (_, row) => ['=NS.ADD(A' + (row + 1) + ',1)']); await context.sync();`);
    await session.host.settled();
    assert.equal(first(session, 2999, 1), 3000);
    assert.ok(session.server.counters.serviceRequests < 10, String(session.server.counters.serviceRequests));
  });
});
