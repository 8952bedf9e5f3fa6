/** Finds merged cells near the top of sheets, where a ledger's header may be. It does not know which row that is. */
import { type Rect, rectAddress } from './rect.ts';
import type { SheetShape } from './workbook-shape.ts';

/** Rows from the first used one on; a header further down is found without them. */
const ROWS = 40;
const COLUMNS = 1_000;

/** @returns for each sheet that has any, the addresses of merged cells, such as `C3:D3` */
export async function readMerged(
  context: Excel.RequestContext,
  sheets: readonly SheetShape[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = sheets.flatMap(({ name, used }) => {
    if (used === undefined) return [];
    // No header is wider; Excel answers little about whole rows.
    const columnCount = Math.min(used.columnCount, COLUMNS);
    const top: Rect = { ...used, columnCount, rowCount: Math.min(used.rowCount, ROWS) };
    const range = context.workbook.worksheets.getItem(name).getRange(rectAddress(top));
    return [{ name, areas: range.getMergedAreasOrNullObject().load('address') }];
  });
  await context.sync();
  return new Map(
    found.flatMap(({ name, areas }) =>
      areas.isNullObject
        ? []
        : [[name, areas.address.split(',').map((address) => address.replace(/^.*!/, ''))] as const],
    ),
  );
}
