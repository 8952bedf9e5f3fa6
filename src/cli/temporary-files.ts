/**
 * The hidden files in which a result waits until it is whole. Their names say which process of which machine made
 * them, so that a later run can remove what a killed one left, and nothing else.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const NAME = /^\.regrant-([0-9a-f]{8})-(\d+)-(\d+)-[0-9a-f-]{36}\.tmp$/;
const ONE_DAY = 86_400_000;

const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** Those that this process is writing. */
const own = new Set<string>();

/** A name in the folder that nobody else has. It is ours to remove by `removeTemporary`. */
export function temporaryName(folder: string): string {
  const path = join(folder, `.regrant-${machine}-${process.pid}-${startOf(process.pid)}-${randomUUID()}.tmp`);
  own.add(path);
  return path;
}

export function removeTemporary(path: string): void {
  rmSync(path, { force: true, recursive: true });
  own.delete(path);
}

/** Removes from the folder what runs that have ended left there; where that cannot be done, it stays. */
export function removeLeftOvers(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (!own.has(path) && isLeftOver(name, path)) rmSync(path, { force: true, recursive: true });
    }
  } catch {
    // Old files of ours in the way of nobody are no reason not to run.
  }
}

function isLeftOver(name: string, path: string): boolean {
  const [, host, pid, start] = NAME.exec(name) ?? [];
  if (host === undefined) return false;
  // On a shared folder nobody can ask another machine whether its run still lives.
  if (host !== machine) return Date.now() - statSync(path).mtimeMs > ONE_DAY;
  return !isAlive(Number(pid), start ?? '');
}

/** Whether the process that began at that time still runs: a number alone may have gone to another one since. */
function isAlive(pid: number, start: string): boolean {
  if (pid === process.pid) return start === startOf(pid);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const now = startOf(pid);
  return now === '0' || start === '0' || now === start;
}

/** When a process began, in the kernel's ticks (proc(5), field 22 of stat); 0 where the system does not say. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The program's name, in parentheses, may hold blanks and parentheses.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '0';
  } catch {
    return '0';
  }
}
