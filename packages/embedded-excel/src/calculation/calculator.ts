/**
 * The calculator of a workbook: it follows the workbook's changes, recalculates what depends on them, calls custom
 * functions and stores results. It knows neither files nor office.js.
 *
 * A cell whose custom function has not answered shows #BUSY!, and so does what depends on it, until `deliver` brings
 * the answer and `recalculate` or `recalculateNow` goes on.
 */
import type { CellValue } from '../model/cell-error.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { CustomFunctionCalls } from './custom-function-calls.ts';
import type { CustomFunctionHost, CustomFunctionResult } from './custom-function-host.ts';
import { Evaluation, type FormulaScope } from './evaluation.ts';
import { FormulaBook } from './formula-book.ts';
import { CellState, type FormulaCell } from './formula-cell.ts';
import { calculateDirty } from './recalculation.ts';
import { storeFormats, storeResult, storeSingle } from './result-cells.ts';
import type { SheetCells } from './sheet-cells.ts';
import { BUSY, type Matrix, type Reference, type Value } from './value.ts';

export interface CalculatorOptions {
  /** The moment as a serial number of the 1900 system, in local time. */
  readonly now?: () => number;
  /** A number in [0, 1). */
  readonly random?: () => number;
}

/** What a recalculation did. */
export interface Calculated {
  readonly mode: 'changed' | 'full';
  /** Formulas evaluated, those twice that waited in between. */
  readonly evaluations: number;
  /** The cells of circular references: each shows 0, or, where iteration is switched on, the value that it had. */
  readonly circular: readonly { readonly sheet: Sheet; readonly row: number; readonly column: number }[];
}

type CalculatedListener = (result: Calculated) => void;

export class Calculator {
  /** Functions that formulas call and nobody has, with how often they were met. */
  readonly unknownFunctions = new Map<string, number>();
  private readonly formulas: FormulaBook;
  private readonly calls: CustomFunctionCalls;
  private readonly host: CustomFunctionHost;
  private readonly scope: FormulaScope;
  private readonly listeners = new Set<CalculatedListener>();
  private readonly circular = new Set<FormulaCell>();
  /** Cells that wait for an answer, their own or another cell's. */
  private readonly busy = new Set<FormulaCell>();
  private readonly waiting: (() => void)[] = [];
  private readonly stopFollowing: () => void;
  private mode: 'changed' | 'full' = 'changed';
  private evaluations = 0;
  private isRunning = false;
  private isStarted = false;
  private isContinuing = false;

  constructor(book: Workbook, customFunctions: CustomFunctionHost, options: CalculatorOptions = {}) {
    this.host = customFunctions;
    this.formulas = new FormulaBook(book);
    this.calls = new CustomFunctionCalls(customFunctions);
    this.scope = this.makeScope(book, options);
    this.formulas.onUnlinked = (cell) => {
      if (cell.state === CellState.Busy || this.busy.has(cell) || this.calls.streamsTo(cell))
        this.calls.forget(cell);
      this.busy.delete(cell);
      this.circular.delete(cell);
      cell.sheet.sheet.valueFormats.delete(cell.row, cell.column);
    };
    this.stopFollowing = book.onChange((change) => {
      this.formulas.follow(change);
    });
  }

  /**
   * Links all formulas. Values that a file brought stay until something they depend on changes; formulas without a
   * value are calculated by the next recalculation.
   */
  load(): void {
    this.formulas.linkAll(false);
    for (const sheet of this.formulas.book.sheets)
      for (const cell of this.formulas.cellsOf(sheet)?.formulas.values() ?? [])
        if (sheet.value(cell.row, cell.column) === null) this.formulas.markDirty(cell);
  }

  /** Ends following the workbook. */
  dispose(): void {
    this.stopFollowing();
  }

