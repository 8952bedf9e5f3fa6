/**
 * Digests of what an offer was computed from, so that a log can prove later that nothing was changed. The same cells
 * give the same digest on every machine.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Grid, isBlank } from '../../basics/cell.ts';

/**
 * SHA-256 over the cells, row by row, as 64 hexadecimal digits. A number and the text of it differ; blank cells at a
 * row's end and blank rows at the end do not count, since hosts differ in how far a used range reaches.
 */
export function digestOf(grid: Grid): string {
  const hash = sha256.create();
  let blankRows = 0;
  for (const row of grid) {
    const last = row.findLastIndex((cell) => !isBlank(cell));
    if (last < 0) {
      blankRows++;
      continue;
    }
    const cells = row.slice(0, last + 1).map((cell) => (isBlank(cell) ? '' : cell));
    hash.update(utf8ToBytes(`${'\n'.repeat(blankRows)}${JSON.stringify(cells)}\n`));
    blankRows = 0;
  }
  return bytesToHex(hash.digest());
}
