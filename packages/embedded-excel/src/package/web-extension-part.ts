/**
 * An add-in's document settings in a file: a web extension part with one property per setting, its value as JSON, and
 * the task panes part that makes Excel find it. Extensions of other add-ins stay as they are.
 *
 * @see [MS-OWEXML] 2.2 and 2.3
 */
import type { Workbook } from '../model/workbook.ts';
import { type PackageEdit, type PackageParts, withChild, xmlDocument } from './package-parts.ts';
import {
  attributeText,
  child,
  childrenOf,
  descendants,
  parseXml,
  prefixOf,
  spliced,
  type XmlElement,
} from './xml.ts';

const EXTENSION = 'http://schemas.microsoft.com/office/webextensions/webextension/2010/11';
const PANES = 'http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const EXTENSION_TYPE = 'application/vnd.ms-office.webextension+xml';
const PANES_TYPE = 'application/vnd.ms-office.webextensiontaskpanes+xml';

/** The web extension parts, wherever they are related from. */
function extensionParts(
  parts: Pick<PackageParts, 'relationships' | 'text'>,
): { part: string; root: XmlElement }[] {
  const panes = parts.relationships('').filter(({ kind }) => kind === 'webextensiontaskpanes');
  return panes
    .flatMap(({ target }) => parts.relationships(target))
    .filter(({ kind }) => kind === 'webextension')
    .flatMap(({ target }) => {
      const text = parts.text(target);
      return text === undefined ? [] : [{ part: target, root: parseXml(text) }];
    });
}

const ownerOf = (root: XmlElement): string =>
  child(root, 'reference')?.attributes.get('id')?.toLowerCase() ?? '';

export function readSettings(parts: PackageParts, book: Workbook): void {
  for (const { root } of extensionParts(parts)) {
    const properties = childrenOf(child(root, 'properties'), 'property');
    book.settings.load(
      ownerOf(root),
      new Map(
        properties.map(({ attributes }) => [
          attributes.get('name') ?? '',
          parsed(attributes.get('value') ?? ''),
        ]),
      ),
    );
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return json;
  }
}

export function writeSettings(edit: PackageEdit, book: Workbook): void {
  const { owner } = book.settings;
  const properties = [...book.settings.entries()].map(([name, value]) => ({
    name,
    value: value === undefined ? 'null' : JSON.stringify(value),
  }));
  const existing = extensionParts(edit).find(({ root }) => ownerOf(root) === owner.id.toLowerCase());
  if (existing !== undefined) {
    const { part, root } = existing;
    const p = prefixOf(root.name);
    const list = child(root, 'properties');
    const inner = properties.map((property) => `<${p}property${attributeText(property)}/>`).join('');
    const at = list ?? child(root, 'bindings') ?? child(root, 'snapshot');
    const start = at?.start ?? root.contentEnd;
    edit.put(
      part,
      spliced(edit.text(part) ?? '', [
        { start, end: list?.end ?? start, text: `<${p}properties>${inner}</${p}properties>` },
      ]),
    );
    return;
  }
  const part = edit.freeName('xl/webextensions/webextension#.xml');
  const inner = properties.map((property) => `<we:property${attributeText(property)}/>`).join('');
  edit.put(
    part,
    xmlDocument(
      `<we:webextension xmlns:we="${EXTENSION}" id="{${owner.id.toUpperCase()}}">` +
        `<we:reference${attributeText({ ...owner })}/><we:alternateReferences/>` +
        `<we:properties>${inner}</we:properties><we:bindings/>` +
        `<we:snapshot xmlns:r="${OFFICE}"/></we:webextension>`,
    ),
    EXTENSION_TYPE,
  );
  showInPanes(edit, part);
}

/** Excel finds an extension through the task panes; the pane itself stays closed. */
function showInPanes(edit: PackageEdit, part: string): void {
  let panes = edit.related('', 'webextensiontaskpanes');
  if (panes === undefined) {
    panes = 'xl/webextensions/taskpanes.xml';
    edit.put(panes, xmlDocument(`<wetp:taskpanes xmlns:wetp="${PANES}"></wetp:taskpanes>`), PANES_TYPE);
    edit.relate('', 'webextensiontaskpanes', panes);
  }
  const id = edit.relate(panes, 'webextension', part);
  const text = edit.text(panes) ?? '';
  const root = parseXml(text);
  const p = prefixOf(root.name);
  const row = descendants(root, 'taskpane').length;
  edit.put(
    panes,
    withChild(
      text,
      `<${p}taskpane dockstate="right" visibility="0" width="350" row="${row}">` +
        `<${p}webextensionref xmlns:r="${OFFICE}" r:id="${id}"/></${p}taskpane>`,
    ),
  );
}
