import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { areaAddress, areaAt } from '../model/area.ts';
import { cellError } from '../model/cell-error.ts';
import { moveCells } from '../model/cell-moves.ts';
import type { Chart } from '../model/chart.ts';
import type { Workbook } from '../model/workbook.ts';
import { newWorkbook, readWorkbook } from './read-workbook.ts';
import { writeWorkbook } from './write-workbook.ts';
import { readZip, unpack } from './zip.ts';

const FOLDER = new URL('../../../test/data/workbooks/', import.meta.url);
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.xlsx'));
const file = (name: string): Uint8Array => readFileSync(new URL(name, FOLDER));

/** Every part's content by name, in the order of the archive. */
const partsOf = (bytes: Uint8Array): Map<string, Buffer> =>
  new Map(readZip(bytes).map((entry) => [entry.name, Buffer.from(unpack(entry))]));

const textOf = (bytes: Uint8Array, part: string): string => partsOf(bytes).get(part)?.toString() ?? '';

/** Names of the parts that differ between two packages, new and removed ones included. */
function differences(before: Uint8Array, after: Uint8Array): string[] {
  const [a, b] = [partsOf(before), partsOf(after)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => {
    const [x, y] = [a.get(name), b.get(name)];
    return x === undefined || y === undefined || !x.equals(y);
  });
}

