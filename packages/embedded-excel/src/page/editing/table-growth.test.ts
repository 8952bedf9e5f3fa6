/** What is typed or pasted right under a table belongs to it. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { areaAddress, areaAt } from '../../model/area.ts';
import { Workbook } from '../../model/workbook.ts';
import { Workspace } from '../workspace.ts';

function grants() {
  const book = Workbook.blank();
  const sheet = book.activeSheet;
  sheet.setValues(0, 0, [
    ['Grant', 'Shares', 'Twice'],
    ['G-1', 100, null],
    ['G-2', 200, null],
  ]);
  const table = book.addTable(sheet, areaAt(0, 0, 3, 3), { name: 'Grants' });
  sheet.setFormulas(1, 2, [['=[@Shares]*2'], ['=[@Shares]*2']]);
  (table.columns[2] ?? assert.fail()).formula = '=[@Shares]*2';
  const workspace = new Workspace(book, 'grants.xlsx', {
    change: () => undefined,
    calculated: () => undefined,
    selected: () => undefined,
    refused: (message) => assert.fail(message),
  });
  const row = (index: number) => [0, 1, 2].map((column) => sheet.value(index, column));
  return { book, sheet, table, workspace, row, reach: () => areaAddress(table.area) };
}

describe('what is written right under a table', () => {
  it('makes it longer, fills its calculated columns, and is undone and redone in one step', () => {
    const { workspace, row, reach } = grants();
    workspace.write(areaAt(3, 1), [['300']]);
    assert.deepEqual([reach(), row(3)], ['A1:C4', [null, 300, 600]]);
    workspace.travel('undo');
    assert.deepEqual([reach(), row(3)], ['A1:C3', [null, null, null]]);
    workspace.travel('redo');
    assert.deepEqual([reach(), row(3)], ['A1:C4', [null, 300, 600]]);
  });

  it('makes it longer by all the rows of a paste', () => {
    const { workspace, row, reach } = grants();
    workspace.write(areaAt(3, 0, 2, 2), [
      ['G-3', '300'],
      ['G-4', '400'],
    ]);
    assert.deepEqual([reach(), row(3), row(4)], ['A1:C5', ['G-3', 300, 600], ['G-4', 400, 800]]);
  });

  it('leaves it alone beside it, a row further down, over its totals, and where cells are emptied', () => {
    const { workspace, table, reach } = grants();
    workspace.write(areaAt(3, 3), [['beside']]);
    workspace.write(areaAt(4, 0), [['below']]);
    workspace.write(areaAt(3, 0), [['']]);
    assert.equal(reach(), 'A1:C3');
    table.hasTotals = true;
    workspace.write(areaAt(3, 0), [['under the totals']]);
    assert.equal(reach(), 'A1:C3');
  });
});
