/** A block of cells as a shell hands it over: where it stands and what is in it. */
import type { Grid } from './cell.ts';

export interface CellBlock {
  readonly sheet: string;
  /** The sheet's row number (1-based) of the first row of `values`. */
  readonly row: number;
  /** The sheet's column number (1-based) of the first column of `values`. */
  readonly column: number;
  readonly values: Grid;
  /** Number formats in the shape of `values`, where the reader of the block needs them. */
  readonly numberFormats?: readonly (readonly string[])[];
  /** What its cells hold as they are typed, where it matters that one is a formula. */
  readonly formulas?: readonly (readonly unknown[])[];
  /** The Excel table's name, where the block is one. */
  readonly table?: string;
}

/** A1 letters of a 1-based column number: 28 is `AB`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** The address of a cell of a block, by 0-based offsets: `'Offer Terms'!B7`. */
export function cellAddress(block: CellBlock, rowOffset: number, columnOffset: number): string {
  const sheet = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(block.sheet)
    ? block.sheet
    : `'${block.sheet.replace(/'/g, "''")}'`;
  return `${sheet}!${columnLetters(block.column + columnOffset)}${block.row + rowOffset}`;
}
