/**
 * The offer's log: one row for each step and each run that brought something new, each with what it was computed from
 * and what came out. The log is the record of the offer's stage, too. Rows are only ever added; it does not know how.
 */
import type { CellValue } from '../../basics/cell.ts';
import { isBlank } from '../../basics/cell.ts';
import type { OfferDigests } from './freeze-tables.ts';
import type { OfferRun } from '../offer-run.ts';
import type { ResultTableDefinition } from '../results/result-tables.ts';
import { parseStage, type Stage } from './stage.ts';

/** What a row of the log is about; the words are a contract (docs/workbook.md). */
export const LOG_STEPS = [
  'Run',
  'Open',
  'Amend',
  'Close',
  'Cancel',
  'Grant',
  'Back',
  'Freeze',
  'Repair',
  'Papers',
] as const;
export type LogStep = (typeof LOG_STEPS)[number];

export const LOG_TABLE: ResultTableDefinition = {
  sheet: 'Regrant Log',
  table: 'RegrantLog',
  columns: [
    { name: 'Time', kind: 'text' },
    { name: 'Step', kind: 'text' },
    { name: 'Stage', kind: 'text' },
    { name: 'Version', kind: 'text' },
    { name: 'Grants Exchanged', kind: 'shares' },
    { name: 'Shares Cancelled', kind: 'shares' },
    { name: 'New Shares', kind: 'shares' },
    { name: 'Errors', kind: 'shares' },
    { name: 'Warnings', kind: 'shares' },
    { name: 'Ledger Digest', kind: 'text' },
    { name: 'Terms Digest', kind: 'text' },
    { name: 'Elections Digest', kind: 'text' },
    { name: 'Prices Digest', kind: 'text' },
    { name: 'Note', kind: 'note' },
  ],
};

export interface LogEntry {
  /** ISO 8601 in UTC, to the second: the same in every office and every date system. */
  readonly time: string;
  readonly step: LogStep;
  /** The stage after the step. */
  readonly stage: Stage;
  /** Of Regrant. */
  readonly version: string;
  /** Undefined where a step was taken back from an offer that could not be computed. */
  readonly totals: LogTotals | undefined;
  readonly digests: OfferDigests | undefined;
  readonly note: string;
}

export interface LogTotals {
  readonly grantsExchanged: number;
  readonly sharesCancelled: number;
  readonly newShares: number;
  readonly errors: number;
  readonly warnings: number;
}

export function logTotals(run: OfferRun): LogTotals {
  const measure = (name: string): number =>
    Number(run.summary.measures.find((candidate) => candidate.name === name)?.value ?? 0);
  return {
    grantsExchanged: measure('Grants exchanged'),
    sharesCancelled: measure('Shares cancelled'),
    newShares: measure('New shares'),
    errors: run.errors,
    warnings: run.warnings,
  };
}

/** An entry as a row of `LOG_TABLE`. */
export const logRow = ({ time, step, stage, version, totals, digests, note }: LogEntry): CellValue[] => [
  time,
  step,
  stage,
  version,
  totals?.grantsExchanged ?? '',
  totals?.sharesCancelled ?? '',
  totals?.newShares ?? '',
  totals?.errors ?? '',
  totals?.warnings ?? '',
  digests?.ledger ?? '',
  digests?.terms ?? '',
  digests?.elections ?? '',
  digests?.prices ?? '',
  note,
];

/** A row of the log as it was found in the workbook: what is needed of it, since the rest is for people. */
export interface LoggedStep {
  readonly time: string;
  readonly step: string;
  readonly stage: Stage;
  /** Of what counted at that time; each `''` where the row has none. */
  readonly digests: OfferDigests;
  /** Everything but time and note, to tell whether a run repeats the last one. */
  readonly content: string;
}

/** As version 0.1 wrote them before the contract had words of its own: a log's rows are never rewritten. */
const FORMER_WORDS: ReadonlyMap<string, LogStep> = new Map([
  ['Opened', 'Open'],
  ['Closed', 'Close'],
  ['Cancelled', 'Cancel'],
  ['Granted', 'Grant'],
  ['Stepped back', 'Back'],
]);

const at = (name: string): number => LOG_TABLE.columns.findIndex((column) => column.name === name);

/**
 * A row, its cells in the order of `LOG_TABLE`; undefined for a blank one.
 *
 * @throws RegrantError its stage is no stage
 */
export function readLogRow(row: readonly CellValue[]): LoggedStep | undefined {
  if (row.every(isBlank)) return undefined;
  const text = (name: string): string => String(row[at(name)] ?? '');
  return {
    time: text('Time'),
    step: FORMER_WORDS.get(text('Step')) ?? text('Step'),
    stage: parseStage(text('Stage')),
    digests: {
      ledger: text('Ledger Digest'),
      terms: text('Terms Digest'),
      elections: text('Elections Digest'),
      prices: text('Prices Digest'),
    },
    content: contentOf(row),
  };
}

const WRITES_RESULTS: readonly string[] = ['Run', 'Close', 'Grant'] satisfies LogStep[];

/** Whether the result tables were written at that step: from what its digests tell. */
export const wroteResults = ({ step }: LoggedStep): boolean => WRITES_RESULTS.includes(step);

/** Whether an entry would only say again what the log's last row says. */
export const repeats = (entry: LogEntry, last: LoggedStep | undefined): boolean =>
  entry.step === 'Run' &&
  last !== undefined &&
  wroteResults(last) &&
  last.content === contentOf(logRow(entry));

function contentOf(row: readonly CellValue[]): string {
  const left = new Set([at('Time'), at('Note'), at('Step')]);
  return row
    .filter((_, index) => !left.has(index))
    .map((cell) => String(cell ?? ''))
    .join('\n');
}
