/**
 * The parts of a sheet that hold something. A used range reaches from the first cell to the last, so that one value in a
 * far corner makes it the whole sheet: Excel answers null for whole rows and columns and for more than five million
 * cells (office-js#6781), and what would be read is nothing. It knows no workbook's meaning.
 */
import type { CellsWanted } from './read-cells.ts';
import type { Rect } from './rect.ts';

/** Larger rectangles are looked into before they are read. */
const MOST_CELLS = 5_000_000;
const MOST_COLUMNS = 1_000;
/** Where two halves hold less than this part of the whole, it is mostly empty. */
const MOSTLY_EMPTY = 0.5;

const cellsIn = (rect: Rect | undefined): number =>
  rect === undefined ? 0 : rect.rowCount * rect.columnCount;

const isLarge = (rect: Rect): boolean => cellsIn(rect) > MOST_CELLS || rect.columnCount > MOST_COLUMNS;

/** Left and right, or upper and lower, half. */
function halves(rect: Rect, side: 'columnCount' | 'rowCount'): readonly Rect[] {
  const first = Math.floor(rect[side] / 2);
  if (first === 0) return [];
  const start = side === 'columnCount' ? 'column' : 'row';
  return [
    { ...rect, [side]: first },
    { ...rect, [start]: rect[start] + first, [side]: rect[side] - first },
  ];
}

interface Asked {
  readonly whole: CellsWanted;
  readonly ways: readonly (readonly Excel.Range[])[];
}

/** Cuts each used range into the parts that hold something, the largest part of a sheet first. */
export async function usedParts(
  context: Excel.RequestContext,
  used: readonly CellsWanted[],
): Promise<readonly CellsWanted[]> {
  const parts = new Map<CellsWanted, CellsWanted[]>(used.map((whole) => [whole, []]));
  let open = used.map((whole) => ({ whole, part: whole }));
  while (open.length > 0) {
    const asked: (Asked & { readonly part: CellsWanted })[] = [];
    for (const { whole, part } of open) {
      if (!isLarge(part.range)) parts.get(whole)?.push(part);
      else
        asked.push({
          whole,
          part,
          ways: (['columnCount', 'rowCount'] as const).map((side) =>
            halves(part.range, side).map((half) => usedIn(context, part.sheet, half)),
          ),
        });
    }
    if (asked.length === 0) break;
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- each look decides where the next one goes
    await context.sync();
    open = asked.flatMap(({ whole, part, ways }) => {
      const [best = []] = ways
        .filter(({ length }) => length > 0)
        .map((ranges) => ranges.map(rectOrNothing))
        .sort((a, b) => total(a) - total(b));
      if (best.length === 0 || total(best) > cellsIn(part.range) * MOSTLY_EMPTY) {
        parts.get(whole)?.push(part);
        return [];
      }
      return best.flatMap((range) =>
        range === undefined ? [] : [{ whole, part: { sheet: part.sheet, range } }],
      );
    });
  }
  return used.flatMap((whole) =>
    (parts.get(whole) ?? []).sort((a, b) => cellsIn(b.range) - cellsIn(a.range)),
  );
}

const total = (rects: readonly (Rect | undefined)[]): number =>
  rects.reduce((sum, rect) => sum + cellsIn(rect), 0);

const usedIn = (context: Excel.RequestContext, sheet: string, { row, column, ...size }: Rect): Excel.Range =>
  context.workbook.worksheets
    .getItem(sheet)
    .getRangeByIndexes(row - 1, column - 1, size.rowCount, size.columnCount)
    .getUsedRangeOrNullObject(true)
    .load('rowIndex,columnIndex,rowCount,columnCount');

const rectOrNothing = (range: Excel.Range): Rect | undefined =>
  range.isNullObject
    ? undefined
    : {
        row: range.rowIndex + 1,
        column: range.columnIndex + 1,
        rowCount: range.rowCount,
        columnCount: range.columnCount,
      };
