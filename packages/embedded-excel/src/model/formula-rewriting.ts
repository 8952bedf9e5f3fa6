/**
 * Every formula of a workbook, wherever it stands, rewritten after a table or a column was renamed, or cells moved. What
 * is not a cell's formula is noted for saving; cells' formulas are reported where the caller asks.
 */
import { parseStructRef, stringifyStructRef, tokenize } from '@borgar/fx/xlsx';
import { keyColumn, keyRow } from './cell-grid.ts';
import type { Sheet } from './sheet.ts';
import type { Workbook } from './workbook.ts';

/** Gives a formula's new text; `sheet` and `cell` are where it stands, undefined for names and charts. */
export type FormulaChange = (
  formula: string,
  sheet: Sheet | undefined,
  cell?: readonly [number, number],
) => string;

/**
 * Puts every formula through `change`.
 *
 * @param mention formulas without these words are left alone without asking, as most are
 * @param told called for each cell whose formula changed
 */
export function rewriteFormulas(
  book: Workbook,
  mention: (formula: string, sheet: Sheet | undefined) => boolean,
  change: FormulaChange,
  told: (sheet: Sheet, row: number, column: number) => void = () => undefined,
): void {
  const changed: FormulaChange = (formula, sheet, cell) =>
    mention(formula.toLowerCase(), sheet) ? change(formula, sheet, cell) : formula;
  for (const sheet of book.sheets) {
    for (const [key, formula] of sheet.grid.formulas) {
      const now = changed(formula, sheet, [keyRow(key), keyColumn(key)]);
      if (now === formula) continue;
      sheet.grid.formulas.set(key, now);
      sheet.touched.add('cells');
      told(sheet, keyRow(key), keyColumn(key));
    }
    rewriteElements(sheet, changed);
  }
  for (const name of book.names) {
    const now = changed(name.formula, name.sheet);
    if (now !== name.formula) book.changeName(name, now);
  }
  for (const table of book.tables)
    for (const column of table.columns)
      for (const member of ['formula', 'totalsFormula'] as const) {
        const formula = column[member];
        const cell = [table.area.top, table.area.left] as const;
        const now = formula === undefined ? undefined : changed(formula, table.sheet, cell);
        if (now === undefined || now === formula) continue;
        column[member] = now;
        table.touched = true;
      }
}

function rewriteElements(sheet: Sheet, changed: FormulaChange): void {
  for (const series of sheet.charts.flatMap((chart) => chart.series)) {
    const before = JSON.stringify(series);
    series.values = changed(series.values, undefined);
    if (series.categories !== undefined) series.categories = changed(series.categories, undefined);
    if (series.name !== undefined && 'reference' in series.name)
      series.name = { reference: changed(series.name.reference, undefined) };
    if (JSON.stringify(series) !== before) sheet.touched.add('charts');
  }
  const validations = sheet.validations.map((one) => ({
    ...one,
    ...(one.formula1 === undefined ? {} : { formula1: changed(one.formula1, sheet) }),
    ...(one.formula2 === undefined ? {} : { formula2: changed(one.formula2, sheet) }),
  }));
  if (JSON.stringify(validations) !== JSON.stringify(sheet.validations)) {
    sheet.validations = validations;
    sheet.touched.add('validations');
  }
  const formats = sheet.conditionalFormats.map((one) => ({
    ...one,
    formulas: one.formulas.map((formula) => changed(formula, sheet)),
  }));
  if (JSON.stringify(formats) !== JSON.stringify(sheet.conditionalFormats)) {
    sheet.conditionalFormats = formats;
    sheet.touched.add('conditionalFormats');
  }
}

const tokensOf = (formula: string) =>
  tokenize(formula, { mergeRefs: false, withLocation: false, negativeNumbers: false });

/** The formula after a table got another name. */
export function withTableRenamed(formula: string, before: string, after: string): string {
  const wanted = before.toLowerCase();
  return tokensOf(formula)
    .map(({ type, value }) => (type === 'range_named' && value.toLowerCase() === wanted ? after : value))
    .join('');
}

/** The formula after a table's column got another name; `own` says whether the formula stands in the table. */
export function withColumnRenamed(
  formula: string,
  table: string,
  own: boolean,
  before: string,
  after: string,
): string {
  const tokens = tokensOf(formula);
  const wanted = before.toLowerCase();
  return tokens
    .map(({ type, value }, index) => {
      if (type !== 'structured') return value;
      const named = tokens[index - 1];
      const of = named?.type === 'range_named' ? named.value.toLowerCase() === table.toLowerCase() : own;
      const reference = of ? parseStructRef(value) : undefined;
      if (reference?.columns?.some((column) => column.toLowerCase() === wanted) !== true) return value;
      const columns = reference.columns.map((column) => (column.toLowerCase() === wanted ? after : column));
      return stringifyStructRef({ ...reference, columns });
    })
    .join('');
}
