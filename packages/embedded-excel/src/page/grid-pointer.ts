/** The mouse on the grid: selecting by dragging, whole rows and columns by their headers, column widths by their edges. */
import { COLUMN_LIMIT, ROW_LIMIT } from '../model/area.ts';
import type { CellEditor } from './editing/cell-editor.ts';
import type { GridView, Hit } from './grid/grid-view.ts';
import { extendTo, selectArea, selectCell, type Selection } from './grid/selection.ts';
import { fittedWidth } from './grid/column-fit.ts';
import type { SheetView } from './sheet-view.ts';
import type { Workspace } from './workspace.ts';

/** Pixels of a character, by which files count column widths. */
const CHARACTER = 7;

export interface GridPointerOptions {
  readonly workspace: Workspace;
  readonly view: SheetView;
  readonly grid: GridView;
  readonly editor: CellEditor;
}

export class GridPointer {
  private readonly options: GridPointerOptions;

  constructor(options: GridPointerOptions) {
    this.options = options;
    const { element } = options.grid;
    element.addEventListener('pointerdown', (event) => {
      this.down(event);
    });
    element.addEventListener('pointermove', (event) => {
      const hit = event.buttons === 0 ? options.grid.hit(event.clientX, event.clientY) : undefined;
      if (hit !== undefined)
        for (const headers of element.querySelectorAll('.column-headers'))
          headers.classList.toggle('at-edge', hit.edge !== undefined);
    });
    element.addEventListener('dblclick', (event) => {
      this.doubleClick(event);
    });
  }

  private down(event: PointerEvent): void {
    const { grid, editor, workspace } = this.options;
    if (event.button !== 0 || (event.target as Element).closest('.editor, .drop-down') !== null) return;
    const { clientWidth, clientHeight } = grid.element;
    const bounds = grid.element.getBoundingClientRect();
    // The scroll bars belong to the browser.
    if (event.clientX - bounds.left >= clientWidth || event.clientY - bounds.top >= clientHeight) return;
    const hit = grid.hit(event.clientX, event.clientY);
    if (hit === undefined) return;
    if (editor.isActive && hit.part === 'cells' && editor.point(hit, event.shiftKey)) {
      event.preventDefault();
      this.drag(event, (over) => editor.point(over, true));
      return;
    }
    if (editor.isActive && !editor.commit()) {
      event.preventDefault();
      return;
    }
    grid.element.focus({ preventScroll: true });
    event.preventDefault();
    if (hit.edge !== undefined) {
      this.resize(event, hit.edge);
      return;
    }
    const from = this.start(hit, event.shiftKey);
    workspace.select(from);
    this.drag(event, (over) => {
      workspace.select(this.extended(from, over, hit.part));
    });
  }

  private start(hit: Hit, isExtending: boolean): Selection {
    const { sheet, selection } = this.options.workspace;
    if (isExtending) return this.extended(selection, hit, hit.part);
    if (hit.part === 'cells') return selectCell(sheet, hit.row, hit.column);
    return selectArea(sheet, {
      top: hit.part === 'rows' ? hit.row : 0,
      bottom: hit.part === 'rows' ? hit.row : ROW_LIMIT - 1,
      left: hit.part === 'columns' ? hit.column : 0,
      right: hit.part === 'columns' ? hit.column : COLUMN_LIMIT - 1,
    });
  }

  private extended(from: Selection, { row, column }: Hit, part: Hit['part']): Selection {
    const { sheet } = this.options.workspace;
    const focus = {
      row: part === 'columns' || part === 'corner' ? ROW_LIMIT - 1 : row,
      column: part === 'rows' || part === 'corner' ? COLUMN_LIMIT - 1 : column,
    };
    return extendTo(sheet, from, focus);
  }

  /** Follows the pointer until it is let go, scrolling where it leaves the grid. */
  private drag(event: PointerEvent, over: (hit: Hit) => void): void {
    const { element } = this.options.grid;
    const { pointerId } = event;
    let last = event;
    let timer = 0;
    const report = (): void => {
      const bounds = element.getBoundingClientRect();
      const x = Math.max(bounds.left, Math.min(bounds.left + element.clientWidth - 1, last.clientX));
      const y = Math.max(bounds.top, Math.min(bounds.top + element.clientHeight - 1, last.clientY));
      element.scrollBy(Math.sign(last.clientX - x) * 40, Math.sign(last.clientY - y) * 40);
      const hit = this.options.grid.hit(x, y);
      if (hit !== undefined) over(hit);
    };
    const move = (moved: PointerEvent): void => {
      last = moved;
      report();
    };
    const end = (): void => {
      clearInterval(timer);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', end);
      element.removeEventListener('pointercancel', end);
    };
    try {
      element.setPointerCapture(pointerId);
    } catch {
      return;
    }
    timer = window.setInterval(() => {
      const bounds = element.getBoundingClientRect();
      const isInside =
        last.clientX >= bounds.left &&
        last.clientX <= bounds.right &&
        last.clientY >= bounds.top &&
        last.clientY <= bounds.bottom;
      if (!isInside) report();
    }, 50);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', end);
    element.addEventListener('pointercancel', end);
  }

  private resize(event: PointerEvent, column: number): void {
    const { workspace, view, grid } = this.options;
    const { sheet } = workspace;
    const begin = view.axes.columns.size(column) - event.clientX;
    const { element } = grid;
    element.setPointerCapture(event.pointerId);
    const move = ({ clientX }: PointerEvent): void => {
      sheet.setColumnProperties(column, column, { width: Math.max(0, begin + clientX) / CHARACTER });
    };
    element.addEventListener('pointermove', move);
    element.addEventListener(
      'pointerup',
      () => {
        element.removeEventListener('pointermove', move);
      },
      { once: true },
    );
  }

  private doubleClick(event: MouseEvent): void {
    const { grid, editor, workspace } = this.options;
    const hit = grid.hit(event.clientX, event.clientY);
    if (hit?.edge !== undefined) {
      const { sheet, book } = workspace;
      const pixels = fittedWidth(sheet, hit.edge, book);
      if (pixels !== undefined) sheet.setColumnProperties(hit.edge, hit.edge, { width: pixels / CHARACTER });
    } else if (hit?.part === 'cells' && !editor.isActive) editor.open('edit');
  }
}
