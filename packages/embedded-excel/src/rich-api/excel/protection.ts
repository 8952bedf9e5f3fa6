/** What a protected sheet or workbook lets an add-in do: nothing to locked cells, and the rest as its options say. */
import type { Area } from '../../model/area.ts';
import type { SheetProtection } from '../../model/protection.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { Workbook } from '../../model/workbook.ts';
import type { Host } from '../host.ts';
import { accessDenied } from '../rich-api-error.ts';
import { isUnbounded } from './addresses.ts';

/** @throws RichApiError AccessDenied: the sheet is protected and a cell of the area is locked */
export function ensureEditable(sheet: Sheet, area: Area, host: Host): void {
  if (sheet.protection === undefined) return;
  if (isUnbounded(area)) throw accessDenied();
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++)
      if (host.book.styles.protection(sheet.style(row, column)).locked !== false) throw accessDenied();
}

type Permission = Exclude<keyof SheetProtection, 'selectionMode' | 'password'>;

/** @throws RichApiError AccessDenied: the sheet is protected and does not allow it */
export function ensureAllowed(sheet: Sheet, permission: Permission): void {
  if (sheet.protection !== undefined && sheet.protection[permission] !== true) throw accessDenied();
}

/** @throws RichApiError AccessDenied: the sheet is protected */
export function ensureUnprotected(sheet: Sheet): void {
  if (sheet.protection !== undefined) throw accessDenied();
}

/** @throws RichApiError AccessDenied: the workbook's structure is protected */
export function ensureStructureUnprotected({ structureProtection }: Workbook): void {
  if (structureProtection !== undefined) throw accessDenied();
}

/** The 16-bit hash by which files keep a sheet's or a workbook's password (ECMA-376, 18.2.28), as four hexadecimal digits. */
export function passwordHash(password: string): string {
  let hash = 0;
  for (const character of [...password].reverse()) {
    hash = ((hash >> 14) & 1) | ((hash << 1) & 0x7fff);
    hash ^= character.charCodeAt(0);
  }
  hash = ((hash >> 14) & 1) | ((hash << 1) & 0x7fff);
  hash ^= password.length ^ 0xce4b;
  return hash.toString(16).toUpperCase().padStart(4, '0');
}
