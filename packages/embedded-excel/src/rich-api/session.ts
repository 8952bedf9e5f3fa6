/**
 * What the classes of the object model share while requests come and go: the workbook, its calculator, kept references,
 * event subscriptions, counters. Every access to a member passes here, so that an undeclared one fails loudly and is
 * counted. It knows no class in particular and no transport.
 */
import { ModelError, type ModelFault } from '../model/model-error.ts';
import type { Workbook } from '../model/workbook.ts';
import type { Arguments } from './arguments.ts';
import type { Calculation } from './calculation.ts';
import type { CustomFunctions } from './custom-functions.ts';
import { Events } from './events.ts';
import type { Host } from './host.ts';
import { HostObject } from './host-object.ts';
import type { ObjectClass, ObjectModel } from './object-class.ts';
import { PaneState } from './pane-state.ts';
import { isReading } from './reading-methods.ts';
import { References } from './references.ts';
import { accessDenied, type ErrorCode, RichApiError } from './rich-api-error.ts';
import type { ClassName } from './targets.ts';
import { isRefusedInGroup, lacksUndo } from './undo-support.ts';

/** Services that the client makes by name, such as `Microsoft.ExcelServices.CustomFunctions`. */
const SERVICES: Readonly<Record<string, ClassName>> = {
  'Microsoft.ExcelServices.CustomFunctions': 'CustomFunctions',
  'Microsoft.InternalService.AddinInternalService': 'AddinInternalService',
  'Microsoft.AppRuntime.AppRuntimeService': 'AppRuntimeService',
};

/** What Excel calls the faults that the model finds. */
const CODES: Readonly<Record<ModelFault, ErrorCode>> = {
  invalidName: 'InvalidArgument',
  nameTaken: 'ItemAlreadyExists',
  overlap: 'InvalidArgument',
  lastSheet: 'InvalidOperation',
  notFound: 'ItemNotFound',
  outOfBounds: 'InvalidArgument',
};

export class Session implements Host {
  readonly book: Workbook;
  readonly calculation: Calculation;
  readonly root: HostObject;
  readonly references = new References();
  readonly events = new Events();
  readonly pane = new PaneState(this.events);
  /** Members that the Excel which the host plays is too old for: `Table.resize`. */
  tooNew: ReadonlySet<string> = new Set();
  /** Members asked for that the host does not have, and how often. */
  readonly unsupportedMembers = new Map<string, number>();
  /** Faults of the host itself, which no add-in should ever see. */
  readonly faults: unknown[] = [];
  cellsWritten = 0;
  /** Calls that clear what a person could undo, and how often. */
  readonly callsWithoutUndo = new Map<string, number>();
  /** Told of each of them. */
  undoCleared: (member: string) => void = () => undefined;
  /** Whether the request that is being answered belongs to a group to undo. */
  isInUndoGroup = false;
  /** Objects named by the request that is being answered. */
  #current: { objects(): Iterable<HostObject | null> } | undefined;
  readonly #model: ObjectModel;

  readonly customFunctions: CustomFunctions;

  constructor(
    book: Workbook,
    calculation: Calculation,
    customFunctions: CustomFunctions,
    model: ObjectModel,
  ) {
    this.book = book;
    this.customFunctions = customFunctions;
    this.calculation = calculation;
    this.#model = model;
    this.root = new HostObject('Workbook', book);
  }

  /** The declaration of an object's class. */
  classOf(object: HostObject): ObjectClass<unknown> {
    return this.#model[object.className];
  }

  /** Runs a request; the objects that it names are followed while cells move under them. */
  during<R>(request: { objects(): Iterable<HostObject | null>; run(): R }): R {
    this.#current = request;
    try {
      return request.run();
    } finally {
      this.#current = undefined;
    }
  }

