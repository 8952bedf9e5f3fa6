/**
 * Writes one planned table: a new one on its sheet, or an old one in place. It does not know what the figures mean,
 * and decides nothing: whatever could stop it was found when it was planned.
 */
import { type CellValue, isBlank } from '../../domain/basics/cell.ts';
import type { ResultColumn } from '../../domain/offer/results/result-tables.ts';
import { isLiveColumn, type LiveColumn } from '../plan/live-formulas.ts';
import { lastRow, type Rect, rectAddress } from '../excel/rect.ts';
import type { RequestBudget } from '../excel/request-budget.ts';
import {
  columnFormat,
  columnWidth,
  GENERAL_FORMAT,
  HEADER_FILL,
  HEADER_FONT,
  HEADER_HEIGHT,
  idFormat,
  isText,
  isWrapped,
  TABLE_STYLE,
  TEXT_FORMAT,
} from '../plan/result-formats.ts';
import { writeBeside } from './write-beside.ts';
import { bodyRange, bodyRows, columnBody, type TablePlan, tableRange } from '../plan/result-plan.ts';

/** One value for all cells of a range: Excel takes it without an array, which the typings do not say. */
const everywhere = (value: string): string[][] => value as unknown as string[][];

/** Makes a new table, its values first, so that it stands complete even where formulas cannot calculate. */
export async function makeTable(
  budget: RequestBudget,
  sheet: Excel.Worksheet,
  plan: TablePlan,
): Promise<void> {
  await writeFormats(budget, sheet, plan);
  writeHeader(sheet, plan);
  await writeValues(budget, sheet, plan);
  addTable(sheet, plan);
  styleNewRows(sheet, plan);
  await writeBeside(budget, sheet, plan);
  await writeLiveColumns(budget, sheet, plan);
}

/** Writes what the table's rows hold, and nothing around them: the table has its size already, or there is none. */
export async function writeBody(
  budget: RequestBudget,
  sheet: Excel.Worksheet,
  plan: TablePlan,
): Promise<void> {
  await writeFormats(budget, sheet, plan);
  await writeValues(budget, sheet, plan);
  styleNewRows(sheet, plan);
  await writeBeside(budget, sheet, plan);
  await writeLiveColumns(budget, sheet, plan);
}

/**
 * Queues the copy of rows that were prepared at the same place of another sheet: what they hold in one go, and the look
 * of those rows only that the table did not have.
 */
export function copyBody(sheet: Excel.Worksheet, staged: Excel.Worksheet, plan: TablePlan): void {
  const body = bodyRange(plan);
  const known = knownRows(plan);
  for (const { start, end } of neighbours(plan.columns)) {
    const range: Rect = {
      ...body,
      column: plan.columns[start] ?? plan.firstColumn,
      columnCount: end - start,
    };
    if (known < body.rowCount) {
      const fresh = rectAddress({ ...range, row: range.row + known, rowCount: range.rowCount - known });
      sheet.getRange(fresh).copyFrom(staged.getRange(fresh), 'Formats');
    }
    for (const [index, column] of plan.definition.columns.slice(start, end).entries()) {
      const cellFormats = formatsByCell(column, bodyRows(plan), start + index, liveOf(plan, column));
      if (cellFormats === undefined) continue;
      const cells = rectAddress({ ...range, column: range.column + index, columnCount: 1 });
      if (cellFormats.every((format) => format === cellFormats[0]))
        sheet.getRange(cells).numberFormat = everywhere(cellFormats[0] ?? GENERAL_FORMAT);
      else sheet.getRange(cells).copyFrom(staged.getRange(cells), 'Formats');
    }
    const all = rectAddress(range);
    sheet.getRange(all).copyFrom(staged.getRange(all), 'Formulas');
  }
}

/** Queues the room for a table's new rows. A filter would misplace what is written, a totals row be in the way. */
export function growTable(sheet: Excel.Worksheet, plan: TablePlan): void {
  const { existing } = plan;
  if (existing === undefined) return;
  const table = sheet.tables.getItem(existing.name);
  if (existing.isFiltered) table.clearFilters();
  const [before, after] = [lastRow(existing.range), lastRow(tableRange(plan))];
  if (existing.hasTotals && before !== after) table.showTotals = false;
  if (after > before) table.resize(rectAddress(tableRange(plan)));
}

/** Queues the end of the rows that fall away, once the others are written. */
export function shrinkTable(sheet: Excel.Worksheet, plan: TablePlan): void {
  const { existing } = plan;
  if (existing === undefined) return;
  const table = sheet.tables.getItem(existing.name);
  const [before, after] = [lastRow(existing.range), lastRow(tableRange(plan))];
  if (after < before) {
    table.resize(rectAddress(tableRange(plan)));
    const fallen: Rect = { ...bodyRange(plan), row: after + 1, rowCount: before - after };
    sheet.getRange(rectAddress(fallen)).clear('All');
  }
  if (existing.totals === undefined || before === after) return;
  table.showTotals = true;
  const totals: Rect = { ...bodyRange(plan), row: after + 1, rowCount: 1 };
  sheet.getRange(rectAddress(totals)).formulas = [[...existing.totals]];
}

