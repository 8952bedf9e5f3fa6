/** References as a running formula sees them: on which sheet, how far, and what `:`, a space, `,` and `#` make of them. */
import { COLUMN_LIMIT, intersection, ROW_LIMIT } from '../model/area.ts';
import { CellError } from '../model/cell-error.ts';
import { type CellReference, place } from './cell-reference.ts';
import type { Evaluation, FormulaScope } from './evaluation.ts';
import { CellState } from './formula-cell.ts';
import type { SheetCells } from './sheet-cells.ts';
import { type StructuredReference, structuredArea } from './structured-reference.ts';
import { BUSY, NULL_ERROR, REF, Reference, SheetSpan, Union, VALUE, type Value } from './value.ts';

/** Where references find their sheets and tables. */
export type ReferenceBook = Pick<
  FormulaScope,
  'sheetNamed' | 'sheetsBetween' | 'externalSheet' | 'sheetCells' | 'tableNamed' | 'tableAround'
>;

/** Relative references of defined names reach around the sheet's edges, as in Excel. */
const wrap = (at: number, limit: number): number =>
  at < 0 || at >= limit ? ((at % limit) + limit) % limit : at;

function sheetOf(
  { externalBook, sheet }: CellReference,
  book: Pick<ReferenceBook, 'sheetNamed' | 'externalSheet'>,
  own: SheetCells,
): SheetCells | undefined {
  if (externalBook !== undefined) return book.externalSheet(externalBook, sheet ?? '');
  return sheet === undefined ? own : book.sheetNamed(sheet);
}

/** The cells that a written reference means in the cell (row, column); #REF! where its sheet is not there. */
export function referenceIn(
  reference: CellReference,
  book: Pick<ReferenceBook, 'sheetNamed' | 'externalSheet'>,
  own: SheetCells,
  row: number,
  column: number,
): Reference | CellError {
  const sheet = sheetOf(reference, book, own);
  if (sheet === undefined) return REF;
  const top = wrap(place(reference.top, row), ROW_LIMIT);
  const bottom = wrap(place(reference.bottom, row), ROW_LIMIT);
  const left = wrap(place(reference.left, column), COLUMN_LIMIT);
  const right = wrap(place(reference.right, column), COLUMN_LIMIT);
  return new Reference(
    sheet,
    Math.min(top, bottom),
    Math.min(left, right),
    Math.max(top, bottom),
    Math.max(left, right),
  );
}

/** The cells that a reference over several sheets means, sheet by sheet; #REF! where one of its ends is not there. */
export function spanIn(
  reference: CellReference,
  book: ReferenceBook,
  own: SheetCells,
  row: number,
  column: number,
): SheetSpan | CellError {
  const { sheet = '', lastSheet = '' } = reference;
  const sheets = reference.externalBook === undefined ? book.sheetsBetween(sheet, lastSheet) : undefined;
  if (sheets === undefined) return REF;
  const cells = { ...reference, sheet: undefined, lastSheet: undefined };
  const areas = sheets.map((each) => referenceIn(cells, book, each, row, column));
  return new SheetSpan(areas.filter((area) => area instanceof Reference));
}

/** The cells that a structured reference means now. */
export function tableReference(
  structured: StructuredReference,
  {
    scope,
    sheet,
    row,
    column,
  }: Pick<Evaluation, 'sheet' | 'row' | 'column'> & { readonly scope: ReferenceBook },
): Reference | CellError {
  const table =
    structured.table === '' ? scope.tableAround(sheet, row, column) : scope.tableNamed(structured.table);
  if (table === undefined) return structured.table === '' ? VALUE : REF;
  const area = structuredArea(structured, table, row, table.sheet === sheet.sheet);
  if (area === '#REF!') return REF;
  if (area === '#VALUE!') return VALUE;
  return new Reference(scope.sheetCells(table), area.top, area.left, area.bottom, area.right);
}

/** `A1:INDEX(...)`: the smallest area around both. */
export function joined(left: Value, right: Value, evaluation: Evaluation): Value {
  if (left instanceof CellError) return left;
  if (right instanceof CellError) return right;
  if (!(left instanceof Reference && right instanceof Reference)) return VALUE;
  if (left.sheet !== right.sheet) return VALUE;
  return evaluation.dependsOn(
    new Reference(
      left.sheet,
      Math.min(left.top, right.top),
      Math.min(left.left, right.left),
      Math.max(left.bottom, right.bottom),
      Math.max(left.right, right.right),
    ),
  );
}

/** `A1:A9 A3:C3`: the cells that both have; #NULL! where there are none. */
export function intersected(left: Value, right: Value): Value {
  if (left instanceof CellError) return left;
  if (right instanceof CellError) return right;
  if (!(left instanceof Reference && right instanceof Reference)) return VALUE;
  const common = left.sheet === right.sheet ? intersection(left, right) : undefined;
  return common === undefined
    ? NULL_ERROR
    : new Reference(left.sheet, common.top, common.left, common.bottom, common.right);
}

/** `(A1,C3)`: both, one after the other. */
export function listed(left: Value, right: Value): Value {
  const areas: Reference[] = [];
  for (const value of [left, right])
    if (value instanceof CellError) return value;
    else if (value instanceof Reference) areas.push(value);
    else if (value instanceof Union) areas.push(...value.areas);
    else return VALUE;
  return new Union(areas);
}

/** `A1#`: the cells to which the formula in A1 spills; #REF! where it does not. */
export function spilledFrom(value: Value, evaluation: Evaluation): Value {
  if (!(value instanceof Reference)) return value instanceof CellError ? value : REF;
  const { sheet, top, left } = value;
  const first = evaluation.read(sheet, top, left);
  if (first === BUSY) return BUSY;
  const anchor = sheet.source(top, left);
  if (anchor?.row !== top || anchor.column !== left) return REF;
  if (anchor.state !== CellState.Clean) return BUSY;
  const { spill } = anchor;
  // A dynamic array of one cell does not spill; any other formula's `A1#` is #REF! to Excel, which cannot be told apart.
  if (spill === undefined) return first instanceof CellError ? first : value;
  return evaluation.dependsOn(new Reference(sheet, spill.top, spill.left, spill.bottom, spill.right));
}
