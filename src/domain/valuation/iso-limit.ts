/**
 * The limit on incentive stock options: of the stock that becomes purchasable for the first time in a calendar year,
 * what is worth more than $100,000 at grant is bought under nonqualified options. It knows one holder's options.
 */
import { civilDate, type Day } from '../basics/day.ts';
import { exactDecimal } from '../basics/decimal.ts';
import { Fraction } from '../basics/fraction.ts';
import type { Schedule } from '../vesting/schedule.ts';
import { vest } from '../vesting/vest.ts';

/** IRC 422(d)(1). */
export const ISO_LIMIT = 100_000;

/** An option that is meant to be an incentive stock option. */
export interface IsoGrant {
  readonly grantDate: Day;
  /** Whole. */
  readonly shares: number;
  /** Of one share of the stock on the grant date. */
  readonly marketValue: number;
  readonly schedule: Schedule;
  readonly cancellationDate?: Day | undefined;
}

/** What one option makes exercisable for the first time in one calendar year. */
export interface IsoYear {
  /** Of the option among those given, from 0. */
  readonly grant: number;
  readonly year: number;
  readonly shares: number;
  readonly iso: number;
  readonly nso: number;
}

/**
 * The split by grant and year. Grants take up each year's limit in order of grant date, of one date in the order
 * given, each with all that it makes exercisable; of a grant that crosses the limit, whole shares within it are ISO.
 * A cancelled option counts for the calendar year of its cancellation as if it had not been, and for no later one.
 *
 * @returns by grant, then by year
 * @see IRC 422(d); Treas. Reg. 1.422-4(b), on the order of grants and on cancelled options (b)(5)
 */
export function isoSplit(grants: readonly IsoGrant[], limit = ISO_LIMIT): readonly IsoYear[] {
  const byYear = grants.map(firstExercisable);
  const inOrder = [...grants.keys()].sort(
    (a, b) => (grants[a]?.grantDate ?? 0) - (grants[b]?.grantDate ?? 0) || a - b,
  );
  const left = new Map<number, Fraction>();
  const split = inOrder.flatMap((grant) => {
    const value = exactDecimal(grants[grant]?.marketValue ?? 0);
    return [...(byYear[grant] ?? [])].map(([year, shares]): IsoYear => {
      const room = left.get(year) ?? exactDecimal(limit);
      const iso = wholeShares(room, value, shares);
      left.set(year, room.minus(value.times(Fraction.of(shares))));
      return { grant, year, shares, iso, nso: shares - iso };
    });
  });
  return split.sort((a, b) => a.grant - b.grant || a.year - b.year);
}

/** The shares of each calendar year in which some become exercisable for the first time. */
function firstExercisable(grant: IsoGrant): ReadonlyMap<number, number> {
  const { grantDate, shares, schedule, cancellationDate = Infinity } = grant;
  const lastYear = cancellationDate === Infinity ? Infinity : civilDate(cancellationDate).year;
  const years = new Map<number, number>();
  for (const vesting of vest(schedule, shares, grantDate)) {
    const { year } = civilDate(vesting.date);
    if (year <= lastYear) years.set(year, (years.get(year) ?? 0) + vesting.shares);
  }
  return years;
}

/** Whole shares that find room, at most all of them. */
function wholeShares(room: Fraction, value: Fraction, shares: number): number {
  if (room.compare(Fraction.ZERO) <= 0) return 0;
  if (value.equals(Fraction.ZERO)) return shares;
  const fitting = room.dividedBy(value);
  return Math.min(shares, Number(fitting.numerator / fitting.denominator));
}
