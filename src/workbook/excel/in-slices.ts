/** Long computations without standing still: a pane that blocks for seconds is restarted by Excel. */
import type { Steps } from '../../domain/basics/steps.ts';

/** What a page may be busy before a person notices. */
const SLICE_MS = 50;

/**
 * Takes the steps of a computation with pauses, in which the page draws and hears of what is pressed.
 *
 * @param between is called after each pause; what it throws ends the computation
 */
export async function inSlices<R>(steps: Steps<R>, between: () => void = () => undefined): Promise<R> {
  let until = Date.now() + SLICE_MS;
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
    if (Date.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve));
    between();
    until = Date.now() + SLICE_MS;
  }
}
