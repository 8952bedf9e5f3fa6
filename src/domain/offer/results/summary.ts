/** The breakdowns of a run beside its totals: what a board, an auditor and the plan's share reserve are told. */
import { type CellValue, isBlank } from '../../basics/cell.ts';
import { civilDate } from '../../basics/day.ts';
import { english, type Words } from '../../basics/sentence.ts';
import type { Steps } from '../../basics/steps.ts';
import type { Grant } from '../selection/grant.ts';
import { type MeasuredRun, MEASURES } from './measures.ts';
import { newPlanOf, RESERVE_TABLE } from './reserve.ts';
import { cellsOf, type ColumnKind, type ResultColumn } from './result-column.ts';
import type { Line } from '../steps/line.ts';

/** A total of the summary. */
export interface Measure {
  readonly name: string;
  readonly value: CellValue;
  readonly kind: ColumnKind;
}

/** One of the summary's breakdowns: by plan, by reason, by ratio row, vesting by quarter. */
export interface Breakdown {
  readonly title: string;
  /** The name of its table, where it is not the title's. */
  readonly table?: string;
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly (readonly CellValue[])[];
  /** What the rows are about, where that is a sentence; the rows have it in English. */
  readonly labels?: readonly Words[];
}

export interface Summary {
  readonly measures: readonly Measure[];
  readonly breakdowns: readonly Breakdown[];
}

export function* summarise(run: MeasuredRun): Steps<Summary> {
  const measures = MEASURES.flatMap(({ name, kind, of }): Measure[] => {
    const value = of(run);
    return value === undefined ? [] : [{ name, kind, value }];
  });
  yield;
  const byOldPlan = byPlan(run);
  yield;
  const reasons = byReason(run.grants);
  yield;
  const breakdowns = [
    byOldPlan,
    byNewPlan(run),
    byAward(run.lines),
    reasons,
    byRatio(run.lines),
    byQuarter(run.lines),
  ];
  if (run.reserve !== undefined)
    breakdowns.push({
      title: 'Share reserve',
      table: RESERVE_TABLE.table,
      columns: RESERVE_TABLE.columns,
      rows: run.reserve.map((row) => cellsOf(RESERVE_TABLE.columns, row)),
    });
  return { measures, breakdowns };
}

const column = (name: string, kind: ColumnKind = 'shares'): ResultColumn => ({ name, kind });

/** Adds up rows of numbers under a key, in the order in which the keys first appear. */
class Totals {
  readonly #rows = new Map<string, number[]>();

  add(key: string, ...values: readonly number[]): void {
    const row = this.#rows.get(key);
    if (row === undefined) this.#rows.set(key, [...values]);
    else values.forEach((value, index) => (row[index] = (row[index] ?? 0) + value));
  }

  rows(): CellValue[][] {
    return [...this.#rows].map(([key, values]) => [key, ...values]);
  }

  sorted(): CellValue[][] {
    return this.rows().sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
  }
}

const NO_PLAN = '(no plan)';

function byPlan({ offer, grants, exchanged, lines }: MeasuredRun): Breakdown {
  const at = offer.ledger.map.offsets.get('Plan')?.[0];
  const planOf = ({ row }: Grant): string =>
    at === undefined || isBlank(row[at]) ? NO_PLAN : String(row[at]).trim();
  const totals = new Totals();
  for (const grant of grants)
    totals.add(
      planOf(grant),
      1,
      Math.max(0, grant.outstanding),
      grant.isEligible ? 1 : 0,
      exchanged.has(grant) ? 1 : 0,
      0,
      0,
    );
  for (const line of lines) totals.add(planOf(line.grant), 0, 0, 0, 0, line.cancelled, line.shares ?? 0);
  return {
    title: 'By plan',
    columns: [
      column('Plan', 'text'),
      column('Grants'),
      column('Outstanding'),
      column('Grants eligible'),
      column('Grants exchanged'),
      column('Shares cancelled'),
      column('New shares'),
    ],
    rows: totals.sorted(),
  };
}

function byNewPlan({ offer, lines }: MeasuredRun): Breakdown {
  const totals = new Totals();
  for (const line of lines)
    if (!line.award.paysCash)
      totals.add(newPlanOf(offer, line) || NO_PLAN, 1, line.cancelled, line.shares ?? 0);
  return {
    title: 'By new plan',
    columns: [column('New Plan', 'text'), column('Awards'), column('Shares cancelled'), column('New shares')],
    rows: totals.sorted(),
  };
}

function byAward(lines: readonly Line[]): Breakdown {
  const totals = new Totals();
  for (const { award, cancelled, shares, cash } of lines)
    totals.add(award.name, 1, cancelled, shares ?? 0, Math.round(cash * 100));
  return {
    title: 'By award',
    columns: [
      column('Award', 'text'),
      column('Awards'),
      column('Shares cancelled'),
      column('New shares'),
      column('Cash', 'money'),
    ],
    rows: totals.rows().map((row) => [...row.slice(0, -1), Number(row.at(-1)) / 100]),
  };
}

function byReason(grants: readonly Grant[]): Breakdown {
  const totals = new Totals();
  // A rule's reason stands at many grants: it is put into words once.
  const texts = new Map<Words, string>();
  const words = new Map<string, Words>();
  for (const grant of grants) {
    const shares = Math.max(0, grant.outstanding);
    const standing = grant.standing.length;
    grant.reasons.forEach(({ group }, position) => {
      // Of what stands against a grant whatever the rules, the first is counted.
      if (position > 0 && position < standing) return;
      let text = texts.get(group);
      if (text === undefined) texts.set(group, (text = english(group)));
      if (!words.has(text)) words.set(text, group);
      totals.add(text, 1, shares);
    });
  }
  const rows = totals.rows().sort((a, b) => Number(b[1]) - Number(a[1]));
  return {
    title: 'By reason',
    columns: [column('Reason', 'note'), column('Grants'), column('Outstanding')],
    rows,
    labels: rows.map(([text]) => words.get(String(text)) ?? ''),
  };
}

function byRatio(lines: readonly Line[]): Breakdown {
  const totals = new Totals();
  for (const { label, ratio, cancelled, shares } of lines)
    totals.add(`${english(label)}\u0000${ratio?.toNumber() ?? ''}`, 1, cancelled, shares ?? 0);
  return {
    title: 'By ratio',
    columns: [
      column('Ratio row', 'text'),
      column('New per Old', 'ratio'),
      column('Grants exchanged'),
      column('Shares cancelled'),
      column('New shares'),
    ],
    rows: totals.rows().map(([key, ...values]) => {
      const [label = '', ratio = ''] = String(key).split('\u0000');
      return [label, ratio === '' ? '' : Number(ratio), ...values];
    }),
  };
}

function byQuarter(lines: readonly Line[]): Breakdown {
  const totals = new Map<number, number>();
  for (const line of lines)
    if (!line.award.paysCash)
      for (let i = 0; i < line.vestingDates; i++) {
        const { year, month } = civilDate(line.dates[i] ?? 0);
        const quarter = year * 4 + Math.floor((month - 1) / 3);
        totals.set(quarter, (totals.get(quarter) ?? 0) + (line.amounts[i] ?? 0));
      }
  let cumulative = 0;
  const rows = [...totals]
    .sort(([a], [b]) => a - b)
    .map(([quarter, shares]): CellValue[] => {
      cumulative += shares;
      return [`${Math.floor(quarter / 4)} Q${(quarter % 4) + 1}`, shares, cumulative];
    });
  return {
    title: 'Vesting by quarter',
    columns: [column('Quarter', 'text'), column('Shares'), column('Cumulative')],
    rows,
  };
}
