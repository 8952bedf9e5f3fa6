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

/**
 * How a number carries its format: as a `FormattedNumberCellValue` (ExcelApi 1.16, out of date since 1.19), or as a
 * `DoubleCellValue`, whose `numberFormat` Excel reads from ExcelApi 1.19 on and passes over before.
 */
export type Carrier = 'FormattedNumber' | 'Double';

/** A number that carries its format. */
export interface FormattedNumber {
  readonly type: Carrier;
  readonly basicValue: number;
  readonly numberFormat: string;
}

let carrier: Carrier | undefined;

/** How this Excel takes formats; undefined where it takes none, and results are plain numbers. */
export function carrierFor(isSetSupported: (name: string, version: string) => boolean): Carrier | undefined {
  if (!isSetSupported('CustomFunctionsRuntime', '1.4')) return undefined;
  return isSetSupported('ExcelApi', '1.19') ? 'Double' : 'FormattedNumber';
}

/** Lets results carry formats from now on. Called once by the page of the shared runtime. */
export const showNumberFormats = (by: Carrier | undefined): void => void (carrier = by);

/** The format that the numbers of a result carry on this host; undefined for none. */
export const formatShown = (format: Format | undefined): string | undefined =>
  carrier !== undefined && format !== undefined ? NUMBER_FORMATS[format] : undefined;

/** Whether such numbers may carry a format: Excel takes one only where the declared type is `any`. */
export const mayCarryFormat = (format: Format | undefined): boolean =>
  format !== undefined && NUMBER_FORMATS[format] !== undefined;

export const withFormat = (
  value: CellValue,
  numberFormat: string | undefined,
): CellValue | FormattedNumber =>
  numberFormat === undefined || carrier === undefined || typeof value !== 'number'
    ? value
    : { type: carrier, basicValue: value, numberFormat };
