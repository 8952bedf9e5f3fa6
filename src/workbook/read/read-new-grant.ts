/**
 * Reads what the workbook holds for one new grant, where somebody asks for it: reading every row with each change of
 * the workbook would cost more than it tells. It knows where the row is likely to be, and compares nothing.
 */
import { columnLetters } from '../../domain/basics/block.ts';
import { type CellValue, idText } from '../../domain/basics/cell.ts';
import { headerKey } from '../../domain/basics/words.ts';
import { NEW_GRANTS_TABLE } from '../../domain/offer/results/result-tables.ts';
import { AFTER_CELL_EDIT } from '../excel/excel-run.ts';
import { presentTable } from './own-tables.ts';
import { readCells } from '../excel/read-cells.ts';
import { readShape, type TableShape } from '../excel/workbook-shape.ts';

export interface NewGrantWanted {
  readonly holder: string;
  readonly grant: string;
  /** Its place among the new grants, as a run orders them; somebody may have sorted them since. */
  readonly position: number | undefined;
}

/** A cell of a result table and what it holds. */
export interface ResultCell {
  readonly value: CellValue;
  readonly sheet: string;
  readonly address: string;
}

export interface NewGrantReading {
  readonly newShares: ResultCell;
  readonly exercisePrice: ResultCell;
}

/** `none`: the workbook has new grants, and this is not among them. Undefined: it has none at all. */
export const readNewGrant = (wanted: NewGrantWanted): Promise<NewGrantReading | 'none' | undefined> =>
  Excel.run(AFTER_CELL_EDIT, async (context) => {
    const table = presentTable(await readShape(context), NEW_GRANTS_TABLE);
    if (table === undefined) return undefined;
    const { sheet, range } = table;
    const rowAt = async (position: number): Promise<readonly CellValue[]> => {
      const row = { ...range, row: range.row + 1 + position, rowCount: 1 };
      return (await readCells(context, [{ sheet, range: row }]))[0]?.[0] ?? [];
    };
    const [holderAt, grantAt] = [columnOf(table, 'Holder ID'), columnOf(table, 'Old Grant ID')];
    const grants = range.rowCount - 1;
    if (wanted.position !== undefined && wanted.position < grants) {
      const row = await rowAt(wanted.position);
      if (idText(row[holderAt]) === wanted.holder && idText(row[grantAt]) === wanted.grant)
        return reading(table, wanted.position, row);
    }
    const idsOf = (column: number) => ({
      sheet,
      range: { ...range, column: range.column + column, columnCount: 1 },
    });
    const [holders = [], ids = []] = await readCells(context, [idsOf(holderAt), idsOf(grantAt)]);
    const found = ids.findIndex(
      ([id], at) => at > 0 && idText(id) === wanted.grant && idText(holders[at]?.[0]) === wanted.holder,
    );
    return found < 0 ? 'none' : reading(table, found - 1, await rowAt(found - 1));
  });

const columnOf = ({ headers }: TableShape, name: string): number =>
  headers.findIndex((header) => headerKey(header) === headerKey(name));

function reading(table: TableShape, position: number, row: readonly CellValue[]): NewGrantReading {
  const { sheet, range } = table;
  const cell = (name: string): ResultCell => {
    const at = columnOf(table, name);
    return {
      value: row[at],
      sheet,
      address: `${columnLetters(range.column + at)}${range.row + 1 + position}`,
    };
  };
  return { newShares: cell('New Shares'), exercisePrice: cell('Exercise Price') };
}