/** Cells that mean text are formatted as text before they are written: `00123` would become 123, `3/4` a date. */
async function writeFormats(budget: RequestBudget, sheet: Excel.Worksheet, plan: TablePlan): Promise<void> {
  const rows = bodyRows(plan);
  const known = knownRows(plan);
  for (const [index, column] of plan.definition.columns.entries()) {
    const body = columnBody(plan, index);
    // Whatever formats a person gave to the rows that were there stay; an id's type may have changed.
    const cellFormats =
      column.name === 'Value' && plan.valueKinds !== undefined
        ? plan.valueKinds.map(columnFormat)
        : formatsByCell(column, rows, index, liveOf(plan, column));
    if (cellFormats !== undefined) await writeCellFormats(budget, sheet, body, cellFormats);
    else if (known < body.rowCount)
      sheet.getRange(
        rectAddress({ ...body, row: body.row + known, rowCount: body.rowCount - known }),
      ).numberFormat = everywhere(formatOf(column));
  }
}

const formatOf = ({ kind }: ResultColumn): string =>
  kind === 'text' || kind === 'note' ? TEXT_FORMAT : columnFormat(kind);

const liveOf = ({ live }: TablePlan, { name }: ResultColumn) =>
  live.find(({ column }) => column === name)?.formulas;

/** The format of each cell, where the column's cells differ by what they hold. */
function formatsByCell(
  { kind, name }: ResultColumn,
  rows: readonly (readonly CellValue[])[],
  index: number,
  formulas: readonly (string | undefined)[] | undefined,
): string[] | undefined {
  if (kind === 'id') return rows.map((row) => idFormat(row[index]));
  if (isText(kind) && isLiveColumn(name))
    return liveTextFormats(
      rows.map((row) => row[index]),
      formulas,
    );
  if (kind !== 'ratio') return undefined;
  return rows.map((row) => (typeof row[index] === 'number' ? columnFormat(kind) : idFormat(row[index])));
}

async function writeCellFormats(
  budget: RequestBudget,
  sheet: Excel.Worksheet,
  body: Rect,
  formats: readonly string[],
): Promise<void> {
  if (formats.every((format) => format === formats[0]))
    sheet.getRange(rectAddress(body)).numberFormat = everywhere(formats[0] ?? GENERAL_FORMAT);
  else
    await budget.write(
      sheet,
      body,
      formats.map((format) => [format]),
      'numberFormat',
    );
}

/** Writes columns that stand side by side in one go. */
async function writeValues(budget: RequestBudget, sheet: Excel.Worksheet, plan: TablePlan): Promise<void> {
  const rows = bodyRows(plan);
  const { columns } = plan.definition;
  const live = new Map(plan.live.map(({ column, formulas }) => [column, formulas]));
  const liveAt = (column: ResultColumn | undefined, row: number): string | undefined =>
    column === undefined ? undefined : live.get(column.name)?.[row];
  for (const { start, end } of neighbours(plan.columns)) {
    const range: Rect = {
      ...bodyRange(plan),
      column: plan.columns[start] ?? plan.firstColumn,
      columnCount: end - start,
    };
    await budget.write(
      sheet,
      range,
      rows.map((row, at) =>
        row.slice(start, end).map((value, offset) => heldBy(value, liveAt(columns[start + offset], at))),
      ),
    );
  }
}

/**
 * The formats of a column that may hold formulas, which a cell formatted as text would keep as text. A text that reads
 * like a formula or a number is formatted as text: a reason that an analyst begins with `=` stays a reason. An
 * apostrophe would say the same, and is lost where formulas are written (office-js#6687).
 */
export const liveTextFormats = (
  values: readonly CellValue[],
  formulas: readonly (string | undefined)[] = [],
): string[] =>
  values.map((value, at) =>
    formulas[at] === undefined && typeof value === 'string' && READS_OTHERWISE.test(value)
      ? TEXT_FORMAT
      : GENERAL_FORMAT,
  );

