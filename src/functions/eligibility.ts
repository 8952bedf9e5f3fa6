/** Eligibility as formulas: each is one call of the eligibility room. */
import { type CellValue, type Grid, isEmptyRow, isErrorCell, refuseError } from '../domain/basics/cell.ts';
import { badValue, RegrantError } from '../domain/basics/error.ts';
import { say } from '../domain/basics/sentence.ts';
import { compileRules, REASON_SEPARATOR, type RuleSet } from '../domain/eligibility/rules.ts';
import { mapHeaders } from '../domain/ledger/header-map.ts';
import { declare, optional, required } from './declaration.ts';
import { DATE, LINE, TABLE, tableOf } from './kinds.ts';
import { cellsForRules, headerCells } from './ledger-cells.ts';
import { rememberedTables } from './memory.ts';

/** The rules, and how they read a row. */
interface Judge {
  readonly ruleSet: RuleSet;
  readonly cells: (row: readonly CellValue[]) => readonly CellValue[];
}

const compiled = rememberedTables(([headers = [], rules = []], asOf): Judge => {
  rules.forEach((row, index) =>
    row.forEach((cell) => refuseError(cell, `A cell in row ${index + 1} of rules`)),
  );
  try {
    const map = mapHeaders(headerCells(headers[0] ?? []));
    const ruleSet = compileRules(map, rules, typeof asOf === 'number' ? asOf : undefined);
    return { ruleSet, cells: cellsForRules(map, ruleSet) };
  } catch (error) {
    if (!(error instanceof RegrantError) || NAMES_ITS_ARGUMENT.test(error.message)) throw error;
    throw new RegrantError(error.kind, say`rules cannot be used: ${error.message}`);
  }
});

/** What the domain says of a single rule or field does not yet say in which argument the analyst finds it. */
const NAMES_ITS_ARGUMENT = /^(rules|as of) /i;

function refuseErrorsRead({ rules }: RuleSet, row: readonly CellValue[]): void {
  for (const { field } of rules) refuseError(field.read(row), `${field.name} of the row`);
}

/** The rules compiled for the headers, and the row as they read it, checked to lie under them. */
function judged(
  headers: readonly CellValue[],
  row: readonly CellValue[],
  rules: Grid,
  asOf: number | undefined,
): { readonly ruleSet: RuleSet; readonly grant: readonly CellValue[] } {
  if (row.length !== headers.length)
    throw badValue(
      say`row must have a cell under each of the ${headers.length} headers, and has ${row.length}.`,
    );
  const { ruleSet, cells } = compiled([[headers], rules], asOf);
  const grant = cells(row);
  // What no rule reads may hold an error; a rule must not judge one.
  for (const cell of grant) if (isErrorCell(cell)) refuseErrorsRead(ruleSet, grant);
  return { ruleSet, grant };
}

const HEADERS = required('headers', LINE, "The ledger's header row, such as A4:Q4.");
const ROW = required('row', LINE, 'The row of one grant, under those headers, such as A5:Q5.');
/** A rule may compare with 0. */
const RULES_TABLE = tableOf('a table with the headers Field, Operator and Value', ['Value']);
const RULES = required(
  'rules',
  RULES_TABLE,
  'Table with headers Field, Operator, Value and optionally Reason. Select it with its header row.',
);
const AS_OF = optional(
  'asOf',
  DATE,
  'Date for Remaining Term and Grant Age; needed only where a rule uses one of them.',
);

const RULES_TEXT = [
  '`rules` is a table with the headers `Field`, `Operator`, `Value`, and optionally `Reason`. A field is a header of the ledger, by name or synonym, or `Outstanding` (granted less exercised and cancelled), `Remaining Term` (whole months from `asOf` to expiration) or `Grant Age` (whole months from grant to `asOf`). A field that the ledger lacks is `#VALUE!`.',
  'Operators: `=`, `<>`, `<`, `<=`, `>`, `>=`, `between` (two values separated by `;` or `and`), `in`, `not in` (values separated by `;`), `is blank`, `is not blank`, `contains`, `starts with`, and `blank or` before any comparison.',
  'A blank cell passes `<>` and `not in`, and fails every other comparison.',
] as const;

const AS_IN_ELIGIBLE = '`rules` and `asOf` are as in `ELIGIBLE`.';

