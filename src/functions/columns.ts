/** Columns of cells that hold a grant a row: each cell read by name, so that a message says in which row it is wrong. */
import { type CellValue, isBlank, readDay, refuseError } from '../domain/basics/cell.ts';
import { badValue, RegrantError } from '../domain/basics/error.ts';
import { say } from '../domain/basics/sentence.ts';
import type { Schedule } from '../domain/vesting/schedule.ts';
import { SCHEDULE_TEXT } from './kinds.ts';

export type Cells = readonly CellValue[];

/** Some hosts hand over an empty cell as 0, which is neither a date nor a schedule. */
export const isZeroOrBlank = (cell: CellValue): boolean => cell === 0 || isBlank(cell);

/** @throws RegrantError the cell is no date, or blank */
export const dateIn = (name: string, cells: Cells, row: number): number =>
  readDay(isZeroOrBlank(cells[row]) ? '' : cells[row], `${name} in row ${row + 1}`);

/** @throws RegrantError the cell is no schedule, or blank */
export function scheduleIn(cells: Cells, row: number): Schedule {
  const name = `schedules in row ${row + 1}`;
  if (isZeroOrBlank(cells[row])) throw badValue(say`${name} is missing: give ${SCHEDULE_TEXT.expects}.`);
  refuseError(cells[row], name);
  try {
    return SCHEDULE_TEXT.read(cells[row], name);
  } catch (error) {
    if (!(error instanceof RegrantError)) throw error;
    throw badValue(say`${name} cannot be read: ${error.message}`);
  }
}

/** @throws RegrantError a column is longer or shorter than another */
export function sameLength(name: string, cells: Cells, otherName: string, others: Cells): void {
  if (cells.length !== others.length)
    throw badValue(
      say`${name} must have as many cells as ${otherName}, ${others.length}, and has ${cells.length}.`,
    );
}
