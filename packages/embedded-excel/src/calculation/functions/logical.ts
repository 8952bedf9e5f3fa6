/** IF and its kin: conditions, errors caught, choices. */
import { CellError, type CellValue } from '../../model/cell-error.ts';
import { toLogical, toNumber } from '../coercion.ts';
import { compareValues } from '../comparison.ts';
import { type Evaluation, spread, spreadSize } from '../evaluation.ts';
import {
  declare,
  declareLazy,
  declareOpen,
  type NativeFunction,
  type Thunk,
  UNLIMITED,
} from '../function-declaration.ts';
import { BUSY, Matrix, NA, OMITTED, VALUE, type Value } from '../value.ts';

/** An argument left out is 0 or empty as a result: `IF(TRUE,)` gives 0. */
const given = (value: Value): Value => (value === OMITTED ? 0 : value);

function ifFunction(evaluation: Evaluation, args: readonly Thunk[]): Value {
  const [test, whenTrue, whenFalse] = args;
  const condition = evaluation.resolve(test === undefined ? null : test(evaluation));
  if (condition instanceof Matrix) {
    const yes = whenTrue === undefined ? true : evaluation.resolve(given(whenTrue(evaluation)));
    const no = whenFalse === undefined ? false : evaluation.resolve(given(whenFalse(evaluation)));
    const values = [condition, yes, no];
    return spread(values, spreadSize(values) ?? [1, 1], ([c, y, n]) => {
      const holds = toLogical(c ?? null);
      if (holds instanceof CellError) return holds;
      return (holds ? y : n) ?? 0;
    });
  }
  const holds = toLogical(condition);
  if (holds instanceof CellError) return holds;
  const branch = holds ? whenTrue : whenFalse;
  return branch === undefined ? holds : given(branch(evaluation));
}

const catching =
  (catches: (error: CellError) => boolean) =>
  (evaluation: Evaluation, args: readonly Thunk[]): Value => {
    const [first, second] = args;
    const value = first === undefined ? null : given(first(evaluation));
    const resolved = evaluation.resolve(value);
    const caught = (cell: CellValue): boolean => cell instanceof CellError && cell !== BUSY && catches(cell);
    if (!(resolved instanceof Matrix)) {
      if (!caught(resolved)) return value;
      return second === undefined ? 0 : given(second(evaluation));
    }
    if (!resolved.cells.some(caught) && !(resolved.stored < resolved.rows && caught(resolved.rest)))
      return resolved;
    const instead = second === undefined ? 0 : evaluation.resolve(given(second(evaluation)));
    const values = [resolved, instead];
    return spread(values, spreadSize(values) ?? [1, 1], ([x, y]) =>
      caught(x ?? null) ? (y ?? 0) : (x ?? 0),
    );
  };

/** Truth of all arguments together; text of cells is ignored, text given as it is must be TRUE or FALSE. */
function truths(evaluation: Evaluation, args: readonly Value[]): boolean[] | CellError {
  const found: boolean[] = [];
  for (const argument of args) {
    const failed = evaluation.each(argument, (value, isCell) => {
      if (isCell && (value === null || typeof value === 'string')) return undefined;
      const truth = toLogical(value);
      if (truth instanceof CellError) return truth;
      found.push(truth);
      return undefined;
    });
    if (failed !== undefined) return failed;
  }
  return found.length === 0 ? VALUE : found;
}

const junction = (name: string, combine: (found: readonly boolean[]) => boolean): NativeFunction =>
  declareOpen(name, 1, UNLIMITED, (evaluation, args) => {
    const found = truths(evaluation, args);
    return found instanceof CellError ? found : combine(found);
  });

function choose(evaluation: Evaluation, args: readonly Thunk[]): Value {
  const [first, ...choices] = args;
  const index = evaluation.resolve(first === undefined ? null : first(evaluation));
  const pick = (value: CellValue): Thunk | CellError => {
    const number = toNumber(value, evaluation);
    if (number instanceof CellError) return number;
    return choices[Math.trunc(number) - 1] ?? VALUE;
  };
  if (!(index instanceof Matrix)) {
    const choice = pick(index);
    return choice instanceof CellError ? choice : given(choice(evaluation));
  }
  const values = choices.map((choice) => evaluation.resolve(given(choice(evaluation))));
  const all = [index, ...values];
  return spread(all, spreadSize(all) ?? [1, 1], ([which, ...elements]) => {
    const number = toNumber(which ?? null, evaluation);
    if (number instanceof CellError) return number;
    const at = Math.trunc(number) - 1;
    return at >= 0 && at < elements.length ? (elements[at] ?? 0) : VALUE;
  });
}

function ifs(evaluation: Evaluation, args: readonly Thunk[]): Value {
  for (let i = 0; i + 1 < args.length; i += 2) {
    const condition = evaluation.resolve(args[i]?.(evaluation) ?? null);
    if (condition instanceof Matrix) {
      const rest = args.slice(i + 2);
      const otherwise = rest.length === 0 ? NA : evaluation.resolve(ifs(evaluation, rest));
      const values = [condition, evaluation.resolve(given(args[i + 1]?.(evaluation) ?? null)), otherwise];
      return spread(values, spreadSize(values) ?? [1, 1], ([c, y, n]) => {
        const holds = toLogical(c ?? null);
        return holds instanceof CellError ? holds : ((holds ? y : n) ?? 0);
      });
    }
    const holds = toLogical(condition);
    if (holds instanceof CellError) return holds;
    if (holds) return given(args[i + 1]?.(evaluation) ?? null);
  }
  return args.length % 2 === 1 ? VALUE : NA;
}

function switchFunction(evaluation: Evaluation, args: readonly Thunk[]): Value {
  const [first, ...cases] = args;
  const subject = evaluation.resolve(first?.(evaluation) ?? null);
  const pick = (value: CellValue): Value => {
    if (value instanceof CellError) return value;
    for (let i = 0; i + 1 < cases.length; i += 2) {
      const candidate = evaluation.scalar(cases[i]?.(evaluation) ?? null);
      if (candidate instanceof CellError) return candidate;
      const sameKind = value === null || candidate === null || typeof value === typeof candidate;
      if (sameKind && compareValues(value, candidate) === 0) return given(cases[i + 1]?.(evaluation) ?? null);
    }
    return cases.length % 2 === 1 ? given(cases.at(-1)?.(evaluation) ?? null) : NA;
  };
  if (!(subject instanceof Matrix)) return pick(subject);
  return Matrix.build(subject.rows, subject.columns, (i, j) => evaluation.scalar(pick(subject.at(i, j))));
}

export const LOGICAL_FUNCTIONS: readonly NativeFunction[] = [
  declareLazy('IF', 1, 3, ifFunction),
  declareLazy(
    'IFERROR',
    2,
    2,
    catching(() => true),
  ),
  declareLazy(
    'IFNA',
    2,
    2,
    catching((error) => error.code === '#N/A'),
  ),
  declareLazy('IFS', 2, UNLIMITED, ifs),
  declareLazy('SWITCH', 3, UNLIMITED, switchFunction),
  declareLazy('CHOOSE', 2, UNLIMITED, choose),
  junction('AND', (found) => found.every(Boolean)),
  junction('OR', (found) => found.some(Boolean)),
  junction('XOR', (found) => found.filter(Boolean).length % 2 === 1),
  declare('NOT', ['logical'], (_, value) => !value),
  declare('TRUE', [], () => true),
  declare('FALSE', [], () => false),
];
