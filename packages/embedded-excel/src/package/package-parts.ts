/**
 * A package as it was read, and the changes that are to be saved: parts, content types, relationships. Parts that no
 * change touches keep their very bytes. It does not know what a workbook is.
 *
 * @see ECMA-376 part 2, Open Packaging Conventions
 */
import { PackageError } from './package-error.ts';
import { inUtf8, textOfPart } from './part-encoding.ts';
import {
  parseRelationships,
  type Relationship,
  type RelationshipKind,
  RELATIONSHIP_TYPES,
  relationshipsPart,
  relativeTarget,
} from './relationships.ts';
import { attributeText, childrenOf, parseXml, prefixOf, spliced, withOpenRoot } from './xml.ts';
import { concatenated, pack, shown, unpack, writeZip, type ZipEntry } from './zip.ts';

const CONTENT_TYPES = '[Content_Types].xml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONSHIPS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';
const RELATIONSHIPS_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export class PackageParts {
  /** By lower-case name, as part names are equal without regard to case. */
  private readonly entries = new Map<string, ZipEntry>();

  /** @throws PackageError two parts have one name */
  constructor(entries: Iterable<ZipEntry>) {
    for (const entry of entries) {
      const key = entry.name.toLowerCase();
      if (this.entries.has(key))
        throw new PackageError('damaged', `The file is damaged: it has two parts ${shown(entry.name)}.`);
      this.entries.set(key, entry);
    }
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

  /** An XML part in UTF-8, whatever the file has it in. */
  xmlBytes(name: string): Uint8Array | undefined {
    const bytes = this.bytes(name);
    return bytes === undefined ? undefined : inUtf8(bytes, name);
  }

  text(name: string): string | undefined {
    const bytes = this.bytes(name);
    return bytes === undefined ? undefined : textOfPart(bytes, name);
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
    return contentTypeIn(this.text(CONTENT_TYPES), part);
  }

  edit(): PackageEdit {
    return new PackageEdit(this, this.entries);
  }
}

/** What the list of content types says of a part: by its name, or else by its ending. */
function contentTypeIn(list: string | undefined, part: string): string | undefined {
  const types = parseXml(list ?? '<Types/>');
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

export class PackageEdit {
  private readonly source: PackageParts;
  private readonly entries: ReadonlyMap<string, ZipEntry>;
  private readonly changed = new Map<string, { name: string; pieces: readonly Uint8Array[] }>();
  private readonly removed = new Set<string>();

  constructor(source: PackageParts, entries: ReadonlyMap<string, ZipEntry>) {
    this.source = source;
    this.entries = entries;
  }

  get names(): string[] {
    const added = [...this.changed].filter(([key]) => !this.entries.has(key)).map(([, { name }]) => name);
    return [...this.source.names.filter((name) => this.has(name)), ...added];
  }

  /** Whether the part is not the source's own bytes. */
  changes(name: string): boolean {
    return this.changed.has(name.toLowerCase());
  }

  xmlBytes(name: string): Uint8Array | undefined {
    const change = this.changed.get(name.toLowerCase());
    if (change !== undefined) return concatenated(change.pieces);
    return this.has(name) ? this.source.xmlBytes(name) : undefined;
  }

  has(name: string): boolean {
    const key = name.toLowerCase();
    return this.changed.has(key) || (this.source.has(name) && !this.removed.has(key));
  }

  /** The part's text as it will be saved. */
  text(name: string): string | undefined {
    const change = this.changed.get(name.toLowerCase());
    if (change !== undefined) return textOfPart(concatenated(change.pieces), name);
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
    const isNew = !this.has(name);
    this.put(name, withChild(text, `<${prefixOf(root.name)}Relationship${attributeText(attributes)}/>`));
    // Some writers give the type of each part by its name, and none for all that end in .rels.
    if (isNew && this.contentType(name) !== RELATIONSHIPS_TYPE) this.setContentType(name, RELATIONSHIPS_TYPE);
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

  contentType(part: string): string | undefined {
    return contentTypeIn(this.text(CONTENT_TYPES), part);
  }

  private setContentType(part: string, type: string | undefined): void {
    const text = this.text(CONTENT_TYPES) ?? '<Types/>';
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
export function withChild(source: string, element: string): string {
  const text = withOpenRoot(source);
  const { contentEnd } = parseXml(text);
  return text.slice(0, contentEnd) + element + text.slice(contentEnd);
}

export const xmlDocument = (root: string): string => DECLARATION + root;
