/**
 * How the grants that are exchanged come together: by a form or by the look-back, and how many forms bring nothing.
 * The totals of the summary count forms and exchanges each for itself. Pure.
 */
import type { OfferRun } from '../../domain/offer/offer-run.ts';

export interface ExchangeParts {
  readonly byForm: number;
  readonly byLookBack: number;
  /** Elected by a form, and not exchanged. */
  readonly electedInVain: number;
}

export function exchangeParts({ eligibility: { definition, rows } }: OfferRun): ExchangeParts {
  const at = (name: string): number => definition.columns.findIndex((column) => column.name === name);
  const [election, required, exchanged] = [at('Election'), at('Required'), at('Exchanged')];
  const parts = { byForm: 0, byLookBack: 0, electedInVain: 0 };
  for (const row of rows)
    if (row[exchanged] === 'Yes') parts[row[required] === 'Yes' ? 'byLookBack' : 'byForm']++;
    else if (row[election] === 'Elected') parts.electedInVain++;
  return parts;
}
