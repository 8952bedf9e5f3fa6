/** Tables, names, settings, validation, conditional formats, charts: each as Microsoft documents it, through office.js. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import { type Caught, type OfficeSession, openOffice } from '../testing/office-session.ts';

describe('the objects of an embedded workbook', () => {
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
    office.run<R>(`const sheet = context.workbook.worksheets.add('S${++sheetNumber}'); ${body}`);

  describe('a table', () => {
    it('is made over a filled range, names blank headers, and answers its parts', async () => {
      const seen = await onSheet(`
        sheet.getRange('B2:D4').values = [['Grant ID', '', 2003], ['G1', 1, 2], ['G2', 3, 4]];
        const table = sheet.tables.add('B2:D4', true); table.name = 'Grants'; table.style = 'TableStyleLight1';
        const header = table.getHeaderRowRange().load('values'); const body = table.getDataBodyRange().load('address,values');
        table.load('id,name,style,showTotals,showFilterButton,showBandedRows'); const columns = table.columns.load('items/name,items/id');
        await context.sync();
        return [header.values, body.address.split('!')[1], columns.items.map(({ name }) => name), table.name, table.style, table.showTotals, table.showBandedRows];`);
      assert.deepEqual(seen, [
        [['Grant ID', 'Column1', '2003']],
        'B3:D4',
        ['Grant ID', 'Column1', '2003'],
        'Grants',
        'TableStyleLight1',
        false,
        true,
      ]);
    });

    it('keeps its identity and the formulas that refer to it when it is resized', async () => {
      const seen = await onSheet(`
        sheet.getRange('A1:A3').values = [['New Shares'], [10], [20]];
        const table = sheet.tables.add('A1:A3', true); table.name = 'Results'; table.load('id'); sheet.getRange('D1').formulas = [['=SUM(Results[New Shares])']];
        await context.sync(); const before = table.id;
        sheet.getRange('A4:A5').values = [[30], [40]]; table.resize('A1:A5'); table.load('id');
        const total = sheet.getRange('D1').load('values'); await context.sync();
        return [table.id === before, total.values[0][0]];`);
      assert.deepEqual(seen, [true, 100]);
    });

    it('is InvalidArgument over another table, and when its header row would move', async () => {
      const seen = await onSheet(`
        sheet.getRange('A1:B2').values = [['a', 'b'], [1, 2]]; const table = sheet.tables.add('A1:B2', true); await context.sync();
        const over = await caught(async () => { sheet.tables.add('B2:C3', true); await context.sync(); });
        const moved = await caught(async () => { table.resize('A2:B5'); await context.sync(); });
        return [over.code, moved.code];`);
      assert.deepEqual(seen, ['InvalidArgument', 'InvalidArgument']);
    });

    it('takes rows at its end, and gives them back', async () => {
      const seen = await onSheet(`
        sheet.getRange('A1:B2').values = [['a', 'b'], [1, 2]]; const table = sheet.tables.add('A1:B2', true);
        table.rows.add(null, [[3, 4], [5, 6]]); const count = table.rows.getCount(); const body = table.getDataBodyRange().load('values');
        const row = table.rows.getItemAt(1).load('values,index'); await context.sync();
        const wrong = await caught(async () => { table.rows.add(null, [[1]]); await context.sync(); });
        return [count.value, body.values, row.values, row.index, wrong.code];`);
      assert.deepEqual(seen, [
        3,
        [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
        [[3, 4]],
        1,
        'InvalidArgument',
      ]);
    });

    it('shows and hides a totals row', async () => {
      const seen = await onSheet(`
        sheet.getRange('A1:B3').values = [['a', 'b'], [1, 2], [3, 4]]; const table = sheet.tables.add('A1:B3', true);
        const none = await caught(async () => { table.getTotalRowRange().load('address'); await context.sync(); });
        table.showTotals = true; const totals = table.getTotalRowRange().load('address,values'); const whole = table.getRange().load('address'); await context.sync();
        table.showTotals = false; const after = table.getRange().load('address'); await context.sync();
        return [none.code, totals.address.split('!')[1], totals.values, whole.address.split('!')[1], after.address.split('!')[1]];`);
      assert.deepEqual(seen, ['ItemNotFound', 'A4:B4', [['Total', '']], 'A1:B4', 'A1:B3']);
    });

    it('follows its header cells, is found by name, and becomes a range again', async () => {
      const seen = await onSheet(`
        sheet.getRange('A1:A2').values = [['a'], [1]]; const table = sheet.tables.add('A1:A2', true); table.name = 'Follows';
        sheet.getRange('A1').values = [['renamed']]; const column = table.columns.getItem('renamed').load('name,index');
        const found = context.workbook.tables.getItem('follows').worksheet.load('name'); sheet.load('name'); await context.sync();
        table.convertToRange(); const gone = context.workbook.tables.getItemOrNullObject('Follows'); gone.load('name');
        const left = sheet.getRange('A2').load('values'); await context.sync();
        return [column.name, found.name === sheet.name, gone.isNullObject, left.values[0][0]];`);
      assert.deepEqual(seen, ['renamed', true, true, 1]);
    });

    it('is sorted by a column', async () => {
      const seen = await onSheet(`
        sheet.getRange('A1:B4').values = [['k', 'v'], ['c', 1], ['a', 3], ['b', 2]]; const table = sheet.tables.add('A1:B4', true);
        table.sort.apply([{ key: 1, ascending: false }]); const body = table.getDataBodyRange().load('values'); await context.sync();
        return body.values;`);
      assert.deepEqual(seen, [
        ['a', 3],
        ['b', 2],
        ['c', 1],
      ]);
    });
  });

  describe('names', () => {
    it('refer to ranges or values, of the workbook or of a sheet', async () => {
      const seen = await onSheet(`
        sheet.getRange('A1').values = [[5]];
        const close = context.workbook.names.add('Close', sheet.getRange('A1')); const rate = context.workbook.names.add('Rate', '=2*3');
        const local = sheet.names.add('Close', '=1'); sheet.getRange('B1').formulas = [['=Rate*2']];
        close.load('formula,type,scope,value'); rate.load('type,value'); local.load('scope'); const range = close.getRange().load('values'); const used = sheet.getRange('B1').load('values');
        const none = rate.getRangeOrNullObject(); none.load('address'); await context.sync();
        return [close.formula.split('!')[1], close.type, close.scope, rate.type, rate.value, local.scope, range.values, used.values, none.isNullObject];`);
      assert.deepEqual(seen, ['$A$1', 'Range', 'Workbook', 'Double', 6, 'Worksheet', [[5]], [[12]], true]);
    });

    it('cannot be taken twice', async () => {
      const error = await office.evaluate<Caught>(`return caught(() => Excel.run(async (context) => {
        context.workbook.names.add('Twice', '=1'); context.workbook.names.add('TWICE', '=2'); await context.sync();
      }));`);
      assert.equal(error.code, 'ItemAlreadyExists');
    });
  });

  it('settings are kept in the workbook, and the older API sees the same', async () => {
    const seen = await office.evaluate(`
      await Excel.run(async (context) => { context.workbook.settings.add('mapping', { 'Holder ID': 'EE ID' }); await context.sync(); });
      const { settings } = Office.context.document;
      await new Promise((resolve) => settings.refreshAsync(resolve));
      const old = settings.get('mapping'); settings.set('other', [1, 2]); settings.remove('mapping');
      await new Promise((resolve) => settings.saveAsync(resolve));
      return Excel.run(async (context) => {
        const other = context.workbook.settings.getItem('other').load('value'); const gone = context.workbook.settings.getItemOrNullObject('mapping'); gone.load('key');
        await context.sync(); return [old, other.value, gone.isNullObject];
      });`);
    assert.deepEqual(seen, [{ 'Holder ID': 'EE ID' }, [1, 2], true]);
    assert.deepEqual([...office.book.settings.entries()], [['other', [1, 2]]]);
  });

  it('validation offers a list, with its prompt and its alert, and takes cells from an older rule', async () => {
    const seen = await onSheet(`
      const column = sheet.getRange('B2:B5'); const { dataValidation } = column;
      dataValidation.rule = { list: { inCellDropDown: true, source: 'Grant,Holder' } };
      dataValidation.errorAlert = { showAlert: true, style: 'Warning', title: 'Not in the list', message: 'Use one of them.' };
      dataValidation.prompt = { showPrompt: true, title: 'Unit', message: 'Grant or Holder' };
      sheet.getRange('B4').dataValidation.rule = { wholeNumber: { formula1: 1, formula2: 9, operator: 'Between' } };
      dataValidation.load('type'); const first = sheet.getRange('B2:B3').dataValidation.load('type,rule,errorAlert,prompt'); const other = sheet.getRange('B4').dataValidation.load('type,rule'); const none = sheet.getRange('C1').dataValidation.load('type');
      await context.sync();
      return [dataValidation.type, first.type, first.rule.list, first.errorAlert.style, first.prompt.title, other.rule.wholeNumber, none.type];`);
    assert.deepEqual(seen, [
      'Inconsistent',
      'List',
      { inCellDropDown: true, source: 'Grant,Holder' },
      'Warning',
      'Unit',
      { formula1: 1, formula2: 9, operator: 'Between' },
      'None',
    ]);
  });

  it('conditional formats are added with the newest first', async () => {
    const seen = await onSheet(`
      const range = sheet.getRange('A1:A9'); const custom = range.conditionalFormats.add('Custom'); custom.custom.rule.formula = '=$A1="Error"'; custom.custom.format.font.color = '#9C0006'; custom.custom.format.fill.color = '#FFC7CE';
      const value = range.conditionalFormats.add('CellValue'); value.cellValue.rule = { formula1: '=5', operator: 'GreaterThan' }; value.cellValue.format.font.bold = true;
      const list = range.conditionalFormats.load('items/type,items/priority'); custom.load('custom/rule/formula,custom/format/font/color,custom/format/fill/color'); value.load('cellValue/rule'); const none = custom.cellValueOrNullObject; none.load('rule');
      await context.sync();
      return [list.items.map(({ type }) => type), custom.custom.rule.formula, custom.custom.format.fill.color, value.cellValue.rule.operator, none.isNullObject];`);
    assert.deepEqual(seen, [['CellValue', 'Custom'], '=$A1="Error"', '#FFC7CE', 'GreaterThan', true]);
  });

  it('a chart takes its series from a range, and is titled, placed, found and deleted', async () => {
    const seen = await onSheet(`
      sheet.getRange('A1:C3').values = [['', 'Cancelled', 'New'], ['Plan A', 10, 5], ['Plan B', 20, 8]];
      const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:C3'), 'Columns'); chart.name = 'Shares'; chart.title.text = 'Shares by plan';
      chart.legend.position = 'Right'; chart.axes.valueAxis.title.text = 'Shares'; chart.setPosition('E2', 'H10'); chart.series.getItemAt(0).format.fill.setSolidColor('#1F4E78');
      const found = sheet.charts.getItem('Shares').load('name,top,left,width,height,chartType'); const series = found.series.load('items/name'); const none = sheet.charts.getItemOrNullObject('None'); none.load('name');
      await context.sync(); const place = [found.left, found.top, found.width, found.height];
      found.delete(); const count = sheet.charts.load('count'); await context.sync();
      return [place, found.chartType, series.items.map(({ name }) => name), none.isNullObject, count.count];`);
    assert.deepEqual(seen, [[192, 15, 192, 135], 'ColumnClustered', ['Cancelled', 'New'], true, 0]);
  });

  it('a chart without headers takes its first text column as categories', async () => {
    await onSheet(`
      sheet.getRange('A1:B3').values = [['Eligible', 10], ['Elected', 7], ['Exchanged', 5]];
      sheet.charts.add('BarClustered', sheet.getRange('A1:B3'), 'Columns'); await context.sync();`);
    const sheet = office.book.sheets.at(-1);
    const name = sheet?.name ?? '';
    assert.deepEqual(sheet?.charts[0]?.series, [
      { categories: `'${name}'!$A$1:$A$3`.replace(/'(S\d+)'/, "'$1'"), values: `'${name}'!$B$1:$B$3` },
    ]);
  });

  it('sheets are renamed, moved, hidden, coloured, frozen', async () => {
    const seen = await onSheet(`
      sheet.name = 'Regrant Checks'; sheet.position = 0; sheet.tabColor = '#1F4E78'; sheet.freezePanes.freezeRows(1); sheet.showGridlines = false;
      const frozen = sheet.freezePanes.getLocationOrNullObject().load('address'); sheet.load('name,position,tabColor,showGridlines,visibility'); await context.sync();
      const before = [sheet.name, sheet.position, sheet.tabColor, sheet.showGridlines, frozen.address]; sheet.visibility = 'VeryHidden'; await context.sync();
      const count = context.workbook.worksheets.getCount(true); const all = context.workbook.worksheets.getCount(); await context.sync();
      sheet.visibility = 'Visible'; sheet.delete(); await context.sync();
      return [...before, all.value - count.value];`);
    assert.deepEqual(seen, ['Regrant Checks', 0, '#1F4E78', false, "'Regrant Checks'!1:1", 1]);
  });

  it('custom XML parts are kept with the workbook', async () => {
    const seen = await office.run(`
      const part = context.workbook.customXmlParts.add('<log xmlns="urn:regrant"><run/></log>'); part.load('id,namespaceUri'); const xml = part.getXml(); await context.sync();
      return [part.namespaceUri, xml.value];`);
    assert.deepEqual(seen, ['urn:regrant', '<log xmlns="urn:regrant"><run/></log>']);
  });
});
