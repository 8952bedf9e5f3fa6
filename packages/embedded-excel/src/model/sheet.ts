/**
 * A sheet: cells, their formats, and what stands on the sheet beside them. All rows and columns are 0-based. A write
 * reports itself to the workbook's listeners; what the calculator stores does not. It evaluates nothing.
 */
import { type Area, areaAt, contains, intersection } from './area.ts';
import { CellGrid, cellKey, keyColumn, keyRow, NO_STYLE, type RowProperties } from './cell-grid.ts';
import { type CellValue, sameValue } from './cell-error.ts';
import type { ChangeListener } from './change.ts';
import type { Chart } from './chart.ts';
import type { ConditionalFormat } from './conditional-format.ts';
import { type PageLayout, PLAIN_PAGE } from './page-layout.ts';
import type { SheetProtection } from './protection.ts';
import { type ColumnProperties, type FrozenPanes, SheetLayout } from './sheet-layout.ts';
import { type Spill, spillArea, Spills } from './spills.ts';
import type { Color } from './styles.ts';
import type { DataValidation } from './validation.ts';
import { ValueFormats } from './value-formats.ts';

export type Visibility = 'visible' | 'hidden' | 'veryHidden';

/** What of a sheet changed since it was read, so that a file's other elements can stay as they are. */
export type SheetAspect =
  | 'cells'
  | 'columns'
  | 'view'
  | 'merged'
  | 'tabColor'
  | 'protection'
  | 'validations'
  | 'conditionalFormats'
  | 'autoFilter'
  | 'charts'
  | 'page'
  | 'tables';

/** A filter on the sheet itself; a table's own filter stands with the table. */
export interface AutoFilter {
  readonly area: Area;
  /** Whether it hides rows now. */
  readonly filtered: boolean;
  /** The criteria, as the file has them. */
  readonly kept?: string;
}

export class Sheet {
  /** Stays the same when the sheet is renamed or moved; Office's `id`. */
  readonly id: string;
  readonly grid = new CellGrid();
  readonly spills = new Spills();
  readonly layout = new SheetLayout();
  readonly touched = new Set<SheetAspect>();
  visibility: Visibility = 'visible';
  protection: SheetProtection | undefined;
  autoFilter: AutoFilter | undefined;
  validations: readonly DataValidation[] = [];
  conditionalFormats: readonly ConditionalFormat[] = [];
  charts: Chart[] = [];
  page: PageLayout = PLAIN_PAGE;
  selection: Area = areaAt(0, 0);
  /** What the file knows of a cell beyond value, formula and format: rich text, metadata. Gone with the value. */
  readonly keptOfCells = new Map<number, unknown>();
  /** Formulas that a file has as single-valued (Excel shows `@` in them where it matters), by `cellKey`. */
  readonly singleValued = new Set<number>();

  /** Of values that bring a format of their own. */
  readonly valueFormats = new ValueFormats();

  private title: string;
  private readonly report: ChangeListener;

  /** Sheets are made by `Workbook.addSheet`. */
  constructor(id: string, name: string, report: ChangeListener) {
    this.id = id;
    this.title = name;
    this.report = report;
  }

  get name(): string {
    return this.title;
  }

  /** For `Workbook.renameSheet`, which checks the name and reports the change. */
  setName(name: string): void {
    this.title = name;
  }

  value(row: number, column: number): CellValue {
    return this.grid.value(row, column);
  }

  /** The formula with its leading `=`, in user spelling, or undefined; cells that it spills to have none. */
  formula(row: number, column: number): string | undefined {
    return this.grid.formulas.get(cellKey(row, column));
  }

  /** Writes a value as it is: text stays text, a leading `=` is no formula. `null` empties the cell. */
  setValue(row: number, column: number, value: CellValue): void {
    if (this.put(row, column, value, undefined))
      this.report({ kind: 'cells', sheet: this, area: areaAt(row, column) });
  }

  /** Writes a block of values, reported as one change; `undefined` leaves a cell as it is. */
  setValues(row: number, column: number, block: readonly (readonly (CellValue | undefined)[])[]): void {
    let columns = 0;
    for (const [rowOffset, values] of block.entries()) {
      columns = Math.max(columns, values.length);
      for (const [columnOffset, value] of values.entries())
        if (value !== undefined) this.put(row + rowOffset, column + columnOffset, value, undefined);
    }
    if (columns > 0)
      this.report({ kind: 'cells', sheet: this, area: areaAt(row, column, block.length, columns) });
  }

  /** Writes a formula, in user spelling with its leading `=`. Its value is the calculator's to store. */
  setFormula(row: number, column: number, formula: string): void {
    this.put(row, column, null, formula);
    this.report({ kind: 'cells', sheet: this, area: areaAt(row, column) });
  }

