/** The checks as the pane lists them: how grave, what, and the cell that a click selects. Pure. */
import type { Words } from '../../domain/basics/sentence.ts';
import { headerKey } from '../../domain/basics/words.ts';
import type { Check, Severity } from '../../domain/offer/check.ts';
import type { CellLink } from './cell-link.ts';

export interface CheckLine {
  readonly severity: Severity;
  readonly column: string;
  readonly problem: Words;
  readonly link: CellLink | undefined;
}

/** What is known of a sheet's columns, to name the cell and not the row alone. */
interface KnownColumns {
  readonly sheet: string;
  readonly columns: readonly { readonly header: string | undefined; readonly letters: string | undefined }[];
}

export const checkLines = (checks: readonly Check[], known: KnownColumns | undefined): readonly CheckLine[] =>
  checks.map(({ severity, sheet, row, column, problem }) => ({
    severity,
    column,
    problem,
    link: linkOf(sheet, row, column, known),
  }));

function linkOf(
  sheet: string,
  row: Check['row'],
  column: string,
  known: KnownColumns | undefined,
): CellLink | undefined {
  if (sheet === '' || typeof row !== 'number') return undefined;
  const letters =
    known?.sheet === sheet && column !== ''
      ? known.columns.find(({ header }) => header !== undefined && headerKey(header) === headerKey(column))
          ?.letters
      : undefined;
  return { sheet, address: `${letters ?? 'A'}${row}` };
}

export const countSeverity = (lines: readonly CheckLine[], severity: Severity): number =>
  lines.filter((line) => line.severity === severity).length;
