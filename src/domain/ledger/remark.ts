/** What a person should know of the ledger, with its place, before any offer is computed. */
import type { Words } from '../basics/sentence.ts';

export interface LedgerRemark {
  /** `Error`: a result cannot be relied on. `Warning`: a person should look. */
  readonly severity: 'Error' | 'Warning' | 'Info';
  readonly sheet: string;
  /** The sheet's row number, or `''` where it concerns no single row. */
  readonly row: number | '';
  readonly column: string;
  readonly problem: Words;
}
