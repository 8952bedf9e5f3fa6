/** The files that a command line names: what may be read, and where may be written. It does not know what is in them. */
import {
  closeSync,
  existsSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { Refusal } from './refusal.ts';
import { removeLeftOvers, removeTemporary, temporaryName } from './temporary-files.ts';

/** Why the system refused, in words. */
export const reasonOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reasons: Readonly<Record<string, string>> = {
    EACCES: 'permission is denied',
    EPERM: 'permission is denied',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk quota is used up',
    EFBIG: 'the file is too large',
    EMFILE: 'too many files are open',
    ENAMETOOLONG: 'its name is too long',
    ELOOP: 'its links lead in a circle',
    EIO: 'the disk reports an error',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a part of its path is a file',
    ENOENT: 'its folder does not exist',
    ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GB',
  };
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
};

/** @throws Refusal the file is missing, no ordinary file, or cannot be read */
export function readInput(path: string): Uint8Array {
  try {
    const kind = kindOf(statSync(path));
    if (kind !== undefined) throw new Refusal(`${path} is ${kind}, not a workbook.`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Refusal(`${path}: there is no such file.`);
    throw new Refusal(`${path} cannot be read: ${reasonOf(error)}.`);
  }
}

/** What stands there in words, where it is not an ordinary file. */
function kindOf(stats: Stats): string | undefined {
  if (stats.isFile()) return undefined;
  if (stats.isDirectory()) return 'a folder';
  if (stats.isSymbolicLink()) return 'a link';
  if (stats.isFIFO()) return 'a pipe';
  if (stats.isSocket()) return 'a socket';
  return 'a device';
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

/** Names that are devices in every folder of Windows. */
const WINDOWS_DEVICE = /^(con|prn|aux|nul|com[1-9]|lpt[1-9])(\.|$)/i;

/**
 * Looks at the places for the results before anything runs.
 *
 * @throws Refusal two of the names are one file, or one is not an ordinary file or cannot be written
 */
export function refuseTargets(input: string, targets: readonly string[]): void {
  for (const [index, target] of targets.entries()) {
    refuseKind(target);
    if (isSameFile(input, target)) throw new Refusal(`${target} is the input, which is never written.`);
    if (targets.slice(0, index).some((other) => isSameFile(other, target)))
      throw new Refusal(`--out and --json both name ${target}.`);
    refuseUnwritable(target);
  }
}

function refuseKind(target: string): void {
  if (/[/\\]$/.test(target)) throw new Refusal(`${target} is a folder: name a file.`);
  let kind: string | undefined;
  try {
    // A file moved onto a link would take its place, and what it leads to would keep its old content.
    const stats = lstatSync(target, { throwIfNoEntry: false });
    kind = stats === undefined ? undefined : kindOf(stats);
  } catch (error) {
    throw new Refusal(`${target} cannot be written: ${reasonOf(error)}.`);
  }
  if (kind !== undefined) throw new Refusal(`${target} is ${kind}: name a file.`);
  if (process.platform === 'win32' && WINDOWS_DEVICE.test(basename(target)))
    throw new Refusal(`${target} is a device: name a file.`);
}

function refuseUnwritable(target: string): void {
  const folder = dirname(resolve(target));
  if (!existsSync(folder))
    throw new Refusal(`${target} cannot be written: the folder ${folder} does not exist.`);
  removeLeftOvers(folder);
  const probe = temporaryName(folder);
  try {
    // Moved into place, a file would replace one that is kept from writing.
    if (existsSync(target)) closeSync(openSync(target, 'r+'));
    closeSync(openSync(probe, 'wx'));
  } catch (error) {
    throw new Refusal(`${target} cannot be written: ${reasonOf(error)}.`);
  } finally {
    removeTemporary(probe);
  }
}
