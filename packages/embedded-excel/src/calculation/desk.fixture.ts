import { CellError, type CellValue } from '../model/cell-error.ts';
import type { Sheet } from '../model/sheet.ts';
import { Workbook } from '../model/workbook.ts';
import { Calculator } from './calculator.ts';
import { type CustomFunctionHost, NO_CUSTOM_FUNCTIONS } from './custom-function-host.ts';

export interface Desk {
  readonly book: Workbook;
  readonly calculator: Calculator;
  readonly sheet: (name?: string) => Sheet;
  readonly put: (cells: Record<string, CellValue>, name?: string) => void;
  /** A cell's value, an error by its code. */
  readonly get: (address: string, name?: string) => unknown;
}

/** A workbook with a calculator, and short ways to write and read it. */
export function desk(host: CustomFunctionHost = NO_CUSTOM_FUNCTIONS, now = 37823.5): Desk {
  const book = Workbook.blank();
  const calculator = new Calculator(book, host, { now: () => now, random: () => 0.25 });
  calculator.load();
  const at = (address: string): [number, number] => {
    const [, letters = 'A', digits = '1'] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    let column = 0;
    for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
    return [Number(digits) - 1, column - 1];
  };
  const sheet = (name = 'Sheet1') => book.sheet(name) ?? book.addSheet(name);
  const put = (cells: Record<string, CellValue>, name?: string): void => {
    for (const [address, value] of Object.entries(cells)) {
      const [row, column] = at(address);
      if (typeof value === 'string' && value.startsWith('=')) sheet(name).setFormula(row, column, value);
      else sheet(name).setValue(row, column, value);
    }
  };
  const get = (address: string, name?: string): unknown => {
    const value = sheet(name).value(...at(address));
    return value instanceof CellError ? value.code : value;
  };
  return { book, calculator, sheet, put, get };
}
