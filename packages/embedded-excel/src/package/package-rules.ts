/**
 * What Excel demands of a package beyond well-formed parts: content types, relationships, sheets, styles, texts. A file
 * that breaks one of these rules is "repaired" by Excel when it opens, which loses data, so that none is saved.
 * Microsoft's own validator of the Open XML SDK overlooks most of them.
 *
 * @see ECMA-376 part 1, 18 (SpreadsheetML) and part 2, 8 and 9 (parts, relationships, content types)
 */
import { listedEntries } from './alternate-content.ts';
import { ByteScanner } from './byte-scanner.ts';
import type { Relationship } from './relationships.ts';
import { cellFaults, type CellLimits } from './sheet-rules.ts';
import { tableFaults, type TableSeen } from './table-rules.ts';
import { child, childrenOf, numberAttribute, parseXml, prefixedAttribute, type XmlElement } from './xml.ts';

/** A package as it is, or as it is about to be saved. */
export interface PackageView {
  readonly names: readonly string[];
  xmlBytes(part: string): Uint8Array | undefined;
  text(part: string): string | undefined;
  relationships(part: string): Relationship[];
  contentType(part: string): string | undefined;
}

/** What breaks a rule, each as `part: what is wrong`. Parts that `looked` leaves out are taken to be right. */
export function packageFaults(view: PackageView, looked: (part: string) => boolean = () => true): string[] {
  return new PackageRules(view, looked).faults();
}

const ROOT = '_rels/.rels';
const CONTENT_TYPES = '[Content_Types].xml';
const STYLE_LISTS = 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs'.split(' ');

class PackageRules {
  private readonly view: PackageView;
  private readonly looked: (part: string) => boolean;
  private readonly found: string[] = [];
  private readonly parts: ReadonlySet<string>;

  constructor(view: PackageView, looked: (part: string) => boolean) {
    this.view = view;
    this.looked = looked;
    this.parts = new Set(view.names.map((name) => name.toLowerCase()));
  }

  faults(): string[] {
    for (const name of this.view.names) this.wellFormed(name);
    if (this.found.length > 0) return this.found;
    this.contentTypes();
    for (const name of this.view.names) if (name.endsWith('.rels')) this.relationshipsIn(name);
    const workbook = this.view.relationships('').find(({ kind }) => kind === 'officeDocument')?.target;
    if (workbook === undefined || !this.parts.has(workbook.toLowerCase()))
      this.fault(ROOT, 'it names no workbook');
    else this.workbook(workbook);
    return this.found;
  }

  private fault(part: string, what: string): void {
    this.found.push(`${part}: ${what}`);
  }

  /** Sheets and shared texts are too large for a tree; their own rules look at them tag by tag. */
  private wellFormed(name: string): void {
    if (!this.looked(name) || !/\.(?:xml|rels|vml)$/i.test(name)) return;
    const type = this.view.contentType(name) ?? '';
    if (type.includes('worksheet+xml') || type.includes('sharedStrings+xml')) return;
    try {
      parseXml(this.view.text(name) ?? '');
    } catch {
      this.fault(name, 'it is not well-formed');
    }
  }

  private contentTypes(): void {
    const text = this.view.text(CONTENT_TYPES);
    if (text === undefined) {
      this.fault(CONTENT_TYPES, 'it is missing');
      return;
    }
    const root = parseXml(text);
    const seen = new Set<string>();
    for (const { attributes } of childrenOf(root, 'Override')) {
      const name = attributes.get('PartName') ?? '';
      const key = name.toLowerCase().replace(/^\//, '');
      if (seen.has(key)) this.fault(CONTENT_TYPES, `${name} is there twice`);
      if (!this.parts.has(key)) this.fault(CONTENT_TYPES, `${name} is not in the package`);
      seen.add(key);
    }
    const endings = new Set(
      childrenOf(root, 'Default').map(({ attributes }) => attributes.get('Extension')?.toLowerCase()),
    );
    for (const name of this.view.names) {
      const key = name.toLowerCase();
      if (key !== CONTENT_TYPES.toLowerCase() && !seen.has(key) && !endings.has(key.replace(/^.*\./, '')))
        this.fault(name, 'it has no content type');
    }
  }

  private relationshipsIn(name: string): void {
    const part = name.replace(/_rels\/([^/]*)\.rels$/, '$1');
    const ids = new Set<string>();
    for (const { id, kind, target, external } of this.view.relationships(part)) {
      if (ids.has(id)) this.fault(name, `the id ${id} is there twice`);
      ids.add(id);
      if (external) continue;
      if (!this.parts.has(target.toLowerCase()))
        this.fault(name, `${id} names ${target}, which is not in the package`);
      else if (TYPED.has(kind) && !(this.view.contentType(target) ?? '').includes(kind))
        this.fault(target, `its content type is not that of a ${kind}`);
    }
  }

  private workbook(part: string): void {
    const { view } = this;
    const root = parseXml(view.text(part) ?? '');
    const relationships = view.relationships(part);
    const related = (kind: string): string | undefined =>
      relationships.find((relationship) => relationship.kind === kind && !relationship.external)?.target;
    const tabs = childrenOf(child(root, 'sheets'), 'sheet');
    this.tabs(part, tabs, new Set(relationships.map(({ id }) => id)));
    this.names(part, root, tabs.length);
    const limits = this.limits(related);
    const tables: TableSeen = { ids: new Map(), names: new Set(definedNames(root)) };
    for (const tab of tabs) {
      const relationship = relationships.find(({ id }) => id === prefixedAttribute(tab, 'id'));
      if (relationship?.kind === 'worksheet') this.sheet(relationship.target, limits, tables);
    }
  }

  private tabs(part: string, tabs: readonly XmlElement[], known: ReadonlySet<string>): void {
    const names = new Set<string>();
    const numbers = new Set<string>();
    for (const tab of tabs) {
      const name = tab.attributes.get('name') ?? '';
      const number = tab.attributes.get('sheetId') ?? '';
      if (name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name) || name.trim() === '')
        this.fault(part, `no sheet can be named "${name}"`);
      if (names.has(name.toLowerCase())) this.fault(part, `two sheets are named "${name}"`);
      if (numbers.has(number)) this.fault(part, `two sheets have the number ${number}`);
      if (!known.has(prefixedAttribute(tab, 'id') ?? '')) this.fault(part, `sheet "${name}" has no part`);
      names.add(name.toLowerCase());
      numbers.add(number);
    }
    if (!tabs.some(({ attributes }) => (attributes.get('state') ?? 'visible') === 'visible'))
      this.fault(part, 'no sheet is visible');
  }

