/** How parts of a package point at each other: relationship parts, their targets, and the types that matter here. */
import { childrenOf, parseXml } from './xml.ts';

export interface Relationship {
  readonly id: string;
  /** The last word of the type's URI: `worksheet`, `table`. Transitional and strict files share it. */
  readonly kind: string;
  /** The part's name without a leading slash, or the outside address. */
  readonly target: string;
  readonly external: boolean;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MICROSOFT_2011 = 'http://schemas.microsoft.com/office/2011/relationships';

/** The types that this package writes. */
export const RELATIONSHIP_TYPES = {
  worksheet: `${OFFICE}/worksheet`,
  sharedStrings: `${OFFICE}/sharedStrings`,
  styles: `${OFFICE}/styles`,
  table: `${OFFICE}/table`,
  drawing: `${OFFICE}/drawing`,
  chart: `${OFFICE}/chart`,
  sheetMetadata: `${OFFICE}/sheetMetadata`,
  customXml: `${OFFICE}/customXml`,
  customXmlProps: `${OFFICE}/customXmlProps`,
  webextension: `${MICROSOFT_2011}/webextension`,
  webextensiontaskpanes: `${MICROSOFT_2011}/webextensiontaskpanes`,
} as const;

export type RelationshipKind = keyof typeof RELATIONSHIP_TYPES;

/** The part that holds a part's relationships; those of the package itself are `''`'s. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

export function parseRelationships(text: string, part: string): Relationship[] {
  return childrenOf(parseXml(text), 'Relationship').map(({ attributes }) => {
    const external = attributes.get('TargetMode') === 'External';
    const target = attributes.get('Target') ?? '';
    return {
      id: attributes.get('Id') ?? '',
      kind: (attributes.get('Type') ?? '').replace(/^.*\//, ''),
      target: external ? target : resolvedTarget(target, part),
      external,
    };
  });
}

/** The part that a target means, seen from `part`: `../tables/table1.xml`, `/xl/styles.xml`. */
export function resolvedTarget(target: string, part: string): string {
  let decoded = target.replace(/\\/g, '/').replace(/#.*$/, '');
  try {
    decoded = decodeURIComponent(decoded);
  } catch {
    // A lone per cent sign: the writer did not encode the name, so it is meant as it stands.
  }
  const base = decoded.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const step of decoded.split('/')) {
    if (step === '..') base.pop();
    else if (step !== '' && step !== '.') base.push(step);
  }
  return base.join('/');
}

/** The way from `part` to `target`, as relationship parts spell it. */
export function relativeTarget(part: string, target: string): string {
  const from = part.split('/').slice(0, -1);
  const to = target.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
