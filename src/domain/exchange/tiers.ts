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
import { wordKey } from '../basics/words.ts';
import { type TierColumn, tierColumns } from './tier-columns.ts';

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

/**
 * Reads a table with headers `From`, optionally `To`, and one of `New per Old` or `Old per New`; or OfferRatios as it
 * stands, whose `Exercise Price From` and `Exercise Price To` are the same columns. With a To column a blank From or To
 * is open and the first matching row wins. Without one, the row with the greatest From at or below the price does under
 * `From`, and the first matching row under `Exercise Price From`, as in OfferRatios. Blank rows, rows that add a further
 * award (`And`) and rows without a ratio are passed over.
 *
 * @param argument the table's name in messages
 * @throws RegrantError a column missing or given twice, another criterion than the price, a cell that is no number, a
 *   ratio not above zero
 */
export function compileTiers(grid: Grid, argument = 'tiers'): RatioTiers {
  const { column, isOffers } = tierColumns(grid, argument);
  const hasTo = column('To') !== undefined;
  const firstWins = hasTo || isOffers;
  const ratioName: TierColumn = column('New per Old') === undefined ? 'Old per New' : 'New per Old';
  const tiers: Tier[] = [];
  grid.forEach((row, index) => {
    if (index === 0 || isEmptyRow(row)) return;
    const cell = (name: TierColumn): CellValue => row[column(name) ?? -1];
    const place = (name: TierColumn) => say`${name} in row ${String(index + 1)} of ${argument}`;
    if (isYes(cell('And'), place('And')) || isBlank(cell(ratioName))) return;
    if (!firstWins && isBlank(cell('From')))
      throw badValue(say`${place('From')} must be a price, and is blank.`);
    const tier: Tier = {
      from: bound(cell('From'), place('From'), -Infinity),
      to: bound(cell('To'), place('To'), Infinity),
      ...(ratioName === 'Old per New'
        ? oldPerNew(cell(ratioName), place(ratioName))
        : newPerOld(cell(ratioName), place(ratioName))),
    };
    if (tier.from > tier.to)
      throw badValue(
        say`${place('To')} must not be below From, and is ${tier.to} where From is ${tier.from}.`,
      );
    if (!firstWins && tiers.some((other) => other.from === tier.from))
      throw badValue(say`${place('From')} must differ from every other, and ${tier.from} is there twice.`);
    tiers.push(tier);
  });
  return firstWins ? tiers : tiers.sort((a, b) => b.from - a.from);
}

/** Whether the row adds a further award, and does not say what the grant itself becomes. */
function isYes(value: CellValue, place: Words): boolean {
  if (isBlank(value) || value === false) return false;
  const word = wordKey(String(value));
  if (value === true || ['yes', 'y', 'true'].includes(word)) return true;
  if (['no', 'n', 'false'].includes(word)) return false;
  throw badValue(say`${place} must be Yes or No, not ${show(value)}.`);
}

/**
 * The tier of an exercise price, or undefined where there is none. Prices are compared after rounding to 6
 * decimals, so that a computed 3.0099999999999998 is not below 3.01.
 */
export function tierAt(tiers: RatioTiers, exercisePrice: number): Tier | undefined {
  const price = comparable(exercisePrice);
  return tiers.find((tier) => tier.from <= price && price <= tier.to);
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
