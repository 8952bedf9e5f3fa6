/**
 * Turns cells of one sheet into elements: the look that format, table and conditional formats give together, the text
 * that fits, and how far text runs over empty neighbours. It does not know which part of the sheet is on the screen.
 */
import type { Area } from '../../model/area.ts';
import { cellAddress, contains } from '../../model/area.ts';
import { CellError } from '../../model/cell-error.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { Table } from '../../model/table.ts';
import type { Workbook } from '../../model/workbook.ts';
import { displayOf } from './cell-display.ts';
import type { ConditionalLook } from './conditional-look.ts';
import { CELL_PADDING, type Look, type Looks } from './looks.ts';
import type { Span } from './span.ts';
import type { SheetAxes } from './sheet-axes.ts';
import { tableOverlay } from './table-styles.ts';

/** How far text looks for room beside its own cell. */
const OVERFLOW_COLUMNS = 40;
/** Pixels of a font that fits into any usual row. */
const LARGEST_UNCLIPPED = 15;

export class SheetPainter {
  readonly sheet: Sheet;
  readonly axes: SheetAxes;
  private readonly book: Workbook;
  private readonly looks: Looks;
  private readonly tables: readonly Table[];
  private readonly conditional: ConditionalLook | undefined;

  constructor(book: Workbook, sheet: Sheet, axes: SheetAxes, looks: Looks, conditional?: ConditionalLook) {
    this.book = book;
    this.sheet = sheet;
    this.axes = axes;
    this.looks = looks;
    this.tables = book.tablesOn(sheet);
    this.conditional = conditional;
  }

  look(row: number, column: number): Look {
    const style = this.sheet.style(row, column);
    const table = this.tables.find(({ area }) => contains(area, row, column));
    const over = table === undefined ? undefined : tableOverlay(table, row, column);
    const conditional = this.conditional?.at(row, column);
    if (over === undefined && conditional === undefined) return this.looks.of(style);
    return this.looks.of(style, `${over?.key ?? ''}/${conditional?.key ?? ''}`, {
      table: over?.overlay,
      conditional: conditional?.format,
    });
  }

  /** Puts the cells of a row from `first` to `last` into its element; places count from `origin`. */
  fillRow(element: HTMLElement, row: number, { first, last }: Span, origin: number): void {
    const { sheet, axes } = this;
    const merged = sheet.layout.merged.length > 0;
    for (let column = this.firstToDraw(row, first); column <= last; column++) {
      if (axes.columns.isHidden(column)) continue;
      if (merged && sheet.layout.mergedAt(row, column) !== undefined) continue;
      const cell = this.cell(row, column, axes.columns.size(column));
      if (cell === undefined) continue;
      element.append(cell);
      cell.style.left = `${axes.columns.start(column) - origin - (cell.runsLeft ?? 0)}px`;
    }
  }

  /** Text may begin in a cell left of those on the screen, in a frozen column too. */
  private firstToDraw(row: number, first: number): number {
    for (let column = first - 1; column >= Math.max(0, first - OVERFLOW_COLUMNS); column--) {
      const value = this.sheet.value(row, column);
      if (value !== null) return typeof value === 'string' ? column : first;
    }
    return first;
  }

  /** A merged area as one cell. */
  mergedCell(area: Area): CellElement {
    const { rows, columns } = this.axes;
    const width = columns.start(area.right + 1) - columns.start(area.left);
    const cell = this.cell(area.top, area.left, width, true) ?? this.emptyCell(area.top, area.left, width);
    cell.style.height = `${rows.start(area.bottom + 1) - rows.start(area.top)}px`;
    cell.classList.add('merged');
    if (area.right > area.left) cell.setAttribute('aria-colspan', String(area.right - area.left + 1));
    if (area.bottom > area.top) cell.setAttribute('aria-rowspan', String(area.bottom - area.top + 1));
    return cell;
  }

  private emptyCell(row: number, column: number, width: number): CellElement {
    const element = document.createElement('div') as CellElement;
    element.className = `cell ${this.look(row, column).className}`;
    describe(element, row, column);
    element.style.width = `${width}px`;
    return element;
  }

