/**
 * The metadata that marks a formula as a dynamic array: a cell's `cm` points into a part that says so. Without it Excel
 * shows an old array formula in braces, which does not spill.
 *
 * @see [MS-XLSX] 2.4.50 and 2.6.191, XLDAPR
 */
import { xmlDocument } from './package-parts.ts';
import {
  attributeText,
  child,
  childrenOf,
  descendants,
  numberAttribute,
  parseXml,
  prefixOf,
  spliced,
} from './xml.ts';

export const METADATA_CONTENT_TYPE =
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml';
const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DYNAMIC_NAMESPACE = 'http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray';
const NAME = 'XLDAPR';

const TYPE_ATTRIBUTES = attributeText({
  name: NAME,
  minSupportedVersion: 120000,
  copy: 1,
  pasteAll: 1,
  pasteValues: 1,
  merge: 1,
  splitFirst: 1,
  rowColShift: 1,
  clearFormats: 1,
  clearComments: 1,
  assign: 1,
  coerce: 1,
  cellMeta: 1,
});

const block = (p: string): string =>
  `<${p}bk><${p}extLst><${p}ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}">` +
  `<xda:dynamicArrayProperties xmlns:xda="${DYNAMIC_NAMESPACE}" fDynamic="1" fCollapsed="0"/>` +
  `</${p}ext></${p}extLst></${p}bk>`;

/** The values of `cm` that mean a dynamic array in this part. */
export function dynamicIndices(text: string | undefined): Set<number> {
  const indices = new Set<number>();
  if (text === undefined) return indices;
  const root = parseXml(text);
  const types = childrenOf(child(root, 'metadataTypes'), 'metadataType').map(({ attributes }) =>
    attributes.get('name'),
  );
  const properties = childrenOf(root, 'futureMetadata').find(
    ({ attributes }) => attributes.get('name') === NAME,
  );
  const dynamic = childrenOf(properties, 'bk').map((bk) =>
    descendants(bk, 'dynamicArrayProperties').some(({ attributes }) => attributes.get('fDynamic') === '1'),
  );
  for (const [index, bk] of childrenOf(child(root, 'cellMetadata'), 'bk').entries())
    for (const record of childrenOf(bk, 'rc'))
      if (
        types[(numberAttribute(record, 't') ?? 0) - 1] === NAME &&
        dynamic[numberAttribute(record, 'v') ?? -1] === true
      )
        indices.add(index + 1);
  return indices;
}

/** A metadata part in which dynamic arrays have an index: the file's own with that added, or a new one. */
export function withDynamicArrays(text: string | undefined): { text: string; index: number } {
  const [known] = dynamicIndices(text);
  if (text !== undefined && known !== undefined) return { text, index: known };
  if (text === undefined)
    return {
      text: xmlDocument(
        `<metadata xmlns="${NAMESPACE}"><metadataTypes count="1"><metadataType${TYPE_ATTRIBUTES}/></metadataTypes>` +
          `<futureMetadata name="${NAME}" count="1">${block('')}</futureMetadata>` +
          `<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`,
      ),
      index: 1,
    };
  const root = parseXml(text);
  const p = prefixOf(root.name);
  const types = child(root, 'metadataTypes');
  const cells = child(root, 'cellMetadata');
  const values = child(root, 'valueMetadata') ?? child(root, 'extLst');
  const type = (types?.children.length ?? 0) + 1;
  const index = (cells?.children.length ?? 0) + 1;
  const list = (element: typeof types, name: string, entry: string, place: number) =>
    element === undefined || element.contentStart === element.end
      ? {
          start: element?.start ?? place,
          end: element?.end ?? place,
          text: `<${p}${name} count="1">${entry}</${p}${name}>`,
        }
      : {
          start: element.start,
          end: element.end,
          text:
            `<${element.name} count="${element.children.length + 1}">` +
            `${text.slice(element.contentStart, element.contentEnd)}${entry}</${element.name}>`,
        };
  const beforeValues = values?.start ?? root.contentEnd;
  return {
    index,
    text: spliced(text, [
      list(types, 'metadataTypes', `<${p}metadataType${TYPE_ATTRIBUTES}/>`, root.contentStart),
      {
        start: cells?.start ?? beforeValues,
        end: cells?.start ?? beforeValues,
        text: `<${p}futureMetadata name="${NAME}" count="1">${block(p)}</${p}futureMetadata>`,
      },
      list(cells, 'cellMetadata', `<${p}bk><${p}rc t="${type}" v="0"/></${p}bk>`, beforeValues),
    ]),
  };
}