function soffice(): string | undefined {
  try {
    return execFileSync('sh', ['-c', 'command -v soffice'], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

/** What LibreOffice reads in each file's first sheet, as CSV. */
function asCsv(files: Readonly<Record<string, Uint8Array>>, office: string): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'round-trip-'));
  try {
    const paths = Object.entries(files).map(([name, bytes]) => {
      writeFileSync(join(folder, `${name}.xlsx`), bytes);
      return join(folder, `${name}.xlsx`);
    });
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync(office, [profile, '--headless', '--convert-to', 'csv', '--outdir', folder, ...paths], {
      stdio: 'pipe',
    });
    return new Map(
      Object.keys(files).map((name) => [name, readFileSync(join(folder, `${name}.csv`), 'utf8')]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

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

describe('workbooks by other writers', () => {
  for (const name of FILES) {
    it(`keep every part byte for byte when nothing changed: ${name}`, () => {
      const bytes = file(name);
      const saved = writeWorkbook(readWorkbook(bytes));
      assert.deepEqual(differences(bytes, saved), []);
      assert.deepEqual(writeWorkbook(readWorkbook(saved)), saved);
    });

    it(`change only their sheet, and texts, when a cell is written: ${name}`, () => {
      const bytes = file(name);
      const book = readWorkbook(bytes);
      const [sheet] = book.sheets;
      assert.ok(sheet);
      const before = snapshot(book);
      sheet.setValue(40, 3, 'a new text & more');
      const saved = writeWorkbook(book);
      const changed = differences(bytes, saved).filter((part) => !part.endsWith('sharedStrings.xml'));
      const allowed = ['xl/worksheets/sheet1.xml'];
      // A package without shared strings gets the part, and what points at it; one with formulas lacking values
      // asks Excel to calculate.
      if (!partsOf(bytes).has('xl/sharedStrings.xml'))
        allowed.push('[Content_Types].xml', 'xl/_rels/workbook.xml.rels');
      if (
        [...sheet.grid.formulas.keys()].some(
          (key) => sheet.value(Math.floor(key / 16384), key % 16384) === null,
        )
      )
        allowed.push('xl/workbook.xml');
      assert.deepEqual(
        changed.filter((part) => !allowed.includes(part)),
        [],
      );
      const again = readWorkbook(saved);
      assert.equal(again.sheets[0]?.value(40, 3), 'a new text & more');
      again.sheets[0].setValue(40, 3, null);
      assert.deepEqual(snapshot(again), before);
      const around = (text: string): string =>
        text.replace(/<(\w+:)?sheetData[\s\S]*<\/(\w+:)?sheetData>/, '').replace(/<dimension[^>]*>/, '');
      assert.equal(
        around(textOf(saved, 'xl/worksheets/sheet1.xml')),
        around(textOf(bytes, 'xl/worksheets/sheet1.xml')),
      );
    });
  }

  it('are read: exceljs’s table, shared formulas, rich text, protection, validation', () => {
    const book = readWorkbook(file('exceljs.xlsx'));
    const sheet = book.sheet('grants');
    assert.ok(sheet);
    const table = book.table('LEDGER');
    assert.equal(areaAddress(table?.area ?? areaAt(0, 0)), 'A1:C5');
    assert.deepEqual(
      table?.columns.map(({ name }) => name),
      ['Grant ID', 'Shares', 'Exercise Price'],
    );
    assert.equal(table.hasTotals, true);
    assert.deepEqual(
      [1, 2, 3].map((row) => sheet.formula(row, 5)),
      ['=B2*2', '=B3*2', '=B4*2'],
    );
    assert.equal(sheet.value(0, 6), 'Bold plain');
    assert.equal(sheet.value(0, 7), 37390);
    assert.equal(book.styles.numberFormat(sheet.style(0, 7)), 'yyyy-mm-dd');
    assert.equal(sheet.value(1, 8), cellError('#N/A'));
    assert.equal(sheet.protection?.allowFormatCells, true);
    assert.equal(sheet.protection.allowInsertRows, false);
    assert.deepEqual(sheet.layout.frozen, { rows: 1, columns: 2 });
    assert.equal(sheet.rowProperties(3).hidden, true);
    assert.equal(sheet.validations[0]?.kind, 'whole');
    assert.deepEqual(
      sheet.conditionalFormats.map(({ kind }) => kind),
      ['cellIs', 'dataBar'],
    );
    assert.equal(book.sheet('Hidden')?.visibility, 'hidden');
    assert.equal(book.definedName('SharesRange')?.formula, '=Grants!$B$2:$B$4');
  });

  it('are read: SheetJS’s values of every type in the 1904 system, and later functions without their prefix', () => {
    const book = readWorkbook(file('sheetjs-1904.xlsx'));
    const sheet = book.activeSheet;
    assert.equal(book.date1904, true);
    assert.equal(sheet.name, "Holder's sheet");
    assert.equal(sheet.value(2, 2), 0.30000000000000004);
    assert.deepEqual([sheet.value(3, 1), sheet.value(3, 2)], [1e21, -1.5e-10]);
    assert.equal(sheet.value(3, 0), 'Hé\u{1F600}');
    assert.equal(sheet.formula(5, 3), '=XLOOKUP("H1",A2:A4,C2:C4)');
  });

  it('are read: LibreOffice’s dates, array formula and charts', () => {
    const ledger = readWorkbook(file('libreoffice-ledger.xlsx')).activeSheet;
    assert.equal(ledger.value(1, 1), 36600);
    assert.equal(ledger.value(3, 3), 'over');
    assert.deepEqual([...ledger.spills], [{ row: 4, column: 0, rows: 2, columns: 1, dynamic: false }]);
    const charts = readWorkbook(file('libreoffice-charts.xlsx')).sheet('Charts & more')?.charts ?? [];
    assert.deepEqual(
      charts.map(({ kind }) => kind),
      ['columnClustered', 'columnStacked', 'barStacked100', 'line', 'line', 'pie', 'doughnut'],
    );
    assert.equal(charts[0]?.series[0]?.values.replace(/\$/g, ''), "'Offer Terms'!B2:B4");
  });
});

/** The format that each cell shows: a file need not say that it is the first. */
const shown = (styles: readonly number[] | null): string =>
  (styles ?? [])
    .map((style) => Math.max(style, 0))
    .join()
    .replace(/(^|,)0(,0)*$/, '');

/** Everything that a reader sees of a workbook's cells. */
function snapshot(book: Workbook): unknown {
  return book.sheets.map((sheet) => ({
    name: sheet.name,
    rows: [...sheet.grid.rows()]
      .filter(([row]) => row !== 40)
      .map(([row, { values, styles, properties }]) => ({ row, values, styles: shown(styles), properties })),
    formulas: [...sheet.grid.formulas].sort(([a], [b]) => a - b),
    kept: [...sheet.keptOfCells],
    spills: [...sheet.spills],
    layout: Object.entries(sheet.layout),
  }));
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
    assert.ok(sheet.includes('<c r="B6"><f>_xldudf_REGRANT_NEWSHARES(B2,0.5)</f><v>500</v></c>'));
    assert.ok(
      sheet.includes('<c r="B7" cm="1"><f t="array" ref="B7:C7">TRANSPOSE(B2:B3)</f><v>1000</v></c>'),
    );
    assert.ok(sheet.includes('<c r="C7"><v>2500.5</v></c>'));
    assert.ok(textOf(saved, 'xl/metadata.xml').includes('fDynamic="1"'));
    assert.ok(textOf(saved, '[Content_Types].xml').includes('sheetMetadata+xml'));
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

  it('is opened by LibreOffice with the values it had', function () {
    const office = soffice();
    if (office === undefined) this.skip();
    this.timeout(120_000);
    const exceljs = readWorkbook(file('exceljs.xlsx'));
    exceljs.activeSheet.setValue(1, 0, 'G-1 changed');
    exceljs.addSheet('New');
    const csv = asCsv({ changed: writeWorkbook(changed()), exceljs: writeWorkbook(exceljs) }, office);
    assert.equal(
      csv.get('changed'),
      'Plan,Shares,\n1994 Plan,1000,\n1999 Plan,2500.5,\n,,\n,3500.5,\n,500,\n,1000,2500.5\n,yes & <no>,\n',
    );
    assert.match(csv.get('exceljs') ?? '', /^Grant ID,Shares,.*\nG-1 changed,1000,3\.01,/);
  });
});
