/**
 * Calls the custom functions as Excel does, in this process: defines the global `CustomFunctions`, lets the functions
 * register, and calls them by name.
 */

import type { ExcelRuntime } from '../src/functions/excel.ts';

type Body = (...given: readonly unknown[]) => unknown;

/** What a formula shows where it fails: the code, and beside it the message. */
export class FormulaError extends Error {
  readonly code: string;

  constructor(code: string, message = '') {
    super(message);
    this.name = 'FormulaError';
    this.code = code;
  }
}

/** The global that Excel defines before it loads the functions. */
export const excelRuntime = (bodies: Map<string, Body>): ExcelRuntime => ({
  associate: (id: string, body: Body): void => void bodies.set(id, body),
  Error: FormulaError,
  ErrorCode: { invalidValue: '#VALUE!', notAvailable: '#N/A', invalidNumber: '#NUM!' },
});

const bodies = new Map<string, Body>();
Reflect.set(globalThis, 'CustomFunctions', excelRuntime(bodies));
await import('../src/functions/functions.ts');

/** The ids that registered. */
export const registered = (): string[] => [...bodies.keys()];

/** What the formula gives; it throws a FormulaError where Excel would show an error. */
export function formula(name: string, ...given: readonly unknown[]): unknown {
  const body = bodies.get(name);
  if (body === undefined) throw new Error(`No function ${name} is registered.`);
  return body(...given);
}

/** The error that the formula shows, as `#VALUE! message`. */
export function formulaError(name: string, ...given: readonly unknown[]): string {
  try {
    return `no error, but ${JSON.stringify(formula(name, ...given))}`;
  } catch (error) {
    if (error instanceof FormulaError) return `${error.code} ${error.message}`;
    throw error;
  }
}

/** A result as Excel shows it: numbers to 15 significant digits, in an array of this realm. */
export function shown(result: unknown): unknown {
  if (Array.isArray(result)) return Array.from(result, shown);
  return typeof result === 'number' ? Number(result.toPrecision(15)) : result;
}
