/** Collects what is wrong, so that a person is told everything at once and not one fault after the other. */
import { RegrantError } from './error.ts';
import { inSequence, type Sentence } from './sentence.ts';

export class Problems {
  readonly #found: Sentence[] = [];

  add(problem: Sentence): void {
    this.#found.push(problem);
  }

  /** What `read` gives; undefined where it fails, with its problems kept. */
  try<T>(read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof RegrantError)) throw error;
      this.#found.push(...error.problems);
      return undefined;
    }
  }

  get any(): boolean {
    return this.#found.length > 0;
  }

  /** @throws RegrantError anything was wrong: one line for each problem */
  throwIfAny(): void {
    const [first] = this.#found;
    if (first === undefined) return;
    const all = this.#found.length === 1 ? first : inSequence(this.#found, '\n');
    throw new RegrantError('value', all, this.#found);
  }
}
