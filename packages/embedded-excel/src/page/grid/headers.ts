/** The letters above the columns and the numbers beside the rows: those on the screen, and where one takes hold. */
import { columnLetters } from '../../model/area.ts';
import type { Axis } from './axis.ts';
import type { Span } from './span.ts';

export type HeaderKind = 'column' | 'row';

/** Whether a line is in the selection, or whole in it. */
export type HeaderState = 'none' | 'touched' | 'whole';

export class Headers {
  readonly element: HTMLDivElement;
  private readonly kind: HeaderKind;
  private shown = '';
  origin = 0;

  constructor(kind: HeaderKind, name: string) {
    this.kind = kind;
    this.element = document.createElement('div');
    this.element.className = `${kind}-headers ${name}`;
    if (kind === 'column') this.element.setAttribute('role', 'row');
  }

  show(axis: Axis, { first, last }: Span, version: string, stateOf: (line: number) => HeaderState): void {
    const key = `${first} ${last} ${version}`;
    if (key === this.shown) return;
    this.shown = key;
    const headers: HTMLDivElement[] = [];
    for (let line = first; line <= last; line++) {
      const size = axis.size(line);
      if (size === 0) continue;
      const header = document.createElement('div');
      header.className = `header ${stateOf(line)}`;
      header.setAttribute('role', this.kind === 'column' ? 'columnheader' : 'rowheader');
      header.dataset['line'] = String(line);
      header.textContent = this.kind === 'column' ? columnLetters(line) : String(line + 1);
      const start = axis.start(line) - this.origin;
      header.style.cssText =
        this.kind === 'column' ? `left:${start}px;width:${size}px` : `top:${start}px;height:${size}px`;
      headers.push(header);
    }
    this.element.replaceChildren(...headers);
  }
}
