/** SettingCollection and Setting: what an add-in remembers in the workbook. */
import type { Workbook } from '../../model/workbook.ts';
import { HostObject } from '../host-object.ts';
import { type Method, type ObjectClass, orNullObject, readOnly } from '../object-class.ts';
import { invalidArgument, itemNotFound } from '../rich-api-error.ts';
import type { Targets } from '../targets.ts';

const setting = (book: Workbook, key: string): HostObject<'Setting'> =>
  new HostObject('Setting', { book, key });

const getItem: Method<Workbook> = (book, args) => {
  const key = args.text(0);
  if (!book.settings.has(key)) throw itemNotFound();
  return setting(book, key);
};

export const settingCollection: ObjectClass<Workbook> = {
  scalars: {},
  items: (book) => [...book.settings.entries()].map(([key]) => setting(book, key)),
  methods: {
    /** Adds the setting or gives it a new value. */
    add: (book, args) => {
      const key = args.text(0);
      if (args.at(1) === undefined) throw invalidArgument();
      book.settings.set(key, args.at(1));
      return setting(book, key);
    },
    getItem,
    getItemOrNullObject: orNullObject(getItem),
  },
};

export const settingClass: ObjectClass<Targets['Setting']> = {
  id: ({ key }) => key,
  ensureAlive: ({ book, key }) => {
    if (!book.settings.has(key)) throw itemNotFound();
  },
  scalars: {
    key: readOnly(({ key }) => key),
    value: {
      get: ({ book, key }) => book.settings.get(key),
      set: ({ book, key }, value) => book.settings.set(key, value),
    },
  },
  methods: {
    delete: ({ book, key }) => {
      book.settings.delete(key);
    },
  },
};
