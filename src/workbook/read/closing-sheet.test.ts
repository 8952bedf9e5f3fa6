import assert from 'node:assert/strict';
import { grant, offerSource } from '../../domain/offer/offer-book.fixture.ts';
import { freezeTables } from '../../domain/offer/life/freeze-tables.ts';
import type { CellValue } from '../../domain/basics/cell.ts';
import { closingCells, closingTime, isClosing, readClosing } from './closing-sheet.ts';

/** What Excel gives back of cells that were written so. */
const asRead = (cells: CellValue[][]): CellValue[][] =>
  cells.map((row) => row.map((cell) => (typeof cell === 'string' ? cell.replace(/^'/, '') : cell)));

describe('The sheet of a closing', () => {
  const frozen = freezeTables(
    offerSource({ grants: [grant('00123'), grant(7, { Plan: '=1+1', 'Holder Name': "'tis" })] }),
  );

  it('gives back the ledger and the elections as they stood, text as text', () => {
    const cells = asRead(closingCells(frozen, '2003-01-20T21:00:00Z'));
    assert.deepEqual(readClosing(cells), frozen);
    assert.equal(closingTime(cells), '2003-01-20T21:00:00Z');
  });

  it('is a block of cells that may be written in one go', () => {
    const cells = closingCells(frozen, '');
    assert.equal(new Set(cells.map((row) => row.length)).size, 1);
  });

  it('keeps a ledger without elections', () => {
    const alone = { ledger: frozen.ledger };
    assert.deepEqual(readClosing(asRead(closingCells(alone, ''))), alone);
  });

  it('is known by its mark, and refused where its cells are others', () => {
    assert.equal(isClosing([['Holder ID']]), false);
    assert.throws(() => readClosing([['Holder ID']]), { message: /does not hold what was kept/ });
    const cells = asRead(closingCells(frozen, ''));
    cells[2] = ['Ledger', 'Cap Table', 'x'];
    assert.throws(() => readClosing(cells), { message: /does not hold what was kept/ });
  });
});
