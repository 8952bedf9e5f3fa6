/**
 * Inserts the offer's tables that the workbook lacks, ready to be filled in: drop-downs, notes, blue input cells. What
 * is there already is never touched. It does not know what the terms mean to a run.
 */
import { inSequence, say, type Words } from '../../domain/basics/sentence.ts';
import { type InputColumn, type InputTable, INPUT_TABLES } from './offer-tables.ts';
import { AFTER_CELL_EDIT } from '../excel/excel-run.ts';
import { lastColumn, type Rect, rectAddress } from '../excel/rect.ts';
import { HEADER_FILL, HEADER_FONT, INPUT_FONT, NOTE_FONT, TABLE_STYLE } from '../plan/result-formats.ts';
import { readShape, sameName, sheetNamed, tableNamed, type WorkbookShape } from '../excel/workbook-shape.ts';

/** A table to insert, and where: its header's row is always the sheet's first. */
interface Insertion {
  readonly table: InputTable;
  readonly column: number;
  readonly isNewSheet: boolean;
}

export interface TermsInserted {
  readonly inserted: readonly string[];
  /** Sentences on what was left out, and why. */
  readonly left: readonly Words[];
}

const GAP = 1;

export async function insertTerms(): Promise<TermsInserted> {
  return Excel.run(AFTER_CELL_EDIT, async (context) => {
    const shape = await readShape(context);
    const { insertions, left } = planInsertions(shape);
    for (const insertion of insertions) insertTable(context, insertion);
    const first = insertions[0];
    if (first !== undefined) context.workbook.worksheets.getItem(first.table.sheet).activate();
    await context.sync();
    return { inserted: insertions.map(({ table }) => table.name), left };
  });
}

/** One sentence or two for a person. */
export function describeInsertion({ inserted, left }: TermsInserted): Words {
  const done =
    inserted.length === 0
      ? say`Nothing was inserted.`
      : say`Inserted ${inserted.join(', ')}. Every value is blank: the notes say what each means, and what a blank means.`;
  return inSequence([done, ...left], ' ');
}

function planInsertions(shape: WorkbookShape): { insertions: Insertion[]; left: Words[] } {
  const insertions: Insertion[] = [];
  const left: Words[] = [];
  const nextColumn = new Map<string, number>();
  for (const table of INPUT_TABLES) {
    const there = tableNamed(shape, table.name);
    if (there !== undefined) {
      left.push(say`${there.name} is already on sheet "${there.sheet}" and stays as it is.`);
      continue;
    }
    const refusal = refusalOf(table, shape);
    if (refusal !== undefined) {
      left.push(refusal);
      continue;
    }
    const sheet = sheetNamed(shape, table.sheet);
    const column =
      nextColumn.get(table.sheet) ?? (sheet?.used === undefined ? 1 : lastColumn(sheet.used) + 1 + GAP);
    const isNewSheet = sheet === undefined && !nextColumn.has(table.sheet);
    insertions.push({ table, column, isNewSheet });
    nextColumn.set(table.sheet, column + table.columns.length + GAP);
  }
  return { insertions, left };
}

function refusalOf(table: InputTable, shape: WorkbookShape): Words | undefined {
  if (shape.names.some((name) => sameName(name, table.name)))
    return say`${table.name} was left out, because a name "${table.name}" is already defined.`;
  const sheet = sheetNamed(shape, table.sheet);
  if (sheet === undefined) return undefined;
  if (sheet.isProtected) return say`${table.name} was left out, because sheet "${sheet.name}" is protected.`;
  const isForOffers = shape.tables.some(
    ({ name, sheet: stands }) =>
      sameName(stands, sheet.name) && INPUT_TABLES.some((input) => sameName(input.name, name)),
  );
  return isForOffers || sheet.used === undefined
    ? undefined
    : say`${table.name} was left out, because there is already a sheet "${sheet.name}" of another kind.`;
}

function insertTable(context: Excel.RequestContext, { table, column, isNewSheet }: Insertion): void {
  const { worksheets } = context.workbook;
  const sheet = isNewSheet ? worksheets.add(table.sheet) : worksheets.getItem(table.sheet);
  const rowCount = Math.max(1, table.rows.length);
  const range: Rect = { row: 1, column, rowCount: rowCount + 1, columnCount: table.columns.length };
  const header = sheet.getRange(rectAddress({ ...range, rowCount: 1 }));
  header.values = [table.columns.map(({ name }) => name)];

  for (const [index, declared] of table.columns.entries())
    prepareColumn(
      sheet,
      { row: 2, column: column + index, rowCount, columnCount: 1 },
      declared,
      index === table.noteColumn,
    );
  for (const [row, rowCells] of table.rows.entries())
    for (const [index, cell] of rowCells.entries()) {
      const target = sheet.getRange(
        rectAddress({ row: 2 + row, column: column + index, rowCount: 1, columnCount: 1 }),
      );
      if (cell.format !== undefined) target.numberFormat = [[cell.format]];
      if (cell.choices !== undefined) offerChoices(target, cell.choices, cell.isStrict === true);
      if (cell.value === undefined || cell.value === '') continue;
      target.values = [[cell.value]];
    }

  const added = sheet.tables.add(rectAddress(range), true);
  added.name = table.name;
  added.style = TABLE_STYLE;
  header.format.fill.color = HEADER_FILL;
  header.format.font.color = HEADER_FONT;
  header.format.font.bold = true;
  if (isNewSheet) sheet.freezePanes.freezeRows(1);
}

function prepareColumn(sheet: Excel.Worksheet, body: Rect, column: InputColumn, isNote: boolean): void {
  const range = sheet.getRange(rectAddress(body));
  range.format.columnWidth = (column.width * 7 + 5) * 0.75;
  range.format.verticalAlignment = 'Top';
  range.format.horizontalAlignment = 'Left';
  range.format.wrapText = column.width >= 30;
  if (isNote) range.format.font.color = NOTE_FONT;
  else if (column.name !== 'Term') range.format.font.color = INPUT_FONT;
  if (column.format !== undefined) range.numberFormat = column.format as unknown as string[][];
  if (column.choices !== undefined) offerChoices(range, column.choices, column.isStrict === true);
}

/** A drop-down. A word outside of it is questioned, not refused: a formula may give it, in another case. */
function offerChoices(range: Excel.Range, choices: readonly string[], isStrict: boolean): void {
  range.dataValidation.rule = { list: { inCellDropDown: true, source: choices.join(',') } };
  range.dataValidation.ignoreBlanks = true;
  range.dataValidation.errorAlert = {
    showAlert: isStrict,
    style: 'Warning',
    title: 'Not in the list',
    message: `Use one of ${choices.join(', ')}.`.slice(0, 225),
  };
}
