/**
 * Writes a run's files so that all are there whole, or none has changed. It does not know what is in them.
 */
import {
  chmodSync,
  closeSync,
  copyFileSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Refusal } from './refusal.ts';
import { reasonOf } from './files.ts';
import { removeLeftOvers, removeTemporary, temporaryName } from './temporary-files.ts';

export interface Output {
  readonly path: string;
  readonly content: Uint8Array | string;
}

interface Staged {
  readonly path: string;
  readonly fresh: string;
  /** What was there before, under another name. */
  readonly before: string | undefined;
}

/**
 * Writes all files or none: each beside its place first, then all are moved into place, and where one cannot be moved
 * those before it are taken back.
 *
 * @throws Refusal a file cannot be written
 */
export function writeOutputs(outputs: readonly Output[]): void {
  const folders = new Set(outputs.map(({ path }) => dirname(resolve(path))));
  for (const folder of folders) removeLeftOvers(folder);
  const temporary: string[] = [];
  const moved: Staged[] = [];
  let current = '';
  const take = (path: string): string => {
    const name = temporaryName(dirname(resolve(path)));
    temporary.push(name);
    return name;
  };
  try {
    const staged = outputs.map(({ path, content }): Staged => {
      current = path;
      const existing = statSync(path, { throwIfNoEntry: false });
      const fresh = take(path);
      writeDurably(fresh, content, existing);
      const before = existing === undefined ? undefined : take(path);
      if (before !== undefined) keep(path, before, existing);
      return { path, fresh, before };
    });
    for (const one of staged) {
      current = one.path;
      renameSync(one.fresh, one.path);
      moved.push(one);
    }
  } catch (error) {
    for (const { path, before } of moved)
      if (before === undefined) removeTemporary(path);
      else renameSync(before, path);
    throw new Refusal(`${current} cannot be written: ${reasonOf(error)}.`);
  } finally {
    for (const name of temporary) removeTemporary(name);
  }
  for (const folder of folders) syncFolder(folder);
}

function writeDurably(path: string, content: Uint8Array | string, existing: Stats | undefined): void {
  const file = openSync(path, 'wx', 0o666);
  try {
    if (existing !== undefined) keepModeAndOwner(file, existing);
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function keepModeAndOwner(file: number, existing: Stats): void {
  try {
    fchownSync(file, existing.uid, existing.gid);
  } catch {
    // Only root may give a file to somebody else.
  }
  fchmodSync(file, existing.mode & 0o777);
}

/** A second name costs nothing; where the file system has none, a copy does. */
function keep(path: string, before: string, existing: Stats | undefined): void {
  try {
    linkSync(path, before);
  } catch {
    copyFileSync(path, before);
    if (existing !== undefined) chmodSync(before, existing.mode & 0o777);
  }
}

/** So that the new names outlive a loss of power; Windows and some network folders know no such thing. */
function syncFolder(folder: string): void {
  try {
    const file = openSync(folder, 'r');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch {
    // The files are there all the same for whoever looks now.
  }
}
