/**
 * The sheet on which a closing keeps the ledger and the elections as they stood: a very hidden one, which a person
 * neither sees nor changes by mistake, and which every program that reads the file finds. It knows cells, not offers.
 */
import type { CellBlock } from '../../domain/basics/block.ts';
import { type CellValue, type Grid, isBlank } from '../../domain/basics/cell.ts';
import { badValue } from '../../domain/basics/error.ts';
import { say } from '../../domain/basics/sentence.ts';
import type { FrozenTables } from '../../domain/offer/offer-source.ts';

export const CLOSING_SHEET = 'Regrant Closing';

const MARK = 'Regrant closing';
const WARNING =
  'Kept by Regrant: the ledger and the elections as they stood when the offer was closed. Results are computed from them: do not change them.';
/** The row, counted from 0, on which both blocks begin. */
const FIRST_ROW = 5;

/** The sheet's cells, from A1 on: what the blocks were and where, then the blocks side by side. */
export function closingCells({ ledger, elections }: FrozenTables, time: string): CellValue[][] {
  const left = widthOf(ledger) + 1;
  const width = left + (elections === undefined ? 0 : widthOf(elections));
  const height = Math.max(ledger.values.length, elections?.values.length ?? 0);
  const line = (...cells: CellValue[]): CellValue[] =>
    Array.from({ length: Math.max(width, 6) }, (_, at) => asText(cells[at]));
  return [
    line(MARK, time),
    line(WARNING),
    line('Ledger', ledger.sheet, ledger.row, ledger.column, ledger.values.length, widthOf(ledger)),
    elections === undefined
      ? line('No elections')
      : line(
          'Elections',
          elections.sheet,
          elections.row,
          elections.column,
          elections.values.length,
          widthOf(elections),
        ),
    line(),
    ...Array.from({ length: height }, (_, row) => {
      const cells: CellValue[] = [];
      for (let at = 0; at < left; at++) cells[at] = ledger.values[row]?.[at];
      for (let at = left; at < width; at++) cells[at] = elections?.values[row]?.[at - left];
      return line(...cells);
    }),
  ];
}

/** Text stays text: `00123`, `3/4` and what begins with `=` would become something else. */
const asText = (value: CellValue): CellValue =>
  isBlank(value) ? '' : typeof value === 'string' ? `'${value}` : value;

const widthOf = ({ values }: CellBlock): number =>
  values.reduce((width, row) => Math.max(width, row.length), 0);

/** Whether a sheet's cells are what a closing keeps. */
export const isClosing = (cells: Grid): boolean => cells[0]?.[0] === MARK;

/** The time of the closing, as it was kept. */
export const closingTime = (cells: Grid): string => String(cells[0]?.[1] ?? '');

/**
 * What a closing has kept.
 *
 * @param cells the sheet's cells from A1 on
 * @throws RegrantError they are not what a closing keeps
 */
export function readClosing(cells: Grid): FrozenTables {
  if (!isClosing(cells)) throw damaged();
  const ledger = blockAt(cells, 2, 0);
  if (ledger === undefined) throw damaged();
  const elections = blockAt(cells, 3, widthOf(ledger) + 1);
  return { ledger, ...(elections === undefined ? {} : { elections }) };
}

function blockAt(cells: Grid, row: number, left: number): CellBlock | undefined {
  const [kind, sheet, top, column, rowCount, columnCount] = cells[row] ?? [];
  if (kind !== 'Ledger' && kind !== 'Elections') return undefined;
  const size = [top, column, rowCount, columnCount];
  if (!size.every((value) => typeof value === 'number')) throw damaged();
  const [atRow = 1, atColumn = 1, height = 0, width = 0] = size;
  return {
    sheet: String(sheet),
    row: atRow,
    column: atColumn,
    values: Array.from({ length: height }, (_, r) =>
      Array.from({ length: width }, (__, c) => cells[FIRST_ROW + r]?.[left + c] ?? ''),
    ),
  };
}

const damaged = () =>
  badValue(
    say`The hidden sheet "${CLOSING_SHEET}" does not hold what was kept when the offer was closed: restore it from a copy of the workbook, or step back to Open and close again.`,
  );
