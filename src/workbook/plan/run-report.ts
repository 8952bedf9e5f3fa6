/** What a finished run tells whoever started it: results as data, the summary as text, how many checks. Pure. */
import { inSequence, say, type Words } from '../../domain/basics/sentence.ts';
import type { OfferDigests } from '../../domain/offer/life/freeze-tables.ts';
import type { OfferRun } from '../../domain/offer/offer-run.ts';
import { type RunJson, runJson } from './run-json.ts';
import { summaryText } from './summary-text.ts';

export interface RunReport {
  readonly errors: number;
  readonly warnings: number;
  readonly summary: string;
  /** Of what the run read; undefined where no log was kept. */
  readonly digests: OfferDigests | undefined;
  /** Made when it is asked for: a large run is megabytes of it. */
  readonly json: () => RunJson;
}

export const reportOf = (run: OfferRun, digests?: OfferDigests): RunReport => ({
  errors: run.errors,
  warnings: run.warnings,
  summary: summaryText(run),
  digests,
  json: () => runJson(run),
});

export const countedErrors = (count: number): Words => (count === 1 ? say`1 error` : say`${count} errors`);

export const countedWarnings = (count: number): Words =>
  count === 1 ? say`1 warning` : say`${count} warnings`;

/** `No errors, 2 warnings: see the sheet Regrant Checks.` */
export function describeChecks({ errors, warnings }: RunReport): Words {
  if (errors === 0 && warnings === 0) return say`No errors and no warnings.`;
  const found = [
    errors === 0 ? say`No errors` : countedErrors(errors),
    warnings === 0 ? say`no warnings` : countedWarnings(warnings),
  ];
  return say`${inSequence(found, ', ')}: see the sheet Regrant Checks.`;
}
