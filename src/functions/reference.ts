/**
 * The help page of the functions, docs/functions.md, written from their declarations, so that it cannot say anything
 * else than they do. `npx tsx scripts/write-function-reference.ts` writes it; a test compares.
 */
import type { CellValue, Grid } from '../domain/basics/cell.ts';
import { CATALOGUE } from './catalogue.ts';
import type { Example, FunctionDeclaration, Outcome, Parameter } from './declaration.ts';

/** Under which Excel shows the functions; the manifest says the same. */
const NAMESPACE = 'REGRANT';

const INTRODUCTION =
  'The examples below are checked by a test. Figures of the reference offer come from the filing of Lantronix, 2002.';

/** What holds for every function; Markdown. */
export const CONVENTIONS: readonly string[] = [
  `Type a function as \`=${NAMESPACE}.NEWSHARES(1000, 0.75)\`. The formula wizard (Shift+F3) describes every function and every argument; arguments in \`[brackets]\` may be left out, or be an empty cell.`,
  "A **date** is a cell that holds a date, or text such as `2003-07-21`. Results that are dates are Excel's serial numbers: format the cell as a date.",
  'A **table** is a range whose first row holds the headers, found without regard to case, spaces and punctuation.',
  '**Words** such as `up` or `next business day` are read without regard to case, spaces, `-` and `_`.',
  '**Shares** are whole. Arithmetic on shares and ratios is exact for every count up to 2^53.',
  '**Errors**: `#VALUE!` for a bad argument, `#N/A` where a look-up finds nothing, `#NUM!` for a number outside what makes sense. Excel shows the reason beside the first two: it names the argument and what would be right.',
  'The same arguments always give the same result: no function reads the clock, the network or other cells.',
];

/** The functions of each section, in order. */
export const bySection = (): readonly (readonly [string, readonly FunctionDeclaration[]])[] =>
  [...new Set(CATALOGUE.map(({ section }) => section))].map((section) => [
    section,
    CATALOGUE.filter((declaration) => declaration.section === section),
  ]);

/** The whole page. */
export function functionReference(): string {
  const sections = bySection().map(([section, functions]) =>
    [`## ${section}`, ...functions.map(entry)].join('\n\n'),
  );
  const contents = bySection().map(([section, functions]) => {
    const links = functions.map(({ name }) => `[${name}](#${name.toLowerCase()})`);
    return `- ${section}: ${links.join(', ')}`;
  });
  const conventions = CONVENTIONS.map((convention) => `- ${convention}`);
  const opening = ['# Functions', conventions.join('\n'), INTRODUCTION, contents.join('\n')];
  return `${[...opening, ...sections].join('\n\n')}\n`;
}

function entry(declaration: FunctionDeclaration): string {
  const { name, description, parameters, result, rules, examples } = declaration;
  const rows = parameters.map(
    (parameter) => `| \`${inBrackets(parameter)}\` | ${inTable(parameter.description)} |`,
  );
  return [
    `### ${name}`,
    description,
    ['```', syntaxOf(declaration), '```'].join('\n'),
    ['| argument | meaning |', '|---|---|', ...rows].join('\n'),
    `Result: ${result.description}`,
    rules.map((rule) => `- ${rule}`).join('\n'),
    ['| formula | result |', '|---|---|', ...examples.map((example) => exampleRow(name, example))].join('\n'),
  ].join('\n\n');
}

/** `=REGRANT.NEWSHARES(shares, ratio, [rounding])`. */
export const syntaxOf = ({ name, parameters }: FunctionDeclaration): string =>
  `=${NAMESPACE}.${name}(${parameters.map(inBrackets).join(', ')})`;

export const inBrackets = ({ name, optional }: Parameter<unknown>): string => (optional ? `[${name}]` : name);

const exampleRow = (name: string, example: Example): string =>
  `| \`${inTable(formulaOf(name, example))}\` | \`${inTable(cellText(example.result))}\` |`;

/** The formula of an example as it is typed. */
export function formulaOf(name: string, { arguments: given, written }: Example): string {
  return `=${NAMESPACE}.${name}(${written ?? given.map(cellText).join(', ')})`;
}

const isGrid = (value: Outcome): value is Grid => typeof value === 'object' && value !== null;

/** A value as a formula writes it: text in quotes, a range as an array constant. */
export function cellText(value: CellValue | Grid): string {
  if (isGrid(value)) return `{${value.map((row) => row.map(cellText).join(',')).join(';')}}`;
  if (typeof value === 'string') return `"${value.replaceAll('"', '""')}"`;
  return value === null || value === undefined ? '""' : String(value).toUpperCase();
}

/** A bar would end the table's cell. */
const inTable = (text: string): string => text.replaceAll('|', '\\|');
