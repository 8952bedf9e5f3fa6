/**
 * How whoever started a run follows it and stops it: progress in counts, and a signal to cancel by. It does not know
 * what is being done.
 */
import { RegrantError } from '../../domain/basics/error.ts';
import { say } from '../../domain/basics/sentence.ts';

/** In their order; not every run has each. */
export const RUN_PHASES = ['Reading', 'Computing', 'Preparing', 'Calculating', 'Placing'] as const;
export type RunPhase = (typeof RUN_PHASES)[number];

export interface RunProgress {
  readonly phase: RunPhase;
  /** Cells done and to do in this phase; 0 of 0 where a phase has none to count. */
  readonly done: number;
  readonly total: number;
}

export interface RunControl {
  /** Cancels the run: until results are put in place, the workbook is then as it was. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: RunProgress) => void;
}

/** A person has cancelled; nothing was changed. */
export class Cancelled extends RegrantError {
  constructor() {
    super('value', say`Cancelled: the workbook is as it was.`);
    this.name = 'Cancelled';
  }
}

/** Follows one run: counts cells, and stops it where that was asked for. */
export class RunWatch {
  readonly #control: RunControl;
  #phase: RunPhase = 'Reading';
  #done = 0;
  #total = 0;
  #isPlacing = false;

  constructor(control: RunControl = {}) {
    this.#control = control;
  }

  begin(phase: RunPhase, total = 0): void {
    this.#phase = phase;
    this.#done = 0;
    this.#total = total;
    this.#isPlacing = phase === 'Placing';
    this.#report();
  }

  advance(cells: number): void {
    if (cells === 0) return;
    this.#done = Math.min(this.#done + cells, this.#total);
    this.#report();
  }

  /** @throws Cancelled the run was cancelled, and nothing is in its place yet */
  stopIfCancelled(): void {
    if (this.#control.signal?.aborted === true && !this.#isPlacing) throw new Cancelled();
  }

  /** Waits, or stops at once where the run is cancelled meanwhile. @throws Cancelled */
  async pause(milliseconds: number): Promise<void> {
    this.stopIfCancelled();
    const { signal } = this.#control;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, milliseconds);
      function done(): void {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      }
      signal?.addEventListener('abort', done);
    });
    this.stopIfCancelled();
  }

  #report(): void {
    this.#control.onProgress?.({ phase: this.#phase, done: this.#done, total: this.#total });
  }
}
