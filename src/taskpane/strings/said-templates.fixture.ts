/** Every sentence that the sources say, as the template by which a catalogue finds it. Reads the sources' syntax. */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { templateOf } from '../../domain/basics/sentence.ts';

/** What a custom function says stands in a cell, in English: functions.js carries no catalogue. */
const ROOMS = ['domain', 'workbook', 'commands', 'taskpane'];

const filesIn = (room: string): readonly string[] =>
  readdirSync(`src/${room}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.(test|bench|fixture)\.ts$/.test(path))
    .map((path) => `src/${room}/${path}`);

/** Templates without words or quotation marks, such as `{0}: {1}`, are the same in every language. */
const hasWords = (template: string): boolean => /[\p{L}"]/u.test(template.replace(/\{\d+\}/g, ''));

/** The templates with the places where they are said. */
export function saidTemplates(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const file of ROOMS.flatMap(filesIn)) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'say') {
        const template = templateIn(node.template);
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        if (hasWords(template)) found.set(template, `${file}:${line + 1}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

const templateIn = (template: ts.TemplateLiteral): string =>
  ts.isNoSubstitutionTemplateLiteral(template)
    ? template.text
    : templateOf({
        parts: [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)],
        values: [],
      });
