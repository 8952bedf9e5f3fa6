/** Workbook: where every request begins. */
import { areaAt } from '../../model/area.ts';
import type { Workbook } from '../../model/workbook.ts';
import { flagOf } from '../arguments.ts';
import type { Host } from '../host.ts';
import { HostObject } from '../host-object.ts';
import { type Method, type ObjectClass, orNullObject, readOnly } from '../object-class.ts';
import { itemNotFound } from '../rich-api-error.ts';
import { WORKBOOK_TARGET } from '../events.ts';
import { rangeAt } from './addresses.ts';

const wholeBook = (book: Workbook) => ({ book, sheet: undefined });

/** The range of an event's arguments, by the reference id that came with them. */
const rangeOfEvent: Method<Workbook> = (book, args, host: Host) => {
  const place = host.events.rangeOf(args.text(0));
  if (place === undefined || !book.sheets.includes(place.sheet)) throw itemNotFound();
  return rangeAt(place.sheet, place.area);
};

export const workbook: ObjectClass<Workbook> = {
  scalars: {
    autoSave: readOnly(() => false),
    isDirty: readOnly(() => true),
    name: readOnly(() => 'Book1.xlsx'),
    previouslySaved: readOnly(() => true),
    readOnly: readOnly(({ isReadOnly }) => isReadOnly),
    usePrecisionAsDisplayed: readOnly(() => false),
  },
  navigation: {
    application: (book) => new HostObject('Application', book),
    functions: (book) => new HostObject('Functions', book),
    customXmlParts: (book) => new HostObject('CustomXmlPartCollection', book),
    names: (book) => new HostObject('NamedItemCollection', wholeBook(book)),
    protection: (book) => new HostObject('WorkbookProtection', book),
    settings: (book) => new HostObject('SettingCollection', book),
    tables: (book) => new HostObject('TableCollection', wholeBook(book)),
    worksheets: (book) => new HostObject('WorksheetCollection', book),
    _Runtime: (book) => new HostObject('Runtime', book),
    _V1Api: (book) => new HostObject('_V1Api', book),
  },
  methods: {
    getActiveCell: ({ activeSheet }) =>
      rangeAt(activeSheet, areaAt(activeSheet.selection.top, activeSheet.selection.left)),
    getSelectedRange: ({ activeSheet }) => rangeAt(activeSheet, activeSheet.selection),
    _GetRangeForEventByReferenceId: rangeOfEvent,
    _GetRangeOrNullObjectForEventByReferenceId: orNullObject(rangeOfEvent),
  },
  events: { onActivated: 'Activated', onSelectionChanged: 'SelectionChanged' },
  eventTarget: () => WORKBOOK_TARGET,
};

/** `context.runtime` */
export const runtime: ObjectClass<Workbook> = {
  scalars: {
    enableEvents: {
      get: (_book, host) => host.events.enabled,
      set: (_book, value, host) => {
        host.events.enabled = flagOf(value);
      },
    },
  },
};
