/**
 * From a formula's tree to a closure that evaluates it in any cell. It knows Excel's expressions; the functions'
 * bodies stand in `functions/`, names, tables and sheets are looked up when the formula runs.
 */
import type {
  AstExpression,
  BinaryExpression,
  CallExpression,
  LambdaExpression,
  LetExpression,
} from '@borgar/fx/xlsx';
import { CellError, type CellValue, cellError, errorNamed } from '../model/cell-error.ts';
import { type CellReference, parseCellReference } from './cell-reference.ts';
import type { CompiledFormula } from './compiled-formula.ts';
import { toNumber } from './coercion.ts';
import { arraysHeld, ArrayTooLarge, release } from './array-memory.ts';
import { type Evaluation, sizeOf, spread, spreadSize } from './evaluation.ts';
import { formulaTokens, isParenthesised, nesting, parseTokens } from './formula-parser.ts';
import type { NativeFunction, Thunk } from './function-declaration.ts';
import { nativeFunction } from './functions/native-functions.ts';
import { type BinaryOperation, negate, OPERATIONS, percent, snapToZero } from './operators.ts';
import {
  listed,
  intersected,
  joined,
  referenceIn,
  spanIn,
  spilledFrom,
  tableReference,
} from './reference-values.ts';
import { parseStructuredReference, type StructuredReference } from './structured-reference.ts';
import { CALC, Lambda, Matrix, NAME, NUM, OMITTED, REF, Reference, VALUE, type Value } from './value.ts';

type Scope = ReadonlyMap<string, number>;
type Step = (left: Value, evaluation: Evaluation) => Value;

/**
 * Excel takes 8,192 characters and 64 levels of functions within functions; files that other programs wrote may have
 * some more. What goes beyond these is no formula here either.
 */
const LONGEST_FORMULA = 32767;
const MOST_NESTED = 256;

const UNREADABLE: CompiledFormula = {
  evaluate: () => NAME,
  references: [],
  structuredReferences: [],
  names: new Set(),
  readsHiddenRows: false,
  isVolatile: false,
};

/**
 * The formula, as a cell at (row, column) has it. What cannot be parsed gives #NAME?. A single-valued formula is one that
 * was entered before arrays spilled: ranges where single values are due mean their cell in the formula's row or column.
 */
export function compileFormula(
  formula: string,
  row: number,
  column: number,
  isSingleValued = false,
): CompiledFormula {
  if (formula.length > LONGEST_FORMULA) return UNREADABLE;
  const tokens = formulaTokens(formula);
  if (nesting(tokens) > MOST_NESTED) return UNREADABLE;
  let tree: AstExpression;
  try {
    tree = parseTokens(tokens);
  } catch {
    return UNREADABLE;
  }
  const compiler = new Compiler(row, column, isSingleValued);
  const isLastOperation = !isParenthesised(tokens);
  const evaluate = compiler.root(tree, isLastOperation);
  return {
    evaluate,
    references: compiler.references,
    structuredReferences: compiler.structuredReferences,
    names: compiler.names,
    readsHiddenRows: compiler.readsHiddenRows,
    isVolatile: compiler.isVolatile,
  };
}

class Compiler {
  readonly references: CellReference[] = [];
  readonly structuredReferences: StructuredReference[] = [];
  readonly names = new Set<string>();
  readsHiddenRows = false;
  isVolatile = false;
  private slots = 0;
  private readonly row: number;
  private readonly column: number;
  /** Whether a range stands for one of its cells here. */
  private intersects: boolean;

  constructor(row: number, column: number, isSingleValued: boolean) {
    this.row = row;
    this.column = column;
    this.intersects = isSingleValued;
  }

  root(tree: AstExpression, maySnap: boolean): Thunk {
    const single = this.intersects;
    const value = this.outermost(tree, maySnap);
    return single ? (evaluation) => evaluation.intersect(value(evaluation)) : value;
  }

  private outermost(tree: AstExpression, maySnap: boolean): Thunk {
    if (maySnap && tree.type === 'BinaryExpression' && (tree.operator === '+' || tree.operator === '-'))
      return withinMemory(this.chain(tree, new Map(), true));
    return this.expression(tree, new Map());
  }

  /** An operand that is to be a single value. */
  private operand(node: AstExpression, scope: Scope): Thunk {
    const value = this.expression(node, scope);
    if (!this.intersects) return value;
    return (evaluation) => {
      const operand = value(evaluation);
      return operand instanceof Reference ? evaluation.intersect(operand) : operand;
    };
  }

