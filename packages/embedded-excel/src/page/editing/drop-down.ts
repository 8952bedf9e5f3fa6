/** The button beside a cell with a list of values, and that list: opened by a click or Alt+Down, closed by Escape. */
import type { Area } from '../../model/area.ts';
import type { GridView } from '../grid/grid-view.ts';

export class DropDown {
  private readonly grid: GridView;
  private readonly choose: (entry: string) => void;
  private readonly button = document.createElement('button');
  private readonly list = document.createElement('div');
  private entries: readonly string[] = [];
  private chosen = 0;
  /** The cell, its entries and what it holds, as one text. */
  private shown = '';

  /** @param choose takes the entry that a person picks */
  constructor(grid: GridView, choose: (entry: string) => void) {
    this.grid = grid;
    this.choose = choose;
    this.button.type = 'button';
    this.button.className = 'drop-down';
    this.button.tabIndex = -1;
    this.button.setAttribute('aria-label', 'Show the list of values');
    this.button.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      event.stopPropagation();
      this.toggle();
    });
    this.list.className = 'completion values';
    this.list.id = 'values';
    this.list.hidden = true;
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', 'Values');
    document.body.append(this.list);
  }

  /**
   * Shows the button at a cell, or nothing where there are no entries. Whatever else the page draws again leaves a list
   * open that is still the same cell's.
   */
  show(area: Area, entries: readonly string[] | undefined, present: string): void {
    const shown = JSON.stringify([area, entries, present]);
    if (shown !== this.shown) this.close();
    this.shown = shown;
    this.button.remove();
    this.entries = entries ?? [];
    if (this.list.hidden) this.chosen = Math.max(0, this.entries.indexOf(present));
    const place = entries === undefined ? undefined : this.grid.placeOf(area);
    if (place === undefined) return;
    this.button.style.cssText = place.css;
    place.parent.append(this.button);
  }

  remove(): void {
    this.button.remove();
    this.list.remove();
  }

  /** Takes a key that belongs to the list; false where it is the grid's. */
  key(event: KeyboardEvent): boolean {
    const { key, altKey } = event;
    if (this.list.hidden) {
      if (key !== 'ArrowDown' || !altKey || this.entries.length === 0) return false;
      this.open();
      return true;
    }
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const step = key === 'ArrowDown' ? 1 : -1;
      this.chosen = (this.chosen + step + this.entries.length) % this.entries.length;
      this.draw();
    } else if (key === 'Enter' || key === 'Tab') this.pick(this.chosen);
    else this.close();
    return key !== 'Tab';
  }

  private toggle(): void {
    if (this.list.hidden) this.open();
    else this.close();
    this.grid.element.focus({ preventScroll: true });
  }

  private open(): void {
    this.list.hidden = false;
    this.draw();
    const { left, right, bottom, top } = this.button.getBoundingClientRect();
    const { style, offsetHeight } = this.list;
    style.width = `${Math.max(120, right - left)}px`;
    style.left = `${left}px`;
    style.top = `${bottom + offsetHeight > innerHeight ? top - offsetHeight : bottom + 1}px`;
  }

  close(): void {
    this.list.hidden = true;
  }

  private pick(index: number): void {
    this.close();
    const entry = this.entries[index];
    if (entry !== undefined) this.choose(entry);
  }

  private draw(): void {
    const options = this.entries.map((entry, index) => {
      const option = document.createElement('div');
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', String(index === this.chosen));
      option.textContent = entry;
      option.addEventListener('pointerdown', (event) => {
        event.preventDefault();
        this.pick(index);
      });
      return option;
    });
    this.list.replaceChildren(...options);
    options[this.chosen]?.scrollIntoView({ block: 'nearest' });
  }
}
