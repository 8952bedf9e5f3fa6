/**
 * The sorts of arguments that the functions share. Each says what would be right and reads it with the domain's own
 * readers, so that a word or a ratio means the same in a formula as in an offer's terms.
 */
import {
  type CellValue,
  type Grid,
  idText,
  isBlank,
  readAmount,
  readDay,
  readExpiration,
  readNumber,
  readShares,
  readWhole,
} from '../domain/basics/cell.ts';
import { badValue } from '../domain/basics/error.ts';
import { say } from '../domain/basics/sentence.ts';
import { parseRounding } from '../domain/basics/rounding.ts';
import { OFFER_DAYS } from '../domain/calendar/offer-end.ts';
import { REGRANT_DAYS, REGRANT_MONTHS } from '../domain/calendar/regrant-date.ts';
import { parseRoll } from '../domain/calendar/roll.ts';
import { offsetIn } from '../domain/election/received.ts';
import { parseRatio } from '../domain/exchange/ratio.ts';
import { PRICE_DECIMALS, parseMissingPrice } from '../domain/price/exercise-price.ts';
import { parsePriceRule, type PriceRule } from '../domain/price/price-rule.ts';
import { parseExpenseMethod } from '../domain/valuation/expense.ts';
import { LATTICE_STEPS } from '../domain/valuation/lattice.ts';
import { parseExpenseBasis } from '../domain/valuation/service-basis.ts';
import { parseAllocation } from '../domain/vesting/allocation.ts';
import { parseSchedule } from '../domain/vesting/parse-schedule.ts';
import type { Schedule } from '../domain/vesting/schedule.ts';
import { tableWithoutEmptyZeros, usedRows } from './argument.ts';
import type { CellKind, RangeKind } from './declaration.ts';
import { remembered } from './memory.ts';

/** A value that may be a number or text: `any`, because a `number` would make an empty cell 0. */
const cell = <T>(expects: string, read: (cell: CellValue, name: string) => T): CellKind<T> => ({
  type: 'any',
  dimensionality: 'scalar',
  expects,
  read,
});

const range = <T>(expects: string, read: (grid: Grid, name: string) => T): RangeKind<T> => ({
  type: 'any',
  dimensionality: 'matrix',
  expects,
  read,
});

/** One of a few words, or text that is read once. */
const words = <T>(expects: string, parse: (text: string, name: string) => T): CellKind<T> => ({
  type: 'string',
  dimensionality: 'scalar',
  zeroIsBlank: true,
  expects,
  read: remembered((value, name) => parse(String(value), name)),
});

export const SHARES = cell('a whole number of shares, such as 1000', readShares);
export const PRICE = cell('a price per share, such as 6.00', readAmount);
export const QUANTITY = cell('a number, such as 3', readNumber);
export const DATE: CellKind<number> = {
  ...cell('a date, such as 2003-07-21', readDay),
  zeroIsBlank: true,
};
/** With the offset from UTC that its text may carry, as a part of a day. */
export const EXPIRATION: CellKind<{ readonly moment: number; readonly offset: number | undefined }> = {
  ...cell('a date with or without a time, such as 2003-01-20T21:00', (value, name) => ({
    moment: readExpiration(value, name),
    offset: offsetIn(value),
  })),
  zeroIsBlank: true,
};
/** A rate per year as a fraction, negative ones among them. */
export const RATE = cell('a rate per year, such as 0.05 or 5%', readNumber);
/** Years, a volatility: what cannot be negative. */
export const MEASURE = cell('a number, not negative, such as 0.5', readAmount);
/** What is at least 1, so that 0 is an empty cell. */
export const MULTIPLE: CellKind<number> = { ...cell('a multiple, such as 2', readAmount), zeroIsBlank: true };
/** Nobody numbers a holder or a grant 0. */
export const ID: CellKind<string> = {
  ...cell('an id, such as 10482', (value) => idText(value)),
  zeroIsBlank: true,
};

