/**
 * The calls of custom functions that formulas make: collected, sent in batches, shared between cells that ask the same,
 * remembered until the recalculation is over. It does not know what the functions do.
 */
import { cellAddress, COLUMN_LIMIT, ROW_LIMIT } from '../model/area.ts';
import { CellError, type CellValue } from '../model/cell-error.ts';
import { quoteSheetName } from '../model/workbook.ts';
import {
  formatsOfResult,
  isMatrixParameter,
  typedScalar,
  valueOfResult,
} from './custom-function-arguments.ts';
import type {
  CustomFunctionArgument,
  CustomFunctionCall,
  CustomFunctionHost,
  CustomFunctionResult,
  CustomFunctionSignature,
} from './custom-function-host.ts';
import { type Evaluation, type FormattedAnswer, spread, spreadSize } from './evaluation.ts';
import type { FormulaCell } from './formula-cell.ts';
import { BUSY, CALC, Matrix, OMITTED, VALUE, type Value } from './value.ts';

/** Calls that travel together. */
const BATCH = 2000;

interface PendingCall {
  readonly call: CustomFunctionCall;
  readonly key: string;
  readonly isStreaming: boolean;
  readonly isCancelable: boolean;
  /** Most calls have one cell that waits; a set for each would cost more than the call. */
  waiting: FormulaCell[];
  /** Undefined until the answer is there. */
  answer: CellValue | Matrix | undefined;
  /** Of the answer's numbers, where they bring any. */
  formats: FormattedAnswer['formats'] | undefined;
}

export class CustomFunctionCalls {
  private readonly host: CustomFunctionHost;
  private readonly byKey = new Map<string, PendingCall>();
  private readonly byId = new Map<number, PendingCall>();
  private queue: PendingCall[] = [];
  private lastId = 0;
  private unanswered = 0;
  /** Calls that stream to a cell, which goes on until the cell goes or asks for something else. */
  private readonly streams = new Map<FormulaCell, Set<PendingCall>>();

  constructor(host: CustomFunctionHost) {
    this.host = host;
  }

  get isWaiting(): boolean {
    return this.unanswered > 0;
  }

  /** The value of a call, or #BUSY! until its answer is there. */
  call(
    name: string,
    signature: CustomFunctionSignature,
    given: readonly Value[],
    evaluation: Evaluation,
  ): Value {
    const { parameters } = signature;
    const last = parameters.at(-1);
    const isOpen = last?.repeating === true;
    if (given.length < signature.minArgs || (given.length > parameters.length && !isOpen)) return VALUE;
    const parameterAt = (index: number) => parameters[Math.min(index, parameters.length - 1)];
    const values = given.map((value, index): CellValue | Matrix => {
      if (value === OMITTED) return null;
      return isMatrixParameter(parameterAt(index)) ? evaluation.matrix(value) : evaluation.resolve(value);
    });
    if (this.host.modes?.has('no-whole-columns') === true && values.some(isUnbounded)) return CALC;
    if (this.host.modes?.has('empty-cells-as-zero') === true)
      for (const [index, value] of values.entries())
        if (value === null && given[index] !== OMITTED && parameterAt(index)?.type === 'any')
          values[index] = 0;
    const size = spreadSize(values.filter((_, index) => !isMatrixParameter(parameterAt(index))));
    if (size === undefined) return this.single(name, signature, values, evaluation);
    // A range for a single value: the function runs for each cell of it.
    const lifted = values.map((value, index) => (isMatrixParameter(parameterAt(index)) ? null : value));
    return spread(lifted, size, (elements) => {
      const each = values.map((value, index) =>
        isMatrixParameter(parameterAt(index)) ? value : (elements[index] ?? null),
      );
      const result = this.single(name, signature, each, evaluation);
      return result instanceof Matrix
        ? result.rows * result.columns === 1
          ? result.at(0, 0)
          : CALC
        : result;
    });
  }

