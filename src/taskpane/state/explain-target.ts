/** What a selected cell is about: a grant of the ledger or of a table that a run wrote, a total, a check. Pure. */
import { columnLetters } from '../../domain/basics/block.ts';
import { idText } from '../../domain/basics/cell.ts';
import { RegrantError } from '../../domain/basics/error.ts';
import { headerKey } from '../../domain/basics/words.ts';
import { type ElectionColumns, electionColumns, isAllGrants } from '../../domain/election/elections.ts';
import { LOG_TABLE } from '../../domain/offer/life/offer-log.ts';
import type { OfferRun } from '../../domain/offer/offer-run.ts';
import {
  CHECKS_TABLE,
  ELIGIBILITY_TABLE,
  NEW_GRANTS_TABLE,
  type ResultTableDefinition,
  VESTING_TABLE,
} from '../../domain/offer/results/result-tables.ts';
import { presentTable, SUMMARY_TABLE } from '../../workbook/read/own-tables.ts';
import type { Rect } from '../../workbook/excel/rect.ts';
import { lastColumn, lastRow } from '../../workbook/excel/rect.ts';
import type { ActiveCell } from '../../workbook/excel/select-cells.ts';
import {
  sameName,
  tableNamed,
  type TableShape,
  type WorkbookShape,
} from '../../workbook/excel/workbook-shape.ts';
import type { CellLink } from './cell-link.ts';

/** The part of an explanation that concerns a cell, so that it opens there. */
export type ExplainPart = 'rules' | 'election' | 'count' | 'price' | 'vesting';

export type ExplainTarget =
  | {
      readonly kind: 'grant';
      readonly ledgerRow: number;
      readonly part: ExplainPart;
      /** The selected cell. */
      readonly cell: CellLink;
      /** The vesting date of the selected row, where it has one. */
      readonly date?: number;
      /** What a check says of the grant, where the cell is in the checks. */
      readonly check?: string;
    }
  /** A check that is about no grant. */
  | { readonly kind: 'check'; readonly problem: string; readonly about: CellLink | undefined }
  /** A total of the summary, by its name; `''` where the cell is in one of its breakdowns. */
  | { readonly kind: 'total'; readonly measure: string }
  | { readonly kind: 'log' }
  | { readonly kind: 'nothing'; readonly cell: CellLink };

const COLUMN_PARTS = new Map<ResultTableDefinition, Readonly<Record<string, ExplainPart>>>([
  [ELIGIBILITY_TABLE, { Election: 'election', Exchanged: 'election' }],
  [
    NEW_GRANTS_TABLE,
    {
      'Grant Date': 'price',
      'Exercise Price': 'price',
      'Vesting Schedule': 'vesting',
      'First Vesting Date': 'vesting',
      'Fully Vested Date': 'vesting',
    },
  ],
  [VESTING_TABLE, {}],
]);

const PART_OF_TABLE = new Map<ResultTableDefinition, ExplainPart>([
  [ELIGIBILITY_TABLE, 'rules'],
  [NEW_GRANTS_TABLE, 'count'],
  [VESTING_TABLE, 'vesting'],
]);

export function explainTarget(cell: ActiveCell, shape: WorkbookShape, run: OfferRun): ExplainTarget {
  const here: CellLink = { sheet: cell.sheet, address: `${columnLetters(cell.column)}${cell.row}` };
  const nothing: ExplainTarget = { kind: 'nothing', cell: here };
  if (sameName(cell.sheet, run.ledger.sheet))
    return run.ledgerRows.includes(cell.row)
      ? { kind: 'grant', ledgerRow: cell.row, part: 'rules', cell: here }
      : nothing;
  const inTable = (definition: ResultTableDefinition): SelectedRow | undefined => {
    const table = presentTable(shape, definition);
    return table !== undefined && sameName(table.sheet, cell.sheet) && isInBody(table.range, cell)
      ? new SelectedRow(table, cell)
      : undefined;
  };
  for (const [definition, standard] of PART_OF_TABLE) {
    const row = inTable(definition);
    if (row === undefined) continue;
    const ledgerRow = ledgerRowOf(
      run,
      row.text('Holder ID'),
      row.text('Grant ID') || row.text('Old Grant ID'),
    );
    if (ledgerRow === undefined) return nothing;
    const part = COLUMN_PARTS.get(definition)?.[row.header] ?? standard;
    const date = definition === VESTING_TABLE ? row.cell('Date') : undefined;
    return {
      kind: 'grant',
      ledgerRow,
      part,
      cell: here,
      ...(typeof date === 'number' ? { date } : {}),
    };
  }
  const check = inTable(CHECKS_TABLE);
  if (check !== undefined) return checkTarget(check, run, here);
  const total = inTable(SUMMARY_TABLE);
  if (total !== undefined) return { kind: 'total', measure: total.text('Measure') };
  if (isInBreakdown(cell, shape)) return { kind: 'total', measure: '' };
  const elections = tableNamed(shape, 'OfferElections');
  if (elections !== undefined && sameName(elections.sheet, cell.sheet) && isInBody(elections.range, cell))
    return electionTarget(elections, cell, run, here);
  return inTable(LOG_TABLE) === undefined ? nothing : { kind: 'log' };
}

