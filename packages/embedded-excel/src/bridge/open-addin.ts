/**
 * Opens an add-in in Node: Microsoft's office.js in a context of its own, on the bridge transport, before a workbook of
 * the embedded Excel. Nothing is drawn, nothing is fetched; `close` ends it all.
 */
import vm from 'node:vm';
import type { Calculator } from '../calculation/calculator.ts';
import { type HostMode, requirementSetsOf } from '../model/host-modes.ts';
import type { Workbook } from '../model/workbook.ts';
import type { CustomFunctions, FunctionsMetadata } from '../rich-api/custom-functions.ts';
import { serveWorkbook } from '../rich-api/open-workbook.ts';
import type { RichApiServer } from '../rich-api/server.ts';
import { documentSettings } from '../rich-api/document-settings.ts';
import { knowsUndoGroups, type RunsBatches, teachUndoGroups } from '../rich-api/undo-support.ts';
import { REQUIREMENT_SETS, type RequirementSets } from '../rich-api/requirement-sets.ts';
import { installBridge } from './bridge-transport.ts';
import { officeScript } from './office-scripts.ts';
import { claimRejections } from './rejections.ts';
import { dateStartingAt, Timers } from './timers.ts';
import { createWindow, OFFICE_JS_URL, type WindowStubs } from './window-stubs.ts';

export interface AddinOptions {
  readonly book: Workbook;
  /** The text of the add-in's bundles, run in order after office.js. */
  readonly scripts: readonly string[];
  /** functions.json, as an object, and the namespace of its functions. */
  readonly functionsMetadata?: FunctionsMetadata;
  readonly namespace?: string;
  readonly requirementSets?: RequirementSets;
  /** What this Excel does otherwise than the embedded one by itself; nothing where it is left out. */
  readonly hostModes?: ReadonlySet<HostMode>;
  /** The moment at which the add-in's and the formulas' clocks start, in milliseconds since 1970. */
  readonly now?: number;
  /** The share of their delays that timers in the window really take. */
  readonly pace?: number;
}

export interface Host {
  readonly customFunctions: CustomFunctions;
  /** What the add-in wrote to its console: level and text. */
  readonly console: readonly (readonly [level: string, text: string])[];
  /** Resolves when every formula is calculated, answers of custom functions included. */
  settled(): Promise<void>;
}

export interface Addin {
  /** The add-in's global object: `Office`, `Excel` and what its scripts put there. */
  readonly window: Record<string, unknown>;
  readonly server: RichApiServer;
  readonly calculator: Calculator;
  readonly host: Host;
  /** Resolves when Office is ready; rejects with the first error of the add-in's scripts. */
  readonly ready: Promise<void>;
  /** Runs a script in the add-in's context, and gives what its last expression gives. */
  execute(script: string): unknown;
  /** Runs a ribbon button's action to its `event.completed()`. @throws what the action throws */
  runCommand(actionName: string): Promise<void>;
  close(): void;
}