  private expression(node: AstExpression, scope: Scope): Thunk {
    switch (node.type) {
      case 'UnaryExpression':
        return withinMemory(this.unary(node.operator, node.arguments[0], scope));
      case 'BinaryExpression':
        return withinMemory(this.chain(node, scope, false));
      case 'LetExpression':
        return withinMemory(this.letExpression(node, scope));
      case 'CallExpression':
        return withinMemory(this.call(node, scope));
      case 'Literal': {
        const { value } = node;
        return () => value;
      }
      case 'ErrorLiteral': {
        const error = errorNamed(node.value.toUpperCase()) ?? cellError('#VALUE!');
        return () => error;
      }
      case 'ArrayExpression': {
        const rows = node.elements.map((row) => row.map((element) => literalValue(element)));
        const array = Matrix.ofRows(rows);
        return () => array;
      }
      case 'ReferenceIdentifier':
        return this.reference(node.value, node.kind, scope);
      case 'LambdaExpression':
        return this.lambda(node, scope);
    }
  }

  private reference(text: string, kind: 'name' | 'range' | 'beam' | 'table', scope: Scope): Thunk {
    if (kind === 'name') return this.name(text, scope);
    if (kind === 'table') {
      const structured = parseStructuredReference(text);
      if (structured === undefined) return () => REF;
      this.structuredReferences.push(structured);
      return (evaluation) => tableReference(structured, evaluation);
    }
    const reference = parseCellReference(text, this.row, this.column);
    if (reference === undefined) return () => REF;
    this.references.push(reference);
    if (reference.lastSheet !== undefined)
      return (evaluation) => {
        const { scope: book, sheet: own, row, column } = evaluation;
        return reference.externalBook === undefined
          ? spanIn(reference, book, own, row, column)
          : evaluation.noLink();
      };
    const { sheet, top, left, bottom, right } = reference;
    if (reference.externalBook !== undefined)
      return (evaluation) => {
        const { scope: book, sheet: own, row, column } = evaluation;
        const cells = referenceIn(reference, book, own, row, column);
        return cells instanceof Reference ? cells : evaluation.noLink();
      };
    if (sheet === undefined && top.isRelative && left.isRelative && !reference.isRange)
      // The commonest reference by far: a neighbour on the same sheet.
      return (evaluation) => {
        const row = evaluation.row + top.at;
        const column = evaluation.column + left.at;
        return row < 0 || column < 0
          ? referenceIn(reference, evaluation.scope, evaluation.sheet, evaluation.row, evaluation.column)
          : new Reference(
              evaluation.sheet,
              row,
              column,
              evaluation.row + bottom.at,
              evaluation.column + right.at,
            );
      };
    return ({ scope: book, sheet: own, row, column }) => referenceIn(reference, book, own, row, column);
  }

  private name(text: string, scope: Scope): Thunk {
    const key = text.toLowerCase();
    const slot = scope.get(key);
    if (slot !== undefined) return (evaluation) => evaluation.locals[slot] ?? NAME;
    const separator = key.lastIndexOf('!');
    const external = /^'?\[(\d+)\]/.exec(key)?.[1];
    if (external !== undefined && external !== '0') {
      const wanted = key.slice(separator + 1);
      return (evaluation) => evaluation.scope.externalName(external, wanted) ?? evaluation.noLink();
    }
    const bare = key.slice(separator + 1);
    const sheetName =
      separator < 0 || external === '0'
        ? undefined
        : text.slice(0, separator).replace(/^'|'$/g, '').replace(/''/g, "'");
    this.names.add(bare);
    const native = nativeFunction(bare);
    return (evaluation) => {
      const { scope: book } = evaluation;
      const sheet = sheetName === undefined ? evaluation.sheet : book.sheetNamed(sheetName);
      if (sheet === undefined) return REF;
      const defined = book.definedName(bare, sheet);
      if (defined !== undefined) return this.runName(defined, evaluation);
      const table = book.tableNamed(bare);
      if (table !== undefined) return tableReference({ table: bare, columns: [], sections: [] }, evaluation);
      return native === undefined ? NAME : functionValue(native, evaluation);
    };
  }

  private runName(defined: CompiledFormula, evaluation: Evaluation): Value {
    const saved = evaluation.locals;
    evaluation.locals = [];
    const value = evaluation.call(new Lambda([0, 0], () => defined.evaluate(evaluation)), []);
    evaluation.locals = saved;
    return value;
  }

