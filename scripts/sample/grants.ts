/**
 * The sample's grants, over the five plans of the reference offer, as they stood before the cancellation: with prices
 * on both sides of the floor, grants that the look-back reaches, grants that have expired or are wholly exercised.
 */
import { addMonths } from '../../src/domain/basics/day.ts';
import type { Chance } from './chance.ts';
import { on } from './dates.ts';
import type { Holder, Origin } from './people.ts';

export interface Grant {
  readonly holder: Holder;
  readonly id: number | string;
  readonly plan: string;
  readonly type: 'ISO' | 'NSO';
  readonly granted: number;
  readonly exercised: number;
  readonly cancelled: number;
  readonly day: number;
  readonly expires: number;
  readonly price: number;
  readonly schedule: string;
  readonly vestingStart: number;
}

/** A day on which the company granted options, and the price. */
interface Round {
  readonly day: number;
  readonly plan: string;
  readonly price: number;
}

const round = (day: string, plan: string, price: number): Round => ({ day: on(day), plan, price });

const ROUNDS: Readonly<Record<Origin, readonly Round[]>> = {
  own: [
    // Ten years later these have expired: the first before the cancellation, the second on its very day.
    round('1993-01-15', '1993 Plan', 0.25),
    round('1993-01-20', '1993 Plan', 0.25),
    round('1993-01-21', '1993 Plan', 3.25),
    round('1995-03-01', '1993 Plan', 0.75),
    round('1996-06-03', '1993 Plan', 1.1),
    round('1997-05-01', '1994 Plan', 1.6),
    round('1998-03-02', '1994 Plan', 3),
    round('1998-09-01', '1994 Plan', 3.01),
    round('1999-02-01', '1994 Plan', 3.02),
    round('1999-10-01', '1994 Plan', 4.25),
    round('2000-03-01', '1994 Plan', 6.8),
    round('2000-08-04', '2000 Plan', 10),
    round('2000-11-15', '2000 Plan', 7.13),
    round('2001-02-01', '2000 Plan', 6.5),
    round('2001-05-10', '2000 Plan', 5.85),
    round('2001-10-15', '2000 Plan', 6.24),
    round('2002-01-15', '2000 Plan', 5.4),
    round('2002-04-24', '2000 Plan', 2.35),
    // A day before the look-back, and the first day in it.
    round('2002-06-18', '2000 Plan', 0.98),
    round('2002-06-19', '2000 Plan', 0.95),
    round('2002-09-12', '2000 Plan', 0.62),
    round('2002-11-14', '2000 Plan', 0.8),
  ],
  Lightwave: [
    round('2001-06-08', 'Lightwave 2001 Plan', 4.61),
    round('2001-06-08', 'Lightwave 2001 Plan', 3.01),
    round('2001-09-17', 'Lightwave 2001 Plan', 5.2),
    round('2002-02-11', '2000 Plan', 3.02),
    round('2002-09-12', '2000 Plan', 0.62),
  ],
  Premise: [
    round('2002-01-18', 'Premise 2001 Plan', 3.02),
    round('2002-01-18', 'Premise 2001 Plan', 3),
    round('2002-02-11', 'Premise 2001 Plan', 5.15),
    round('2002-04-24', 'Premise 2001 Plan', 2.35),
    round('2002-11-14', '2000 Plan', 0.8),
  ],
};

const GRANTS = 400;
const TERM_MONTHS = 120;
const FOUR_YEARS = '25% at 1 year, then the rest monthly over 36 months';
/** Where the older plans' agreements vest by year. */
const BY_YEAR = 'annually over 4 years';

const SIZES: Readonly<Record<string, readonly number[]>> = {
  Director: [25000, 40000],
  'Executive Officer': [60000, 85000, 120000, 150000],
  Manager: [4500, 7500, 9999, 12500, 15001],
};
const ORDINARY_SIZES = [250, 401, 501, 750, 1000, 1001, 1250, 1750, 2333, 2500, 3001, 4200];

