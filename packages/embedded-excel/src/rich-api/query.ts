/**
 * Loads: which members of an object a query asks for, down its navigation properties and into a collection's items,
 * and the answer with their values. `load()` alone gives every scalar; `load('items/name')` reaches into items.
 */
import type { HostObject } from './host-object.ts';
import { invalidArgument } from './rich-api-error.ts';
import type { Session } from './session.ts';
import { memberName, type QueryInfo, wireName } from './wire.ts';

type Answer = Record<string, unknown>;

/** How an answer is spelled: for the client's objects in PascalCase with ids, for `retrieve` as plain JSON. */
export interface Spelling {
  readonly items: string;
  name(member: string): string;
  readonly withIdentity: boolean;
}

export const FOR_OBJECTS: Spelling = { items: '_Items', name: wireName, withIdentity: true };
export const AS_JSON: Spelling = { items: 'items', name: (member) => member, withIdentity: false };

/** What a load asks for: members by name, each with what is asked of it in turn. */
interface Selection {
  everything: boolean;
  readonly members: Map<string, Selection>;
}

const nothing = (): Selection => ({ everything: false, members: new Map() });

function selectionOf(query: QueryInfo): Selection {
  const selection = nothing();
  const add = (path: string, whole: boolean): void => {
    let at = selection;
    for (const part of path.split(/[/.]/).map((name) => memberName(name.trim()))) {
      if (part === '') continue;
      if (part === '*' || part === '$all') {
        at.everything = true;
        return;
      }
      let next = at.members.get(part);
      if (next === undefined) at.members.set(part, (next = nothing()));
      at = next;
    }
    if (whole) at.everything = true;
  };
  for (const path of query.Select ?? []) add(path, false);
  for (const path of query.Expand ?? []) add(path, true);
  return selection;
}

/** What a query answers. */
export function answerQuery(
  object: HostObject,
  query: QueryInfo,
  spelling: Spelling,
  session: Session,
): Answer {
  return answer(object, selectionOf(query), spelling, session, query);
}

function answer(
  object: HostObject,
  selection: Selection,
  spelling: Spelling,
  session: Session,
  window: QueryInfo = {},
): Answer {
  const type = session.classOf(object);
  const result: Answer = spelling.withIdentity ? session.identity(object) : {};
  const bare = selection.everything || selection.members.size === 0;
  const ofItems = nothing();
  if (bare) {
    for (const [member, scalar] of Object.entries(type.scalars))
      if (scalar.byName !== true) result[spelling.name(member)] = read(object, member, session);
  }
  for (const [member, inner] of selection.members) {
    if (member === 'items' && type.items !== undefined) {
      ofItems.everything ||= inner.everything || inner.members.size === 0;
      for (const [name, deeper] of inner.members) ofItems.members.set(name, deeper);
    } else if (Object.hasOwn(type.scalars, member)) {
      result[spelling.name(member)] = read(object, member, session);
    } else if (type.navigation !== undefined && Object.hasOwn(type.navigation, member)) {
      const next = session.navigate(object, member);
      result[spelling.name(member)] = next === null ? null : answer(next, inner, spelling, session);
    } else if (type.items !== undefined) {
      // A collection passes on what it does not know itself: `worksheets.load('name')` loads its items' names.
      ofItems.members.set(member, inner);
    } else throw session.unsupported(`${object.className}.${member}`);
  }
  if (type.items !== undefined && (bare || ofItems.everything || ofItems.members.size > 0)) {
    const { Top: top, Skip: skip = 0 } = window;
    if (skip < 0 || (top !== undefined && top < 0)) throw invalidArgument();
    const items = type.items(object.target, session).slice(skip, top === undefined ? undefined : skip + top);
    if (bare) ofItems.everything = true;
    result[spelling.items] = items.map((item, index) => ({
      ...answer(item, ofItems, spelling, session),
      ...(spelling.withIdentity ? { _Index: skip + index } : {}),
    }));
  }
  return result;
}

function read(object: HostObject, member: string, session: Session): unknown {
  const scalar = session.classOf(object).scalars[member];
  if (scalar === undefined) throw session.unsupported(`${object.className}.${member}`);
  return session.at(object, member, () => scalar.get(object.target, session) ?? null);
}
