/**
 * Whether the results in the workbook are still what its cells give, and what has changed since they were written. It
 * compares with what the run left behind, its row in the log and its totals, since reading a hundred thousand result
 * rows back would cost more than it tells. Pure.
 */
import { type OfferDigests, offerDigests } from '../../domain/offer/life/freeze-tables.ts';
import { wroteResults } from '../../domain/offer/life/offer-log.ts';
import type { OfferRun } from '../../domain/offer/offer-run.ts';
import { stageRule } from '../../domain/offer/life/stage.ts';
import type { ResultsReading } from '../../workbook/read/read-results.ts';
import type { Snapshot } from './snapshot.ts';

export const OFFER_PARTS = [
  'ledger',
  'terms',
  'elections',
  'prices',
] as const satisfies (keyof OfferDigests)[];
export type OfferPart = (typeof OFFER_PARTS)[number];

export interface Outdated {
  /** Empty where the totals differ and the log does not say why. */
  readonly changed: readonly OfferPart[];
  /** When the results were written, as ISO text; undefined where the log does not tell. */
  readonly since: string | undefined;
}

/** Undefined where results are what the cells give; final ones follow nothing, and are never outdated. */
export function outdated(
  { source, results, life }: Snapshot,
  run: OfferRun | undefined,
): Outdated | undefined {
  if (results === undefined || run === undefined || stageRule(life.stage).areResultsFinal) return undefined;
  const written = life.log.findLast(wroteResults);
  const changed = written === undefined ? [] : changedParts(written.digests, offerDigests(source));
  return changed.length > 0 || differs(results, run) ? { changed, since: written?.time } : undefined;
}

/** The parts of which two digests differ; one that is not known tells nothing. */
export const changedParts = (before: OfferDigests, now: OfferDigests): readonly OfferPart[] =>
  OFFER_PARTS.filter((part) => before[part] !== '' && before[part] !== now[part]);

function differs({ measures }: ResultsReading, run: OfferRun): boolean {
  const written = new Map(measures);
  return run.summary.measures.some(({ name, value }) => written.get(name) !== value);
}
