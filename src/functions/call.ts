/**
 * How every custom function is called: arguments read, the body, the result made fit for cells, and errors made
 * Excel's. Knows declarations, not any one function.
 */
import type { CellValue, Grid } from '../domain/basics/cell.ts';
import { badNumber, type ErrorKind, RegrantError } from '../domain/basics/error.ts';
import { say } from '../domain/basics/sentence.ts';
import type { FunctionDeclaration, Outcome, ResultColumn } from './declaration.ts';
import { excel } from './excel.ts';
import { type FormattedNumber, formatShown, withFormat } from './number-formats.ts';

/** What a cell of a result holds. */
type Shown = CellValue | FormattedNumber;

/** The function that Excel calls. It throws `CustomFunctions.Error` and nothing else. */
export function callable(declaration: FunctionDeclaration): (...given: unknown[]) => Shown | Shown[][] {
  const { name, parameters, result } = declaration;
  const names = listed(parameters.map((parameter) => parameter.name));
  const body = declaration.body as (...values: unknown[]) => Outcome;
  return (...given) => {
    try {
      const values: unknown[] = [];
      // Excel hands over an invocation object after the last argument; it is not looked at.
      for (let i = 0; i < parameters.length; i++) values.push(parameters[i]?.read(given[i]));
      const outcome = body(...values);
      return isGrid(outcome)
        ? rowsOf(outcome, result.columns ?? [], result.headed === true, names)
        : withFormat(cell(outcome, names), formatShown(result.format));
    } catch (error) {
      throw excelError(error, `${name} cannot be calculated: check ${names}.`);
    }
  };
}

const isGrid = (outcome: Outcome): outcome is Grid => typeof outcome === 'object' && outcome !== null;

function rowsOf(
  outcome: Grid,
  columns: readonly ResultColumn[],
  isHeaded: boolean,
  names: string,
): Shown[][] {
  const formats = columns.map(({ format }) => formatShown(format));
  const rows: Shown[][] = isHeaded ? [columns.map(({ header }) => header)] : [];
  const isFormatted = formats.some((format) => format !== undefined);
  for (const row of outcome) {
    const shown: Shown[] = [];
    for (let at = 0; at < row.length; at++) {
      const value = cell(row[at], names);
      shown.push(isFormatted ? withFormat(value, formats[at]) : value);
    }
    rows.push(shown);
  }
  return rows;
}

/** Excel shows null as 0, and a number that is none as an error without a word. */
function cell(value: CellValue, names: string): CellValue {
  if (typeof value !== 'number') return value ?? '';
  if (Number.isFinite(value)) return value === 0 ? 0 : value;
  throw badNumber(say`The result is too large for a cell: ${names} must be smaller.`);
}

/** `shares, price and rounding`. */
const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

const CODES = {
  value: 'invalidValue',
  notAvailable: 'notAvailable',
  number: 'invalidNumber',
  divisionByZero: 'divisionByZero',
  nullReference: 'nullReference',
} as const satisfies Record<ErrorKind, string>;

/** What a failing call shows, for the help: its error and the sentence beside it; undefined where it does not fail. */
export function failureOf(
  { parameters, body }: FunctionDeclaration,
  given: readonly unknown[],
): { readonly error: string; readonly message: string } | undefined {
  try {
    (body as (...values: unknown[]) => Outcome)(...parameters.map(({ read }, index) => read(given[index])));
    return undefined;
  } catch (error) {
    if (!(error instanceof RegrantError)) throw error;
    return { error: SHOWN[error.kind], message: error.message };
  }
}

const SHOWN: Readonly<Record<ErrorKind, string>> = {
  value: '#VALUE!',
  notAvailable: '#N/A',
  number: '#NUM!',
  divisionByZero: '#DIV/0!',
  nullReference: '#NULL!',
};

/** What Excel shows for an error; one that nobody foresaw is `#VALUE!` with a plain sentence, never a stack. */
function excelError(error: unknown, unforeseen: string): Error {
  const { Error: ExcelError, ErrorCode } = excel();
  if (error instanceof RegrantError)
    return new ExcelError(ErrorCode[CODES[error.kind]] ?? ErrorCode.invalidValue, shortened(error.message));
  return new ExcelError(ErrorCode.invalidValue, unforeseen);
}

/** A message may quote the text of a cell, which holds up to 32,767 characters. */
const LONGEST_MESSAGE = 600;

const shortened = (message: string): string =>
  message.length <= LONGEST_MESSAGE ? message : `${message.slice(0, LONGEST_MESSAGE)}…`;
