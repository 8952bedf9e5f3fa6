/** Looks a template through before anything is made of it: every field that is wrong, each by its place, all at once. */
import type { Problems } from '../../domain/basics/problems.ts';
import { say } from '../../domain/basics/sentence.ts';
import { nearestWord } from '../../domain/basics/words.ts';
import type { Template } from './read-template.ts';
import type { TemplateFields } from './template-fields.ts';
import { type Tag, tagsOf } from './template-tags.ts';
import { textOf } from '../utf8.ts';

/** Says on every page of a draft that it is one; blank on any other paper. */
export const DRAFT_FIELD = 'Draft Mark';

/** @returns the fields and loops that it names: a loop's as `Grants/New Shares` */
export function checkTemplate(
  template: Template,
  known: TemplateFields,
  problems: Problems,
): ReadonlySet<string> {
  const tags = tagsOf(template);
  const used = new Set<string>();
  const open: Tag[] = [];
  for (const tag of tags) {
    const top = open.at(-1);
    // A loop ends in the part and the table in which it begins.
    if (top !== undefined && top.path !== tag.path) {
      problems.add(unclosed(top));
      open.length = 0;
    }
    check(tag, open, known, used, problems);
  }
  for (const tag of open) problems.add(unclosed(tag));
  for (const name of known.needed)
    if (!used.has(name)) problems.add(say`The template lacks {${name}}, which the paper cannot do without.`);
  for (const [name, { isNeeded }] of Object.entries(known.loops))
    if (isNeeded === true && !used.has(name))
      problems.add(
        say`The template lacks the loop {#${name}} ... {/${name}}, which the paper cannot do without.`,
      );
  checkDraftMark(template, tags, problems);
  return used;
}

const unclosed = ({ name, place }: Tag) =>
  say`The loop {#${name}} begins in ${place} and does not end: put {/${name}} after it, in the same table or text.`;

function check(tag: Tag, open: Tag[], known: TemplateFields, used: Set<string>, problems: Problems): void {
  const { name, kind, place } = tag;
  const loop = open.at(-1);
  switch (kind) {
    case 'broken':
      problems.add(
        say`The brace ${name} in ${place} lacks its other half: write a field as {Company}, in one paragraph.`,
      );
      return;
    case 'open':
      if (known.loops[name] === undefined)
        problems.add(
          say`The loop {#${name}} in ${place} is not known${nearestWord(name, Object.keys(known.loops))}`,
        );
      else if (loop !== undefined)
        problems.add(
          say`The loop {#${name}} in ${place} is inside the loop {#${loop.name}}, and must be beside it.`,
        );
      used.add(name);
      open.push(tag);
      return;
    case 'close':
      if (loop === undefined)
        problems.add(say`{/${name}} in ${place} ends a loop that does not begin before it.`);
      else if (loop.name !== name)
        problems.add(say`{/${name}} in ${place} ends a loop, but the one that is open is {#${loop.name}}.`);
      else if (loop.table !== tag.table)
        problems.add(say`The loop {#${name}} must end in the table in which it begins, not in ${place}.`);
      open.pop();
      return;
    case 'field':
      checkField(tag, loop, known, used, problems);
  }
}

function checkField(
  { name, place }: Tag,
  loop: Tag | undefined,
  known: TemplateFields,
  used: Set<string>,
  problems: Problems,
): void {
  const rows = loop === undefined ? undefined : known.loops[loop.name];
  if (rows?.fields[name] !== undefined) used.add(`${loop?.name ?? ''}/${name}`);
  else if (known.fields[name] !== undefined || name === DRAFT_FIELD) used.add(name);
  else {
    const owner = Object.entries(known.loops).find(([, { fields }]) => fields[name] !== undefined)?.[0];
    if (owner !== undefined)
      problems.add(
        say`The field {${name}} in ${place} is known only inside the loop {#${owner}} ... {/${owner}}.`,
      );
    else {
      const names = [...Object.keys(known.fields), ...Object.keys(rows?.fields ?? {})];
      problems.add(say`The field {${name}} in ${place} is not known${nearestWord(name, names)}`);
    }
  }
}

/** Every page has a header or a footer with the mark: that of its section, and a first or even page's own. */
function checkDraftMark({ parts, texts }: Template, tags: readonly Tag[], problems: Problems): void {
  const body = texts[0]?.xml ?? '';
  const targets = relationshipTargets(parts);
  const marked = new Set(tags.filter(({ name }) => name === DRAFT_FIELD).map(({ path }) => path));
  const sections = [...body.matchAll(/<w:sectPr[ >].*?<\/w:sectPr>/gs)].map(([xml]) => xml);
  const kinds = new Map<string, boolean>();
  for (const [, type = 'default', id = ''] of body.matchAll(
    /<w:(?:header|footer)Reference(?=[^>]*w:type="(\w+)")(?=[^>]*r:id="([^"]+)")[^>]*>/g,
  ))
    kinds.set(type, (kinds.get(type) ?? false) || marked.has(targets.get(id) ?? ''));
  if (sections.some((xml) => xml.includes('<w:titlePg')) && !kinds.has('first')) kinds.set('first', false);
  if (kinds.get('default') !== true || [...kinds.values()].includes(false))
    problems.add(
      say`The template lacks {${DRAFT_FIELD}} in its header or footer, the first page's own included: a draft is marked on every page.`,
    );
}

function relationshipTargets(parts: Template['parts']): ReadonlyMap<string, string> {
  const bytes = parts.get('word/_rels/document.xml.rels');
  const xml = bytes === undefined ? '' : textOf(bytes);
  return new Map(
    [...xml.matchAll(/<Relationship(?=[^>]* Id="([^"]+)")(?=[^>]* Target="([^"]+)")[^>]*>/g)].map(
      ([, id = '', target = '']) => [id, target.startsWith('/') ? target.slice(1) : `word/${target}`],
    ),
  );
}
