/** The tables of docs/papers.md that list what a template may name, from the fields' declarations. */
import type { TemplateField } from '../../src/outputs/docx/template-fields.ts';
import { OUTPUTS } from '../../src/outputs/outputs.ts';

const rows = (fields: Readonly<Record<string, TemplateField>>): string[] =>
  Object.entries(fields).map(
    ([name, { meaning, example, isNeeded }]) =>
      `| \`{${name}}\` | ${meaning}${isNeeded === true ? '; needed' : ''} | ${example} |`,
  );

const table = (fields: Readonly<Record<string, TemplateField>>): string[] => [
  '| field | what it is | example |',
  '| --- | --- | --- |',
  ...rows(fields),
  '',
];

/** Markdown; each kind that has a template, its own fields and its loops. */
export function fieldsPage(): string {
  return OUTPUTS.flatMap(({ kind, fields }) =>
    fields === undefined
      ? []
      : [
          `### ${kind}`,
          '',
          ...table(fields.fields),
          ...Object.entries(fields.loops).flatMap(([loop, { meaning, fields: own }]) => [
            `\`{#${loop}}\` ... \`{/${loop}}\`: ${meaning}.`,
            '',
            ...table(own),
          ]),
        ],
  ).join('\n');
}
