/**
 * An Excel table: a named area with a header row and columns. It keeps its own record of names and formulas; the cells
 * themselves stand on the sheet. Written to through `Workbook`, which keeps both in step.
 */
import { type Area, areaAt, columnCount } from './area.ts';
import type { Sheet } from './sheet.ts';

export interface TableColumn {
  readonly id: number;
  name: string;
  /** The formula that fills the column, with its leading `=`, in user spelling. */
  formula?: string;
  /** As in the file: `sum`, `count`, `average`, `custom`, ... */
  totalsFunction?: string;
  totalsLabel?: string;
  totalsFormula?: string;
}

export interface TableStyle {
  readonly name: string | undefined;
  readonly showFirstColumn: boolean;
  readonly showLastColumn: boolean;
  readonly showRowStripes: boolean;
  readonly showColumnStripes: boolean;
}

export class Table {
  readonly id: number;
  readonly sheet: Sheet;
  name: string;
  /** With header and totals rows. */
  area: Area;
  columns: TableColumn[];
  hasHeaders = true;
  hasTotals = false;
  /** Whether the header shows filter buttons. */
  hasFilter = true;
  /** Whether a filter hides rows now. */
  isFiltered = false;
  style: TableStyle = {
    name: 'TableStyleMedium2',
    showFirstColumn: false,
    showLastColumn: false,
    showRowStripes: true,
    showColumnStripes: false,
  };
  /** Whether something changed since the file was read. */
  touched = false;

  constructor(id: number, sheet: Sheet, name: string, area: Area, columnNames: readonly string[]) {
    this.id = id;
    this.sheet = sheet;
    this.name = name;
    this.area = area;
    this.columns = columnNames.map((column, index) => ({ id: index + 1, name: column }));
  }

  /** The header row, or undefined where the table has none. */
  get headerArea(): Area | undefined {
    return this.hasHeaders ? { ...this.area, bottom: this.area.top } : undefined;
  }

  /** The rows between header and totals. */
  get dataArea(): Area {
    const { top, left, bottom, right } = this.area;
    return {
      top: top + (this.hasHeaders ? 1 : 0),
      left,
      bottom: bottom - (this.hasTotals ? 1 : 0),
      right,
    };
  }

  get totalsArea(): Area | undefined {
    return this.hasTotals ? { ...this.area, top: this.area.bottom } : undefined;
  }

  /** The column of that name, without regard to case. */
  column(name: string): TableColumn | undefined {
    const key = name.toLowerCase();
    return this.columns.find((column) => column.name.toLowerCase() === key);
  }

  /** The data cells of a column. */
  columnArea(index: number): Area {
    const data = this.dataArea;
    return { ...data, left: data.left + index, right: data.left + index };
  }

  /** A name that no column has yet: `Column3`, or `Shares2` where `Shares` is taken. */
  freeColumnName(wanted = ''): string {
    if (wanted !== '' && this.column(wanted) === undefined) return wanted;
    for (let number = wanted === '' ? 1 : 2; ; number++) {
      const name = `${wanted === '' ? 'Column' : wanted}${number}`;
      if (this.column(name) === undefined) return name;
    }
  }

  /** Takes a new area with the same top left corner; columns that are gone are forgotten, new ones get names. */
  resize(area: Area, names: readonly string[] = []): void {
    const count = columnCount(area);
    this.columns.length = Math.min(this.columns.length, count);
    let id = this.columns.reduce((highest, column) => Math.max(highest, column.id), 0);
    while (this.columns.length < count) {
      const name = this.freeColumnName(names[this.columns.length] ?? '');
      this.columns.push({ id: ++id, name });
    }
    this.area = areaAt(area.top, area.left, area.bottom - area.top + 1, count);
    this.touched = true;
  }
}
