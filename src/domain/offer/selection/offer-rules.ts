/** The rules of an offer, each with what it asks for: the ledger alone, what the holder elected, the closing price. */
import type { Problems } from '../../basics/problems.ts';
import { say } from '../../basics/sentence.ts';
import { type Grid, isBlank } from '../../basics/cell.ts';
import { cellAddress } from '../../basics/block.ts';
import { type Condition, bracketedField, type FieldNamed } from '../../eligibility/condition.ts';
import { compileRule, type Rule, ruleColumns } from '../../eligibility/rules.ts';
import { columnNamed } from '../../ledger/columns.ts';
import { headerKey } from '../../basics/words.ts';
import { atCell, columnOffset, inTable, type OfferTable, placed } from '../offer-table.ts';
import type { Phase, RunFields } from './run-fields.ts';

export interface OfferRule extends Rule {
  /** It asks what the holder elected, and is judged once elections are counted. */
  readonly needsElections: boolean;
  readonly needsClosingPrice: boolean;
  /** It reads what only a run knows, so that no formula over the ledger's row can judge it. */
  readonly needsRun: boolean;
}

const isExercisePrice = (name: string): boolean => columnNamed(name)?.name === 'Exercise Price';
const isClosingPrice = (name: string): boolean => headerKey(name) === 'closingprice';

/**
 * Compiles the table OfferRules; what cannot be read is added to the problems, by cell.
 *
 * @param closingPerOldShare what one old share has become by the New Grant Date: the closing price is compared with
 *   old prices as if no split or merger had come between
 */
export function compileOfferRules(
  table: OfferTable | undefined,
  values: Grid,
  fields: RunFields,
  closingPerOldShare: number,
  problems: Problems,
): readonly OfferRule[] {
  if (table === undefined) return [];
  const at = problems.try(() => inTable(table, () => ruleColumns(values[0] ?? [])));
  if (at === undefined) return [];
  const rules: OfferRule[] = [];
  values.slice(1).forEach((row, index) => {
    const position = index + 1;
    if (row.every(isBlank)) return;
    const about = String(row[at.field] ?? '');
    const other = bracketedField(row[at.value]) ?? '';
    const named: FieldNamed =
      (isExercisePrice(about) && isClosingPrice(other)) || (isClosingPrice(about) && isExercisePrice(other))
        ? adjusted(fields.named, closingPerOldShare)
        : fields.named;
    const rule = problems.try(() =>
      atCell(table, position, Math.max(0, columnOffset(table, 'Field')), () =>
        compileRule(row, at, position, named),
      ),
    );
    if (rule !== undefined) rules.push({ ...rule, ...needsOf(rule, fields) });
    else if ([at.field, at.operator, at.value].every((column) => isBlank(row[column])))
      problems.add(
        placed(
          cellAddress(table.block, position, at.field),
          say`the row of OfferRules has no Field, Operator and Value: complete it or clear it.`,
        ),
      );
  });
  return rules;
}

/** The closing price in old shares' terms. */
const adjusted =
  (named: FieldNamed, closingPerOldShare: number): FieldNamed =>
  (name) => {
    const field = named(name);
    if (!isClosingPrice(name)) return field;
    return Object.assign(field, {
      read: ((read) => (row: Parameters<typeof field.read>[0]) => {
        const price = read(row);
        return typeof price === 'number' ? price * closingPerOldShare : price;
      })(field.read),
    });
  };

function needsOf(
  rule: Rule,
  fields: RunFields,
): Pick<OfferRule, 'needsElections' | 'needsClosingPrice' | 'needsRun'> {
  const asked = [rule.condition, rule.where].flatMap((condition: Condition | undefined) =>
    condition === undefined ? [] : [condition.field, condition.comparedWith],
  );
  const asks = (phase: Phase): boolean =>
    asked.some((field) => field !== undefined && fields.phaseOf(field) === phase);
  return {
    needsElections: asks('election'),
    needsClosingPrice: asks('closing price'),
    needsRun: asked.some((field) => field !== undefined && fields.isOfRun(field)),
  };
}
