/**
 * A shared formula: written once in a file, meant for many cells. It is taken apart once; each cell then gets its own
 * text, the relative references moved as far as the cell is from the first.
 *
 * @see ECMA-376 part 1, 18.3.1.40, `si`
 */
import { tokenize } from '@borgar/fx/xlsx';
import { COLUMN_LIMIT, columnIndex, columnLetters, ROW_LIMIT } from '../model/area.ts';

interface Corner {
  /** The letters or digits, or undefined where the corner has none (whole rows and columns). */
  readonly column: number | undefined;
  readonly columnFixed: boolean;
  readonly row: number | undefined;
  readonly rowFixed: boolean;
}

const CORNER = /^(\$?)([A-Z]{1,3})?(\$?)(\d+)?$/i;

function cornerOf(text: string): Corner | undefined {
  const match = CORNER.exec(text);
  if (match === null) return undefined;
  const [, first = '', letters, second = '', digits] = match;
  return {
    column: letters === undefined ? undefined : columnIndex(letters),
    columnFixed: first === '$',
    row: digits === undefined ? undefined : Number(digits) - 1,
    rowFixed: letters === undefined ? first === '$' : second === '$',
  };
}

/** References that leave the sheet come in again on its other side, as Excel does it. */
const wrapped = (index: number, limit: number): number => ((index % limit) + limit) % limit;

function shifted(corner: Corner, rows: number, columns: number): string {
  const column =
    corner.column === undefined
      ? ''
      : columnLetters(wrapped(corner.column + (corner.columnFixed ? 0 : columns), COLUMN_LIMIT));
  const row =
    corner.row === undefined ? '' : String(wrapped(corner.row + (corner.rowFixed ? 0 : rows), ROW_LIMIT) + 1);
  return `${corner.columnFixed && column !== '' ? '$' : ''}${column}${corner.rowFixed && row !== '' ? '$' : ''}${row}`;
}

/** What gives the formula's text at so many rows and columns from the cell that it was written for. */
export function shiftable(formula: string): (rows: number, columns: number) => string {
  const parts: (string | Corner)[] = [];
  for (const { type, value } of tokenize(formula, {
    mergeRefs: false,
    withLocation: false,
    negativeNumbers: false,
  })) {
    if (type !== 'range' && type !== 'range_beam') {
      parts.push(value);
      continue;
    }
    for (const [index, text] of value.split(':').entries()) {
      if (index > 0) parts.push(':');
      parts.push(cornerOf(text) ?? text);
    }
  }
  return (rows, columns) =>
    parts.map((part) => (typeof part === 'string' ? part : shifted(part, rows, columns))).join('');
}
