/** The formula bar and the name box above the grid: what the active cell holds, where it is, and where to go. */
import { areaAddress, cellAddress, parseArea } from '../model/area.ts';
import { parseFormula } from '../calculation/formula-parser.ts';
import type { Sheet } from '../model/sheet.ts';
import { editText } from './editing/edit-text.ts';
import type { Workspace } from './workspace.ts';

/** The active cell's content as one edits it; for a cell that a formula spills to, that formula. */
export function activeText({ book, sheet, selection }: Workspace): { text: string; isInherited: boolean } {
  const { row, column } = selection.active;
  const spill = sheet.spills.covering(row, column);
  const isInherited = spill !== undefined && (spill.row !== row || spill.column !== column);
  const formula = isInherited ? sheet.formula(spill.row, spill.column) : sheet.formula(row, column);
  const numberFormat = book.styles.numberFormat(sheet.style(row, column));
  return { text: editText(sheet.value(row, column), formula, numberFormat, book.date1904), isInherited };
}

export function showFormulaBar(
  workspace: Workspace,
  bar: HTMLTextAreaElement,
  nameBox: HTMLInputElement,
): void {
  const { text, isInherited } = activeText(workspace);
  bar.value = text;
  // A spilled cell shows its formula, but in grey: one edits it where it stands.
  bar.classList.toggle('inherited', isInherited);
  if (document.activeElement !== nameBox) nameBox.value = nameOf(workspace);
}

/** A table or a name that is exactly the selection, or its address. */
function nameOf({ book, sheet, selection }: Workspace): string {
  const { area, active } = selection;
  const address = areaAddress(area);
  const table = book.tablesOn(sheet).find((candidate) => areaAddress(candidate.dataArea) === address);
  if (table !== undefined && address.includes(':')) return table.name;
  for (const name of book.names) {
    const place = name.hidden ? undefined : placeOfFormula(name.formula, { book, sheet });
    if (place?.sheet === sheet && areaAddress(place.area) === address) return name.name;
  }
  return cellAddress(active.row, active.column);
}

type Place = { readonly sheet: Sheet; readonly area: NonNullable<ReturnType<typeof parseArea>> };

const SHEET_AND_AREA = /^=?(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?([^!]+)$/;

/** The cells that an address, a table's name or a defined name stand for. */
export function placeNamed(
  text: string,
  { book, sheet }: Pick<Workspace, 'book' | 'sheet'>,
): Place | undefined {
  const wanted = text.trim();
  const table = book.table(wanted);
  if (table !== undefined) return { sheet: table.sheet, area: table.dataArea };
  const name = book.definedName(wanted, sheet);
  return placeOfFormula(name?.formula ?? wanted, { book, sheet });
}

function placeOfFormula(
  formula: string,
  { book, sheet }: Pick<Workspace, 'book' | 'sheet'>,
): Place | undefined {
  const [, quoted, plain, address = ''] = SHEET_AND_AREA.exec(formula) ?? [];
  const sheetName = quoted?.replace(/''/g, "'") ?? plain;
  const on = sheetName === undefined ? sheet : book.sheet(sheetName);
  const area = parseArea(address);
  return on === undefined || area === undefined ? undefined : { sheet: on, area };
}

/** What is wrong with a formula that cannot be read, or undefined. */
export function formulaProblem(text: string): string | undefined {
  if (!text.startsWith('=') || text.length < 2) return undefined;
  try {
    parseFormula(text);
    return undefined;
  } catch {
    return 'This formula cannot be read. Check its commas, parentheses and quotes, or begin with an apostrophe to type text.';
  }
}
