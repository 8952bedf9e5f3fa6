/** Inserting and deleting cells: what stands behind them moves, with everything that refers to it. */
import { type Area, COLUMN_LIMIT, intersection, ROW_LIMIT } from '../../model/area.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { Host } from '../host.ts';

/**
 * Moves the cells of a band of a sheet, by inserting `count` rows (or columns) at `at`, or deleting as many where it
 * is negative.
 *
 * @param span first and last column of the band (first and last row, where columns move)
 */
export function moveCells(
  host: Host,
  sheet: Sheet,
  axis: 'rows' | 'columns',
  at: number,
  count: number,
  span: readonly [number, number],
): void {
  const band: Area =
    axis === 'rows'
      ? { top: at, bottom: ROW_LIMIT - 1, left: span[0], right: span[1] }
      : { top: span[0], bottom: span[1], left: at, right: COLUMN_LIMIT - 1 };
  const used = sheet.usedRange();
  // Nothing stands there that could move.
  if (used === undefined || intersection(used, band) === undefined) return;
  throw host.unsupported(count > 0 ? 'inserting cells' : 'deleting cells');
}
