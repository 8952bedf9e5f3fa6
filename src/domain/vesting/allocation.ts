/**
 * How whole shares are allocated to the dates of a vesting schedule: the Open Cap Format's seven allocation
 * types. 18 shares over four equal tranches give 4-5-4-5, 5-4-5-4, 5-5-4-4, 4-4-5-5, 6-4-4-4, 4-4-4-6 and 4.5
 * each. The format shows equal tranches only; for unequal ones
 *
 * - the cumulative types round what has vested by each date, so no date is ever a share away from its promise;
 * - the loaded types round each date's portion down and give the shares left over one each to the first or last
 *   dates whose portion is not whole, so that no date gets more than its portion rounded up;
 * - the single-tranche types give all of them to the first or last date, passing over dates that carry nothing
 *   but counted shares (`100 shares at grant` stays 100).
 *
 * The loaded types and the single-tranche types allocate what a cliff withholds installment by installment: 18 shares
 * over 4 months with a 2 month cliff are 5-5-4-4 front loaded, and so 10-4-4.
 *
 * @see Open Cap Format, Enum - Allocation Type
 */
import { badValue } from '../basics/error.ts';
import { say } from '../basics/sentence.ts';
import { nearestWord, sameWord } from '../basics/words.ts';
import type { AwardPortions } from './award-portions.ts';

export interface Allocation {
  readonly name: AllocationName;
  /** Writes the shares of each date; together they are the award. */
  readonly allocate: (portions: AwardPortions, shares: Float64Array | number[]) => void;
  /**
   * Whether what a cliff withholds is allocated installment by installment and then gathered on its date. What has
   * vested by a date is one figure, so the other types have no need of it.
   */
  readonly byInstallment?: true;
  /** What has vested by a date, where that can be told without the other dates. */
  readonly vestedBy?: (portions: AwardPortions, index: number) => number;
}

export type AllocationName =
  | 'CUMULATIVE_ROUND_DOWN'
  | 'CUMULATIVE_ROUNDING'
  | 'FRONT_LOADED'
  | 'BACK_LOADED'
  | 'FRONT_LOADED_TO_SINGLE_TRANCHE'
  | 'BACK_LOADED_TO_SINGLE_TRANCHE'
  | 'FRACTIONAL';

type Shares = Float64Array | number[];

/** Fractions carry forward to the next date. */
export const CUMULATIVE_ROUND_DOWN: Allocation = {
  name: 'CUMULATIVE_ROUND_DOWN',
  vestedBy: (portions, index) => portions.vestedDown(index),
  allocate: (portions, shares) => {
    let before = 0;
    for (let i = 0; i < portions.count; i++) {
      const vested = portions.vestedDown(i);
      shares[i] = vested - before;
      before = vested;
    }
  },
};

/** As above, but half a share and more is brought forward. */
export const CUMULATIVE_ROUNDING: Allocation = {
  name: 'CUMULATIVE_ROUNDING',
  vestedBy: (portions, index) => portions.vestedNearest(index),
  allocate: (portions, shares) => {
    let before = 0;
    for (let i = 0; i < portions.count; i++) {
      const vested = portions.vestedNearest(i);
      shares[i] = vested - before;
      before = vested;
    }
  },
};

export const FRONT_LOADED: Allocation = {
  name: 'FRONT_LOADED',
  byInstallment: true,
  allocate: (portions, shares) => {
    let left = roundDown(portions, shares);
    for (let i = 0; i < portions.count && left > 0; i++) left -= addOne(portions, shares, i);
  },
};

export const BACK_LOADED: Allocation = {
  name: 'BACK_LOADED',
  byInstallment: true,
  allocate: (portions, shares) => {
    let left = roundDown(portions, shares);
    for (let i = portions.count - 1; i >= 0 && left > 0; i--) left -= addOne(portions, shares, i);
  },
};

export const FRONT_LOADED_TO_SINGLE_TRANCHE: Allocation = {
  name: 'FRONT_LOADED_TO_SINGLE_TRANCHE',
  byInstallment: true,
  allocate: (portions, shares) => {
    const left = roundDown(portions, shares);
    let first = 0;
    while (first < portions.count - 1 && portions.isCounted(first)) first++;
    if (left > 0) shares[first] = (shares[first] ?? 0) + left;
  },
};

export const BACK_LOADED_TO_SINGLE_TRANCHE: Allocation = {
  name: 'BACK_LOADED_TO_SINGLE_TRANCHE',
  byInstallment: true,
  allocate: (portions, shares) => {
    const left = roundDown(portions, shares);
    let last = portions.count - 1;
    while (last > 0 && portions.isCounted(last)) last--;
    if (left > 0) shares[last] = (shares[last] ?? 0) + left;
  },
};

/** Fractions of a share vest. */
export const FRACTIONAL: Allocation = {
  name: 'FRACTIONAL',
  vestedBy: (portions, index) => portions.vested(index),
  allocate: (portions, shares) => {
    for (let i = 0; i < portions.count; i++) shares[i] = portions.portion(i);
  },
};

/** The default first. */
export const ALLOCATIONS: readonly Allocation[] = [
  CUMULATIVE_ROUND_DOWN,
  CUMULATIVE_ROUNDING,
  FRONT_LOADED,
  BACK_LOADED,
  FRONT_LOADED_TO_SINGLE_TRANCHE,
  BACK_LOADED_TO_SINGLE_TRANCHE,
  FRACTIONAL,
];

/**
 * The allocation of that name, without regard to case, spaces, `-` and `_`.
 *
 * @throws RegrantError the word names no allocation
 */
export function parseAllocation(word: string, argument = 'Allocation'): Allocation {
  const found = ALLOCATIONS.find((allocation) => sameWord(allocation.name, word));
  if (found !== undefined) return found;
  const names = ALLOCATIONS.map((allocation) => allocation.name);
  throw badValue(
    say`${argument} "${word}" is not known: use one of ${names.join(', ')}${nearestWord(word, names)}`,
  );
}

/** Every date's portion rounded down; returns how many shares are left over. */
function roundDown(portions: AwardPortions, shares: Shares): number {
  const last = portions.count - 1;
  let given = 0;
  for (let i = 0; i <= last; i++) given += shares[i] = portions.portionDown(i);
  return last < 0 ? 0 : portions.vestedDown(last) - given;
}

/** One share more for a date whose portion is not whole; returns how many it took. */
function addOne(portions: AwardPortions, shares: Shares, index: number): number {
  if (!portions.isFractional(index)) return 0;
  shares[index] = (shares[index] ?? 0) + 1;
  return 1;
}
