/**
 * A table of exchange ratios by exercise price, compiled once from cells. Knows prices and ratios, not grants; the
 * offer's own table, with criteria of every kind, is the offer's.
 */
import {
  type CellValue,
  comparable,
  type Grid,
  isBlank,
  isEmptyRow,
  numberIn,
  readNumber,
  refuseError,
  show,
} from '../basics/cell.ts';
import { badNumber, badValue } from '../basics/error.ts';
import { say, type Words } from '../basics/sentence.ts';
import { Fraction } from '../basics/fraction.ts';
import { headerKey } from '../basics/words.ts';

export interface Tier {
  /** Least exercise price of the tier, itself in it; open where it is -Infinity. */
  readonly from: number;
  /** Greatest exercise price of the tier, itself in it; open where it is Infinity. */
  readonly to: number;
  /** New shares per old share. */
  readonly ratio: Fraction;
  /** The same as a number, as near as a double comes. */
  readonly newPerOld: number;
}

/** Tiers in the order in which they are tried: the first that holds the price wins. */
export type RatioTiers = readonly Tier[];

const COLUMNS = ['From', 'To', 'New per Old', 'Old per New'] as const;
type Column = (typeof COLUMNS)[number];

/**
 * Reads a table with headers `From`, optionally `To`, and one of `New per Old` or `Old per New`. With a To column
 * a blank From or To is open and the first matching row wins; without one the row with the greatest From at or
 * below the price does. Blank rows are skipped.
 *
 * @param argument the table's name in messages
 * @throws RegrantError a column missing or given twice, a cell that is no number, a ratio not above zero
 */
export function compileTiers(grid: Grid, argument = 'tiers'): RatioTiers {
  const column = findColumns(grid[0] ?? [], argument);
  const hasTo = column('To') !== undefined;
  const tiers: Tier[] = [];
  grid.forEach((row, index) => {
    if (index === 0 || isEmptyRow(row)) return;
    const cell = (name: Column): CellValue => row[column(name) ?? -1];
    const place = (name: Column) => say`${name} in row ${String(index + 1)} of ${argument}`;
    if (!hasTo && isBlank(cell('From'))) throw badValue(say`${place('From')} must be a price, and is blank.`);
    const tier: Tier = {
      from: bound(cell('From'), place('From'), -Infinity),
      to: bound(cell('To'), place('To'), Infinity),
      ...(column('New per Old') === undefined
        ? oldPerNew(cell('Old per New'), place('Old per New'))
        : newPerOld(cell('New per Old'), place('New per Old'))),
    };
    if (tier.from > tier.to)
      throw badValue(
        say`${place('To')} must not be below From, and is ${tier.to} where From is ${tier.from}.`,
      );
    if (!hasTo && tiers.some((other) => other.from === tier.from))
      throw badValue(
        say`${place('From')} must differ from every other, and ${tier.from} stands there twice.`,
      );
    tiers.push(tier);
  });
  return hasTo ? tiers : tiers.sort((a, b) => b.from - a.from);
}

/**
 * The tier of an exercise price, or undefined where there is none. Prices are compared after rounding to 6
 * decimals, so that a computed 3.0099999999999998 is not below 3.01.
 */
export function tierAt(tiers: RatioTiers, exercisePrice: number): Tier | undefined {
  const price = comparable(exercisePrice);
  return tiers.find((tier) => tier.from <= price && price <= tier.to);
}

function findColumns(headers: readonly CellValue[], argument: string): (name: Column) => number | undefined {
  const at = new Map<Column, number>();
  headers.forEach((header, index) => {
    const key = headerKey(String(header ?? ''));
    const name = COLUMNS.find((candidate) => headerKey(candidate) === key);
    if (name === undefined) return;
    if (at.has(name)) throw badValue(say`${argument} must have one column ${name}, and has two.`);
    at.set(name, index);
  });
  if (!at.has('From'))
    throw badValue(say`${argument} must have a column From, with the least exercise price.`);
  if (at.has('New per Old') === at.has('Old per New'))
    throw badValue(
      at.has('New per Old')
        ? say`${argument} must have one of the columns New per Old and Old per New, and has both.`
        : say`${argument} must have one of the columns New per Old and Old per New, and has neither.`,
    );
  return (name) => at.get(name);
}

const bound = (value: CellValue, place: Words, open: number): number =>
  isBlank(value) ? open : comparable(readNumber(value, place));

function newPerOld(value: CellValue, place: Words): Pick<Tier, 'ratio' | 'newPerOld'> {
  const number = positive(value, place);
  return { ratio: Fraction.ofNumber(number), newPerOld: number };
}

function oldPerNew(value: CellValue, place: Words): Pick<Tier, 'ratio' | 'newPerOld'> {
  const ratio = Fraction.ONE.dividedBy(Fraction.ofNumber(positive(value, place)));
  return { ratio, newPerOld: ratio.toNumber() };
}

function positive(value: CellValue, place: Words): number {
  const number = numberIn(typeof value === 'string' ? percentAsNumber(value) : value);
  if (number === undefined) {
    refuseError(value, place);
    throw badValue(say`${place} must be a number, not ${show(value)}.`);
  }
  if (number <= 0 || Fraction.ofNumber(number).numerator === 0n)
    throw badNumber(say`${place} must be above zero, and is ${number}.`);
  return number;
}

/** `75%` typed into a cell of text. */
function percentAsNumber(text: string): CellValue {
  const match = /^\s*(\d+(?:\.\d+)?|\.\d+)\s*%\s*$/.exec(text);
  return match === null ? text : Number(`${match[1]}e-2`);
}
