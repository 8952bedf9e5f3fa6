/** What the calculator needs of whoever runs custom functions: what they take, a way to call them, a way to stop them. */
import type { CellValue } from '../model/cell-error.ts';
import type { HostMode } from '../model/host-modes.ts';

export interface CustomFunctionParameter {
  readonly name?: string;
  /** `number`, `string`, `boolean` or `any`. */
  readonly type?: string;
  /** `scalar` or `matrix`. */
  readonly dimensionality?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

/** A function as functions.json declares it. */
export interface CustomFunctionSignature {
  readonly minArgs: number;
  readonly parameters: readonly CustomFunctionParameter[];
  readonly result?: { readonly type?: string; readonly dimensionality?: string };
  readonly flags?: {
    readonly volatile?: boolean;
    readonly cancelable?: boolean;
    readonly streaming?: boolean;
    readonly requiresAddress?: boolean;
    readonly allowErrorForDataTypeAny?: boolean;
  };
}

/** An argument as the function gets it: `null` for what is empty or was left out, rows of cells for a matrix. */
export type CustomFunctionArgument = CellValue | CellValue[][] | CustomFunctionArgument[];

export interface CustomFunctionCall {
  readonly id: number;
  /** In capitals, with its namespace: `REGRANT.NEWSHARES`. */
  readonly name: string;
  readonly args: CustomFunctionArgument[];
  /** The cell that calls, as `Sheet1!B3`. */
  readonly address: string;
}

export interface CustomFunctionHost {
  /** What this Excel does otherwise when it calls functions. */
  readonly modes?: ReadonlySet<HostMode>;
  /** Names in capitals; undefined for a function that nobody registered. */
  signature(name: string): CustomFunctionSignature | undefined;
  /** Starts calls; each is answered by `Calculator.deliver`, at once or later. */
  invoke(calls: readonly CustomFunctionCall[]): void;
  cancel(id: number): void;
}

/** A function's answer: a value, rows of values, a formatted value, or an error with its code such as `#N/A`. */
export type CustomFunctionResult =
  { readonly value: unknown } | { readonly error: string; readonly message?: string };

/** A host without functions, for books that call none. */
export const NO_CUSTOM_FUNCTIONS: CustomFunctionHost = {
  signature: () => undefined,
  invoke: () => undefined,
  cancel: () => undefined,
};
