/** References over several sheets, `Jan:Dec!A1`. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { COLUMN_LIMIT } from '../model/area.ts';
import { moveCells } from '../model/cell-moves.ts';
import { desk } from './desk.fixture.ts';

function quarters() {
  const one = desk();
  const { book, put, sheet } = one;
  const names = ['Jan', 'Feb', 'March 2003', 'April'];
  for (const [i, name] of names.entries()) put({ A1: 10 ** i, B1: 'x' }, name);
  put({
    A1: '=SUM(Jan:Feb!A1)',
    A2: "=SUM('Jan:March 2003'!$A$1:B1)",
    A3: "=AVERAGE('Jan:March 2003'!A1)",
    A4: "=COUNT('Jan:April'!A:A)",
    A5: '=MIN(Jan:April!A1)',
    A6: '=MAX(Jan:April!A1,5)',
    A7: '=COUNTA(Jan:April!A1:B1)',
  });
  const shown = (): unknown[] => {
    one.calculator.recalculateNow();
    return [1, 2, 3, 4, 5, 6, 7].map((row) => one.get(`A${row}`));
  };
  return { ...one, shown, formulas: () => [0, 1, 4].map((row) => sheet().formula(row, 0)), book };
}

describe('references over several sheets', () => {
  it('are taken by the functions that go through cells', () => {
    assert.deepEqual(quarters().shown(), [11, 111, 37, 4, 1, 1000, 8]);
  });

  it('are calculated again when a cell of a sheet in between changes', () => {
    const { put, shown } = quarters();
    shown();
    put({ A1: 20 }, 'Feb');
    assert.deepEqual(shown(), [21, 121, 121 / 3, 4, 1, 1000, 8]);
  });

  it('follow sheets that are moved, added and deleted in between', () => {
    const { book, shown, put, sheet } = quarters();
    shown();
    book.moveSheet(sheet('Feb'), book.sheets.length - 1);
    assert.deepEqual(shown().slice(1, 5), [101, 50.5, 3, 1]);
    book.addSheet('More', book.sheets.indexOf(sheet('March 2003')));
    put({ A1: 0.5 }, 'More');
    assert.deepEqual(shown().slice(1, 5), [101.5, 33.833333333333336, 4, 0.5]);
    book.deleteSheet(sheet('More'));
    assert.deepEqual(shown().slice(1, 5), [101, 50.5, 3, 1]);
  });

  it('follow the names of their ends, and shrink when an end is deleted', () => {
    const { book, sheet, shown, formulas } = quarters();
    book.renameSheet(sheet('Jan'), "Year's start");
    assert.deepEqual(formulas(), [
      "=SUM('Year''s start:Feb'!A1)",
      "=SUM('Year''s start:March 2003'!$A$1:B1)",
      "=MIN('Year''s start:April'!A1)",
    ]);
    assert.deepEqual(shown().slice(0, 2), [11, 111]);
    book.deleteSheet(sheet("Year's start"));
    assert.deepEqual(formulas(), [
      '=SUM(Feb:Feb!A1)',
      "=SUM('Feb:March 2003'!$A$1:B1)",
      '=MIN(Feb:April!A1)',
    ]);
    book.deleteSheet(sheet('Feb'));
    assert.equal(formulas()[0], '=SUM(#REF!)');
    assert.deepEqual(shown().slice(0, 2), ['#REF!', 100]);
  });

  it('stay where they are when rows come on one of the sheets', () => {
    const { sheet, formulas, put, shown, book } = quarters();
    const before = formulas();
    moveCells(book, sheet('Feb'), { axis: 'rows', at: 0, count: 1, span: [0, COLUMN_LIMIT - 1] });
    assert.deepEqual(formulas(), before);
    put({ A1: 7 }, 'Feb');
    assert.equal(shown()[0], 8);
  });

  it('are #VALUE! where one value is due, and #REF! where a sheet is not there', () => {
    const { put, get, calculator } = quarters();
    put({ C1: '=Jan:Feb!A1+1', C2: '=SUBTOTAL(9,Jan:Feb!A1)' });
    put({ D1: '=SUM(Jan:Gone!A1)', D2: '=SUM([1]A:B!A1)' });
    calculator.recalculateNow();
    assert.deepEqual(
      ['C1', 'C2', 'D1', 'D2'].map((address) => get(address)),
      ['#VALUE!', '#VALUE!', '#REF!', '#REF!'],
    );
  });
});
