/**
 * Inserting and deleting rows, columns or parts of them: cells move, and whatever names them follows: formulas, names,
 * tables, merged cells, validations, conditional formats, charts. Whether Excel would allow it is the caller's to ask.
 */
import { type Area, COLUMN_LIMIT, ROW_LIMIT } from './area.ts';
import { cellKey, GridRow, keyColumn, keyRow, NO_STYLE } from './cell-grid.ts';
import { type CellMove, movedArea, movedReferences } from './formula-references.ts';
import { rewriteFormulas } from './formula-rewriting.ts';
import type { Sheet } from './sheet.ts';
import { spillArea } from './spills.ts';
import type { Workbook } from './workbook.ts';

/** Inserts (`count` > 0) or deletes (`count` < 0) cells on a sheet; reported as one change. */
export function moveCells(book: Workbook, sheet: Sheet, move: CellMove): void {
  tearSpills(sheet, move);
  moveGrid(sheet, move);
  moveSparse(sheet, move);
  moveElements(book, sheet, move);
  moveFormulas(book, sheet, move);
  sheet.touched.add('cells');
  book.notify({ kind: 'cellsMoved', sheet, ...move });
}

/** Where a cell goes: undefined for one that is deleted. */
function movedCell(
  row: number,
  column: number,
  { axis, at, count, span }: CellMove,
): [number, number] | undefined {
  const [index, across] = axis === 'rows' ? [row, column] : [column, row];
  if (across < span[0] || across > span[1] || index < at) return [row, column];
  if (index < at - count) return undefined;
  return axis === 'rows' ? [row + count, column] : [row, column + count];
}

function moveGrid(sheet: Sheet, move: CellMove): void {
  if (move.axis === 'columns') {
    for (const [, content] of sheet.grid.rows(move.span[0], move.span[1])) moveWithinRow(content, move);
    return;
  }
  const { at, count, span } = move;
  const whole = span[0] === 0 && span[1] === COLUMN_LIMIT - 1;
  const rows = [...sheet.grid.rows(at)];
  const taken = rows.map(([row, content]) => [row, whole ? content : takeOut(content, span)] as const);
  if (whole) for (const [row] of rows) sheet.grid.replaceRow(row, undefined);
  for (const [row, content] of taken) {
    if (row < at - count || row + count >= ROW_LIMIT) continue;
    if (whole) sheet.grid.replaceRow(row + count, content);
    else putIn(sheet.grid.rowForWriting(row + count), content, span);
  }
  if (count > 0 && at > 0) inheritStyles(sheet, move);
}

/** Inserted rows look like the row above them. */
function inheritStyles(sheet: Sheet, { at, count, span }: CellMove): void {
  const styles = sheet.grid.row(at - 1)?.styles;
  if (styles === undefined || styles === null) return;
  for (let row = at; row < at + count; row++)
    for (let column = span[0]; column <= Math.min(span[1], styles.length - 1); column++)
      sheet.grid.rowForWriting(row).setStyle(column, styles[column] ?? NO_STYLE);
}

/** The cells of a row within a span, which it loses. */
function takeOut(content: GridRow, [first, last]: readonly [number, number]): GridRow {
  const taken = new GridRow();
  for (let column = first; column <= Math.min(last, content.values.length - 1); column++) {
    taken.setValue(column, content.values[column] ?? null);
    content.values[column] = null;
  }
  for (let column = first; column <= Math.min(last, (content.styles?.length ?? 0) - 1); column++) {
    taken.setStyle(column, content.styles?.[column] ?? NO_STYLE);
    content.setStyle(column, NO_STYLE);
  }
  return taken;
}

function putIn(target: GridRow, content: GridRow, [first]: readonly [number, number]): void {
  for (let column = first; column < content.values.length; column++)
    target.setValue(column, content.values[column] ?? null);
  for (let column = first; column < (content.styles?.length ?? 0); column++)
    target.setStyle(column, content.styles?.[column] ?? NO_STYLE);
}

