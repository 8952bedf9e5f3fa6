/**
 * Editing a cell: one text in two places, over the cell and in the formula bar, until it is committed or given up. It
 * knows when a click means a reference. What the text becomes is the workspace's affair.
 */
import { type Area, areaAddress, areaAt } from '../../model/area.ts';
import type { GridView } from '../grid/grid-view.ts';
import type { Cell, Direction } from '../grid/selection.ts';
import type { ScreenFont } from '../grid/fonts.ts';
import type { Completion } from './completion.ts';
import { completed, cycleFixed, mayPoint } from './formula-text.ts';

/** After typing, arrows commit; after F2 or a click they move the caret. */
export type EditMode = 'enter' | 'edit';

export interface CellEditorOptions {
  readonly grid: GridView;
  readonly bar: HTMLTextAreaElement;
  readonly completion: Completion;
  /** Ends listening to the formula bar, which outlives this editor. */
  readonly signal: AbortSignal;
  /** The text of the active cell, its place, and its font. */
  readonly cell: () => { readonly text: string; readonly area: Area; readonly font: ScreenFont };
  /** Takes the text; false where it was refused and editing goes on. */
  commit(text: string): boolean;
  /** Editing has ended; where the selection goes from here. */
  ended(move: Direction | undefined): void;
  /** The cell from which arrow keys point in a formula, one step in a direction. */
  step(from: Cell, direction: Direction): Cell;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

export class CellEditor {
  private readonly options: CellEditorOptions;
  private readonly box = document.createElement('textarea');
  private input: HTMLTextAreaElement;
  private mode: EditMode = 'enter';
  private isOpen = false;
  private area: Area = areaAt(0, 0);
  private readonly waiting: (() => void)[] = [];
  /** A reference put in by pointing, that the next pointing replaces. */
  private pointed: { start: number; end: number; from: Cell; to: Cell } | undefined;

  constructor(options: CellEditorOptions) {
    this.options = options;
    this.input = this.box;
    this.box.className = 'editor';
    this.box.setAttribute('aria-label', 'Cell content');
    this.box.spellcheck = false;
    this.box.rows = 1;
    const { bar, signal } = options;
    for (const input of [this.box, bar]) {
      input.addEventListener('input', () => this.typed(input), { signal });
      input.addEventListener('keydown', (event) => this.key(event), { signal });
      const help = (): void => {
        if (this.isOpen) this.help();
      };
      // The caret has moved; typing itself arrives as input.
      input.addEventListener('keyup', ({ key }) => /^(?:Arrow|Home|End)/.test(key) && help(), { signal });
      input.addEventListener('click', help, { signal });
    }
    const focusBar = (): void => {
      if (this.isOpen) this.input = bar;
      else this.open('edit', undefined, bar);
    };
    bar.addEventListener('focus', focusBar, { signal });
    this.box.addEventListener('focus', () => {
      this.input = this.box;
    });
  }

  get isActive(): boolean {
    return this.isOpen;
  }

