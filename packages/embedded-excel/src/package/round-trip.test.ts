import { strict as assert } from 'node:assert';
import { areaAddress, areaAt } from '../model/area.ts';
import { cellError } from '../model/cell-error.ts';
import { keyColumn, keyRow } from '../model/cell-grid.ts';
import { stateOf } from './package-state.ts';
import { readWorkbook } from './read-workbook.ts';
import { relationshipsPart } from './relationships.ts';
import {
  differingParts,
  partText,
  snapshot,
  WORKBOOK_FILES,
  workbookFile,
} from './workbook-files.fixture.ts';
import { writeWorkbook } from './write-workbook.ts';

describe('workbooks by other writers', () => {
  for (const name of WORKBOOK_FILES) {
    it(`keep every part byte for byte when nothing changed: ${name}`, () => {
      const bytes = workbookFile(name);
      const saved = writeWorkbook(readWorkbook(bytes));
      assert.deepEqual(differingParts(bytes, saved), []);
      assert.deepEqual(writeWorkbook(readWorkbook(saved)), saved);
    });

    it(`change only their sheet, and texts, when a cell is written: ${name}`, () => {
      const bytes = workbookFile(name);
      const book = readWorkbook(bytes);
      const [sheet] = book.sheets;
      assert.ok(sheet);
      const before = snapshot(book);
      sheet.setValue(40, 3, 'a new text & more');
      const state = stateOf(book);
      const part = state?.sheets.get(sheet)?.part ?? '';
      const workbookPart = state?.workbookPart ?? '';
      const saved = writeWorkbook(book);
      const changed = differingParts(bytes, saved).filter((name) => !name.endsWith('sharedStrings.xml'));
      const allowed = [part];
      // A package without shared strings gets the part, and what points at it; one with formulas lacking values
      // asks Excel to calculate.
      if (state?.parts.related(workbookPart, 'sharedStrings') === undefined)
        allowed.push('[Content_Types].xml', relationshipsPart(workbookPart));
      if ([...sheet.grid.formulas.keys()].some((key) => sheet.value(keyRow(key), keyColumn(key)) === null))
        allowed.push(workbookPart);
      assert.deepEqual(
        changed.filter((name) => !allowed.includes(name)),
        [],
      );
      const again = readWorkbook(saved);
      assert.equal(again.sheets[0]?.value(40, 3), 'a new text & more');
      again.sheets[0].setValue(40, 3, null);
      assert.deepEqual(snapshot(again), before);
      const around = (text: string): string =>
        text.replace(/<(\w+:)?sheetData[\s\S]*<\/(\w+:)?sheetData>/, '').replace(/<dimension[^>]*>/, '');
      assert.equal(around(partText(saved, part)), around(partText(bytes, part)));
    });
  }

  it('are read: exceljs’s table, shared formulas, rich text, protection, validation', () => {
    const book = readWorkbook(workbookFile('exceljs.xlsx'));
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
    const book = readWorkbook(workbookFile('sheetjs-1904.xlsx'));
    const sheet = book.activeSheet;
    assert.equal(book.date1904, true);
    assert.equal(sheet.name, "Holder's sheet");
    assert.equal(sheet.value(2, 2), 0.30000000000000004);
    assert.deepEqual([sheet.value(3, 1), sheet.value(3, 2)], [1e21, -1.5e-10]);
    assert.equal(sheet.value(3, 0), 'Hé\u{1F600}');
    assert.equal(sheet.formula(5, 3), '=XLOOKUP("H1",A2:A4,C2:C4)');
  });

  it('are read: LibreOffice’s dates, array formula and charts', () => {
    const ledger = readWorkbook(workbookFile('libreoffice-ledger.xlsx')).activeSheet;
    assert.equal(ledger.value(1, 1), 36600);
    assert.equal(ledger.value(3, 3), 'over');
    assert.deepEqual([...ledger.spills], [{ row: 4, column: 0, rows: 2, columns: 1, dynamic: false }]);
    const charts = readWorkbook(workbookFile('libreoffice-charts.xlsx')).sheet('Charts & more')?.charts ?? [];
    assert.deepEqual(
      charts.map(({ kind }) => kind),
      ['columnClustered', 'columnStacked', 'barStacked100', 'line', 'line', 'pie', 'doughnut'],
    );
    assert.equal(charts[0]?.series[0]?.values.replace(/\$/g, ''), "'Offer Terms'!B2:B4");
  });
});
