/**
 * The pages that Excel opens for "Help on this function": the same as docs/functions, as HTML files without scripts,
 * served beside functions.json. Knows the declarations only.
 */
import { CATALOGUE } from './catalogue.ts';
import type { FunctionDeclaration } from './declaration.ts';
import {
  bySection,
  CELLS,
  CONVENTIONS,
  exampleCells,
  failureCells,
  inBrackets,
  INTRODUCTION,
  pageOf,
  syntaxOf,
} from './reference.ts';

/** Every page, by its path beside functions.json. */
export const helpPages = (): ReadonlyMap<string, string> =>
  new Map([
    ['functions.html', indexPage()],
    ...CATALOGUE.map((declaration) => [`${pageOf(declaration.name)}.html`, page(declaration)] as const),
  ]);

/** The page with what holds for all functions. */
function indexPage(): string {
  const sections = bySection().flatMap(([section, functions]) => [
    `<h2>${html(section)}</h2>`,
    table(
      ['Function', 'Gives'],
      functions.map(({ name, description }) => [
        `<a href="${pageOf(name)}.html">${name}</a>`,
        html(description),
      ]),
    ),
  ]);
  return document('Regrant: functions', '', [
    `<h1 class="marked">${MARK}Regrant: functions</h1>`,
    list(CONVENTIONS),
    '<h2>What cells may hold</h2>',
    list(CELLS),
    `<p>${html(INTRODUCTION)}</p>`,
    ...sections,
  ]);
}

function page(declaration: FunctionDeclaration): string {
  const { name, section, description, parameters, result, rules, examples, failures, source } = declaration;
  return document(`${name}: Regrant`, '../', [
    `<h1>${name}</h1>`,
    `<p>${html(description)}</p>`,
    `<p>${code(syntaxOf(declaration))}</p>`,
    table(
      ['Argument', 'Meaning'],
      parameters.map((p) => [code(inBrackets(p)), html(p.description)]),
    ),
    `<p>Result: ${html(result.description)}</p>`,
    '<h2>Rules</h2>',
    list(rules),
    '<h2>Examples</h2>',
    table(
      ['Formula', 'Result'],
      examples.map((example) => exampleCells(name, example).map(code)),
    ),
    '<h2>Errors</h2>',
    table(
      ['Formula', 'Error', 'Message'],
      failures.map((call) => {
        const [formula = '', error = '', message = ''] = failureCells(declaration, call);
        return [code(formula), code(error), html(message)];
      }),
    ),
    ...(source === undefined ? [] : ['<h2>Source</h2>', `<p>${html(source)}</p>`]),
    `<p><a href="../functions.html">All functions</a>, ${html(section.toLowerCase())} and what cells may hold.</p>`,
  ]);
}

/** The product's mark, in the colours of the theme. */
const MARK =
  '<picture><source srcset="assets/regrant-dark.svg" media="(prefers-color-scheme: dark)" />' +
  '<img src="assets/regrant.svg" width="40" height="40" alt="" /></picture>';

const document = (title: string, up: string, body: readonly string[]): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'" />
    <title>${html(title)}</title>
    <link rel="icon" href="${up}assets/regrant.svg" />
    <link rel="stylesheet" href="${up}pages.css" />
  </head>
  <body>
    <main>
      ${body.join('\n      ')}
    </main>
  </body>
</html>
`;

function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (tag: string, row: readonly string[]) =>
    row.map((cell) => `<${tag}>${cell}</${tag}>`).join('');
  const body = rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('');
  return `<table><tr>${cells('th', headers)}</tr>${body}</table>`;
}

const list = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${inline(item)}</li>`).join('')}</ul>`;

const code = (text: string): string => `<code>${html(text)}</code>`;

const html = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The little Markdown that the rules use: code between backticks, emphasis between double stars. */
const inline = (text: string): string =>
  html(text)
    .replace(/`([^`]*)`/g, '<code>$1</code>')
    .replace(/\*\*([^*]*)\*\*/g, '<strong>$1</strong>');