  /** Resolves when editing has ended; undefined where no cell is being edited. */
  over(): Promise<void> | undefined {
    if (!this.isOpen) return undefined;
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Begins editing; `text` replaces the cell's own. */
  open(mode: EditMode, text?: string, input: HTMLTextAreaElement = this.box): void {
    const { grid, bar, cell } = this.options;
    const { text: own, area, font } = cell();
    this.area = area;
    const place = grid.placeOf(area);
    if (place === undefined) return;
    this.isOpen = true;
    this.mode = mode;
    this.input = input;
    this.pointed = undefined;
    this.box.value = text ?? own;
    bar.value = text ?? own;
    bar.classList.remove('inherited');
    this.box.style.cssText = `${place.css};font:${font.css}`;
    this.box.style.minWidth = this.box.style.width;
    this.box.style.minHeight = this.box.style.height;
    place.parent.append(this.box);
    this.resize();
    input.focus({ preventScroll: input === this.box });
    input.setSelectionRange(input.value.length, input.value.length);
    this.help();
  }

  /** Ends editing with what was typed; false where it was refused. */
  commit(move?: Direction): boolean {
    if (!this.isOpen) return true;
    const text = completed(this.input.value);
    if (!this.options.commit(text)) {
      this.input.focus();
      return false;
    }
    this.close(move);
    return true;
  }

  cancel(): void {
    if (this.isOpen) this.close(undefined);
  }

  /** Takes a click on a cell as a reference, where the formula has room for one; false otherwise. */
  point(cell: Cell, isExtending: boolean): boolean {
    if (!this.isOpen) return false;
    const { input, pointed } = this;
    const caret = input.selectionStart;
    const continues = pointed?.end === caret;
    if (!continues && !mayPoint(input.value, caret)) return false;
    const from = continues && isExtending ? pointed.from : cell;
    const start = continues ? pointed.start : caret;
    const reference = areaAddress({
      top: Math.min(from.row, cell.row),
      bottom: Math.max(from.row, cell.row),
      left: Math.min(from.column, cell.column),
      right: Math.max(from.column, cell.column),
    });
    input.setRangeText(reference, start, continues ? pointed.end : input.selectionEnd, 'end');
    this.pointed = { start, end: start + reference.length, from, to: cell };
    this.mirror();
    this.markPointed();
    input.focus({ preventScroll: true });
    this.help();
    return true;
  }

  private close(move: Direction | undefined): void {
    this.isOpen = false;
    this.pointed = undefined;
    this.options.completion.hide();
    this.options.grid.mark([]);
    this.box.remove();
    this.options.ended(move);
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  private typed(input: HTMLTextAreaElement): void {
    if (!this.isOpen) return;
    this.input = input;
    this.pointed = undefined;
    this.options.grid.mark([]);
    this.mirror();
    this.help();
  }

  private mirror(): void {
    const { bar } = this.options;
    const other = this.input === bar ? this.box : bar;
    other.value = this.input.value;
    this.resize();
  }

  /** The box grows with its text, to the right and downwards. */
  private resize(): void {
    const { style } = this.box;
    style.width = '0';
    style.height = '0';
    style.width = `${Math.min(600, this.box.scrollWidth + 8)}px`;
    style.height = `${this.box.scrollHeight + 4}px`;
  }

  private help(): void {
    const { value, selectionStart } = this.input;
    this.options.completion.show(value, selectionStart, this.input, (name) => {
      this.complete(name);
    });
  }

  private complete(name: string): void {
    const { input } = this;
    const caret = input.selectionStart;
    const typed = /[\p{L}_][\p{L}\p{N}_.]*$/u.exec(input.value.slice(0, caret))?.[0] ?? '';
    input.setRangeText(`${name}(`, caret - typed.length, caret, 'end');
    this.mirror();
    this.help();
  }

  private key(event: KeyboardEvent): void {
    if (!this.isOpen || event.isComposing) return;
    if (this.options.completion.key(event)) return;
    const direction = ARROWS[event.key];
    switch (event.key) {
      case 'Enter':
        event.preventDefault();
        if (event.altKey) this.insert('\n');
        else this.commit(event.shiftKey ? 'up' : 'down');
        break;
      case 'Tab':
        event.preventDefault();
        this.commit(event.shiftKey ? 'left' : 'right');
        break;
      case 'Escape':
        event.preventDefault();
        this.cancel();
        break;
      case 'F2':
        event.preventDefault();
        this.mode = this.mode === 'enter' ? 'edit' : 'enter';
        break;
      case 'F4':
        event.preventDefault();
        this.cycle();
        break;
      default:
        if (direction !== undefined && this.mode === 'enter' && !event.ctrlKey && !event.metaKey) {
          event.preventDefault();
          this.arrow(direction, event.shiftKey);
        }
    }
    event.stopPropagation();
  }

  private arrow(direction: Direction, isExtending: boolean): void {
    const { pointed, input } = this;
    const continues = pointed?.end === input.selectionStart;
    if (!continues && !mayPoint(input.value, input.selectionStart)) {
      this.commit(direction);
      return;
    }
    const from = continues ? pointed.to : { row: this.area.top, column: this.area.left };
    this.point(this.options.step(from, direction), isExtending);
  }

  private insert(text: string): void {
    this.input.setRangeText(text, this.input.selectionStart, this.input.selectionEnd, 'end');
    this.mirror();
  }

  private cycle(): void {
    const next = cycleFixed(this.input.value, this.input.selectionStart);
    if (next === undefined) return;
    this.input.value = next.text;
    this.input.setSelectionRange(next.caret, next.caret);
    this.mirror();
  }

  private markPointed(): void {
    const { pointed } = this;
    if (pointed === undefined) return;
    const { from, to } = pointed;
    this.options.grid.mark([
      {
        top: Math.min(from.row, to.row),
        bottom: Math.max(from.row, to.row),
        left: Math.min(from.column, to.column),
        right: Math.max(from.column, to.column),
      },
    ]);
  }
}
