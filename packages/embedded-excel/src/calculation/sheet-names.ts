/**
 * Sheets' names in formulas: what becomes of `'Offer Terms'!B7` when the sheet is renamed or deleted. How references
 * follow inserted and deleted cells stands with the model. Everything but the name stays as it was typed.
 */
import { type Token, tokenize } from '@borgar/fx/xlsx';
import type { Sheet } from '../model/sheet.ts';
import { quoteSheetName, type Workbook } from '../model/workbook.ts';

const LOST = '#REF!';

/** Which sheets stood beside one that was deleted. */
export interface Neighbours {
  readonly next: string | undefined;
  readonly previous: string | undefined;
}

/** The formula after a sheet was renamed, or, with its neighbours in place of a name, deleted. */
export function renameSheetInFormula(
  formula: string,
  before: string,
  after: string | Neighbours | undefined,
): string {
  const tokens = tokenize(formula, { withLocation: false, mergeRefs: false });
  let text = '';
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    const span = spanAt(tokens, i);
    if (span !== undefined) {
      const now = spanAfter(span.ends, before, after);
      text += now ?? LOST;
      i += span.length - 1 + (now === undefined ? lengthOfReference(tokens, i + span.length - 1) - 1 : 0);
      continue;
    }
    const isContext = token.type === 'context' || token.type === 'context_quote';
    const sheet = isContext ? token.value.replace(/^'|'$/g, '').replace(/''/g, "'") : '';
    if (!isContext || sheet.toLowerCase() !== before.toLowerCase()) {
      text += token.value;
      continue;
    }
    if (typeof after !== 'string') {
      text += LOST;
      i += lengthOfReference(tokens, i) - 1;
    } else text += quoteSheetName(after);
  }
  return text;
}

/** `Jan:Dec` or `'Jan 3:Dec 3'` before its `!`: its ends, and how many tokens they take. */
function spanAt(
  tokens: readonly Token[],
  at: number,
): { readonly ends: readonly [string, string]; readonly length: number } | undefined {
  const [first, colon, last] = tokens.slice(at, at + 3);
  if (first?.type === 'context_quote') {
    const [from = '', to] = first.value.slice(1, -1).replace(/''/g, "'").split(':');
    return to === undefined || from.startsWith('[') ? undefined : { ends: [from, to], length: 1 };
  }
  if (first?.type !== 'range_named' || colon?.value !== ':' || last?.type !== 'context') return undefined;
  return { ends: [first.value, last.value], length: 3 };
}

/** The span after the change, as it was where the sheet is none of its ends; undefined where nothing is left of it. */
function spanAfter(
  [first, last]: readonly [string, string],
  before: string,
  after: string | Neighbours | undefined,
): string | undefined {
  const is = (name: string): boolean => name.toLowerCase() === before.toLowerCase();
  if (typeof after !== 'string' && is(first) && is(last)) return undefined;
  const from = !is(first) ? first : typeof after === 'string' ? after : after?.next;
  const to = !is(last) ? last : typeof after === 'string' ? after : after?.previous;
  if (from === undefined || to === undefined) return undefined;
  const isPlain = [from, to].every((name) => quoteSheetName(name) === name);
  return isPlain ? `${from}:${to}` : `'${`${from}:${to}`.replace(/'/g, "''")}'`;
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
  after: string | Neighbours | undefined,
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
