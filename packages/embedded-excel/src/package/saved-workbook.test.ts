import { strict as assert } from 'node:assert';
import { needs, tool } from '../../../../test/tools.ts';
import { areaAt } from '../model/area.ts';
import { moveCells } from '../model/cell-moves.ts';
import type { Chart } from '../model/chart.ts';
import type { Workbook } from '../model/workbook.ts';
import { newWorkbook, readWorkbook } from './read-workbook.ts';
import {
  convertedByLibreOffice,
  partsOf,
  partText as textOf,
  workbookFile as file,
} from './workbook-files.fixture.ts';
import { writeWorkbook } from './write-workbook.ts';

function chart(name: string, changes: Partial<Chart> = {}): Chart {
  return {
    id: name,
    name,
    own: true,
    kind: 'columnClustered',
    series: [{ name: { text: 'Shares' }, categories: 'Sheet1!$A$2:$A$3', values: 'Sheet1!$B$2:$B$3' }],
    title: 'Shares by plan',
    categoryAxisTitle: undefined,
    valueAxisTitle: 'Shares',
    valueNumberFormat: '#,##0',
    legend: 'bottom',
    dataLabels: false,
    place: { top: 60, left: 100, width: 360, height: 216 },
    ...changes,
  };
}

describe('a workbook that is changed and saved', () => {
  function changed(): Workbook {
    const book = newWorkbook();
    const sheet = book.activeSheet;
    book.customFunctions.add('REGRANT.NEWSHARES');
    sheet.setValues(0, 0, [
      ['Plan', 'Shares'],
      ['1994 Plan', 1000],
      ['1999 Plan', 2500.5],
    ]);
    book.addTable(sheet, areaAt(0, 0, 3, 2), { name: 'Plans' });
    sheet.setFormula(4, 1, '=SUM(Plans[Shares])');
    sheet.setComputed(4, 1, 3500.5);
    sheet.setFormula(5, 1, '=REGRANT.NEWSHARES(B2,0.5)');
    sheet.setComputed(5, 1, 500);
    sheet.setFormula(6, 1, '=TRANSPOSE(B2:B3)');
    sheet.setSpill(6, 1, [[1000, 2500.5]]);
    sheet.setFormula(7, 1, '=IF(A1="Plan","yes & <no>",FALSE)');
    sheet.setComputed(7, 1, 'yes & <no>');
    sheet.setCharts([chart('Shares by plan')]);
    return book;
  }

  it('gives the same bytes each time', () => {
    const book = changed();
    assert.deepEqual(writeWorkbook(book), writeWorkbook(book));
    assert.deepEqual(writeWorkbook(changed()), writeWorkbook(book));
  });

  it('stores custom functions under Excel’s prefix and marks dynamic arrays', () => {
    const saved = writeWorkbook(changed());
    const sheet = textOf(saved, 'xl/worksheets/sheet1.xml');
    assert.ok(
      sheet.includes(
        '<c r="B6" cm="1"><f t="array" ref="B6">_xldudf_REGRANT_NEWSHARES(B2,0.5)</f><v>500</v></c>',
      ),
    );
    assert.ok(
      sheet.includes('<c r="B7" cm="1"><f t="array" ref="B7:C7">TRANSPOSE(B2:B3)</f><v>1000</v></c>'),
    );
    assert.ok(sheet.includes('<c r="C7"><v>2500.5</v></c>'));
    assert.ok(textOf(saved, 'xl/metadata.xml').includes('fDynamic="1"'));
    assert.ok(textOf(saved, '[Content_Types].xml').includes('sheetMetadata+xml'));
  });

  it('keeps the mark of a custom function, without which Excel shows =@REGRANT..., when the file is saved again', () => {
    const saved = writeWorkbook(changed());
    const again = readWorkbook(saved);
    const sheet = again.sheets[0];
    assert.ok(sheet !== undefined);
    assert.equal(sheet.formula(5, 1), '=REGRANT.NEWSHARES(B2,0.5)');
    assert.equal(sheet.spills.at(5, 1), undefined);
    sheet.setValue(0, 5, 'changed');
    assert.match(
      textOf(writeWorkbook(again), 'xl/worksheets/sheet1.xml'),
      /<c r="B6" cm="1"><f t="array" ref="B6">_xldudf_REGRANT_NEWSHARES/,
    );
  });

  it('is read back as it was: formulas, spills, tables, charts, formats', () => {
    const book = changed();
    const style = book.styles.withFill(book.styles.withNumberFormat(0, '0.000'), {
      pattern: 'solid',
      foreground: { rgb: 'FFFFF2CC' },
    });
    book.activeSheet.setStyle(1, 1, style);
    const again = readWorkbook(writeWorkbook(book));
    const sheet = again.activeSheet;
    assert.equal(sheet.formula(5, 1), '=REGRANT.NEWSHARES(B2,0.5)');
    assert.equal(sheet.value(7, 1), 'yes & <no>');
    assert.deepEqual([...sheet.spills], [{ row: 6, column: 1, rows: 1, columns: 2, dynamic: true }]);
    assert.equal(again.styles.numberFormat(sheet.style(1, 1)), '0.000');
    assert.deepEqual(again.styles.fill(sheet.style(1, 1)), {
      pattern: 'solid',
      foreground: { rgb: 'FFFFF2CC' },
    });
    assert.deepEqual(
      again.table('plans')?.columns.map(({ name }) => name),
      ['Plan', 'Shares'],
    );
    const [loaded] = sheet.charts;
    const {
      id: _,
      own: __,
      valueAxisTitle: ___,
      valueNumberFormat: ____,
      ...expected
    } = chart('Shares by plan');
    const seen = { ...loaded } as Partial<Chart>;
    for (const key of Object.keys(expected) as (keyof typeof expected)[])
      assert.deepEqual(seen[key], expected[key], key);
  });

  it('points a file’s own chart at other cells and leaves its looks', () => {
    const bytes = file('libreoffice-charts.xlsx');
    const book = readWorkbook(bytes);
    const sheet = book.sheet('Charts & more');
    const [first, second] = sheet?.charts ?? [];
    assert.ok(sheet && first && second);
    first.series = [{ values: "'Offer Terms'!$C$2:$C$4", categories: "'Offer Terms'!$A$2:$A$4" }];
    sheet.setCharts(sheet.charts.filter((one) => one !== second));
    const saved = writeWorkbook(book);
    const [changedChart, ...others] = readWorkbook(saved).sheet('Charts & more')?.charts ?? [];
    assert.equal(changedChart?.series.length, 1);
    assert.equal(changedChart.series[0]?.values, "'Offer Terms'!$C$2:$C$4");
    assert.deepEqual(
      others.map(({ kind }) => kind),
      ['barStacked100', 'line', 'line', 'pie', 'doughnut'],
    );
    const gone = [...partsOf(bytes).keys()].filter((part) => !partsOf(saved).has(part));
    assert.equal(gone.length, 1);
    assert.ok(gone[0]?.startsWith('xl/charts/chart'));
    assert.equal(textOf(saved, '[Content_Types].xml').includes(gone[0] ?? ''), false);
  });

  it('drops a sheet with its parts, renames, hides and reorders the others, and keeps local names in step', () => {
    const book = newWorkbook();
    const [a, b, c] = [book.activeSheet, book.addSheet('B'), book.addSheet('C')];
    b.setValues(0, 0, [['x'], [1]]);
    book.addTable(b, areaAt(0, 0, 2, 1));
    book.addName('_xlnm.Print_Area', '=C!$A$1', c);
    const loaded = readWorkbook(writeWorkbook(book));
    const [la, lb, lc] = loaded.sheets;
    assert.ok(la && lb && lc);
    loaded.renameSheet(la, 'First & only');
    loaded.deleteSheet(lb);
    loaded.moveSheet(lc, 0);
    loaded.setVisibility(la, 'veryHidden');
    const saved = writeWorkbook(loaded);
    const again = readWorkbook(saved);
    assert.deepEqual(
      again.sheets.map(({ name, visibility }) => [name, visibility]),
      [
        ['C', 'visible'],
        ['First & only', 'veryHidden'],
      ],
    );
    assert.equal(again.names[0]?.sheet?.name, 'C');
    assert.equal(again.tables.length, 0);
    assert.deepEqual(
      [...partsOf(saved).keys()].filter((part) => part.includes('table') || part.includes('sheet2')),
      [],
    );
    assert.equal(a.name, 'Sheet1');
  });

  it('keeps a file’s own conditional formats in step with rows that move', () => {
    const book = newWorkbook();
    const dataBar =
      '<cfRule type="dataBar" priority="2"><dataBar><cfvo type="min"/><cfvo type="max"/></dataBar></cfRule>';
    const rule = { id: '1', areas: [areaAt(4, 0)], kind: 'expression', priority: 1, formulas: ['A5>$B$9'] };
    book.activeSheet.setConditionalFormats([
      rule,
      { ...rule, id: '2', priority: 2, kind: 'dataBar', formulas: [], kept: dataBar },
    ]);
    const again = readWorkbook(writeWorkbook(book));
    moveCells(again, again.activeSheet, { axis: 'rows', at: 2, count: 1, span: [0, 16383] });
    const sheet = textOf(writeWorkbook(again), 'xl/worksheets/sheet1.xml');
    assert.ok(
      sheet.includes(
        '<conditionalFormatting sqref="A6"><cfRule type="expression" priority="1"><formula>A6&gt;$B$10</formula></cfRule>',
      ),
    );
    assert.ok(sheet.includes(dataBar));
  });

  it('writes a line break in a table’s header as Excel does, and finds the column again', () => {
    const book = newWorkbook();
    book.activeSheet.setValues(0, 0, [['Exercise\nPrice'], [3.01]]);
    book.addTable(book.activeSheet, areaAt(0, 0, 2, 1), { name: 'Grants' });
    const saved = writeWorkbook(book);
    assert.ok(textOf(saved, 'xl/tables/table1.xml').includes('name="Exercise_x000a_Price"'));
    const [table] = readWorkbook(saved).tables;
    assert.equal(table?.columns[0]?.name, 'Exercise\nPrice');
    assert.equal(table.sheet.value(0, 0), 'Exercise\nPrice');
  });

  it('selects the sheet that became active and no other, as two would be a group', () => {
    const book = newWorkbook();
    book.addSheet('B').freeze({ rows: 1, columns: 0 });
    book.activate(book.sheets[1] ?? book.activeSheet);
    const selected = writeWorkbook(book);
    assert.equal(textOf(selected, 'xl/worksheets/sheet2.xml').includes('tabSelected="1"'), true);
    const again = readWorkbook(selected);
    assert.equal(again.activeSheet.name, 'B');
    again.activate(again.sheets[0] ?? again.activeSheet);
    const saved = writeWorkbook(again);
    assert.equal(textOf(saved, 'xl/worksheets/sheet1.xml').includes('tabSelected="1"'), true);
    assert.equal(textOf(saved, 'xl/worksheets/sheet2.xml').includes('tabSelected'), false);
    assert.deepEqual(readWorkbook(saved).sheets[1]?.layout.frozen, { rows: 1, columns: 0 });
  });

  it('keeps an add-in’s settings beside those of others', () => {
    const book = newWorkbook();
    book.settings.claim({ id: '11111111-2222-3333-4444-555555555555', version: '1.0.0.0' });
    book.settings.set('mapping', { 'Grant #': 'Grant ID "<&>' });
    const other = readWorkbook(writeWorkbook(book));
    other.settings.claim({ id: '99999999-2222-3333-4444-555555555555', version: '2.0.0.0' });
    assert.deepEqual([...other.settings.entries()], []);
    other.settings.set('a', 1);
    const again = readWorkbook(writeWorkbook(other));
    again.settings.claim({ id: '11111111-2222-3333-4444-555555555555', version: '1.0.0.0' });
    assert.deepEqual(again.settings.get('mapping'), { 'Grant #': 'Grant ID "<&>' });
    again.settings.claim({ id: '99999999-2222-3333-4444-555555555555', version: '2.0.0.0' });
    assert.equal(again.settings.get('a'), 1);
  });

  it('asks Excel to calculate where a formula has no value yet', () => {
    const book = newWorkbook();
    book.activeSheet.setFormula(0, 0, '=1+1');
    assert.ok(textOf(writeWorkbook(book), 'xl/workbook.xml').includes('fullCalcOnLoad="1"'));
    book.activeSheet.setComputed(0, 0, 2);
    assert.equal(textOf(writeWorkbook(book), 'xl/workbook.xml').includes('fullCalcOnLoad'), false);
  });

  describe('in LibreOffice', () => {
    needs('soffice');

    it('has the values it had', function () {
      const exceljs = readWorkbook(file('exceljs.xlsx'));
      exceljs.activeSheet.setValue(1, 0, 'G-1 changed');
      exceljs.addSheet('New');
      const files = { 'changed.xlsx': writeWorkbook(changed()), 'exceljs.xlsx': writeWorkbook(exceljs) };
      const csv = convertedByLibreOffice(files, 'csv', tool('soffice'));
      const textIn = (name: string): string => Buffer.from(csv.get(name) ?? []).toString();
      // It knows no custom function, and calculates dynamic arrays on opening whatever value the file has for them.
      assert.equal(
        textIn('changed.xlsx'),
        'Plan,Shares,\n1994 Plan,1000,\n1999 Plan,2500.5,\n,,\n,3500.5,\n,#NAME?,\n,1000,2500.5\n,yes & <no>,\n',
      );
      assert.match(textIn('exceljs.xlsx'), /^Grant ID,Shares,.*\nG-1 changed,1000,3\.01,/);
    });
  });
});
