/**
 * Reads an .xlsx or .xlsm file into the model. Only what the model needs is parsed; every part is kept, so that saving
 * changes what has to change and nothing else.
 *
 * @see ECMA-376 parts 1 and 2; Excel's own departures from them in [MS-OI29500] and [MS-XLSX]
 */
import { keyColumn, keyRow, NO_STYLE } from '../model/cell-grid.ts';
import type { DefinedName } from '../model/defined-name.ts';
import type { Sheet, Visibility } from '../model/sheet.ts';
import type { Table } from '../model/table.ts';
import { sheetNumber, Workbook } from '../model/workbook.ts';
import { BLANK_PACKAGE } from './blank-package.ts';
import { ByteScanner } from './byte-scanner.ts';
import { dynamicIndices } from './cell-metadata.ts';
import { readCustomXml } from './custom-xml-part.ts';
import { readCharts } from './drawing-part.ts';
import { readExternalBooks } from './external-link-part.ts';
import { CustomFunctionNames, userSpelling } from './formula-spelling.ts';
import { PackageError } from './package-error.ts';
import { PackageParts } from './package-parts.ts';
import {
  type ForeignSheet,
  type LoadedChart,
  type PackageState,
  setState,
  type SheetOrigin,
} from './package-state.ts';
import { refuseOtherFormats, workbookPartOf } from './other-formats.ts';
import { SharedStrings } from './shared-strings.ts';
import { readCells } from './sheet-cells-reader.ts';
import { readSheetElements } from './sheet-elements-reader.ts';
import { type CellsPlace, SheetSkeleton } from './sheet-skeleton.ts';
import { NOTHING_LOADED, readStyles } from './style-reader.ts';
import { readTable } from './table-part.ts';
import { readThemeColors } from './theme-part.ts';
import { readSettings } from './web-extension-part.ts';
import { readCalculation, readStructureProtection } from './workbook-part.ts';
import {
  booleanAttribute,
  child,
  childrenOf,
  numberAttribute,
  parseXml,
  prefixedAttribute,
  type XmlElement,
} from './xml.ts';
import { pack, readZip } from './zip.ts';

export interface ReadOptions {
  /** Names of custom functions whose namespace has a dot or an underscore in it, as users write them. */
  readonly customFunctions?: Iterable<string>;
}

/**
 * The workbook that a file holds.
 *
 * @throws PackageError the bytes are no .xlsx or .xlsm workbook, are protected by a password, or are damaged
 */
export function readWorkbook(bytes: Uint8Array, options: ReadOptions = {}): Workbook {
  refuseOtherFormats(bytes);
  const parts = new PackageParts(readZip(bytes));
  return new WorkbookReader(parts, workbookPartOf(parts), options).read();
}

/** A new workbook with one empty sheet, ready to be saved. */
export const newWorkbook = (): Workbook =>
  readWorkbookParts(
    new PackageParts(
      Object.entries(BLANK_PACKAGE).map(([name, text]) => pack(name, [new TextEncoder().encode(text)])),
    ),
  );

const readWorkbookParts = (parts: PackageParts): Workbook =>
  new WorkbookReader(parts, workbookPartOf(parts), {}).read();

class WorkbookReader {
  private readonly parts: PackageParts;
  private readonly part: string;
  private readonly book = new Workbook();
  private readonly customFunctions = new CustomFunctionNames();
  private readonly sheets = new Map<Sheet, SheetOrigin>();
  private readonly tables = new Map<Table, string>();
  private readonly names = new Map<DefinedName, ReadonlyMap<string, string>>();
  private readonly foreign: ForeignSheet[] = [];
  private readonly charts = new Map<string, LoadedChart>();
  private readonly hasChain: boolean;

  constructor(parts: PackageParts, part: string, options: ReadOptions) {
    this.parts = parts;
    this.part = part;
    this.hasChain = parts.related(part, 'calcChain') !== undefined;
    for (const name of options.customFunctions ?? []) this.customFunctions.add(name);
  }

