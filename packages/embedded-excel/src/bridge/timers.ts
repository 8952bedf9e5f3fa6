/**
 * The clocks of an add-in's window: its timers, which end with it, and its `Date`, which may be set to a given
 * moment. Nobody waits at a screen here, so delays are shortened; their order stays.
 */

/** Office.js holds the answers of custom functions back for up to half a second; a twentieth of it will do. */
const DEFAULT_PACE = 0.05;

export class Timers {
  readonly #timeouts = new Set<NodeJS.Timeout>();
  readonly #pace: number;
  readonly #onError: (error: unknown) => void;

  /** @param onError is told of an error that a timer's callback throws */
  constructor(onError: (error: unknown) => void, pace: number = DEFAULT_PACE) {
    this.#onError = onError;
    this.#pace = pace;
  }

  readonly setTimeout = (callback: unknown, delay: unknown = 0, ...args: unknown[]): NodeJS.Timeout => {
    const timer = setTimeout(() => {
      this.#timeouts.delete(timer);
      this.#run(callback, args);
    }, this.#scaled(delay));
    this.#timeouts.add(timer);
    return timer;
  };

  readonly setInterval = (callback: unknown, delay: unknown = 0, ...args: unknown[]): NodeJS.Timeout => {
    const timer = setInterval(() => this.#run(callback, args), this.#scaled(delay));
    this.#timeouts.add(timer);
    return timer;
  };

  readonly clear = (timer: unknown): void => {
    clearTimeout(timer as NodeJS.Timeout);
    this.#timeouts.delete(timer as NodeJS.Timeout);
  };

  /** Ends every timer, so that the process can. */
  clearAll(): void {
    for (const timer of this.#timeouts) clearTimeout(timer);
    this.#timeouts.clear();
  }

  #scaled(delay: unknown): number {
    const wanted = Number(delay);
    return Number.isFinite(wanted) ? Math.max(0, wanted) * this.#pace : 0;
  }

  #run(callback: unknown, args: readonly unknown[]): void {
    if (typeof callback !== 'function') return;
    try {
      (callback as (...values: unknown[]) => unknown)(...args);
    } catch (error) {
      this.#onError(error);
    }
  }
}

/** Run in the window: `Date` then starts at a given moment and goes on from there. */
export const dateStartingAt = (moment: number): string => `{
  const RealDate = Date, offset = ${moment} - RealDate.now();
  globalThis.Date = class Date extends RealDate {
    constructor(...parts) { if (parts.length === 0) super(RealDate.now() + offset); else super(...parts); }
    static now() { return RealDate.now() + offset; }
  };
}`;
