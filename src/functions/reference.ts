/**
 * The functions' documentation, docs/functions.md and a page for each function in docs/functions, written from their
 * declarations, so that it cannot say anything else than they do. `npx tsx scripts/write-function-reference.ts` writes
 * it; a test compares. Knows declarations and Markdown; `help-page.ts` says the same in HTML.
 */
import type { CellValue, Grid } from '../domain/basics/cell.ts';
import { failureOf } from './call.ts';
import { CATALOGUE } from './catalogue.ts';
import type { Call, Example, FunctionDeclaration, Outcome, Parameter } from './declaration.ts';

/** Under which Excel shows the functions; the manifest says the same. */
const NAMESPACE = 'REGRANT';

export const INTRODUCTION =
  'Every example and every error on these pages is calculated by a test. Figures of the reference offer come from the filing of Lantronix, 2002.';

/** What holds for every function; Markdown. */
export const CONVENTIONS: readonly string[] = [
  `Type a function as \`=${NAMESPACE}.NEWSHARES(1000, 0.75)\`. The formula wizard (Shift+F3) describes every function and every argument; arguments in \`[brackets]\` may be left out, or be an empty cell.`,
  'A **table** is a range whose first row holds the headers, found without regard to case, spaces and punctuation.',
  '**Words** such as `up` or `next business day` are read without regard to case, spaces, `-` and `_`. A word that is not known is answered with those that are, and with the nearest of them.',
  '**Shares** are whole. Arithmetic on shares and ratios is exact for every count up to 2^53.',
  '**Results** that are dates, prices or amounts carry their number format where Excel supports it (CustomFunctionsRuntime 1.4, as a formatted number before ExcelApi 1.19); elsewhere they are plain numbers, to be formatted as one likes. A format of the cell itself always wins.',
  '**Errors**: `#VALUE!` for a bad argument, `#N/A` where a look-up finds nothing, `#NUM!` for a number outside what makes sense. Excel shows the reason beside the first two: it names the argument and what would be right.',
  'The same arguments always give the same result: no function reads the clock, the network or other cells.',
];

/** What the cells of an argument may hold, and what becomes of it; Markdown. */
export const CELLS: readonly string[] = [
  'A **date** is a cell that holds a date, or text such as `2003-07-21` or `2003-07-21T21:00`; a time of day is cut off, but for `Received` and an expiration. Other text, such as `07/03/2003`, is `#VALUE!`, because it means two days.',
  '**Text that is a number** counts as that number: `1,000`, `0.75`. `TRUE` and `FALSE` are not numbers.',
  '**Empty cells**, and text of nothing but spaces: an optional argument is left out, a needed one is `#VALUE!`. In a range of prices or dates they are skipped, blank rows of a table are passed over, and in `ELIGIBILITY` they give blank answers.',
  '**Excel on the desktop may hand an empty cell over as 0.** So 0 is an empty cell wherever it cannot be meant: in words, ids, dates, schedules, decimals, steps and multiples, in a `To`, in a rule’s Field, Operator, Reason and date, in the prices of a table of prices, and in a ledger’s ids, words, dates and prices. Elsewhere, as in counts of shares, months and days, 0 is 0: for a cell that may be empty write `IF(A1="","",A1)`.',
  '**An error** in an argument comes back as that error; of a kind that a custom function cannot show, such as `#REF!`, it is `#VALUE!` with a message that names it. In a table it matters where it is read: a rule gives the error of the cell that it would judge, and nothing of a column that no rule names. `ELIGIBILITY` says FALSE and names the error in the reasons of its row, and `CHECK` lists it.',
  '**Whole columns** (`A:D`) work in Excel on Windows and Mac, where they are what they hold. **In Excel on the web they give `#CALC!`**: use a table (`Grants[#All]`) or a bounded range (`A4:Q400`), which also is quicker.',
  '**A range of one cell** is that cell, and a cell is a range of one. A larger range for a single value makes Excel run the function for each of its cells, and spill.',
];

/** The functions of each section, in order. */
export const bySection = (): readonly (readonly [string, readonly FunctionDeclaration[]])[] =>
  [...new Set(CATALOGUE.map(({ section }) => section))].map((section) => [
    section,
    CATALOGUE.filter((declaration) => declaration.section === section),
  ]);

