/**
 * XML read into a tree, in document order, for tests that look into the manifest and into .xlsx parts. Enough for
 * well-formed files without entities of their own; what is not well-formed throws.
 */

export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text directly inside, children left out. */
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const decode = (text: string): string =>
  text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(Number(name.startsWith('#x') ? `0${name.slice(1)}` : name.slice(1)));
  });

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;

/** @throws Error the text is not well-formed */
export function parseXml(source: string): XmlElement {
  const document: OpenElement = { name: '', attributes: new Map(), children: [], text: '' };
  const open: OpenElement[] = [document];
  let end = 0;
  for (const match of source.matchAll(TOKEN)) {
    if (match.index !== end) break;
    end = match.index + match[0].length;
    const [, cdata, closing, name, attributes = '', empty, text] = match;
    const inside = open.at(-1) ?? document;
    if (cdata !== undefined || text !== undefined) inside.text += cdata ?? decode(text ?? '');
    else if (name === undefined) continue;
    else if (closing === '/') {
      if (inside.name !== name) throw new Error(`</${name}> closes <${inside.name}>.`);
      open.pop();
    } else {
      const pairs = [...attributes.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
      const element: OpenElement = {
        name,
        attributes: new Map(
          pairs.map(([, key = '', double, single]) => [key, decode(double ?? single ?? '')]),
        ),
        children: [],
        text: '',
      };
      inside.children.push(element);
      if (empty !== '/') open.push(element);
    }
  }
  const [root] = document.children;
  if (end !== source.replace(/^\uFEFF/, '').length || open.length !== 1 || root === undefined)
    throw new Error(`Not well-formed XML, near "${source.slice(end, end + 40)}".`);
  return root;
}

/** Every element under this one, itself included, in document order. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* descendants(child);
}

/** The elements of that name under this one, itself included. */
export const elementsNamed = (element: XmlElement, name: string): readonly XmlElement[] =>
  [...descendants(element)].filter((candidate) => candidate.name === name);

/** The only element of that name. @throws Error there is none, or more than one */
export function onlyElement(element: XmlElement, name: string): XmlElement {
  const [found, ...more] = elementsNamed(element, name);
  if (found === undefined || more.length > 0)
    throw new Error(`<${element.name}> has ${found === undefined ? 'no' : 'more than one'} <${name}>.`);
  return found;
}

/** @throws Error the element has no such attribute */
export function attribute(element: XmlElement, name: string): string {
  const value = element.attributes.get(name);
  if (value === undefined) throw new Error(`<${element.name}> has no attribute ${name}.`);
  return value;
}