/** Whether a cell is one of the summary's breakdowns, which are Regrant's tables beside the totals. */
function isInBreakdown(cell: ActiveCell, { tables, ...shape }: WorkbookShape): boolean {
  const totals = presentTable({ ...shape, tables }, SUMMARY_TABLE);
  return (
    totals !== undefined &&
    sameName(totals.sheet, cell.sheet) &&
    tables.some(
      ({ name, sheet, range }) =>
        name !== totals.name &&
        /^regrant/i.test(name) &&
        sameName(sheet, totals.sheet) &&
        isInBody(range, cell),
    )
  );
}

/** A form is about the grant that it names; one for all grants of a holder is about none in particular, unless there is one only. */
function electionTarget(table: TableShape, active: ActiveCell, run: OfferRun, cell: CellLink): ExplainTarget {
  const at = headersOf(table);
  if (at === undefined) return { kind: 'nothing', cell };
  const text = (column: number): string => idText(active.rowCells[table.range.column - 1 + column]);
  const grant = text(at.grant);
  const ledgerRow = ledgerRowOf(run, text(at.holder), isAllGrants(grant) ? undefined : grant);
  return ledgerRow === undefined
    ? { kind: 'nothing', cell }
    : { kind: 'grant', ledgerRow, part: 'election', cell };
}

/** Undefined where a column is missing, which the elections' own check says. */
function headersOf({ headers }: TableShape): ElectionColumns | undefined {
  try {
    return electionColumns(headers);
  } catch (error) {
    if (error instanceof RegrantError) return undefined;
    throw error;
  }
}

/** A check is about a grant of the ledger, about another row, or about the offer as a whole. */
function checkTarget(check: SelectedRow, run: OfferRun, cell: CellLink): ExplainTarget {
  const [sheet, row] = [check.text('Sheet'), check.cell('Row')];
  const problem = check.text('Problem');
  if (typeof row !== 'number' || sheet === '') return { kind: 'check', problem, about: undefined };
  if (sameName(sheet, run.ledger.sheet) && run.ledgerRows.includes(row))
    return { kind: 'grant', ledgerRow: row, part: 'rules', cell, check: problem };
  return { kind: 'check', problem, about: { sheet, address: `A${row}` } };
}

/** A row of a table, by the names of its columns. */
class SelectedRow {
  /** Of the selected cell's column. */
  readonly header: string;
  readonly #table: TableShape;
  readonly #active: ActiveCell;

  constructor(table: TableShape, active: ActiveCell) {
    this.#table = table;
    this.#active = active;
    this.header = table.headers[active.column - table.range.column] ?? '';
  }

  cell(name: string) {
    const { headers, range } = this.#table;
    const at = headers.findIndex((header) => headerKey(header) === headerKey(name));
    return at < 0 ? undefined : this.#active.rowCells[range.column - 1 + at];
  }

  text(name: string): string {
    return idText(this.cell(name));
  }
}

const isInBody = (range: Rect, { row, column }: ActiveCell): boolean =>
  row > range.row && row <= lastRow(range) && column >= range.column && column <= lastColumn(range);

/** The row of a holder's grant; without a grant, of the only one that the holder has. */
function ledgerRowOf(
  { eligibility, ledgerRows }: OfferRun,
  holder: string,
  grant: string | undefined,
): number | undefined {
  const names = eligibility.definition.columns.map(({ name }) => name);
  const [holderAt, grantAt] = [names.indexOf('Holder ID'), names.indexOf('Grant ID')];
  const isIt = (row: (typeof eligibility.rows)[number] | undefined): boolean =>
    idText(row?.[holderAt]) === holder && (grant === undefined || idText(row?.[grantAt]) === grant);
  const index = eligibility.rows.findIndex(isIt);
  if (grant === undefined && eligibility.rows.findLastIndex(isIt) !== index) return undefined;
  return ledgerRows[index];
}
