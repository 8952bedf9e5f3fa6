/**
 * Whether the add-in's pane is shown. The add-in asks for it (`Office.addin.showAsTaskpane`, `hide`) and hears of it;
 * whoever draws the pane follows. Where nothing is drawn, it is just remembered.
 */
import { EventType, type Events } from './events.ts';

export class PaneState {
  readonly #events: Events;
  #isShown = false;
  /** Shows or hides the pane on the screen. */
  onChange: (isShown: boolean) => void = () => undefined;

  constructor(events: Events) {
    this.#events = events;
  }

  get isShown(): boolean {
    return this.#isShown;
  }

  show(isShown: boolean): void {
    if (isShown === this.#isShown) return;
    this.#isShown = isShown;
    this.#events.emit(EventType.paneVisibilityChanged, '', { visibility: isShown ? 'Visible' : 'Hidden' });
    this.onChange(isShown);
  }
}