  private single(
    name: string,
    signature: CustomFunctionSignature,
    values: readonly (CellValue | Matrix)[],
    evaluation: Evaluation,
  ): CellValue | Matrix {
    const { parameters, flags = {} } = signature;
    const acceptsErrors = flags.allowErrorForDataTypeAny === true;
    const args: CustomFunctionArgument[] = [];
    let key = name;
    for (const [index, value] of values.entries()) {
      const parameter = parameters[Math.min(index, parameters.length - 1)];
      const mayBeError = acceptsErrors && parameter?.type === 'any';
      if (value instanceof Matrix) {
        const rows = typedRows(value, parameter?.type, evaluation);
        if (parameter?.type === 'any' && this.host.modes?.has('empty-cells-as-zero') === true)
          for (const row of rows) for (const [at, cell] of row.entries()) if (cell === null) row[at] = 0;
        const failed = mayBeError ? undefined : firstError(rows);
        if (failed !== undefined) return failed;
        args.push(rows);
        key += `|${matrixKey(rows)}`;
        continue;
      }
      const typed = typedScalar(value, parameter?.type, acceptsErrors, evaluation);
      if (typed === BUSY || (typed instanceof CellError && !mayBeError)) return typed;
      args.push(isMatrixParameter(parameter) ? [[typed]] : typed);
      key += `|${scalarKey(typed)}`;
    }
    const grouped = groupRepeating(args, parameters.length, parameters.at(-1)?.repeating === true);
    if (flags.volatile === true || flags.requiresAddress === true || flags.streaming === true)
      key += `@${evaluation.sheet.id}:${evaluation.row}:${evaluation.column}`;
    return this.ask(name, key, grouped, signature, evaluation);
  }

  private ask(
    name: string,
    key: string,
    args: CustomFunctionArgument[],
    { flags = {} }: CustomFunctionSignature,
    evaluation: Evaluation,
  ): CellValue | Matrix {
    let pending = this.byKey.get(key);
    if (pending === undefined) {
      const address = `${quoteSheetName(evaluation.sheet.sheet.name)}!${cellAddress(evaluation.row, evaluation.column)}`;
      const call = { id: ++this.lastId, name, args, address };
      const isStreaming = flags.streaming === true;
      const isCancelable = flags.cancelable === true || isStreaming;
      pending = { call, key, isStreaming, isCancelable, waiting: [], answer: undefined, formats: undefined };
      this.byKey.set(key, pending);
      this.byId.set(call.id, pending);
      this.queue.push(pending);
      this.unanswered++;
    }
    const { cell } = evaluation;
    if (cell !== undefined && pending.isStreaming) this.streamTo(cell, pending);
    if (cell !== undefined && (pending.answer === undefined || pending.isStreaming))
      if (pending.waiting.at(-1) !== cell) pending.waiting.push(cell);
    const { answer, formats } = pending;
    if (answer !== undefined && formats !== undefined) evaluation.formatted = { answer, formats };
    if (answer !== undefined) return answer;
    evaluation.isBusy = true;
    return BUSY;
  }

  private streamTo(cell: FormulaCell, pending: PendingCall): void {
    const streams = this.streams.get(cell);
    if (streams === undefined) this.streams.set(cell, new Set([pending]));
    else streams.add(pending);
  }

  /** Whether a call streams to the cell, whatever the cell shows. */
  streamsTo(cell: FormulaCell): boolean {
    return this.streams.has(cell);
  }

  /** The cell is about to be calculated anew. Gives the calls that stream to it, for `endStreams`. */
  beginStreams(cell: FormulaCell): ReadonlySet<PendingCall> | undefined {
    const before = this.streams.get(cell);
    if (before !== undefined) this.streams.delete(cell);
    return before;
  }

  /** The cell was calculated: streams that it did not ask for again end. Where it was put off, they all go on. */
  endStreams(cell: FormulaCell, before: ReadonlySet<PendingCall>, wasPutOff: boolean): void {
    for (const pending of before)
      if (wasPutOff) this.streamTo(cell, pending);
      else if (this.streams.get(cell)?.has(pending) !== true) this.leave(pending, cell);
  }

  /** Sends what was collected; false where there was nothing. */
  send(): boolean {
    if (this.queue.length === 0) return false;
    const queue = this.queue.filter(({ key }) => this.byKey.has(key));
    this.queue = [];
    // All calls of a recalculation are one payload, where that is what matters.
    const together = this.host.modes?.has('function-calls-5mb') === true ? queue.length : BATCH;
    for (let first = 0; first < queue.length; first += together)
      this.host.invoke(queue.slice(first, first + together).map(({ call }) => call));
    return true;
  }

