/**
 * Saves a workbook as .xlsx: the parts whose subject changed are patched or written, all others keep their bytes. The
 * same workbook gives the same bytes each time.
 *
 * `docProps/app.xml` keeps its list of sheet titles when sheets come or go: nothing reads it but file browsers, Excel
 * writes it anew with every save, and no reader compares it with the sheets.
 */
import type { Sheet } from '../model/sheet.ts';
import type { Table } from '../model/table.ts';
import type { Workbook } from '../model/workbook.ts';
import { METADATA_CONTENT_TYPE, withDynamicArrays } from './cell-metadata.ts';
import { writeCustomXml } from './custom-xml-part.ts';
import { writeCharts } from './drawing-part.ts';
import { fileSpelling } from './formula-spelling.ts';
import type { PackageEdit } from './package-parts.ts';
import { xmlDocument } from './package-parts.ts';
import { packageFaults } from './package-rules.ts';
import { type PackageState, stateOf } from './package-state.ts';
import type { SharedStringAppender } from './shared-strings.ts';
import { writeCells } from './sheet-cells-writer.ts';
import { selectTab, writeSheetElements } from './sheet-elements-writer.ts';
import { SheetSkeleton } from './sheet-skeleton.ts';
import { appendedStyles, EMPTY_STYLES } from './style-writer.ts';
import { patchTable, writeTable } from './table-part.ts';
import { writeSettings } from './web-extension-part.ts';
import { patchWorkbookPart } from './workbook-part.ts';

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The file of a workbook that `readWorkbook` or `newWorkbook` gave. */
export function writeWorkbook(book: Workbook): Uint8Array {
  const state = stateOf(book);
  if (state === undefined) throw new Error('A workbook is saved by the package that opened or made it.');
  return new WorkbookWriter(book, state).write();
}

/** Kinds of parts that belong to one sheet, drawing or chart alone. */
const OWN_PARTS = new Set([
  ...['table', 'comments', 'vmlDrawing', 'drawing', 'printerSettings', 'threadedComment'],
  ...['chart', 'chartStyle', 'chartColorStyle'],
]);

class WorkbookWriter {
  private readonly book: Workbook;
  private readonly state: PackageState;
  private readonly edit: PackageEdit;
  private strings: SharedStringAppender | undefined;
  private dynamicIndex: number | undefined;
  private formulasChanged = false;
  private uncalculated = false;

  constructor(book: Workbook, state: PackageState) {
    this.book = book;
    this.state = state;
    this.edit = state.parts.edit();
    for (const name of book.customFunctions) state.customFunctions.add(name);
  }

  write(): Uint8Array {
    const { book, state, edit } = this;
    const newSheets = this.deleteAndAddSheets();
    for (const sheet of book.sheets) this.sheet(sheet, newSheets.get(sheet)?.part);
    for (const [table, part] of state.tables) this.deletedTable(table, part);
    this.styles();
    this.sharedStrings();
    if (this.formulasChanged || newSheets.size > 0 || book.sheets.length < state.sheets.size)
      this.dropCalculationChain();
    const before = edit.text(state.workbookPart) ?? '';
    const after = patchWorkbookPart(before, book, state, {
      newSheets: new Map([...newSheets].map(([sheet, { id }]) => [sheet, id])),
      spell: (formula) => this.spell(formula),
      calculate: this.uncalculated,
    });
    if (after !== before) edit.put(state.workbookPart, after);
    if (book.settings.touched) writeSettings(edit, book);
    writeCustomXml(edit, state.workbookPart, book, state.customXml);
    this.refuseFaults();
    return edit.zip();
  }

  /** A file that its writer left with faults keeps them; a save adds none. */
  private refuseFaults(): void {
    const { edit, state } = this;
    const faults = packageFaults(edit, (part) => edit.changes(part));
    if (faults.length === 0) return;
    // Numbers in a fault may have moved with the rows.
    const kind = (fault: string): string => fault.replace(/ .*/, (what) => what.replace(/\d+/g, '#'));
    const before = new Set(packageFaults(state.parts).map(kind));
    const added = faults.find((fault) => !before.has(kind(fault)));
    if (added !== undefined)
      throw new Error(`The workbook is not saved, as Excel would have to repair it: ${added}.`);
  }

