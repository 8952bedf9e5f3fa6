/**
 * All formulas of a workbook, compiled and linked: which cells hold them, who reads whom, what is dirty. It follows the
 * workbook's changes. It does not calculate.
 */
import { type Area, contains, intersection } from '../model/area.ts';
import { keyColumn, keyRow } from '../model/cell-grid.ts';
import type { WorkbookChange } from '../model/change.ts';
import type { Sheet } from '../model/sheet.ts';
import { spillArea } from '../model/spills.ts';
import type { Table } from '../model/table.ts';
import type { Workbook } from '../model/workbook.ts';
import { parseCellReference, relativeSpelling } from './cell-reference.ts';
import type { CompiledFormula } from './compiled-formula.ts';
import { compileFormula } from './compiler.ts';
import { DependencyGraph } from './dependency-graph.ts';
import { CellState, FormulaCell } from './formula-cell.ts';
import { formulaTokens } from './formula-parser.ts';
import { followSheetName } from './sheet-names.ts';
import { referenceIn, type ReferenceBook, spanIn, tableReference } from './reference-values.ts';
import { cellKey, SheetCells } from './sheet-cells.ts';
import { Reference, SheetSpan } from './value.ts';

/** Areas of more cells are met by going through the formulas instead. */
const SMALL_AREA = 4096;

/** Under this, which is no name, are the formulas that leave out hidden rows. */
const HIDDEN_ROWS = '[hidden rows]';
/** And those that read the same cells of several sheets. */
const SHEET_ORDER = '[sheet order]';

const cellCount = (area: Area | undefined): number =>
  area === undefined ? 0 : (area.bottom - area.top + 1) * (area.right - area.left + 1);

export class FormulaBook implements ReferenceBook {
  readonly book: Workbook;
  readonly dirty = new Set<FormulaCell>();
  readonly volatile = new Set<FormulaCell>();
  /** Formulas whose result has no room; tried again when room is made. */
  readonly blocked = new Set<FormulaCell>();
  /** Cells that results fill, in the whole book. */
  spilled = 0;
  /** Called when a formula is gone or replaced. */
  onUnlinked: (cell: FormulaCell) => void = () => undefined;
  private graph = new DependencyGraph();
  private cells = new Map<Sheet, SheetCells>();
  private readonly externalCells = new Map<Sheet, SheetCells>();
  private sheetNames = new Map<string, SheetCells>();
  private tableNames: Map<string, Table> | undefined;
  private readonly compiled = new Map<string, CompiledFormula>();
  private readonly nameFormulas = new Map<string, CompiledFormula>();
  private isStale = true;
  private lastSheetId = 0;

  constructor(book: Workbook) {
    this.book = book;
  }

  /** Compiles and links every formula; all of them are dirty then if `dirty`. */
  linkAll(dirty: boolean): void {
    const before = this.cells;
    this.graph = new DependencyGraph();
    this.cells = new Map();
    this.sheetNames = new Map();
    this.tableNames = undefined;
    this.nameFormulas.clear();
    this.dirty.clear();
    this.volatile.clear();
    this.blocked.clear();
    this.spilled = 0;
    this.isStale = false;
    for (const cells of before.values()) for (const cell of cells.formulas.values()) this.drop(cell);
    for (const sheet of this.book.sheets) this.addSheet(sheet);
    for (const cells of this.cells.values())
      for (const [key, formula] of cells.sheet.grid.formulas)
        this.addFormula(cells, keyRow(key), keyColumn(key), formula, dirty);
    for (const cells of this.cells.values())
      for (const spill of cells.sheet.spills) {
        const cell = cells.formulas.get(cellKey(spill.row, spill.column));
        if (cell !== undefined) this.setSpill(cell, spillArea(spill));
      }
  }

  private addSheet(sheet: Sheet): void {
    const cells = new SheetCells(sheet, ++this.lastSheetId);
    this.cells.set(sheet, cells);
    this.sheetNames.set(sheet.name.toLowerCase(), cells);
  }

