/** The fields and loops that a template names, each with where it stands. Knows the syntax, not which fields there are. */
import type { Template } from './read-template.ts';

export interface Tag {
  readonly name: string;
  /** `{Company}`, `{#Grants}`, `{/Grants}`, or a brace without its other half. */
  readonly kind: 'field' | 'open' | 'close' | 'broken';
  /** `paragraph 12 of the body ("by {Company} as")` */
  readonly place: string;
  readonly path: string;
  /** Which table cell it is in, so that a loop over rows begins and ends in one table. */
  readonly table: number;
}

const PARAGRAPH = /<w:p[ >](?:(?!<w:p[ >]).)*?<\/w:p>|<w:tbl>|<w:tbl [^>]*>|<\/w:tbl>/gs;
const PIECE = /<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:tab\/>|<w:br(?: [^>]*)?\/>/g;

export function tagsOf({ texts }: Template): readonly Tag[] {
  return texts.flatMap(({ path, place, xml }) => {
    let paragraph = 0;
    let tables = 0;
    const open: number[] = [];
    return [...xml.matchAll(PARAGRAPH)].flatMap(([whole]): Tag[] => {
      if (whole.startsWith('<w:tbl')) open.push((tables += 1));
      else if (whole === '</w:tbl>') open.pop();
      else {
        paragraph += 1;
        const at = `paragraph ${String(paragraph)} of ${place}`;
        return tagsIn(textOfParagraph(whole), at).map((tag) => ({ ...tag, path, table: open.at(-1) ?? 0 }));
      }
      return [];
    });
  });
}

const textOfParagraph = (xml: string): string =>
  [...xml.matchAll(PIECE)]
    .map(([, text]) => text ?? ' ')
    .join('')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

/** How much of a paragraph a message shows. */
const SHOWN = 40;

function tagsIn(text: string, at: string): Omit<Tag, 'path' | 'table'>[] {
  const found: Omit<Tag, 'path' | 'table'>[] = [];
  const near = (index: number): string => {
    const start = Math.max(0, index - SHOWN / 2);
    return `${at} ("${text
      .slice(start, start + SHOWN)
      .replace(/\s+/g, ' ')
      .trim()}")`;
  };
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '}') found.push({ name: '}', kind: 'broken', place: near(i) });
    if (text[i] !== '{') continue;
    const end = text.slice(i + 1).search(/[{}]/) + i + 1;
    if (end <= i || text[end] !== '}') {
      found.push({ name: '{', kind: 'broken', place: near(i) });
      continue;
    }
    const inside = text.slice(i + 1, end).trim();
    const kind = inside.startsWith('#') ? 'open' : inside.startsWith('/') ? 'close' : 'field';
    found.push({
      name: kind === 'field' ? inside : inside.slice(1).trim(),
      kind,
      place: near(i),
    });
    i = end;
  }
  return found;
}
