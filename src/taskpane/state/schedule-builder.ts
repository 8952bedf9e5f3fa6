/** Turns what a person picks in the vesting wizard into the words of a vesting schedule. Pure. */

export const FREQUENCIES = { monthly: 1, quarterly: 3, 'semi-annually': 6, annually: 12 } as const;
export type Frequency = keyof typeof FREQUENCIES;

export interface ScheduleChoice {
  /** Percent that vests at the cliff; 0 for none. */
  readonly cliffPercent: number;
  readonly cliffMonths: number;
  readonly frequency: Frequency;
  /** Months over which the rest vests, after the cliff. */
  readonly months: number;
}

/** `25% at 12 months, then 75% monthly over 36 months`. */
export function scheduleWords({ cliffPercent, cliffMonths, frequency, months }: ScheduleChoice): string {
  const rest = `${frequency} over ${months} months`;
  if (cliffPercent <= 0) return `100% ${rest}`;
  const cliff = `${cliffPercent}% at ${cliffMonths} months`;
  return cliffPercent >= 100 ? cliff : `${cliff}, then ${100 - cliffPercent}% ${rest}`;
}
