/** Whether node_modules holds what package-lock.json asks for. Knows npm's two lock files, not how to install. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/**
 * @typedef {{ version?: string, resolved?: string, integrity?: string, optional?: boolean, link?: boolean }} Entry
 */

/**
 * @param {string} file
 * @returns {Record<string, Entry> | undefined}
 */
function packagesIn(file) {
  try {
    /** @type {{ packages?: Record<string, Entry> }} */
    const lock = JSON.parse(readFileSync(join(root, file), 'utf8'));
    return lock.packages;
  } catch {
    return undefined;
  }
}

/**
 * npm leaves node_modules/.package-lock.json as its stamp of what it installed. The two are compared by content,
 * since a checkout gives files any time; optional packages are those of other platforms.
 *
 * @returns {boolean}
 */
export function dependenciesAreInstalled() {
  const wanted = packagesIn('package-lock.json');
  if (wanted === undefined)
    throw new Error('package-lock.json is missing or is not JSON: restore it from git.');
  const installed = packagesIn('node_modules/.package-lock.json');
  if (installed === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith('node_modules/') || entry.optional === true) return true;
    const found = installed[path];
    return found !== undefined && found.version === entry.version && found.integrity === entry.integrity;
  });
}
