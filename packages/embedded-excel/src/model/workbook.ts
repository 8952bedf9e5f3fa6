/**
 * A workbook as Excel holds it in memory: sheets, tables, names, styles, settings. It knows neither files nor what a
 * formula means; whoever calculates, saves or raises Office's events listens to its changes.
 */
import { type Area, areaAddress, areaAt, columnCount, contains, intersection, sameArea } from './area.ts';
import type { ChangeListener, WorkbookChange } from './change.ts';
import type { DefinedName } from './defined-name.ts';
import type { ExternalBook } from './external-book.ts';
import { rewriteFormulas, withColumnRenamed, withTableRenamed } from './formula-rewriting.ts';
import type { HostMode } from './host-modes.ts';
import { ModelError } from './model-error.ts';
import type { StructureProtection } from './protection.ts';
import { Settings } from './settings.ts';
import { Sheet } from './sheet.ts';
import { looksLikeCell, quoteSheetName } from './sheet-name.ts';
import { StylePool } from './styles.ts';
import { Table } from './table.ts';

export interface CalculationProperties {
  mode: 'automatic' | 'automaticExceptTables' | 'manual';
  iterative: boolean;
  iterations: number;
  maximumChange: number;
  /** Whether Excel is asked to calculate everything when it opens the file. */
  fullOnLoad: boolean;
}

/** A piece of XML that an add-in keeps in the workbook's file. */
export interface CustomXmlPart {
  /** `{GUID}` */
  readonly id: string;
  readonly xml: string;
}

export interface NewTable {
  readonly name?: string;
  /** Names for columns whose header cells are blank. */
  readonly columnNames?: readonly string[];
}

/** Excel's order of sheet names in messages aside: 1 to 31 characters, none of `: \ / ? * [ ]`, no `'` at an end. */
const SHEET_NAME = /^(?!')[^:\\/?*[\]]{1,31}(?<!')$/;
const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u;

export class Workbook {
  readonly styles = new StylePool();
  readonly settings = new Settings(() => this.report({ kind: 'settings' }));
  /** Names of the custom functions that add-ins have registered, as users write them: `REGRANT.NEWSHARES`. */
  readonly customFunctions = new Set<string>();
  readonly calculation: CalculationProperties = {
    mode: 'automatic',
    iterative: false,
    iterations: 100,
    maximumChange: 0.001,
    fullOnLoad: false,
  };
  /** What the file keeps of the workbooks that its formulas link to; `[1]` is the first. */
  externalBooks: readonly ExternalBook[] = [];
  customXmlParts: readonly CustomXmlPart[] = [];
  /** Undefined where the structure is not protected. Whoever changes the structure for a user asks first. */
  structureProtection: StructureProtection | undefined;
  /** Opened to be looked at: nobody may change it. Whoever changes it for a user or an add-in asks first. */
  isReadOnly = false;
  /** What the Excel that has it open does otherwise than the embedded one by itself. */
  hostModes: ReadonlySet<HostMode> = new Set();
  /** Whether serial 0 is 1904-01-01. Values are raw serials either way. */
  date1904 = false;
  /** The theme's colours as `RRGGBB`, in the order of a cell's theme index. */
  themeColors: readonly string[] = DEFAULT_THEME;
  /** Whether sheets, their order, their names, or defined names changed since the file was read. */
  structureTouched = false;

  private readonly order: Sheet[] = [];
  private readonly tableList: Table[] = [];
  private readonly nameList: DefinedName[] = [];
  private readonly listeners = new Set<ChangeListener>();
  private active: Sheet | undefined;
  private lastSheetId = 0;
  private lastTableId = 0;

  /** A workbook with one empty sheet, `Sheet1`. */
  static blank(): Workbook {
    const book = new Workbook();
    book.addSheet('Sheet1');
    return book;
  }