  /** Links again what changes of sheets, rows or columns have made stale. */
  refresh(): void {
    if (this.isStale) this.linkAll(true);
  }

  get needsRefresh(): boolean {
    return this.isStale;
  }

  sheetNamed(name: string): SheetCells | undefined {
    return this.sheetNames.get(name.toLowerCase());
  }

  sheetsBetween(first: string, last: string): readonly SheetCells[] | undefined {
    const ends = [first, last].map((name) => {
      const cells = this.sheetNamed(name);
      return cells === undefined ? -1 : this.book.sheets.indexOf(cells.sheet);
    });
    const [from, to] = [Math.min(...ends), Math.max(...ends)];
    if (from < 0) return undefined;
    return this.book.sheets.slice(from, to + 1).flatMap((sheet) => this.cells.get(sheet) ?? []);
  }

  externalSheet(book: string, name: string): SheetCells | undefined {
    const sheet = this.book.externalBooks[Number(book) - 1]?.sheet(name);
    if (sheet === undefined) return undefined;
    let cells = this.externalCells.get(sheet);
    if (cells === undefined)
      this.externalCells.set(sheet, (cells = new SheetCells(sheet, ++this.lastSheetId)));
    return cells;
  }

  externalName(book: string, name: string): Reference | undefined {
    const refersTo = this.book.externalBooks[Number(book) - 1]?.name(name);
    const reference = refersTo === undefined ? undefined : parseCellReference(refersTo, 0, 0);
    const cells = reference?.sheet === undefined ? undefined : this.externalSheet(book, reference.sheet);
    if (reference === undefined || cells === undefined) return undefined;
    const area = referenceIn({ ...reference, sheet: undefined }, this, cells, 0, 0);
    return area instanceof Reference ? area : undefined;
  }

  cellsOf(sheet: Sheet): SheetCells | undefined {
    return this.cells.get(sheet);
  }

  sheetCells(table: Table): SheetCells {
    const cells = this.cells.get(table.sheet);
    if (cells === undefined) throw new Error(`The sheet of the table ${table.name} is not in the workbook.`);
    return cells;
  }

  tableNamed(name: string): Table | undefined {
    this.tableNames ??= new Map(this.book.tables.map((table) => [table.name.toLowerCase(), table]));
    return this.tableNames.get(name.toLowerCase());
  }

  tableAround(sheet: SheetCells, row: number, column: number): Table | undefined {
    return this.book.tableAt(sheet.sheet, row, column);
  }

  definedName(name: string, sheet: SheetCells): CompiledFormula | undefined {
    const defined = this.book.definedName(name, sheet.sheet);
    if (defined === undefined) return undefined;
    let compiled = this.nameFormulas.get(defined.formula);
    if (compiled === undefined) {
      // A name's relative references count from A1.
      compiled = compileFormula(defined.formula, 0, 0);
      this.nameFormulas.set(defined.formula, compiled);
    }
    return compiled;
  }

  /** The formula as cells at (row, column) share it with their copies elsewhere. */
  compile(formula: string, row: number, column: number, isSingleValued = false): CompiledFormula {
    let key = isSingleValued ? '@' : '';
    for (const { type, value } of formulaTokens(formula))
      key += type === 'range' || type === 'range_beam' ? relativeSpelling(value, row, column) : value;
    let compiled = this.compiled.get(key);
    if (compiled === undefined) {
      compiled = compileFormula(formula, row, column, isSingleValued);
      this.compiled.set(key, compiled);
    }
    return compiled;
  }

