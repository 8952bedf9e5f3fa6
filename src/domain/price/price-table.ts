/** Prices by trading day, compiled once from cells, in date order. Knows the table, not the rules that read it. */
import { type CellValue, type Grid, isBlank, isEmptyRow, readAmount, readDay } from '../basics/cell.ts';
import { dated, type Day } from '../basics/day.ts';
import { badValue, notAvailable } from '../basics/error.ts';
import { say } from '../basics/sentence.ts';
import { headerKey } from '../basics/words.ts';

const COLUMNS = ['Date', 'Close', 'Open', 'High', 'Low', 'Volume'] as const;
type Column = (typeof COLUMNS)[number];
/** What only some rules read, and what is therefore checked only when one does. */
export type DailyFigure = Exclude<Column, 'Date' | 'Close'>;

/** One trading day: a day that has a closing price. */
export interface TradingDay {
  readonly day: Day;
  readonly close: number;
  readonly row: readonly CellValue[];
}

/** Trading days in date order, each once. */
export interface PriceTable {
  readonly days: readonly TradingDay[];
  readonly columns: ReadonlyMap<Column, number>;
  /** The table's name in messages. */
  readonly name: string;
}

/**
 * Reads a table with headers `Date`, `Close` and optionally `Open`, `High`, `Low`, `Volume`, or two columns without
 * headers, Date and Close. The dates stand in any order; blank rows, and dates that have no close yet, are skipped.
 *
 * @param name the table's name in messages
 * @throws RegrantError no Date or Close column, a cell that is no date or price, two prices for one date
 */
export function compilePrices(grid: Grid, name = 'prices'): PriceTable {
  const first = grid.findIndex((row) => !isEmptyRow(row));
  const header = grid[first] ?? [];
  const headed = header.some((cell) => typeof cell === 'string' && columnOf(cell) !== undefined);
  const columns = headed ? findColumns(header, name) : twoColumns(header, name);
  const dateAt = columns.get('Date') ?? 0;
  const closeAt = columns.get('Close') ?? 1;

  const days: TradingDay[] = [];
  for (let index = headed ? first + 1 : Math.max(first, 0); index < grid.length; index++) {
    const row = grid[index] ?? [];
    if (isEmptyRow(row)) continue;
    const day = readDay(row[dateAt], say`Date in row ${String(index + 1)} of ${name}`);
    // A price of 0 is an empty cell on some hosts: the date is listed and its price is not there yet.
    if (isBlank(row[closeAt]) || row[closeAt] === 0) continue;
    days.push({ day, close: readAmount(row[closeAt], say`Close on ${dated(day)} in ${name}`), row });
  }
  days.sort((a, b) => a.day - b.day);
  days.forEach(({ day }, index) => {
    if (days[index + 1]?.day === day)
      throw badValue(say`${name} must have one price for a date, and has two for ${dated(day)}.`);
  });
  return { days, columns, name };
}

/** The last day that has a price, or undefined where the table has none. */
export const lastPriceDay = (table: PriceTable): Day | undefined => table.days.at(-1)?.day;

/** How many trading days lie before `day`: where it stands, or would stand, among them. */
export function positionOf(table: PriceTable, day: Day): number {
  let [low, high] = [0, table.days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((table.days[middle]?.day ?? Infinity) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * What a trading day has besides its close.
 *
 * @throws RegrantError the table has no such column, or the cell is blank or no amount
 */
export function dailyFigure(table: PriceTable, { day, row }: TradingDay, figure: DailyFigure): number {
  const at = table.columns.get(figure);
  if (at === undefined) throw badValue(say`${table.name} must have a column ${figure} for this rule.`);
  if (isBlank(row[at])) throw notAvailable(say`${table.name} has no ${figure} on ${dated(day)}.`);
  return readAmount(row[at], say`${figure} on ${dated(day)} in ${table.name}`);
}

const columnOf = (header: string): Column | undefined => {
  const key = headerKey(header);
  return COLUMNS.find((column) => headerKey(column) === key);
};

function findColumns(header: readonly CellValue[], name: string): Map<Column, number> {
  const columns = new Map<Column, number>();
  header.forEach((cell, index) => {
    const column = typeof cell === 'string' ? columnOf(cell) : undefined;
    if (column === undefined) return;
    if (columns.has(column)) throw badValue(say`${name} must have one column ${column}, and has two.`);
    columns.set(column, index);
  });
  for (const needed of ['Date', 'Close'] as const)
    if (!columns.has(needed)) throw badValue(say`${name} must have a column ${needed}.`);
  return columns;
}

function twoColumns(firstRow: readonly CellValue[], name: string): Map<Column, number> {
  if (firstRow.length !== 2 && firstRow.length !== 0)
    throw badValue(
      say`${name} must have headers, Date and Close among them, or be two columns: dates and closes.`,
    );
  return new Map([
    ['Date', 0],
    ['Close', 1],
  ]);
}
