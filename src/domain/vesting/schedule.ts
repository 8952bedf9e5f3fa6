/**
 * A vesting schedule as data: what a cell of text says, before any award, start or date is known. It is made by
 * `parseSchedule`, printed by `printSchedule` and turned into dates and shares by `vest`.
 */
import type { Day } from '../basics/day.ts';
import type { Fraction } from '../basics/fraction.ts';
import type { Duration } from './duration.ts';

/** Parts in the order in which they were written; their portions cover the award. */
export interface Schedule {
  readonly parts: readonly Part[];
}

export interface Part {
  /** Whether `then` joins it to the part before, from whose last date it is counted. */
  readonly chained: boolean;
  readonly portion: Portion;
  readonly timing: Timing;
  /** The day of the month that replaces the installment's own, 1 to 31; 31 is the last day. */
  readonly dayOfMonth?: number;
}

/** A part's portion of the whole award. */
export type Portion =
  | {
      readonly kind: 'fraction';
      readonly fraction: Fraction;
      /** The 1/n that a percentage of four decimals rounds, until it is known whether the parts add up with it. */
      readonly nth?: Fraction;
    }
  | { readonly kind: 'shares'; readonly count: number }
  | { readonly kind: 'rest' };

export type Timing =
  /** Counted from the vesting start, whatever part stands before; zero is `at grant`. */
  | { readonly kind: 'at'; readonly duration: Duration }
  /** Counted from the last date of the part before, or from the vesting start where the part is not chained. */
  | { readonly kind: 'after'; readonly duration: Duration }
  | { readonly kind: 'on'; readonly date: Day }
  | Installments;

/** Equal installments, the first one `period` after where the part starts. */
export interface Installments {
  readonly kind: 'every';
  readonly period: Duration;
  readonly over: Duration;
  /** How often `period` fits into `over`; at least 1. */
  readonly count: number;
  readonly cliff?: Cliff;
}

/** What would vest before it vests on it. */
export type Cliff =
  { readonly kind: 'after'; readonly duration: Duration } | { readonly kind: 'on'; readonly date: Day };

/** How many dates a part has before any coincide. */
export const installmentCount = ({ timing }: Part): number => (timing.kind === 'every' ? timing.count : 1);
