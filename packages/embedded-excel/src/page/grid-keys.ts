/** The keys of the grid, as Excel has them: moving, selecting, editing, undoing. */
import { COLUMN_LIMIT, ROW_LIMIT } from '../model/area.ts';
import type { CellEditor } from './editing/cell-editor.ts';
import type { DropDown } from './editing/drop-down.ts';
import type { GridView } from './grid/grid-view.ts';
import {
  advance,
  type Cell,
  type Direction,
  extendTo,
  jump,
  selectAll,
  selectCell,
  type Selection,
  step,
} from './grid/selection.ts';
import type { SheetView } from './sheet-view.ts';
import type { Workspace } from './workspace.ts';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

export interface GridKeysOptions {
  readonly workspace: Workspace;
  readonly view: SheetView;
  readonly grid: GridView;
  readonly editor: CellEditor;
  readonly nameBox: HTMLInputElement;
  readonly dropDown: DropDown;
  /** Escape was pressed while nothing is edited. */
  escaped(): void;
}

export class GridKeys {
  private readonly options: GridKeysOptions;

  constructor(options: GridKeysOptions) {
    this.options = options;
    options.grid.element.addEventListener('keydown', (event) => {
      if (event.target !== options.grid.element || event.isComposing || options.editor.isActive) return;
      if (options.dropDown.key(event) || this.handle(event)) event.preventDefault();
    });
  }

  /** Selects, and scrolls to where the moving corner is. */
  select(selection: Selection, follow: Cell = selection.active): void {
    this.options.workspace.select(selection);
    this.options.grid.reveal(follow);
  }

  private handle(event: KeyboardEvent): boolean {
    const { key, shiftKey } = event;
    const control = event.ctrlKey || event.metaKey;
    const direction = ARROWS[key];
    if (direction !== undefined && !event.altKey) return this.move(direction, shiftKey, control);
    if (control && !event.altKey) return this.controlled(key, shiftKey);
    return this.plain(event);
  }

  private move(direction: Direction, isExtending: boolean, isJumping: boolean): boolean {
    const { workspace, view } = this.options;
    const { sheet, selection } = workspace;
    const go = isJumping ? jump : step;
    if (!isExtending) this.selectCell(go(sheet, view.axes, selection.active, direction));
    else this.extend(go(sheet, view.axes, selection.focus, direction));
    return true;
  }

  private controlled(key: string, isShift: boolean): boolean {
    const { workspace, editor } = this.options;
    const { sheet, selection } = workspace;
    const used = sheet.usedRange(true);
    switch (key) {
      case 'Home':
        this.goTo({ row: sheet.layout.frozen.rows, column: sheet.layout.frozen.columns }, isShift);
        return true;
      case 'End':
        this.goTo({ row: used?.bottom ?? 0, column: used?.right ?? 0 }, isShift);
        return true;
      case 'PageDown':
      case 'PageUp':
        this.otherSheet(key === 'PageDown' ? 1 : -1);
        return true;
      case ' ':
        this.select({ ...selection, area: { ...selection.area, top: 0, bottom: ROW_LIMIT - 1 } });
        return true;
      case 'a':
      case 'A':
        workspace.select(selectAll(sheet, selection));
        return true;
      case 'z':
      case 'Z':
        workspace.travel(isShift ? 'redo' : 'undo');
        return true;
      case 'y':
        workspace.travel('redo');
        return true;
      case 'g':
        this.options.nameBox.select();
        return true;
      case 'u':
        editor.open('edit');
        return true;
      default:
        return false;
    }
  }

  private plain(event: KeyboardEvent): boolean {
    const { workspace, view, grid, editor } = this.options;
    const { sheet, selection } = workspace;
    const { key, shiftKey } = event;
    switch (key) {
      case 'Enter':
        this.select(advance(sheet, view.axes, selection, shiftKey ? 'up' : 'down'));
        return true;
      case 'Tab':
        this.select(advance(sheet, view.axes, selection, shiftKey ? 'left' : 'right'));
        return true;
      case 'Home':
        this.goTo({ row: rowOf(selection, shiftKey), column: sheet.layout.frozen.columns }, shiftKey);
        return true;
      case 'PageDown':
      case 'PageUp': {
        const rows = key === 'PageDown' ? grid.pageRows : -grid.pageRows;
        const from = shiftKey ? selection.focus : selection.active;
        const row = Math.max(0, Math.min(ROW_LIMIT - 1, from.row + rows));
        this.goTo({ row: view.axes.rows.visible(row, 1) ?? from.row, column: from.column }, shiftKey);
        return true;
      }
      case 'F2':
        editor.open('edit');
        return true;
      case 'F5':
        this.options.nameBox.select();
        return true;
      case 'Delete':
        workspace.clearSelected();
        return true;
      case 'Backspace':
        editor.open('enter', '');
        return true;
      case 'Escape':
        this.options.escaped();
        return true;
      case ' ':
        if (!shiftKey) break;
        this.select({ ...selection, area: { ...selection.area, left: 0, right: COLUMN_LIMIT - 1 } });
        return true;
      default:
    }
    if ([...key].length !== 1 || event.altKey) return false;
    editor.open('enter', key);
    return true;
  }

  private goTo(cell: Cell, isExtending: boolean): void {
    if (isExtending) this.extend(cell);
    else this.selectCell(cell);
  }

  private selectCell({ row, column }: Cell): void {
    this.select(selectCell(this.options.workspace.sheet, row, column));
  }

  private extend(cell: Cell): void {
    const { sheet, selection } = this.options.workspace;
    this.select(extendTo(sheet, selection, cell), cell);
  }

  private otherSheet(by: 1 | -1): void {
    const { workspace } = this.options;
    const visible = workspace.book.sheets.filter(({ visibility }) => visibility === 'visible');
    const next = visible[visible.indexOf(workspace.sheet) + by];
    if (next !== undefined) workspace.activate(next);
  }
}

const rowOf = ({ focus, active }: Selection, isExtending: boolean): number =>
  isExtending ? focus.row : active.row;
