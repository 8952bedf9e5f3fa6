/**
 * What a custom function is: data beside a body that is one domain call. The registration, functions.json, the help
 * and the tests all read these declarations; coercion and errors are handled once, in `call.ts`, for all of them.
 */
import { type CellValue, type Grid, isBlank, refuseError } from '../domain/basics/cell.ts';
import { badValue } from '../domain/basics/error.ts';
import { say } from '../domain/basics/sentence.ts';
import { cellOf, gridOf, isEmptyGrid } from './argument.ts';
import type { Format } from './number-formats.ts';

/** In Excel's terms. `any` leaves the cell as it is: a `number` would turn an empty cell into 0 on its way. */
export type ExcelType = 'any' | 'boolean' | 'number' | 'string';

interface AnyKind {
  readonly type: ExcelType;
  /** What would be right, for a message: `a date, such as 2003-07-21`. */
  readonly expects: string;
}

/** What one sort of single value is: how Excel should pass it, what would be right, how it is read. */
export interface CellKind<T> extends AnyKind {
  readonly dimensionality: 'scalar';
  /** Whether 0 is an empty cell, as some hosts hand it over; so for dates. */
  readonly zeroIsBlank?: boolean;
  /** @throws RegrantError the value is not of that sort */
  readonly read: (cell: CellValue, name: string) => T;
}

/** The same for a range. */
export interface RangeKind<T> extends AnyKind {
  readonly dimensionality: 'matrix';
  /** @throws RegrantError the cells are not of that sort */
  readonly read: (grid: Grid, name: string) => T;
}

export type Kind<T> = CellKind<T> | RangeKind<T>;

export interface Parameter<T> {
  readonly name: string;
  /** For a person in the formula wizard. */
  readonly description: string;
  readonly kind: Kind<unknown>;
  readonly optional: boolean;
  readonly read: (argument: unknown) => T;
}

export interface ResultColumn {
  readonly header: string;
  readonly format?: Format;
}

interface Result {
  readonly type: ExcelType;
  /** Of a single value. */
  readonly format?: Format;
  /** Of a spilled array: its columns, and whether their headers are its first row. */
  readonly columns?: readonly ResultColumn[];
  readonly headed?: boolean;
  readonly description: string;
}

/** What a body gives back: a value, or rows under the declared columns. */
export type Outcome = CellValue | Grid;

export interface Call {
  readonly arguments: readonly (CellValue | Grid)[];
  /** The arguments as typed, where a formula says more than its value: `7000, 1/7`. */
  readonly written?: string;
}

export interface Example extends Call {
  readonly result: Outcome;
}

type Section =
  | 'Eligible grants'
  | 'Counts'
  | 'Dates of the offer'
  | 'Vesting schedules'
  | 'Exercise price'
  | 'Adjustments'
  | 'Economics'
  | 'Data quality';

export interface FunctionDeclaration {
  readonly name: string;
  readonly section: Section;
  /** One or two sentences for the formula wizard. */
  readonly description: string;
  /** What the help says beyond that. */
  readonly rules: readonly string[];
  readonly parameters: readonly Parameter<unknown>[];
  readonly result: Result;
  readonly examples: readonly Example[];
  /** Calls that fail as people's calls do; the help shows with which error. */
  readonly failures: readonly Call[];
  /** The rule or the paper that the function follows, where one does. */
  readonly source?: string;
  readonly body: (...values: never[]) => Outcome;
}

/** The values that a body takes, by the parameters before it. */
type Values<P extends readonly Parameter<unknown>[]> = {
  [K in keyof P]: P[K] extends Parameter<infer T> ? T : never;
};

/** A declaration whose body is checked against its parameters. */
export const declare = <const P extends readonly Parameter<unknown>[]>(
  declaration: Omit<FunctionDeclaration, 'parameters' | 'body'> & {
    readonly parameters: P;
    readonly body: (...values: Values<P>) => Outcome;
  },
): FunctionDeclaration => declaration as unknown as FunctionDeclaration;

/** An argument that must be given. */
export function required<T>(name: string, kind: Kind<T>, description: string): Parameter<T> {
  const missing = (): never => {
    throw badValue(say`${name} is missing: give ${kind.expects}.`);
  };
  return { name, description, kind, optional: false, read: reader(name, kind, missing) };
}

/** An argument that may be left out or empty, and is then undefined. */
export function optional<T>(name: string, kind: Kind<T>, description: string): Parameter<T | undefined> {
  return { name, description, kind, optional: true, read: reader(name, kind, () => undefined) };
}

/** Reads the argument as its kind does, or gives what `omitted` gives where it was left out. */
function reader<T, U>(name: string, kind: Kind<T>, omitted: () => U): (argument: unknown) => T | U {
  if (kind.dimensionality === 'matrix')
    return (argument) => {
      const grid = gridOf(argument);
      return isEmptyGrid(grid) ? omitted() : kind.read(grid, name);
    };
  return (argument) => {
    const cell = cellOf(argument, name);
    refuseError(cell, name);
    return isBlank(cell) || (cell === 0 && kind.zeroIsBlank === true) ? omitted() : kind.read(cell, name);
  };
}
