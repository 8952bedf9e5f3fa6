/** CustomXmlPartCollection and CustomXmlPart: pieces of XML that an add-in keeps in the workbook's package. */
import type { CustomXmlPart, Workbook } from '../../model/workbook.ts';
import { parseXml } from '../../package/xml.ts';
import type { Arguments } from '../arguments.ts';
import { HostObject } from '../host-object.ts';
import { type Method, type ObjectClass, orNullObject, readOnly } from '../object-class.ts';
import { invalidArgument, itemNotFound } from '../rich-api-error.ts';
import type { Targets } from '../targets.ts';

const partObject = (book: Workbook, { id }: CustomXmlPart): HostObject<'CustomXmlPart'> =>
  new HostObject('CustomXmlPart', { book, id });

const getItem: Method<Workbook> = (book, args) => {
  const found = book.customXmlParts.find(({ id }) => id === args.text(0));
  if (found === undefined) throw itemNotFound();
  return partObject(book, found);
};

/** @throws RichApiError InvalidArgument: the text is not well-formed XML */
function xmlArgument(args: Arguments): string {
  const xml = args.text(0);
  try {
    parseXml(xml);
  } catch {
    throw invalidArgument();
  }
  return xml;
}

/** The namespace of a part's root element. */
const namespaceOf = (xml: string): string => /<[^?!][^>]*?\sxmlns(?::\w+)?="([^"]*)"/.exec(xml)?.[1] ?? '';

function freeId({ customXmlParts }: Workbook): string {
  for (let number = 1; ; number++) {
    const id = `{00000000-0007-0000-0000-${String(number).padStart(12, '0')}}`;
    if (!customXmlParts.some((part) => part.id === id)) return id;
  }
}

export const customXmlPartCollection: ObjectClass<Workbook> = {
  scalars: {},
  items: (book) => book.customXmlParts.map((part) => partObject(book, part)),
  methods: {
    add: (book, args) => {
      const xml = xmlArgument(args);
      const part = { id: freeId(book), xml };
      book.customXmlParts = [...book.customXmlParts, part];
      return partObject(book, part);
    },
    getItem,
    getItemOrNullObject: orNullObject(getItem),
  },
};

type Target = Targets['CustomXmlPart'];

const partOf = ({ book, id }: Target): CustomXmlPart => {
  const part = book.customXmlParts.find((candidate) => candidate.id === id);
  if (part === undefined) throw itemNotFound();
  return part;
};

export const customXmlPart: ObjectClass<Target> = {
  id: ({ id }) => id,
  ensureAlive: partOf,
  scalars: {
    id: readOnly(({ id }) => id),
    namespaceUri: readOnly((self) => namespaceOf(partOf(self).xml)),
  },
  methods: {
    delete: (self) => {
      self.book.customXmlParts = self.book.customXmlParts.filter(({ id }) => id !== self.id);
    },
    getXml: (self) => partOf(self).xml,
    setXml: (self, args) => {
      const { book, id } = self;
      const xml = xmlArgument(args);
      book.customXmlParts = book.customXmlParts.map((part) => (part.id === id ? { id, xml } : part));
    },
  },
};
