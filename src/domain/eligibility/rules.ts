/**
 * Eligibility rules: a table of Field, Operator, Value, Reason, compiled once for a ledger's headers and then asked
 * row by row. It does not know why a rule is waived or what an offer does with the answer.
 */
import { type CellValue, type Grid, isBlank, isErrorCell, show } from '../basics/cell.ts';
import type { Day } from '../basics/day.ts';
import { badValue } from '../basics/error.ts';
import { english, say, type Words } from '../basics/sentence.ts';
import { headerKey, wordKey } from '../basics/words.ts';
import { type Field, fieldOf, type Row } from '../ledger/field.ts';
import type { HeaderMap } from '../ledger/header-map.ts';
import { type CompiledTest, parseOperator, type Verdict } from './operator.ts';

/** A rule, ready to be asked. */
export interface Rule {
  readonly field: Field;
  readonly test: CompiledTest;
  readonly reason: Words;
  readonly waivedForLookBack: boolean;
  /** Position of the rule's row in its table, from 1 under the header. */
  readonly row: number;
}

export interface RuleFailure {
  /** Position in `rules`. */
  readonly rule: number;
  readonly reason: Words;
  /** The rule's own reason, without what is wrong with the cell. */
  readonly group: Words;
}

/** What separates the reasons of one grant. */
export const REASON_SEPARATOR = '; ';

export interface RuleSet {
  readonly rules: readonly Rule[];
  /** Whether the row passes every rule. */
  readonly passes: (row: Row) => boolean;
  /** Whether the row passes every rule that a look-back does not waive. */
  readonly passesForLookBack: (row: Row) => boolean;
  /** The reasons of every failed rule as a cell shows them, in rule order; empty where it passes. */
  readonly reasons: (row: Row) => string[];
  /** The rules that the row fails, and why: for explanations and counts. */
  readonly failures: (row: Row) => readonly RuleFailure[];
}

const COLUMNS = {
  field: ['field'],
  operator: ['operator'],
  value: ['value'],
  reason: ['reason'],
  waived: ['waivedforlookback'],
} as const;

/**
 * Compiles a rules table, its header row first.
 *
 * @param map the ledger's headers
 * @param table rules with the columns Field, Operator, Value, optionally Reason and Waived for Look-back
 * @param asOf the day for Remaining Term and Grant Age
 * @throws RegrantError a column of the table is missing, a field that the ledger lacks, an unknown operator, or a
 *   Value that does not fit
 */
export function compileRules(map: HeaderMap, table: Grid, asOf?: Day): RuleSet {
  const header = (table[0] ?? []).map((cell) => (isBlank(cell) ? '' : headerKey(String(cell))));
  const offset = (name: keyof typeof COLUMNS): number =>
    header.findIndex((key) => (COLUMNS[name] as readonly string[]).includes(key));
  for (const name of ['field', 'operator', 'value'] as const)
    if (offset(name) < 0)
      throw badValue(say`Rules must be a table whose first row holds the headers Field, Operator and Value.`);
  const at = {
    field: offset('field'),
    operator: offset('operator'),
    value: offset('value'),
    reason: offset('reason'),
    waived: offset('waived'),
  };
  const rules: Rule[] = [];
  table.slice(1).forEach((row, index) => {
    if ([at.field, at.operator, at.value].every((column) => isBlank(row[column]))) return;
    rules.push(compileRule(row, at, map, index + 1, asOf));
  });
  return ruleSet(rules);
}

function compileRule(
  row: Row,
  at: Readonly<Record<keyof typeof COLUMNS, number>>,
  map: HeaderMap,
  position: number,
  asOf: Day | undefined,
): Rule {
  const name = isBlank(row[at.field]) ? '' : String(row[at.field]).trim();
  if (name === '') throw badValue(say`Rule ${String(position)} has no Field: name a column of the ledger.`);
  if (isBlank(row[at.operator]))
    throw badValue(
      say`The rule on ${name} has no Operator: use =, <>, <, <=, >, >=, between, in or another.`,
    );
  const operator = parseOperator(String(row[at.operator]), name);
  const field = fieldOf(map, name, asOf);
  const test = operator.compile(row[at.value], { field: name, isDate: field.content === 'date' });
  const given = at.reason < 0 ? '' : row[at.reason];
  return {
    field,
    test,
    reason: isBlank(given) ? say`${name} ${test.sentence}` : String(given).trim(),
    waivedForLookBack: at.waived >= 0 && readYes(row[at.waived], name),
    row: position,
  };
}

function readYes(value: CellValue, field: string): boolean {
  if (isBlank(value) || value === false) return false;
  if (value === true) return true;
  const word = wordKey(String(value));
  if (word === 'yes' || word === 'y' || word === 'true') return true;
  if (word === 'no' || word === 'n' || word === 'false') return false;
  throw badValue(say`Waived for Look-back of the rule on ${field} must be Yes or No, not ${show(value)}.`);
}

function ruleSet(rules: readonly Rule[]): RuleSet {
  const passesAll =
    (some: readonly Rule[]) =>
    (row: Row): boolean => {
      for (const rule of some) if (rule.test.judge(rule.field.read(row)) !== 'passes') return false;
      return true;
    };
  const failures = (row: Row): readonly RuleFailure[] => {
    const found: RuleFailure[] = [];
    rules.forEach((rule, index) => {
      const cell = rule.field.read(row);
      const verdict = rule.test.judge(cell);
      if (verdict !== 'passes')
        found.push({ rule: index, reason: reasonOf(rule, verdict, cell), group: rule.reason });
    });
    return found;
  };
  return {
    rules,
    passes: passesAll(rules),
    passesForLookBack: passesAll(rules.filter((rule) => !rule.waivedForLookBack)),
    failures,
    reasons: (row) => {
      const reasons: string[] = [];
      for (const rule of rules) {
        const cell = rule.field.read(row);
        const verdict = rule.test.judge(cell);
        if (verdict !== 'passes') reasons.push(english(reasonOf(rule, verdict, cell)));
      }
      return reasons;
    },
  };
}

/** The rule's reason, with what is wrong with the cell itself where it could not be judged. */
function reasonOf({ reason, field, test }: Rule, verdict: Verdict, cell: CellValue): Words {
  if (verdict === 'blank') return say`${reason} (${field.name} is blank)`;
  if (verdict !== 'mistyped') return reason;
  if (isErrorCell(cell)) return say`${reason} (${field.name} is the error ${cell.trim()})`;
  const found = typeof cell === 'string' ? say`${show(cell)}, text` : show(cell);
  return {
    number: say`${reason} (${field.name} is ${found} where a number is due)`,
    date: say`${reason} (${field.name} is ${found} where a date is due)`,
    text: say`${reason} (${field.name} is ${found} where a text is due)`,
  }[test.due];
}
