/**
 * Sheets' names in formulas: what becomes of `'Offer Terms'!B7` when the sheet is renamed or deleted. How references
 * follow inserted and deleted cells stands with the model. Everything but the name stays as it was typed.
 */
import { type Token, tokenize } from '@borgar/fx/xlsx';
import type { Sheet } from '../model/sheet.ts';
import { quoteSheetName, type Workbook } from '../model/workbook.ts';

const LOST = '#REF!';

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
    } else text += quoteSheetName(after);
  }
  return text;
}

/** How many tokens a reference with its sheet takes: `Sheet1`, `!`, `A1`, and perhaps `:`, `B2`. */
function lengthOfReference(tokens: readonly Token[], first: number): number {
  let length = 3;
  if (tokens[first + 3]?.value === ':' && tokens[first + 4]?.type === 'range') length += 2;
  return length;
}

/**
 * Makes every formula of the book that names the sheet follow: of cells, names, tables' columns, validations, formats
 * and charts. Calls `changed` for each cell whose formula reads differently now.
 */
export function followSheetName(
  book: Workbook,
  before: string,
  after: string | undefined,
  changed: (sheet: Sheet, key: number) => void,
): void {
  const mention = before.toLowerCase().replace(/'/g, "''");
  // Most formulas do not mention the sheet, and need not be taken apart.
  const renamed = (formula: string): string =>
    formula.toLowerCase().includes(mention) ? renameSheetInFormula(formula, before, after) : formula;
  for (const sheet of book.sheets) {
    for (const [key, formula] of sheet.grid.formulas) {
      const now = renamed(formula);
      if (now === formula) continue;
      sheet.grid.formulas.set(key, now);
      sheet.touched.add('cells');
      changed(sheet, key);
    }
    followBesideCells(sheet, renamed);
  }
  for (const name of book.names) {
    const now = renamed(name.formula);
    if (now !== name.formula) book.changeName(name, now);
  }
  for (const table of book.tables)
    for (const column of table.columns) {
      const now = column.formula === undefined ? undefined : renamed(column.formula);
      if (now === undefined || now === column.formula) continue;
      column.formula = now;
      table.touched = true;
    }
}

function followBesideCells(sheet: Sheet, renamed: (formula: string) => string): void {
  const validations = sheet.validations.map((one) => ({
    ...one,
    ...(one.formula1 === undefined ? {} : { formula1: renamed(one.formula1) }),
    ...(one.formula2 === undefined ? {} : { formula2: renamed(one.formula2) }),
  }));
  if (JSON.stringify(validations) !== JSON.stringify(sheet.validations)) {
    sheet.validations = validations;
    sheet.touched.add('validations');
  }
  const formats = sheet.conditionalFormats.map((one) => ({ ...one, formulas: one.formulas.map(renamed) }));
  if (JSON.stringify(formats) !== JSON.stringify(sheet.conditionalFormats)) {
    sheet.conditionalFormats = formats;
    sheet.touched.add('conditionalFormats');
  }
  const charts = JSON.stringify(sheet.charts);
  for (const series of sheet.charts.flatMap((chart) => chart.series)) {
    series.values = renamed(series.values);
    if (series.categories !== undefined) series.categories = renamed(series.categories);
    if (series.name !== undefined && 'reference' in series.name)
      series.name = { reference: renamed(series.name.reference) };
  }
  if (JSON.stringify(sheet.charts) !== charts) sheet.touched.add('charts');
}
