/** Collects what a person should know about a run, and makes the table of checks of it. */
import type { CellBlock } from '../basics/block.ts';
import { english, type Words } from '../basics/sentence.ts';
import { CHECKS_TABLE, type ResultTable } from './result-tables.ts';

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
  readonly #checks: Check[] = [];

  /** @param row the sheet's row number (1-based), or `''` */
  add(severity: Severity, sheet: string, row: number | '', column: string, problem: Words): void {
    this.#checks.push({ severity, sheet, row, column, problem });
  }

  /** A check about a row of a block, by its offset. */
  addAt(severity: Severity, block: CellBlock, offset: number, column: string, problem: Words): void {
    this.add(severity, block.sheet, block.row + offset, column, problem);
  }

  count(severity: Severity): number {
    return this.#checks.filter((check) => check.severity === severity).length;
  }

  /** Errors first, then warnings, then the rest; each in the order in which they were found. */
  list(): readonly Check[] {
    return [...this.#checks].sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
  }
}

/** The table as it is written into the workbook, in English. */
export const checksTable = (checks: readonly Check[]): ResultTable => ({
  definition: CHECKS_TABLE,
  rows: checks.map(({ severity, sheet, row, column, problem }) => [
    severity,
    sheet,
    row,
    column,
    english(problem),
  ]),
});
