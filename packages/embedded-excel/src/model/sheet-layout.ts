/** How a sheet is laid out: column widths, frozen panes, merged cells, tab colour. Row heights stand with the rows. */
import { type Area, contains, intersection } from './area.ts';
import type { Color } from './styles.ts';

/** What a run of columns has in common. */
export interface ColumnProperties {
  /** In characters of the default font, as files have it; undefined for the default width. */
  readonly width?: number;
  readonly hidden?: boolean;
  readonly style?: number;
  readonly bestFit?: boolean;
  readonly outlineLevel?: number;
  readonly collapsed?: boolean;
}

export interface ColumnRun extends ColumnProperties {
  readonly first: number;
  readonly last: number;
}

/** Rows and columns that stay in place when one scrolls. */
export interface FrozenPanes {
  readonly rows: number;
  readonly columns: number;
}

export class SheetLayout {
  /** In order, without overlap. */
  columns: readonly ColumnRun[] = [];
  merged: readonly Area[] = [];
  frozen: FrozenPanes = { rows: 0, columns: 0 };
  tabColor: Color | undefined;
  showGridlines = true;
  /** Height of rows that have none of their own, in points. */
  defaultRowHeight = 15;
  /** Width of columns that have none of their own, in characters. */
  defaultColumnWidth = 8.43;

  column(column: number): ColumnProperties {
    return this.columns.find((run) => column >= run.first && column <= run.last) ?? {};
  }

  /** Gives the columns `first` to `last` these properties on top of those that they have. */
  setColumns(first: number, last: number, change: ColumnProperties): void {
    const runs: ColumnRun[] = [];
    let next = first;
    for (const run of this.columns) {
      if (run.last < first || run.first > last) {
        runs.push(run);
        continue;
      }
      if (run.first < first) runs.push({ ...run, last: first - 1 });
      const from = Math.max(run.first, first);
      const to = Math.min(run.last, last);
      if (next < from) runs.push({ first: next, last: from - 1, ...change });
      runs.push({ ...run, ...change, first: from, last: to });
      next = to + 1;
      if (run.last > last) runs.push({ ...run, first: last + 1 });
    }
    if (next <= last) runs.push({ first: next, last, ...change });
    this.columns = runs.sort((a, b) => a.first - b.first);
  }

  /** The merged area that a cell belongs to. */
  mergedAt(row: number, column: number): Area | undefined {
    return this.merged.find((area) => contains(area, row, column));
  }

  mergedWithin(area: Area): Area[] {
    return this.merged.filter((merged) => intersection(merged, area) !== undefined);
  }
}