const READS_OTHERWISE = /^(?:[-=+@'(.$\d]|true$|false$)/i;

/**
 * What a cell holds until its formula comes. In a table column without constants Excel would fill every row with one
 * formula (office-js#2093, #5909, #6745), so a cell whose result is blank holds a text of no characters, which reads as
 * blank should the formula never come.
 */
const heldBy = (value: CellValue, formula: string | undefined): CellValue =>
  isBlank(value) && formula !== undefined ? "'" : (value ?? '');

/** Runs of indices whose columns follow each other in the sheet. */
function neighbours(columns: readonly number[]): { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = [];
  for (const [index, column] of columns.entries()) {
    const run = runs.at(-1);
    if (run !== undefined && column === (columns[index - 1] ?? 0) + 1) run.end = index + 1;
    else runs.push({ start: index, end: index + 1 });
  }
  return runs;
}

/** Formulas where the plan has them, values in between. */
export async function writeLiveColumns(
  budget: RequestBudget,
  sheet: Excel.Worksheet,
  plan: TablePlan,
): Promise<void> {
  const rows = bodyRows(plan);
  for (const { column, formulas } of plan.live) {
    const index = columnIndex(plan, column);
    await writeLiveFormats(budget, sheet, plan, index, formulas);
    await budget.write(
      sheet,
      columnBody(plan, index),
      rows.map((row, at) => [formulas[at] ?? row[index] ?? '']),
      'formulas',
    );
  }
}

/** The same where formulas are there already: without values first, Excel would fill the column with one of the new. */
export async function rewriteLiveColumns(
  budget: RequestBudget,
  sheet: Excel.Worksheet,
  plan: TablePlan,
): Promise<void> {
  const rows = bodyRows(plan);
  for (const { column, formulas } of plan.live) {
    const index = columnIndex(plan, column);
    await writeLiveFormats(budget, sheet, plan, index, formulas);
    await budget.write(
      sheet,
      columnBody(plan, index),
      rows.map((row, at) => [heldBy(row[index], formulas[at])]),
    );
  }
  await writeLiveColumns(budget, sheet, plan);
}

const columnIndex = ({ definition }: TablePlan, column: string): number =>
  definition.columns.findIndex(({ name }) => name === column);

async function writeLiveFormats(
  budget: RequestBudget,
  sheet: Excel.Worksheet,
  plan: TablePlan,
  index: number,
  formulas: LiveColumn['formulas'],
): Promise<void> {
  const kind = plan.definition.columns[index]?.kind;
  if (kind === undefined || !isText(kind)) return;
  const values = bodyRows(plan).map((row) => row[index]);
  await writeCellFormats(budget, sheet, columnBody(plan, index), liveTextFormats(values, formulas));
}

function writeHeader(sheet: Excel.Worksheet, plan: TablePlan): void {
  const header = sheet.getRange(rectAddress({ ...tableRange(plan), rowCount: 1 }));
  header.values = [plan.definition.columns.map(({ name }) => name)];
  header.format.fill.color = HEADER_FILL;
  header.format.font.color = HEADER_FONT;
  header.format.font.bold = true;
  header.format.wrapText = true;
  header.format.verticalAlignment = 'Center';
  header.format.rowHeight = HEADER_HEIGHT;
}

function addTable(sheet: Excel.Worksheet, plan: TablePlan): void {
  const table = sheet.tables.add(rectAddress(tableRange(plan)), true);
  table.name = plan.definition.table;
  table.style = TABLE_STYLE;
  // Bands of grey would compete with the figures; the grid's own lines are enough.
  table.showBandedRows = false;
  const header = { ...tableRange(plan), rowCount: 1, columnCount: 1 };
  for (const [index, { name, kind }] of plan.definition.columns.entries()) {
    const { format } = sheet.getRange(rectAddress({ ...header, column: header.column + index }));
    format.columnWidth = columnWidth(name, kind);
    format.horizontalAlignment = isText(kind) ? 'Left' : 'Right';
    if (isText(kind)) format.indentLevel = 1;
  }
}

/** The look of rows that a table gets for the first time; what a person made of older ones stays. */
function styleNewRows(sheet: Excel.Worksheet, plan: TablePlan): void {
  const known = knownRows(plan);
  const body = bodyRange(plan);
  if (known >= body.rowCount) return;
  const fresh: Rect = { ...body, row: body.row + known, rowCount: body.rowCount - known };
  const hasNotes = plan.definition.columns.some(({ kind }) => isWrapped(kind));
  if (hasNotes) sheet.getRange(rectAddress(fresh)).format.verticalAlignment = 'Top';
  for (const [index, { kind }] of plan.definition.columns.entries()) {
    if (!isText(kind)) continue;
    const column = { ...fresh, column: plan.columns[index] ?? fresh.column, columnCount: 1 };
    const { format } = sheet.getRange(rectAddress(column));
    format.horizontalAlignment = 'Left';
    // Text to the right of a figure must not touch it.
    format.indentLevel = 1;
    if (isWrapped(kind)) format.wrapText = true;
  }
}

/** How many of the table's rows were there before. */
const knownRows = ({ existing }: TablePlan): number =>
  existing === undefined ? 0 : existing.range.rowCount - 1;
