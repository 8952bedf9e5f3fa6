/**
 * The number formats that values bring with them, as custom functions may give them: they show where the cell's own
 * format is General, and belong to the value, not to the cell or the file.
 */
import type { CellValue } from './cell-error.ts';
import { COLUMN_LIMIT } from './area.ts';

interface Brought {
  readonly value: CellValue;
  readonly format: string;
}

export class ValueFormats {
  readonly #brought = new Map<number, Brought>();

  set(row: number, column: number, value: CellValue, format: string): void {
    this.#brought.set(row * COLUMN_LIMIT + column, { value, format });
  }

  delete(row: number, column: number): void {
    if (this.#brought.size > 0) this.#brought.delete(row * COLUMN_LIMIT + column);
  }

  /** The format of the value that stands in a cell; undefined where another value stands there by now. */
  of(row: number, column: number, value: CellValue): string | undefined {
    if (this.#brought.size === 0) return undefined;
    const brought = this.#brought.get(row * COLUMN_LIMIT + column);
    return brought?.value === value ? brought.format : undefined;
  }
}
