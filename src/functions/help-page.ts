/**
 * The page that Excel opens for "Help on this function": the same as docs/functions.md, as one HTML file without
 * scripts, served beside functions.json. Knows the declarations only.
 */
import type { Example, FunctionDeclaration } from './declaration.ts';
import { bySection, cellText, CONVENTIONS, formulaOf, inBrackets, syntaxOf } from './reference.ts';

const STYLE = `
      :root { color-scheme: light dark; }
      body { max-width: 52rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.5 'Segoe UI', system-ui, sans-serif; }
      h3 { margin-top: 2.5rem; }
      code { font-family: Consolas, 'Courier New', monospace; font-size: 0.9em; overflow-wrap: anywhere; }
      table { border-collapse: collapse; width: 100%; margin: 0.5rem 0; }
      th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.75rem 0.3rem 0; border-bottom: 1px solid #8888; }
      tr > :first-child { min-width: 9rem; }
`;

/** The whole page. */
export function helpPage(): string {
  const sections = bySection();
  const contents = sections.map(([section, functions]) => {
    const links = functions.map(({ name }) => `<a href="#${name.toLowerCase()}">${name}</a>`);
    return `<li>${html(section)}: ${links.join(', ')}</li>`;
  });
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'" />
    <title>Regrant: functions</title>
    <link rel="icon" href="assets/regrant-32.png" />
    <style>${STYLE}    </style>
  </head>
  <body>
    <h1>Regrant: functions</h1>
    ${list(CONVENTIONS)}
    <ul>${contents.join('')}</ul>
    ${sections.map(([section, functions]) => [`<h2>${html(section)}</h2>`, ...functions.map(entry)].join('\n')).join('\n')}
  </body>
</html>
`;
}

function entry(declaration: FunctionDeclaration): string {
  const { name, description, parameters, result, rules, examples } = declaration;
  return [
    `<h3 id="${name.toLowerCase()}">${name}</h3>`,
    `<p>${html(description)}</p>`,
    `<p><code>${html(syntaxOf(declaration))}</code></p>`,
    table(
      ['Argument', 'Meaning'],
      parameters.map((p) => [code(inBrackets(p)), html(p.description)]),
    ),
    `<p>Result: ${html(result.description)}</p>`,
    list(rules),
    table(
      ['Formula', 'Result'],
      examples.map((example) => exampleRow(name, example)),
    ),
  ].join('\n');
}

const exampleRow = (name: string, example: Example): readonly string[] => [
  code(formulaOf(name, example)),
  code(cellText(example.result)),
];

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