  /** Writes a block of formulas, reported as one change; `undefined` leaves a cell as it is. */
  setFormulas(row: number, column: number, block: readonly (readonly (string | undefined)[])[]): void {
    let columns = 0;
    for (const [rowOffset, formulas] of block.entries()) {
      columns = Math.max(columns, formulas.length);
      for (const [columnOffset, formula] of formulas.entries())
        if (formula !== undefined) this.put(row + rowOffset, column + columnOffset, null, formula);
    }
    if (columns > 0)
      this.report({ kind: 'cells', sheet: this, area: areaAt(row, column, block.length, columns) });
  }

  /** Stores what the formula of a cell gives, and keeps the formula. For the calculator only; not reported. */
  setComputed(row: number, column: number, value: CellValue): void {
    if (sameValue(this.grid.value(row, column), value)) return;
    this.grid.rowForWriting(row).setValue(column, value);
    if (this.keptOfCells.size > 0) this.keptOfCells.delete(cellKey(row, column));
    this.touched.add('cells');
  }

  /**
   * Stores the result of a dynamic-array formula over the cells it spills to, and empties those it filled before. For
   * the calculator, which has asked `spillObstacle` first; not reported.
   */
  setSpill(row: number, column: number, block: readonly (readonly CellValue[])[]): void {
    const rows = block.length;
    const columns = block[0]?.length ?? 0;
    const before = this.spills.at(row, column);
    if (before !== undefined) {
      const now = areaAt(row, column, rows, columns);
      this.emptySpilled(before, (r, c) => contains(now, r, c));
    }
    if (before?.rows !== rows || before.columns !== columns) {
      this.spills.set({ row, column, rows, columns, dynamic: before?.dynamic ?? true });
      this.touched.add('cells');
    }
    for (const [rowOffset, values] of block.entries())
      for (const [columnOffset, value] of values.entries())
        this.setComputed(row + rowOffset, column + columnOffset, value);
  }

  /** Forgets that a formula spills, and empties the cells that it filled but for its own. Not reported. */
  clearSpill(row: number, column: number): void {
    const spill = this.spills.delete(row, column);
    if (spill === undefined) return;
    this.emptySpilled(spill, (r, c) => r === row && c === column);
    this.touched.add('cells');
  }

  /** The first cell that stops a result of that size from spilling there: content, another spill, merged cells. */
  spillObstacle(row: number, column: number, rows: number, columns: number): [number, number] | undefined {
    for (let r = row; r < row + rows; r++)
      for (let c = column; c < column + columns; c++) {
        if (r === row && c === column) continue;
        const owner = this.spills.covering(r, c);
        if (owner?.row === row && owner.column === column) continue;
        if (owner !== undefined || this.value(r, c) !== null || this.formula(r, c) !== undefined)
          return [r, c];
      }
    const merged = this.layout.mergedWithin(areaAt(row, column, rows, columns))[0];
    return merged === undefined || (rows === 1 && columns === 1) ? undefined : [merged.top, merged.left];
  }

  /** The style index that shows: the cell's own, or its row's, or its column's. */
  style(row: number, column: number): number {
    const own = this.grid.ownStyle(row, column);
    if (own !== NO_STYLE) return own;
    return this.grid.row(row)?.properties?.style ?? this.layout.column(column).style ?? 0;
  }

  setStyle(row: number, column: number, style: number): void {
    this.restyle(areaAt(row, column), () => style);
  }

  /** Gives every cell of an area the style that `change` makes of its present one; reported as one change. */
  restyle(area: Area, change: (style: number) => number): void {
    for (let row = area.top; row <= area.bottom; row++) {
      const content = this.grid.rowForWriting(row);
      for (let column = area.left; column <= area.right; column++)
        content.setStyle(column, change(this.style(row, column)));
    }
    this.touched.add('cells');
    this.report({ kind: 'formats', sheet: this, area });
  }

  /** Empties cells of their contents, their formats, or both. Whole rows and columns may be given. */
  clear(area: Area, what: 'all' | 'contents' | 'formats' = 'all'): void {
    for (const [row, content] of this.grid.rows(area.top, area.bottom)) {
      if (what !== 'formats') {
        const last = Math.min(area.right, content.values.length - 1);
        for (let column = area.left; column <= last; column++)
          if (content.values[column] !== null) this.put(row, column, null, undefined);
      }
      if (what === 'contents' || content.styles === null) continue;
      for (let column = area.left; column <= Math.min(area.right, content.styles.length - 1); column++)
        content.styles[column] = NO_STYLE;
    }
    if (what !== 'formats')
      for (const key of [...this.grid.formulas.keys()])
        if (contains(area, keyRow(key), keyColumn(key)))
          this.put(keyRow(key), keyColumn(key), null, undefined);
    this.touched.add('cells');
    this.report({ kind: what === 'formats' ? 'formats' : 'cells', sheet: this, area });
  }