  /** The element of a cell, or undefined for one that shows nothing. */
  private cell(row: number, column: number, width: number, isMerged = false): CellElement | undefined {
    const value = this.sheet.value(row, column);
    const look = this.look(row, column);
    if (value === null && !look.isVisible) return undefined;
    const element = document.createElement('div') as CellElement;
    describe(element, row, column);
    const room = width - 2 * CELL_PADDING - look.indent;
    // A figure may use the padding before it is hashed: the fonts that stand in for Calibri run a little wider.
    const most = typeof value === 'number' ? room + CELL_PADDING : room;
    const brought =
      look.numberFormat === 'General' ? this.sheet.valueFormats.of(row, column, value) : undefined;
    const shown = displayOf(value, brought ?? look.numberFormat, look.horizontal, this.book.date1904, {
      width: look.wraps ? Infinity : most,
      measure: (text) => look.font.width(text),
    });
    element.className = `cell ${look.className} ${shown.side}`;
    let drawn = width;
    const missing = typeof value === 'string' ? look.font.width(shown.text) - room : 0;
    if (missing > 0 && !look.wraps && !isMerged && look.horizontal !== 'fill') {
      const [left, right] = this.overflow(row, column, missing, shown.side);
      drawn += left + right;
      if (left > 0) element.runsLeft = left;
      if (left + right > 0 && !look.isVisible) element.classList.add('over');
    }
    // Clipping costs the browser more than text does: only what does not fit is clipped.
    if (look.wraps || isMerged || missing > drawn - width || look.font.pixels > LARGEST_UNCLIPPED)
      element.classList.add('clip');
    element.style.width = `${drawn}px`;
    if (look.indent > 0)
      element.style[shown.side === 'right' ? 'paddingRight' : 'paddingLeft'] =
        `${CELL_PADDING + look.indent}px`;
    if (shown.color !== undefined) element.style.color = shown.color;
    if (shown.lead !== undefined) {
      const lead = document.createElement('span');
      lead.className = 'lead';
      lead.textContent = shown.lead;
      element.append(lead);
    }
    element.append(shown.text);
    if (value instanceof CellError && value.message !== undefined) element.title = value.message;
    this.markHeader(element, row, column);
    return element;
  }

  /** Pixels of empty neighbours that text of a cell may run over, to the left and to the right. */
  private overflow(
    row: number,
    column: number,
    missing: number,
    side: string,
  ): [left: number, right: number] {
    const run = (wanted: number, step: 1 | -1): number => {
      let found = 0;
      for (
        let next = column + step;
        found < wanted && Math.abs(next - column) <= OVERFLOW_COLUMNS;
        next += step
      ) {
        if (next < 0 || this.sheet.value(row, next) !== null) break;
        if (this.sheet.layout.mergedAt(row, next) !== undefined) break;
        found += this.axes.columns.size(next);
      }
      return found;
    };
    if (side === 'right') return [run(missing, -1), 0];
    if (side === 'left') return [0, run(missing, 1)];
    // Centred text keeps its middle: it gets the same on both sides.
    const both = Math.min(run(missing / 2, -1), run(missing / 2, 1));
    return [both, both];
  }

  /** The filter button that Excel shows in a table's header. */
  private markHeader(element: HTMLElement, row: number, column: number): void {
    const filter = this.sheet.autoFilter?.area;
    const hasButton =
      this.tables.some(
        ({ hasFilter, headerArea }) =>
          hasFilter && headerArea !== undefined && contains(headerArea, row, column),
      ) ||
      (filter?.top === row && contains(filter, row, column));
    if (!hasButton) return;
    const button = document.createElement('span');
    button.className = 'filter';
    button.ariaHidden = 'true';
    element.append(button);
  }
}

/** A cell's element; `runsLeft`: pixels by which its text begins left of the cell. */
export type CellElement = HTMLDivElement & { runsLeft?: number };

function describe(element: HTMLElement, row: number, column: number): void {
  element.id = `cell-${cellAddress(row, column)}`;
  element.setAttribute('role', 'gridcell');
  element.setAttribute('aria-colindex', String(column + 1));
}
