/**
 * The one error that the domain throws. It says what was wrong and what would be right, in one sentence; the
 * shells turn it into `#VALUE!`, a row of the checks, a message in the pane or a line on standard error.
 */
import { english, type Sentence } from './sentence.ts';

/**
 * What kind of fault it is, in a spreadsheet's terms: `#VALUE!`, `#N/A` or `#NUM!`; the last two, `#DIV/0!` and
 * `#NULL!`, only come from cells that hold them.
 */
export type ErrorKind = 'value' | 'notAvailable' | 'number' | 'divisionByZero' | 'nullReference';

export class RegrantError extends Error {
  readonly kind: ErrorKind;
  /** What `message` says in English, for a reader of another language. */
  readonly sentence: Sentence;
  /** Everything that is wrong, where several faults are told at once; else the one sentence. */
  readonly problems: readonly Sentence[];

  constructor(kind: ErrorKind, sentence: Sentence, problems: readonly Sentence[] = [sentence]) {
    super(english(sentence));
    this.name = 'RegrantError';
    this.kind = kind;
    this.sentence = sentence;
    this.problems = problems;
  }
}

/** A bad argument or cell: `#VALUE!`. */
export const badValue = (sentence: Sentence): RegrantError => new RegrantError('value', sentence);

/** A look-up that finds nothing: `#N/A`. */
export const notAvailable = (sentence: Sentence): RegrantError => new RegrantError('notAvailable', sentence);

/** A number outside its domain: `#NUM!`. */
export const badNumber = (sentence: Sentence): RegrantError => new RegrantError('number', sentence);
