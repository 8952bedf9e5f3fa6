/** The functions as people type them: in the cells of the embedded Excel, called through Microsoft's office.js. */
import assert from 'node:assert/strict';
import { type CellValue, newWorkbook } from '@regrant/embedded-excel/package';
import { type OpenWorkbook, withAddin } from '../run-addin.ts';

/** What cells show and hold once the formulas typed into them are calculated. */
async function typed(
  cells: Readonly<Record<string, string | number>>,
  range: string,
): Promise<{ text: string[][]; values: CellValue[][] }> {
  return withAddin(newWorkbook(), async ({ addin }: OpenWorkbook) => {
    const write = Object.entries(cells)
      .map(([address, entry]) => `sheet.getRange('${address}').formulas = [[${JSON.stringify(entry)}]];`)
      .join('\n');
    await addin.execute(
      `Excel.run(async (context) => { const sheet = context.workbook.worksheets.getActiveWorksheet(); ${write} await context.sync(); })`,
    );
    await addin.host.settled();
    const read = (await addin.execute(
      `Excel.run(async (context) => { const range = context.workbook.worksheets.getActiveWorksheet().getRange('${range}');
        range.load('text,values'); await context.sync(); return { text: range.text, values: range.values }; })`,
    )) as { text: string[][]; values: CellValue[][] };
    // Arrays of the add-in's window are of another realm.
    return structuredClone(read);
  });
}

describe('A formula typed into an unformatted cell', () => {
  it('shows a date as a date, a price as a price and a portion in per cent, spilled or not', async () => {
    const { text, values } = await typed(
      {
        A1: '=REGRANT.REGRANTDATE("2003-01-20")',
        B1: '=REGRANT.BREAKEVEN(1000, 6, 750, 1.5)',
        C1: '=REGRANT.NEWSHARES(1001, 0.75)',
        A2: '=REGRANT.VESTING(18, A1, "annually over 2 years")',
        A5: '=A1+1',
      },
      'A1:D5',
    );
    assert.deepEqual(text, [
      ['2003-07-21', '19.50', '750', ''],
      ['Date', 'Shares', 'Cumulative', 'Percent'],
      ['2004-07-21', '9', '9', '50.00%'],
      ['2005-07-21', '9', '18', '100.00%'],
      ['37824', '', '', ''],
    ]);
    assert.deepEqual(values[2], [38189, 9, 9, 0.5]);
  });

  it('gives an error of its inputs as that error, and its message where it is wrong itself', async () => {
    const { values } = await typed(
      {
        A1: '=NA()',
        B1: '=1/0',
        C1: '=SQRT(-1)',
        D1: '=MISSING()',
        A2: '=REGRANT.NEWSHARES(A1, 0.75)',
        B2: '=REGRANT.NEWSHARES(B1, 0.75)',
        C2: '=REGRANT.NEWSHARES(C1, 0.75)',
        D2: '=REGRANT.NEWSHARES(D1, 0.75)',
        A3: '=REGRANT.NEWSHARES(1000, "3 for 4")',
        B3: '=REGRANT.RATIO(1, {"From","New per Old";2,1})',
        C3: '=REGRANT.NEWSHARES(1000.5, 1)',
        D3: '=REGRANT.COMPARE(10, 6, 5, 1, A1:B1)',
      },
      'A2:D3',
    );
    assert.deepEqual(values, [
      ['#N/A', '#DIV/0!', '#NUM!', '#VALUE!'],
      ['#VALUE!', '#N/A', '#NUM!', '#N/A'],
    ]);
  });

  it('answers for the other grants of a ledger where one cell is an error, whole columns too', async () => {
    const { values } = await typed(
      {
        A1: 'Grant ID',
        B1: 'Country',
        C1: 'Strike',
        A2: 'G-1',
        B2: 'US',
        C2: '=NA()',
        A3: 'G-2',
        B3: 'US',
        C3: 4,
        E1: 'Field',
        F1: 'Operator',
        G1: 'Value',
        E2: 'Strike',
        F2: '>',
        G2: 3,
        I1: '=REGRANT.ELIGIBILITY(A:C, E:G)',
      },
      'I1:J3',
    );
    assert.deepEqual(values, [
      ['Eligible', 'Reasons'],
      [false, 'Strike must be above 3 (Strike is the error #N/A)'],
      [true, ''],
    ]);
  });
});
