/**
 * What an old award had left on each of its own vesting dates: its portions exactly, over outstanding and exercised
 * shares, the exercised ones taken off the earliest dates. It knows the old award and what of it is exchanged.
 */
import type { Day } from '../basics/day.ts';
import { planOf } from './plan.ts';
import { checkAward } from './portions.ts';
import type { Schedule } from './schedule.ts';
import { Timeline } from './timeline.ts';

/** A grant as it was before the exchange. */
export interface OldAward {
  readonly schedule: Schedule;
  /** Vesting Start, or Grant Date where it is blank. */
  readonly start: Day;
  readonly outstanding: number;
  readonly exercised: number;
}

/** Which of a grant's outstanding shares an award replaces, by vested and unvested part. */
export interface ExchangedParts {
  /** The vested part of Outstanding, before the exchange. */
  readonly vestedPart: number;
  /** How many shares of each part the award replaces. */
  readonly vested: number;
  readonly unvested: number;
}

/** Dates in order, with cumulative numerators over a total. */
export interface Tranches {
  readonly dates: readonly Day[];
  readonly cumulative: readonly bigint[];
  readonly total: bigint;
}

interface CountedTranches extends Tranches {
  /** Of the numerators, how many make one share. */
  readonly perShare: bigint;
}

/**
 * The tranches that a new award takes over, as weights.
 *
 * Of a part only its own dates count: the earliest tranches, up to the size of the vested part, are the vested
 * part's. One that is the schedule's own count rounded down takes its last date whole. Where some shares of a part
 * stay with the old award, its dates are scaled to those that are exchanged.
 *
 * @param parts undefined: all outstanding shares
 * @throws RegrantError the schedule's counted shares do not fit the award
 */
export function oldTranches(old: OldAward, cancellation: Day, parts?: ExchangedParts): Tranches {
  const left = tranchesLeft(old);
  if (parts === undefined) return left;
  const { vestedPart, vested, unvested } = parts;
  if (vested === vestedPart && vested + unvested === old.outstanding) return left;
  const { dates, cumulative, total, perShare } = left;
  const due = vestedAt(left, cancellation);
  const edge = BigInt(vestedPart) === due / perShare ? due : BigInt(vestedPart) * perShare;
  const scale = (sum: bigint): bigint => {
    const [early, late] = sum < edge ? [sum, 0n] : [edge, sum - edge];
    if (unvested === 0) return early;
    if (vested === 0) return late;
    return BigInt(vested) * (total - edge) * early + BigInt(unvested) * edge * late;
  };
  return withoutEmpty({ dates, cumulative: cumulative.map(scale), total: scale(total) });
}

/** The vested part of Outstanding that the schedule itself tells, rounded down to whole shares. */
export function scheduledVestedPart(old: OldAward, asOf: Day): number {
  const left = tranchesLeft(old);
  return Number(vestedAt(left, asOf) / left.perShare);
}

function vestedAt({ dates, cumulative }: Tranches, day: Day): bigint {
  let vested = 0n;
  for (const [i, date] of dates.entries()) if (date <= day) vested = cumulative[i] ?? 0n;
  return vested;
}

function tranchesLeft({ schedule, start, outstanding, exercised }: OldAward): CountedTranches {
  const plan = planOf(schedule);
  const shares = outstanding + exercised;
  if (plan.sums.shares > 0n) checkAward(plan.sums, shares);
  const timeline = new Timeline();
  timeline.layOut(plan, start);
  const { small, denominator } = plan.carried;
  const award = BigInt(shares);
  const taken = BigInt(exercised) * denominator;
  const cumulative = Array.from({ length: timeline.count }, (_, i) => {
    const sum =
      small === undefined
        ? award * (timeline.exact[i] ?? 0n) + (timeline.counted[i] ?? 0n)
        : award * BigInt(timeline.cumulative[timeline.offset + i] ?? 0);
    return sum > taken ? sum - taken : 0n;
  });
  const dates = Array.from(timeline.dates.subarray(0, timeline.count));
  const total = BigInt(outstanding) * denominator;
  return { ...withoutEmpty({ dates, cumulative, total }), perShare: denominator };
}

/** Without the dates on which nothing is left. */
function withoutEmpty({ dates, cumulative, total }: Tranches): Tranches {
  const carries = (i: number): boolean => cumulative[i] !== (i === 0 ? 0n : cumulative[i - 1]);
  const kept = [...dates.keys()].filter(carries);
  return {
    dates: kept.map((i) => dates[i] ?? 0),
    cumulative: kept.map((i) => cumulative[i] ?? 0n),
    total,
  };
}
