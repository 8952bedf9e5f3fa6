import { strict as assert } from 'node:assert';
import { areaAddress, areaAt, columnIndex, difference, parseArea } from './area.ts';
import { cellError } from './cell-error.ts';
import type { WorkbookChange } from './change.ts';
import { ModelError } from './model-error.ts';
import { quoteSheetName, sheetAddress, Workbook } from './workbook.ts';

const fault = (name: string) => (error: unknown) => error instanceof ModelError && error.fault === name;

describe('a workbook in memory', () => {
  it('reads and spells addresses of cells, columns and rows', () => {
    assert.deepEqual(parseArea('$B$7'), { top: 6, left: 1, bottom: 6, right: 1 });
    assert.equal(areaAddress(areaAt(6, 1, 3, 3)), 'B7:D9');
    assert.equal(areaAddress(parseArea('D:B') ?? areaAt(0, 0)), 'B:D');
    assert.equal(areaAddress(parseArea('7:9') ?? areaAt(0, 0)), '7:9');
    assert.equal(columnIndex('XFD'), 16383);
    for (const text of ['XFE1', 'A0', 'A1048577', 'A1:B', 'B', '', 'A1:B2:C3'])
      assert.equal(parseArea(text), undefined);
  });

  it('takes one area out of another without losing or doubling a cell', () => {
    const rest = difference(areaAt(0, 0, 10, 10), areaAt(3, 3, 2, 2));
    const cells = rest.reduce((sum, a) => sum + (a.bottom - a.top + 1) * (a.right - a.left + 1), 0);
    assert.equal(cells, 96);
  });

  it('keeps a far cell without filling the rows before it', () => {
    const sheet = Workbook.blank().activeSheet;
    sheet.setValue(1048575, 16383, 'last');
    assert.equal(sheet.value(1048575, 16383), 'last');
    assert.deepEqual(sheet.usedRange(), areaAt(1048575, 16383));
  });

  it('reports writes and structure, and not what the calculator stores', () => {
    const book = Workbook.blank();
    const seen: WorkbookChange['kind'][] = [];
    const stop = book.onChange((change) => seen.push(change.kind));
    const sheet = book.addSheet('Grants');
    sheet.setFormula(0, 0, '=1+1');
    sheet.setComputed(0, 0, 2);
    sheet.setValues(1, 0, [[1, undefined, 'x']]);
    book.renameSheet(sheet, 'Ledger');
    stop();
    sheet.setValue(0, 0, 1);
    assert.deepEqual(seen, ['sheetAdded', 'cells', 'cells', 'sheetRenamed']);
    assert.equal(sheet.formula(0, 0), undefined);
  });

  it('empties the cells of a spill when it shrinks, breaks it on a write and ignores a blank', () => {
    const book = Workbook.blank();
    const sheet = book.activeSheet;
    const kinds: string[] = [];
    sheet.setFormula(0, 0, '=SEQUENCE(3)');
    sheet.setSpill(0, 0, [[1], [2], [3]]);
    sheet.setSpill(0, 0, [[1], [2]]);
    assert.equal(sheet.value(2, 0), null);
    sheet.setValue(1, 0, null);
    assert.equal(sheet.value(1, 0), 2);
    assert.deepEqual(sheet.spillObstacle(0, 0, 3, 1), undefined);
    book.onChange((change) => kinds.push(change.kind));
    sheet.setValue(1, 0, 'mine');
    assert.deepEqual(kinds, ['spillBroken', 'cells']);
    assert.equal(sheet.formula(0, 0), '=SEQUENCE(3)');
    assert.equal(sheet.spills.size, 0);
    assert.deepEqual(sheet.spillObstacle(0, 0, 3, 1), [1, 0]);
  });

  it('finds a cell format again instead of adding it twice, and never changes one in use', () => {
    const { styles } = Workbook.blank();
    const percent = styles.withNumberFormat(0, '0.00%');
    const custom = styles.withNumberFormat(0, 'yyyy-mm-dd');
    const bold = styles.withFont(percent, { bold: true });
    assert.equal(styles.cellFormat(percent).numberFormat, 10);
    assert.equal(styles.cellFormat(custom).numberFormat, 164);
    assert.equal(styles.withNumberFormat(styles.withFont(0, { bold: true }), '0.00%'), bold);
    assert.equal(styles.font(bold).bold, true);
    assert.equal(styles.font(percent).bold, undefined);
    assert.equal(styles.withFont(bold, { bold: false, name: 'Calibri' }) === percent, false);
  });

  it('shows a cell its own format before its row’s and its column’s', () => {
    const book = Workbook.blank();
    const sheet = book.activeSheet;
    const [a, b, c] = ['0', '0.0', '0.000'].map((code) => book.styles.withNumberFormat(0, code)) as [
      number,
      number,
      number,
    ];
    sheet.setColumnProperties(0, 3, { style: a });
    sheet.setRowProperties(2, 2, { style: b });
    sheet.setStyle(2, 1, c);
    assert.deepEqual(
      [sheet.style(0, 0), sheet.style(2, 0), sheet.style(2, 1), sheet.style(2, 5)],
      [a, b, c, b],
    );
  });

  it('splits runs of columns when some of them change', () => {
    const sheet = Workbook.blank().activeSheet;
    sheet.setColumnProperties(0, 9, { width: 12 });
    sheet.setColumnProperties(3, 11, { hidden: true });
    assert.deepEqual(sheet.layout.columns, [
      { first: 0, last: 2, width: 12 },
      { first: 3, last: 9, width: 12, hidden: true },
      { first: 10, last: 11, hidden: true },
    ]);
  });

  it('names blank and repeated headers of a new table, and follows a header that is rewritten', () => {
    const book = Workbook.blank();
    const sheet = book.activeSheet;
    sheet.setValues(0, 0, [
      ['Shares', 'shares', null, 2024],
      [1, 2, 3, 4],
    ]);
    const table = book.addTable(sheet, areaAt(0, 0, 2, 4), { name: 'Grants' });
    assert.deepEqual(
      table.columns.map((column) => column.name),
      ['Shares', 'shares2', 'Column1', '2024'],
    );
    assert.equal(sheet.value(0, 3), '2024');
    sheet.setValue(0, 0, 'Units');
    assert.equal(table.columns[0]?.name, 'Units');
    book.resizeTable(table, areaAt(0, 0, 5, 5));
    assert.deepEqual([table.columns.length, sheet.value(0, 4)], [5, 'Column2']);
    assert.throws(() => book.addTable(sheet, areaAt(4, 4, 2, 2)), fault('overlap'));
    assert.throws(() => book.addTable(sheet, areaAt(20, 0, 2, 2), { name: 'GRANTS' }), fault('nameTaken'));
  });

  it('refuses sheet names that Excel refuses, and to lose its last visible sheet', () => {
    const book = Workbook.blank();
    const other = book.addSheet("Holder's grants");
    for (const name of ['', 'a/b', "'x", 'x'.repeat(32), 'a[1]'])
      assert.throws(() => book.addSheet(name), fault('invalidName'));
    assert.throws(() => book.addSheet('SHEET1'), fault('nameTaken'));
    assert.equal(sheetAddress(other, areaAt(0, 0)), "'Holder''s grants'!A1");
    assert.deepEqual(['Grants', 'A1', 'R1C1', 'Q1 2024'].map(quoteSheetName), [
      'Grants',
      "'A1'",
      "'R1C1'",
      "'Q1 2024'",
    ]);
    book.deleteSheet(other);
    assert.throws(() => book.deleteSheet(book.activeSheet), fault('lastSheet'));
  });

  it('lets formulas follow a table and a column that are renamed', () => {
    const book = Workbook.blank();
    const sheet = book.activeSheet;
    const other = book.addSheet('Q1 2024');
    sheet.setValues(0, 0, [
      ['Shares', 'Price'],
      [1, 2],
    ]);
    const table = book.addTable(sheet, areaAt(0, 0, 2, 2), { name: 'Grants' });
    sheet.setFormula(1, 1, '=[@Shares]*2');
    other.setFormula(0, 0, '=SUM(Grants[Shares],Sheet1!A2:B2)&"Sheet1!A1 Grants"');
    book.renameTable(table, 'Ledger');
    sheet.setValue(0, 0, 'Units held');
    assert.equal(other.formula(0, 0), `=SUM(Ledger[Units held],Sheet1!A2:B2)&"Sheet1!A1 Grants"`);
    assert.equal(sheet.formula(1, 1), '=[@[Units held]]*2');
  });

  it('clears contents or formats of an area, formulas included', () => {
    const book = Workbook.blank();
    const sheet = book.activeSheet;
    sheet.setValues(0, 0, [[1, 'a', cellError('#N/A')]]);
    sheet.setFormula(1, 1, '=A1');
    sheet.setStyle(0, 0, book.styles.withFont(0, { bold: true }));
    sheet.clear(areaAt(0, 0, 2, 2), 'contents');
    assert.deepEqual(sheet.usedRange(true), areaAt(0, 2));
    assert.notEqual(sheet.style(0, 0), 0);
    sheet.clear(areaAt(0, 0, 2, 2));
    assert.deepEqual(sheet.usedRange(), areaAt(0, 2));
  });
});
