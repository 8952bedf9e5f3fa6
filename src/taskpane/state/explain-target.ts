/** Which grant a selected cell is about: a row of the ledger, or of a table that a run wrote. Pure. */
import { idText } from '../../domain/basics/cell.ts';
import { headerKey } from '../../domain/basics/words.ts';
import type { OfferRun } from '../../domain/offer/offer-run.ts';
import { ELIGIBILITY_TABLE, NEW_GRANTS_TABLE, VESTING_TABLE } from '../../domain/offer/result-tables.ts';
import { presentTable } from '../../workbook/own-tables.ts';
import type { Rect } from '../../workbook/rect.ts';
import { lastColumn, lastRow } from '../../workbook/rect.ts';
import type { ActiveCell } from '../../workbook/select-cells.ts';
import { sameName, type WorkbookShape } from '../../workbook/workbook-shape.ts';

/** What of the grant the cell shows, so that the explanation opens there. */
export type ExplainPart = 'eligibility' | 'count' | 'price' | 'vesting';

export interface ExplainTarget {
  readonly ledgerRow: number;
  readonly part: ExplainPart;
}

const COLUMN_PARTS: Readonly<Record<string, ExplainPart>> = {
  'New per Old': 'count',
  'New Shares': 'count',
  'Cancelled Shares': 'count',
  'Exercise Price': 'price',
  'Grant Date': 'price',
  'Vesting Schedule': 'vesting',
  'First Vesting Date': 'vesting',
  'Fully Vested Date': 'vesting',
  Date: 'vesting',
  Shares: 'vesting',
  Cumulative: 'vesting',
};

export function explainTarget(
  cell: ActiveCell,
  shape: WorkbookShape,
  run: OfferRun,
): ExplainTarget | undefined {
  if (sameName(cell.sheet, run.ledger.sheet))
    return run.ledgerRows.includes(cell.row) ? { ledgerRow: cell.row, part: 'eligibility' } : undefined;
  for (const definition of [ELIGIBILITY_TABLE, NEW_GRANTS_TABLE, VESTING_TABLE]) {
    const table = presentTable(shape, definition);
    if (table === undefined || !sameName(table.sheet, cell.sheet) || !isInBody(table.range, cell)) continue;
    const valueOf = (name: string): string => {
      const at = table.headers.findIndex((header) => headerKey(header) === headerKey(name));
      return at < 0 ? '' : idText(cell.rowCells[table.range.column - 1 + at]);
    };
    const ledgerRow = ledgerRowOf(run, valueOf('Holder ID'), valueOf('Grant ID') || valueOf('Old Grant ID'));
    if (ledgerRow === undefined) return undefined;
    const header = table.headers[cell.column - table.range.column] ?? '';
    const part = definition === ELIGIBILITY_TABLE ? 'eligibility' : (COLUMN_PARTS[header] ?? 'count');
    return { ledgerRow, part };
  }
  return undefined;
}

const isInBody = (range: Rect, { row, column }: ActiveCell): boolean =>
  row > range.row && row <= lastRow(range) && column >= range.column && column <= lastColumn(range);

function ledgerRowOf(
  { eligibility, ledgerRows }: OfferRun,
  holder: string,
  grant: string,
): number | undefined {
  const names = eligibility.definition.columns.map(({ name }) => name);
  const [holderAt, grantAt] = [names.indexOf('Holder ID'), names.indexOf('Grant ID')];
  const index = eligibility.rows.findIndex(
    (row) => idText(row[holderAt]) === holder && idText(row[grantAt]) === grant,
  );
  return index < 0 ? undefined : ledgerRows[index];
}
