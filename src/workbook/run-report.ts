/** What a finished run tells whoever started it: results as data, the summary as text, how many checks. Pure. */
import type { OfferRun } from '../domain/offer/offer-run.ts';
import { type RunJson, runJson } from './run-json.ts';
import { summaryText } from './summary-text.ts';

export interface RunReport {
  readonly errors: number;
  readonly warnings: number;
  readonly summary: string;
  /** Made when it is asked for: a large run is megabytes of it. */
  readonly json: () => RunJson;
}

export const reportOf = (run: OfferRun): RunReport => ({
  errors: run.errors,
  warnings: run.warnings,
  summary: summaryText(run),
  json: () => runJson(run),
});

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** `No errors, 2 warnings: see the sheet Regrant Checks.` */
export function describeChecks({ errors, warnings }: RunReport): string {
  if (errors === 0 && warnings === 0) return 'No errors and no warnings.';
  const found = `${errors === 0 ? 'No errors' : counted(errors, 'error')}, ${warnings === 0 ? 'no warnings' : counted(warnings, 'warning')}`;
  return `${found}: see the sheet Regrant Checks.`;
}
