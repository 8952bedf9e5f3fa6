/**
 * Exercise prices that many new grants share, computed once: a few cells to the right of the new grants hold one call of
 * EXERCISEPRICE for each grant date and rule, and the rows refer to them. A call passes the whole table of prices, and
 * Excel passes at most 5 MB of calls at a time (call-budget.ts). Pure: it says what to write, and where there is room.
 */
import { columnLetters } from '../../domain/basics/block.ts';
import { type CellValue, type Grid, isBlank } from '../../domain/basics/cell.ts';
import { headerKey } from '../../domain/basics/words.ts';
import type { CellsWanted } from '../excel/read-cells.ts';
import { lastColumn, lastRow, type Rect } from '../excel/rect.ts';
import { sameName, type TableShape, type WorkbookShape } from '../excel/workbook-shape.ts';

/** None of the names of a result column, so that a reader of the sheet's first row never takes one for another. */
export const SHARED_HEADERS = ['Price Date', 'Shared Price'] as const;

/** Of more prices than these a run makes values. */
const MOST_PRICES = 100;
/** How far to the right of the table the cells are looked for, where a person's columns may have pushed them. */
const MOST_COLUMNS = 30;

/** A price that rows share: the day and the formula over the day's cell, which is written in place of `DATE_CELL`. */
export interface SharedPrice {
  readonly date: CellValue;
  readonly formula: string;
}

/** Stands for the day's cell in the formula of a price. */
export const DATE_CELL = '\u0000';

/** The cells beside a table: headers, then a row for each price. */
export interface Beside {
  readonly row: number;
  readonly column: number;
  readonly prices: readonly SharedPrice[];
  /** What an earlier run has left there. */
  readonly stale: Rect | undefined;
}

export const besideRange = ({ row, column, prices }: Beside): Rect => ({
  row,
  column,
  rowCount: prices.length + 1,
  columnCount: SHARED_HEADERS.length,
});

/** What the cells hold, headers first. */
export const besideCells = ({ row, column, prices }: Beside): CellValue[][] => [
  [...SHARED_HEADERS],
  ...prices.map(({ date, formula }, index) => [
    date,
    formula.replaceAll(DATE_CELL, `$${columnLetters(column)}$${String(row + 1 + index)}`),
  ]),
];

/** Where the cells are or may be put. */
export interface Place {
  readonly row: number;
  readonly column: number;
  readonly stale: Rect | undefined;
  /** How many prices have room. */
  readonly room: number;
}

/** The cells to look at before a run decides; undefined where nothing is to the right of the table. */
export function cellsBeside(table: TableShape, shape: WorkbookShape): CellsWanted | undefined {
  const used = shape.sheets.find(({ name }) => sameName(name, table.sheet))?.used;
  const column = lastColumn(table.range) + 1;
  if (used === undefined || lastColumn(used) < column) return undefined;
  return {
    sheet: table.sheet,
    range: {
      row: table.range.row,
      column,
      rowCount: Math.min(MOST_PRICES + 1, Math.max(1, lastRow(used) - table.range.row + 1)),
      columnCount: Math.min(MOST_COLUMNS, lastColumn(used) - column + 1),
    },
  };
}

/** Where the cells of an earlier run are, by their headers. */
export function findBeside({ range }: CellsWanted, content: Grid): Rect | undefined {
  const [first, second] = SHARED_HEADERS.map(headerKey);
  const isHeader = (cell: CellValue, key: string | undefined) =>
    typeof cell === 'string' && headerKey(cell) === key;
  const headers = content[0] ?? [];
  const at = headers.findIndex(
    (cell, index) => isHeader(cell, first) && isHeader(headers[index + 1], second),
  );
  if (at < 0) return undefined;
  const end = content.findIndex((row, index) => index > 0 && isBlank(row[at]));
  return {
    row: range.row,
    column: range.column + at,
    rowCount: end < 0 ? content.length : end,
    columnCount: SHARED_HEADERS.length,
  };
}

/**
 * Where the cells go: to their place of the last run; else one column away from the table, where nothing else is.
 *
 * @param wanted and content what is to the right of the table, with formulas; undefined where nothing is
 */
export function placeBeside(
  table: { readonly headerRow: number; readonly lastColumn: number },
  wanted: CellsWanted | undefined,
  content: Grid,
): Place {
  const stale = wanted === undefined ? undefined : findBeside(wanted, content);
  const column = stale?.column ?? table.lastColumn + 2;
  const row = table.headerRow;
  if (wanted === undefined) return { row, column, stale, room: MOST_PRICES };
  const isFree = (index: number): boolean =>
    SHARED_HEADERS.every((_, offset) => isBlank(content[index]?.[column + offset - wanted.range.column]));
  const known = stale?.rowCount ?? 0;
  // A column in between keeps the table from growing over the cells, as it would over those beside it.
  const isApart = stale !== undefined || content.every((cells) => isBlank(cells[0]));
  let free = known;
  while (free <= MOST_PRICES && isFree(free)) free++;
  return { row, column, stale, room: isApart ? Math.max(0, free - 1) : 0 };
}

/** What a new grant's price asks for: the day, and the formula over the day's cell. */
export interface PriceAsked {
  readonly date: CellValue;
  readonly formula: string;
}

export interface Shared {
  readonly beside: Beside;
  /** The formula of each row; none where its price does not follow from the table of prices. */
  readonly formulas: readonly (string | undefined)[];
}

/** One cell for each price that is asked for; undefined where they have no room. */
export function sharePrices(asked: readonly (PriceAsked | undefined)[], place: Place): Shared | undefined {
  const at = new Map<string, number>();
  const seen = new Map<PriceAsked, string>();
  const prices: SharedPrice[] = [];
  const [date, price] = [columnLetters(place.column), columnLetters(place.column + 1)];
  const formulas = asked.map((one) => {
    if (one === undefined) return undefined;
    const known = seen.get(one);
    if (known !== undefined) return known;
    const key = JSON.stringify([one.date, one.formula]);
    let index = at.get(key);
    if (index === undefined) {
      index = prices.push(one) - 1;
      at.set(key, index);
    }
    const row = String(place.row + 1 + index);
    const formula = `=IF([@[Grant Date]]=$${date}$${row},$${price}$${row},NA())`;
    seen.set(one, formula);
    return formula;
  });
  if (prices.length === 0 || prices.length > place.room) return undefined;
  return { beside: { row: place.row, column: place.column, prices, stale: place.stale }, formulas };
}

/** Whether a row's formula refers to a shared price. */
export const refersToSharedPrice = (formula: string): boolean =>
  /^=IF\(.{1,60}=\$[A-Z]{1,3}\$\d+,\$[A-Z]{1,3}\$\d+,NA\(\)\)$/i.test(formula);
