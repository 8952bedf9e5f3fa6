/**
 * Where an offer stands in its life, as its workbook says: the stage from the log's last row, so that it travels with
 * the file, is seen by people and by other programs, and is as it was when the file is opened elsewhere; the frozen
 * tables from the sheet that the closing has kept. Pure.
 */
import { type CellValue, type Grid, isBlank } from '../../domain/basics/cell.ts';
import { parseMoment } from '../../domain/basics/day.ts';
import { badValue, RegrantError } from '../../domain/basics/error.ts';
import { say, sentenceOf, type Sentence, type SentenceValue } from '../../domain/basics/sentence.ts';
import { headerKey } from '../../domain/basics/words.ts';
import { digestOf } from '../../domain/offer/life/digest.ts';
import { LOG_TABLE, type LoggedStep, readLogRow } from '../../domain/offer/life/offer-log.ts';
import { termsDigest } from '../../domain/offer/life/freeze-tables.ts';
import type { FrozenTables, OpenedTerms } from '../../domain/offer/offer-source.ts';
import { type Stage, stageRule } from '../../domain/offer/life/stage.ts';
import { CLOSING_SHEET, closingTime, readClosing } from './closing-sheet.ts';
import { readOpening } from './opening-sheet.ts';

export interface OfferLife {
  readonly stage: Stage;
  /** The log's rows that are not blank, the oldest first. */
  readonly log: readonly LoggedStep[];
  /** How many rows the log's table has, up to the last that is not blank. */
  readonly logRows: number;
  /** The ledger and the elections that count; undefined before the closing. */
  readonly frozen: FrozenTables | undefined;
  /** The terms from which changes are told; undefined where the offer is not open. */
  readonly opened: OpenedTerms | undefined;
  /** When the offer was closed, as ISO text; undefined before. */
  readonly closed: string | undefined;
  /** Why no run may rely on this: what was kept is gone or was changed. */
  readonly problem: Sentence | undefined;
}

export interface LogCells {
  readonly headers: readonly string[];
  readonly rows: Grid;
}

/**
 * @param log the log's cells, its columns wherever a person has moved them; undefined where there is none
 * @param closing the cells of the sheet that a closing has kept
 * @param opening the cells of the sheet on which an opening or an amendment has kept the terms
 */
export function readLife(log: LogCells | undefined, closing: Grid | undefined, opening?: Grid): OfferLife {
  const draft = { stage: 'Draft' as const, log: [], logRows: lastFilled(log?.rows ?? []) + 1 };
  const nothing = { frozen: undefined, opened: undefined, closed: undefined };
  if (log === undefined)
    return {
      ...draft,
      ...nothing,
      problem:
        closing === undefined
          ? undefined
          : say`The offer was closed, but its log is gone: restore the sheet "${LOG_TABLE.sheet}" from a copy of the workbook.`,
    };
  try {
    const steps = readSteps(log);
    const stage = steps.at(-1)?.stage ?? 'Draft';
    const life = { ...draft, log: steps, stage };
    if (!stageRule(stage).isLedgerFrozen)
      return {
        ...life,
        ...nothing,
        opened: stage === 'Open' ? openedTerms(steps, opening) : undefined,
        problem: undefined,
      };
    if (closing === undefined)
      return {
        ...life,
        ...nothing,
        problem: say`The offer is at the stage ${sentenceOf(stage)}, but the hidden sheet "${CLOSING_SHEET}" with the ledger as it stood is gone: restore it from a copy of the workbook, or step back to Open and close again.`,
      };
    const frozen = readClosing(closing);
    return {
      ...life,
      frozen,
      opened: undefined,
      closed: closingTime(closing),
      problem: tampering(steps, frozen),
    };
  } catch (error) {
    if (!(error instanceof RegrantError)) throw error;
    return { ...draft, ...nothing, problem: say`Sheet "${LOG_TABLE.sheet}": ${error.sentence}` };
  }
}

/** What was kept has to be what the log says was opened or amended; else no more is known than whether it has changed. */
function openedTerms(steps: readonly LoggedStep[], opening: Grid | undefined): OpenedTerms | undefined {
  const last = steps.findLast(({ step }) => step === 'Open' || step === 'Amend');
  if (last === undefined) return undefined;
  const {
    time: since,
    digests: { terms: digest },
  } = last;
  const kept = opening === undefined ? undefined : readOpening(opening);
  const isIntact = kept?.tables !== undefined && termsDigest(kept.tables) === digest;
  return { since, digest, tables: isIntact ? kept.tables : undefined, minimum: kept?.minimum };
}

/** A row that a crash left blank is filled by the next step. */
const lastFilled = (rows: Grid): number => rows.findLastIndex((row) => !row.every(isBlank));

function readSteps({ headers, rows }: LogCells): readonly LoggedStep[] {
  const keys = headers.map(headerKey);
  const columns = LOG_TABLE.columns.map(({ name }) => keys.indexOf(headerKey(name)));
  return rows.flatMap((row) => readLogRow(columns.map((at): CellValue => row[at])) ?? []);
}

/** A time of the log, which keeps it as ISO text in UTC. */
const instant = (time: string): SentenceValue => {
  const moment = parseMoment(time);
  return moment === undefined ? time : { moment, iso: time };
};

/** What was kept has to be what the log says was closed. */
function tampering(steps: readonly LoggedStep[], { ledger, elections }: FrozenTables): Sentence | undefined {
  const closing = steps.findLast(({ step }) => step === 'Close');
  if (closing === undefined) return undefined;
  const isLedgerChanged = digestOf(ledger.values) !== closing.digests.ledger;
  const areElectionsChanged = digestOf(elections?.values ?? []) !== closing.digests.elections;
  if (!isLedgerChanged && !areElectionsChanged) return undefined;
  const what =
    isLedgerChanged && areElectionsChanged
      ? say`The ledger and the elections`
      : isLedgerChanged
        ? say`The ledger`
        : say`The elections`;
  return say`${what} kept at the closing of ${instant(closing.time)} (hidden sheet "${CLOSING_SHEET}") were changed since: their digest is not the log's. Restore them from a copy of the workbook, or step back to Open and close again.`;
}

/** @throws RegrantError what was kept is gone or was changed, or results are final */
export function refuseRun({ problem, stage }: OfferLife): void {
  if (problem !== undefined) throw badValue(problem);
  if (stageRule(stage).areResultsFinal)
    throw badValue(
      say`The awards are granted: their results are values that no run rewrites. Take the last step back first.`,
    );
}
