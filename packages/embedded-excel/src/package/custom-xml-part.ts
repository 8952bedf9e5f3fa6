/**
 * Custom XML parts: an `item` part with the XML itself and, related to it, the properties that hold its id.
 *
 * @see ECMA-376 part 1, 22.5
 */
import type { CustomXmlPart, Workbook } from '../model/workbook.ts';
import { type PackageEdit, type PackageParts, xmlDocument } from './package-parts.ts';
import { attributeText, parseXml, prefixedAttribute } from './xml.ts';

const PROPERTIES = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';

/** A custom XML part of the file: where it stands and what it held. */
export interface LoadedXml {
  readonly part: string;
  readonly xml: string;
}

/** Takes in the parts that have an id; without one, nobody can ask for them. Gives them by id. */
export function readCustomXml(
  parts: PackageParts,
  workbookPart: string,
  book: Workbook,
): Map<string, LoadedXml> {
  const loaded = new Map<string, LoadedXml>();
  for (const { target, kind, external } of parts.relationships(workbookPart)) {
    if (kind !== 'customXml' || external) continue;
    const xml = parts.text(target);
    const properties = parts.related(target, 'customXmlProps');
    const text = properties === undefined ? undefined : parts.text(properties);
    const id = text === undefined ? undefined : prefixedAttribute(parseXml(text), 'itemID');
    if (xml !== undefined && id !== undefined) loaded.set(id, { part: target, xml });
  }
  book.customXmlParts = [...loaded].map(([id, { xml }]): CustomXmlPart => ({ id, xml }));
  return loaded;
}

export function writeCustomXml(
  edit: PackageEdit,
  workbookPart: string,
  book: Workbook,
  loaded: ReadonlyMap<string, LoadedXml>,
): void {
  for (const [id, { part }] of loaded) {
    if (book.customXmlParts.some((kept) => kept.id === id)) continue;
    for (const { target, external } of edit.relationships(part)) if (!external) edit.remove(target);
    edit.remove(part);
    edit.unrelate(workbookPart, part);
  }
  for (const { id, xml } of book.customXmlParts) {
    const known = loaded.get(id);
    if (known !== undefined) {
      if (xml !== known.xml) edit.put(known.part, xml);
      continue;
    }
    const part = edit.freeName('customXml/item#.xml');
    const properties = edit.freeName('customXml/itemProps#.xml');
    edit.put(part, xml);
    edit.put(
      properties,
      xmlDocument(
        `<ds:datastoreItem${attributeText({ 'xmlns:ds': PROPERTIES, 'ds:itemID': id })}><ds:schemaRefs/></ds:datastoreItem>`,
      ),
      PROPERTIES_TYPE,
    );
    edit.relate(part, 'customXmlProps', properties);
    edit.relate(workbookPart, 'customXml', part);
  }
}
