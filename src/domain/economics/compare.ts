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
    const size = Math.max(oldShares, newShares) * marketPrice;
    return { marketPrice, current, renewed, better: better(current - renewed, size) };
  });
}

/** Less than that is no difference in money. */
const NO_MONEY = 5e-7;
/** A break-even price that is no decimal is off by a few of a double's last digits, and the gains with it. */
const LAST_DIGITS = 8e-16;

function better(difference: number, size: number): BetterAward {
  if (Math.abs(difference) < Math.max(NO_MONEY, LAST_DIGITS * size)) return 'Same';
  return difference > 0 ? 'Current' : 'New';
}
