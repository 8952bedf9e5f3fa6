/**
 * Long computations in steps: a generator that hands back control now and then. Whoever has nothing else to do takes all
 * of them at once; a page pauses between them and stays alive. It knows neither a clock nor a page.
 */

/** A computation that can be interrupted after each step. */
export type Steps<R> = Generator<undefined, R, undefined>;

/** Rows between two steps: some milliseconds of the dearest computation. */
const STEP = 2_000;

/** Takes all steps without a pause. */
export function atOnce<R>(steps: Steps<R>): R {
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
  }
}

/** `items.map(work)`, a part of the items a step. */
export function* mapInSteps<T, R>(items: readonly T[], work: (item: T, index: number) => R): Steps<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += STEP) {
    for (const [offset, item] of items.slice(from, from + STEP).entries())
      results.push(work(item, from + offset));
    yield;
  }
  return results;
}