  private spell(formula: string, table?: string): string {
    return fileSpelling(formula, { customFunctions: this.state.customFunctions, table });
  }

  private deleteAndAddSheets(): Map<Sheet, { part: string; id: string }> {
    const { book, state, edit } = this;
    for (const [sheet, { part }] of state.sheets) {
      if (book.sheets.includes(sheet)) continue;
      this.remove(part);
      edit.unrelate(state.workbookPart, part);
    }
    const added = new Map<Sheet, { part: string; id: string }>();
    for (const sheet of book.sheets) {
      if (state.sheets.has(sheet)) continue;
      const part = edit.freeName('xl/worksheets/sheet#.xml');
      edit.put(
        part,
        xmlDocument(`<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetData/></worksheet>`),
        `${SPREADSHEET}.worksheet+xml`,
      );
      added.set(sheet, { part, id: edit.relate(state.workbookPart, 'worksheet', part) });
    }
    return added;
  }

  /** Takes out a part with those that only it can have. Pictures may be others' as well; they stay. */
  private remove(part: string): void {
    for (const { target, external, kind } of this.edit.relationships(part))
      if (!external && OWN_PARTS.has(kind)) this.remove(target);
    this.edit.remove(part);
  }

  private sheet(sheet: Sheet, newPart: string | undefined): void {
    const { book, state, edit } = this;
    const origin = state.sheets.get(sheet);
    const part = newPart ?? origin?.part ?? '';
    const isNew = newPart !== undefined;
    for (const table of book.tablesOn(sheet)) this.changedTable(table);
    const reselected = book.activeSheet !== state.activeSheet;
    if (!isNew && sheet.touched.size === 0 && !reselected) return;
    const bytes = isNew ? undefined : state.parts.xmlBytes(part);
    const skeleton =
      bytes === undefined || origin === undefined
        ? new SheetSkeleton(edit.text(part) ?? '')
        : SheetSkeleton.of(bytes, origin.cells);
    const selected = reselected && selectTab(skeleton, sheet === book.activeSheet);
    if (!isNew && !selected && sheet.touched.size === 0) return;
    writeSheetElements(skeleton, sheet, (formula) => this.spell(formula));
    if (isNew && sheet.layout.defaultRowHeight !== 15)
      skeleton.replace(
        'sheetFormatPr',
        `<sheetFormatPr defaultRowHeight="${sheet.layout.defaultRowHeight}"/>`,
      );
    if (sheet.touched.has('tables')) this.tableParts(skeleton, sheet, part);
    if (sheet.touched.has('charts')) this.charts(skeleton, sheet, part);
    const cells =
      isNew || sheet.touched.has('cells')
        ? this.cells(sheet, skeleton.prefix)
        : [bytes?.subarray(origin?.cells.start, origin?.cells.end) ?? new Uint8Array(0)];
    const { head, tail } = skeleton.around();
    const encoder = new TextEncoder();
    edit.put(part, [encoder.encode(head), ...cells, encoder.encode(tail)]);
  }

  private charts(skeleton: SheetSkeleton, sheet: Sheet, part: string): void {
    const { book, state, edit } = this;
    const hasTheme = edit.related(state.workbookPart, 'theme') !== undefined;
    writeCharts(edit, skeleton, sheet, part, state.charts, { book, hasTheme });
  }

  private cells(sheet: Sheet, prefix: string): Uint8Array[] {
    const { book, state } = this;
    this.strings ??= state.strings.appender();
    const { strings } = this;
    const tables = book.tablesOn(sheet);
    this.formulasChanged ||= !sameEntries(state.sheets.get(sheet)?.formulas, sheet.grid.formulas);
    return writeCells(
      sheet,
      {
        place: (text) => strings.place(text),
        spell: (formula, row, column) =>
          this.spell(formula, tables.length === 0 ? undefined : book.tableAt(sheet, row, column)?.name),
        dynamic: () => (this.dynamicIndex ??= this.dynamicArrays()),
        uncalculated: () => void (this.uncalculated = true),
      },
      prefix,
    );
  }