  /** Every object that the client may still ask for without naming it anew. */
  *liveObjects(): Iterable<HostObject> {
    const seen = new Set<HostObject>();
    for (const object of [...this.references.all(), ...(this.#current?.objects() ?? [])]) {
      if (object === null || seen.has(object)) continue;
      seen.add(object);
      yield object;
    }
  }

  newObject(typeName: string): HostObject {
    const className = SERVICES[typeName];
    if (className === undefined) throw this.unsupported(`new ${typeName}`);
    return new HostObject(className, null);
  }

  referenced(id: string): HostObject {
    const object = this.references.get(id);
    this.#ensureAlive(object, () => new RichApiError('InvalidReference'));
    return object;
  }

  /** What tells the client how to find the object again. */
  identity(object: HostObject): Record<string, unknown> {
    const reference = this.references.idOf(object);
    const type = this.classOf(object);
    const id = type.id?.(object.target);
    return {
      ...(reference === undefined ? {} : { _ReferenceId: reference }),
      ...(id === undefined ? {} : { [Object.hasOwn(type.scalars, 'id') ? 'Id' : '_Id']: id }),
    };
  }

  navigate(object: HostObject, member: string): HostObject | null {
    const table = this.classOf(object).navigation;
    if (table === undefined || !Object.hasOwn(table, member))
      throw this.unsupported(`${object.className}.${member}`);
    return this.at(object, member, () => table[member]?.(object.target, this) ?? null);
  }

  set(object: HostObject, member: string, value: unknown): void {
    const { aliases = {}, scalars } = this.classOf(object);
    const name = Object.hasOwn(aliases, member) ? (aliases[member] ?? member) : member;
    const scalar = Object.hasOwn(scalars, name) ? scalars[name] : undefined;
    if (scalar?.set === undefined) throw this.unsupported(`${object.className}.${member} (to set)`);
    this.at(object, member, () => {
      this.#ensureWritable(object.className !== 'Runtime');
      this.#noteUndo(object, name);
      scalar.set?.(object.target, value, this);
    });
  }

  call(object: HostObject, member: string, args: Arguments): unknown {
    const type = this.classOf(object);
    const { methods } = type;
    if (this.tooNew.has(`${object.className}.${member}`))
      throw this.#located(new RichApiError('ApiNotFound'), object, member);
    if (methods !== undefined && Object.hasOwn(methods, member))
      return this.at(object, member, () => {
        this.#ensureWritable(!isReading(object.className, member));
        this.#noteUndo(object, member);
        return methods[member]?.(object.target, args, this);
      });
    if (member === '_KeepReference' && type.byReference === true) {
      this.references.keep(object);
      return undefined;
    }
    if (member === '_RemoveReference' && object === this.root) {
      this.references.drop(args.text(0));
      return undefined;
    }
    if (type.items !== undefined && (member === 'getCount' || member === 'getItemAt')) {
      const items = type.items(object.target, this);
      if (member === 'getCount') return items.length;
      const item = items[args.whole(0)];
      if (item === undefined) throw this.#located(new RichApiError('InvalidArgument'), object, member);
      return item;
    }
    if (this.#subscribe(object, member)) return undefined;
    throw this.unsupported(`${object.className}.${member}()`);
  }

  /** Runs the body of a member; an error that leaves it says where it arose. */
  at<R>(object: HostObject, member: string, body: () => R): R {
    try {
      this.classOf(object).ensureAlive?.(object.target, this);
      return body();
    } catch (error) {
      throw this.#located(error, object, member);
    }
  }

  /** Counts a member that is not there and gives the error for it. */
  unsupported(what: string): RichApiError {
    this.unsupportedMembers.set(what, (this.unsupportedMembers.get(what) ?? 0) + 1);
    return new RichApiError('ApiNotFound', `The embedded Excel does not have ${what}.`);
  }

  failed(error: unknown): void {
    this.faults.push(error);
  }

  /** @throws RichApiError AccessDenied: the workbook may only be looked at */
  #ensureWritable(isWrite: boolean): void {
    if (isWrite && this.book.isReadOnly) throw accessDenied();
  }

  /** @throws RichApiError UndoNotSupported */
  #noteUndo({ className }: HostObject, member: string): void {
    const name = `${className}.${member}`;
    if (!lacksUndo(name)) return;
    if (this.isInUndoGroup && isRefusedInGroup(name, this.book.hostModes))
      throw new RichApiError('UndoNotSupported');
    this.callsWithoutUndo.set(name, (this.callsWithoutUndo.get(name) ?? 0) + 1);
    this.undoCleared(name);
  }

  #ensureAlive(object: HostObject, dead: () => RichApiError): void {
    try {
      this.classOf(object).ensureAlive?.(object.target, this);
    } catch {
      throw dead();
    }
  }

  #located(error: unknown, object: HostObject, member: string): unknown {
    const known = error instanceof ModelError ? new RichApiError(CODES[error.fault], error.message) : error;
    if (known instanceof RichApiError && known.location === '')
      known.location = `${object.className}.${member}`;
    return known;
  }

  /** `_RegisterDataChangedEvent`, `_UnregisterDataChangedEvent`, `_RegisterEventNameChanged`. */
  #subscribe(object: HostObject, member: string): boolean {
    const match = /^_(Register|Unregister)(?:Event)?(.+?)(?:Event)?$/.exec(member);
    const event = match?.[2];
    if (match === null || event === undefined) return false;
    const type = this.classOf(object);
    const name = Object.entries(type.events ?? {}).find(([, onTheWire]) => onTheWire === event)?.[0];
    if (name === undefined) return false;
    if (this.tooNew.has(`${object.className}.${name}`))
      throw this.#located(new RichApiError('ApiNotFound'), object, name);
    const target = type.eventTarget?.(object.target);
    if (target === undefined) return false;
    this.events.subscribe(object.className, target, event, match[1] === 'Register');
    return true;
  }
}
