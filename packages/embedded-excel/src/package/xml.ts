/**
 * XML for the small parts of a package: a tree that remembers where each element stands in the text, so that a change
 * replaces an element and leaves the rest as it was written. Prefixes do not matter in look-ups. Sheets' cells and
 * shared strings are too large for it; they are scanned as bytes.
 */
import { PackageError } from './package-error.ts';

export interface XmlElement {
  /** As written: `x:sheets`. */
  readonly name: string;
  /** Without prefix: `sheets`. */
  readonly local: string;
  /** By name as written, entities resolved. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The element's own text, without that of its children; entities resolved. */
  readonly text: string;
  /** Where the element stands in its document's text: from its `<` to after its last `>`. */
  readonly start: number;
  readonly end: number;
  /** Where its content stands; both are `end` in an element without one (`<a/>`). */
  readonly contentStart: number;
  readonly contentEnd: number;
}

interface OpenElement {
  name: string;
  local: string;
  attributes: Map<string, string>;
  children: XmlElement[];
  text: string;
  start: number;
  contentStart: number;
}

/** @throws PackageError the text is not well-formed */
export function parseXml(text: string): XmlElement {
  const stack: OpenElement[] = [];
  let root: XmlElement | undefined;
  let at = 0;
  const close = (open: OpenElement, contentEnd: number, end: number): void => {
    const element: XmlElement = { ...open, contentEnd, end };
    const parent = stack[stack.length - 1];
    if (parent === undefined) root ??= element;
    else parent.children.push(element);
  };
  while (at < text.length) {
    const open = text.indexOf('<', at);
    const parent = stack[stack.length - 1];
    if (parent !== undefined && open > at) parent.text += decodedText(text.slice(at, open));
    if (open < 0) break;
    if (text.startsWith('<!--', open)) at = after(text, '-->', open + 4);
    else if (text.startsWith('<![CDATA[', open)) {
      at = after(text, ']]>', open + 9);
      if (parent !== undefined) parent.text += withLineFeeds(text.slice(open + 9, at - 3));
    } else if (text.startsWith('<?', open)) at = after(text, '?>', open + 2);
    else if (text.startsWith('<!', open)) at = after(text, '>', open + 2);
    else if (text.startsWith('</', open)) {
      at = after(text, '>', open + 2);
      const last = stack.pop();
      if (last === undefined) throw notWellFormed();
      if (text.slice(open + 2, at - 1).trimEnd() !== last.name) throw notWellFormed();
      close(last, open, at);
    } else {
      const tag = readTag(text, open);
      at = tag.end;
      const element: OpenElement = {
        name: tag.name,
        local: localName(tag.name),
        attributes: tag.attributes,
        children: [],
        text: '',
        start: open,
        contentStart: tag.end,
      };
      if (tag.empty) close(element, tag.end, tag.end);
      else if (stack.push(element) > DEEPEST) throw tooDeep();
    }
  }
  if (root === undefined || stack.length > 0) throw notWellFormed();
  return root;
}

/** Excel's own reader goes no deeper than 256 elements, and no part of a workbook needs a tenth of that. */
const DEEPEST = 256;

export const tooDeep = (): PackageError =>
  new PackageError(
    'damaged',
    `The file is damaged: elements of one of its parts lie in each other more than ${DEEPEST} deep.`,
  );

const notWellFormed = (): PackageError =>
  new PackageError('damaged', 'The file is damaged: one of its parts is not well-formed XML.');

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  if (found < 0) throw notWellFormed();
  return found + mark.length;
}

