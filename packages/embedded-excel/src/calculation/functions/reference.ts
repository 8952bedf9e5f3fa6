/** INDEX, OFFSET, INDIRECT, ROW, ADDRESS and other functions about references themselves. */
import { parseA1Ref, parseR1C1Ref } from '@borgar/fx/xlsx';
import { COLUMN_LIMIT, columnLetters, ROW_LIMIT } from '../../model/area.ts';
import { CellError } from '../../model/cell-error.ts';
import { quoteSheetName } from '../../model/workbook.ts';
import { parseCellReference } from '../cell-reference.ts';
import { toNumber } from '../coercion.ts';
import type { Evaluation } from '../evaluation.ts';
import { declare, declareOpen, type NativeFunction } from '../function-declaration.ts';
import { referenceIn, tableReference } from '../reference-values.ts';
import { parseStructuredReference } from '../structured-reference.ts';
import { Matrix, NA, OMITTED, REF, Reference, Union, VALUE, type Value } from '../value.ts';

/** `INDEX(source, row, [column], [area])`; a row or column of 0 means all of them. */
function indexOnce(evaluation: Evaluation, source: Value, row: number, column: number | undefined): Value {
  if (source instanceof CellError) return source;
  const size = source instanceof Reference ? source : evaluation.matrix(source);
  let [r, c] = [Math.trunc(row), column === undefined ? undefined : Math.trunc(column)];
  if (c === undefined && size.rows === 1 && size.columns > 1) [r, c] = [0, r];
  const at = c ?? (size.columns === 1 ? 1 : 0);
  if (r < 0 || at < 0) return VALUE;
  if (r > size.rows || at > size.columns) return REF;
  if (size instanceof Reference) {
    const { sheet, top, left, bottom, right } = size;
    return new Reference(
      sheet,
      r === 0 ? top : top + r - 1,
      at === 0 ? left : left + at - 1,
      r === 0 ? bottom : top + r - 1,
      at === 0 ? right : left + at - 1,
    );
  }
  if (r > 0 && at > 0) return size.at(r - 1, at - 1);
  if (r > 0) return Matrix.row(size.rowValues(r - 1));
  return at > 0 ? Matrix.column(size.columnValues(at - 1)) : size;
}

const index = declare(
  'INDEX',
  ['value', 'number?', 'number?', 'number?'],
  (evaluation, source, row = 0, column, area = 1) => {
    if (!(source instanceof Union)) return area === 1 ? indexOnce(evaluation, source, row, column) : REF;
    const chosen = source.areas[Math.trunc(area) - 1];
    return chosen === undefined ? REF : indexOnce(evaluation, chosen, row, column);
  },
);

const offset = declare(
  'OFFSET',
  ['reference', 'number', 'number', 'value?', 'value?'],
  (evaluation, from, rows, columns, height, width): Value => {
    const size = (value: Value | undefined, usual: number): number | CellError =>
      value === undefined || value === OMITTED ? usual : toNumber(evaluation.scalar(value), evaluation);
    const [tall, wide] = [size(height, from.rows), size(width, from.columns)];
    if (tall instanceof CellError) return tall;
    if (wide instanceof CellError) return wide;
    const [h, w] = [Math.trunc(tall), Math.trunc(wide)];
    if (h === 0 || w === 0) return REF;
    let top = from.top + Math.trunc(rows);
    let left = from.left + Math.trunc(columns);
    // A negative height or width counts upwards or to the left.
    if (h < 0) top += h + 1;
    if (w < 0) left += w + 1;
    const bottom = top + Math.abs(h) - 1;
    const right = left + Math.abs(w) - 1;
    if (top < 0 || left < 0 || bottom >= ROW_LIMIT || right >= COLUMN_LIMIT) return REF;
    return evaluation.dependsOn(new Reference(from.sheet, top, left, bottom, right));
  },
  { isVolatile: true },
);

function indirectly(evaluation: Evaluation, text: string, isA1: boolean): Value {
  const { scope, sheet, row, column } = evaluation;
  const written = text.trim();
  if (written === '') return REF;
  if (!isA1) return rowColumnReference(evaluation, written);
  if (written.includes('[')) {
    const structured = parseStructuredReference(written);
    return structured === undefined ? REF : tableReference(structured, evaluation);
  }
  const reference = parseCellReference(written, row, column);
  // INDIRECT needs the other workbook open (Microsoft's page on INDIRECT).
  if (reference?.externalBook !== undefined || reference?.lastSheet !== undefined) return REF;
  if (reference !== undefined) return referenceIn(reference, scope, sheet, row, column);
  const named = parseA1Ref(written);
  if (named === undefined || !('name' in named)) return REF;
  const owner = (named.sheetName ?? '') === '' ? sheet : scope.sheetNamed(named.sheetName ?? '');
  if (owner === undefined) return REF;
  const defined = scope.definedName(named.name, owner);
  if (defined === undefined) {
    const table = scope.tableNamed(named.name);
    return table === undefined
      ? REF
      : tableReference({ table: named.name, columns: [], sections: [] }, evaluation);
  }
  const value = defined.evaluate(evaluation);
  return value instanceof Reference || value instanceof CellError ? value : REF;
}

