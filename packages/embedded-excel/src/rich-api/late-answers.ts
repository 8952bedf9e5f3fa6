/**
 * Answers of custom functions that come late, for an Excel whose cells show 0 or their old values meanwhile: each is held
 * until a request on the workbook has been answered without it, or for a while where none comes.
 */
const WHILE_MS = 250;

export class LateAnswers {
  #held: (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  hold(deliver: () => void): void {
    this.#held.push(deliver);
    this.#timer ??= setTimeout(() => this.release(), WHILE_MS);
  }

  /** Lets the answers go that are held. */
  release(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const deliver of this.#held.splice(0)) deliver();
  }
}
