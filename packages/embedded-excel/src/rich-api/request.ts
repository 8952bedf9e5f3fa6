/**
 * One request on its way through the object model: object paths resolved once each, actions done in order, each with
 * its result. It stops at the first error; what was done before it stays done, as in Excel.
 */
import { Arguments } from './arguments.ts';
import { HostObject } from './host-object.ts';
import { answerQuery, AS_JSON, FOR_OBJECTS } from './query.ts';
import { invalidArgument, itemNotFound, RichApiError } from './rich-api-error.ts';
import type { Session } from './session.ts';
import {
  type Action,
  ActionType,
  type ArgumentInfo,
  memberName,
  type ObjectPath,
  PathType,
  type ReplyBody,
  type RequestBody,
} from './wire.ts';

/** What the client takes for a method's result where the object is a null object. */
const NULL_RESULT = { _IsNull: true };

export class Request {
  readonly #body: RequestBody;
  readonly #session: Session;
  readonly #resolved = new Map<number, HostObject | null>();

  constructor(body: RequestBody, session: Session) {
    this.#body = body;
    this.#session = session;
  }

  run(): ReplyBody {
    const reply: ReplyBody = { Results: [], TraceIds: [] };
    for (const [index, action] of this.#body.Actions.entries()) {
      try {
        if (action.ActionType === ActionType.trace) reply.TraceIds.push(action.Id);
        reply.Results.push({ ActionId: action.Id, Value: this.#act(action) ?? null });
      } catch (error) {
        return { ...reply, Error: this.#replyError(error, index) };
      }
    }
    return reply;
  }

  /** The objects that the request has named so far, so that rows that move can move them. */
  objects(): Iterable<HostObject | null> {
    return this.#resolved.values();
  }

  #replyError(error: unknown, index: number): NonNullable<ReplyBody['Error']> {
    const known =
      error instanceof RichApiError
        ? error
        : new RichApiError('GeneralException', `There was an internal error in the host: ${String(error)}`);
    if (known !== error) this.#session.failed(error);
    return {
      Code: known.code,
      Message: known.message,
      Location: known.location,
      ActionIndex: index,
      HttpStatusCode: known.status,
    };
  }

  #act(action: Action): unknown {
    if (action.ActionType === ActionType.trace) return null;
    const session = this.#session;
    const object = this.#resolve(action.ObjectPathId ?? 0);
    switch (action.ActionType) {
      case ActionType.instantiate:
        return object === null ? null : session.identity(object);
      case ActionType.query:
        return object === null ? null : answerQuery(object, action.QueryInfo ?? {}, FOR_OBJECTS, session);
      case ActionType.queryAsJson:
        return object === null ? null : answerQuery(object, action.QueryInfo ?? {}, AS_JSON, session);
      case ActionType.recursiveQuery:
        return object === null ? null : this.#recursiveQuery(object, action);
      case ActionType.method:
        return this.#invoke(object, action);
      case ActionType.setProperty:
        if (object === null) throw itemNotFound();
        session.set(object, memberName(action.Name ?? ''), this.#arguments(action.ArgumentInfo).at(0));
        return null;
      case ActionType.update:
        if (object === null) throw itemNotFound();
        this.#update(object, action.ObjectState ?? {});
        return null;
      case ActionType.ensureUnchanged:
        if (object === null) throw itemNotFound();
        this.#ensureUnchanged(object, action.ObjectState ?? {});
        return null;
      default:
        throw session.unsupported(`action type ${action.ActionType}`);
    }
  }

  #invoke(object: HostObject | null, action: Action): unknown {
    // Excel lets a method of a null object pass: `getItemOrNullObject(name).delete()` is a usual idiom.
    if (object === null) return NULL_RESULT;
    const result = this.#session.call(
      object,
      memberName(action.Name ?? ''),
      this.#arguments(action.ArgumentInfo),
    );
    if (result === null) return NULL_RESULT;
    return isHostObject(result) ? this.#session.identity(result) : result;
  }

