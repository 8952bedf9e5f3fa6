/**
 * The grid on the screen: four panes and their headers in one scrolling box, of which only what is in sight has
 * elements. The browser scrolls; the grid follows. It shows a sheet and a selection and changes neither.
 */
import { type Area, COLUMN_LIMIT, columnLetters, intersection, ROW_LIMIT } from '../../model/area.ts';
import type { Sheet } from '../../model/sheet.ts';
import { Headers, type HeaderState } from './headers.ts';
import { Pane, type PanePlace } from './pane.ts';
import type { Span } from './span.ts';
import type { Cell, Selection } from './selection.ts';
import type { SheetPainter } from './sheet-painter.ts';

const HEADER_HEIGHT = 20;
/** Rows and columns that are drawn beyond the edges of what is in sight, so that scrolling meets them ready. */
const SPARE_ROWS = 16;
const SPARE_COLUMNS = 4;
/** Empty rows and columns that one can scroll to behind the last that is in use. */
const ROOM_BELOW = 60;
const ROOM_BESIDE = 12;
const LEAST_ROWS = 100;
const LEAST_COLUMNS = 30;

/** What was hit on the grid. */
export interface Hit {
  readonly part: 'cells' | 'columns' | 'rows' | 'corner';
  readonly row: number;
  readonly column: number;
  /** The column whose right edge is under the pointer, on the headers. */
  readonly edge?: number;
}

export class GridView {
  readonly element: HTMLDivElement;
  private readonly canvas: HTMLDivElement;
  private readonly corner: HTMLDivElement;
  private readonly panes = {
    body: new Pane('body'),
    top: new Pane('frozen-top'),
    left: new Pane('frozen-left'),
    both: new Pane('frozen-both'),
  };
  private readonly headers = {
    columns: new Headers('column', 'moving'),
    frozenColumns: new Headers('column', 'frozen'),
    rows: new Headers('row', 'moving'),
    frozenRows: new Headers('row', 'frozen'),
  };
  private painter: SheetPainter | undefined;
  private selection: Selection | undefined;
  private version = 0;
  private frame = 0;
  private extent = { rows: 0, columns: 0 };
  /** Areas with a dashed outline: what was copied, what a formula refers to. */
  private marked: readonly Area[] = [];
  /** Called after the grid was drawn. */
  onDrawn: () => void = () => undefined;

  constructor() {
    this.element = box('grid');
    this.canvas = box('canvas');
    this.corner = box('corner');
    this.element.tabIndex = 0;
    this.element.setAttribute('role', 'grid');
    this.element.setAttribute('aria-multiselectable', 'true');
    const { panes, headers } = this;
    this.canvas.append(
      this.corner,
      headers.frozenColumns.element,
      headers.columns.element,
      headers.frozenRows.element,
      panes.both.element,
      panes.top.element,
      headers.rows.element,
      panes.left.element,
      panes.body.element,
    );
    this.element.append(this.canvas);
    this.element.addEventListener('scroll', () => {
      this.schedule();
    });
    new ResizeObserver(() => {
      this.schedule();
    }).observe(this.element);
  }

  get sheet(): Sheet | undefined {
    return this.painter?.sheet;
  }

  /** Shows a sheet through a painter; the scroll position stays where it is the same sheet. */
  show(painter: SheetPainter): void {
    const isOther = this.painter?.sheet !== painter.sheet;
    this.painter = painter;
    const used = painter.sheet.usedRange();
    const before = isOther ? { rows: 0, columns: 0 } : this.extent;
    this.extent = {
      rows: Math.max(before.rows, LEAST_ROWS, (used?.bottom ?? 0) + ROOM_BELOW),
      columns: Math.max(before.columns, LEAST_COLUMNS, (used?.right ?? 0) + ROOM_BESIDE),
    };
    this.layOut();
    if (isOther) this.element.scrollTo(0, 0);
    this.element.setAttribute('aria-label', painter.sheet.name);
    this.element.setAttribute('aria-rowcount', String(ROW_LIMIT));
    this.element.setAttribute('aria-colcount', String(COLUMN_LIMIT));
    this.refresh();
  }

