/** How the sample's parts are written as XML text. */

/** Text fit for an element or an attribute; line breaks become references, so that an attribute keeps them. */
export const escapeXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with its attributes, those that are undefined left out; empty without content. */
export function element(name: string, attributes: Attributes = {}, ...content: readonly string[]): string {
  const pairs = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  const inside = content.join('');
  return inside === '' ? `<${name}${pairs}/>` : `<${name}${pairs}>${inside}</${name}>`;
}

export const xmlDocument = (root: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;

export const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The `_rels` part of a part: relationship type (its last word) and target, numbered from rId1. */
export const relationships = (targets: readonly (readonly [type: string, target: string])[]): string =>
  xmlDocument(
    element(
      'Relationships',
      { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
      ...targets.map(([type, target], index) =>
        element('Relationship', {
          Id: `rId${index + 1}`,
          Type: type.startsWith('http') ? type : `${RELATIONSHIPS}/${type}`,
          Target: target,
        }),
      ),
    ),
  );
