/**
 * How a function's numbers show where Excel lets a value carry its own format: a spilled date as a date, a price as a
 * price. Knows formats; whether the host takes them is told from outside, because the functions look at no host.
 */
import type { CellValue } from '../domain/basics/cell.ts';

/** How a number of a result is meant. */
export type Format = 'count' | 'date' | 'price' | 'money' | 'ratio' | 'percent';

/** Excel's own for the rest: a count is a whole number, and a ratio has as many decimals as it has. */
const NUMBER_FORMATS: Readonly<Partial<Record<Format, string>>> = {
  // Year first: no office reads 03/07/2003 as another office does.
  date: 'yyyy-mm-dd',
  price: '#,##0.00####',
  money: '#,##0.00',
  percent: '0.00%',
};

/** A number that carries its format (Excel's `DoubleCellValue`). */
export interface FormattedNumber {
  readonly type: 'Double';
  readonly basicValue: number;
  readonly numberFormat: string;
}

let areShown = false;

/**
 * Lets results carry formats from now on. Called once by the page of the shared runtime, where Excel has
 * CustomFunctionsRuntime 1.4; everywhere else results stay plain numbers.
 */
export const showNumberFormats = (shown = true): void => void (areShown = shown);

/** The format that the numbers of a result carry on this host; undefined for none. */
export const formatShown = (format: Format | undefined): string | undefined =>
  areShown && format !== undefined ? NUMBER_FORMATS[format] : undefined;

/** Whether such numbers may carry a format: Excel takes one only where the declared type is `any`. */
export const mayCarryFormat = (format: Format | undefined): boolean =>
  format !== undefined && NUMBER_FORMATS[format] !== undefined;

export const withFormat = (
  value: CellValue,
  numberFormat: string | undefined,
): CellValue | FormattedNumber =>
  numberFormat === undefined || typeof value !== 'number'
    ? value
    : { type: 'Double', basicValue: value, numberFormat };
