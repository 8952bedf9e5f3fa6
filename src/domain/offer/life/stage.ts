/**
 * The stages of an offer's life and what entering each one means. Kept in the workbook by the shells; here is only
 * what follows what, and what a stage freezes.
 */
import { badValue } from '../../basics/error.ts';
import { say } from '../../basics/sentence.ts';

export const STAGES = ['Draft', 'Open', 'Closed', 'Cancelled', 'Granted'] as const;
export type Stage = (typeof STAGES)[number];

/** What a stage takes from the live tables, and what it holds as it stood when the offer closed. */
export interface StageRule {
  readonly stage: Stage;
  /** The ledger's rows and the elections stand as they were at closing; only service is still followed. */
  readonly isLedgerFrozen: boolean;
  /** Results are values that no run rewrites. */
  readonly areResultsFinal: boolean;
}

const RULES: readonly StageRule[] = [
  { stage: 'Draft', isLedgerFrozen: false, areResultsFinal: false },
  { stage: 'Open', isLedgerFrozen: false, areResultsFinal: false },
  { stage: 'Closed', isLedgerFrozen: true, areResultsFinal: false },
  { stage: 'Cancelled', isLedgerFrozen: true, areResultsFinal: false },
  { stage: 'Granted', isLedgerFrozen: true, areResultsFinal: true },
];

export const stageRule = (stage: Stage): StageRule =>
  RULES.find((rule) => rule.stage === stage) ?? { stage, isLedgerFrozen: false, areResultsFinal: false };

/** The stage that a stored word names; Draft where nothing is stored. */
export function parseStage(word: string | undefined): Stage {
  if (word === undefined || word.trim() === '') return 'Draft';
  const found = STAGES.find((stage) => stage.toLowerCase() === word.trim().toLowerCase());
  if (found !== undefined) return found;
  throw badValue(say`The workbook's stage "${word}" is not known: it is ${STAGES.join(', ')}.`);
}

/** The stage after this one; undefined after the last. */
export const nextStage = (stage: Stage): Stage | undefined => STAGES[STAGES.indexOf(stage) + 1];

/** The stage that stepping back returns to; undefined before the first. */
export const previousStage = (stage: Stage): Stage | undefined => STAGES[STAGES.indexOf(stage) - 1];
