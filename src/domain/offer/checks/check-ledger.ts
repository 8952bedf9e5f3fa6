/** Checks the ledger alone, before there is an offer: the same findings as a run's, without anything computed. */
import { type Check, Checks } from '../check.ts';
import type { OfferSource } from '../offer-source.ts';
import { readLedger } from '../tables/read-ledger.ts';
import type { ResultTable } from '../results/result-tables.ts';
import { checksTable } from '../results/checks-table.ts';
import { findProblems } from '../selection/selection.ts';

export interface LedgerCheck {
  readonly sheet: string;
  readonly grants: number;
  readonly problems: readonly Check[];
  /** The problems as the workbook has them. */
  readonly checks: ResultTable;
  readonly errors: number;
  readonly warnings: number;
}

/** @throws RegrantError no ledger, a needed column missing, or several ledgers to choose from */
export function checkLedger(source: OfferSource): LedgerCheck {
  const ledger = readLedger(source);
  const checks = new Checks();
  findProblems(ledger, checks);
  const problems = checks.list();
  return {
    sheet: ledger.sheet,
    grants: ledger.rows.length,
    problems,
    checks: checksTable(problems),
    errors: checks.count('Error'),
    warnings: checks.count('Warning'),
  };
}