  /** Calls `listener` after every change. Returns what ends that. */
  onChange(listener: ChangeListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  get sheets(): readonly Sheet[] {
    return this.order;
  }

  /** The sheet of that name, without regard to case. */
  sheet(name: string): Sheet | undefined {
    const key = name.toLowerCase();
    return this.order.find((sheet) => sheet.name.toLowerCase() === key);
  }

  sheetById(id: string): Sheet | undefined {
    return this.order.find((sheet) => sheet.id === id);
  }

  get activeSheet(): Sheet {
    const sheet = this.active ?? this.order.find((candidate) => candidate.visibility === 'visible');
    if (sheet === undefined) throw new ModelError('notFound', 'The workbook has no visible sheet.');
    return sheet;
  }

  activate(sheet: Sheet): void {
    if (this.active === sheet) return;
    const before = this.active;
    this.active = sheet;
    this.structureTouched = true;
    this.report({ kind: 'sheetActivated', sheet, before });
  }

  /** @throws ModelError the name is taken, or Excel would not take it */
  addSheet(name = this.freeSheetName(), position = this.order.length): Sheet {
    this.checkSheetName(name);
    const sheet = new Sheet(sheetId(++this.lastSheetId), name, (change) => this.report(change));
    this.order.splice(position, 0, sheet);
    this.structureTouched = true;
    this.report({ kind: 'sheetAdded', sheet });
    return sheet;
  }

  /** Takes in a sheet that a file brought, under the number that the file knows it by. */
  loadSheet(name: string, number: number): Sheet {
    this.reserveSheetNumber(number);
    const sheet = new Sheet(sheetId(number), name, (change) => this.report(change));
    this.order.push(sheet);
    return sheet;
  }

  /** Keeps a number from new sheets: a file's tabs share their numbers, whatever their kind. */
  reserveSheetNumber(number: number): void {
    this.lastSheetId = Math.max(this.lastSheetId, number);
  }

  /** @throws ModelError it is the last visible sheet */
  deleteSheet(sheet: Sheet): void {
    if (!this.order.some((other) => other !== sheet && other.visibility === 'visible'))
      throw new ModelError('lastSheet', 'A workbook must contain at least one visible worksheet.');
    for (const table of this.tables.filter((candidate) => candidate.sheet === sheet)) this.deleteTable(table);
    for (const name of this.names.filter((candidate) => candidate.sheet === sheet)) this.deleteName(name);
    const index = this.order.indexOf(sheet);
    if (index < 0) throw new ModelError('notFound', `The sheet "${sheet.name}" is not in this workbook.`);
    this.order.splice(index, 1);
    this.structureTouched = true;
    if (this.active === sheet) this.active = undefined;
    this.report({ kind: 'sheetDeleted', sheet, before: index });
  }

  /** Formulas that name the sheet are the calculator's to follow up. @throws ModelError as `addSheet` */
  renameSheet(sheet: Sheet, name: string): void {
    if (sheet.name === name) return;
    this.checkSheetName(name, sheet);
    const before = sheet.name;
    sheet.setName(name);
    this.structureTouched = true;
    this.report({ kind: 'sheetRenamed', sheet, before });
  }

  moveSheet(sheet: Sheet, position: number): void {
    const before = this.order.indexOf(sheet);
    if (before === position) return;
    this.order.splice(before, 1);
    this.order.splice(position, 0, sheet);
    this.structureTouched = true;
    this.report({ kind: 'sheetMoved', sheet, before });
  }

  setVisibility(sheet: Sheet, visibility: Sheet['visibility']): void {
    if (visibility !== 'visible' && !this.order.some((s) => s !== sheet && s.visibility === 'visible'))
      throw new ModelError('lastSheet', 'A workbook must contain at least one visible worksheet.');
    const before = sheet.visibility;
    sheet.visibility = visibility;
    if (visibility !== 'visible' && this.active === sheet) this.active = undefined;
    this.structureTouched = true;
    this.report({ kind: 'sheetLayout', sheet });
    if (before !== visibility) this.report({ kind: 'sheetVisibility', sheet, before });
  }

  get tables(): readonly Table[] {
    return this.tableList;
  }

  table(name: string): Table | undefined {
    const key = name.toLowerCase();
    return this.tableList.find((table) => table.name.toLowerCase() === key);
  }

  tablesOn(sheet: Sheet): Table[] {
    return this.tableList.filter((table) => table.sheet === sheet);
  }

  tableAt(sheet: Sheet, row: number, column: number): Table | undefined {
    return this.tableList.find((table) => table.sheet === sheet && contains(table.area, row, column));
  }

  /**
   * Makes a table of an area whose first row is its header. Blank and repeated headers get names of their own, and
   * every header becomes text, as Excel does.
   *
   * @throws ModelError the area overlaps another table, or the name is taken or not possible
   */
  addTable(sheet: Sheet, area: Area, wanted: NewTable = {}): Table {
    const other = this.tablesOn(sheet).find((table) => intersection(table.area, area) !== undefined);
    if (other !== undefined)
      throw new ModelError('overlap', `A table can't overlap another table (${other.name}).`);
    const name = wanted.name ?? this.freeTableName();
    this.checkName(name);
    const table = new Table(++this.lastTableId, sheet, name, area, []);
    const headers = Array.from({ length: columnCount(area) }, (_, index) => {
      const value = sheet.value(area.top, area.left + index);
      return value === null ? (wanted.columnNames?.[index] ?? '') : String(value);
    });
    table.resize(area, headers);
    this.loadTable(table);
    table.touched = true;
    sheet.touched.add('tables');
    sheet.setValues(area.top, area.left, [table.columns.map((column) => column.name)]);
    this.report({ kind: 'tableAdded', table });
    return table;
  }

  /** Takes in a table that a file brought. */
  loadTable(table: Table): void {
    this.lastTableId = Math.max(this.lastTableId, table.id);
    this.tableList.push(table);
  }

  get nextTableId(): number {
    return this.lastTableId + 1;
  }

  /** Forgets the table; its cells stay. */
  deleteTable(table: Table): void {
    const index = this.tableList.indexOf(table);
    if (index < 0) return;
    this.tableList.splice(index, 1);
    table.sheet.touched.add('tables');
    this.report({ kind: 'tableDeleted', table });
  }

  renameTable(table: Table, name: string): void {
    if (table.name === name) return;
    if (table.name.toLowerCase() !== name.toLowerCase()) this.checkName(name);
    const before = table.name;
    table.name = name;
    this.tableChanged(table, before);
    const mention = before.toLowerCase();
    rewriteFormulas(
      this,
      (formula) => formula.includes(mention),
      (formula) => withTableRenamed(formula, before, name),
      (sheet, row, column) => this.report({ kind: 'cells', sheet, area: areaAt(row, column) }),
    );
  }

  /** Gives the table a new area with the same top left corner, and names new columns by their header cells. */
  resizeTable(table: Table, area: Area): void {
    if (sameArea(table.area, area)) return;
    const clash = this.tablesOn(table.sheet).find(
      (t) => t !== table && intersection(t.area, area) !== undefined,
    );
    if (clash !== undefined)
      throw new ModelError('overlap', `A table can't overlap another table (${clash.name}).`);
    if (area.top !== table.area.top || area.left !== table.area.left)
      throw new ModelError('outOfBounds', `A table keeps its header row and first column when resized.`);
    const names = Array.from({ length: columnCount(area) }, (_, index) =>
      String(table.sheet.value(area.top, area.left + index) ?? ''),
    );
    table.resize(area, names);
    if (table.hasHeaders)
      table.sheet.setValues(area.top, area.left, [table.columns.map((column) => column.name)]);
    this.tableChanged(table);
  }

  /** Notes and reports that something of a table changed: a column's name or formula, its style, its totals. */
  tableChanged(table: Table, before?: string): void {
    table.touched = true;
    this.report(
      before === undefined ? { kind: 'tableChanged', table } : { kind: 'tableChanged', table, before },
    );
  }

  get names(): readonly DefinedName[] {
    return this.nameList;
  }

  /** The name as a formula on `sheet` sees it: the sheet's own before the workbook's. */
  definedName(name: string, sheet?: Sheet): DefinedName | undefined {
    const key = name.toLowerCase();
    const all = this.nameList.filter((candidate) => candidate.name.toLowerCase() === key);
    return (
      all.find((candidate) => sheet !== undefined && candidate.sheet === sheet) ??
      all.find((candidate) => candidate.sheet === undefined)
    );
  }

  /** @throws ModelError the name is taken, or Excel would not take it */
  addName(name: string, formula: string, sheet?: Sheet): DefinedName {
    if (sheet === undefined) this.checkName(name);
    const added = this.loadName({ name, formula, sheet, hidden: false, comment: '' });
    this.structureTouched = true;
    this.report({ kind: 'nameAdded', name: added });
    return added;
  }

  /** Takes in a name that a file brought. */
  loadName(name: DefinedName): DefinedName {
    this.nameList.push(name);
    return name;
  }

  changeName(name: DefinedName, formula: string): void {
    name.formula = formula;
    this.structureTouched = true;
    this.report({ kind: 'nameChanged', name });
  }

  deleteName(name: DefinedName): void {
    const index = this.nameList.indexOf(name);
    if (index < 0) return;
    this.nameList.splice(index, 1);
    this.structureTouched = true;
    this.report({ kind: 'nameDeleted', name });
  }

  private checkSheetName(name: string, renamed?: Sheet): void {
    if (!SHEET_NAME.test(name) || name.toLowerCase() === 'history')
      throw new ModelError('invalidName', `"${name}" cannot be the name of a sheet.`);
    const taken = this.sheet(name);
    if (taken !== undefined && taken !== renamed)
      throw new ModelError('nameTaken', `A sheet named "${taken.name}" already exists.`);
  }

  private checkName(name: string): void {
    if (!NAME.test(name) || looksLikeCell(name))
      throw new ModelError('invalidName', `"${name}" cannot be the name of a table or a defined name.`);
    if (this.table(name) !== undefined || this.definedName(name) !== undefined)
      throw new ModelError('nameTaken', `The name "${name}" is already in use.`);
  }

  private freeSheetName(): string {
    for (let number = this.order.length + 1; ; number++)
      if (this.sheet(`Sheet${number}`) === undefined) return `Sheet${number}`;
  }

  private freeTableName(): string {
    for (let number = this.tableList.length + 1; ; number++)
      if (this.table(`Table${number}`) === undefined) return `Table${number}`;
  }

  /** Reports a change that was made from outside of this class. */
  notify(change: WorkbookChange): void {
    this.report(change);
  }

  private report(change: WorkbookChange): void {
    if (change.kind === 'cells') this.followHeaders(change.sheet, change.area);
    for (const listener of this.listeners) listener(change);
  }

  private followColumn(table: Table, before: string, after: string): void {
    const mention = before.toLowerCase();
    // Formulas write some characters of a name with an apostrophe before them.
    const escaped = /[[\]#'@]/.test(before);
    rewriteFormulas(
      this,
      (formula) => formula.includes('[') && (escaped || formula.includes(mention)),
      (formula, sheet, cell) => {
        const own = sheet !== undefined && cell !== undefined && this.tableAt(sheet, ...cell) === table;
        return withColumnRenamed(formula, table.name, own, before, after);
      },
      (sheet, row, column) => this.report({ kind: 'cells', sheet, area: areaAt(row, column) }),
    );
  }

  /** A table's column is renamed when its header cell is written. */
  private followHeaders(sheet: Sheet, area: Area): void {
    for (const table of this.tableList) {
      if (table.sheet !== sheet || table.headerArea === undefined) continue;
      const written = intersection(table.headerArea, area);
      if (written === undefined) continue;
      const renamed: (readonly [string, string])[] = [];
      for (let column = written.left; column <= written.right; column++) {
        const target = table.columns[column - table.area.left];
        const text = sheet.value(table.area.top, column);
        if (target === undefined || String(text ?? '') === target.name) continue;
        const before = target.name;
        target.name = '';
        target.name = table.freeColumnName(text === null ? '' : String(text));
        sheet.grid.rowForWriting(table.area.top).setValue(column, target.name);
        renamed.push([before, target.name]);
      }
      if (renamed.length === 0) continue;
      this.tableChanged(table);
      for (const [before, after] of renamed) this.followColumn(table, before, after);
    }
  }
}

/** Looks like the ids that Excel gives out, and says the file's number of the sheet. */
const sheetId = (number: number): string =>
  `{00000000-0001-0000-${number.toString(16).toUpperCase().padStart(4, '0')}-000000000000}`;

/** The number in a sheet's id, by which a file knows it. */
export const sheetNumber = (sheet: Sheet): number => parseInt(sheet.id.split('-')[3] ?? '', 16);

/** Office's theme since 2013, in the order of theme indices: light 1, dark 1, light 2, dark 2, accents, links. */
const DEFAULT_THEME: readonly string[] = [
  'FFFFFF',
  '000000',
  'E7E6E6',
  '44546A',
  '4472C4',
  'ED7D31',
  'A5A5A5',
  'FFC000',
  '5B9BD5',
  '70AD47',
  '0563C1',
  '954F72',
];

/** `'Offer Terms'!B7:C9`: an area with its sheet, as formulas and Office write it. */
export const sheetAddress = (sheet: Sheet, area: Area): string =>
  `${quoteSheetName(sheet.name)}!${areaAddress(area)}`;

export { quoteSheetName };
