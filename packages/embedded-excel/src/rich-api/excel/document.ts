/** What the older API and the workbook's properties ask for: selected data, protection of the structure. */
import { areaAt } from '../../model/area.ts';
import type { Workbook } from '../../model/workbook.ts';
import { type Arguments, recordOf } from '../arguments.ts';
import { type ObjectClass, readOnly } from '../object-class.ts';
import { RangeTarget } from '../range-target.ts';
import { accessDenied, invalidArgument } from '../rich-api-error.ts';
import { passwordHash } from './protection.ts';
import { readValues } from './range-reading.ts';
import { writeCells } from './range-writing.ts';

/** `Office.context.document.getSelectedDataAsync` and its kin arrive here, as the set RedirectV1Api asks. */
export const v1Api: ObjectClass<Workbook> = {
  scalars: {},
  methods: {
    getSelectedData: (book, args, host) => {
      const { coercionType } = recordOf(args.at(0));
      const rows = readValues(new RangeTarget(book.activeSheet, book.activeSheet.selection), host) ?? [];
      const isTable = String(coercionType).toLowerCase() === 'table';
      return isTable ? { status: 0, headers: rows.slice(0, 1), rows: rows.slice(1) } : { status: 0, rows };
    },
    setSelectedData: (book, args, host) => {
      const { data } = recordOf(args.at(0));
      const block = Array.isArray(data) ? (data as unknown[][]) : [[data]];
      const { activeSheet: sheet } = book;
      const { top, left } = sheet.selection;
      writeCells(new RangeTarget(sheet, areaAt(top, left, block.length, block[0]?.length ?? 1)), block, host);
      return { status: 0 };
    },
  },
};

function protect(book: Workbook, args: Arguments): void {
  if (book.structureProtection !== undefined) throw accessDenied();
  book.structureProtection = args.has(0) ? { password: passwordAttribute(args.text(0)) } : {};
}

/** @throws RichApiError AccessDenied: the structure is not protected; InvalidArgument: another password */
function unprotect(book: Workbook, args: Arguments): void {
  if (book.structureProtection === undefined) throw accessDenied();
  const { password } = book.structureProtection;
  if (password !== undefined && !(args.has(0) && passwordAttribute(args.text(0)) === password))
    throw invalidArgument('The password is incorrect.');
  book.structureProtection = undefined;
}

const passwordAttribute = (password: string): string => `workbookPassword="${passwordHash(password)}"`;

/** Protection of the structure: sheets neither come nor go, are neither renamed nor moved nor hidden. */
export const workbookProtection: ObjectClass<Workbook> = {
  scalars: { protected: readOnly(({ structureProtection }) => structureProtection !== undefined) },
  methods: { protect, unprotect },
};