  private unary(operator: string, operand: AstExpression | undefined, scope: Scope): Thunk {
    if (operand === undefined) return () => VALUE;
    const inner =
      operator === '#' || operator === '@' ? this.expression(operand, scope) : this.operand(operand, scope);
    switch (operator) {
      case '#':
        return (evaluation) => spilledFrom(inner(evaluation), evaluation);
      case '@':
        return (evaluation) => evaluation.intersect(inner(evaluation));
      case '+':
        return inner;
      default: {
        const apply = operator === '-' ? negate : percent;
        return (evaluation) => {
          const value = evaluation.resolve(inner(evaluation));
          return value instanceof Matrix
            ? spread([value], [value.rows, value.columns], ([element]) => apply(element ?? null, evaluation))
            : apply(value, evaluation);
        };
      }
    }
  }

  /** `1+2-3`: one loop over its operators, however many there are, and not one call within the other. */
  private chain(node: BinaryExpression, scope: Scope, snaps: boolean): Thunk {
    const nodes: BinaryExpression[] = [];
    let leftmost: AstExpression | undefined = node;
    while (leftmost?.type === 'BinaryExpression') {
      nodes.push(leftmost);
      leftmost = leftmost.arguments[0];
    }
    if (leftmost === undefined) return () => VALUE;
    const start = this.expression(leftmost, scope);
    const steps = nodes.reverse().map((each) => this.step(each, scope, snaps && each === node));
    return (evaluation) => {
      const before = arraysHeld();
      let value = start(evaluation);
      for (const step of steps) {
        value = step(value, evaluation);
        release(before, sizeOf(value));
      }
      return value;
    };
  }

  /** What a binary operator makes of the value to its left. */
  private step(node: BinaryExpression, scope: Scope, snaps: boolean): Step {
    const { operator } = node;
    const right = node.arguments[1];
    if (right === undefined) return () => VALUE;
    const combine = REFERENCE_OPERATORS.get(operator);
    if (combine !== undefined) {
      const second = this.expression(right, scope);
      return (left, evaluation) => combine(left, second(evaluation), evaluation);
    }
    const second = this.operand(right, scope);
    const operation = OPERATIONS.get(operator);
    if (operation === undefined) return () => NAME;
    const apply = snaps ? snapping(operation) : operation;
    const intersects = this.intersects;
    return (left, evaluation) => {
      const first = intersects && left instanceof Reference ? evaluation.intersect(left) : left;
      const x = evaluation.resolve(first);
      const y = evaluation.resolve(second(evaluation));
      if (!(x instanceof Matrix) && !(y instanceof Matrix)) return apply(x, y, evaluation);
      const size = spreadSize([x, y]) ?? [1, 1];
      return spread([x, y], size, ([p, q]) => apply(p ?? null, q ?? null, evaluation));
    };
  }

  private letExpression(node: LetExpression, scope: Scope): Thunk {
    const inner = new Map(scope);
    const bindings: [slot: number, value: Thunk][] = [];
    for (const { id, init } of node.declarations) {
      const value = init === null ? (): Value => OMITTED : this.expression(init, inner);
      const slot = this.slots++;
      inner.set(id.name.toLowerCase(), slot);
      bindings.push([slot, value]);
    }
    const body = node.body === null ? () => VALUE : this.expression(node.body, inner);
    return (evaluation) => {
      for (const [slot, value] of bindings) evaluation.locals[slot] = value(evaluation);
      return body(evaluation);
    };
  }

  private lambda(node: LambdaExpression, scope: Scope): Thunk {
    const inner = new Map(scope);
    const slots = node.params.map(({ name }) => {
      const slot = this.slots++;
      inner.set(name.toLowerCase(), slot);
      return slot;
    });
    const body = node.body === null ? () => VALUE : this.expression(node.body, inner);
    return (evaluation) => {
      const captured = evaluation.locals.slice();
      return new Lambda([slots.length, slots.length], (args) => {
        const locals = captured.slice();
        for (const [index, slot] of slots.entries()) locals[slot] = args[index] ?? OMITTED;
        evaluation.locals = locals;
        return body(evaluation);
      });
    };
  }

  private call(node: CallExpression, scope: Scope): Thunk {
    const args = this.argumentsOf(node, scope);
    // The parser hands over `LAMBDA(x,x)(1)` with an expression where its type promises an identifier.
    const callee = node.callee as AstExpression | CallExpression['callee'];
    if (callee.type !== 'Identifier') {
      const target = this.expression(callee, scope);
      return (evaluation) => {
        const lambda = target(evaluation);
        return evaluation.call(
          lambda,
          args.map((argument) => argument(evaluation)),
        );
      };
    }
    return this.namedCall(callee.name, args, scope);
  }