  private dynamicArrays(): number {
    const { edit, state } = this;
    const part = edit.related(state.workbookPart, 'sheetMetadata');
    const before = part === undefined ? undefined : edit.text(part);
    const { text, index } = withDynamicArrays(before);
    if (text !== before) {
      const name = part ?? edit.freeName('xl/metadata.xml');
      edit.put(name, text, METADATA_CONTENT_TYPE);
      if (part === undefined) edit.relate(state.workbookPart, 'sheetMetadata', name);
    }
    return index;
  }

  private changedTable(table: Table): void {
    const part = this.state.tables.get(table);
    if (part === undefined || !table.touched) return;
    this.edit.put(
      part,
      patchTable(this.edit.text(part) ?? '', table, (formula, name) => this.spell(formula, name)),
    );
  }

  /** Tables come and go: the sheet lists those that it has now. */
  private tableParts(skeleton: SheetSkeleton, sheet: Sheet, part: string): void {
    const { book, state, edit } = this;
    for (const [table, tablePart] of state.tables)
      if (table.sheet === sheet && !book.tables.includes(table)) edit.unrelate(part, tablePart);
    for (const table of book.tablesOn(sheet)) {
      if (state.tables.has(table)) continue;
      const name = edit.freeName('xl/tables/table#.xml');
      edit.put(
        name,
        writeTable(table, (formula, tableName) => this.spell(formula, tableName)),
        `${SPREADSHEET}.table+xml`,
      );
      edit.relate(part, 'table', name);
    }
    const ids = edit
      .relationships(part)
      .filter(({ kind }) => kind === 'table')
      .map(({ id }) => id);
    const p = skeleton.prefix;
    const list = ids.map((id) => `<${p}tablePart xmlns:r="${OFFICE}" r:id="${id}"/>`);
    skeleton.replace(
      'tableParts',
      list.length === 0 ? '' : `<${p}tableParts count="${list.length}">${list.join('')}</${p}tableParts>`,
    );
  }

  private deletedTable(table: Table, part: string): void {
    if (!this.book.tables.includes(table)) this.edit.remove(part);
  }

  private styles(): void {
    const { book, edit, state } = this;
    const part = state.stylesPart;
    const text = part === undefined ? xmlDocument(EMPTY_STYLES) : edit.text(part);
    if (
      part === undefined &&
      book.styles.cellFormats.entries.length === 1 &&
      book.styles.differential.entries.length === 0
    )
      return;
    const appended = appendedStyles(text ?? '', book.styles, state.loadedStyles);
    if (appended === undefined) return;
    const name = part ?? edit.freeName('xl/styles.xml');
    edit.put(name, appended, part === undefined ? `${SPREADSHEET}.styles+xml` : undefined);
    if (part === undefined) edit.relate(state.workbookPart, 'styles', name);
  }

  private sharedStrings(): void {
    const { edit, state, strings } = this;
    if (strings?.grew !== true) return;
    const part = edit.related(state.workbookPart, 'sharedStrings');
    const name = part ?? edit.freeName('xl/sharedStrings.xml');
    edit.put(name, strings.pieces(), part === undefined ? `${SPREADSHEET}.sharedStrings+xml` : undefined);
    if (part === undefined) edit.relate(state.workbookPart, 'sharedStrings', name);
  }

  /** The chain lists the cells with formulas in order; a wrong one makes Excel repair the file, a missing one not. */
  private dropCalculationChain(): void {
    const { edit, state } = this;
    const part = edit.related(state.workbookPart, 'calcChain');
    if (part === undefined) return;
    edit.remove(part);
    edit.unrelate(state.workbookPart, part);
  }
}

/** Whether a sheet has the same formulas in the same cells as its file; one that was not asked has not. */
function sameEntries(
  before: ReadonlyMap<number, string> | undefined,
  now: ReadonlyMap<number, string>,
): boolean {
  if (before?.size !== now.size) return false;
  for (const [key, formula] of now) if (before.get(key) !== formula) return false;
  return true;
}