  /** Draws every cell in sight anew, at the next frame. */
  refresh(): void {
    this.version++;
    this.schedule();
  }

  select(selection: Selection): void {
    this.selection = selection;
    this.schedule();
  }

  mark(areas: readonly Area[]): void {
    this.marked = areas;
    this.schedule();
  }

  /** Draws at once what is due. */
  draw(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const { painter } = this;
    if (painter === undefined) return;
    const { panes, headers } = this;
    const place = this.visiblePlace(painter);
    const frozenRows: Span = { first: 0, last: this.frozen.rows - 1 };
    const frozenColumns: Span = { first: 0, last: this.frozen.columns - 1 };
    const ownRows: Span = { first: this.frozen.rows, last: ROW_LIMIT - 1 };
    const ownColumns: Span = { first: this.frozen.columns, last: COLUMN_LIMIT - 1 };
    const places: readonly [Pane, PanePlace][] = [
      [panes.body, { ...place, ownRows, ownColumns }],
      [panes.top, { rows: frozenRows, columns: place.columns, ownRows: frozenRows, ownColumns }],
      [panes.left, { rows: place.rows, columns: frozenColumns, ownRows, ownColumns: frozenColumns }],
      [
        panes.both,
        { rows: frozenRows, columns: frozenColumns, ownRows: frozenRows, ownColumns: frozenColumns },
      ],
    ];
    for (const [pane, where] of places) pane.show(painter, where, this.version);
    const { area } = this.selection ?? {};
    const version = `${this.version} ${area === undefined ? '' : Object.values(area).join(' ')}`;
    const rowState = headerState(area, 'row');
    const columnState = headerState(area, 'column');
    headers.rows.show(painter.axes.rows, place.rows, version, rowState);
    headers.frozenRows.show(painter.axes.rows, frozenRows, version, rowState);
    headers.columns.show(painter.axes.columns, place.columns, version, columnState);
    headers.frozenColumns.show(painter.axes.columns, frozenColumns, version, columnState);
    this.drawSelection(painter);
    this.onDrawn();
  }

  /** Scrolls as little as needed to bring a cell into sight. */
  reveal({ row, column }: Cell): void {
    const { painter } = this;
    if (painter === undefined) return;
    this.grow(row + ROOM_BELOW / 2, column + ROOM_BESIDE / 2);
    const { rows, columns } = painter.axes;
    const { element, frozen } = this;
    const width = element.clientWidth - this.headerWidth - columns.start(frozen.columns);
    const height = element.clientHeight - HEADER_HEIGHT - rows.start(frozen.rows);
    if (row >= frozen.rows)
      element.scrollTop = nearest(
        element.scrollTop,
        rows.start(row) - rows.start(frozen.rows),
        rows.size(row),
        height,
      );
    if (column >= frozen.columns)
      element.scrollLeft = nearest(
        element.scrollLeft,
        columns.start(column) - columns.start(frozen.columns),
        columns.size(column),
        width,
      );
    this.schedule();
  }

  /** Whole rows that are in sight, for Page Up and Page Down. */
  get pageRows(): number {
    const { painter, element } = this;
    if (painter === undefined) return 1;
    const { rows } = painter.axes;
    const top = rows.start(this.frozen.rows) + element.scrollTop;
    const height = element.clientHeight - HEADER_HEIGHT - rows.start(this.frozen.rows);
    return Math.max(1, rows.at(top + height) - rows.at(top) - 1);
  }

  /** What stands at a place of the window. */
  hit(clientX: number, clientY: number): Hit | undefined {
    const { painter } = this;
    if (painter === undefined) return undefined;
    const { rows, columns } = painter.axes;
    const bounds = this.element.getBoundingClientRect();
    const x = clientX - bounds.left - this.headerWidth;
    const y = clientY - bounds.top - HEADER_HEIGHT;
    const sheetX = x < columns.start(this.frozen.columns) ? x : x + this.element.scrollLeft;
    const sheetY = y < rows.start(this.frozen.rows) ? y : y + this.element.scrollTop;
    const row = rows.at(Math.max(0, sheetY));
    const column = columns.at(Math.max(0, sheetX));
    if (x < 0 && y < 0) return { part: 'corner', row, column };
    if (x < 0) return { part: 'rows', row, column };
    if (y >= 0) return { part: 'cells', row, column };
    const edge = edgeAt(sheetX, column, columns.start(column), columns.size(column));
    return { part: 'columns', row, column, ...(edge === undefined ? {} : { edge }) };
  }