  private addFormula(
    cells: SheetCells,
    row: number,
    column: number,
    formula: string,
    dirty: boolean,
  ): FormulaCell {
    const { sheet } = cells;
    const key = cellKey(row, column);
    const spill = sheet.spills.at(row, column);
    const arrayArea = spill?.dynamic === false ? spillArea(spill) : undefined;
    const compiled = this.compile(formula, row, column, sheet.singleValued.has(key));
    const cell = new FormulaCell(cells, row, column, compiled, arrayArea);
    cells.addFormula(cell);
    cells.grow(row, column);
    if (compiled.isVolatile) this.volatile.add(cell);
    this.link(cell);
    if (dirty) this.dirty.add(cell);
    else cell.state = CellState.Clean;
    return cell;
  }

  /** Links a formula to the cells and names that its text shows, and those that its names stand for. */
  private link(cell: FormulaCell): void {
    const links = cell.links;
    const areas: Reference[] = [];
    const seen = new Set<string>();
    const follow = (compiled: CompiledFormula): void => {
      if (compiled.readsHiddenRows) links.push(this.graph.linkName(HIDDEN_ROWS, cell));
      for (const reference of compiled.references) {
        if (reference.lastSheet !== undefined) {
          const span = spanIn(reference, this, cell.sheet, cell.row, cell.column);
          if (span instanceof SheetSpan) areas.push(...span.areas);
          links.push(this.graph.linkName(SHEET_ORDER, cell));
          continue;
        }
        const area = referenceIn(reference, this, cell.sheet, cell.row, cell.column);
        if (area instanceof Reference) areas.push(area);
        else if (reference.sheet !== undefined && reference.externalBook === undefined)
          links.push(this.graph.linkName(`${reference.sheet.toLowerCase()}!`, cell));
      }
      for (const structured of compiled.structuredReferences) {
        const area = tableReference(structured, {
          scope: this,
          sheet: cell.sheet,
          row: cell.row,
          column: cell.column,
        });
        if (area instanceof Reference) areas.push(area);
        const table = structured.table === '' ? this.tableNameAround(cell) : structured.table.toLowerCase();
        links.push(this.graph.linkName(table, cell));
      }
      for (const name of compiled.names) {
        if (seen.has(name)) continue;
        seen.add(name);
        links.push(this.graph.linkName(name, cell));
        const table = this.tableNamed(name);
        if (table !== undefined) {
          const area = tableReference(
            { table: name, columns: [], sections: [] },
            { scope: this, sheet: cell.sheet, row: cell.row, column: cell.column },
          );
          if (area instanceof Reference) areas.push(area);
        }
        const defined = this.definedName(name, cell.sheet);
        if (defined === undefined) continue;
        if (defined.isVolatile) this.volatile.add(cell);
        follow(defined);
      }
    };
    follow(cell.compiled);
    for (const area of areas) links.push(this.graph.linkArea(area, cell));
    cell.precedents = areas;
  }

  private tableNameAround(cell: FormulaCell): string {
    return this.tableAround(cell.sheet, cell.row, cell.column)?.name.toLowerCase() ?? '[]';
  }

  linkDynamically(reader: FormulaCell, area: Reference): void {
    reader.dynamicLinks.push(this.graph.linkArea(area, reader));
  }

  unlinkDynamically(reader: FormulaCell): void {
    if (reader.dynamicLinks.length === 0) return;
    this.graph.unlink(reader.dynamicLinks, reader);
    reader.dynamicLinks = [];
  }

  private drop(cell: FormulaCell): void {
    cell.isLinked = false;
    cell.state = CellState.Clean;
    this.onUnlinked(cell);
  }

  private unlink(cell: FormulaCell): void {
    this.graph.unlink(cell.links, cell);
    this.unlinkDynamically(cell);
    this.setSpill(cell, undefined);
    cell.sheet.removeFormula(cell);
    this.dirty.delete(cell);
    this.volatile.delete(cell);
    this.blocked.delete(cell);
    this.drop(cell);
  }

