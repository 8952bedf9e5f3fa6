/**
 * Keeps the grid in step with the workbook: which sheet it shows, when rows and columns have to be measured anew, when
 * cells have to be drawn again. Changes are gathered until the next frame.
 */
import type { CellValue } from '../model/cell-error.ts';
import type { WorkbookChange } from '../model/change.ts';
import type { Sheet } from '../model/sheet.ts';
import { ConditionalLook } from './grid/conditional-look.ts';
import type { GridView } from './grid/grid-view.ts';
import { Looks } from './grid/looks.ts';
import { rowFit } from './grid/row-fit.ts';
import { type SheetAxes, sheetAxes } from './grid/sheet-axes.ts';
import { SheetPainter } from './grid/sheet-painter.ts';
import type { Workspace } from './workspace.ts';

export class SheetView {
  private readonly workspace: Workspace;
  private readonly grid: GridView;
  private readonly looks: Looks;
  private readonly axesOf = new Map<Sheet, SheetAxes>();
  private painter: SheetPainter | undefined;
  private isStale = true;
  private frame = 0;
  /** Called when the grid shows another state: charts and the status bar follow. */
  onShown: () => void = () => undefined;

  constructor(workspace: Workspace, grid: GridView) {
    this.workspace = workspace;
    this.grid = grid;
    this.looks = new Looks(workspace.book);
  }

  get axes(): SheetAxes {
    const { sheet, book } = this.workspace;
    let axes = this.axesOf.get(sheet);
    if (axes === undefined) {
      axes = sheetAxes(sheet, rowFit(sheet, book.styles));
      this.axesOf.set(sheet, axes);
    }
    return axes;
  }

  follow(change: WorkbookChange): void {
    switch (change.kind) {
      case 'selection':
      case 'settings':
        return;
      case 'cells':
        // One row's content rarely changes its height; whether it does is seen when the row wraps.
        if (change.area.bottom > change.area.top || this.wraps(change.sheet, change.area.top))
          this.axesOf.delete(change.sheet);
        break;
      case 'formats':
      case 'cellsMoved':
      case 'sheetLayout':
        this.axesOf.delete(change.sheet);
        break;
      default:
    }
    this.refresh();
  }

  /** Draws the active sheet at the next frame. */
  refresh(): void {
    this.isStale = true;
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.showNow();
    });
  }

  showNow(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    if (!this.isStale) return;
    this.isStale = false;
    const { workspace, looks } = this;
    const { book, sheet } = workspace;
    const conditional =
      sheet.conditionalFormats.length === 0
        ? undefined
        : new ConditionalLook(sheet, book.styles, (formula, row, column): CellValue => {
            const value = workspace.evaluate(formula, sheet, row, column);
            return Array.isArray(value) ? (value[0]?.[0] ?? null) : value;
          });
    this.painter = new SheetPainter(book, sheet, this.axes, looks, conditional);
    this.grid.show(this.painter);
    this.grid.select(workspace.selection);
    this.onShown();
  }

  private wraps(sheet: Sheet, row: number): boolean {
    const { styles } = this.workspace.book;
    return (
      sheet.grid.row(row)?.styles?.some((style) => style > 0 && styles.alignment(style).wrapText === true) ??
      false
    );
  }
}