/** `R3C[-1]`: a missing number is the formula's own row or column. */
function rowColumnReference({ scope, sheet, row, column }: Evaluation, text: string): Value {
  const parsed = parseR1C1Ref(text);
  if (parsed === undefined || !('range' in parsed)) return REF;
  const owner = (parsed.sheetName ?? '') === '' ? sheet : scope.sheetNamed(parsed.sheetName ?? '');
  if (owner === undefined) return REF;
  const { r0, r1, c0, c1, $r0, $r1, $c0, $c1 } = parsed.range;
  const at = (
    value: number | null | undefined,
    isFixed: boolean | null | undefined,
    own: number,
    open: number,
  ) => (value === null || value === undefined ? open : isFixed === true ? value : own + value);
  const top = at(r0, $r0, row, 0);
  const bottom = at(r1 ?? r0, r1 === undefined ? $r0 : $r1, row, ROW_LIMIT - 1);
  const left = at(c0, $c0, column, 0);
  const right = at(c1 ?? c0, c1 === undefined ? $c0 : $c1, column, COLUMN_LIMIT - 1);
  if (top < 0 || left < 0 || bottom >= ROW_LIMIT || right >= COLUMN_LIMIT) return REF;
  return new Reference(owner, top, left, bottom, right);
}

const indirect = declare(
  'INDIRECT',
  ['text', 'logical?'],
  (evaluation, text, isA1 = true): Value => {
    const found = indirectly(evaluation, text, isA1);
    return found instanceof Reference ? evaluation.dependsOn(found) : found;
  },
  { isVolatile: true },
);

/** ROW and COLUMN: of the formula's own cell, or of each row or column of a reference. */
const position = (name: string, isRow: boolean): NativeFunction =>
  declareOpen(name, 0, 1, (evaluation, [of]): Value => {
    if (of === undefined || of === OMITTED) return (isRow ? evaluation.row : evaluation.column) + 1;
    if (of instanceof CellError) return of;
    if (!(of instanceof Reference)) return VALUE;
    const first = (isRow ? of.top : of.left) + 1;
    const count = isRow ? of.rows : of.columns;
    if (count === 1) return first;
    const numbers = Array.from({ length: count }, (_, i) => first + i);
    return isRow ? Matrix.column(numbers) : Matrix.row(numbers);
  });

const extent = (name: string, isRows: boolean): NativeFunction =>
  declareOpen(name, 1, 1, (evaluation, [of = null]): Value => {
    if (of instanceof CellError) return of;
    const { rows, columns } = of instanceof Reference ? of : evaluation.matrix(of);
    return isRows ? rows : columns;
  });

/** The address as text: `kind` 1 to 4 says which parts are absolute. */
function addressText(
  row: number,
  column: number,
  kind: number,
  isA1: boolean,
  sheet: string | undefined,
): Value {
  const [r, c] = [Math.trunc(row), Math.trunc(column)];
  if (r < 1 || c < 1 || r > ROW_LIMIT || c > COLUMN_LIMIT || kind < 1 || kind > 4) return VALUE;
  const absoluteRow = kind === 1 || kind === 2;
  const absoluteColumn = kind === 1 || kind === 3;
  const text = isA1
    ? `${absoluteColumn ? '$' : ''}${columnLetters(c - 1)}${absoluteRow ? '$' : ''}${r}`
    : `R${absoluteRow ? r : `[${r}]`}C${absoluteColumn ? c : `[${c}]`}`;
  return sheet === undefined ? text : `${sheet === '' ? '' : quoteSheetName(sheet)}!${text}`;
}

export const REFERENCE_FUNCTIONS: readonly NativeFunction[] = [
  index,
  offset,
  indirect,
  position('ROW', true),
  position('COLUMN', false),
  extent('ROWS', true),
  extent('COLUMNS', false),
  declare(
    'ADDRESS',
    ['number', 'number', 'number?', 'logical?', 'text?'],
    (_, row, column, kind = 1, isA1 = true, sheet) => addressText(row, column, Math.trunc(kind), isA1, sheet),
    { omittedIsDefault: true },
  ),
  declareOpen('AREAS', 1, 1, (_, [of = null]) =>
    of instanceof Union
      ? of.areas.length
      : of instanceof Reference
        ? 1
        : of instanceof CellError
          ? of
          : VALUE,
  ),
  declare('FORMULATEXT', ['reference'], (_, { sheet, top, left }) => sheet.sheet.formula(top, left) ?? NA),
  declareOpen('ISFORMULA', 1, 1, (_, [of = null]): Value => {
    if (!(of instanceof Reference)) return of instanceof CellError ? of : VALUE;
    const isFormula = (row: number, column: number): boolean =>
      of.sheet.sheet.formula(of.top + row, of.left + column) !== undefined;
    return of.isCell ? isFormula(0, 0) : Matrix.build(of.rows, of.columns, isFormula);
  }),
  declareOpen('ISREF', 1, 1, (_, [of = null]) => of instanceof Reference || of instanceof Union),
  declareOpen('SHEETS', 0, 1, ({ scope }, [of]) => (of === undefined ? scope.sheetCount() : 1)),
  declareOpen('SHEET', 0, 1, (evaluation, [of]): Value => {
    if (of === undefined) return evaluation.scope.sheetNumber(evaluation.sheet);
    if (of instanceof Reference) return evaluation.scope.sheetNumber(of.sheet);
    const name = evaluation.scalar(of);
    if (typeof name !== 'string') return VALUE;
    const named = evaluation.scope.sheetNamed(name);
    return named === undefined ? NA : evaluation.scope.sheetNumber(named);
  }),
  declare('HYPERLINK', ['text', 'any?'], (_, link, shown) => (shown === undefined ? link : (shown ?? 0))),
  declare('TRANSPOSE', ['array'], (_, array) =>
    Matrix.build(
      array.columns,
      Math.max(array.stored, array.stored < array.rows && array.rest === null ? 1 : array.rows),
      (i, j) => array.at(j, i),
    ),
  ),
];
