/**
 * One of the four parts that frozen panes cut a sheet into: the elements of the rows that are on the screen, kept while
 * they stay there. It is told what to show; it knows nothing of scrolling.
 */
import { type Area, intersection } from '../../model/area.ts';
import type { SheetPainter } from './sheet-painter.ts';
import type { Span } from './span.ts';

export interface PanePlace {
  /** The lines on the screen, with some to spare. */
  readonly rows: Span;
  readonly columns: Span;
  /** The lines that belong to the pane. */
  readonly ownRows: Span;
  readonly ownColumns: Span;
}

export class Pane {
  readonly element: HTMLDivElement;
  /** Selection and charts, above the cells. */
  readonly overlay: HTMLDivElement;
  private readonly lines: HTMLDivElement;
  private readonly merged: HTMLDivElement;
  private readonly rows = new Map<number, HTMLDivElement>();
  private drawn: { readonly version: number; readonly first: number; readonly last: number } | undefined;
  /** Where the pane begins, in pixels of the sheet. */
  originX = 0;
  originY = 0;

  constructor(name: string) {
    this.element = layer(`pane ${name}`);
    this.lines = layer('lines');
    this.merged = layer('merges');
    this.overlay = layer('overlay');
    this.lines.ariaHidden = 'true';
    this.overlay.ariaHidden = 'true';
    this.element.append(this.lines, this.merged, this.overlay);
  }

  /** Shows the lines of a place; `version` tells whether cells have changed since they were drawn. */
  show(painter: SheetPainter, place: PanePlace, version: number): void {
    const { rows, columns } = place;
    const isStale =
      this.drawn?.version !== version ||
      this.drawn.first !== columns.first ||
      this.drawn.last !== columns.last;
    if (isStale) {
      for (const element of this.rows.values()) element.remove();
      this.rows.clear();
      this.drawn = { version, ...columns };
      this.drawLines(painter, columns);
    } else
      for (const [row, element] of this.rows)
        if (row < rows.first || row > rows.last) {
          element.remove();
          this.rows.delete(row);
        }
    this.addRows(painter, place);
    this.showMerged(painter, place);
  }

  private addRows(painter: SheetPainter, { rows, columns }: PanePlace): void {
    const { axes } = painter;
    const added = document.createDocumentFragment();
    for (let row = rows.first; row <= rows.last; row++) {
      if (this.rows.has(row) || axes.rows.isHidden(row)) continue;
      const element = document.createElement('div');
      element.className = 'row';
      element.setAttribute('role', 'row');
      element.setAttribute('aria-rowindex', String(row + 1));
      element.style.cssText = `top:${axes.rows.start(row) - this.originY}px;height:${axes.rows.size(row)}px`;
      painter.fillRow(element, row, columns, this.originX);
      this.rows.set(row, element);
      added.append(element);
    }
    this.element.insertBefore(added, this.merged);
  }

  private drawLines({ axes, sheet }: SheetPainter, { first, last }: Span): void {
    this.element.classList.toggle('plain', !sheet.layout.showGridlines);
    const lines: HTMLDivElement[] = [];
    for (let column = first; column <= last; column++) {
      if (axes.columns.isHidden(column)) continue;
      const line = document.createElement('div');
      line.style.left = `${axes.columns.start(column + 1) - this.originX - 1}px`;
      lines.push(line);
    }
    this.lines.replaceChildren(...lines);
  }

  private showMerged(painter: SheetPainter, { rows, columns, ownRows, ownColumns }: PanePlace): void {
    const shown: Area = { top: rows.first, left: columns.first, bottom: rows.last, right: columns.last };
    const own: Area = {
      top: ownRows.first,
      left: ownColumns.first,
      bottom: ownRows.last,
      right: ownColumns.last,
    };
    const { axes } = painter;
    const cells = painter.sheet.layout
      .mergedWithin(shown)
      .filter((area) => intersection(area, own) !== undefined)
      .map((area) => {
        const cell = painter.mergedCell(area);
        cell.style.left = `${axes.columns.start(area.left) - this.originX}px`;
        cell.style.top = `${axes.rows.start(area.top) - this.originY}px`;
        return cell;
      });
    this.merged.replaceChildren(...cells);
  }

  /** Where an area of the sheet stands in the pane, as CSS. */
  place(painter: SheetPainter, area: Area): string {
    const { rows, columns } = painter.axes;
    const left = columns.start(area.left);
    const top = rows.start(area.top);
    return (
      `left:${left - this.originX}px;top:${top - this.originY}px;` +
      `width:${columns.start(area.right + 1) - left}px;height:${rows.start(area.bottom + 1) - top}px`
    );
  }
}

function layer(className: string): HTMLDivElement {
  const element = document.createElement('div');
  element.className = className;
  return element;
}