  read(): Workbook {
    const { book, parts, part } = this;
    const root = parseXml(parts.text(part) ?? '');
    const relationships = new Map(
      parts.relationships(part).map((relationship) => [relationship.id, relationship]),
    );
    const related = (kind: string): string | undefined =>
      [...relationships.values()].find(
        (relationship) => relationship.kind === kind && parts.has(relationship.target),
      )?.target;
    const stylesPart = related('styles');
    const styles = stylesPart === undefined ? undefined : parts.text(stylesPart);
    const loaded = styles === undefined ? NOTHING_LOADED : readStyles(styles, book.styles);
    const themePart = related('theme');
    if (themePart !== undefined)
      book.themeColors = readThemeColors(parts.text(themePart) ?? '') ?? book.themeColors;
    const stringsPart = related('sharedStrings');
    const strings = new SharedStrings(stringsPart === undefined ? undefined : parts.xmlBytes(stringsPart));
    const metadataPart = related('sheetMetadata');
    const dynamic = dynamicIndices(metadataPart === undefined ? undefined : parts.text(metadataPart));

    const properties = child(root, 'workbookPr');
    book.date1904 = properties !== undefined && booleanAttribute(properties, 'date1904') === true;
    Object.assign(book.calculation, readCalculation(child(root, 'calcPr')));
    book.structureProtection = readStructureProtection(child(root, 'workbookProtection'));
    book.externalBooks = readExternalBooks(parts, child(root, 'externalReferences'), relationships);
    const tabs: (Sheet | undefined)[] = [];
    for (const tab of childrenOf(child(root, 'sheets'), 'sheet')) {
      const relationship = relationships.get(prefixedAttribute(tab, 'id') ?? '');
      const bytes = relationship?.kind === 'worksheet' ? parts.xmlBytes(relationship.target) : undefined;
      if (relationship === undefined || bytes === undefined) {
        this.foreign.push({
          attributes: tab.attributes,
          index: tabs.length,
          after: book.sheets[book.sheets.length - 1],
        });
        book.reserveSheetNumber(numberAttribute(tab, 'sheetId') ?? 0);
        tabs.push(undefined);
      } else tabs.push(this.sheet(tab, relationship.target, bytes, strings, dynamic));
    }
    if (book.sheets.length === 0)
      throw new PackageError('damaged', 'The file is damaged: its workbook has no worksheet.');
    this.definedNames(child(root, 'definedNames'), tabs);
    const view = child(child(root, 'bookViews'), 'workbookView');
    const active = tabs[(view && numberAttribute(view, 'activeTab')) ?? 0];
    if (active?.visibility === 'visible') book.activate(active);
    readSettings(parts, book);
    const customXml = readCustomXml(parts, part, book);
    for (const sheet of book.sheets) sheet.touched.clear();
    book.structureTouched = false;
    const state: PackageState = {
      parts,
      workbookPart: part,
      sheets: this.sheets,
      foreign: this.foreign,
      activeSheet: book.activeSheet,
      tables: this.tables,
      names: this.names,
      strings,
      stylesPart,
      loadedStyles: loaded,
      customFunctions: this.customFunctions,
      charts: this.charts,
      customXml,
      structureProtection: book.structureProtection,
    };
    setState(book, state);
    return book;
  }

  private spell(formula: string, table?: string): string {
    return userSpelling(formula, { customFunctions: this.customFunctions, table });
  }

