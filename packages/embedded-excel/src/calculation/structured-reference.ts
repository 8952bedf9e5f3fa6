/**
 * What `Grants[@[Exercise Price]]`, `Grants[[#Headers],[Shares]:[Price]]` or, inside the table, `[@Shares]` refers to.
 * It knows the tables' areas, not their cells.
 */
import { parseStructRef } from '@borgar/fx/xlsx';
import type { Area } from '../model/area.ts';
import type { Table } from '../model/table.ts';

export interface StructuredReference {
  /** Empty inside the table itself. */
  readonly table: string;
  /** None, one, or the first and last of a span. */
  readonly columns: readonly string[];
  readonly sections: readonly string[];
}

export function parseStructuredReference(text: string): StructuredReference | undefined {
  const parsed = parseStructRef(text);
  if (parsed === undefined) return undefined;
  return { table: parsed.table ?? '', columns: parsed.columns ?? [], sections: parsed.sections ?? [] };
}

/** The cells meant, or why there are none: an unknown column is #REF!, a row outside the table #VALUE!. */
export function structuredArea(
  reference: StructuredReference,
  table: Table,
  row: number,
  isOnSheet: boolean,
): Area | '#REF!' | '#VALUE!' {
  const { area, hasHeaders, hasTotals } = table;
  let { left, right } = area;
  const first = reference.columns[0];
  if (first !== undefined) {
    const a = columnIndex(table, first);
    const b = columnIndex(table, reference.columns.at(-1) ?? first);
    if (a < 0 || b < 0) return '#REF!';
    left = area.left + Math.min(a, b);
    right = area.left + Math.max(a, b);
  }
  const dataTop = area.top + (hasHeaders ? 1 : 0);
  const dataBottom = area.bottom - (hasTotals ? 1 : 0);
  const { sections } = reference;
  if (sections.includes('this row')) {
    if (!isOnSheet || row < dataTop || row > dataBottom) return '#VALUE!';
    return { top: row, bottom: row, left, right };
  }
  let top = dataTop;
  let bottom = dataBottom;
  if (sections.length > 0 && !sections.includes('all')) {
    const [headers, data, totals] = ['headers', 'data', 'totals'].map((section) =>
      sections.includes(section),
    );
    if (headers === true && !hasHeaders && data !== true) return '#REF!';
    if (totals === true && !hasTotals && data !== true) return '#REF!';
    top = headers === true && hasHeaders ? area.top : data === true ? dataTop : area.bottom;
    bottom = totals === true && hasTotals ? area.bottom : data === true ? dataBottom : area.top;
  } else if (sections.includes('all')) [top, bottom] = [area.top, area.bottom];
  return bottom < top ? '#REF!' : { top, bottom, left, right };
}

function columnIndex(table: Table, name: string): number {
  const key = name.toLowerCase();
  return table.columns.findIndex((column) => column.name.toLowerCase() === key);
}