/** The name of a function's page, without what stands for its format. */
export const pageOf = (name: string): string => `functions/${name.toLowerCase()}`;

/** docs/functions.md: what holds for all functions, and where each has its page. */
export function functionIndex(): string {
  const sections = bySection().map(([section, functions]) =>
    [`## ${section}`, table(['function', 'gives'], functions.map(indexRow))].join('\n\n'),
  );
  const opening = ['# Functions', list(CONVENTIONS), '## What cells may hold', list(CELLS), INTRODUCTION];
  return `${[...opening, ...sections].join('\n\n')}\n`;
}

const indexRow = ({ name, description }: FunctionDeclaration): readonly string[] => [
  `[${name}](${pageOf(name)}.md)`,
  description,
];

/** A function's page, such as docs/functions/newshares.md. */
export function functionPage(declaration: FunctionDeclaration): string {
  const { name, section, description, parameters, result, rules, examples, failures, source } = declaration;
  const paragraphs = [
    `# ${name}`,
    description,
    ['```', syntaxOf(declaration), '```'].join('\n'),
    table(
      ['argument', 'meaning'],
      parameters.map((parameter) => [`\`${inBrackets(parameter)}\``, parameter.description]),
    ),
    `Result: ${result.description}`,
    '## Rules',
    list(rules),
    '## Examples',
    table(
      ['formula', 'result'],
      examples.map((example) => exampleCells(name, example).map((text) => `\`${text}\``)),
    ),
    '## Errors',
    table(
      ['formula', 'error', 'message'],
      failures.map((call) => {
        const [formula = '', error = '', message = ''] = failureCells(declaration, call);
        return [`\`${formula}\``, `\`${error}\``, plain(message)];
      }),
    ),
    ...(source === undefined ? [] : ['## Source', source]),
    `[All functions](../functions.md), ${section.toLowerCase()} and what cells may hold.`,
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

/** Every file of the documentation, by its path in `docs`. */
export const referenceFiles = (): ReadonlyMap<string, string> =>
  new Map([
    ['functions.md', functionIndex()],
    ...CATALOGUE.map((declaration) => [`${pageOf(declaration.name)}.md`, functionPage(declaration)] as const),
  ]);

const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** A bar would end the table's cell. */
const table = (headers: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headers, headers.map(() => '---'), ...rows]
    .map((row) => `| ${row.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');

/** A message is no Markdown: `<` and `_` stand for themselves. */
const plain = (text: string): string => text.replace(/[<>_*[\]`\\]/g, (sign) => `\\${sign}`);

/** `=REGRANT.NEWSHARES(shares, ratio, [rounding])`. */
export const syntaxOf = ({ name, parameters }: FunctionDeclaration): string =>
  `=${NAMESPACE}.${name}(${parameters.map(inBrackets).join(', ')})`;

export const inBrackets = ({ name, optional }: Parameter<unknown>): string => (optional ? `[${name}]` : name);

/** The formula of an example and its result. */
export const exampleCells = (name: string, example: Example): readonly string[] => [
  formulaOf(name, example),
  cellText(example.result),
];

/** The formula of a failing call, its error and the message, as the code gives them. */
export function failureCells(declaration: FunctionDeclaration, call: Call): readonly string[] {
  const failure = failureOf(declaration, call.arguments);
  if (failure === undefined) throw new Error(`${formulaOf(declaration.name, call)} does not fail.`);
  return [formulaOf(declaration.name, call), failure.error, failure.message];
}

/** The formula of an example as it is typed. */
export function formulaOf(name: string, { arguments: given, written }: Call): string {
  return `=${NAMESPACE}.${name}(${written ?? given.map(cellText).join(', ')})`;
}

const isGrid = (value: Outcome): value is Grid => typeof value === 'object' && value !== null;

/** A value as a formula writes it: text in quotes, a range as an array constant. */
export function cellText(value: CellValue | Grid): string {
  if (isGrid(value)) return `{${value.map((row) => row.map(cellText).join(',')).join(';')}}`;
  if (typeof value === 'string') return `"${value.replaceAll('"', '""')}"`;
  return value === null || value === undefined ? '""' : String(value).toUpperCase();
}
