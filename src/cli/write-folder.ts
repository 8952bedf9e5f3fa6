/**
 * Writes files into a folder that appears whole or not at all: beside its place first, then moved there by one rename. It
 * does not know what is in them.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { reasonOf } from './files.ts';
import { Refusal } from './refusal.ts';
import { removeLeftOvers, removeTemporary, temporaryName } from './temporary-files.ts';

/** @throws Refusal the folder is there and not empty, or cannot be made there */
export function refuseFolder(path: string): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats !== undefined && !stats.isDirectory())
    throw new Refusal(`${path} is not a folder: name one that is not there yet, or is empty.`);
  try {
    if (stats !== undefined && readdirSync(path).length > 0)
      throw new Refusal(`The folder ${path} is not empty: name one that is not there yet, or is empty.`);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${path} cannot be written: ${reasonOf(error)}.`);
  }
  const parent = dirname(resolve(path));
  if (!existsSync(parent)) throw new Refusal(`${path} cannot be made: the folder ${parent} does not exist.`);
}

/** A folder that is written and not yet in its place. */
export interface StagedFolder {
  /** Moves it into place. @throws Refusal it cannot be moved */
  readonly place: () => void;
  /** Removes what is not in place. */
  readonly discard: () => void;
}

/** @throws Refusal a file cannot be written; nothing is left */
export function stageFolder(
  path: string,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): StagedFolder {
  const parent = dirname(resolve(path));
  removeLeftOvers(parent);
  const temporary = temporaryName(parent);
  const fail = (error: unknown): never => {
    removeTemporary(temporary);
    throw new Refusal(`${path} cannot be written: ${reasonOf(error)}.`);
  };
  try {
    mkdirSync(temporary);
    for (const { name, bytes } of files) {
      const target = join(temporary, ...name.split('/'));
      mkdirSync(dirname(target), { recursive: true });
      const file = openSync(target, 'wx', 0o666);
      try {
        writeFileSync(file, bytes);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
    }
  } catch (error) {
    fail(error);
  }
  return {
    place: () => {
      try {
        // Windows moves a folder over no other, not even an empty one.
        if (existsSync(path)) rmdirSync(path);
        renameSync(temporary, path);
      } catch (error) {
        fail(error);
      }
      removeTemporary(temporary);
    },
    discard: () => {
      removeTemporary(temporary);
    },
  };
}
