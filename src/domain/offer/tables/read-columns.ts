/** OfferColumns: in it a person says which header of the ledger is which column. It wins over names. */
import { isBlank, show } from '../../basics/cell.ts';
import { badValue } from '../../basics/error.ts';
import { inSequence, say, type Sentence } from '../../basics/sentence.ts';
import { nearestWord } from '../../basics/words.ts';
import { cellAddress } from '../../basics/block.ts';
import { columnNamed, LEDGER_COLUMNS } from '../../ledger/columns.ts';
import { type ChosenHeaders, headerOffset } from '../../ledger/header-map.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { LedgerRemark } from '../../ledger/remark.ts';
import type { OfferSource } from '../offer-source.ts';
import { neededColumn, offerTable, placed } from '../offer-table.ts';

export interface ChosenColumn {
  readonly column: string;
  readonly header: string;
  readonly sheet: string;
  /** The sheet's row. */
  readonly row: number;
}

/**
 * The rows of OfferColumns that have a header; none where the workbook has no such table.
 *
 * @throws RegrantError a name that no column has, or a column that is said twice
 */
export function readColumns(source: OfferSource): readonly ChosenColumn[] {
  const table = offerTable(source, 'OfferColumns');
  if (table === undefined) return [];
  const [columnAt, headerAt] = [neededColumn(table, 'Column'), neededColumn(table, 'Header')];
  const problems: Sentence[] = [];
  const chosen: ChosenColumn[] = [];
  for (const offset of table.rows) {
    const row = table.block.values[offset] ?? [];
    const [name, header] = [row[columnAt], row[headerAt]];
    const column = isBlank(name) ? undefined : columnNamed(String(name));
    const at = (sentence: Sentence): void =>
      void problems.push(placed(cellAddress(table.block, offset, columnAt), sentence));
    if (column === undefined)
      at(
        isBlank(name)
          ? say`Column is missing: name the column that ${show(header)} is.`
          : say`${show(name)} is not a column of the ledger${nearestWord(
              String(name),
              LEDGER_COLUMNS.flatMap((known) => [known.name, ...known.synonyms]),
            )}`,
      );
    else if (isBlank(header)) continue;
    else if (column.addsUp !== true && chosen.some((other) => other.column === column.name))
      at(say`${column.name} is in OfferColumns twice: one header can be that column.`);
    else
      chosen.push({
        column: column.name,
        header: String(header),
        sheet: table.block.sheet,
        row: table.block.row + offset,
      });
  }
  const [first] = problems;
  if (first !== undefined) throw badValue(problems.length === 1 ? first : inSequence(problems, '\n'));
  return chosen;
}

/** The choices by column; several headers where they add up. */
export function chosenBy(columns: readonly ChosenColumn[]): ChosenHeaders {
  const headers: Record<string, readonly string[]> = {};
  for (const { column, header } of columns) headers[column] = [...(headers[column] ?? []), header];
  return headers;
}

/** Headers that none of the ledgers has. */
export const lackingHeaders = (
  columns: readonly ChosenColumn[],
  ledgers: readonly Ledger[],
): readonly LedgerRemark[] =>
  columns
    .filter(({ header }) => ledgers.every(({ map }) => headerOffset(map.headers, header) < 0))
    .map(({ column, header, sheet, row }) => ({
      severity: 'Error',
      sheet,
      row,
      column: 'Header',
      problem: say`The ledger has no header "${header}", which is said to be ${column}: write it as the ledger has it`,
    }));
