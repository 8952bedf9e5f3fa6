/**
 * Conditional formats between a sheet's part and the model. A rule that a file brought keeps its own words; only its
 * priority and, where the rule moved, its cells are written anew.
 *
 * @see ECMA-376 part 1, 18.3.1.18 and 18.3.1.10
 */
import { areaAddress, cellAddress, parseAreas } from '../model/area.ts';
import type { ConditionalFormat } from '../model/conditional-format.ts';
import { defined } from './style-reader.ts';
import {
  attributeText,
  booleanAttribute,
  childrenOf,
  escapeText,
  numberAttribute,
  parseXml,
  spliced,
  type XmlElement,
} from './xml.ts';

export function readConditionalFormats(
  lists: readonly XmlElement[],
  source: (element: XmlElement) => string,
  spell: (formula: string) => string,
): ConditionalFormat[] {
  let number = 0;
  return lists.flatMap((list) => {
    const areas = parseAreas(list.attributes.get('sqref') ?? '');
    return childrenOf(list, 'cfRule').map((rule) => ({
      id: `{00000000-000C-0000-0000-${String(number++).padStart(12, '0')}}`,
      areas,
      kind: rule.attributes.get('type') ?? 'expression',
      priority: numberAttribute(rule, 'priority') ?? number,
      formulas: childrenOf(rule, 'formula').map(({ text }) => spell(text)),
      kept: source(rule),
      ...defined<Omit<ConditionalFormat, 'id' | 'areas' | 'kind' | 'priority' | 'formulas' | 'kept'>>({
        stopIfTrue: booleanAttribute(rule, 'stopIfTrue'),
        operator: rule.attributes.get('operator'),
        text: rule.attributes.get('text'),
        format: numberAttribute(rule, 'dxfId'),
      }),
    }));
  });
}

export function writeConditionalFormats(
  formats: readonly ConditionalFormat[],
  spell: (formula: string) => string,
  p: string,
): string {
  const bySqref = new Map<string, string[]>();
  for (const format of formats) {
    if (format.areas.length === 0) continue;
    const sqref = format.areas.map(areaAddress).join(' ');
    const rules = bySqref.get(sqref) ?? [];
    bySqref.set(sqref, rules);
    rules.push(ruleXml(format, spell, p));
  }
  return [...bySqref]
    .map(
      ([sqref, rules]) =>
        `<${p}conditionalFormatting${attributeText({ sqref })}>${rules.join('')}</${p}conditionalFormatting>`,
    )
    .join('');
}

function ruleXml(format: ConditionalFormat, spell: (formula: string) => string, p: string): string {
  if (format.kept !== undefined) return keptRule(format.kept, format, spell);
  const attributes = attributeText({
    type: format.kind,
    dxfId: format.format,
    priority: format.priority,
    stopIfTrue: format.stopIfTrue || undefined,
    operator: format.operator,
    text: format.text,
  });
  const formulas = format.formulas.length > 0 ? format.formulas : textFormula(format);
  const inner = formulas
    .map((formula) => `<${p}formula>${escapeText(spell(formula))}</${p}formula>`)
    .join('');
  return `<${p}cfRule${attributes}>${inner}</${p}cfRule>`;
}

/** A file's own rule, with its present priority and, where what they refer to moved, its present formulas. */
function keptRule(kept: string, format: ConditionalFormat, spell: (formula: string) => string): string {
  const rule = parseXml(kept);
  const splices = childrenOf(rule, 'formula').flatMap(({ text, contentStart, contentEnd }, index) => {
    const formula = format.formulas[index];
    const now = formula === undefined ? text : spell(formula);
    return now === text ? [] : [{ start: contentStart, end: contentEnd, text: escapeText(now) }];
  });
  return spliced(kept, splices).replace(
    /(\spriority\s*=\s*["'])\d+/,
    (_, before: string) => `${before}${format.priority}`,
  );
}

/** A text rule needs the formula that says the same (18.18.12). */
function textFormula({ areas, kind, text }: ConditionalFormat): string[] {
  const [first] = areas;
  if (kind !== 'containsText' || text === undefined || first === undefined) return [];
  return [`NOT(ISERROR(SEARCH("${text.replace(/"/g, '""')}",${cellAddress(first.top, first.left)})))`];
}
