/**
 * Turns what Office.js throws into a sentence and a way on. It knows Excel's error codes and nothing of offers;
 * what Regrant itself refuses arrives as RegrantError and already is a sentence.
 */
import { RegrantError } from '../../domain/basics/error.ts';
import { english, say, type Sentence } from '../../domain/basics/sentence.ts';

const SENTENCES: Readonly<Record<string, Sentence>> = {
  AccessDenied: say`Excel refused the change, because the workbook is read-only, or it or a sheet is protected: unprotect it, or save a copy and go on there.`,
  ItemAlreadyExists: say`A sheet or table of that name came into the workbook while Regrant was working, perhaps by somebody else: run again.`,
  InvalidOperationInCellEditMode: say`Excel is busy because a cell is being edited: press Enter or Esc, then run again.`,
  RequestPayloadSizeLimitExceeded: say`The results are too large for one request to Excel: close other workbooks, then run again.`,
  ResponsePayloadSizeLimitExceeded: say`The ledger is too large for one answer of Excel: shorten its longest texts, then run again.`,
  FilteredRangeConflict: say`A filter is in the way: clear the filters of the Regrant sheets, then run again.`,
  MergedRangeConflict: say`Merged cells are in the way on one of the Regrant sheets: unmerge them, then run again.`,
  ItemNotFound: say`A sheet or table went away while Regrant was working: run again.`,
  ApiNotFound: say`This Excel lacks something that Regrant needs: update Excel, or use Excel on the web.`,
  Timeout: say`Excel took too long to answer: wait until it has calculated, then run again.`,
  ActivityLimitReached: say`Excel has too much to do at the moment: wait a little, then run again.`,
  GeneralException: say`Excel could not do what was asked: run again, and reopen the workbook where that does not help.`,
};

/** One line in English. */
export const explainError = (error: unknown): string => english(errorSentence(error));

/** One line for a person: what happened and what to do next; never a stack. */
export function errorSentence(error: unknown): Sentence {
  if (error instanceof RegrantError) return error.sentence;
  if (isOfficeError(error)) {
    const sentence = SENTENCES[error.code];
    if (sentence !== undefined) return sentence;
    // What Excel says that is not known here is for whoever helps, with the place.
    const where = error.debugInfo?.errorLocation;
    const detail = where === undefined || where === '' ? error.code : say`${error.code} at ${where}`;
    return say`Excel answered: ${oneLine(error.message)} (${detail}). Run again, and ask for help where that does not help.`;
  }
  return say`Regrant stopped because of a fault in Regrant itself: ${oneLine(error instanceof Error ? error.message : String(error))}`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

interface OfficeError extends Error {
  readonly code: string;
  readonly debugInfo?: { readonly errorLocation?: string };
}

const isOfficeError = (error: unknown): error is OfficeError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string';
