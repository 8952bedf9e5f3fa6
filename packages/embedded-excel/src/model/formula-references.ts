/**
 * References inside a formula's text: moved along when the formula is copied, and moved after the cells that they name
 * when rows or columns come or go. It works on tokens and does not know what a formula means.
 */
import { tokenize, type Token } from '@borgar/fx/xlsx';
import { type Area, COLUMN_LIMIT, columnIndex, columnLetters, ROW_LIMIT } from './area.ts';

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

const tokensOf = (formula: string): Token[] =>
  tokenize(formula, { mergeRefs: false, withLocation: false, negativeNumbers: false });

const isReference = ({ type }: Token): boolean => type === 'range' || type === 'range_beam';

/**
 * What gives the formula's text at so many rows and columns from the cell that it was written for. The formula is taken
 * apart once, as a shared formula is meant for many cells.
 */
export function shiftable(formula: string): (rows: number, columns: number) => string {
  const parts: (string | Corner)[] = [];
  for (const token of tokensOf(formula)) {
    if (!isReference(token)) {
      parts.push(token.value);
      continue;
    }
    for (const [index, text] of token.value.split(':').entries()) {
      if (index > 0) parts.push(':');
      parts.push(cornerOf(text) ?? text);
    }
  }
  return (rows, columns) =>
    parts.map((part) => (typeof part === 'string' ? part : shifted(part, rows, columns))).join('');
}

/** Rows or columns that were inserted (`count` > 0) or deleted (`count` < 0) at `at` on a sheet. */
export interface CellMove {
  readonly axis: 'rows' | 'columns';
  readonly at: number;
  readonly count: number;
  /** First and last column (for rows) or row (for columns) that moved. */
  readonly span: readonly [number, number];
}

/** Where an area lies after a move; undefined where all its cells are gone. Only areas wholly in the span move. */
export function movedArea(area: Area, { axis, at, count, span }: CellMove): Area | undefined {
  const rows = axis === 'rows';
  const [near, far] = rows ? [area.left, area.right] : [area.top, area.bottom];
  if (near < span[0] || far > span[1]) return area;
  const limit = rows ? ROW_LIMIT : COLUMN_LIMIT;
  let [first, last] = rows ? [area.top, area.bottom] : [area.left, area.right];
  // Whole columns stay whole columns when rows come and go.
  if (first === 0 && last === limit - 1) return area;
  if (count > 0) {
    if (first >= at) first += count;
    if (last >= at) last += count;
    if (first >= limit) return undefined;
    last = Math.min(last, limit - 1);
  } else {
    const end = at - count;
    first = first >= end ? first + count : Math.min(first, at);
    last = last >= end ? last + count : Math.min(last, at - 1);
    if (last < first) return undefined;
  }
  return rows ? { ...area, top: first, bottom: last } : { ...area, left: first, right: last };
}

/**
 * The formula after a move of cells on the sheet `moved`: what it refers to there moves along, or becomes `#REF!`.
 *
 * @param own name of the sheet that the formula stands on, for references without a sheet
 */
export function movedReferences(formula: string, own: string, moved: string, move: CellMove): string {
  const tokens = tokensOf(formula);
  const target = moved.toLowerCase();
  let sheet = own.toLowerCase();
  let text = '';
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    // Cells of several sheets (`Jan:Dec!B2`) stay where they are when those of one sheet move.
    if (token.type === 'context' || token.type === 'context_quote')
      sheet = tokens[index - 1]?.value === ':' ? '' : sheetNamed(token.value);
    const [colon, second] = [tokens[index + 1], tokens[index + 2]];
    if (!isReference(token)) text += token.value;
    else if (token.type === 'range' && colon?.value === ':' && second?.type === 'range') {
      text +=
        sheet === target ? movedText(token.value, second.value, move) : `${token.value}:${second.value}`;
      index += 2;
    } else {
      const [first = '', last] = token.value.split(':');
      text += sheet === target ? movedText(first, last, move) : token.value;
    }
    if (isReference(token)) sheet = own.toLowerCase();
  }
  return text;
}

/** `Sheet1` and `'Holder''s sheet'` without quotes, in lower case. */
const sheetNamed = (context: string): string =>
  (context.startsWith("'") ? context.slice(1, -1).replace(/''/g, "'") : context).toLowerCase();

function movedText(first: string, last: string | undefined, move: CellMove): string {
  const [a, b] = [cornerOf(first), cornerOf(last ?? first)];
  const before = last === undefined ? first : `${first}:${last}`;
  if (a === undefined || b === undefined) return before;
  const area = {
    top: Math.min(a.row ?? 0, b.row ?? 0),
    bottom: Math.max(a.row ?? ROW_LIMIT - 1, b.row ?? ROW_LIMIT - 1),
    left: Math.min(a.column ?? 0, b.column ?? 0),
    right: Math.max(a.column ?? COLUMN_LIMIT - 1, b.column ?? COLUMN_LIMIT - 1),
  };
  const now = movedArea(area, move);
  if (now === undefined) return '#REF!';
  if (now === area) return before;
  const corner = (one: Corner, row: number, column: number): string =>
    shifted(
      {
        ...one,
        row: one.row === undefined ? undefined : row,
        column: one.column === undefined ? undefined : column,
      },
      0,
      0,
    );
  const start = corner(a, now.top, now.left);
  return last === undefined ? start : `${start}:${corner(b, now.bottom, now.right)}`;
}
