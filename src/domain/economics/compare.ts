/** Both awards side by side at market prices, as an offer's letter shows them. Knows spreads, not option values. */
import { gain } from './gain.ts';

type BetterAward = 'Current' | 'New' | 'Same';

export interface Comparison {
  readonly marketPrice: number;
  /** Gain of the old award. */
  readonly current: number;
  /** Gain of the new award. */
  readonly renewed: number;
  readonly better: BetterAward;
}

/** What the old and the new award gain at each market price, in the order of the prices. */
export function compareAwards(
  oldShares: number,
  oldPrice: number,
  newShares: number,
  newPrice: number,
  marketPrices: readonly number[],
): Comparison[] {
  return marketPrices.map((marketPrice) => {
    const current = gain(oldShares, oldPrice, marketPrice);
    const renewed = gain(newShares, newPrice, marketPrice);
    return { marketPrice, current, renewed, better: better(current, renewed) };
  });
}

/** Less than that is no difference in money: a break-even price that is no round number is `Same`. */
const TOLERANCE = { absolute: 5e-7, relative: 1e-12 } as const;

function better(current: number, renewed: number): BetterAward {
  const difference = current - renewed;
  const least = Math.max(TOLERANCE.absolute, TOLERANCE.relative * Math.max(current, renewed));
  if (Math.abs(difference) < least) return 'Same';
  return difference > 0 ? 'Current' : 'New';
}
