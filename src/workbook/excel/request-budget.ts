/**
 * Keeps every request to Excel under the 5 MB that Excel on the web accepts: queue as much as fits, then send. It
 * does not know what is queued.
 */
import type { CellValue } from '../../domain/basics/cell.ts';
import { type Rect, rectAddress, rowSlice } from './rect.ts';
import type { RunWatch } from './run-control.ts';

const REQUEST_BUDGET = 3_000_000;
const MOST_ROWS = 10_000;
/** A request's own words around what it carries; each 1,500 cells travel as one more action with its path. */
const ACTION_LENGTH = 400;
const CELLS_AN_ACTION = 1_500;

export class RequestBudget {
  readonly #context: Excel.RequestContext;
  readonly #watch: RunWatch | undefined;
  readonly #budget: number;
  #queued = 0;
  #cells = 0;

  /**
   * @param watch is told how many cells were sent, and stops what is cancelled before it is sent
   * @param budget what a request may weigh; without a limit everything is sent when `send` says so, and only then
   */
  constructor(context: Excel.RequestContext, watch?: RunWatch, budget = REQUEST_BUDGET) {
    this.#context = context;
    this.#watch = watch;
    this.#budget = budget;
  }

  /** Sends what is queued where `length` characters more would be too many. */
  async #makeRoom(length: number): Promise<void> {
    if (this.#queued > 0 && this.#queued + length > this.#budget) await this.send();
    this.#queued += length;
  }

  async send(): Promise<void> {
    this.#watch?.stopIfCancelled();
    await this.#context.sync();
    this.#watch?.advance(this.#cells);
    this.#queued = 0;
    this.#cells = 0;
  }

  /** Writes rows into a rectangle of their shape, in chunks of rows. */
  async write(
    sheet: Excel.Worksheet,
    range: Rect,
    rows: readonly (readonly CellValue[])[],
    property: 'values' | 'formulas' | 'numberFormat' = 'values',
  ): Promise<void> {
    for (let offset = 0; offset < rows.length;) {
      const { count, length } = fittingRows(rows, offset);
      const slice = rowSlice(range, offset, count);
      await this.#makeRoom(
        length + (ACTION_LENGTH * count * range.columnCount) / CELLS_AN_ACTION + ACTION_LENGTH,
      );
      const cells = rows.slice(offset, offset + count).map((row) => [...row]);
      sheet.getRange(rectAddress(slice))[property] = cells;
      this.#cells += count * range.columnCount;
      offset += count;
    }
  }
}

/** How many rows from `offset` on stay within half a request, and what they weigh. */
function fittingRows(
  rows: readonly (readonly CellValue[])[],
  offset: number,
): { count: number; length: number } {
  let length = 0;
  let count = 0;
  while (count < MOST_ROWS && offset + count < rows.length) {
    const row = JSON.stringify(rows[offset + count]).length + 1;
    if (count > 0 && length + row > REQUEST_BUDGET / 2) break;
    length += row;
    count += 1;
  }
  return { count, length };
}
