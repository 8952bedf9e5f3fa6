/** Worksheet and WorksheetCollection: the book's sheets, found by name or id, added, renamed, moved, hidden, deleted. */
import { areaAt, COLUMN_LIMIT, ROW_LIMIT } from '../../model/area.ts';
import { STANDARD_WIDTH } from '../../model/geometry.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { Workbook } from '../../model/workbook.ts';
import { flagOf, textOf, wholeOf } from '../arguments.ts';
import type { Arguments } from '../arguments.ts';
import { WORKBOOK_TARGET } from '../events.ts';
import type { Host } from '../host.ts';
import { HostObject } from '../host-object.ts';
import { type Method, type ObjectClass, orNullObject, readOnly } from '../object-class.ts';
import { invalidArgument, invalidOperation, itemNotFound } from '../rich-api-error.ts';
import { rangeAt, requirePlace, sheetBy } from './addresses.ts';
import { fileColor, htmlColor } from './colors.ts';
import { ensureStructureUnprotected } from './protection.ts';
import { rangeOfSize } from './range-geometry.ts';
import { officeVisibility, visibilityOf } from './visibility.ts';

const sheetObject = (sheet: Sheet | undefined): HostObject<'Worksheet'> => {
  if (sheet === undefined) throw itemNotFound();
  return new HostObject('Worksheet', sheet);
};

function getRange(sheet: Sheet, args: Arguments, { book }: Host): HostObject<'Range'> {
  const address = args.optionalText(0) ?? '';
  if (address === '') return rangeAt(sheet, areaAt(0, 0, ROW_LIMIT, COLUMN_LIMIT));
  const place = requirePlace(book, address, sheet);
  // A sheet gives only ranges of its own.
  if (place.sheet !== sheet) throw invalidArgument();
  return rangeAt(sheet, place.area);
}

function usedRange(sheet: Sheet, args: Arguments, host: Host): HostObject<'Range'> {
  host.calculation.beforeRead();
  return rangeAt(sheet, sheet.usedRange(args.flag(0)) ?? areaAt(0, 0));
}

function usedRangeOrNull(sheet: Sheet, args: Arguments, host: Host): HostObject<'Range'> | null {
  host.calculation.beforeRead();
  const used = sheet.usedRange(args.flag(0));
  return used === undefined ? null : rangeAt(sheet, used);
}

/** The next visible sheet to a side, or the next of all. */
const neighbour =
  (step: 1 | -1): Method<Sheet> =>
  (sheet, args, { book }) => {
    const visibleOnly = args.flag(0);
    for (let at = book.sheets.indexOf(sheet) + step; ; at += step) {
      const next = sheetObject(book.sheets[at]);
      if (!visibleOnly || next.target.visibility === 'visible') return next;
    }
  };

const EVENTS = {
  onActivated: 'Activated',
  onCalculated: 'Calculated',
  onChanged: 'DataChanged',
  onDeactivated: 'Deactivated',
  onFormatChanged: 'FormatChanged',
  onNameChanged: 'NameChanged',
  onProtectionChanged: 'ProtectionChanged',
  onSelectionChanged: 'SelectionChanged',
  onVisibilityChanged: 'VisibilityChanged',
};

