/**
 * The Open Cap Format's vesting terms, and the chain of dates that becomes their conditions. It knows the format's
 * words and nothing of how a schedule becomes such a chain.
 *
 * @see Open Cap Format, Object - Vesting Terms, Type - Vesting Condition
 */
import { type Day, formatDay } from '../basics/day.ts';
import type { Fraction } from '../basics/fraction.ts';
import type { AllocationName } from './allocation.ts';

export interface OpenCapVestingTerms {
  readonly object_type: 'VESTING_TERMS';
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly allocation_type: AllocationName;
  readonly vesting_conditions: readonly OpenCapCondition[];
}

/** A condition vests either a portion or a quantity. */
export interface OpenCapCondition {
  readonly id: string;
  readonly portion?: {
    readonly numerator: string;
    readonly denominator: string;
    readonly remainder?: boolean;
  };
  readonly quantity?: string;
  readonly trigger:
    | { readonly type: 'VESTING_START_DATE' }
    | { readonly type: 'VESTING_SCHEDULE_ABSOLUTE'; readonly date: string }
    | {
        readonly type: 'VESTING_SCHEDULE_RELATIVE';
        readonly period: OpenCapPeriod;
        readonly relative_to_condition_id: string;
      };
  readonly next_condition_ids: readonly string[];
}

export interface OpenCapPeriod {
  readonly length: number;
  readonly type: 'DAYS' | 'MONTHS';
  readonly occurrences: number;
  readonly day_of_month?: string;
}

/** What one date carries: of the award, of what has not vested yet, or a number of shares. */
export type Carries =
  | { readonly kind: 'award' | 'remainder'; readonly fraction: Fraction }
  | { readonly kind: 'shares'; readonly count: number };

/** When a date comes, counted from the one before it in the chain. */
export type Coming =
  | { readonly kind: 'start' }
  | { readonly kind: 'on'; readonly date: Day }
  | { readonly kind: 'after'; readonly months: number; readonly days: number; readonly dayOfMonth: number };

export interface Link {
  readonly coming: Coming;
  readonly carries: Carries;
}

/** Links of one kind in a row are one condition that occurs several times. */
export function conditionsOf(links: readonly Link[]): OpenCapCondition[] {
  const runs: { link: Link; occurrences: number }[] = [];
  for (const link of links) {
    const run = runs[runs.length - 1];
    if (run !== undefined && repeats(run.link, link)) run.occurrences++;
    else runs.push({ link, occurrences: 1 });
  }
  const idOf = (index: number): string => (index === 0 ? 'vesting-start' : `vesting-${index}`);
  return runs.map(({ link, occurrences }, index) => ({
    id: idOf(index),
    ...amountOf(link.carries),
    trigger: triggerOf(link.coming, occurrences, idOf(index - 1)),
    next_condition_ids: index === runs.length - 1 ? [] : [idOf(index + 1)],
  }));
}

function repeats({ coming: a, carries: some }: Link, { coming: b, carries: same }: Link): boolean {
  if (a.kind !== 'after' || b.kind !== 'after') return false;
  if (a.months !== b.months || a.days !== b.days || a.dayOfMonth !== b.dayOfMonth) return false;
  if (some.kind === 'shares') return same.kind === 'shares' && some.count === same.count;
  return some.kind === 'award' && same.kind === 'award' && some.fraction.equals(same.fraction);
}

function amountOf(carries: Carries): Pick<OpenCapCondition, 'portion' | 'quantity'> {
  if (carries.kind === 'shares') return { quantity: String(carries.count) };
  const portion = {
    numerator: String(carries.fraction.numerator),
    denominator: String(carries.fraction.denominator),
  };
  return { portion: carries.kind === 'remainder' ? { ...portion, remainder: true } : portion };
}

function triggerOf(coming: Coming, occurrences: number, before: string): OpenCapCondition['trigger'] {
  if (coming.kind === 'start') return { type: 'VESTING_START_DATE' };
  if (coming.kind === 'on') return { type: 'VESTING_SCHEDULE_ABSOLUTE', date: formatDay(coming.date) };
  const { months, days, dayOfMonth } = coming;
  const period: OpenCapPeriod =
    months > 0 || dayOfMonth > 0
      ? { length: months, type: 'MONTHS', occurrences, day_of_month: dayOfMonthWord(dayOfMonth) }
      : { length: days, type: 'DAYS', occurrences };
  return { type: 'VESTING_SCHEDULE_RELATIVE', period, relative_to_condition_id: before };
}

/** The format's enumeration of days of the month. */
function dayOfMonthWord(day: number): string {
  if (day === 0) return 'VESTING_START_DAY_OR_LAST_DAY_OF_MONTH';
  return day > 28 ? `${day}_OR_LAST_DAY_OF_MONTH` : String(day).padStart(2, '0');
}
