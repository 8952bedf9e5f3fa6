/**
 * What of office.js's object model the host serves: read from the same declarations that answer requests. The members
 * that an add-in uses come from whoever reads its source.
 */
import { declaredMembers } from './object-class.ts';
import { OBJECT_MODEL } from './object-model.ts';
import type { ClassName } from './targets.ts';

/** Members that the client has by itself, whatever the host does. */
const OF_THE_CLIENT = new Set([
  'context',
  'isNullObject',
  'load',
  'retrieve',
  'set',
  'toJSON',
  'track',
  'untrack',
  'update',
]);

const isServedClass = (name: string): name is ClassName => Object.hasOwn(OBJECT_MODEL, name);

/** The members that the host declares, by class; those of office.js's own services are left out. */
export function servedMembers(): ReadonlyMap<string, ReadonlySet<string>> {
  const services = new Set(['_V1Api', 'CustomFunctions', 'AddinInternalService', 'AppRuntimeService']);
  return new Map(
    Object.entries(OBJECT_MODEL)
      .filter(([name]) => !services.has(name))
      .map(([name, type]) => [
        name,
        new Set([...declaredMembers(type)].filter((member) => !member.startsWith('_'))),
      ]),
  );
}

/**
 * Those of the members that the host lacks.
 *
 * @param members as documentation names them: `Excel.Range.values`; names outside of `Excel` are passed over
 * @param isObjectClass whether a name is a class of objects that live in the host, and not one of plain data
 */
export function missingMembers(
  members: Iterable<string>,
  isObjectClass: (className: string) => boolean,
): string[] {
  const missing = new Set<string>();
  for (const name of members) {
    const [, className, member] = /^Excel\.(\w+)\.(\w+)$/.exec(name) ?? [];
    if (className === undefined || member === undefined || OF_THE_CLIENT.has(member)) continue;
    if (!isObjectClass(className)) continue;
    if (!isServedClass(className) || !declaredMembers(OBJECT_MODEL[className]).has(member)) missing.add(name);
  }
  return [...missing].sort();
}
