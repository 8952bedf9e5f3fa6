/**
 * What a cell of the embedded Excel holds: a number (dates are serial numbers), text, a logical value, an error, or
 * nothing. It does not know how a value came about nor how it is shown.
 */

/** Excel's error values, as a cell shows them. */
export const ERROR_CODES = [
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
  '#BUSY!',
  '#FIELD!',
  '#BLOCKED!',
  '#CONNECT!',
  '#UNKNOWN!',
  '#EXTERNAL!',
  '#PYTHON!',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** An error value. Immutable; two are the same error where their codes are equal. */
export class CellError {
  readonly code: ErrorCode;
  /** What a custom function said, where it said something. */
  readonly message: string | undefined;

  constructor(code: ErrorCode, message?: string) {
    this.code = code;
    this.message = message;
  }

  toString(): string {
    return this.code;
  }
}

/** The value of a cell; `null` is an empty one. */
export type CellValue = number | string | boolean | CellError | null;

const plain = new Map<string, CellError>(ERROR_CODES.map((code) => [code, new CellError(code)]));

/** The error of that code without a message; the same object each time. */
export const cellError = (code: ErrorCode): CellError => plain.get(code) ?? new CellError(code);

/** The error that a text such as `#N/A` names, or undefined for other text. */
export const errorNamed = (text: string): CellError | undefined => plain.get(text);

/** Whether two cells hold the same: numbers by bits but for -0, errors by code and message. */
export function sameValue(a: CellValue, b: CellValue): boolean {
  if (a === b) return true;
  if (a instanceof CellError && b instanceof CellError) return a.code === b.code && a.message === b.message;
  return typeof a === 'number' && typeof b === 'number' && Number.isNaN(a) && Number.isNaN(b);
}
