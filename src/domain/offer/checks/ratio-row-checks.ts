/** What is odd about the rows of OfferRatios: a row that an earlier one hides, and gaps between bounds. */
import { type CellValue, numberIn } from '../../basics/cell.ts';
import { say } from '../../basics/sentence.ts';
import { dayIn } from '../../ledger/field.ts';
import type { Checks } from '../check.ts';
import type { Grant } from '../selection/grant.ts';
import type { Offer } from '../offer.ts';
import type { Criterion, RatioRow } from '../tables/ratio-rows.ts';
import { ratioRowFor } from '../selection/split-grant.ts';

/** What a row asks of one field: an interval, or a list of values. */
interface Asked {
  readonly from: number;
  readonly to: number;
  readonly values: ReadonlySet<string> | undefined;
}

const boundOf = (value: CellValue): number | undefined => numberIn(value) ?? dayIn(value);

function askedOf(row: RatioRow): ReadonlyMap<string, Asked> {
  const asked = new Map<string, Asked>();
  for (const { column, operator, value } of row.criteria) {
    const before = asked.get(column) ?? { from: -Infinity, to: Infinity, values: undefined };
    const bound = boundOf(value);
    asked.set(column, {
      from: operator === '>=' && bound !== undefined ? bound : before.from,
      to: operator === '<=' && bound !== undefined ? bound : before.to,
      values:
        operator === 'in'
          ? new Set(
              String(value)
                .split(';')
                .map((part) => part.trim().toLowerCase()),
            )
          : before.values,
    });
  }
  return asked;
}

/** Whether every grant that matches `inner` matches `outer` too. */
function covers(outer: ReadonlyMap<string, Asked>, inner: ReadonlyMap<string, Asked>): boolean {
  return [...outer].every(([column, { from, to, values }]) => {
    const narrower = inner.get(column);
    if (narrower === undefined) return from === -Infinity && to === Infinity && values === undefined;
    const isWithin = narrower.from >= from && narrower.to <= to;
    const isListed =
      values === undefined ||
      (narrower.values !== undefined && [...narrower.values].every((value) => values.has(value)));
    return isWithin && isListed;
  });
}

/** Warns of rows that no grant can reach, since an earlier one takes whatever would match them. */
function checkHiddenRows({ ratioRows, ratiosTable }: Offer, checks: Checks): void {
  if (ratiosTable === undefined) return;
  const competing = ratioRows
    .filter(({ isFurther }) => !isFurther)
    .map((row) => ({ row, asked: askedOf(row) }));
  competing.forEach(({ row, asked }, index) => {
    const hiding = competing
      .slice(0, index)
      .find(
        ({ row: earlier, asked: wider }) =>
          (earlier.portion === undefined || earlier.portion === row.portion) && covers(wider, asked),
      );
    if (hiding !== undefined)
      checks.addAt(
        'Warning',
        ratiosTable.block,
        row.row,
        '',
        say`The row of OfferRatios is never used: row ${String(ratiosTable.block.row + hiding.row.row)} comes first and matches every grant that it matches`,
      );
  });
}

/** Warns of gaps between two bounds into which the price of a grant falls, so that no row matches it. */
function checkGaps(offer: Offer, unmatched: readonly Grant[], checks: Checks): void {
  const { ratioRows, ratiosTable } = offer;
  if (ratiosTable === undefined) return;
  const columns = new Map<string, Criterion[]>();
  for (const { criteria } of ratioRows)
    for (const criterion of criteria)
      if (criterion.operator !== 'in' && criterion.field !== undefined)
        columns.set(criterion.column, [...(columns.get(criterion.column) ?? []), criterion]);
  for (const [column, criteria] of columns) {
    const bounds = (operator: Criterion['operator']): number[] =>
      criteria.flatMap((criterion) =>
        criterion.operator === operator ? (boundOf(criterion.value) ?? []) : [],
      );
    const [froms, tos] = [bounds('>='), bounds('<=')];
    const gaps = new Map<string, { below: number; above: number; count: number }>();
    for (const { row } of unmatched) {
      const value = boundOf(criteria[0]?.field?.read(row));
      if (value === undefined) continue;
      const below = Math.max(...tos.filter((to) => to < value));
      const above = Math.min(...froms.filter((from) => from > value));
      if (!Number.isFinite(below) || !Number.isFinite(above)) continue;
      const key = `${below}|${above}`;
      gaps.set(key, { below, above, count: (gaps.get(key)?.count ?? 0) + 1 });
    }
    for (const { below, above, count } of gaps.values())
      checks.add(
        'Warning',
        ratiosTable.block.sheet,
        '',
        column,
        say`OfferRatios has a gap between ${below} and ${above}, into which the ${column} of ${count} grants falls`,
      );
  }
}

/** @param exchanged grants of which any line is exchanged */
export function checkRatioRows(
  offer: Offer,
  grants: readonly Grant[],
  exchanged: ReadonlySet<Grant>,
  checks: Checks,
): void {
  if (offer.ratioRows.length === 0) return;
  checkHiddenRows(offer, checks);
  const unmatched = grants.filter(
    (grant) =>
      !exchanged.has(grant) &&
      grant.parts.some(({ portion, choice }) => ratioRowFor(offer, grant, portion, choice) === undefined),
  );
  if (unmatched.length > 0) checkGaps(offer, unmatched, checks);
}