  #update(object: HostObject, state: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(state)) {
      const member = memberName(name);
      if (Object.hasOwn(this.#session.classOf(object).navigation ?? {}, member)) {
        const next = this.#session.navigate(object, member);
        if (next === null) throw itemNotFound();
        this.#update(next, value as Readonly<Record<string, unknown>>);
      } else this.#session.set(object, member, value);
    }
  }

  #ensureUnchanged(object: HostObject, state: Readonly<Record<string, unknown>>): void {
    const now = answerQuery(object, { Select: Object.keys(state) }, AS_JSON, this.#session);
    for (const [name, value] of Object.entries(state))
      if (JSON.stringify(now[memberName(name)]) !== JSON.stringify(value))
        throw new RichApiError('InvalidOperation', 'The object was changed since it was read.');
  }

  #recursiveQuery(object: HostObject, action: Action): unknown {
    const query = action.RecursiveQueryInfo?.Queries?.[object.className];
    if (query === undefined) throw this.#session.unsupported(`loadRecursive of ${object.className}`);
    return answerQuery(object, query, FOR_OBJECTS, this.#session);
  }

  #resolve(id: number): HostObject | null {
    const known = this.#resolved.get(id);
    if (known !== undefined) return known;
    const path = this.#body.ObjectPaths?.[id];
    if (path === undefined) throw new RichApiError('InvalidObjectPath');
    const object = this.#follow(path);
    this.#resolved.set(id, object);
    return object;
  }

  #follow(path: ObjectPath): HostObject | null {
    const session = this.#session;
    if (path.ObjectPathType === PathType.root) return session.root;
    if (path.ObjectPathType === PathType.newObject) return session.newObject(path.Name);
    if (path.ObjectPathType === PathType.reference) return session.referenced(path.Name);
    if (path.ObjectPathType === PathType.nullObject) return null;
    const parent = this.#resolve(path.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    if (path.ObjectPathType === PathType.property) return session.navigate(parent, memberName(path.Name));
    const method = path.ObjectPathType === PathType.indexer ? 'getItem' : memberName(path.Name);
    if (path.ObjectPathType !== PathType.indexer && path.ObjectPathType !== PathType.method)
      throw session.unsupported(`object path type ${path.ObjectPathType}`);
    const result = session.call(parent, method, this.#arguments(path.ArgumentInfo));
    if (result === null || isHostObject(result)) return result;
    throw session.unsupported(`${parent.className}.${method} as an object`);
  }

  #arguments(info: ArgumentInfo | undefined): Arguments {
    const ids = info?.ReferencedObjectPathIds ?? [];
    return new Arguments((info?.Arguments ?? []).map((value, index) => this.#argument(value, ids[index])));
  }

  /** An argument with the objects in it: named by a path id beside it, or by `_ObjectPathId` inside it. */
  #argument(value: unknown, ids: unknown): unknown {
    if (Array.isArray(value)) {
      // The rows of a large write are plain values: they are handed on as they are.
      if (!Array.isArray(ids) && !value.some((inner) => isReference(inner))) return value;
      const inner = Array.isArray(ids) ? (ids as unknown[]) : [];
      return value.map((item: unknown, index) => this.#argument(item, inner[index]));
    }
    if (typeof ids === 'number' && ids !== 0) return this.#objectArgument(ids);
    if (isReference(value)) return this.#objectArgument(value._ObjectPathId);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, this.#argument(inner, 0)]));
  }

  #objectArgument(id: number): HostObject {
    const object = this.#resolve(id);
    if (object === null) throw invalidArgument();
    return object;
  }
}

const isHostObject = (value: unknown): value is HostObject => value instanceof HostObject;

function isReference(value: unknown): value is { readonly _ObjectPathId: number } {
  return typeof value === 'object' && value !== null && '_ObjectPathId' in value;
}
