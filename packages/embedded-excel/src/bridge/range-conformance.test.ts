/** How ranges take and give values, formulas and formats, as Microsoft documents them, through the real client. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import { type Caught, type OfficeSession, openOffice } from '../testing/office-session.ts';

describe('a range of the embedded Excel', () => {
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

  /** Runs code with a `sheet` of its own. */
  const onSheet = <R = unknown>(body: string): Promise<R> =>
    office.run<R>(`const sheet = context.workbook.worksheets.add('S${++sheetNumber}'); ${body}`);

  describe('written through values', () => {
    it('takes one value for all cells, and null leaves a cell as it is', async () => {
      const seen = await onSheet(`
        const range = sheet.getRange('A1:B2');
        range.values = 7; await context.sync();
        range.values = [[null, 1], [2, null]]; range.load('values');
        await context.sync();
        return range.values;`);
      assert.deepEqual(seen, [
        [7, 1],
        [2, 7],
      ]);
    });

    it('takes text as it is typed: numbers, dates, times, percentages, logical values, errors', async () => {
      const seen = await onSheet(`
        const range = sheet.getRange('A1:A9');
        range.values = [['00123'], ['4:1'], ['75%'], ['7/21/2003'], ['TRUE'], ['#N/A'], ["'007"], ['1,000.5'], ['plain']];
        range.load('values,numberFormat,valueTypes,text');
        await context.sync();
        return range.values.map(([value], row) => [value, range.numberFormat[row][0], range.valueTypes[row][0], range.text[row][0]]);`);
      assert.deepEqual(seen, [
        [123, 'General', 'Double', '123'],
        [241 / 1440, 'h:mm', 'Double', '4:01'],
        [0.75, '0%', 'Double', '75%'],
        [37823, 'm/d/yyyy', 'Double', '7/21/2003'],
        [true, 'General', 'Boolean', 'TRUE'],
        ['#N/A', 'General', 'Error', '#N/A'],
        ['007', 'General', 'String', '007'],
        [1000.5, '#,##0.00', 'Double', '1,000.50'],
        ['plain', 'General', 'String', 'plain'],
      ]);
    });

    it('keeps everything as text in a cell formatted as text', async () => {
      const seen = await onSheet(`
        const range = sheet.getRange('A1:A3');
        range.numberFormat = '@';
        range.values = [['00123'], ['3/4'], ['=1+1']]; range.load('values,formulas');
        const count = sheet.getRange('B1'); count.numberFormat = '@'; count.values = [[7]]; count.load('values');
        await context.sync();
        return [range.values, range.formulas, count.values];`);
      const kept = [['00123'], ['3/4'], ['=1+1']];
      assert.deepEqual(seen, [kept, kept, [['7']]]);
    });

    it("empties a cell by '', which answers '' and the type Empty", async () => {
      const seen = await onSheet(`
        const range = sheet.getRange('A1'); range.values = [[5]]; range.values = [['']]; range.load('values,valueTypes');
        const used = sheet.getUsedRangeOrNullObject(true); used.load('address');
        await context.sync();
        return [range.values, range.valueTypes, used.isNullObject];`);
      assert.deepEqual(seen, [[['']], [['Empty']], true]);
    });

    it('writes only the top left cell of merged cells', async () => {
      const seen = await onSheet(`
        const range = sheet.getRange('A1:B1'); range.merge(); range.values = [[1, 2]]; range.load('values');
        await context.sync();
        return range.values;`);
      assert.deepEqual(seen, [[1, '']]);
    });

    it('misplaces what is written through a filter, as Excel does', async () => {
      const seen = await onSheet(`
        sheet.getRange('A1:A5').values = [['Plan'], ['a'], ['b'], ['a'], ['b']];
        const body = sheet.getRange('A2:A5');
        sheet.autoFilter.apply(sheet.getRange('A1:A5'), 0, { filterOn: 'Values', values: ['b'] });
        sheet.autoFilter.load('enabled,isDataFiltered');
        body.values = [[1], [2], [3], [4]]; body.load('values');
        await context.sync();
        return [sheet.autoFilter.isDataFiltered, body.values];`);
      assert.deepEqual(seen, [true, [['a'], [1], ['a'], [1]]]);
    });
  });

  describe('with formulas', () => {
    it('gives their results to reads in the same batch', async () => {
      const seen = await onSheet(`
        sheet.getRange('A1:A2').values = [[2], [3]];
        const total = sheet.getRange('A3'); total.formulas = [['=SUM(A1:A2)*2']]; total.load('values,formulas,text');
        await context.sync();
        return [total.values, total.formulas, total.text];`);
      assert.deepEqual(seen, [[[10]], [['=SUM(A1:A2)*2']], [['10']]]);
    });

    it('spills arrays, and answers where they spill to', async () => {
      const seen = await onSheet(`
        const anchor = sheet.getRange('B2'); anchor.formulas = [['=SEQUENCE(3)']];
        const spill = anchor.getSpillingToRangeOrNullObject().load('address,values');
        const parent = sheet.getRange('B4').getSpillParent().load('address');
        const none = sheet.getRange('C1').getSpillingToRangeOrNullObject().load('address');
        await context.sync();
        return [spill.address.split('!')[1], spill.values, parent.address.split('!')[1], none.isNullObject];`);
      assert.deepEqual(seen, ['B2:B4', [[1], [2], [3]], 'B2', true]);
    });

    it('shows #SPILL! when one writes into what it spills to', async () => {
      const seen = await onSheet(`
        const anchor = sheet.getRange('B2'); anchor.formulas = [['=SEQUENCE(3)']]; await context.sync();
        sheet.getRange('B3').values = [['x']]; anchor.load('values'); await context.sync();
        return anchor.values;`);
      assert.deepEqual(seen, [['#SPILL!']]);
    });

    it('waits with calculating while an add-in asks for that', async () => {
      const seen = await onSheet(`
        sheet.getRange('A1').values = [[1]]; sheet.getRange('A2').formulas = [['=A1+1']]; await context.sync();
        context.workbook.application.suspendApiCalculationUntilNextSync();
        sheet.getRange('A1').values = [[10]];
        const early = sheet.getRange('A2').load('values'); await context.sync();
        const stale = early.values[0][0];
        early.load('values'); await context.sync();
        return [stale, early.values[0][0]];`);
      assert.deepEqual(seen, [2, 11]);
    });

    it('calculates on demand only in manual mode', async () => {
      const seen = await onSheet(`
        const { application } = context.workbook;
        application.calculationMode = 'Manual';
        sheet.getRange('A1').values = [[1]]; sheet.getRange('A2').formulas = [['=A1+1']]; await context.sync();
        application.calculate('Recalculate'); sheet.getRange('A1').values = [[5]];
        const cell = sheet.getRange('A2').load('values'); await context.sync();
        const before = cell.values[0][0];
        application.calculate('Full'); cell.load('values'); await context.sync();
        application.calculationMode = 'Automatic'; await context.sync();
        return [before, cell.values[0][0]];`);
      assert.deepEqual(seen, [2, 6]);
    });
  });

  it('refuses a formula that is none, and keeps what stood there', async () => {
    const seen = await onSheet(`
      const cell = sheet.getRange('A1'); cell.values = [[1]]; await context.sync();
      const error = await caught(async () => { cell.formulas = [['=SUM(']]; await context.sync(); });
      cell.load('values'); await context.sync();
      return [error.code, error.location, cell.values];`);
    assert.deepEqual(seen, ['InvalidArgument', 'Range.formulas', [[1]]]);
  });

  describe('walked from', () => {
    it('gives cells, rows, neighbours, unions and intersections', async () => {
      const seen = await onSheet(`
        const range = sheet.getRange('B2:D5');
        const found = [range.getCell(1, 2), range.getRow(3), range.getColumn(0), range.getLastCell(), range.getResizedRange(1, -1),
          range.getOffsetRange(-1, 1), range.getBoundingRect('F7'), range.getIntersection('A1:B3'), range.getRowsAbove(1), range.getColumnsAfter(2)];
        found.forEach((part) => part.load('address'));
        const apart = range.getIntersectionOrNullObject('H9'); apart.load('address');
        await context.sync();
        return [found.map((part) => part.address.split('!')[1]), apart.isNullObject];`);
      assert.deepEqual(seen, [
        ['D3', 'B5:D5', 'B2:B5', 'D5', 'B2:C6', 'C1:E4', 'B2:F7', 'B2:B3', 'B1:D1', 'E2:F5'],
        true,
      ]);
    });

    it('is InvalidArgument outside the sheet', async () => {
      const error = await office.evaluate<Caught>(`return caught(() => Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange('A1').getOffsetRange(-1, 0).load('address');
        await context.sync();
      }));`);
      assert.deepEqual([error.code, error.location], ['InvalidArgument', 'Range.getOffsetRange']);
    });

    it('knows its used part and its surroundings', async () => {
      const seen = await onSheet(`
        sheet.getRange('B2:C4').values = [[1, 2], [3, 4], [5, 6]]; sheet.getRange('F9').values = [[1]];
        const used = sheet.getRange('B:B').getUsedRange(true).load('address');
        const region = sheet.getRange('C3').getSurroundingRegion().load('address');
        const none = sheet.getRange('H:H').getUsedRangeOrNullObject(); none.load('address');
        await context.sync();
        return [used.address.split('!')[1], region.address.split('!')[1], none.isNullObject];`);
      assert.deepEqual(seen, ['B2:B4', 'B2:C4', true]);
    });
  });

  describe('formatted', () => {
    it('answers one value where all cells agree, null where they differ', async () => {
      const seen = await onSheet(`
        const range = sheet.getRange('A1:B1');
        sheet.getRange('A1').format.font.bold = true; range.format.horizontalAlignment = 'Center';
        range.format.borders.getItem('EdgeBottom').style = 'Double';
        range.load('format/font/bold,format/font/color,format/horizontalAlignment,format/wrapText');
        const edge = range.format.borders.getItem('EdgeBottom').load('style');
        await context.sync();
        return [range.format.font.bold, range.format.font.color, range.format.horizontalAlignment, range.format.wrapText, edge.style];`);
      assert.deepEqual(seen, [null, '#000000', 'Center', false, 'Double']);
    });

    it('formats whole columns without filling them with cells', async () => {
      const seen = await onSheet(`
        sheet.getRange('B:B').numberFormat = '0.00'; sheet.getRange('B:B').format.columnWidth = 96;
        const cell = sheet.getRange('B5000').load('numberFormat,format/columnWidth'); sheet.getRange('B5000').values = [[1.5]];
        const shown = sheet.getRange('B5000').load('text'); const used = sheet.getUsedRange(true).load('address');
        await context.sync();
        return [cell.numberFormat, cell.format.columnWidth, shown.text, used.address.split('!')[1]];`);
      assert.deepEqual(seen, [[['0.00']], 96, [['1.50']], 'B5000']);
    });

    it('is cleared by contents, formats, or both', async () => {
      const seen = await onSheet(`
        const range = sheet.getRange('A1:C1'); range.values = [[1, 2, 3]]; range.numberFormat = '0.0';
        sheet.getRange('A1').clear('Contents'); sheet.getRange('B1').clear('Formats'); sheet.getRange('C1').clear();
        range.load('values,numberFormat'); await context.sync();
        return [range.values, range.numberFormat];`);
      assert.deepEqual(seen, [[['', 2, '']], [['0.0', 'General', 'General']]]);
    });

    it('hides rows and columns', async () => {
      const seen = await onSheet(`
        const rows = sheet.getRange('A2:A3'); rows.rowHidden = true; const both = sheet.getRange('A1:A3'); const columns = sheet.getRange('C1:C9'); columns.columnHidden = true;
        rows.load('rowHidden,hidden'); both.load('rowHidden'); columns.load('columnHidden'); await context.sync();
        return [rows.rowHidden, rows.hidden, both.rowHidden, columns.columnHidden];`);
      assert.deepEqual(seen, [true, true, null, true]);
    });
  });

  it('copies formulas with their references moved, and values alone', async () => {
    const seen = await onSheet(`
      sheet.getRange('A1:A3').values = [[1], [2], [3]]; sheet.getRange('B1').formulas = [['=A1*$A$1']];
      sheet.getRange('B2:B3').copyFrom('B1'); sheet.getRange('C1:C3').copyFrom('B1:B3', 'Values');
      const range = sheet.getRange('B1:C3').load('formulas,values'); await context.sync();
      return [range.formulas, range.values];`);
    assert.deepEqual(seen, [
      [
        ['=A1*$A$1', 1],
        ['=A2*$A$1', 2],
        ['=A3*$A$1', 3],
      ],
      [
        [1, 1],
        [2, 2],
        [3, 3],
      ],
    ]);
  });

  it('on a protected sheet refuses locked cells with AccessDenied and takes unlocked ones', async () => {
    const seen = await onSheet(`
      sheet.getRange('A1').format.protection.locked = false; sheet.protection.protect({ allowFormatCells: false });
      sheet.protection.load('protected'); await context.sync();
      sheet.getRange('A1').values = [['open']]; await context.sync();
      const locked = await caught(async () => { sheet.getRange('A2').values = [[1]]; await context.sync(); });
      const look = await caught(async () => { sheet.getRange('A1').format.fill.color = 'red'; await context.sync(); });
      const again = await caught(async () => { sheet.protection.protect(); await context.sync(); });
      sheet.protection.unprotect(); const cell = sheet.getRange('A1:A2').load('values'); await context.sync();
      return [sheet.protection.protected, locked.code, look.code, again.code, cell.values];`);
    assert.deepEqual(seen, [true, 'AccessDenied', 'AccessDenied', 'AccessDenied', [['open'], ['']]]);
  });
});
