/** A formula made ready to run, shared by all the cells that hold a copy of it. */
import type { CellReference } from './cell-reference.ts';
import type { Evaluation } from './evaluation.ts';
import type { StructuredReference } from './structured-reference.ts';
import type { Value } from './value.ts';

export interface CompiledFormula {
  readonly evaluate: (evaluation: Evaluation) => Value;
  readonly references: readonly CellReference[];
  readonly structuredReferences: readonly StructuredReference[];
  /** Defined names, tables without brackets, and functions that are not native, in lower case. */
  readonly names: ReadonlySet<string>;
  /** Whether its result changes when rows are hidden or shown. */
  readonly readsHiddenRows: boolean;
  /** Whether it must be calculated each time. */
  readonly isVolatile: boolean;
}
