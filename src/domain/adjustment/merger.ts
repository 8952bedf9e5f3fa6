/** What a merger makes of promised shares. Knows the consideration for one share, not the offer's events. */
import { badNumber, badValue } from '../basics/error.ts';
import { say } from '../basics/sentence.ts';
import { Fraction } from '../basics/fraction.ts';
import { ROUND_DOWN, type Rounding, scaleShares } from '../basics/rounding.ts';

/**
 * Shares of the acquirer's stock under a promise of the acquired company's: shares times (stock per share + cash
 * per share / the acquirer's price), exact until it is rounded.
 *
 * @param shares whole, not negative
 * @param stockPerShare shares of the acquirer given for one share; not negative
 * @param cashPerShare cash given for one share, on top; not negative
 * @param acquirerPrice price of the acquirer's share; needed where there is cash
 * @throws RegrantError an amount negative, cash without a price, or more than 2^53 shares
 */
export function mergerShares(
  shares: number,
  stockPerShare: number,
  cashPerShare = 0,
  acquirerPrice?: number,
  rounding: Rounding = ROUND_DOWN,
): number {
  const stock = amount(stockPerShare, 'stockPerShare');
  const cash = amount(cashPerShare, 'cashPerShare');
  const price = acquirerPrice === undefined ? undefined : amount(acquirerPrice, 'acquirerPrice');
  const consideration = stock.plus(cash.numerator === 0n ? Fraction.ZERO : inShares(cash, price));
  const promised = scaleShares(shares, consideration, rounding);
  if (promised > 2 ** 53)
    throw badNumber(say`shares after the merger must be at most 2^53, and are ${promised}.`);
  return promised;
}

function inShares(cash: Fraction, price: Fraction | undefined): Fraction {
  if (price === undefined)
    throw badValue(say`acquirerPrice must be the price of the acquirer's share where cashPerShare is given.`);
  if (price.numerator === 0n)
    throw badNumber(say`acquirerPrice must be above zero where cashPerShare is given, and is 0.`);
  return cash.dividedBy(price);
}

function amount(value: number, argument: string): Fraction {
  if (value < 0) throw badNumber(say`${argument} must not be negative, and is ${value}.`);
  return Fraction.ofNumber(value);
}
