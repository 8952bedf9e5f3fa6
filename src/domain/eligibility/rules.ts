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
import {
  type Condition,
  compileCondition,
  type FieldNamed,
  type Judgement,
  parseCondition,
} from './condition.ts';

/** For which grants a rule is: all, all but those that a look-back brings in, or those alone. */
export type RuleScope = 'all' | 'waived for look-back' | 'look-back only';

/** A rule, ready to be asked. */
export interface Rule {
  readonly field: Field;
  readonly condition: Condition;
  readonly reason: Words;
  /** Whether the reason is a person's own words, which say enough of a blank cell. */
  readonly hasOwnReason: boolean;
  readonly scope: RuleScope;
  /** The rule is only for rows that pass this comparison. */
  readonly where: Condition | undefined;
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
  /** Whether the row passes every rule but those for look-back grants alone. */
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
  where: ['where'],
} as const;
type Columns = Readonly<Record<keyof typeof COLUMNS, number>>;

/**
 * Compiles a rules table, its header row first.
 *
 * @param map the ledger's headers
 * @param table rules with the columns Field, Operator, Value, optionally Reason, Where and Waived for Look-back
 * @param asOf the day for Remaining Term and Grant Age
 * @param fieldNamed where fields come from; by default the ledger's columns and what is derived from them
 * @throws RegrantError a column of the table is missing, a field that the ledger lacks, an unknown operator, or a
 *   Value that does not fit
 */
export function compileRules(
  map: HeaderMap,
  table: Grid,
  asOf?: Day,
  fieldNamed: FieldNamed = (name) => fieldOf(map, name, asOf),
): RuleSet {
  const at = ruleColumns(table[0] ?? []);
  const rules: Rule[] = [];
  table.slice(1).forEach((row, index) => {
    const rule = compileRule(row, at, index + 1, fieldNamed);
    if (rule !== undefined) rules.push(rule);
  });
  return ruleSet(rules);
}

/** @throws RegrantError Field, Operator or Value is missing */
export function ruleColumns(headers: readonly CellValue[]): Columns {
  const keys = headers.map((cell) => (isBlank(cell) ? '' : headerKey(String(cell))));
  const offset = (name: keyof typeof COLUMNS): number =>
    keys.findIndex((key) => (COLUMNS[name] as readonly string[]).includes(key));
  for (const name of ['field', 'operator', 'value'] as const)
    if (offset(name) < 0)
      throw badValue(say`Rules must be a table whose first row holds the headers Field, Operator and Value.`);
  return {
    field: offset('field'),
    operator: offset('operator'),
    value: offset('value'),
    reason: offset('reason'),
    waived: offset('waived'),
    where: offset('where'),
  };
}

/**
 * Compiles one row of a rules table; undefined for a row without a rule.
 *
 * @throws RegrantError the rule cannot be used
 */
export function compileRule(
  row: Row,
  at: Columns,
  position: number,
  fieldNamed: FieldNamed,
): Rule | undefined {
  if ([at.field, at.operator, at.value].every((column) => isBlank(row[column]))) return undefined;
  const name = isBlank(row[at.field]) ? '' : String(row[at.field]).trim();
  if (name === '') throw badValue(say`Rule ${String(position)} has no Field: name a column of the ledger.`);
  if (isBlank(row[at.operator]))
    throw badValue(
      say`The rule on ${name} has no Operator: use =, <>, <, <=, >, >=, between, in or another.`,
    );
  const condition = compileCondition(name, String(row[at.operator]), row[at.value], fieldNamed);
  const given = at.reason < 0 ? '' : row[at.reason];
  const where = at.where < 0 ? '' : row[at.where];
  return {
    field: condition.field,
    condition,
    hasOwnReason: !isBlank(given),
    reason: isBlank(given) ? say`${name} ${condition.sentence}` : String(given).trim(),
    scope: at.waived < 0 ? 'all' : readScope(row[at.waived], name),
    where: isBlank(where) ? undefined : parseCondition(String(where), fieldNamed),
    row: position,
  };
}

function readScope(value: CellValue, field: string): RuleScope {
  if (isBlank(value) || value === false) return 'all';
  if (value === true) return 'waived for look-back';
  const word = wordKey(String(value));
  if (word === 'yes' || word === 'y' || word === 'true') return 'waived for look-back';
  if (word === 'no' || word === 'n' || word === 'false') return 'all';
  if (word === 'only') return 'look-back only';
  throw badValue(
    say`Waived for Look-back of the rule on ${field} must be Yes, No or Only, not ${show(value)}.`,
  );
}

/** Whether a row passes each of some rules that are for it. */
export function passesAll(rules: readonly Rule[], row: Row): boolean {
  for (const rule of rules) if (!rule.condition.passes(row) && isFor(rule, row)) return false;
  return true;
}

const isFor = ({ where }: Rule, row: Row): boolean => where === undefined || where.passes(row);

/** What a rule finds in a row; undefined where the rule is not for it. */
export const judgeRow = (rule: Rule, row: Row): Judgement | undefined =>
  isFor(rule, row) ? rule.condition.judge(row) : undefined;

/** Why a row fails a rule; undefined where it passes, or the rule is not for it. */
export function failureOf(rule: Rule, row: Row): Words | undefined {
  const judgement = judgeRow(rule, row);
  return judgement === undefined || judgement.verdict === 'passes' ? undefined : reasonOf(rule, judgement);
}

function ruleSet(rules: readonly Rule[]): RuleSet {
  const ordinary = rules.filter(({ scope }) => scope !== 'look-back only');
  const forLookBack = rules.filter(({ scope }) => scope !== 'waived for look-back');
  return {
    rules,
    passes: (row) => passesAll(ordinary, row),
    passesForLookBack: (row) => passesAll(forLookBack, row),
    failures: (row) => {
      const found: RuleFailure[] = [];
      rules.forEach((rule, index) => {
        if (rule.scope === 'look-back only') return;
        const reason = failureOf(rule, row);
        if (reason !== undefined) found.push({ rule: index, reason, group: rule.reason });
      });
      return found;
    },
    reasons: (row) => {
      const reasons: string[] = [];
      for (const rule of ordinary) {
        const reason = failureOf(rule, row);
        if (reason !== undefined) reasons.push(english(reason));
      }
      return reasons;
    },
  };
}

/** The rule's reason, with what is wrong with the cell itself where it could not be judged. */
function reasonOf(
  { reason, hasOwnReason, condition: { field, comparedWith } }: Rule,
  { verdict, cell, due, compared }: Judgement,
): Words {
  if (verdict === 'blank')
    return hasOwnReason
      ? reason
      : say`${reason} (${(comparedWith !== undefined && isBlank(compared) ? comparedWith : field).name} is blank)`;
  if (verdict !== 'mistyped') return reason;
  if (isErrorCell(cell)) return say`${reason} (${field.name} is the error ${cell.trim()})`;
  const found = typeof cell === 'string' ? say`${show(cell)}, text` : show(cell);
  return {
    number: say`${reason} (${field.name} is ${found} where a number is due)`,
    date: say`${reason} (${field.name} is ${found} where a date is due)`,
    text: say`${reason} (${field.name} is ${found} where a text is due)`,
  }[due];
}
