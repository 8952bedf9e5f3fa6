/** A conditional format. Those that a file brought and the model does not understand keep the file's own words. */
import type { Area } from './area.ts';

export interface ConditionalFormat {
  readonly id: string;
  readonly areas: readonly Area[];
  /** As in the file: `expression`, `cellIs`, `containsText`, `colorScale`, `dataBar`, ... */
  readonly kind: string;
  /** 1 comes first. */
  readonly priority: number;
  readonly stopIfTrue?: boolean;
  readonly operator?: string;
  readonly text?: string;
  /** In user spelling without a leading `=`. */
  readonly formulas: readonly string[];
  /** Index into the pool's differential formats. */
  readonly format?: number;
  /** The rule as the file has it, for kinds with children of their own. */
  readonly kept?: string;
}
