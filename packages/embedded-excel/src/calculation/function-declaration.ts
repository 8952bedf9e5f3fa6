/**
 * How a native function is declared: its name, what its parameters take, and its body. Arity, coercion, errors in
 * arguments and the lifting of scalar functions over arrays are handled here, once, for all of them.
 */
import { CellError, type CellValue } from '../model/cell-error.ts';
import { toLogical, toNumber, toText } from './coercion.ts';
import { type Evaluation, spread, spreadSize } from './evaluation.ts';
import { Matrix, NUM, OMITTED, Reference, REF, Union, VALUE, type Value } from './value.ts';

/** The argument of a function that decides itself what it evaluates. */
export type Thunk = (evaluation: Evaluation) => Value;

export interface NativeFunction {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly isVolatile: boolean;
  /** Whether an argument is to be a single value, so that an array there runs the function for each element. */
  readonly takesSingleValue: (index: number) => boolean;
  /** Gets arguments unevaluated. */
  readonly run: (evaluation: Evaluation, args: readonly Thunk[]) => Value;
}

/**
 * What a parameter takes; `?` may be left out. `number`, `text`, `logical` and `scalar` are single values, coerced, an
 * error in them is the result, and an array makes the function run for each element. `any` is a single value, errors
 * included. `value` is whatever it is, an array or reference too. `array` is read as an array. `reference` must be one.
 */
type Kind = 'number' | 'text' | 'logical' | 'scalar' | 'any' | 'value' | 'array' | 'reference';
export type Parameter = Kind | `${Kind}?`;

interface ArgumentOfKind {
  number: number;
  text: string;
  logical: boolean;
  scalar: Exclude<CellValue, CellError>;
  any: CellValue;
  value: Value;
  array: Matrix;
  reference: Reference;
}

type Argument<P extends Parameter> = P extends Kind
  ? ArgumentOfKind[P]
  : P extends `${infer K extends Kind}?`
    ? ArgumentOfKind[K] | undefined
    : never;

type Arguments<P extends readonly Parameter[]> = { -readonly [I in keyof P]: Argument<P[I]> };

export interface FunctionOptions {
  readonly isVolatile?: boolean;
  /** An argument left out between commas counts as not given; otherwise it is empty: 0, "" or FALSE. */
  readonly omittedIsDefault?: boolean;
}

const isLifted = (kind: string): boolean => kind !== 'value' && kind !== 'array' && kind !== 'reference';

/** A function with a fixed list of parameters. */
export function declare<const P extends readonly Parameter[]>(
  name: string,
  parameters: P,
  body: (evaluation: Evaluation, ...args: Arguments<P>) => Value,
  options: FunctionOptions = {},
): NativeFunction {
  const kinds = parameters.map((parameter) => parameter.replace('?', '') as Kind);
  const least = parameters.filter((parameter) => !parameter.endsWith('?')).length;
  const call = body as (evaluation: Evaluation, ...args: unknown[]) => Value;
  const once = (evaluation: Evaluation, values: readonly Value[]): Value => {
    const args: unknown[] = [];
    for (let i = 0; i < values.length; i++) {
      const value = values[i] ?? null;
      if (value === OMITTED && options.omittedIsDefault === true) {
        args.push(undefined);
        continue;
      }
      const given = coerce(evaluation, kinds[i] ?? 'value', value);
      if (given instanceof CellError && kinds[i] !== 'any' && kinds[i] !== 'value') return given;
      args.push(given);
    }
    const result = call(evaluation, ...args);
    return typeof result === 'number' && !Number.isFinite(result) ? NUM : result;
  };
  const run = (evaluation: Evaluation, thunks: readonly Thunk[]): Value => {
    const values: Value[] = [];
    let arrays = 0;
    for (const [i, thunk] of thunks.entries()) {
      let value = thunk(evaluation);
      if (isLifted(kinds[i] ?? 'value') && value !== OMITTED) {
        value = evaluation.resolve(value);
        if (value instanceof Matrix) arrays++;
      }
      values.push(value);
    }
    if (arrays === 0) return once(evaluation, values);
    return lift(evaluation, values, (i) => isLifted(kinds[i] ?? 'value'), once);
  };
  return {
    name,
    least,
    most: parameters.length,
    isVolatile: options.isVolatile === true,
    takesSingleValue: (index) => isLifted(kinds[index] ?? 'value'),
    run,
  };
}

/** Runs a function for each element of those of its arguments that are to be single values. */
function lift(
  evaluation: Evaluation,
  values: readonly Value[],
  lifts: (index: number) => boolean,
  once: (evaluation: Evaluation, values: readonly Value[]) => Value,
): Matrix {
  const lifted = values.map((value, i): CellValue | Matrix =>
    lifts(i) && value !== OMITTED ? (value as CellValue | Matrix) : null,
  );
  const size = spreadSize(lifted) ?? [1, 1];
  return spread(lifted, size, (elements) => {
    const each = values.map((value, i) => (lifts(i) && value !== OMITTED ? (elements[i] ?? null) : value));
    return evaluation.scalar(once(evaluation, each));
  });
}

function coerce(evaluation: Evaluation, kind: Kind, value: Value): unknown {
  switch (kind) {
    case 'number':
      return typeof value === 'number' ? value : toNumber(single(value), evaluation);
    case 'text':
      return toText(single(value));
    case 'logical':
      return toLogical(single(value));
    case 'scalar':
    case 'any':
      return single(value);
    case 'array': {
      if (value instanceof CellError) return value;
      return value instanceof Union ? VALUE : evaluation.matrix(value);
    }
    case 'reference':
      return value instanceof Reference || value instanceof CellError
        ? value
        : value instanceof Union
          ? REF
          : VALUE;
    case 'value':
      return value;
  }
}

const single = (value: Value): CellValue => (value === OMITTED ? null : (value as CellValue));

/** A function of any number of arguments, all evaluated. */
export function declareOpen(
  name: string,
  least: number,
  most: number,
  body: (evaluation: Evaluation, args: readonly Value[]) => Value,
  options: FunctionOptions = {},
): NativeFunction {
  return {
    name,
    least,
    most,
    isVolatile: options.isVolatile === true,
    takesSingleValue: () => false,
    run: (evaluation, thunks) => {
      const result = body(
        evaluation,
        thunks.map((thunk) => thunk(evaluation)),
      );
      return typeof result === 'number' && !Number.isFinite(result) ? NUM : result;
    },
  };
}

/** A function of any number of single values, run for each element where some of them are arrays. */
export const declareScalars = (
  name: string,
  least: number,
  most: number,
  body: (evaluation: Evaluation, values: readonly CellValue[]) => CellValue,
): NativeFunction => ({
  name,
  least,
  most,
  isVolatile: false,
  takesSingleValue: () => true,
  run: (evaluation, thunks) => {
    const values = thunks.map((thunk) => evaluation.resolve(thunk(evaluation)));
    const size = spreadSize(values);
    if (size === undefined) return body(evaluation, values as CellValue[]);
    return spread(values, size, (elements) => body(evaluation, elements));
  },
});

/** A function that evaluates only the arguments it needs. */
export const declareLazy = (
  name: string,
  least: number,
  most: number,
  run: NativeFunction['run'],
): NativeFunction => ({ name, least, most, isVolatile: false, takesSingleValue: () => false, run });

/** The same function under another name. */
export const alias = (name: string, original: NativeFunction): NativeFunction => ({ ...original, name });

/** Arguments without end. */
export const UNLIMITED = 255;
