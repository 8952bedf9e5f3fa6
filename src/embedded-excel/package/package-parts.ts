/**
 * A package as it was read, and the changes that are to be saved: parts, content types, relationships. Parts that no
 * change touches keep their very bytes. It does not know what a workbook is.
 *
 * @see ECMA-376 part 2, Open Packaging Conventions
 */
import {
  parseRelationships,
  type Relationship,
  type RelationshipKind,
  RELATIONSHIP_TYPES,
  relationshipsPart,
  relativeTarget,
} from './relationships.ts';
import { attributeText, childrenOf, parseXml, prefixOf, spliced } from './xml.ts';
import { concatenated, pack, unpack, writeZip, type ZipEntry } from './zip.ts';

const CONTENT_TYPES = '[Content_Types].xml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONSHIPS_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A part's text; files from some writers are UTF-16 or start with a byte order mark. */
function decoded(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

export class PackageParts {
  /** By lower-case name, as part names are equal without regard to case. */
  private readonly entries = new Map<string, ZipEntry>();

  constructor(entries: Iterable<ZipEntry>) {
    for (const entry of entries) this.entries.set(entry.name.toLowerCase(), entry);
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  get names(): string[] {
    return [...this.entries.values()].map((entry) => entry.name);
  }

  bytes(name: string): Uint8Array | undefined {
    const entry = this.entries.get(name.toLowerCase());
    return entry === undefined ? undefined : unpack(entry);
  }

  text(name: string): string | undefined {
    const bytes = this.bytes(name);
    return bytes === undefined ? undefined : decoded(bytes);
  }

  relationships(part: string): Relationship[] {
    const text = this.text(relationshipsPart(part));
    return text === undefined ? [] : parseRelationships(text, part);
  }

  /** The first part that `part` points at as that kind. */
  related(part: string, kind: string): string | undefined {
    return this.relationships(part).find(
      (relationship) => relationship.kind === kind && !relationship.external,
    )?.target;
  }

  contentType(part: string): string | undefined {
    const types = parseXml(this.text(CONTENT_TYPES) ?? '<Types/>');
    const name = `/${part}`.toLowerCase();
    const override = childrenOf(types, 'Override').find(
      ({ attributes }) => attributes.get('PartName')?.toLowerCase() === name,
    );
    const extension = part.slice(part.lastIndexOf('.') + 1).toLowerCase();
    const fallback = childrenOf(types, 'Default').find(
      ({ attributes }) => attributes.get('Extension')?.toLowerCase() === extension,
    );
    return (override ?? fallback)?.attributes.get('ContentType');
  }

  edit(): PackageEdit {
    return new PackageEdit(this, this.entries);
  }
}

export class PackageEdit {
  private readonly source: PackageParts;
  private readonly entries: ReadonlyMap<string, ZipEntry>;
  private readonly changed = new Map<string, { name: string; pieces: readonly Uint8Array[] }>();
  private readonly removed = new Set<string>();

  constructor(source: PackageParts, entries: ReadonlyMap<string, ZipEntry>) {
    this.source = source;
    this.entries = entries;
  }

  has(name: string): boolean {
    const key = name.toLowerCase();
    return this.changed.has(key) || (this.source.has(name) && !this.removed.has(key));
  }

  /** The part's text as it will be saved. */
  text(name: string): string | undefined {
    const change = this.changed.get(name.toLowerCase());
    if (change !== undefined) return decoded(concatenated(change.pieces));
    return this.has(name) ? this.source.text(name) : undefined;
  }

  /** A changed or a new part; a new one needs its content type. */
  put(name: string, content: string | readonly Uint8Array[], contentType?: string): void {
    const pieces = typeof content === 'string' ? [new TextEncoder().encode(content)] : content;
    const known = this.entries.get(name.toLowerCase())?.name ?? name;
    this.changed.set(name.toLowerCase(), { name: known, pieces });
    this.removed.delete(name.toLowerCase());
    if (contentType !== undefined) this.setContentType(known, contentType);
  }

  /** Takes a part out, with its content type and its own relationships. */
  remove(name: string): void {
    for (const part of [name, relationshipsPart(name)]) {
      this.changed.delete(part.toLowerCase());
      if (this.source.has(part)) this.removed.add(part.toLowerCase());
    }
    this.setContentType(name, undefined);
  }

  relationships(part: string): Relationship[] {
    const text = this.text(relationshipsPart(part));
    return text === undefined ? [] : parseRelationships(text, part);
  }

  related(part: string, kind: string): string | undefined {
    return this.relationships(part).find(
      (relationship) => relationship.kind === kind && !relationship.external,
    )?.target;
  }

  /** Lets `part` point at `target`; gives the relationship's id. */
  relate(part: string, kind: RelationshipKind, target: string): string {
    const name = relationshipsPart(part);
    const text =
      this.text(name) ?? `${DECLARATION}<Relationships xmlns="${RELATIONSHIPS_NAMESPACE}"></Relationships>`;
    const root = parseXml(text);
    const taken = new Set(childrenOf(root, 'Relationship').map(({ attributes }) => attributes.get('Id')));
    let number = taken.size + 1;
    while (taken.has(`rId${number}`)) number++;
    const id = `rId${number}`;
    const attributes = { Id: id, Type: RELATIONSHIP_TYPES[kind], Target: relativeTarget(part, target) };
    this.put(name, withChild(text, `<${prefixOf(root.name)}Relationship${attributeText(attributes)}/>`));
    return id;
  }

  unrelate(part: string, target: string): void {
    const name = relationshipsPart(part);
    const text = this.text(name);
    if (text === undefined) return;
    const gone = new Set(
      parseRelationships(text, part)
        .filter((r) => r.target.toLowerCase() === target.toLowerCase())
        .map((r) => r.id),
    );
    if (gone.size === 0) return;
    const elements = childrenOf(parseXml(text), 'Relationship').filter(({ attributes }) =>
      gone.has(attributes.get('Id') ?? ''),
    );
    this.put(
      name,
      spliced(
        text,
        elements.map(({ start, end }) => ({ start, end, text: '' })),
      ),
    );
  }

  /** A name that no part has: `xl/charts/chart#.xml` gives `xl/charts/chart3.xml`. */
  freeName(pattern: string): string {
    if (!pattern.includes('#')) {
      if (!this.has(pattern) && !this.source.has(pattern)) return pattern;
      return this.freeName(pattern.replace(/\.(?=\w+$)/, '#.'));
    }
    for (let number = 1; ; number++) {
      const name = pattern.replace('#', String(number));
      if (!this.has(name) && !this.source.has(name)) return name;
    }
  }

  private setContentType(part: string, type: string | undefined): void {
    const text = this.text(CONTENT_TYPES) ?? '';
    const types = parseXml(text);
    const name = `/${part}`.toLowerCase();
    const old = childrenOf(types, 'Override').find(
      ({ attributes }) => attributes.get('PartName')?.toLowerCase() === name,
    );
    const without = old === undefined ? text : spliced(text, [{ start: old.start, end: old.end, text: '' }]);
    if (type === undefined) {
      if (old !== undefined) this.put(CONTENT_TYPES, without);
      return;
    }
    const element = `<${prefixOf(types.name)}Override${attributeText({ PartName: `/${part}`, ContentType: type })}/>`;
    this.put(CONTENT_TYPES, withChild(without, element));
  }

  /** The archive: parts in the order of the source, new ones after them. */
  zip(): Uint8Array {
    const written = new Set<string>();
    const result: ZipEntry[] = [];
    for (const [key, entry] of this.entries) {
      if (this.removed.has(key)) continue;
      const change = this.changed.get(key);
      result.push(change === undefined ? entry : pack(entry.name, change.pieces));
      written.add(key);
    }
    for (const [key, { name, pieces }] of this.changed)
      if (!written.has(key)) result.push(pack(name, pieces));
    return writeZip(result);
  }
}

/** A document's text with one more element at the end of its root. */
export function withChild(text: string, element: string): string {
  const root = parseXml(text);
  if (root.contentEnd < root.end)
    return text.slice(0, root.contentEnd) + element + text.slice(root.contentEnd);
  const open = text.slice(root.start, root.end).replace(/\s*\/>$/, '>');
  return `${text.slice(0, root.start)}${open}${element}</${root.name}>${text.slice(root.end)}`;
}

export const xmlDocument = (root: string): string => DECLARATION + root;