  /** Where a cell's editor belongs: the element that scrolls with the cell, and its place in it. */
  placeOf(area: Area): { readonly parent: HTMLElement; readonly css: string } | undefined {
    const { painter } = this;
    if (painter === undefined) return undefined;
    const pane = this.paneOf(area);
    return { parent: pane.overlay, css: pane.place(painter, area) };
  }

  /** The layers above the cells, each with the place in the sheet where it begins: a chart may reach over several. */
  get layers(): { readonly element: HTMLElement; readonly x: number; readonly y: number }[] {
    return Object.values(this.panes).map(({ overlay, originX, originY }) => ({
      element: overlay,
      x: originX,
      y: originY,
    }));
  }

  private get frozen(): { readonly rows: number; readonly columns: number } {
    return this.painter?.sheet.layout.frozen ?? { rows: 0, columns: 0 };
  }

  private get headerWidth(): number {
    return this.extent.rows > 99_999 ? 60 : this.extent.rows > 9_999 ? 50 : 42;
  }

  private paneOf({ top, left }: Area): Pane {
    const { frozen, panes } = this;
    if (top < frozen.rows) return left < frozen.columns ? panes.both : panes.top;
    return left < frozen.columns ? panes.left : panes.body;
  }

  private schedule(): void {
    if (this.frame === 0)
      this.frame = requestAnimationFrame(() => {
        this.draw();
      });
  }

  private grow(rows: number, columns: number): void {
    const wanted = {
      rows: Math.min(ROW_LIMIT, Math.max(this.extent.rows, Math.ceil(rows))),
      columns: Math.min(COLUMN_LIMIT, Math.max(this.extent.columns, Math.ceil(columns))),
    };
    if (wanted.rows === this.extent.rows && wanted.columns === this.extent.columns) return;
    this.extent = wanted;
    this.layOut();
  }

  /** Gives the canvas its size and the panes their places. */
  private layOut(): void {
    const { painter, panes, headers, frozen, extent } = this;
    if (painter === undefined) return;
    const { rows, columns } = painter.axes;
    const [frozenX, frozenY] = [columns.start(frozen.columns), rows.start(frozen.rows)];
    this.canvas.style.gridTemplate =
      `${HEADER_HEIGHT}px ${frozenY}px ${rows.start(extent.rows) - frozenY}px / ` +
      `${this.headerWidth}px ${frozenX}px ${columns.start(extent.columns) - frozenX}px`;
    this.element.style.setProperty('--header-width', `${this.headerWidth}px`);
    this.element.style.setProperty('--header-height', `${HEADER_HEIGHT}px`);
    this.element.style.scrollPadding = `${HEADER_HEIGHT + frozenY}px 0 0 ${this.headerWidth + frozenX}px`;
    this.element.classList.toggle('frozen-rows', frozenY > 0);
    this.element.classList.toggle('frozen-columns', frozenX > 0);
    for (const pane of [panes.body, panes.left]) pane.originY = frozenY;
    for (const pane of [panes.body, panes.top]) pane.originX = frozenX;
    headers.columns.origin = frozenX;
    headers.rows.origin = frozenY;
  }

  private visiblePlace({ axes }: SheetPainter): { rows: Span; columns: Span } {
    const { element, frozen, extent } = this;
    const rowsFrom = axes.rows.start(frozen.rows);
    const columnsFrom = axes.columns.start(frozen.columns);
    const top = rowsFrom + element.scrollTop;
    const left = columnsFrom + element.scrollLeft;
    const bottom = top + element.clientHeight - HEADER_HEIGHT - rowsFrom;
    const right = left + element.clientWidth - this.headerWidth - columnsFrom;
    // Bounds in steps, so that small movements sideways draw nothing anew.
    const firstColumn = axes.columns.at(left) - SPARE_COLUMNS;
    const lastColumn = axes.columns.at(right) + SPARE_COLUMNS;
    return {
      rows: {
        first: Math.max(frozen.rows, axes.rows.at(top) - SPARE_ROWS),
        last: Math.min(extent.rows - 1, axes.rows.at(bottom) + SPARE_ROWS),
      },
      columns: {
        first: Math.max(frozen.columns, firstColumn - (firstColumn % SPARE_COLUMNS)),
        last: Math.min(extent.columns - 1, lastColumn + SPARE_COLUMNS - (lastColumn % SPARE_COLUMNS)),
      },
    };
  }