const whole = (least: number, most: number): CellKind<number> =>
  cell(`a whole number from ${least} to ${most}`, (value, name) => readWhole(value, name, least, most));

export const MONTHS = whole(0, REGRANT_MONTHS.most);
export const DAYS = whole(0, REGRANT_DAYS.most);
export const BUSINESS_DAYS = whole(1, OFFER_DAYS.most);
/** An empty cell must not round a price to whole dollars: 0 is as computed, and ROUND is there for whole ones. */
export const DECIMALS: CellKind<number> = { ...whole(0, PRICE_DECIMALS.most), zeroIsBlank: true };
export const STEPS: CellKind<number> = { ...whole(1, LATTICE_STEPS.most), zeroIsBlank: true };

export const RATIO = cell('new shares per old share, such as 0.75, 75% or 4:3', remembered(parseRatio));
export const PRICE_RULE: CellKind<PriceRule> = {
  ...cell('an exercise price rule, such as close', remembered(parsePriceRule)),
  // No option is granted at a price of nothing.
  zeroIsBlank: true,
};
/** Kept by the parser itself, which the whole program shares. */
export const SCHEDULE_TEXT: CellKind<Schedule> = {
  type: 'string',
  dimensionality: 'scalar',
  zeroIsBlank: true,
  expects: 'a vesting schedule, such as "monthly over 4 years with a 1 year cliff"',
  read: (value) => parseSchedule(String(value)),
};
export const ALLOCATION = words('an allocation, such as CUMULATIVE_ROUND_DOWN', parseAllocation);
export const ROUNDING = words('down, up or nearest', parseRounding);
export const ROLL = words('none or next business day', parseRoll);
export const MISSING_PRICE = words('error, previous or next', parseMissingPrice);

export const EXPENSE_METHOD = words('straight-line or graded', parseExpenseMethod);
export const EXPENSE_BASIS = words('days or months', parseExpenseBasis);
/** What is rounded up to, so that 0 is an empty cell. */
export const RATIO_STEP: CellKind<number> = {
  ...cell('a step more than 0, such as 0.25', readNumber),
  zeroIsBlank: true,
};
/** A limit of 0 is no limit that anybody sets. */
export const LIMIT: CellKind<number> = {
  ...cell('an amount, such as 100000', readAmount),
  zeroIsBlank: true,
};

/** Of whole columns, what they hold. */
export const TABLE = range('a table with its headers', usedRows);

/**
 * A table of words, dates and prices, in which 0 is an empty cell.
 *
 * @param columnsWithZero the columns in which 0 is a number like any other
 */
export const tableOf = (expects: string, columnsWithZero: readonly string[] = []): RangeKind<Grid> =>
  range(expects, (grid) => tableWithoutEmptyZeros(usedRows(grid), columnsWithZero));

/** The cells of one row or one column. */
export const LINE = range('cells of one row', (grid, name) => {
  if (grid.length === 1) return grid[0] ?? [];
  if (grid.every((row) => row.length <= 1)) return grid.map((row) => row[0]);
  throw badValue(say`${name} must be one row of cells, and has ${grid.length} rows.`);
});

/** Every number of a range that is filled, row by row. */
const column = (
  expects: string,
  read: (cell: CellValue, name: string) => number,
  isEmpty: (cell: CellValue) => boolean,
): RangeKind<number[]> =>
  range(expects, (grid, name) =>
    grid.flatMap((row, i) =>
      row.flatMap((value, j) => (isEmpty(value) ? [] : [read(value, placeIn(grid, name, i, j))])),
    ),
  );

const placeIn = (grid: Grid, name: string, row: number, offset: number): string =>
  `Cell ${grid.length > 1 ? row + 1 : offset + 1} of ${name}`;

export const DATES = column('dates, such as quarter ends', readDay, (value) => value === 0 || isBlank(value));
/** A share may be worth nothing: what two awards gain at 0 is a fair question. */
export const PRICES = column('market prices, such as 2, 6 and 10', readAmount, isBlank);
