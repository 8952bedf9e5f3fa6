/**
 * How much memory the arrays of a formula take while it is evaluated, and where that ends. Formulas are evaluated one
 * at a time, so one count serves them all: it grows with each array that is made, and falls back when the function that
 * asked for them has its result. Knows sizes, not what arrays hold.
 */
import type { CellValue } from '../model/cell-error.ts';

/** Elements that the arrays of a formula hold at a time: as many as 16 whole columns. */
export const MOST_ELEMENTS = 2 ** 24;
/** Text counts too: so many characters weigh as much as an element. */
const CHARACTERS_OF_ELEMENT = 8;
/** Smaller arrays are not counted: a formula is too short to make many of them. */
const SMALL_ARRAY = 4096;

/** A function gives #NUM! for it, as Excel's help says of EXPAND, VSTACK and others "when array is too large". */
export class ArrayTooLarge extends Error {
  constructor() {
    super('The arrays of the formula are too large.');
    this.name = 'ArrayTooLarge';
  }
}

let held = 0;

/** What arrays hold now; `release` goes back to it. */
export const arraysHeld = (): number => held;

/** Everything made since `before` is gone, but for a result of so many elements. */
export function release(before: number, kept: number): void {
  held = before + (kept < SMALL_ARRAY ? 0 : kept);
}

/** Asks for room before an array is made. @throws ArrayTooLarge */
export function requireRoom(elements: number): void {
  if (held + elements > MOST_ELEMENTS) throw new ArrayTooLarge();
}

/** An array of so many elements was made. @throws ArrayTooLarge */
export function hold(elements: number): void {
  if (elements < SMALL_ARRAY) return;
  requireRoom(elements);
  held += elements;
}

/** The elements of a new array, by rows. @throws ArrayTooLarge there is no room for them or for their text */
export function filled(
  rows: number,
  columns: number,
  at: (row: number, column: number) => CellValue,
): CellValue[] {
  const size = rows * columns;
  requireRoom(size);
  const cells = new Array<CellValue>(size);
  let characters = 0;
  for (let row = 0, next = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const value = at(row, column);
      if (typeof value === 'string') {
        characters += value.length;
        if (characters > MOST_ELEMENTS * CHARACTERS_OF_ELEMENT) throw new ArrayTooLarge();
      }
      cells[next++] = value;
    }
  return cells;
}
