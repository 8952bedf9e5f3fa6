/** SUBTOTAL and AGGREGATE leave out rows that a filter hides, whether the filter is the sheet's or a table's. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { areaAt } from '../model/area.ts';
import { desk } from './desk.fixture.ts';

function grants() {
  const { book, calculator, sheet, put, get } = desk();
  put({ A1: 'Shares', A2: 1, A3: 10, A4: 100, A5: 1000 });
  put({ C1: '=SUBTOTAL(9,A2:A5)', C2: '=SUBTOTAL(109,A2:A5)', C3: '=AGGREGATE(9,4,A2:A5)' });
  put({ C4: '=AGGREGATE(9,5,A2:A5)', C5: '=SUBTOTAL(2,A2:A5)', C6: '=SUM(A2:A5)' });
  const shown = (): unknown[] => {
    calculator.recalculateNow();
    return ['C1', 'C2', 'C3', 'C4', 'C5', 'C6'].map((address) => get(address));
  };
  return { book, sheet: sheet(), shown };
}

describe('SUBTOTAL and AGGREGATE', () => {
  it('count rows hidden by hand unless asked not to', () => {
    const { sheet, shown } = grants();
    assert.deepEqual(shown(), [1111, 1111, 1111, 1111, 4, 1111]);
    sheet.setRowProperties(2, 2, { hidden: true });
    assert.deepEqual(shown(), [1111, 1101, 1111, 1101, 4, 1111]);
  });

  it('leave out the rows that a filter of the sheet hides', () => {
    const { sheet, shown } = grants();
    sheet.setAutoFilter({ area: areaAt(0, 0, 4, 1), filtered: true });
    sheet.setRowProperties(2, 2, { hidden: true });
    sheet.setRowProperties(4, 4, { hidden: true });
    // Row 5 lies below the filter: it is hidden by hand.
    assert.deepEqual(shown(), [1101, 101, 1101, 101, 3, 1111]);
  });

  it("leave out the rows that a table's filter hides, and count them again when it is cleared", () => {
    const { book, sheet, shown } = grants();
    const table = book.addTable(sheet, areaAt(0, 0, 5, 1), { name: 'Grants' });
    assert.deepEqual(shown(), [1111, 1111, 1111, 1111, 4, 1111]);
    sheet.setRowProperties(2, 3, { hidden: true });
    table.isFiltered = true;
    book.tableChanged(table);
    assert.deepEqual(shown(), [1001, 1001, 1001, 1001, 2, 1111]);
    table.isFiltered = false;
    sheet.setRowProperties(2, 3, { hidden: false });
    book.tableChanged(table);
    assert.deepEqual(shown(), [1111, 1111, 1111, 1111, 4, 1111]);
  });
});
