/**
 * The sheet on which an opening and each amendment keep the terms: a very hidden one, as that of the closing. It knows
 * cells, not offers.
 */
import type { CellBlock } from '../../domain/basics/block.ts';
import { type CellValue, type Grid, isBlank } from '../../domain/basics/cell.ts';
import {
  type KeptTable,
  OFFER_TABLES,
  type OpenedTerms,
  type OpenMinimum,
} from '../../domain/offer/offer-source.ts';

export const OPENING_SHEET = 'Regrant Opening';

const MARK = 'Regrant opening';
const WARNING =
  'Kept by Regrant: the terms as the offer opened with them, or as its last amendment left them. Changes are told from these: do not change them.';
/** The row, counted from 0, on which the first table begins. */
const FIRST_ROW = 3;

/** The sheet's cells, from A1 on: when, how long the offer stays open, then each table under a line that names it. */
export function openingCells(
  tables: readonly KeptTable[],
  time: string,
  minimum: OpenMinimum | undefined,
): CellValue[][] {
  const lines: CellValue[][] = [
    [MARK, time],
    [WARNING],
    minimum === undefined ? ['No minimum'] : ['Minimum', minimum.day, minimum.businessDays, minimum.amended],
  ];
  for (const { name, block } of tables) {
    const { sheet, row, column, values } = block;
    lines.push([name, sheet, row, column, values.length, widthOf(block)], ...values.map((line) => [...line]));
  }
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
  return lines.map((line) => Array.from({ length: width }, (_, at) => asText(line[at])));
}

/** Text stays text: `3/4` and what begins with `=` would become something else. */
const asText = (value: CellValue): CellValue =>
  isBlank(value) ? '' : typeof value === 'string' ? `'${value}` : value;

const widthOf = ({ values }: CellBlock): number =>
  values.reduce((width, row) => Math.max(width, row.length), 0);

/** What was kept; undefined where the cells are not what an opening keeps. */
export function readOpening(cells: Grid): Omit<OpenedTerms, 'since' | 'digest'> | undefined {
  if (cells[0]?.[0] !== MARK) return undefined;
  const tables: KeptTable[] = [];
  for (let at = FIRST_ROW; at < cells.length;) {
    const [word, sheet, row, column, height, width] = cells[at] ?? [];
    const name = OFFER_TABLES.find((table) => table === word);
    const size = [row, column, height, width].map(Number);
    if (name === undefined || !size.every((value) => Number.isInteger(value) && value >= 0)) return undefined;
    const [top = 1, left = 1, rowCount = 0, columnCount = 0] = size;
    const first = at + 1;
    const values = Array.from({ length: rowCount }, (_, r) =>
      Array.from({ length: columnCount }, (__, c) => cells[first + r]?.[c] ?? ''),
    );
    tables.push({ name, block: { sheet: String(sheet), row: top, column: left, values } });
    at = first + rowCount;
  }
  return { tables, minimum: readMinimum(cells[2] ?? []) };
}

function readMinimum([word, day, businessDays, amended]: readonly CellValue[]): OpenMinimum | undefined {
  if (word !== 'Minimum' || typeof day !== 'number' || typeof businessDays !== 'number') return undefined;
  return { day, businessDays, amended: String(amended ?? '') };
}