  private sheet(
    tab: XmlElement,
    part: string,
    bytes: Uint8Array,
    strings: SharedStrings,
    dynamic: ReadonlySet<number>,
  ): Sheet {
    const { book, parts } = this;
    const number = numberAttribute(tab, 'sheetId') ?? book.sheets.length + 1;
    if (book.sheets.some((other) => sheetNumber(other) === number))
      throw new PackageError('damaged', `The file is damaged: two of its sheets have the number ${number}.`);
    const sheet = book.loadSheet(tab.attributes.get('name') ?? `Sheet${number}`, number);
    const state = tab.attributes.get('state');
    sheet.visibility = (
      state === 'hidden' || state === 'veryHidden' ? state : 'visible'
    ) satisfies Visibility;
    for (const relationship of parts.relationships(part)) {
      const text = relationship.kind === 'table' ? parts.text(relationship.target) : undefined;
      if (text === undefined) continue;
      const table = readTable(text, sheet, (formula, name) => this.spell(formula, name));
      book.loadTable(table);
      this.tables.set(table, relationship.target);
    }
    const tables = book.tablesOn(sheet);
    const scanner = new ByteScanner(bytes);
    const cells = placeOfCells(scanner);
    const start = cells.start;
    if (scanner.name === 'sheetData') {
      readCells(scanner, sheet, {
        strings,
        date1904: book.date1904,
        dynamic,
        spell: (formula, row, column) =>
          this.spell(formula, tables.length === 0 ? undefined : book.tableAt(sheet, row, column)?.name),
      });
      cells.end = scanner.at;
    }
    readSheetElements(SheetSkeleton.of(bytes, { start, end: cells.end }), sheet, (formula) =>
      this.spell(formula),
    );
    ownFormats(sheet);
    const drawing = parts.related(part, 'drawing');
    if (drawing !== undefined) {
      const charts = readCharts(parts, drawing, sheet);
      sheet.charts = charts.map(({ chart }) => chart);
      for (const { chart, loaded } of charts) this.charts.set(chart.id, loaded);
    }
    for (const key of sheet.spills.size === 0 ? [] : sheet.grid.formulas.keys())
      if (sheet.spills.at(keyRow(key), keyColumn(key)) !== undefined) sheet.singleValued.delete(key);
    const formulas = this.hasChain ? new Map(sheet.grid.formulas) : undefined;
    this.sheets.set(sheet, { part, attributes: tab.attributes, cells: { start, end: cells.end }, formulas });
    return sheet;
  }

  private definedNames(list: XmlElement | undefined, tabs: readonly (Sheet | undefined)[]): void {
    for (const element of childrenOf(list, 'definedName')) {
      const local = numberAttribute(element, 'localSheetId');
      // A name of a chart sheet stays with the file: it is written back by its attributes alone.
      const name = this.book.loadName({
        name: element.attributes.get('name') ?? '',
        formula: `=${this.spell(element.text)}`,
        sheet: local === undefined ? undefined : tabs[local],
        hidden: booleanAttribute(element, 'hidden') ?? false,
        comment: element.attributes.get('comment') ?? '',
      });
      this.names.set(name, element.attributes);
    }
  }
}

/** Goes to the opening tag of `sheetData`; without one, the place where it would stand. */
function placeOfCells(scanner: ByteScanner): { start: number; end: number } & CellsPlace {
  let end = scanner.at;
  while (scanner.next()) {
    if (scanner.name === 'sheetData' && !scanner.closes) return { start: scanner.tagStart, end: scanner.at };
    if (scanner.name === 'worksheet' && scanner.closes)
      return { start: scanner.tagStart, end: scanner.tagStart };
    end = scanner.at;
  }
  return { start: end, end };
}

/** A cell that names no format has the first one, even in a row or column that has another. */
function ownFormats(sheet: Sheet): void {
  const styledColumns = sheet.layout.columns.some(({ style }) => (style ?? 0) > 0);
  for (const [, content] of sheet.grid.rows()) {
    if (!styledColumns && (content.properties?.style ?? 0) === 0) continue;
    for (const [column, value] of content.values.entries())
      if (value !== null && (content.styles?.[column] ?? NO_STYLE) === NO_STYLE) content.setStyle(column, 0);
  }
}
