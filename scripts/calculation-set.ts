/**
 * Computes the calculation set: writes `test/calculation/book.json` and the formulas of `formulas.json` into an .xlsx
 * without results, lets LibreOffice calculate it, and stores what came out, at full precision, in
 * `test/calculation/from-libreoffice.json`. Needs LibreOffice. Run after changing either file: npx tsx scripts/calculation-set.ts
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { findTool } from './find-tools.ts';

const program = findTool('soffice');
if (program === undefined) throw new Error('The calculation set needs LibreOffice.');

const folder = new URL('../test/calculation/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
type Cell = number | string | boolean | null;
type Result = number | string | boolean | { readonly error: string };
const book = read('book.json') as { sheets: Record<string, Cell[][]>; names: Record<string, string> };
const formulas = read('formulas.json') as { formula: string; array?: boolean }[];

/** Functions newer than the file format: files carry a prefix before them. */
const NEWER =
  /\b(IFS|IFNA|SWITCH|XOR|MAXIFS|MINIFS|CONCAT|TEXTJOIN|RANK\.AVG|PERCENTILE\.EXC|QUARTILE\.INC|COVARIANCE\.S|NORM\.S\.DIST|NORM\.DIST|NORM\.S\.INV|CEILING\.MATH|FLOOR\.MATH|DAYS|ISOWEEKNUM|ISFORMULA|NUMBERVALUE|UNICODE|AGGREGATE)\(/g;
const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const inFile = (formula: string): string =>
  escape(formula.slice(1).replace(NEWER, (call: string) => `_xlfn.${call}`));
const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

function cellXml(value: Cell, row: number, column: number): string {
  const at = `${letters(column)}${row + 1}`;
  if (value === null) return '';
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${at}" t="b"><v>${value ? 1 : 0}</v></c>`;
  if (value.startsWith('=')) return `<c r="${at}"><f>${inFile(value)}</f></c>`;
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`;
}

const sheetXml = (rows: readonly (readonly string[])[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
    .map((cells, row) => `<row r="${row + 1}">${cells.join('')}</row>`)
    .join('')}</sheetData></worksheet>`;

// The formula in A and in B whether it gives a logical value, which LibreOffice stores as a number.
const asked = formulas.map(({ formula, array }, row) => {
  const kind = array ? ` t="array" ref="A${row + 1}"` : '';
  return [
    `<c r="A${row + 1}"><f${kind}>${inFile(formula)}</f></c>`,
    `<c r="B${row + 1}"><f>ISLOGICAL(${inFile(formula)})</f></c>`,
  ];
});

const sheets: [name: string, xml: string][] = [
  ...Object.entries(book.sheets).map(([name, rows]): [string, string] => [
    name,
    sheetXml(rows.map((cells, row) => cells.map((value, column) => cellXml(value, row, column)))),
  ]),
  ['Formulas', sheetXml(asked)],
];

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const parts: Record<string, string> = {
  '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${sheets
    .map(
      (_, i) =>
        `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
    )
    .join('')}</Types>`,
  '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets
    .map(([name], i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="s${i + 1}"/>`)
    .join('')}</sheets><definedNames>${Object.entries(book.names)
    .map(([name, formula]) => `<definedName name="${name}">${escape(formula.slice(1))}</definedName>`)
    .join('')}</definedNames></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships">${sheets
    .map(
      (_, i) =>
        `<Relationship Id="s${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
    )
    .join('')}<Relationship Id="st" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs></styleSheet>`,
};
sheets.forEach(([, xml], i) => {
  parts[`xl/worksheets/sheet${i + 1}.xml`] = xml;
});

const work = mkdtempSync(join(tmpdir(), 'calculation-set-'));
try {
  writeFileSync(
    join(work, 'set.xlsx'),
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))),
  );
  execFileSync(
    program,
    [
      `-env:UserInstallation=file://${work}/profile`,
      '--headless',
      '--convert-to',
      'fods',
      '--outdir',
      work,
      join(work, 'set.xlsx'),
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const version = execFileSync(program, ['--version'], { encoding: 'utf8' })
    .trim()
    .split(' ')
    .slice(0, 2)
    .join(' ');
  const values = resultsIn(readFileSync(join(work, 'set.fods'), 'utf8'));
  if (values.length !== formulas.length)
    throw new Error(`LibreOffice gave ${values.length} results for ${formulas.length} formulas.`);
  const lines = formulas.map((entry, i) => `    ${JSON.stringify({ ...entry, value: values[i] })}`);
  const source = `computed by ${version} with scripts/calculation-set.ts`;
  writeFileSync(
    new URL('from-libreoffice.json', folder),
    `{\n  "source": ${JSON.stringify(source)},\n  "formulas": [\n${lines.join(',\n')}\n  ]\n}\n`,
  );
  console.log(`${formulas.length} formulas ${source}`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** The results in column A of the sheet of formulas: numbers, texts, logical values, `{error}`. */
function resultsIn(fods: string): Result[] {
  const sheet = fods.slice(fods.indexOf('table:name="Formulas"'));
  const results: Result[] = [];
  for (const [, row = ''] of sheet
    .slice(0, sheet.indexOf('</table:table>'))
    .matchAll(/<table:table-row[^>]*>([\s\S]*?)<\/table:table-row>/g)) {
    const cells = [...row.matchAll(/<table:table-cell([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g)];
    const [[, formula = '', content = ''] = [], [, kind = ''] = []] = cells;
    if (formula.includes('table:formula='))
      results.push(result(formula, content, /office:value="1"|boolean-value="true"/.test(kind)));
  }
  return results;
}

/** LibreOffice shows some results as dates or times of its own accord: they are numbers here. */
function result(attributes: string, content: string, isLogical: boolean): Result {
  const text = unescape(
    [...content.matchAll(/<text:p>([\s\S]*?)<\/text:p>/g)].map(([, part = '']) => spaces(part)).join('\n'),
  );
  if (attributes.includes('calcext:value-type="error"')) return { error: text };
  const number = /office:value="([^"]*)"/.exec(attributes);
  if (number !== null) return isLogical ? number[1] !== '0' : Number(number[1]);
  const [, day, clock = '00:00:00'] = /office:date-value="([^"T]*)T?([^"]*)"/.exec(attributes) ?? [];
  if (day !== undefined) return Date.parse(`${day}T${clock === '' ? '00:00:00' : clock}Z`) / 86400000 + 25569;
  const time = /office:time-value="PT(\d+)H(\d+)M([\d.]+)S"/.exec(attributes);
  if (time !== null) return (Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3])) / 86400;
  const logical = /office:boolean-value="([^"]*)"/.exec(attributes);
  if (logical !== null) return logical[1] === 'true';
  const stored = /office:string-value="([^"]*)"/.exec(attributes);
  return stored === null ? text : unescape(stored[1] ?? '');
}

function spaces(text: string): string {
  return text
    .replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count: string | undefined) =>
      ' '.repeat(Number(count ?? 1)),
    )
    .replace(/<[^>]*>/g, '');
}

function unescape(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}