  /** Calls `listener` after each recalculation, when nothing is pending. Returns what ends that. */
  onCalculated(listener: CalculatedListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Whether answers of custom functions are awaited. */
  get isPending(): boolean {
    return this.calls.isWaiting;
  }

  /**
   * Recalculates what changed, or everything. Resolves when nothing is pending, asynchronous custom functions included.
   */
  async recalculate(mode: 'changed' | 'full' = 'changed'): Promise<void> {
    if (this.recalculateNow(mode)) return;
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** The part of a recalculation that needs no waiting; false where answers of custom functions are awaited. */
  recalculateNow(mode: 'changed' | 'full' = 'changed'): boolean {
    if (this.isRunning) return false;
    if (!this.isStarted) {
      this.isStarted = true;
      this.mode = mode;
      this.evaluations = 0;
      this.circular.clear();
    }
    this.formulas.refresh();
    if (mode === 'full') {
      this.mode = 'full';
      this.formulas.markAllDirty();
    }
    this.formulas.markVolatile();
    this.run();
    return !this.isStarted;
  }

  /** A custom function's answer: its value, or its error's code and message. */
  deliver(id: number, result: CustomFunctionResult): void {
    for (const cell of this.calls.deliver(id, result)) if (cell.isLinked) this.formulas.markDirty(cell);
    // Inside a run the loop there goes on; otherwise answers that come one by one are taken together.
    if (!this.isRunning && !this.isContinuing) {
      this.isContinuing = true;
      queueMicrotask(() => {
        this.isContinuing = false;
        this.isStarted = true;
        this.run();
      });
    }
  }

  /** Custom functions were registered or removed: formulas that use them are calculated by the next recalculation. */
  customFunctionsChanged(names: Iterable<string>): void {
    for (const name of names) this.formulas.followName(name);
  }

  /** The value of a formula as a cell would have it, calculated now; #BUSY! where it must wait. */
  evaluate(formula: string, sheet: Sheet, row: number, column: number): CellValue | CellValue[][] {
    this.recalculateNow('changed');
    const cells = this.formulas.cellsOf(sheet);
    if (cells === undefined) throw new Error(`The sheet "${sheet.name}" is not in this workbook.`);
    const compiled = this.formulas.compile(formula, row, column);
    const evaluation = new Evaluation(this.scope, cells);
    for (;;) {
      evaluation.begin(cells, row, column);
      const result = evaluation.result(compiled);
      if (!evaluation.isBusy) return plain(result);
      if (!this.calls.send()) return BUSY;
      if (this.calls.isWaiting) return BUSY;
    }
  }

  /** Whether the cell waits for an answer. */
  isBusy(sheet: Sheet, row: number, column: number): boolean {
    return this.formulas.cellsOf(sheet)?.source(row, column)?.state === CellState.Busy;
  }

  private run(): void {
    this.isRunning = true;
    const evaluation = new Evaluation(this.scope, undefined as unknown as SheetCells);
    try {
      do {
        calculateDirty({
          dirty: this.formulas.dirty,
          calculate: (cell) => this.calculate(cell, evaluation),
          closeCircle: (cells) => {
            this.closeCircle(cells);
          },
        });
        this.calls.send();
      } while (this.formulas.dirty.size > 0);
    } finally {
      this.isRunning = false;
    }
    if (this.calls.isWaiting) {
      this.showBusy();
      return;
    }
    this.finish();
  }

  private calculate(cell: FormulaCell, evaluation: Evaluation): readonly FormulaCell[] {
    this.evaluations++;
    cell.isCircular = false;
    this.formulas.unlinkDynamically(cell);
    evaluation.begin(cell.sheet, cell.row, cell.column, cell);
    const streams = this.calls.beginStreams(cell);
    const result = evaluation.result(cell.compiled);
    if (streams !== undefined) this.calls.endStreams(cell, streams, evaluation.needs.length > 0);
    if (evaluation.needs.length > 0) return evaluation.needs;
    if (evaluation.isBusy) {
      cell.state = CellState.Busy;
      this.busy.add(cell);
      return [];
    }
    cell.state = CellState.Clean;
    this.busy.delete(cell);
    // Excel keeps what it has where a link cannot be followed; a new formula has nothing to keep.
    const { sheet } = cell.sheet;
    if (evaluation.lacksLink && sheet.value(cell.row, cell.column) !== null && !cell.showsBusy) return [];
    storeResult(this.formulas, cell, result);
    storeFormats(cell, result, evaluation.formatted);
    return [];
  }

  private closeCircle(cells: readonly FormulaCell[]): void {
    for (const cell of cells) {
      cell.state = CellState.Clean;
      cell.isCircular = true;
      this.circular.add(cell);
      this.formulas.dirty.delete(cell);
      this.busy.delete(cell);
      // Excel would go round the circle from these values; what it last found is nearer to that than 0.
      const { sheet } = cell.sheet;
      const isKept = this.formulas.book.calculation.iterative && !cell.showsBusy;
      if (!isKept || sheet.value(cell.row, cell.column) === null) storeSingle(this.formulas, cell, 0);
    }
  }

  private showBusy(): void {
    for (const cell of this.busy) {
      if (cell.state !== CellState.Busy || cell.showsBusy) continue;
      cell.showsBusy = true;
      if (this.formulas.book.hostModes.has('stale-custom-functions')) {
        // What it showed before, or 0 (office-js#6577, #4152, #6930).
        const { sheet } = cell.sheet;
        if (sheet.value(cell.row, cell.column) === null) sheet.setComputed(cell.row, cell.column, 0);
        continue;
      }
      if (cell.arrayArea === undefined) storeSingle(this.formulas, cell, BUSY);
      else cell.sheet.sheet.setComputed(cell.row, cell.column, BUSY);
    }
  }

  private finish(): void {
    this.calls.forgetAnswers();
    this.isStarted = false;
    const calculated: Calculated = {
      mode: this.mode,
      evaluations: this.evaluations,
      circular: [...this.circular].map(({ sheet, row, column }) => ({ sheet: sheet.sheet, row, column })),
    };
    for (const resolve of this.waiting.splice(0)) resolve();
    for (const listener of this.listeners) listener(calculated);
  }

  private makeScope(book: Workbook, options: CalculatorOptions): FormulaScope {
    const { formulas, calls, host, unknownFunctions } = this;
    return {
      get date1904() {
        return book.date1904;
      },
      now: options.now ?? localNow,
      random: options.random ?? Math.random,
      sheetNamed: (name) => formulas.sheetNamed(name),
      sheetsBetween: (first, last) => formulas.sheetsBetween(first, last),
      externalSheet: (number, name) => formulas.externalSheet(number, name),
      externalName: (number, name) => formulas.externalName(number, name),
      sheetCells: (table) => formulas.sheetCells(table),
      tableNamed: (name) => formulas.tableNamed(name),
      tableAround: (sheet, row, column) => formulas.tableAround(sheet, row, column),
      definedName: (name, sheet) => formulas.definedName(name, sheet),
      isCustomFunction: (name) => host.signature(name) !== undefined,
      callCustomFunction: (name: string, args: readonly Value[], evaluation: Evaluation): Value => {
        const signature = host.signature(name);
        return signature === undefined ? BUSY : calls.call(name, signature, args, evaluation);
      },
      noteUnknownFunction: (name) => {
        unknownFunctions.set(name, (unknownFunctions.get(name) ?? 0) + 1);
      },
      linkDynamically: (reader: FormulaCell, area: Reference) => {
        formulas.linkDynamically(reader, area);
      },
      filteredAreas: ({ sheet }) => [
        ...(sheet.autoFilter?.filtered === true ? [sheet.autoFilter.area] : []),
        ...book.tablesOn(sheet).flatMap((table) => (table.isFiltered ? [table.dataArea] : [])),
      ],
      sheetCount: () => book.sheets.length,
      sheetNumber: (sheet) => book.sheets.indexOf(sheet.sheet) + 1,
    };
  }
}

/** Now, by the machine's clock and time zone. */
function localNow(): number {
  const now = new Date();
  return (now.getTime() - now.getTimezoneOffset() * 60000) / 86400000 + 25569;
}

const plain = (result: CellValue | Matrix): CellValue | CellValue[][] =>
  typeof result === 'object' && result !== null && 'toRows' in result ? result.toRows() : result;
