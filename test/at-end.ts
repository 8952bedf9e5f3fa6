/**
 * What the tests of a process share, a browser for one, is closed when all tests have ended (.mocharc.json). Knows
 * neither what is shared nor by whom. Mocha ends its parallel workers itself, and what they started ends with them.
 */
import { once } from './once.ts';

const closings = once('closings', (): (() => Promise<unknown>)[] => []);

export function atEnd(close: () => Promise<unknown>): void {
  closings.push(close);
}

/** Mocha calls this once, in the process that it was started as. */
export async function mochaGlobalTeardown(): Promise<void> {
  for (const close of closings.splice(0).reverse()) await close();
}