  /** Takes an answer in; gives the cells that waited for it. */
  deliver(id: number, result: CustomFunctionResult): readonly FormulaCell[] {
    const pending = this.byId.get(id);
    if (pending === undefined || (pending.answer !== undefined && !pending.isStreaming)) return [];
    if (pending.answer === undefined) this.unanswered--;
    pending.answer = valueOfResult(result);
    pending.formats = formatsOfResult(result);
    const { waiting } = pending;
    if (!pending.isStreaming) pending.waiting = [];
    return waiting;
  }

  /** The cell no longer asks: calls that nobody else waits for are cancelled. */
  forget(cell: FormulaCell): void {
    this.streams.delete(cell);
    for (const pending of this.byKey.values()) if (pending.waiting.includes(cell)) this.leave(pending, cell);
  }

  private leave(pending: PendingCall, cell: FormulaCell): void {
    pending.waiting = pending.waiting.filter((other) => other !== cell);
    if (pending.waiting.length > 0 || (pending.answer !== undefined && !pending.isStreaming)) return;
    this.byKey.delete(pending.key);
    this.byId.delete(pending.call.id);
    if (pending.answer === undefined) this.unanswered--;
    if (pending.isCancelable && !this.queue.includes(pending)) this.host.cancel(pending.call.id);
  }

  /** Forgets answers, so that the next recalculation asks again; streams go on. */
  forgetAnswers(): void {
    for (const pending of this.byKey.values()) {
      if (pending.isStreaming || pending.answer === undefined) continue;
      this.byKey.delete(pending.key);
      this.byId.delete(pending.call.id);
    }
  }
}

/** Whole columns or rows. */
const isUnbounded = (value: CellValue | Matrix): boolean =>
  value instanceof Matrix && (value.rows === ROW_LIMIT || value.columns === COLUMN_LIMIT);

function typedRows(matrix: Matrix, type: string | undefined, evaluation: Evaluation): CellValue[][] {
  // Of whole columns, what the sheet holds; a bounded range is handed over as it stands, blank rows and all.
  const isOpen = matrix.rows === ROW_LIMIT && matrix.rest === null;
  const rows = isOpen ? Math.max(1, matrix.stored) : matrix.rows;
  return Array.from({ length: rows }, (_, i) => {
    const row = matrix.rowValues(i);
    if (type === undefined || type === 'any') return row;
    return row.map((value) => typedScalar(value, type, false, evaluation));
  });
}

function firstError(rows: readonly (readonly CellValue[])[]): CellError | undefined {
  for (const row of rows) for (const value of row) if (value instanceof CellError) return value;
  return undefined;
}

/** Omitted parameters are `null`; a repeating one takes the rest as one list. */
function groupRepeating(
  args: CustomFunctionArgument[],
  count: number,
  isOpen: boolean,
): CustomFunctionArgument[] {
  if (isOpen) return [...padded(args.slice(0, count - 1), count - 1), args.slice(count - 1)];
  return padded(args, count);
}

const padded = (args: CustomFunctionArgument[], count: number): CustomFunctionArgument[] => {
  while (args.length < count) args.push(null);
  return args;
};

function scalarKey(value: CellValue): string {
  if (typeof value === 'number') return `n${value}`;
  if (typeof value === 'string') return `s${value.length}:${value}`;
  if (value === null) return '_';
  return value instanceof CellError ? `e${value.code}` : value ? 't' : 'f';
}

/** Arrays of more cells than these are told apart by a 64-bit digest of their cells. */
const SPELLED_OUT = 64;

function matrixKey(rows: readonly (readonly CellValue[])[]): string {
  const columns = rows[0]?.length ?? 0;
  const size = `m${rows.length}x${columns}`;
  if (rows.length * columns <= SPELLED_OUT)
    return `${size}[${rows.map((row) => row.map(scalarKey).join(',')).join(';')}]`;
  let [a, b] = [0x811c9dc5, 0x9e3779b9];
  for (const row of rows)
    for (const value of row) {
      const text = scalarKey(value);
      for (let i = 0; i < text.length; i++) {
        a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
        b = Math.imul(b ^ text.charCodeAt(i), 0x85ebca6b) ^ (b >>> 13);
      }
      a = Math.imul(a ^ 0x1f, 0x01000193);
      b = Math.imul(b ^ 0x1f, 0x85ebca6b) ^ (b >>> 13);
    }
  return `${size}#${a >>> 0}.${b >>> 0}`;
}
