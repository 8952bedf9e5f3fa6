/**
 * The table OfferEvents: splits and mergers between cancellation and grant, which adjust every promise alike, in
 * date order.
 */
import { type CellValue, isBlank, readAmount, readDay, readNumber, show } from '../../basics/cell.ts';
import { type Day, dated } from '../../basics/day.ts';
import { badNumber, badValue } from '../../basics/error.ts';
import { say, type Sentence } from '../../basics/sentence.ts';
import { parseRounding, type Rounding } from '../../basics/rounding.ts';
import { wordKey } from '../../basics/words.ts';
import { mergerShares } from '../../adjustment/merger.ts';
import { splitShares } from '../../adjustment/split.ts';
import { atCell, columnOffset, from1904, neededColumn, type OfferTable } from '../offer-table.ts';

/** A split or merger that adjusts every promise, in date order. */
export interface AppliedEvent {
  readonly event: 'Split' | 'Merger';
  readonly newShares: number;
  readonly oldShares: number;
  readonly stockPerShare: number;
  readonly cashPerShare: number;
  readonly acquirerPrice: number;
  readonly rounding: string;
}

export interface OfferEvent extends AppliedEvent {
  readonly day: Day;
  /** `Split 1 for 3 on 2003-03-03`. */
  readonly label: Sentence;
  readonly apply: (shares: number) => number;
  /** How many new shares one old share becomes, unrounded. */
  readonly perShare: number;
  /** Offset of its row in the table. */
  readonly row: number;
}

/**
 * Reads the events, in date order; of one day in the table's order.
 *
 * @throws RegrantError a cell that cannot be read, by its address
 */
export function readEvents(table: OfferTable | undefined, date1904: boolean): readonly OfferEvent[] {
  if (table === undefined || table.rows.length === 0) return [];
  const dateColumn = neededColumn(table, 'Date');
  const eventColumn = neededColumn(table, 'Event');
  const events = table.rows.map((row): OfferEvent => {
    const cells = table.block.values[row] ?? [];
    const read = <T>(column: string, reader: (value: CellValue, name: string) => T): T | undefined => {
      const offset = columnOffset(table, column);
      if (offset < 0 || isBlank(cells[offset])) return undefined;
      return atCell(table, row, offset, () => reader(cells[offset], column));
    };
    const day = atCell(table, row, dateColumn, () =>
      readDay(date1904 ? from1904(cells[dateColumn]) : cells[dateColumn], 'Date'),
    );
    const rounding =
      read('Rounding', (value, name) => parseRounding(String(value), name)) ?? parseRounding('down');
    const kind = wordKey(String(cells[eventColumn] ?? ''));
    if (kind === 'merger') return atCell(table, row, eventColumn, () => merger(day, row, rounding, read));
    if (kind.endsWith('split')) return atCell(table, row, eventColumn, () => split(day, row, rounding, read));
    return atCell(table, row, eventColumn, () => {
      throw badValue(say`Event must be Split or Merger, not ${show(cells[eventColumn])}.`);
    });
  });
  return events.sort((a, b) => a.day - b.day);
}

type CellReader = <T>(column: string, reader: (value: CellValue, name: string) => T) => T | undefined;

const positive = (value: CellValue, name: string): number => {
  const number = readNumber(value, name);
  if (number <= 0) throw badNumber(say`${name} must be above zero, and is ${number}.`);
  return number;
};

function split(day: Day, row: number, rounding: Rounding, read: CellReader): OfferEvent {
  const newShares = read('New Shares', positive);
  const oldShares = read('Old Shares', positive);
  if (newShares === undefined || oldShares === undefined)
    throw badValue(
      say`a split needs New Shares and Old Shares, such as 1 and 3 for a 1-for-3 reverse split.`,
    );
  return {
    event: 'Split',
    day,
    row,
    newShares,
    oldShares,
    stockPerShare: 0,
    cashPerShare: 0,
    acquirerPrice: 0,
    rounding: rounding.name,
    label: say`Split ${newShares} for ${oldShares} on ${dated(day)}`,
    perShare: newShares / oldShares,
    apply: (shares) => splitShares(shares, 0, newShares, oldShares, rounding).shares,
  };
}

function merger(day: Day, row: number, rounding: Rounding, read: CellReader): OfferEvent {
  const stockPerShare = read('Stock per Share', readAmount) ?? 0;
  const cashPerShare = read('Cash per Share', readAmount) ?? 0;
  const acquirerPrice = read('Acquirer Price', positive);
  if (stockPerShare === 0 && cashPerShare === 0)
    throw badValue(say`a merger needs Stock per Share, Cash per Share, or both.`);
  if (cashPerShare > 0 && acquirerPrice === undefined)
    throw badValue(say`a merger with Cash per Share needs the Acquirer Price.`);
  return {
    event: 'Merger',
    day,
    row,
    newShares: 0,
    oldShares: 0,
    stockPerShare,
    cashPerShare,
    acquirerPrice: acquirerPrice ?? 0,
    rounding: rounding.name,
    label: say`Merger on ${dated(day)}`,
    perShare: stockPerShare + (acquirerPrice === undefined ? 0 : cashPerShare / acquirerPrice),
    apply: (shares) => mergerShares(shares, stockPerShare, cashPerShare, acquirerPrice, rounding),
  };
}