/** Opens an add-in on a workbook. */
export function openAddin(options: AddinOptions): Addin {
  const {
    book,
    scripts,
    functionsMetadata,
    namespace = '',
    hostModes = new Set(),
    requirementSets = { ...REQUIREMENT_SETS, ...requirementSetsOf(hostModes) },
    now,
  } = options;
  book.hostModes = hostModes;
  const started = Date.now();
  const clock = now === undefined ? {} : { now: () => serialNow(now + Date.now() - started) };
  const { server, calculator, customFunctions } = serveWorkbook(book, clock);
  const faults = new Faults();
  const timers = new Timers((error) => faults.report(error), options.pace);
  const later = (run: () => void): void => {
    setImmediate(() => {
      if (closed) return;
      try {
        run();
      } catch (error) {
        faults.report(error);
      }
    });
  };
  let closed = false;
  const loadScript = (url: string): void => {
    if (url.startsWith(OFFICE_JS_URL)) officeScript(url.slice(OFFICE_JS_URL.length)).runInContext(context);
  };
  const lines: [string, string][] = [];
  const window: WindowStubs = createWindow(loadScript, later);
  Object.assign(window, {
    setTimeout: timers.setTimeout,
    setInterval: timers.setInterval,
    clearTimeout: timers.clear,
    clearInterval: timers.clear,
    console: consoleInto(lines),
  });
  const commands = new Map<string, (status: number) => void>();
  const bridge = installBridge(window, {
    server,
    settings: documentSettings(book),
    isReadOnly: book.isReadOnly,
    requirementSets,
    later,
    commandCompleted: (id, status) => commands.get(id)?.(status),
  });
  const context = vm.createContext(window);
  if (now !== undefined) vm.runInContext(dateStartingAt(now), context);
  const stopClaiming = claimRejections((reason) => isOfContext(reason, context) && faults.report(reason));
  officeScript('office.js').runInContext(context);

  if (functionsMetadata !== undefined)
    calculator.customFunctionsChanged(register(book, customFunctions, namespace, functionsMetadata));

  let lastCommand = 0;
  return {
    window,
    server,
    calculator,
    host: {
      customFunctions,
      console: lines,
      settled: () => faults.race(calculator.recalculate()),
    },
    ready: faults.race(start(context, scripts, book)),
    execute: (script) => vm.runInContext(script, context) as unknown,
    async runCommand(actionName) {
      const id = `command-${++lastCommand}`;
      const completed = new Promise<void>((resolve, reject) => {
        commands.set(id, (status) =>
          status === 0 ? resolve() : reject(new Error(`The add-in has no action "${actionName}".`)),
        );
      });
      try {
        if (!bridge.invokeCommand(id, actionName))
          throw new Error('The add-in is not ready for commands yet.');
        await faults.race(completed);
      } finally {
        commands.delete(id);
      }
    },
    close() {
      closed = true;
      timers.clearAll();
      stopClaiming();
      calculator.dispose();
    },
  };
}

function register(
  book: Workbook,
  customFunctions: CustomFunctions,
  namespace: string,
  metadata: FunctionsMetadata,
): string[] {
  const names = customFunctions.register(namespace, metadata);
  for (const name of names) book.customFunctions.add(name);
  return names;
}

/** Runs the add-in's scripts once office.js stands, and waits until Office says that it is ready. */
async function start(context: vm.Context, scripts: readonly string[], book: Workbook): Promise<void> {
  for (const [index, script] of scripts.entries())
    vm.runInContext(script, context, { filename: `add-in/script-${index + 1}.js` });
  await (vm.runInContext('Office.onReady()', context) as Promise<unknown>);
  if (knowsUndoGroups(book.hostModes)) teachUndoGroups(vm.runInContext('Excel', context) as RunsBatches);
}

/** Errors of the add-in that nobody caught: they reject whatever is being waited for. */
class Faults {
  readonly #waiting = new Set<(error: unknown) => void>();
  #unseen: unknown[] = [];

  report(error: unknown): true {
    if (this.#waiting.size === 0) this.#unseen.push(error);
    for (const reject of this.#waiting) reject(error);
    return true;
  }

  /** The promise, unless a fault comes first. */
  async race<T>(promise: Promise<T>): Promise<T> {
    const earlier = this.#unseen.shift();
    if (earlier !== undefined) throw earlier as Error;
    let stop: ((error: unknown) => void) | undefined;
    const fault = new Promise<never>((_resolve, reject) => {
      stop = reject;
      this.#waiting.add(reject);
    });
    try {
      return await Promise.race([promise, fault]);
    } finally {
      if (stop !== undefined) this.#waiting.delete(stop);
    }
  }
}

/** Whether an error was made in the add-in's context: each context has an `Error` of its own. */
function isOfContext(reason: unknown, context: vm.Context): boolean {
  const ContextError = vm.runInContext('Error', context) as ErrorConstructor;
  return reason instanceof ContextError || !(reason instanceof Error);
}

const consoleInto = (lines: [string, string][]): object =>
  Object.fromEntries(
    ['log', 'info', 'warn', 'error', 'debug', 'trace'].map((level) => [
      level,
      (...parts: unknown[]) => lines.push([level, parts.map(String).join(' ')]),
    ]),
  );

/** A moment in milliseconds since 1970 as a serial number of the machine's time zone. */
const serialNow = (milliseconds: number): number =>
  (milliseconds - new Date(milliseconds).getTimezoneOffset() * 60000) / 86400000 + 25569;
