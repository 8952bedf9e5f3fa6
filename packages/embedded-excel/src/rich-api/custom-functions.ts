/**
 * Custom functions, called as Excel calls them: a message with the calls goes to the add-in, office.js runs what it
 * associated, and answers them in a request of its own. It knows functions.json and the protocol, not how a formula
 * is calculated.
 */
import type {
  CustomFunctionCall,
  CustomFunctionHost,
  CustomFunctionParameter,
  CustomFunctionResult,
  CustomFunctionSignature,
} from '../calculation/custom-function-host.ts';
import { CellError } from '../model/cell-error.ts';
import type { HostMode } from '../model/host-modes.ts';
import type { MessageEntry } from './wire.ts';

/** functions.json, as far as the host reads it. */
export interface FunctionsMetadata {
  readonly allowErrorForDataTypeAny?: boolean;
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly parameters?: readonly CustomFunctionParameter[];
    readonly result?: { readonly type?: string; readonly dimensionality?: string };
    readonly options?: {
      readonly stream?: boolean;
      readonly cancelable?: boolean;
      readonly volatile?: boolean;
      readonly requiresAddress?: boolean;
    };
  }[];
}

/** Kinds of messages about custom functions. */
const CATEGORY = 1;
const INVOKE = 1000;
const CANCEL = 1001;

/** Flags of a call. */
const CANCELABLE = 1;
const STREAMING = 2;
const ERRORS_ALLOWED = 4;

/** What office.js's numbers for failed calls show in the cell (`_getCustomFunctionResultErrorCodeFromErrorCode`). */
const ERRORS: Readonly<Record<number, string>> = {
  1: '#N/A',
  5: '#DIV/0!',
  6: '#NUM!',
  7: '#VALUE!',
  8: '#NULL!',
  // The function was declared in functions.json and never associated.
  9: '#NAME?',
  10: '#NAME?',
};

interface Registered {
  readonly id: string;
  readonly flags: number;
  readonly signature: CustomFunctionSignature;
}

export class CustomFunctions implements CustomFunctionHost {
  readonly #functions = new Map<string, Registered>();
  readonly #send: (entries: readonly MessageEntry[]) => void;
  #isReady = false;
  #waiting: MessageEntry[] = [];
  /** Takes answers: the calculator's `deliver`. */
  deliver: (id: number, result: CustomFunctionResult) => void = () => undefined;

  readonly modes: ReadonlySet<HostMode>;

  constructor(
    send: (entries: readonly MessageEntry[]) => void,
    modes: ReadonlySet<HostMode> = new Set<HostMode>(),
  ) {
    this.#send = send;
    this.modes = modes;
  }

  /** Takes in what an add-in declares; the names are those that users write, in capitals. */
  register(namespace: string, metadata: FunctionsMetadata): string[] {
    const names: string[] = [];
    for (const declared of metadata.functions) {
      const name = `${namespace}.${declared.name}`.toUpperCase();
      const { parameters = [], options = {}, result } = declared;
      const acceptsErrors = metadata.allowErrorForDataTypeAny === true;
      const required = parameters.filter(
        ({ optional, repeating }) => optional !== true && repeating !== true,
      );
      this.#functions.set(name, {
        id: declared.id,
        flags:
          (options.cancelable === true ? CANCELABLE : 0) |
          (options.stream === true ? STREAMING : 0) |
          (acceptsErrors ? ERRORS_ALLOWED : 0),
        signature: {
          minArgs: required.length,
          parameters,
          ...(result === undefined ? {} : { result }),
          flags: {
            volatile: options.volatile === true,
            cancelable: options.cancelable === true,
            streaming: options.stream === true,
            requiresAddress: options.requiresAddress === true,
            allowErrorForDataTypeAny: acceptsErrors,
          },
        },
      });
      names.push(name);
    }
    return names;
  }

  signature(name: string): CustomFunctionSignature | undefined {
    return this.#functions.get(name)?.signature;
  }

  invoke(calls: readonly CustomFunctionCall[]): void {
    this.#post(
      calls.map((call): MessageEntry => {
        const known = this.#functions.get(call.name);
        const message = [call.id, known?.id ?? call.name, call.args, call.address, known?.flags ?? 0];
        return [CATEGORY, INVOKE, '', JSON.stringify(message, asArgument), call.id];
      }),
    );
  }

  cancel(id: number): void {
    this.#post([[CATEGORY, CANCEL, '', JSON.stringify({ invocationId: id }), id]]);
  }

  /** The add-in has loaded and takes calls from now on. */
  ready(): void {
    this.#isReady = true;
    this.#post(this.#waiting.splice(0));
  }

  /** Answers: each a call's id, whether it went well, its value or message and, where it failed, an error's number. */
  answer(results: readonly unknown[]): void {
    for (const result of results) {
      if (!Array.isArray(result)) continue;
      const [id, succeeded, value, errorNumber] = result as [number, boolean, unknown, unknown];
      const shown = this.modes.has('no-value-formats') ? withoutFormatsOfDoubles(value) : value;
      this.deliver(id, succeeded ? succeededWith(shown) : failedWith(value, errorNumber));
    }
  }

  #post(entries: readonly MessageEntry[]): void {
    if (entries.length === 0) return;
    // What is too large never arrives, and nobody is told.
    if (this.modes.has('function-calls-5mb') && JSON.stringify(entries).length > CALLS_LIMIT) return;
    if (this.#isReady) this.#send(entries);
    else this.#waiting.push(...entries);
  }
}

const CALLS_LIMIT = 5 * 1024 * 1024;

/** A Double is its number alone, as before ExcelApi 1.19. */
function withoutFormatsOfDoubles(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutFormatsOfDoubles);
  if (typeof value !== 'object' || value === null || !('type' in value) || value.type !== 'Double')
    return value;
  return 'basicValue' in value ? value.basicValue : value;
}

/** An error among the arguments travels as the object that office.js turns into a `CustomFunctions.Error`. */
const asArgument = (_key: string, value: unknown): unknown =>
  value instanceof CellError ? { type: 'CustomFunctionError', code: value.code } : value;

function failedWith(message: unknown, errorNumber: unknown): CustomFunctionResult {
  const error = ERRORS[Number(errorNumber)] ?? '#VALUE!';
  return typeof message === 'string' && message !== '' && (error === '#VALUE!' || error === '#N/A')
    ? { error, message }
    : { error };
}

/** A function may also return its error. */
function succeededWith(value: unknown): CustomFunctionResult {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { value };
  const { basicType, basicValue, message } = value as Record<string, unknown>;
  if (basicType !== 'Error' || typeof basicValue !== 'string') return { value };
  return typeof message === 'string' ? { error: basicValue, message } : { error: basicValue };
}
