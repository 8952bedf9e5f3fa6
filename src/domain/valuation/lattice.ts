/**
 * An employee option on a tree of prices, after Hull and White (2004): holders exercise early once the stock is at a
 * multiple of the exercise price, and some leave in each step. It knows one option, not a grant's tranches.
 */
import { badNumber } from '../basics/error.ts';
import { say } from '../basics/sentence.ts';
import { checkMarket, type OptionMarket } from './black-scholes.ts';

/** What is expected of the holders. */
export interface HolderBehaviour {
  /** Years until the option vests; nobody exercises or leaves before. */
  readonly vestYears: number;
  /** Holders exercise at this multiple of the exercise price; undefined: only at the end. */
  readonly exerciseMultiple: number | undefined;
  /** Rate per year, continuous, at which holders leave after vesting and take the intrinsic value. */
  readonly exitRate: number;
  /** Steps of the tree. */
  readonly steps: number;
}

/** 500 steps price to about a tenth of a cent; more than 10,000 would block a cell for a second. */
export const LATTICE_STEPS = { default: 500, most: 10000 } as const;

/** Two reckonings of one time differ by less, in years. */
const SAME_TIME = 1e-9;

/**
 * The value of an employee option per share on a Cox-Ross-Rubinstein tree.
 *
 * Nobody leaves before vesting: ASC 718-10-30-26 keeps such forfeitures out of fair value.
 *
 * @throws RegrantError a figure outside its domain, or steps too long for the volatility and the rate
 * @see Hull and White, "How to Value Employee Stock Options", Financial Analysts Journal 60 (2004)
 */
export function latticeValue(market: OptionMarket, behaviour: HolderBehaviour): number {
  checkMarket(market);
  const { stock, exercisePrice, years, volatility, rate, dividendYield } = market;
  const { vestYears, exerciseMultiple = Infinity, exitRate, steps } = behaviour;
  if (vestYears < 0) throw badNumber(say`vestYears must not be negative, and is ${vestYears}.`);
  if (exerciseMultiple < 1)
    throw badNumber(say`exerciseMultiple must be at least 1, and is ${exerciseMultiple}.`);
  if (exitRate < 0) throw badNumber(say`exitRate must not be negative, and is ${exitRate}.`);
  if (years === 0) return Math.max(0, stock - exercisePrice);

  const dt = years / steps;
  const growth = Math.exp((rate - dividendYield) * dt);
  const up = Math.exp(volatility * Math.sqrt(dt));
  const isCertain = volatility === 0;
  const upChance = isCertain ? 1 : (growth - 1 / up) / (up - 1 / up);
  if (!(upChance >= 0 && upChance <= 1))
    throw badNumber(say`steps must be more: with ${steps} the rate outgrows the volatility in one step.`);
  const discount = Math.exp(-rate * dt);
  const stays = Math.exp(-exitRate * dt);
  const threshold = exerciseMultiple * exercisePrice;
  // The prices of the tree, by how many more steps went up than down; without volatility it is one path that grows
  // at the riskless rate, and the step alone tells the price.
  const prices = new Float64Array(2 * steps + 1);
  for (let at = 0; at < prices.length; at++)
    prices[at] = isCertain
      ? stock * growth ** at
      : stock * Math.exp((at - steps) * volatility * Math.sqrt(dt));
  const priceAt = (step: number, ups: number): number =>
    prices[isCertain ? step : steps + 2 * ups - step] ?? 0;

  const values = new Float64Array(steps + 1);
  for (let ups = 0; ups <= steps; ups++) values[ups] = Math.max(0, priceAt(steps, ups) - exercisePrice);
  for (let step = steps - 1; step >= 0; step--) {
    const isVested = step * dt >= vestYears - SAME_TIME;
    for (let ups = 0; ups <= step; ups++) {
      const waiting = discount * (upChance * (values[ups + 1] ?? 0) + (1 - upChance) * (values[ups] ?? 0));
      if (!isVested) {
        values[ups] = waiting;
        continue;
      }
      const price = priceAt(step, ups);
      values[ups] =
        price >= threshold
          ? price - exercisePrice
          : stays * waiting + (1 - stays) * Math.max(0, price - exercisePrice);
    }
  }
  return values[0] ?? 0;
}
