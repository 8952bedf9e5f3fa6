/** Reading and writing files so that a result is either there whole or not at all. It does not know what is in them. */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Refusal } from './arguments.ts';

const reasonOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reasons: Readonly<Record<string, string>> = {
    EACCES: 'permission is denied',
    EPERM: 'permission is denied',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a part of its path is a file',
    ENOENT: 'its folder does not exist',
  };
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
};

/** @throws Refusal the file is missing, a folder, or cannot be read */
export function readInput(path: string): Uint8Array {
  if (!existsSync(path)) throw new Refusal(`${path}: there is no such file.`);
  try {
    if (statSync(path).isDirectory()) throw new Refusal(`${path} is a folder, not a workbook.`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${path} cannot be read: ${reasonOf(error)}.`);
  }
}

/** The path with every link of it followed, also where the file itself does not exist yet. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const folder = dirname(resolve(path));
    return folder === resolve(path) ? folder : join(realPath(folder), basename(path));
  }
}

const isSameFile = (a: string, b: string): boolean => {
  if (realPath(a) === realPath(b)) return true;
  // A hard link, or another case of the name where the file system does not tell them apart.
  if (!existsSync(a) || !existsSync(b)) return false;
  const [first, second] = [statSync(a), statSync(b)];
  return first.ino === second.ino && first.dev === second.dev && first.ino !== 0;
};

/** @throws Refusal two of the names stand for one file, or one cannot be written to */
export function refuseTargets(input: string, targets: readonly string[]): void {
  for (const [index, target] of targets.entries()) {
    if (isSameFile(input, target)) throw new Refusal(`${target} is the input, which is never written.`);
    if (existsSync(target) && statSync(target).isDirectory())
      throw new Refusal(`${target} is a folder: name a file.`);
    const folder = dirname(resolve(target));
    if (!existsSync(folder))
      throw new Refusal(`${target} cannot be written: the folder ${folder} does not exist.`);
    if (targets.slice(0, index).some((other) => isSameFile(other, target)))
      throw new Refusal(`--out and --json both name ${target}.`);
  }
}

export interface Output {
  readonly path: string;
  readonly content: Uint8Array | string;
}

/**
 * Writes all files or none: each beside its place first, then all are moved into place.
 *
 * @throws Refusal a file cannot be written
 */
export function writeOutputs(outputs: readonly Output[]): void {
  const staged: { readonly from: string; readonly to: string }[] = [];
  let current = '';
  try {
    for (const { path, content } of outputs) {
      current = path;
      const from = join(dirname(resolve(path)), `.${basename(path)}.${randomUUID()}`);
      staged.push({ from, to: path });
      writeFileSync(from, content);
    }
    for (const { from, to } of staged) {
      current = to;
      renameSync(from, to);
    }
  } catch (error) {
    for (const { from } of staged) rmSync(from, { force: true });
    throw new Refusal(`${current} cannot be written: ${reasonOf(error)}.`);
  }
}
