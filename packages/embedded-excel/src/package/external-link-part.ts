/**
 * The links of a workbook to others: their parts keep the values that the formulas read. They are read, never written;
 * their parts stay as they are.
 *
 * @see ECMA-376 part 1, 18.14
 */
import { parseArea } from '../model/area.ts';
import { type CellValue, errorNamed } from '../model/cell-error.ts';
import { ExternalBook, type ExternalContents, type ExternalSheet } from '../model/external-book.ts';
import { PackageError } from './package-error.ts';
import type { PackageParts } from './package-parts.ts';
import type { Relationship } from './relationships.ts';
import {
  booleanAttribute,
  child,
  childrenOf,
  decodeXstring,
  numberAttribute,
  parseXml,
  prefixedAttribute,
  type XmlElement,
} from './xml.ts';

const NOTHING: ExternalContents = { sheets: [], names: new Map() };

/** The linked workbooks in the order of their numbers, whatever becomes of each. */
export const readExternalBooks = (
  parts: PackageParts,
  references: XmlElement | undefined,
  relationships: ReadonlyMap<string, Relationship>,
): ExternalBook[] =>
  childrenOf(references, 'externalReference').map((reference) => {
    const target = relationships.get(prefixedAttribute(reference, 'id') ?? '');
    return new ExternalBook(() => contentsOf(parts, target));
  });

function contentsOf(parts: PackageParts, target: Relationship | undefined): ExternalContents {
  if (target === undefined || target.external) return NOTHING;
  try {
    const text = parts.text(target.target);
    return text === undefined ? NOTHING : readExternalLink(text);
  } catch (error) {
    // The formulas' own values stay where their links cannot be read.
    if (error instanceof PackageError) return NOTHING;
    throw error;
  }
}

export function readExternalLink(text: string): ExternalContents {
  // Links by DDE and OLE have no such element.
  const book = child(parseXml(text), 'externalBook');
  const titles = childrenOf(child(book, 'sheetNames'), 'sheetName').map((sheet) =>
    decodeXstring(sheet.attributes.get('val') ?? ''),
  );
  const sheets: ExternalSheet[] = [];
  for (const data of childrenOf(child(book, 'sheetDataSet'), 'sheetData')) {
    const name = titles[numberAttribute(data, 'sheetId') ?? -1];
    // Excel could not read that sheet when it last tried.
    if (name === undefined || booleanAttribute(data, 'refreshError') === true) continue;
    sheets.push({ name, cells: childrenOf(data, 'row').flatMap(readRow) });
  }
  const names = childrenOf(child(book, 'definedNames'), 'definedName').map(
    ({ attributes }) =>
      [
        decodeXstring(attributes.get('name') ?? '').toLowerCase(),
        (attributes.get('refersTo') ?? '').replace(/^=/, ''),
      ] as const,
  );
  return { sheets, names: new Map(names) };
}

const readRow = (row: XmlElement): ExternalSheet['cells'] =>
  childrenOf(row, 'cell').flatMap((cell) => {
    const place = parseArea(cell.attributes.get('r') ?? '');
    const value = valueOf(cell);
    return place === undefined || value === null ? [] : [{ row: place.top, column: place.left, value }];
  });

function valueOf(cell: XmlElement): CellValue {
  const text = child(cell, 'v')?.text;
  if (text === undefined) return null;
  switch (cell.attributes.get('t') ?? 'n') {
    case 'n':
      return text === '' || !Number.isFinite(Number(text)) ? null : Number(text);
    case 'b':
      return text === '1' || text === 'true';
    case 'e':
      return errorNamed(text) ?? errorNamed('#VALUE!') ?? null;
    default:
      return decodeXstring(text);
  }
}
