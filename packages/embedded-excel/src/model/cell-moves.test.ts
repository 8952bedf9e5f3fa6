import { strict as assert } from 'node:assert';
import { areaAddress, areaAt, COLUMN_LIMIT, ROW_LIMIT } from './area.ts';
import { moveCells } from './cell-moves.ts';
import { type CellMove, movedReferences } from './formula-references.ts';
import { Workbook } from './workbook.ts';

const rows = (at: number, count: number, span: [number, number] = [0, COLUMN_LIMIT - 1]): CellMove => ({
  axis: 'rows',
  at,
  count,
  span,
});
const columns = (at: number, count: number, span: [number, number] = [0, ROW_LIMIT - 1]): CellMove => ({
  axis: 'columns',
  at,
  count,
  span,
});

describe('references when cells move', () => {
  const cases: readonly (readonly [string, CellMove, string])[] = [
    ['=A5+$A$5+A1', rows(2, 3), '=A8+$A$8+A1'],
    ['=SUM(A1:A5)', rows(2, 3), '=SUM(A1:A8)'],
    ['=SUM(A1:A5)', rows(2, -2), '=SUM(A1:A3)'],
    ['=SUM(A3:A4)+A5', rows(2, -2), '=SUM(#REF!)+A3'],
    ['=SUM(A3:A6)', rows(4, -9), '=SUM(A3:A4)'],
    ['=SUM(A:A)+SUM(5:6)', rows(2, 1), '=SUM(A:A)+SUM(6:7)'],
    ['=C1+A1+SUM(B:D)', columns(1, 1), '=D1+A1+SUM(C:E)'],
    ['="A5"&Other!A5&\'Sheet1\'!A5', rows(2, 1), '="A5"&Other!A5&\'Sheet1\'!A6'],
    ['=A5+D5+SUM(A5:D5)', rows(2, 1, [0, 2]), '=A6+D5+SUM(A5:D5)'],
    ['=Grants[@Shares]*A5', rows(2, 1), '=Grants[@Shares]*A6'],
    ['=A1048576', rows(2, 1), '=#REF!'],
  ];
  for (const [before, move, after] of cases)
    it(`make ${after} of ${before} when ${Math.abs(move.count)} ${move.axis} ${move.count > 0 ? 'come' : 'go'}`, () => {
      assert.equal(movedReferences(before, 'Sheet1', 'Sheet1', move), after);
    });
});

describe('cells that move', () => {
  function ledger(): Workbook {
    const book = Workbook.blank();
    const sheet = book.activeSheet;
    sheet.setValues(0, 0, [
      ['Grant', 'Shares', 'x'],
      ['G1', 10, 'y'],
      ['G2', 20, 'z'],
    ]);
    book.addTable(sheet, areaAt(0, 0, 3, 2), { name: 'Grants' });
    sheet.setFormula(4, 1, '=SUM(B2:B3)');
    book.addSheet('Other').setFormula(0, 0, '=Sheet1!B3');
    book.addName('Last', '=Sheet1!$B$3');
    return book;
  }

  it('take formulas, names, tables and other sheets along when a row is inserted in part of the sheet', () => {
    const book = ledger();
    const sheet = book.activeSheet;
    const kinds: string[] = [];
    book.onChange(({ kind }) => kinds.push(kind));
    moveCells(book, sheet, rows(2, 1, [0, 1]));
    assert.deepEqual(
      [sheet.value(2, 0), sheet.value(3, 0), sheet.value(2, 2), sheet.value(3, 2)],
      [null, 'G2', 'z', null],
    );
    assert.equal(sheet.formula(5, 1), '=SUM(B2:B4)');
    assert.equal(sheet.formula(4, 1), undefined);
    assert.equal(book.sheet('Other')?.formula(0, 0), '=Sheet1!B4');
    assert.equal(book.definedName('Last')?.formula, '=Sheet1!$B$4');
    assert.equal(areaAddress(book.table('Grants')?.area ?? areaAt(9, 9)), 'A1:B4');
    assert.equal(kinds.at(-1), 'cellsMoved');
  });

  it('close the gap when whole rows are deleted, and take spills, merged cells and heights along', () => {
    const book = ledger();
    const sheet = book.activeSheet;
    sheet.setFormula(6, 0, '=SEQUENCE(2)');
    sheet.setSpill(6, 0, [[1], [2]]);
    sheet.merge(areaAt(9, 0, 1, 2));
    sheet.setRowProperties(9, 9, { height: 30 });
    moveCells(book, sheet, rows(1, -1));
    assert.deepEqual([sheet.value(1, 0), sheet.formula(3, 1), sheet.value(6, 0)], ['G2', '=SUM(B2:B2)', 2]);
    assert.deepEqual(
      [...sheet.spills].map(({ row, rows: count }) => [row, count]),
      [[5, 2]],
    );
    assert.deepEqual(sheet.layout.merged, [areaAt(8, 0, 1, 2)]);
    assert.equal(sheet.rowProperties(8).height, 30);
    assert.equal(areaAddress(book.table('Grants')?.area ?? areaAt(9, 9)), 'A1:B2');
  });

  it('move right when columns are inserted, with the widths of the columns', () => {
    const book = ledger();
    const sheet = book.activeSheet;
    sheet.setColumnProperties(2, 2, { width: 30 });
    moveCells(book, sheet, columns(2, 2));
    assert.deepEqual([sheet.value(0, 2), sheet.value(0, 4)], [null, 'x']);
    assert.deepEqual(sheet.layout.columns, [{ first: 4, last: 4, width: 30 }]);
    moveCells(book, sheet, columns(2, -2));
    assert.equal(sheet.value(0, 2), 'x');
  });
});