export const worksheet: ObjectClass<Sheet> = {
  id: (sheet) => sheet.id,
  ensureAlive: (sheet, { book }) => {
    if (!book.sheets.includes(sheet)) throw itemNotFound();
  },
  aliases: { gridlines: 'showGridlines', headings: 'showHeadings' },
  scalars: {
    id: readOnly((sheet) => sheet.id),
    name: {
      get: (sheet) => sheet.name,
      set: (sheet, value, { book }) => {
        ensureStructureUnprotected(book);
        book.renameSheet(sheet, textOf(value));
      },
    },
    position: {
      get: (sheet, { book }) => book.sheets.indexOf(sheet),
      set: (sheet, value, { book }) => {
        ensureStructureUnprotected(book);
        const position = wholeOf(value);
        if (position < 0 || position >= book.sheets.length) throw invalidArgument();
        book.moveSheet(sheet, position);
      },
    },
    visibility: {
      get: (sheet) => officeVisibility(sheet.visibility),
      set: (sheet, value, { book }) => {
        ensureStructureUnprotected(book);
        book.setVisibility(sheet, visibilityOf(value));
      },
    },
    tabColor: {
      get: ({ layout }, { book }) => htmlColor(layout.tabColor, book, '').replace(/^#$/, ''),
      set: (sheet, value) => sheet.setTabColor(fileColor(value)),
    },
    showGridlines: {
      get: ({ layout }) => layout.showGridlines,
      set: (sheet, value) => sheet.setShowGridlines(flagOf(value)),
    },
    showHeadings: readOnly(() => true),
    enableCalculation: readOnly(() => true),
    standardHeight: readOnly(({ layout }) => layout.defaultRowHeight),
    standardWidth: readOnly(() => STANDARD_WIDTH),
  },
  navigation: {
    autoFilter: (sheet) => new HostObject('AutoFilter', sheet),
    charts: (sheet) => new HostObject('ChartCollection', sheet),
    freezePanes: (sheet) => new HostObject('WorksheetFreezePanes', sheet),
    names: (sheet, { book }) => new HostObject('NamedItemCollection', { book, sheet }),
    pageLayout: (sheet) => new HostObject('PageLayout', sheet),
    protection: (sheet) => new HostObject('WorksheetProtection', sheet),
    tables: (sheet, { book }) => new HostObject('TableCollection', { book, sheet }),
  },
  methods: {
    activate: (sheet, _args, { book }) => {
      if (sheet.visibility !== 'visible') throw invalidOperation();
      book.activate(sheet);
    },
    calculate: (_sheet, args, { calculation }) =>
      args.flag(0) ? calculation.calculateEverything() : calculation.recalculate(),
    delete: (sheet, _args, { book }) => {
      ensureStructureUnprotected(book);
      // Excel deletes no sheet that the user interface could not show.
      if (sheet.visibility === 'veryHidden') throw invalidOperation();
      book.deleteSheet(sheet);
    },
    getCell: (sheet, args) => rangeOfSize(sheet, args.whole(0), args.whole(1), 1, 1),
    getNext: neighbour(1),
    getNextOrNullObject: orNullObject(neighbour(1)),
    getPrevious: neighbour(-1),
    getPreviousOrNullObject: orNullObject(neighbour(-1)),
    getRange,
    getRangeByIndexes: (sheet, args) =>
      rangeOfSize(sheet, args.whole(0), args.whole(1), args.whole(2), args.whole(3)),
    getUsedRange: usedRange,
    getUsedRangeOrNullObject: usedRangeOrNull,
    _GetSheetById: (_sheet, args, { book }) => sheetObject(book.sheetById(args.text(0))),
    _GetAnotherWorksheetById: (_sheet, args, { book }) => sheetObject(book.sheetById(args.text(0))),
  },
  events: EVENTS,
  eventTarget: (sheet) => sheet.id,
};

const getItem: Method<Workbook> = (book, args) => sheetObject(sheetBy(book, args.text(0)));

const visible = (book: Workbook, only: boolean): readonly Sheet[] =>
  only ? book.sheets.filter((sheet) => sheet.visibility === 'visible') : book.sheets;

export const worksheetCollection: ObjectClass<Workbook> = {
  scalars: {},
  items: (book) => book.sheets.map(sheetObject),
  methods: {
    add: (book, args) => {
      ensureStructureUnprotected(book);
      return sheetObject(book.addSheet(args.optionalText(0)));
    },
    getActiveWorksheet: (book) => sheetObject(book.activeSheet),
    getCount: (book, args) => visible(book, args.flag(0)).length,
    getFirst: (book, args) => sheetObject(visible(book, args.flag(0))[0]),
    getLast: (book, args) => sheetObject(visible(book, args.flag(0)).at(-1)),
    getItem,
    getItemOrNullObject: orNullObject(getItem),
  },
  events: { ...EVENTS, onAdded: 'Added', onDeleted: 'Deleted', onMoved: 'Moved' },
  eventTarget: () => WORKBOOK_TARGET,
};
