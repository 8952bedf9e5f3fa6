/**
 * How a formula's text follows what happens to cells: rows and columns that come or go, a copy to another cell, a sheet
 * that gets another name. Only references change; everything else stays as it was typed, spaces and parentheses too.
 */
import { parseA1Ref, stringifyA1Ref, type RangeA1, type Token, tokenize } from '@borgar/fx/xlsx';
import { type Area, COLUMN_LIMIT, ROW_LIMIT } from '../model/area.ts';

/** Rows or columns were inserted (`count` > 0) or deleted (`count` < 0) at a 0-based row or column of a sheet. */
export interface CellsMoved {
  readonly sheet: string;
  readonly axis: 'rows' | 'columns';
  readonly at: number;
  readonly count: number;
  /** First and last column (for rows) or row (for columns) that moved; all where it is left out. */
  readonly span?: readonly [first: number, last: number];
}

const LOST = '#REF!';

interface WrittenReference {
  readonly workbookName: string;
  readonly sheetName: string;
  readonly range: RangeA1;
}

const writtenReference = (text: string): WrittenReference | undefined => {
  const parsed = parseA1Ref(text);
  if (parsed === undefined || !('range' in parsed)) return undefined;
  return {
    workbookName: parsed.workbookName ?? '',
    sheetName: parsed.sheetName ?? '',
    range: parsed.range,
  };
};

/** Rewrites the references of a formula; undefined leaves one as it is. */
function rewrite(formula: string, change: (reference: WrittenReference) => string | undefined): string {
  let text = '';
  for (const token of tokenize(formula, { withLocation: false })) text += rewritten(token, change);
  return text;
}

function rewritten(
  { type, value }: Token,
  change: (reference: WrittenReference) => string | undefined,
): string {
  if (type !== 'range' && type !== 'range_beam') return value;
  const reference = writtenReference(value);
  return (reference === undefined ? undefined : change(reference)) ?? value;
}

const isSameSheet = (written: string, own: string, sheet: string): boolean =>
  (written === '' ? own : written).toLowerCase() === sheet.toLowerCase();

/** The formula after cells were moved by an insertion or a deletion. @param ownSheet the sheet of the formula */
export function shiftFormula(formula: string, ownSheet: string, move: CellsMoved): string {
  return rewrite(formula, (reference) => {
    if (reference.workbookName !== '' || !isSameSheet(reference.sheetName, ownSheet, move.sheet))
      return undefined;
    const range = shiftedRange(reference.range, move);
    if (range === reference.range) return undefined;
    return range === undefined ? LOST : stringifyA1Ref({ ...reference, range });
  });
}

/** The range after the move, the same object where it does not change, undefined where it is gone. */
function shiftedRange(range: RangeA1, { axis, at, count, span }: CellsMoved): RangeA1 | undefined {
  const isRows = axis === 'rows';
  const [first, last] = isRows
    ? [range.top, range.bottom ?? range.top]
    : [range.left, range.right ?? range.left];
  const [crossFirst, crossLast] = isRows
    ? [range.left ?? 0, range.right ?? range.left ?? COLUMN_LIMIT - 1]
    : [range.top ?? 0, range.bottom ?? range.top ?? ROW_LIMIT - 1];
  // Whole columns have no first row: rows that come or go leave them as they are.
  if (first === null || last === null) return range;
  if (span !== undefined && (crossFirst < span[0] || crossLast > span[1])) return range;
  const moved = shiftedSpan(first, last, at, count, isRows ? ROW_LIMIT : COLUMN_LIMIT);
  if (moved === undefined) return undefined;
  const [from, to] = moved;
  if (from === first && to === last) return range;
  return isRows ? { ...range, top: from, bottom: to } : { ...range, left: from, right: to };
}

/** Where rows or columns `first` to `last` are after `count` came (or, negative, went) at `at`. */
export function shiftedSpan(
  first: number,
  last: number,
  at: number,
  count: number,
  limit: number,
): [first: number, last: number] | undefined {
  if (count >= 0) {
    const from = first >= at ? first + count : first;
    const to = last >= at ? last + count : last;
    if (from >= limit) return undefined;
    return [from, Math.min(to, limit - 1)];
  }
  const end = at - count;
  if (first >= at && last < end) return undefined;
  const from = first < at ? first : first < end ? at : first + count;
  const to = last < at ? last : last < end ? at - 1 : last + count;
  return [from, to];
}

/** The formula as it reads when it is copied so many rows down and columns to the right. */
export function copyFormula(formula: string, rows: number, columns: number): string {
  return rewrite(formula, (reference) => {
    const { top, left, bottom, right, $top, $left, $bottom, $right } = reference.range;
    const at = (value: number | null | undefined, isFixed: boolean | null | undefined, by: number) =>
      value === null || value === undefined || isFixed === true ? value : value + by;
    const range = {
      ...reference.range,
      top: at(top, $top, rows) ?? null,
      bottom: at(bottom ?? top, bottom === undefined ? $top : $bottom, rows) ?? null,
      left: at(left, $left, columns) ?? null,
      right: at(right ?? left, right === undefined ? $left : $right, columns) ?? null,
    };
    const isOff = (value: number | null, limit: number): boolean =>
      value !== null && (value < 0 || value >= limit);
    if (isOff(range.top, ROW_LIMIT) || isOff(range.bottom, ROW_LIMIT)) return LOST;
    if (isOff(range.left, COLUMN_LIMIT) || isOff(range.right, COLUMN_LIMIT)) return LOST;
    return stringifyA1Ref({ ...reference, range });
  });
}

/** The formula after a sheet was renamed, or, with no new name, deleted. */
export function renameSheetInFormula(formula: string, before: string, after: string | undefined): string {
  const tokens = tokenize(formula, { withLocation: false, mergeRefs: false });
  let text = '';
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    const isContext = token.type === 'context' || token.type === 'context_quote';
    const sheet = isContext ? token.value.replace(/^'|'$/g, '').replace(/''/g, "'") : '';
    if (!isContext || sheet.toLowerCase() !== before.toLowerCase()) {
      text += token.value;
      continue;
    }
    if (after === undefined) {
      text += LOST;
      i += lengthOfReference(tokens, i) - 1;
    } else text += quoted(after);
  }
  return text;
}

/** How many tokens a reference with its sheet takes: `Sheet1`, `!`, `A1`, and perhaps `:`, `B2`. */
function lengthOfReference(tokens: readonly Token[], first: number): number {
  let length = 3;
  if (tokens[first + 3]?.value === ':' && tokens[first + 4]?.type === 'range') length += 2;
  return length;
}

const quoted = (sheet: string): string => {
  const withCell = stringifyA1Ref({ sheetName: sheet, range: { top: 0, left: 0, bottom: 0, right: 0 } });
  return withCell.slice(0, withCell.lastIndexOf('!'));
};

/** The cells that a formula's text refers to; whole columns and rows as such, names and tables left out. */
export function referencesOf(
  formula: string,
  ownSheet: string,
): { readonly sheet: string; readonly area: Area }[] {
  const found: { sheet: string; area: Area }[] = [];
  rewrite(formula, ({ workbookName, sheetName, range }) => {
    if (workbookName !== '') return undefined;
    const { top, left, bottom, right } = range;
    const area = {
      top: top ?? 0,
      left: left ?? 0,
      bottom: bottom ?? top ?? ROW_LIMIT - 1,
      right: right ?? left ?? COLUMN_LIMIT - 1,
    };
    found.push({ sheet: sheetName === '' ? ownSheet : sheetName, area });
    return undefined;
  });
  return found;
}
