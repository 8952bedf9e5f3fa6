/**
 * The workbook that is open in the page: its model, its calculator and the server that the add-in talks to, which sheet
 * and which cells are selected, and what a person's edits do to it. It draws nothing.
 */
import type { Calculated, Calculator } from '../calculation/calculator.ts';
import { type Area, areaAt } from '../model/area.ts';
import { describeCircularReferences } from '../model/circular-references.ts';
import type { WorkbookChange } from '../model/change.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import type { CustomFunctions } from '../rich-api/custom-functions.ts';
import { ensureEditable } from '../rich-api/excel/protection.ts';
import { writeCells } from '../rich-api/excel/range-writing.ts';
import { typedEntry } from '../rich-api/excel/typed-entry.ts';
import { serveWorkbook } from '../rich-api/open-workbook.ts';
import { RangeTarget } from '../rich-api/range-target.ts';
import { RichApiError } from '../rich-api/rich-api-error.ts';
import type { RichApiServer } from '../rich-api/server.ts';
import { clearsUndo } from '../rich-api/undo-support.ts';
import { grow, growthBy, hasEntry } from './editing/table-growth.ts';
import { EditHistory } from './editing/edit-history.ts';
import { type Calculate, entryProblem, listEntries, validationAt } from './editing/entry-check.ts';
import { type Selection, selectArea } from './grid/selection.ts';

/** What a listener is told. */
export interface WorkspaceEvents {
  /** Something of the workbook changed. */
  change(change: WorkbookChange): void;
  /** Formulas have new values. */
  calculated(): void;
  /** Another sheet or other cells are selected. */
  selected(): void;
  /** Something could not be done: a sentence for the person. */
  refused(message: string): void;
}

export class Workspace {
  readonly book: Workbook;
  readonly server: RichApiServer;
  readonly calculator: Calculator;
  readonly customFunctions: CustomFunctions;
  readonly fileName: string;
  readonly history: EditHistory;
  private readonly events: WorkspaceEvents;
  private readonly selections = new Map<Sheet, Selection>();
  /** Whether the workbook has changed since it was opened or saved; choosing cells and sheets is no change. */
  isUnsaved = false;
  private isEditing = false;
  private isEvaluating = false;
  private hasSaidCircular = false;

  constructor(book: Workbook, fileName: string, events: WorkspaceEvents) {
    this.book = book;
    this.history = new EditHistory(book);
    this.fileName = fileName;
    this.events = events;
    const { server, calculator, customFunctions } = serveWorkbook(book);
    this.server = server;
    server.session.undoCleared = (member) => {
      if (clearsUndo(member, book.hostModes)) this.history.clear();
    };
    this.calculator = calculator;
    this.customFunctions = customFunctions;
    calculator.onCalculated(({ circular }) => {
      if (this.isEvaluating) return;
      this.sayCircular(circular);
      events.calculated();
    });
    book.onChange((change) => {
      this.follow(change);
    });
  }

  get sheet(): Sheet {
    return this.book.activeSheet;
  }

  get selection(): Selection {
    const { sheet } = this;
    let selection = this.selections.get(sheet);
    if (selection === undefined) {
      selection = selectArea(sheet, sheet.selection);
      this.selections.set(sheet, selection);
    }
    return selection;
  }

  select(selection: Selection): void {
    this.selections.set(this.sheet, selection);
    const { area } = this.sheet.selection === selection.area ? { area: undefined } : selection;
    if (area !== undefined)
      this.asPerson(() => {
        this.sheet.select(area);
      });
    this.events.selected();
  }

  activate(sheet: Sheet): void {
    this.asPerson(() => {
      this.book.activate(sheet);
    });
  }

  /** Shows an area, on whichever sheet it stands. */
  goTo(sheet: Sheet, area: Area): void {
    this.activate(sheet);
    this.select(selectArea(sheet, area));
  }

  /**
   * Puts typed text into the active cell, as Excel takes it.
   *
   * @returns false where it was refused; the listener has been told why
   */
  enter(text: string): boolean {
    const { row, column } = this.selection.active;
    const { problem, isRefused } = this.validate(text, row, column);
    if (problem !== undefined) this.events.refused(problem);
    return !isRefused && this.write(areaAt(row, column), [[text]]);
  }

  /** What data validation says to a typed text, and whether it stops it. */
  private validate(text: string, row: number, column: number): { problem?: string; isRefused: boolean } {
    const { sheet, book } = this;
    const validation = validationAt(sheet, row, column);
    if (validation === undefined) return { isRefused: false };
    const calculate: Calculate = (formula) => this.evaluate(formula, sheet, row, column);
    const isText = book.styles.numberFormat(sheet.style(row, column)) === '@';
    const entry = typedEntry(text, isText, book.date1904);
    const value = 'formula' in entry ? calculate(entry.formula, row, column) : entry.value;
    const single = Array.isArray(value) ? (value[0]?.[0] ?? null) : value;
    const problem = entryProblem(validation, single, row, column, calculate);
    if (problem === undefined) return { isRefused: false };
    const { errorStyle = 'stop' } = validation;
    return { problem, isRefused: errorStyle === 'stop' };
  }

