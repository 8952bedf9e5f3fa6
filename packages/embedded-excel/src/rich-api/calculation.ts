/**
 * When the workbook is calculated, as an add-in sees it: after writes and before reads in automatic mode, at the end
 * of the request while suspended, on demand in manual mode. What a formula gives is the calculator's affair.
 */
import type { CellValue } from '../model/cell-error.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';

/** What is asked of a calculator. */
export interface Recalculating {
  /** Calculates what changed, or everything; false where answers of custom functions are awaited. */
  recalculateNow(mode: 'changed' | 'full'): boolean;
  /** Whether answers of custom functions are awaited. */
  readonly isPending: boolean;
  /** What a formula gives in a cell, without writing it there. */
  evaluate(formula: string, sheet: Sheet, row: number, column: number): CellValue | CellValue[][];
}

export class Calculation {
  readonly #book: Workbook;
  readonly #calculator: Recalculating;
  #suspended = false;
  #stale = false;

  constructor(book: Workbook, calculator: Recalculating) {
    this.#book = book;
    this.#calculator = calculator;
    book.onChange((change) => {
      if (change.kind !== 'formats' && change.kind !== 'selection' && change.kind !== 'settings')
        this.#stale = true;
    });
  }

  get isWaiting(): boolean {
    return this.#calculator.isPending;
  }

  /** `Application.suspendApiCalculationUntilNextSync` */
  suspendUntilEndOfRequest(): void {
    this.#suspended = true;
  }

  /** Reads see the results of the writes before them, as in Excel. */
  beforeRead(): void {
    if (this.#suspended || !this.#stale || this.#book.calculation.mode === 'manual') return;
    this.recalculate();
  }

  endOfRequest(): void {
    this.#suspended = false;
    this.beforeRead();
  }

  /** What a name's formula gives on a sheet. */
  evaluate(formula: string, sheet: Sheet): CellValue | CellValue[][] {
    return this.#calculator.evaluate(formula, sheet, 0, 0);
  }

  /** `Application.calculate('Recalculate')` */
  recalculate(): void {
    this.#stale = false;
    this.#calculator.recalculateNow('changed');
  }

  /** `Application.calculate('Full')` */
  calculateEverything(): void {
    this.#stale = false;
    this.#calculator.recalculateNow('full');
  }
}
