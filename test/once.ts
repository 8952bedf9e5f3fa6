/**
 * What a process has once. Mocha loads a test file by require, and where that fails (a file that awaits at its top level)
 * by import: a module may then be there twice, with what it keeps. It knows names, not what is kept under them.
 */
const kept = globalThis as unknown as Record<symbol, unknown>;

/** What `make` gave when the name was first asked for, in whichever copy of a module. */
export function once<T>(name: string, make: () => T): T {
  const key = Symbol.for(`regrant.test.${name}`);
  return (kept[key] ??= make()) as T;
}

/** Forgets it, so that the next who asks makes it again. */
export function forget(name: string): void {
  kept[Symbol.for(`regrant.test.${name}`)] = undefined;
}