  private argumentsOf(node: CallExpression, scope: Scope): Thunk[] {
    const callee = node.callee as Partial<CallExpression['callee']>;
    const native = callee.name === undefined ? undefined : nativeFunction(callee.name.toLowerCase());
    const saved = this.intersects;
    if (native !== undefined && TAKES_ARRAYS.has(native.name)) this.intersects = false;
    const args = node.arguments.map((argument: AstExpression | null, index): Thunk => {
      if (argument === null) return (): Value => OMITTED;
      return native?.takesSingleValue(index) === true
        ? this.operand(argument, scope)
        : this.expression(argument, scope);
    });
    this.intersects = saved;
    return args;
  }

  private namedCall(name: string, args: readonly Thunk[], scope: Scope): Thunk {
    const key = name.toLowerCase();
    const slot = scope.get(key);
    if (slot !== undefined)
      return (evaluation) =>
        evaluation.call(
          evaluation.locals[slot] ?? NAME,
          args.map((argument) => argument(evaluation)),
        );
    const [first] = args;
    // How files write `A1#` and `@A1:A9`.
    if (key === 'anchorarray' && first !== undefined)
      return (evaluation) => spilledFrom(first(evaluation), evaluation);
    if (key === 'single' && first !== undefined)
      return (evaluation) => evaluation.intersect(first(evaluation));
    const native = nativeFunction(key);
    if (native !== undefined) {
      if (native.isVolatile) this.isVolatile = true;
      if (native.name === 'SUBTOTAL' || native.name === 'AGGREGATE') this.readsHiddenRows = true;
      if (args.length < native.least || args.length > native.most) return () => VALUE;
      const { run } = native;
      return (evaluation) => run(evaluation, args);
    }
    this.names.add(key);
    const upper = name.toUpperCase();
    return (evaluation) => {
      const { scope: book } = evaluation;
      if (book.isCustomFunction(upper))
        return book.callCustomFunction(
          upper,
          args.map((argument) => argument(evaluation)),
          evaluation,
        );
      const defined = book.definedName(key, evaluation.sheet);
      if (defined === undefined) {
        book.noteUnknownFunction(upper);
        return NAME;
      }
      const lambda = this.runName(defined, evaluation);
      return evaluation.call(
        lambda,
        args.map((argument) => argument(evaluation)),
      );
    };
  }
}

const REFERENCE_OPERATORS = new Map<string, (left: Value, right: Value, evaluation: Evaluation) => Value>([
  [':', joined],
  [' ', intersected],
  [',', listed],
]);

/** Functions whose arguments are arrays even in formulas of the old kind. */
const TAKES_ARRAYS = new Set([
  'SUMPRODUCT',
  'LOOKUP',
  'MMULT',
  'FREQUENCY',
  'AGGREGATE',
  'IRR',
  'XIRR',
  'XNPV',
  'FILTER',
  'SORT',
  'SORTBY',
  'UNIQUE',
  'XLOOKUP',
  'XMATCH',
]);

/** An operation whose arrays have no room is #NUM!; what its operands took is free again when it has its result. */
const withinMemory =
  (operation: Thunk): Thunk =>
  (evaluation) => {
    const before = arraysHeld();
    let result: Value;
    try {
      result = operation(evaluation);
    } catch (error) {
      if (!(error instanceof ArrayTooLarge)) throw error;
      result = NUM;
    }
    release(before, sizeOf(result));
    return result;
  };

const snapping =
  (operation: BinaryOperation): BinaryOperation =>
  (left, right, dates) => {
    const result = operation(left, right, dates);
    const first = toNumber(left, dates);
    return first instanceof CellError ? result : snapToZero(result, first);
  };

/** A native function's name used as a value: `BYROW(A1:B9,SUM)`. */
const functionValue = (native: NativeFunction, evaluation: Evaluation): Lambda =>
  new Lambda([native.least, native.most], (args) =>
    native.run(
      evaluation,
      args.map((argument) => () => argument),
    ),
  );

function literalValue(node: AstExpression): CellValue {
  if (node.type === 'Literal') return node.value;
  return node.type === 'ErrorLiteral' ? (errorNamed(node.value.toUpperCase()) ?? VALUE) : CALC;
}
