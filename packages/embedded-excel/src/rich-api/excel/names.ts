/** NamedItemCollection and NamedItem: defined names of the workbook or of one sheet. */
import type { DefinedName } from '../../model/defined-name.ts';
import { sheetAddress } from '../../model/workbook.ts';
import { type Arguments, flagOf, textOf } from '../arguments.ts';
import type { Host } from '../host.ts';
import { HostObject } from '../host-object.ts';
import { type Method, type ObjectClass, orNullObject, readOnly } from '../object-class.ts';
import { invalidArgument, itemNotFound } from '../rich-api-error.ts';
import type { Scope } from '../targets.ts';
import { placeOf, rangeAt } from './addresses.ts';
import { absolute } from './absolute-address.ts';
import { valueType, wireValue } from './range-reading.ts';

const inScope = ({ book, sheet }: Scope): DefinedName[] => book.names.filter((name) => name.sheet === sheet);

const nameObject = (name: DefinedName): HostObject<'NamedItem'> => new HostObject('NamedItem', name);

const getItem: Method<Scope> = (scope, args) => {
  const key = args.text(0).toLowerCase();
  const found = inScope(scope).find(({ name }) => name.toLowerCase() === key);
  if (found === undefined) throw itemNotFound();
  return nameObject(found);
};

function add(scope: Scope, args: Arguments): HostObject<'NamedItem'> {
  const { book, sheet } = scope;
  const reference = args.at(1);
  let formula: string;
  if (reference instanceof HostObject) {
    const target = args.object(1, 'Range');
    formula = `=${absolute(target.sheet, target.area)}`;
  } else formula = textOf(reference);
  if (!formula.startsWith('=')) formula = `="${formula.replace(/"/g, '""')}"`;
  const name = book.addName(args.text(0), formula, sheet);
  name.comment = args.optionalText(2) ?? '';
  return nameObject(name);
}

export const namedItemCollection: ObjectClass<Scope> = {
  scalars: {},
  items: (scope) => inScope(scope).map(nameObject),
  methods: { add, getItem, getItemOrNullObject: orNullObject(getItem) },
};

const getRange = (name: DefinedName, _args: Arguments, { book }: Host): HostObject<'Range'> => {
  const place = placeOf(book, name.formula, name.sheet ?? book.activeSheet);
  if (place === undefined) throw itemNotFound();
  return rangeAt(place.sheet, place.area);
};

/** What the name gives: a reference's address, or the value of its formula. */
function valueOf(name: DefinedName, host: Host): { type: string; value: unknown } {
  const place = placeOf(host.book, name.formula, name.sheet ?? host.book.activeSheet);
  if (place !== undefined) return { type: 'Range', value: sheetAddress(place.sheet, place.area) };
  const result = host.calculation.evaluate(name.formula, name.sheet ?? host.book.activeSheet);
  if (Array.isArray(result)) return { type: 'Array', value: '' };
  return { type: valueType(result), value: wireValue(result) };
}

export const namedItem: ObjectClass<DefinedName> = {
  id: ({ name }) => name,
  ensureAlive: (self, { book }) => {
    if (!book.names.includes(self)) throw itemNotFound();
  },
  scalars: {
    name: readOnly(({ name }) => name),
    comment: {
      get: ({ comment }) => comment,
      set: (self, value) => {
        self.comment = textOf(value);
      },
    },
    formula: {
      get: ({ formula }) => formula,
      set: (self, value, { book }) => {
        const formula = textOf(value);
        if (!formula.startsWith('=')) throw invalidArgument();
        book.changeName(self, formula);
      },
    },
    scope: readOnly(({ sheet }) => (sheet === undefined ? 'Workbook' : 'Worksheet')),
    type: readOnly((self, host) => valueOf(self, host).type),
    value: readOnly((self, host) => valueOf(self, host).value),
    visible: {
      get: ({ hidden }) => !hidden,
      set: (self, value, { book }) => {
        self.hidden = !flagOf(value);
        book.changeName(self, self.formula);
      },
    },
  },
  navigation: {
    worksheet: ({ sheet }) => {
      if (sheet === undefined) throw itemNotFound();
      return new HostObject('Worksheet', sheet);
    },
    worksheetOrNullObject: ({ sheet }) => (sheet === undefined ? null : new HostObject('Worksheet', sheet)),
  },
  methods: {
    delete: (self, _args, { book }) => book.deleteName(self),
    getRange,
    getRangeOrNullObject: orNullObject(getRange),
  },
};