function moveWithinRow(content: GridRow, { at, count }: CellMove): void {
  const { values, styles } = content;
  const blank = Math.max(count, 0);
  if (at < values.length) values.splice(at, Math.max(-count, 0), ...new Array<null>(blank).fill(null));
  if (styles !== null && at < styles.length) {
    const style = at > 0 ? (styles[at - 1] ?? NO_STYLE) : NO_STYLE;
    styles.splice(at, Math.max(-count, 0), ...new Array<number>(blank).fill(style));
  }
}

/** A result that the move would tear apart goes, but for its formula's own cell; the calculator spills it anew. */
function tearSpills(sheet: Sheet, move: CellMove): void {
  for (const spill of [...sheet.spills]) {
    const { top, left, bottom, right } = spillArea(spill);
    const [start, end] = [movedCell(top, left, move), movedCell(bottom, right, move)];
    const whole =
      start !== undefined && end?.[0] === start[0] + bottom - top && end[1] === start[1] + right - left;
    if (!whole) sheet.clearSpill(spill.row, spill.column);
  }
}

/** What stands in maps by cell. */
function moveSparse(sheet: Sheet, move: CellMove): void {
  for (const map of [sheet.grid.formulas, sheet.keptOfCells] as Map<number, unknown>[]) {
    const entries = [...map];
    map.clear();
    for (const [key, value] of entries) {
      const to = movedCell(keyRow(key), keyColumn(key), move);
      if (to !== undefined) map.set(cellKey(...to), value);
    }
  }
  const single = [...sheet.singleValued];
  sheet.singleValued.clear();
  for (const key of single) {
    const to = movedCell(keyRow(key), keyColumn(key), move);
    if (to !== undefined) sheet.singleValued.add(cellKey(...to));
  }
  const spills = [...sheet.spills];
  for (const spill of spills) sheet.spills.delete(spill.row, spill.column);
  for (const spill of spills) {
    const to = movedCell(spill.row, spill.column, move);
    if (to !== undefined) sheet.spills.set({ ...spill, row: to[0], column: to[1] });
  }
}

function moveElements(book: Workbook, sheet: Sheet, move: CellMove): void {
  const areas = (list: readonly Area[]): Area[] => list.flatMap((area) => movedArea(area, move) ?? []);
  const { layout } = sheet;
  if (layout.merged.length > 0) {
    layout.merged = areas(layout.merged);
    sheet.touched.add('merged');
  }
  if (
    move.axis === 'columns' &&
    move.span[0] === 0 &&
    move.span[1] === ROW_LIMIT - 1 &&
    layout.columns.length > 0
  ) {
    layout.columns = layout.columns.flatMap((run) => {
      const area = movedArea(
        { top: 0, bottom: 0, left: run.first, right: run.last },
        { ...move, span: [0, 0] },
      );
      return area === undefined ? [] : [{ ...run, first: area.left, last: area.right }];
    });
    sheet.touched.add('columns');
  }
  if (sheet.validations.length > 0) {
    sheet.validations = sheet.validations.map((one) => ({ ...one, areas: areas(one.areas) }));
    sheet.touched.add('validations');
  }
  if (sheet.conditionalFormats.length > 0) {
    sheet.conditionalFormats = sheet.conditionalFormats.map((one) => ({ ...one, areas: areas(one.areas) }));
    sheet.touched.add('conditionalFormats');
  }
  const filtered = sheet.autoFilter && movedArea(sheet.autoFilter.area, move);
  if (sheet.autoFilter !== undefined && filtered !== sheet.autoFilter.area) {
    sheet.autoFilter = filtered && { ...sheet.autoFilter, area: filtered };
    sheet.touched.add('autoFilter');
  }
  for (const table of book.tablesOn(sheet)) {
    const area = movedArea(table.area, move);
    if (area === undefined) book.deleteTable(table);
    else if (area !== table.area) {
      table.area = area;
      table.touched = true;
    }
  }
}

function moveFormulas(book: Workbook, moved: Sheet, move: CellMove): void {
  const name = moved.name.toLowerCase().replace(/'/g, "''");
  rewriteFormulas(
    book,
    (formula, sheet) => sheet === moved || formula.includes(name),
    (formula, sheet) => movedReferences(formula, sheet?.name ?? '', moved.name, move),
  );
}
