/** A row for the log, from a run and the moment. It knows the clock; that of the command line may be set. */
import { offerDigests } from '../../domain/offer/life/freeze-tables.ts';
import { type LogEntry, type LogStep, logTotals } from '../../domain/offer/life/offer-log.ts';
import type { OfferRun } from '../../domain/offer/offer-run.ts';
import type { OfferSource } from '../../domain/offer/offer-source.ts';
import type { Stage } from '../../domain/offer/life/stage.ts';
import { VERSION } from '../excel/version.ts';

/** A moment, in milliseconds since 1970, as ISO 8601 in UTC, to the second. */
export const isoTime = (moment: number): string => new Date(moment).toISOString().replace(/\.\d+Z$/, 'Z');

/** @param run undefined where the offer cannot be computed: the entry then has neither totals nor digests */
export function logEntry(
  run: OfferRun | undefined,
  source: OfferSource,
  step: LogStep,
  stage: Stage,
  { time = isoTime(Date.now()), note = '' }: { readonly time?: string; readonly note?: string } = {},
): LogEntry {
  return {
    time,
    step,
    stage,
    version: VERSION,
    totals: run === undefined ? undefined : logTotals(run),
    digests: run === undefined ? undefined : offerDigests(source),
    note,
  };
}
