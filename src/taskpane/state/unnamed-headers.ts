/**
 * Columns of a ledger that hold cells and have no header, as those under merged header cells do, of which only the first
 * holds the text. Told from the cells alone: asking Excel where cells are merged costs a person her steps to undo
 * (office-js#5918).
 */
import { columnLetters } from '../../domain/basics/block.ts';
import { isBlank } from '../../domain/basics/cell.ts';
import type { LedgerCandidate } from '../../domain/ledger/ledger.ts';

/** A column that is filled is so near the top. */
const ROWS = 100;

/** The header cells from the one on the left that has a text to the last without one: `B2:C2`. */
export function unnamedHeaders({
  block,
  headerOffset,
  map,
}: Pick<LedgerCandidate, 'block' | 'headerOffset' | 'map'>): readonly string[] {
  const rows = block.values.slice(headerOffset + 1, headerOffset + 1 + ROWS);
  const lacksName = (offset: number): boolean =>
    (map.headers[offset] ?? '').trim() === '' && rows.some((row) => !isBlank(row[offset]));
  const row = block.row + headerOffset;
  const cell = (offset: number): string => `${columnLetters(block.column + offset)}${row}`;
  const found: string[] = [];
  for (let offset = 0; offset < map.headers.length; offset++) {
    if (!lacksName(offset)) continue;
    const first = Math.max(0, offset - 1);
    while (lacksName(offset + 1)) offset++;
    found.push(first === offset ? cell(first) : `${cell(first)}:${cell(offset)}`);
  }
  return found;
}