  /** The area in use, or undefined on an empty sheet; formats count unless `valuesOnly`. */
  usedRange(valuesOnly = false): Area | undefined {
    return this.grid.usedArea(valuesOnly);
  }

  rowProperties(row: number): RowProperties {
    return this.grid.row(row)?.properties ?? {};
  }

  setRowProperties(first: number, last: number, change: RowProperties): void {
    for (let row = first; row <= last; row++) {
      const content = this.grid.rowForWriting(row);
      content.properties = { ...content.properties, ...change };
    }
    this.changed('cells');
  }

  setColumnProperties(first: number, last: number, change: ColumnProperties): void {
    this.layout.setColumns(first, last, change);
    this.changed('columns');
  }

  freeze(panes: FrozenPanes): void {
    this.layout.frozen = panes;
    this.changed('view');
  }

  setShowGridlines(shown: boolean): void {
    this.layout.showGridlines = shown;
    this.changed('view');
  }

  setTabColor(color: Color | undefined): void {
    this.layout.tabColor = color;
    this.changed('tabColor');
  }

  /** Merges an area; only the top left cell keeps its content. */
  merge(area: Area): void {
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++)
        if (row !== area.top || column !== area.left) this.put(row, column, null, undefined);
    this.layout.merged = [...this.layout.merged.filter((m) => intersection(m, area) === undefined), area];
    this.changed('merged');
    this.report({ kind: 'cells', sheet: this, area });
  }

  unmerge(area: Area): void {
    this.layout.merged = this.layout.merged.filter((merged) => intersection(merged, area) === undefined);
    this.changed('merged');
  }

  protect(protection: SheetProtection | undefined): void {
    const was = this.protection !== undefined;
    this.protection = protection;
    this.changed('protection');
    if (was !== (protection !== undefined)) this.report({ kind: 'sheetProtection', sheet: this });
  }

  setAutoFilter(filter: AutoFilter | undefined): void {
    this.autoFilter = filter;
    this.changed('autoFilter');
  }

  setValidations(validations: readonly DataValidation[]): void {
    this.validations = validations;
    this.changed('validations');
  }

  setConditionalFormats(formats: readonly ConditionalFormat[]): void {
    this.conditionalFormats = formats;
    this.changed('conditionalFormats');
  }

  setCharts(charts: Chart[]): void {
    this.charts = charts;
    this.changed('charts');
  }

  setPage(page: PageLayout): void {
    this.page = page;
    this.changed('page');
  }

  select(area: Area): void {
    this.selection = area;
    this.touched.add('view');
    this.report({ kind: 'selection', sheet: this, area });
  }

  /** Notes that something other than cells changed, and reports it. */
  changed(aspect: SheetAspect): void {
    this.touched.add(aspect);
    this.report({ kind: 'sheetLayout', sheet: this });
  }

  private put(row: number, column: number, value: CellValue, formula: string | undefined): boolean {
    const spill = this.spills.covering(row, column);
    if (spill !== undefined && !this.giveUpSpill(spill, row, column, value, formula)) return false;
    const key = cellKey(row, column);
    this.grid.rowForWriting(row).setValue(column, value);
    if (formula !== undefined) this.grid.formulas.set(key, formula);
    else if (this.grid.formulas.size > 0) this.grid.formulas.delete(key);
    if (this.keptOfCells.size > 0) this.keptOfCells.delete(key);
    if (this.singleValued.size > 0) this.singleValued.delete(key);
    this.touched.add('cells');
    return true;
  }

  /** Excel ignores it when one empties a cell that a formula spills to; any other write breaks the spill. */
  private giveUpSpill(
    spill: Spill,
    row: number,
    column: number,
    value: CellValue,
    formula: string | undefined,
  ): boolean {
    const anchor = spill.row === row && spill.column === column;
    if (!anchor && value === null && formula === undefined) return false;
    this.clearSpill(spill.row, spill.column);
    if (!anchor) this.report({ kind: 'spillBroken', sheet: this, row: spill.row, column: spill.column });
    return true;
  }

  private emptySpilled(spill: Spill, kept: (row: number, column: number) => boolean): void {
    const { top, left, bottom, right } = spillArea(spill);
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++)
        if (!kept(row, column)) this.grid.row(row)?.setValue(column, null);
  }
}
