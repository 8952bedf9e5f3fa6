/**
 * The one error that the domain throws. It says what was wrong and what would be right, in one sentence; the
 * shells turn it into `#VALUE!`, a row of the checks, a message in the pane or a line on standard error.
 */

/**
 * What kind of fault it is, in a spreadsheet's terms: `#VALUE!`, `#N/A` or `#NUM!`; the last two, `#DIV/0!` and
 * `#NULL!`, only come from cells that hold them.
 */
export type ErrorKind = 'value' | 'notAvailable' | 'number' | 'divisionByZero' | 'nullReference';

export class RegrantError extends Error {
  readonly kind: ErrorKind;

  constructor(kind: ErrorKind, message: string) {
    super(message);
    this.name = 'RegrantError';
    this.kind = kind;
  }
}

/** A bad argument or cell: `#VALUE!`. */
export const badValue = (message: string): RegrantError => new RegrantError('value', message);

/** A look-up that finds nothing: `#N/A`. */
export const notAvailable = (message: string): RegrantError => new RegrantError('notAvailable', message);

/** A number outside its domain: `#NUM!`. */
export const badNumber = (message: string): RegrantError => new RegrantError('number', message);