const NAME = /[^\s/>=]+/y;
const ATTRIBUTE = /\s+([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
const TAG_END = /\s*(\/?)>/y;

/** An opening tag that starts at `at`. */
export function readTag(
  text: string,
  at: number,
): { name: string; attributes: Map<string, string>; empty: boolean; end: number } {
  NAME.lastIndex = at + 1;
  const name = NAME.exec(text)?.[0];
  if (name === undefined) throw notWellFormed();
  const attributes = new Map<string, string>();
  let next = at + 1 + name.length;
  for (;;) {
    ATTRIBUTE.lastIndex = next;
    const found = ATTRIBUTE.exec(text);
    if (found === null) break;
    attributes.set(found[1] ?? '', decodedAttribute(found[2] ?? found[3] ?? ''));
    next = ATTRIBUTE.lastIndex;
  }
  TAG_END.lastIndex = next;
  const end = TAG_END.exec(text);
  if (end === null) throw notWellFormed();
  return { name, attributes, empty: end[1] === '/', end: TAG_END.lastIndex };
}

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The prefix with its colon, or nothing: `x:` of `x:sheets`. */
export const prefixOf = (name: string): string => name.slice(0, name.indexOf(':') + 1);

export const child = (element: XmlElement | undefined, local: string): XmlElement | undefined =>
  element?.children.find((candidate) => candidate.local === local);

export const childrenOf = (element: XmlElement | undefined, local: string): XmlElement[] =>
  element?.children.filter((candidate) => candidate.local === local) ?? [];

/** Every element below of that name, in the order of the document. */
export const descendants = (element: XmlElement, local: string): XmlElement[] =>
  element.children.flatMap((inner) => [
    ...(inner.local === local ? [inner] : []),
    ...descendants(inner, local),
  ]);

/** An attribute by its local name, whatever its prefix: the `id` of `r:id="rId1"`. */
export function prefixedAttribute(element: XmlElement, local: string): string | undefined {
  for (const [name, value] of element.attributes)
    if (name.endsWith(`:${local}`) && !name.startsWith('xmlns:')) return value;
  return undefined;
}

/** A number that an attribute holds, or undefined. */
export function numberAttribute(element: XmlElement, name: string): number | undefined {
  const text = element.attributes.get(name);
  const number = text === undefined ? NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** A logical attribute (`1`, `true`, `on`), or undefined where it is not there. */
export function booleanAttribute(element: XmlElement, name: string): boolean | undefined {
  const text = element.attributes.get(name);
  return text === undefined ? undefined : text === '1' || text === 'true' || text === 'on';
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? whole;
    const code = name[1] === 'x' || name[1] === 'X' ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** A line break as XML readers hand it on, however the file spells it. @see XML 1.0, 2.11 */
export const withLineFeeds = (text: string): string =>
  text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;

/** An element's text as written, with its line breaks and entities resolved. */
export const decodedText = (text: string): string => decodeEntities(withLineFeeds(text));

/** An attribute's value: line breaks and tabs that are not spelled as entities are blanks. @see XML 1.0, 3.3.3 */
export const decodedAttribute = (text: string): string =>
  decodeEntities(/[\r\n\t]/.test(text) ? text.replace(/\r\n|[\r\n\t]/g, ' ') : text);

/** An empty element's tag (`<a />`) as an opening one (`<a>`); any other tag as it is. */
export function openingTag(tag: string): string {
  if (!tag.endsWith('/>')) return tag;
  return `${tag.slice(0, -2).trimEnd()}>`;
}

/** A document whose root has no content (`<a/>`), as one whose root has room for it (`<a></a>`). */
export function withOpenRoot(text: string): string {
  const root = parseXml(text);
  if (root.contentStart < root.end) return text;
  const tag = openingTag(text.slice(root.start, root.end));
  return `${text.slice(0, root.start)}${tag}</${root.name}>${text.slice(root.end)}`;
}

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
  '\r': '&#13;',
};

/** Text for an element's content. */
export const escapeText = (text: string): string =>
  /[&<>\r]/.test(text) ? text.replace(/[&<>\r]/g, (mark) => ESCAPED[mark] ?? mark) : text;

/** Text for an attribute's value in double quotes. */
export const escapeAttribute = (text: string): string =>
  text.replace(/[&<>"\n\t\r]/g, (mark) => ESCAPED[mark] ?? mark);

/** Attributes as a tag has them, with a leading space each; undefined and false ones are left out. */
export function attributeText(
  attributes: Readonly<Record<string, string | number | boolean | undefined>>,
): string {
  let text = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    text += ` ${name}="${typeof value === 'boolean' ? (value ? 1 : 0) : escapeAttribute(String(value))}"`;
  }
  return text;
}

/** A change of a document's text: what stands from `start` to `end` becomes `text`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The text with all changes made; they must not overlap. Insertions at one place keep their order, and stand before what
 * replaces the text from there on.
 */
export function spliced(text: string, splices: readonly Splice[]): string {
  const ordered = [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const splice of ordered) {
    result += text.slice(at, splice.start) + splice.text;
    at = splice.end;
  }
  return result + text.slice(at);
}

/** Characters that XML 1.0 has no room for, and text that looks like such an escape (ECMA-376, ST_Xstring). */
// eslint-disable-next-line no-control-regex -- these are the very characters that need the escape
const NEEDS_ESCAPE = /[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9a-f]{4}_)/gi;

/** Text as Excel stores it: `_x0007_` for a character that XML cannot hold. */
export const encodeXstring = (text: string): string =>
  text.replace(
    NEEDS_ESCAPE,
    (mark) => `_x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );

export const decodeXstring = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
