/** WorksheetProtection and WorksheetFreezePanes. */
import { type Area, areaAt, COLUMN_LIMIT, columnCount, ROW_LIMIT, rowCount } from '../../model/area.ts';
import type { SheetProtection } from '../../model/protection.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { Arguments } from '../arguments.ts';
import type { Host } from '../host.ts';
import type { HostObject } from '../host-object.ts';
import { type ObjectClass, orNullObject, readOnly } from '../object-class.ts';
import { accessDenied, invalidArgument, invalidOperation, itemNotFound } from '../rich-api-error.ts';
import { isWholeColumns, isWholeRows, placeArgument, rangeAt } from './addresses.ts';
import { passwordHash } from './protection.ts';

const OPTIONS = [
  'allowAutoFilter',
  'allowDeleteColumns',
  'allowDeleteRows',
  'allowEditObjects',
  'allowEditScenarios',
  'allowFormatCells',
  'allowFormatColumns',
  'allowFormatRows',
  'allowInsertColumns',
  'allowInsertHyperlinks',
  'allowInsertRows',
  'allowPivotTables',
  'allowSort',
] as const satisfies readonly (keyof SheetProtection)[];

const SELECTION_MODES = { Normal: 'normal', Unlocked: 'unlocked', None: 'none' } as const;

function protect(sheet: Sheet, args: Arguments): void {
  // Since June 2026 Excel refuses to protect what is protected (office-js#6784).
  if (sheet.protection !== undefined) throw accessDenied();
  const wanted = args.has(0) ? args.record(0) : {};
  const options = Object.fromEntries(
    OPTIONS.filter((name) => wanted[name] === true).map((name) => [name, true]),
  );
  const mode = Object.entries(SELECTION_MODES).find(([name]) => name === wanted['selectionMode'])?.[1];
  const password = args.has(1) ? passwordHash(args.text(1)) : undefined;
  sheet.protect({
    ...options,
    selectionMode: mode ?? 'normal',
    ...(password === undefined ? {} : { password: `password="${password}"` }),
  });
}

/** @throws RichApiError AccessDenied: the sheet is not protected; InvalidArgument: another password */
function unprotect(sheet: Sheet, args: Arguments): void {
  if (sheet.protection === undefined) throw accessDenied();
  const kept = sheet.protection.password;
  const given = args.has(0) ? `password="${passwordHash(args.text(0))}"` : undefined;
  if (kept !== undefined && kept !== given) throw invalidArgument('The password is incorrect.');
  sheet.protect(undefined);
}

export const worksheetProtection: ObjectClass<Sheet> = {
  scalars: {
    protected: readOnly(({ protection }) => protection !== undefined),
    options: readOnly(({ protection }) =>
      protection === undefined
        ? null
        : {
            ...Object.fromEntries(OPTIONS.map((name) => [name, protection[name] === true])),
            selectionMode:
              Object.entries(SELECTION_MODES).find(([, mode]) => mode === protection.selectionMode)?.[0] ??
              'Normal',
          },
    ),
  },
  methods: { protect, unprotect },
};

function frozenArea({ layout }: Sheet): Area {
  const { rows, columns } = layout.frozen;
  if (rows === 0 && columns === 0) throw itemNotFound();
  return areaAt(0, 0, rows === 0 ? ROW_LIMIT : rows, columns === 0 ? COLUMN_LIMIT : columns);
}

const location = (sheet: Sheet): HostObject<'Range'> => rangeAt(sheet, frozenArea(sheet));

/** @throws RichApiError some Excels freeze nothing on a sheet that is not shown (office-js#1463, #2196, #3148) */
function ensureShown({ visibility }: Sheet, { book }: Host): void {
  if (visibility !== 'visible' && book.hostModes.has('no-freeze-on-hidden-sheets')) throw invalidOperation();
}

export const worksheetFreezePanes: ObjectClass<Sheet> = {
  scalars: {},
  methods: {
    freezeRows: (sheet, args, host) => {
      ensureShown(sheet, host);
      sheet.freeze({ rows: args.optionalWhole(0, 1), columns: 0 });
    },
    freezeColumns: (sheet, args, host) => {
      ensureShown(sheet, host);
      sheet.freeze({ rows: 0, columns: args.optionalWhole(0, 1) });
    },
    freezeAt: (sheet, args, host) => {
      ensureShown(sheet, host);
      const { area } = placeArgument(args.at(0), host.book, sheet);
      sheet.freeze({
        rows: isWholeColumns(area) ? 0 : area.top + rowCount(area),
        columns: isWholeRows(area) ? 0 : area.left + columnCount(area),
      });
    },
    unfreeze: (sheet) => sheet.freeze({ rows: 0, columns: 0 }),
    getLocation: location,
    getLocationOrNullObject: orNullObject(location),
  },
};