  /** What the drop-down list of the active cell offers, or undefined where it has none. */
  get choices(): string[] | undefined {
    const { sheet } = this;
    const { row, column } = this.selection.active;
    const validation = validationAt(sheet, row, column);
    if (validation?.showsDropDown === false) return undefined;
    return validation === undefined
      ? undefined
      : listEntries(validation, row, column, (formula) => this.evaluate(formula, sheet, row, column));
  }

  /** Writes a block of typed texts; `null` leaves a cell as it is. */
  write(area: Area, texts: readonly (readonly (string | null)[])[]): boolean {
    const { sheet } = this;
    return this.edit(area, () => {
      writeCells(new RangeTarget(sheet, area), texts, this.server.session);
    });
  }

  /** Empties the selected cells of their content. */
  clearSelected(): boolean {
    const { area } = this.selection;
    const { sheet } = this;
    const used = sheet.usedRange();
    if (used === undefined) return true;
    const within = {
      ...area,
      bottom: Math.min(area.bottom, used.bottom),
      right: Math.min(area.right, used.right),
    };
    if (within.bottom < within.top || within.right < within.left) return true;
    return this.edit(within, () => {
      sheet.clear(within, 'contents');
    });
  }

  /** Makes a change of cells that can be undone. */
  edit(area: Area, change: () => void): boolean {
    const { sheet } = this;
    if (this.book.isReadOnly) {
      this.events.refused('This workbook was opened read-only: save a copy to change it.');
      return false;
    }
    const growth = growthBy(this.book, sheet, area);
    const touched =
      growth === undefined
        ? area
        : {
            ...area,
            left: Math.min(area.left, growth.area.left),
            right: Math.max(area.right, growth.area.right),
          };
    const restore = this.history.capture(sheet, touched, growth?.table);
    try {
      ensureEditable(sheet, area, this.server.session);
      this.asPerson(() => {
        change();
        if (growth !== undefined && hasEntry(growth, sheet)) grow(this.book, growth);
      });
    } catch (error) {
      if (!(error instanceof RichApiError)) throw error;
      this.events.refused(
        error.code === 'AccessDenied'
          ? `The sheet "${sheet.name}" is protected: its locked cells cannot be changed.`
          : error.message,
      );
      return false;
    }
    this.history.push(restore);
    return true;
  }

  /** Takes the last edit back, or makes it again. */
  travel(direction: 'undo' | 'redo'): void {
    const place = this.asPerson(() => this.history[direction]());
    if (place !== undefined) this.goTo(place.sheet, place.area);
  }

  /** Calculates a formula beside the cells, as conditional formats need it. */
  evaluate(formula: string, sheet: Sheet, row: number, column: number): ReturnType<Calculator['evaluate']> {
    this.isEvaluating = true;
    try {
      return this.calculator.evaluate(formula, sheet, row, column);
    } finally {
      this.isEvaluating = false;
    }
  }

  /** Calculates what changed, and hands the add-in its events. */
  settle(): void {
    this.server.session.calculation.endOfRequest();
    this.server.flush();
  }

  /** Makes a change as somebody else who has the workbook open: events call it remote, and nothing here is undone by it. */
  asCoauthor(change: (book: Workbook) => void): void {
    const { events } = this.server.session;
    this.settle();
    events.source = 'Remote';
    try {
      this.asPerson(() => {
        change(this.book);
      });
    } finally {
      events.source = 'Local';
    }
  }

  /** Says of circular references once for each workbook that is opened. */
  private sayCircular(circular: Calculated['circular']): void {
    if (circular.length === 0 || this.hasSaidCircular) return;
    this.hasSaidCircular = true;
    this.events.refused(describeCircularReferences(circular, this.book.calculation.iterative));
  }

  private asPerson<R>(change: () => R): R {
    const wasEditing = this.isEditing;
    this.isEditing = true;
    try {
      return change();
    } finally {
      this.isEditing = wasEditing;
      this.settle();
    }
  }

  private follow(change: WorkbookChange): void {
    // Excel forgets what can be undone when an add-in writes cells.
    if (!this.isEditing && (change.kind === 'cells' || change.kind === 'cellsMoved')) this.history.clear();
    if (change.kind === 'selection' && !this.isEditing) {
      this.selections.set(change.sheet, selectArea(change.sheet, change.area));
      this.events.selected();
    }
    if (change.kind === 'sheetActivated') this.events.selected();
    if (change.kind !== 'sheetActivated' && change.kind !== 'selection') this.isUnsaved = true;
    this.events.change(change);
  }
}
