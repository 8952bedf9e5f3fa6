/**
 * How a class of Excel's object model is declared: as data, member by member. What is not declared does not exist
 * for the client (`ApiNotFound`), and the coverage report reads the same tables. It knows no class in particular.
 */
import type { Arguments } from './arguments.ts';
import type { Host } from './host.ts';
import type { HostObject } from './host-object.ts';
import { RichApiError } from './rich-api-error.ts';
import type { ClassName, Targets } from './targets.ts';

// Written as members of a type, so that a class of ranges can stand among classes of anything.
type Reader<T> = { run(self: T, host: Host): unknown }['run'];
type Writer<T> = { run(self: T, value: unknown, host: Host): void }['run'];

/** A property that holds a plain value; without `set` it is read-only. */
export interface Scalar<T> {
  readonly get: Reader<T>;
  readonly set?: Writer<T>;
  /** Left out of a bare `load()`, because it is dear to compute. */
  readonly byName?: true;
}

/** A method gives an object, a plain value, nothing (undefined) or a null object (null). */
export type Method<T> = { run(self: T, args: Arguments, host: Host): unknown }['run'];

/** A property that leads to another object. */
export type Navigation<T> = { go(self: T, host: Host): HostObject | null }['go'];

export interface ObjectClass<T> {
  readonly scalars: Readonly<Record<string, Scalar<T>>>;
  /** Members that the client sets under another name: `Gridlines` for `showGridlines`. */
  readonly aliases?: Readonly<Record<string, string>>;
  readonly navigation?: Readonly<Record<string, Navigation<T>>>;
  readonly methods?: Readonly<Record<string, Method<T>>>;
  /** `onChanged` and its kin, with the name under which the client registers them (`DataChanged`). */
  readonly events?: Readonly<Record<string, string>>;
  /** Whose events they are on the wire: the sheet's or table's id, or `Workbook`. */
  eventTarget?(self: T): string;
  /** What the client finds the object by in its collection, in the requests to come. */
  id?(self: T): string | number;
  /** A range has no id: the client asks to keep it and then finds it by reference. */
  readonly byReference?: true;
  /** The items, where the class is a collection. */
  items?(self: T, host: Host): readonly HostObject[];
  /** Throws where the object was deleted. */
  ensureAlive?(self: T, host: Host): void;
}

/** Every class that the host serves. */
export type ObjectModel = { readonly [N in ClassName]: ObjectClass<Targets[N]> };

/** The `...OrNullObject` twin of a method: a null object where the method finds nothing. */
export const orNullObject =
  <T>(method: Method<T>): Method<T> =>
  (self, args, host) => {
    try {
      return method(self, args, host);
    } catch (error) {
      if (error instanceof RichApiError && error.code === 'ItemNotFound') return null;
      throw error;
    }
  };

/** A read-only scalar. */
export const readOnly = <T>(get: (self: T, host: Host) => unknown): Scalar<T> => ({ get });

/** Every member that a class declares. */
export function declaredMembers(type: ObjectClass<never>): Set<string> {
  const members = [type.scalars, type.navigation, type.methods, type.events].flatMap((table) =>
    Object.keys(table ?? {}),
  );
  if (type.items !== undefined) members.push('items', 'getItemAt', 'getCount');
  return new Set(members);
}