const EXAMPLE_HEADERS = [['Holder ID', 'Country', 'Strike']] as const;
const EXAMPLE_RULES = [
  ['Field', 'Operator', 'Value', 'Reason'],
  ['Exercise Price', '>', 3.01, 'Exercise price must exceed $3.01'],
  ['Country', '=', 'US', 'Employed outside the United States'],
] as const;

export const ELIGIBLE = declare({
  name: 'ELIGIBLE',
  section: 'Eligible grants',
  description: 'Whether a grant passes every eligibility rule of the offer: TRUE or FALSE.',
  rules: RULES_TEXT,
  parameters: [HEADERS, ROW, RULES, AS_OF],
  result: { type: 'boolean', description: 'TRUE where the grant passes every rule.' },
  examples: [
    { arguments: [EXAMPLE_HEADERS, [['E-7', 'US', 3.02]], EXAMPLE_RULES], result: true },
    { arguments: [EXAMPLE_HEADERS, [['E-7', 'US', 3.01]], EXAMPLE_RULES], result: false },
  ],
  failures: [
    {
      arguments: [
        [['Plan']],
        [['2000']],
        [
          ['Field', 'Operator', 'Value'],
          ['Country', '=', 'US'],
        ],
      ],
    },
    {
      arguments: [
        [['Country']],
        [['US']],
        [
          ['Field', 'Operator', 'Value'],
          ['Country', 'equal', 'US'],
        ],
      ],
    },
  ],
  body: (headers, row, rules, asOf) => {
    const { ruleSet, grant } = judged(headers, row, rules, asOf);
    return ruleSet.passes(grant);
  },
});

export const REASONS = declare({
  name: 'REASONS',
  section: 'Eligible grants',
  description:
    'Why a grant is not eligible: the reasons of every rule that it fails; empty where it passes all.',
  rules: [AS_IN_ELIGIBLE, 'Reasons stand in the order of the rules, joined with `; `.'],
  parameters: [HEADERS, ROW, RULES, AS_OF],
  result: { type: 'string', description: 'Reasons, joined with "; "; empty where the grant is eligible.' },
  examples: [
    {
      arguments: [EXAMPLE_HEADERS, [['E-7', 'FR', 3]], EXAMPLE_RULES],
      result: 'Exercise price must exceed $3.01; Employed outside the United States',
    },
  ],
  failures: [
    {
      arguments: [
        [['Expires']],
        [[38000]],
        [
          ['Field', 'Operator', 'Value'],
          ['Remaining Term', '>', 6],
        ],
      ],
    },
  ],
  body: (headers, row, rules, asOf) => {
    const { ruleSet, grant } = judged(headers, row, rules, asOf);
    return ruleSet.reasons(grant).join(REASON_SEPARATOR);
  },
});

export const ELIGIBILITY = declare({
  name: 'ELIGIBILITY',
  section: 'Eligible grants',
  description: 'Eligibility of a whole ledger at once: one row per grant with Eligible and Reasons.',
  rules: [
    AS_IN_ELIGIBLE,
    'One row per row of the ledger, under the headers `Eligible` and `Reasons`; a blank row stays blank.',
  ],
  parameters: [required('grants', TABLE, 'The ledger with its header row, such as A4:Q400.'), RULES, AS_OF],
  result: {
    type: 'any',
    columns: [{ header: 'Eligible' }, { header: 'Reasons' }],
    headed: true,
    description: 'A table: Eligible (TRUE or FALSE) and Reasons.',
  },
  examples: [
    {
      arguments: [[...EXAMPLE_HEADERS, ['E-7', 'US', 3.02], ['E-8', 'FR', 4]], EXAMPLE_RULES],
      result: [
        ['Eligible', 'Reasons'],
        [true, ''],
        [false, 'Employed outside the United States'],
      ],
    },
  ],
  failures: [
    {
      arguments: [
        [['Country'], ['US']],
        [
          ['Field', 'Value'],
          ['Country', 'US'],
        ],
      ],
    },
  ],
  body: (grants, rules, asOf) => {
    const [headers = [], ...rows] = grants;
    const { ruleSet, cells } = compiled([[headers], rules], asOf);
    return rows.map((given) => {
      if (isEmptyRow(given)) return ['', ''];
      const row = cells(given);
      return ruleSet.passes(row) ? [true, ''] : [false, ruleSet.reasons(row).join(REASON_SEPARATOR)];
    });
  },
});
