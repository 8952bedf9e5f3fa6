/**
 * A reference as it is written: `Offers!$B7:C9`, `A:A`, `3:3`. Relative parts are kept as distances, so that a formula
 * copied down a column is one formula. It does not know whether its sheet exists.
 */
import { parseA1Ref } from '@borgar/fx/xlsx';
import { COLUMN_LIMIT, ROW_LIMIT } from '../model/area.ts';

/** One edge of a reference: a row or column, or the distance to it from the formula's cell. */
export interface Edge {
  readonly at: number;
  readonly isRelative: boolean;
}

export interface CellReference {
  /** The number of the book where another one is written: `[1]Prices!B2`. */
  readonly externalBook: string | undefined;
  /** The sheet's name where one is written. */
  readonly sheet: string | undefined;
  /** The last sheet's name where the cells of several are meant: `Jan:Dec!B2`. */
  readonly lastSheet: string | undefined;
  readonly top: Edge;
  readonly left: Edge;
  readonly bottom: Edge;
  readonly right: Edge;
  readonly wholeColumns: boolean;
  readonly wholeRows: boolean;
  /** Whether it is written with a colon. */
  readonly isRange: boolean;
}

/** The reference that text in A1 notation means in the cell (row, column); undefined for other text. */
export function parseCellReference(text: string, row: number, column: number): CellReference | undefined {
  const parsed = parseA1Ref(text);
  if (parsed === undefined || !('range' in parsed)) return undefined;
  const { top, left, bottom, right, $top, $left, $bottom, $right } = parsed.range;
  const wholeColumns = top === null;
  const wholeRows = left === null;
  const edge = (at: number, isAbsolute: boolean, origin: number): Edge =>
    isAbsolute ? { at, isRelative: false } : { at: at - origin, isRelative: true };
  // No sheet's name has a colon in it.
  const [sheet = '', lastSheet] = (parsed.sheetName ?? '').split(':');
  const externalBook = parsed.workbookName ?? '';
  return {
    // `[0]` is the book itself.
    externalBook: externalBook === '' || externalBook === '0' ? undefined : externalBook,
    sheet: sheet === '' ? undefined : sheet,
    lastSheet,
    top: edge(top ?? 0, wholeColumns || $top === true, row),
    bottom: edge(
      wholeColumns ? ROW_LIMIT - 1 : (bottom ?? top),
      wholeColumns || ($bottom ?? $top) === true,
      row,
    ),
    left: edge(left ?? 0, wholeRows || $left === true, column),
    right: edge(
      wholeRows ? COLUMN_LIMIT - 1 : (right ?? left),
      wholeRows || ($right ?? $left) === true,
      column,
    ),
    wholeColumns,
    wholeRows,
    isRange: text.includes(':'),
  };
}

/** The 0-based row or column that an edge means in a cell; negative or too large where it lies off the sheet. */
export const place = (edge: Edge, origin: number): number => (edge.isRelative ? edge.at + origin : edge.at);

const REFERENCE =
  /^((?:'(?:[^']|'')+'|[^'!]+)!)?(\$?)([A-Za-z]{1,3})(\$?)(\d+)(?::(\$?)([A-Za-z]{1,3})(\$?)(\d+))?$/;

function columnOf(letters: string): number {
  let index = 0;
  for (let i = 0; i < letters.length; i++) index = index * 26 + (letters.charCodeAt(i) & 31);
  return index - 1;
}

const part = (dollar: string, value: number, origin: number): string =>
  dollar === '' ? `[${value - origin}]` : String(value);

/** The text of a reference with distances in place of relative parts: the same for every copy of a formula. */
export function relativeSpelling(text: string, row: number, column: number): string {
  const match = REFERENCE.exec(text);
  if (match === null) return `${text}@${row},${column}`;
  const [, sheet = '', c0 = '', letters0 = '', r0 = '', digits0 = ''] = match;
  let key = `${sheet}R${part(r0, Number(digits0) - 1, row)}C${part(c0, columnOf(letters0), column)}`;
  const [c1, letters1, r1, digits1] = match.slice(6) as (string | undefined)[];
  if (letters1 !== undefined && digits1 !== undefined)
    key += `:R${part(r1 ?? '', Number(digits1) - 1, row)}C${part(c1 ?? '', columnOf(letters1), column)}`;
  return key;
}