/** Ids as each plan's records have them: numbers, text with leading zeros, text that must not become a date. */
function grantId(plan: string, position: number): number | string {
  switch (plan) {
    case '1993 Plan':
      return `93-${String(position).padStart(3, '0')}`;
    case '1994 Plan':
      return String(position + 200).padStart(5, '0');
    case 'Lightwave 2001 Plan':
      return `LW01-${String(position).padStart(3, '0')}`;
    case 'Premise 2001 Plan':
      return `PR-${String(position).padStart(4, '0')}`;
    default:
      return 200 + position;
  }
}

/** How many grants each holder has: so many in all, and at least one each. */
function grantCounts(holders: readonly Holder[], chance: Chance): readonly number[] {
  const most = (holder: Holder): number => (holder.origin === 'own' ? 6 : ROUNDS[holder.origin].length);
  const counts = holders.map(() => 1);
  for (let left = GRANTS - holders.length; left > 0;) {
    const index = chance.whole(0, holders.length - 1);
    const holder = holders[index];
    const count = counts[index] ?? 0;
    if (holder === undefined || count >= most(holder)) continue;
    counts[index] = count + 1;
    left--;
  }
  return counts;
}

/** The rounds in which a holder was granted something, the earliest first. */
function roundsOf(holder: Holder, count: number, chance: Chance): readonly Round[] {
  // Someone hired for the second time kept grants from the first time.
  const hiredBefore = holder.hired > on('2002-06-01');
  const open = ROUNDS[holder.origin].filter(
    ({ day }) => hiredBefore || day >= holder.hired || holder.origin !== 'own',
  );
  const offered = open.length >= count ? open : ROUNDS[holder.origin].slice(-Math.max(count, 8));
  const chosen = new Set<Round>();
  // A holder with a story has a grant that the offer covers.
  const covered = offered.filter(({ price, day }) => price > 3.01 && day > on('1998-12-31'));
  if (holder.story !== undefined && covered.length > 0) chosen.add(chance.pick(covered));
  if (holder.story === 'elects an ineligible grant') chosen.add(round('2002-04-24', '2000 Plan', 2.35));
  while (chosen.size < count) chosen.add(chance.pick(offered));
  return [...chosen].sort((a, b) => a.day - b.day || a.price - b.price);
}

/** What has become of a grant's shares. */
function sharesOf(
  day: number,
  price: number,
  size: number,
  holder: Holder,
  chance: Chance,
): Pick<Grant, 'granted' | 'exercised' | 'cancelled'> {
  const isOld = day < on('1999-01-01');
  if (isOld && price < 1 && chance.percent(40)) return { granted: size, exercised: size, cancelled: 0 };
  const exercised = price < 3.1 && isOld && chance.percent(45) ? chance.whole(1, size - 1) : 0;
  // What had not vested went back when someone left before the offer ended.
  const hasLeft = holder.terminated !== undefined && holder.terminated <= on('2003-01-20');
  const cancelled = hasLeft && day > on('2001-01-01') ? Math.floor((size - exercised) / 2) : 0;
  return { granted: size, exercised, cancelled };
}

export function grantsOf(holders: readonly Holder[], chance: Chance): readonly Grant[] {
  const counts = grantCounts(holders, chance);
  const issued = new Map<string, number>();
  return holders.flatMap((holder, index) =>
    roundsOf(holder, counts[index] ?? 1, chance).map(({ day, plan, price }): Grant => {
      const position = (issued.get(plan) ?? 0) + 1;
      issued.set(plan, position);
      const size = chance.pick(SIZES[holder.role] ?? ORDINARY_SIZES);
      return {
        holder,
        id: grantId(plan, position),
        plan,
        type: holder.role === 'Director' || chance.percent(25) ? 'NSO' : 'ISO',
        ...sharesOf(day, price, size, holder, chance),
        day,
        expires: addMonths(day, TERM_MONTHS),
        price,
        schedule: plan === '1993 Plan' ? BY_YEAR : FOUR_YEARS,
        vestingStart: day,
      };
    }),
  );
}
