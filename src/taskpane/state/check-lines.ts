/** The rows of a checks table as the pane lists them: how grave, what, and the cell that a click selects. Pure. */
import { idText } from '../../domain/basics/cell.ts';
import { headerKey } from '../../domain/basics/words.ts';
import type { Severity } from '../../domain/offer/checks.ts';
import type { ResultTable } from '../../domain/offer/result-tables.ts';
import type { CellLink } from './cell-link.ts';

export interface CheckLine {
  readonly severity: Severity;
  readonly column: string;
  readonly problem: string;
  readonly link: CellLink | undefined;
}

/** What is known of a sheet's columns, to name the cell and not the row alone. */
interface KnownColumns {
  readonly sheet: string;
  readonly columns: readonly { readonly header: string | undefined; readonly letters: string | undefined }[];
}

export const checkLines = (table: ResultTable, known: KnownColumns | undefined): readonly CheckLine[] =>
  table.rows.map(([severity, sheet, row, column, problem]) => ({
    severity: severityOf(idText(severity)),
    column: idText(column),
    problem: idText(problem),
    link: linkOf(idText(sheet), row, idText(column), known),
  }));

const severityOf = (text: string): Severity => (text === 'Error' || text === 'Warning' ? text : 'Info');

function linkOf(
  sheet: string,
  row: unknown,
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
