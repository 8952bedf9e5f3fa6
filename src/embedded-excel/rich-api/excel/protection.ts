/** What a protected sheet lets an add-in do: nothing to locked cells, and the rest as its options say. */
import type { Area } from '../../model/area.ts';
import type { SheetProtection } from '../../model/protection.ts';
import type { Sheet } from '../../model/sheet.ts';
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