  private names(part: string, root: XmlElement, tabs: number): void {
    const seen = new Set<string>();
    for (const { attributes } of childrenOf(child(root, 'definedNames'), 'definedName')) {
      const [name = '', local] = [attributes.get('name'), attributes.get('localSheetId')];
      const key = `${local ?? ''}!${name.toLowerCase()}`;
      if (seen.has(key)) this.fault(part, `the name ${name} is there twice`);
      seen.add(key);
      if (local !== undefined && !(Number(local) < tabs))
        this.fault(part, `the name ${name} belongs to a sheet that is not there`);
    }
    const view = child(child(root, 'bookViews'), 'workbookView');
    const active = view === undefined ? undefined : numberAttribute(view, 'activeTab');
    if ((active ?? 0) >= tabs) this.fault(part, 'the active sheet is not there');
  }

  private limits(related: (kind: string) => string | undefined): CellLimits {
    const [stringsPart, stylesPart, metadataPart] = ['sharedStrings', 'styles', 'sheetMetadata'].map(related);
    const strings = stringsPart === undefined ? undefined : this.view.xmlBytes(stringsPart);
    const texts = strings === undefined ? [] : this.texts(stringsPart ?? '', strings);
    const metadata = metadataPart === undefined ? undefined : this.view.text(metadataPart);
    return {
      texts,
      styles: stylesPart === undefined ? 1 : this.styles(stylesPart),
      metadata:
        metadata === undefined ? 0 : childrenOf(child(parseXml(metadata), 'cellMetadata'), 'bk').length,
    };
  }

  /** Where each text stands in the part: only the headers of tables are ever asked for. */
  private texts(part: string, bytes: Uint8Array): Uint8Array[] {
    const scanner = new ByteScanner(bytes);
    const texts: Uint8Array[] = [];
    let declared: string | undefined;
    while (scanner.next()) {
      if (scanner.closes) continue;
      if (scanner.name === 'sst') declared = scanner.attribute('uniqueCount');
      if (scanner.name !== 'si') continue;
      const start = scanner.tagStart;
      scanner.skip();
      texts.push(bytes.subarray(start, scanner.at));
    }
    if (declared !== undefined && Number(declared) !== texts.length)
      this.fault(part, `it announces ${declared} texts, but has ${texts.length}`);
    return texts;
  }

  private styles(part: string): number {
    const root = parseXml(this.view.text(part) ?? '');
    const counts = new Map<string, number>();
    for (const name of STYLE_LISTS) {
      const list = child(root, name);
      const count = listedEntries(list).length;
      counts.set(name, count);
      this.counted(part, list, count);
    }
    for (const format of listedEntries(child(root, 'cellXfs'), 'xf'))
      for (const [attribute, list] of FORMAT_PARTS) {
        const index = numberAttribute(format, attribute);
        if (index !== undefined && index >= (counts.get(list) ?? 0) && index > 0)
          this.fault(part, `a cell format names ${attribute} ${index}, which is not there`);
      }
    return Math.max(1, counts.get('cellXfs') ?? 0);
  }

  private counted(part: string, list: XmlElement | undefined, count: number): void {
    const declared = list?.attributes.get('count');
    if (list !== undefined && declared !== undefined && Number(declared) !== count)
      this.fault(part, `${list.local} announces ${declared} entries, but has ${count}`);
  }

  private sheet(part: string, limits: CellLimits, seen: TableSeen): void {
    const tables = this.view
      .relationships(part)
      .filter(({ kind, target }) => kind === 'table' && this.parts.has(target.toLowerCase()))
      .map(({ target }) => ({ part: target, root: parseXml(this.view.text(target) ?? '') }));
    const faults = tableFaults(tables, seen);
    if (this.looked(part) || tables.some((table) => this.looked(table.part)))
      faults.push(
        ...cellFaults(this.view.xmlBytes(part) ?? new Uint8Array(0), limits, tables).map(
          (what) => `${part}: ${what}`,
        ),
      );
    for (const fault of faults) this.found.push(fault);
  }
}

/** Kinds of parts whose content type has the same word in it. */
const TYPED = new Set(['worksheet', 'table', 'sharedStrings', 'styles', 'drawing', 'chart', 'sheetMetadata']);

const FORMAT_PARTS = [
  ['fontId', 'fonts'],
  ['fillId', 'fills'],
  ['borderId', 'borders'],
  ['xfId', 'cellStyleXfs'],
] as const;

/** Names for the whole workbook: a table must not have one of them. */
const definedNames = (root: XmlElement): string[] =>
  childrenOf(child(root, 'definedNames'), 'definedName').flatMap(({ attributes }) =>
    attributes.has('localSheetId') ? [] : [(attributes.get('name') ?? '').toLowerCase()],
  );
