/** Where cells that rows share may be, and which rows share one. */
import assert from 'node:assert/strict';
import type { CellValue } from '../../domain/basics/cell.ts';
import { besideCells, placeBeside, SHARED_HEADERS, sharePrices } from './shared-prices.ts';

const TABLE = { headerRow: 1, lastColumn: 4 };
/** What is to the right of a table that ends in D, from column E on. */
const content = (cells: CellValue[][]) =>
  placeBeside(
    TABLE,
    { sheet: 'S', range: { row: 1, column: 5, rowCount: cells.length, columnCount: 4 } },
    cells,
  );
const asked = (date: number, rule = 'close') => ({ date, formula: `PRICE(\u0000,"${rule}")` });

describe('Cells with prices that rows share', () => {
  it('are one column away from the table where nothing is', () => {
    assert.deepEqual(placeBeside(TABLE, undefined, []), { row: 1, column: 6, stale: undefined, room: 100 });
  });

  it('have no room where somebody wrote right beside the table, or where they would be', () => {
    assert.equal(content([['note', '', '', '']]).room, 0);
    assert.equal(content([['', '', 'note', '']]).room, 0);
    assert.equal(
      content([
        ['', '', '', ''],
        ['', '', '', ''],
        ['', 'note', '', ''],
      ]).room,
      1,
    );
  });

  it('stay where an earlier run has put them, though columns have come in between', () => {
    const place = content([
      ['', '', ...SHARED_HEADERS],
      ['', '', 37823, '=PRICE($G$2)'],
      ['', '', '', ''],
      ['', '', '', 'note'],
    ]);
    assert.equal(place.column, 7);
    assert.deepEqual(place.stale, { row: 1, column: 7, rowCount: 2, columnCount: 2 });
    assert.equal(place.room, 2, 'their own, and one free row before the note');
  });

  it('are one for each day and rule, to which the rows refer', () => {
    const place = placeBeside(TABLE, undefined, []);
    const shared = sharePrices([asked(1), asked(2), undefined, asked(1), asked(1, 'average')], place);
    assert.ok(shared !== undefined);
    assert.deepEqual(shared.formulas, [
      '=IF([@[Grant Date]]=$F$2,$G$2,NA())',
      '=IF([@[Grant Date]]=$F$3,$G$3,NA())',
      undefined,
      '=IF([@[Grant Date]]=$F$2,$G$2,NA())',
      '=IF([@[Grant Date]]=$F$4,$G$4,NA())',
    ]);
    assert.deepEqual(besideCells(shared.beside), [
      [...SHARED_HEADERS],
      [1, 'PRICE($F$2,"close")'],
      [2, 'PRICE($F$3,"close")'],
      [1, 'PRICE($F$4,"average")'],
    ]);
  });

  it('are none where there is no room for all of them', () => {
    assert.equal(
      sharePrices(
        [asked(1), asked(2)],
        content([
          ['', '', '', ''],
          ['', '', '', ''],
          ['', 'x', '', ''],
        ]),
      ),
      undefined,
    );
  });
});
