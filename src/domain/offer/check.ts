/** Collects what a person should know about a run. */
import type { CellBlock } from '../basics/block.ts';
import type { Words } from '../basics/sentence.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** `Error`: a result is missing or cannot be relied on. `Warning`: a person should look. */
export type Severity = 'Error' | 'Warning' | 'Info';

export interface Check {
  readonly severity: Severity;
  readonly sheet: string;
  /** The sheet's row number, or `''` where it concerns no single row. */
  readonly row: number | '';
  readonly column: string;
  readonly problem: Words;
}

const ORDER: Readonly<Record<Severity, number>> = { Error: 0, Warning: 1, Info: 2 };

export class Checks {
  readonly #checks: Check[];

  /** @param known what is known before, such as remarks on the offer's tables */
  constructor(known?: Checks) {
    this.#checks = known === undefined ? [] : [...known.#checks];
  }

  /** @param row the sheet's row number (1-based), or `''` */
  add(severity: Severity, sheet: string, row: number | '', column: string, problem: Words): void {
    this.#checks.push({ severity, sheet, row, column, problem });
  }

  /** A check about a row of a block, by its offset. */
  addAt(severity: Severity, block: CellBlock, offset: number, column: string, problem: Words): void {
    this.add(severity, block.sheet, block.row + offset, column, problem);
  }

  /** A check about a row of the ledger, by its offset: on the sheet from which the row really comes. */
  addRow(
    severity: Severity,
    ledger: Pick<Ledger, 'rowPlace'>,
    offset: number,
    column: string,
    problem: Words,
  ): void {
    const { sheet, row } = ledger.rowPlace(offset);
    this.add(severity, sheet, row, column, problem);
  }

  count(severity: Severity): number {
    return this.#checks.filter((check) => check.severity === severity).length;
  }

  /** Errors first, then warnings, then the rest; each in the order in which they were found. */
  list(): readonly Check[] {
    return [...this.#checks].sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
  }
}