  /** Notes to which cells a formula spills. */
  setSpill(cell: FormulaCell, area: Area | undefined): void {
    const { sheet, spill: before } = cell;
    this.spilled += cellCount(area) - cellCount(before);
    if (before !== undefined)
      for (let row = before.top; row <= before.bottom; row++)
        for (let column = before.left; column <= before.right; column++) {
          const key = cellKey(row, column);
          if (sheet.spilled.get(key) === cell) sheet.spilled.delete(key);
        }
    cell.spill = area;
    if (area === undefined) return;
    sheet.grow(area.bottom, area.right);
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++)
        if (row !== cell.row || column !== cell.column) sheet.spilled.set(cellKey(row, column), cell);
  }

  /** Makes a formula dirty, and whatever depends on it. */
  markDirty(cell: FormulaCell): void {
    const stack: FormulaCell[] = [];
    this.mark(cell, stack);
    this.markFrom(stack);
  }

  /** Makes dirty whatever depends on an area, directly or through other formulas. */
  markReaders(sheet: SheetCells, { top, left, bottom, right }: Area): void {
    const stack: FormulaCell[] = [];
    const area = new Reference(sheet, top, left, bottom, right);
    this.graph.eachReaderOfArea(area, (reader) => this.mark(reader, stack));
    this.markFrom(stack);
  }

  private mark(cell: FormulaCell, stack: FormulaCell[]): void {
    if (cell.state !== CellState.Clean && cell.state !== CellState.Busy) return;
    cell.state = CellState.Dirty;
    cell.asksFirst = false;
    this.dirty.add(cell);
    stack.push(cell);
  }

  private markFrom(stack: FormulaCell[]): void {
    const visit = (reader: FormulaCell): void => this.mark(reader, stack);
    for (let cell = stack.pop(); cell !== undefined; cell = stack.pop()) {
      if (cell.spill === undefined) this.graph.eachReader(cell.sheet, cell.row, cell.column, visit);
      else {
        const { top, left, bottom, right } = cell.spill;
        this.graph.eachReaderOfArea(new Reference(cell.sheet, top, left, bottom, right), visit);
      }
    }
  }

  markAllDirty(): void {
    for (const cells of this.cells.values())
      for (const cell of cells.formulas.values()) {
        cell.state = CellState.Dirty;
        cell.asksFirst = false;
        this.dirty.add(cell);
      }
  }

  markVolatile(): void {
    for (const cell of this.volatile) this.markDirty(cell);
  }

  /** Follows a change of the workbook. */
  follow(change: WorkbookChange): void {
    switch (change.kind) {
      case 'cells':
        if (!this.isStale) this.followCells(change.sheet, change.area);
        return;
      case 'spillBroken': {
        const cell = this.cells.get(change.sheet)?.formulas.get(cellKey(change.row, change.column));
        if (cell?.spill === undefined) return;
        const area = cell.spill;
        this.setSpill(cell, undefined);
        this.markReaders(cell.sheet, area);
        this.markDirty(cell);
        return;
      }
      case 'nameAdded':
      case 'nameChanged':
      case 'nameDeleted':
        this.followName(change.name.name);
        return;
      case 'tableAdded':
      case 'tableDeleted':
      case 'tableChanged':
        this.tableNames = undefined;
        this.followName(change.table.name);
        if (change.kind === 'tableChanged' && change.before !== undefined) this.followName(change.before);
        this.retryBlocked(change.table.sheet, change.table.area);
        this.followHiddenRows();
        return;
      case 'sheetAdded':
        if (this.isStale) return;
        this.addSheet(change.sheet);
        this.followName(`${change.sheet.name}!`);
        this.followName(SHEET_ORDER);
        return;
      case 'sheetDeleted':
        this.followSheetName(change.sheet.name, undefined, change.before);
        this.dropSheet(change.sheet);
        this.followName(SHEET_ORDER);
        return;
      case 'sheetMoved':
        this.followName(SHEET_ORDER);
        return;
      case 'sheetRenamed':
        this.followSheetName(change.before, change.sheet);
        this.followName(SHEET_ORDER);
        return;
      case 'cellsMoved':
        this.isStale = true;
        return;
      case 'sheetLayout':
        this.followHiddenRows();
        return;
      default:
    }
  }

  private followSheetName(before: string, sheet: Sheet | undefined, place = 0): void {
    const cells = this.sheetNames.get(before.toLowerCase());
    this.sheetNames.delete(before.toLowerCase());
    if (sheet !== undefined && cells !== undefined) this.sheetNames.set(sheet.name.toLowerCase(), cells);
    const { sheets } = this.book;
    const after = sheet?.name ?? { next: sheets[place]?.name, previous: sheets[place - 1]?.name };
    followSheetName(this.book, before, after, (changed, key) => {
      const own = this.cells.get(changed);
      if (own === undefined || this.isStale) return;
      const [row, column] = [keyRow(key), keyColumn(key)];
      const area = { top: row, bottom: row, left: column, right: column };
      this.replaceFormulas(own, area);
      this.markReaders(own, area);
    });
    if (sheet !== undefined && !this.isStale) this.followName(`${sheet.name}!`);
  }

  private dropSheet(sheet: Sheet): void {
    const cells = this.cells.get(sheet);
    if (cells === undefined) return;
    for (const cell of [...cells.formulas.values()]) this.unlink(cell);
    this.cells.delete(sheet);
  }

  /** A name, a table or a custom function came, went or means something else: who uses it is linked anew. */
  followName(name: string): void {
    const key = name.toLowerCase();
    if (this.isStale) return;
    for (const cell of [...this.graph.readersOfName(key), ...this.graph.readersOfName('[]')]) {
      if (!cell.isLinked) continue;
      this.graph.unlink(cell.links, cell);
      cell.links = [];
      this.link(cell);
      this.markDirty(cell);
    }
  }

  private followHiddenRows(): void {
    for (const cell of this.graph.readersOfName(HIDDEN_ROWS)) if (cell.isLinked) this.markDirty(cell);
  }

  private followCells(sheet: Sheet, area: Area): void {
    const cells = this.cells.get(sheet);
    if (cells === undefined) return;
    this.replaceFormulas(cells, area);
    this.markReaders(cells, area);
    this.retryBlocked(sheet, area);
  }

  private replaceFormulas(cells: SheetCells, area: Area): void {
    const count = (area.bottom - area.top + 1) * (area.right - area.left + 1);
    const { formulas: written } = cells.sheet.grid;
    if (count <= SMALL_AREA) {
      for (let row = area.top; row <= area.bottom; row++)
        for (let column = area.left; column <= area.right; column++) {
          const key = cellKey(row, column);
          const old = cells.formulas.get(key);
          if (old !== undefined) this.remove(old);
          const formula = written.get(key);
          if (formula !== undefined) this.addFormula(cells, row, column, formula, true);
        }
      cells.grow(area.bottom, area.right);
      return;
    }
    for (const old of [...cells.formulas.values()]) if (contains(area, old.row, old.column)) this.remove(old);
    for (const [key, formula] of written)
      if (contains(area, keyRow(key), keyColumn(key)))
        this.addFormula(cells, keyRow(key), keyColumn(key), formula, true);
    const extent = cells.sheet.usedRange(true);
    if (extent !== undefined)
      cells.grow(Math.min(area.bottom, extent.bottom), Math.min(area.right, extent.right));
  }

  private remove(cell: FormulaCell): void {
    const { spill } = cell;
    this.unlink(cell);
    if (spill === undefined) return;
    this.markReaders(cell.sheet, spill);
    this.retryBlocked(cell.sheet.sheet, spill);
  }

  /** Tries results again that had no room, where something happened in the room that they want. */
  retryBlocked(sheet: Sheet, area: Area): void {
    for (const cell of this.blocked)
      if (
        cell.sheet.sheet === sheet &&
        cell.blocked !== undefined &&
        intersection(cell.blocked, area) !== undefined
      )
        this.markDirty(cell);
  }
}
