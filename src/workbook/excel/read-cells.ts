/**
 * Reads rectangles of cells in as few responses as their size allows: Excel on the web answers no more than 5 MB at
 * a time. It does not know what the cells mean.
 */
import type { CellValue, Grid } from '../../domain/basics/cell.ts';
import { type Rect, rectAddress, rowSlice } from './rect.ts';
import type { RunWatch } from './run-control.ts';

export interface CellsWanted {
  readonly sheet: string;
  readonly range: Rect;
}

/** What a response may weigh, with room for cells longer than those seen so far. */
const RESPONSE_BUDGET = 2_500_000;
/** As wide as a sheet: Excel answers null for the values of whole rows. */
const SHEET_COLUMNS = 16_384;
/** How many rows of a range are read before its cells' length is known. */
const FIRST_ROWS = 2_000;
const MOST_ROWS = 20_000;
const CELL_GUESS = 24;

/**
 * A cell's own formula, by its content and its value. Text that begins with = is none: the operator, or what somebody
 * typed into a form.
 */
export const formulaIn = (content: CellValue, value: CellValue): string | undefined =>
  typeof content === 'string' && content.startsWith('=') && content !== value ? content : undefined;

interface Progress {
  readonly wanted: CellsWanted;
  readonly rows: CellValue[][];
  /** Characters that a row has taken so far, on the way. */
  rowLength: number;
}

/**
 * The values of every rectangle, in their order; a blank cell is `''`, an error its text (`#N/A`).
 *
 * @param property `values`, or `formulas` where a cell's content matters and not its result
 * @param watch is told how many cells were read, and stops what is cancelled
 */
export async function readCells(
  context: Excel.RequestContext,
  wanted: readonly CellsWanted[],
  property: 'values' | 'formulas' = 'values',
  watch?: RunWatch,
): Promise<readonly Grid[]> {
  const halves = wanted.map(withoutWholeRows);
  const all = halves.flat().map((item): Progress => ({
    wanted: item,
    rows: [],
    rowLength: item.range.columnCount * CELL_GUESS,
  }));
  const isUnfinished = ({ wanted, rows }: Progress) => rows.length < wanted.range.rowCount;
  for (let pending = all; pending.length > 0; pending = pending.filter(isUnfinished)) {
    const asked: { progress: Progress; range: Excel.Range }[] = [];
    let room = RESPONSE_BUDGET;
    for (const progress of pending) {
      const { sheet, range } = progress.wanted;
      const read = progress.rows.length;
      const most = read === 0 ? FIRST_ROWS : MOST_ROWS;
      const fitting = Math.floor(room / progress.rowLength);
      if (fitting < 1 && asked.length > 0) break;
      const slice = rowSlice(range, read, Math.max(1, Math.min(most, fitting)));
      room -= slice.rowCount * progress.rowLength;
      const cells = context.workbook.worksheets.getItem(sheet).getRange(rectAddress(slice));
      // eslint-disable-next-line office-addins/no-empty-load -- the rule does not see that `property` names one
      asked.push({ progress, range: cells.load(property) });
    }
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one round trip a chunk is the point of it
    await context.sync();
    watch?.stopIfCancelled();
    for (const { progress, range } of asked) {
      const values = range[property] as CellValue[][];
      for (const row of values) progress.rows.push(row);
      progress.rowLength = Math.max(1, JSON.stringify(values).length / values.length);
      watch?.advance(values.length * progress.wanted.range.columnCount);
      range.untrack();
    }
  }
  let next = 0;
  return halves.map(({ length }) => {
    const [first, second] = all.slice(next, (next += length));
    const rows = first?.rows ?? [];
    return second === undefined ? rows : rows.map((row, at) => [...row, ...(second.rows[at] ?? [])]);
  });
}

/** A rectangle as wide as the sheet is read in two. */
function withoutWholeRows(wanted: CellsWanted): readonly CellsWanted[] {
  const { sheet, range } = wanted;
  if (range.columnCount < SHEET_COLUMNS) return [wanted];
  const columnCount = SHEET_COLUMNS / 2;
  return [
    { sheet, range: { ...range, columnCount } },
    { sheet, range: { ...range, column: range.column + columnCount, columnCount } },
  ];
}