  private drawSelection(painter: SheetPainter): void {
    const { selection } = this;
    if (selection === undefined) return;
    const { area, active } = selection;
    const activeArea = painter.sheet.layout.mergedAt(active.row, active.column) ?? {
      top: active.row,
      bottom: active.row,
      left: active.column,
      right: active.column,
    };
    const isSingle =
      area.top === activeArea.top &&
      area.bottom === activeArea.bottom &&
      area.left === activeArea.left &&
      area.right === activeArea.right;
    for (const pane of Object.values(this.panes)) {
      for (const old of pane.overlay.querySelectorAll(
        ':scope > .selection, :scope > .active, :scope > .marked',
      ))
        old.remove();
      if (!isSingle) pane.overlay.append(outline('selection', pane.place(painter, area)));
      pane.overlay.append(outline(isSingle ? 'active single' : 'active', pane.place(painter, activeArea)));
      for (const marked of this.marked)
        if (intersection(marked, { top: 0, left: 0, bottom: ROW_LIMIT, right: COLUMN_LIMIT }) !== undefined)
          pane.overlay.append(outline('marked', pane.place(painter, marked)));
    }
    this.describeActive(active, painter);
  }

  /** Tells assistive technology which cell is active, and marks the selected ones that have elements. */
  private describeActive({ row, column }: Cell, painter: SheetPainter): void {
    for (const old of this.element.querySelectorAll('[aria-selected]')) old.removeAttribute('aria-selected');
    const id = `cell-${columnLetters(column)}${row + 1}`;
    let cell = this.element.querySelector(`#${id}`);
    if (cell === null) {
      const pane = this.paneOf({ top: row, left: column, bottom: row, right: column });
      const line = pane.element.querySelector(`.row[aria-rowindex="${row + 1}"]`);
      if (line !== null) {
        cell = document.createElement('div');
        cell.id = id;
        cell.className = 'cell blank';
        cell.setAttribute('role', 'gridcell');
        cell.setAttribute('aria-colindex', String(column + 1));
        (cell as HTMLElement).style.cssText =
          `left:${painter.axes.columns.start(column) - pane.originX}px;width:${painter.axes.columns.size(column)}px`;
        line.append(cell);
      }
    }
    cell?.setAttribute('aria-selected', 'true');
    this.element.setAttribute('aria-activedescendant', id);
  }
}

function headerState(area: Area | undefined, kind: 'row' | 'column'): (line: number) => HeaderState {
  if (area === undefined) return () => 'none';
  const [first, last] = kind === 'row' ? [area.top, area.bottom] : [area.left, area.right];
  const isWhole =
    kind === 'row'
      ? area.left === 0 && area.right === COLUMN_LIMIT - 1
      : area.top === 0 && area.bottom === ROW_LIMIT - 1;
  return (line) => (line < first || line > last ? 'none' : isWhole ? 'whole' : 'touched');
}

/** The column whose right edge is within reach of a pointer. */
function edgeAt(place: number, column: number, start: number, size: number): number | undefined {
  const reach = 4;
  if (start + size - place <= reach) return column;
  return place - start < reach && column > 0 ? column - 1 : undefined;
}

/** The scroll position next to the present one at which a line of that size is in sight. */
function nearest(present: number, start: number, size: number, room: number): number {
  if (start < present) return start;
  return start + size > present + room ? Math.min(start, start + size - room) : present;
}

function box(className: string): HTMLDivElement {
  const element = document.createElement('div');
  element.className = className;
  return element;
}

function outline(className: string, css: string): HTMLDivElement {
  const element = box(className);
  element.style.cssText = css;
  return element;
}
