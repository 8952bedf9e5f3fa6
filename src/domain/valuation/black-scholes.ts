/**
 * The value of an option by Black, Scholes and Merton, accurate to the last digits everywhere. The formula as it is
 * printed subtracts two nearly equal numbers far out of the money and for tiny volatilities; there the value is
 * integrated over the volatility instead, which only ever adds.
 */
import erfc from '@stdlib/math-base-special-erfc';
import { badNumber } from '../basics/error.ts';
import { say } from '../basics/sentence.ts';

/** What the market says of an option, per share. */
export interface OptionMarket {
  /** Price of the stock. */
  readonly stock: number;
  readonly exercisePrice: number;
  /** Expected term in years. */
  readonly years: number;
  /** Per year, as a fraction: 0.2 is 20%. */
  readonly volatility: number;
  /** Riskless rate per year, continuously compounded. */
  readonly rate: number;
  /** Dividend yield per year, continuously compounded. */
  readonly dividendYield: number;
}

/**
 * The value of a European call per share.
 *
 * @returns at zero years or zero volatility the exact limit: what it is worth to exercise, discounted
 * @throws RegrantError stock, exercise price, years or volatility negative
 * @see Black and Scholes (1973), Merton (1973) for the yield; ASC 718-10-55-16
 */
export function blackScholes(market: OptionMarket): number {
  checkMarket(market);
  const { stock, exercisePrice, years, volatility, rate, dividendYield } = market;
  const received = stock * Math.exp(-dividendYield * years);
  const paid = exercisePrice * Math.exp(-rate * years);
  const deviation = volatility * Math.sqrt(years);
  if (deviation === 0 || stock === 0 || exercisePrice === 0) return Math.max(0, received - paid);
  const moneyness = logRatio(stock, exercisePrice) + (rate - dividendYield) * years;
  const value = printed(received, paid, moneyness, deviation);
  // Where less than a hundredth is left of what was subtracted, digits are lost.
  if (value > received / 100 && deviation > 0.01) return value;
  const inTheMoney = moneyness > 0 ? -paid * Math.expm1(-moneyness) * Math.exp(moneyness) : 0;
  return inTheMoney + Math.sqrt(received) * Math.sqrt(paid) * timeValue(Math.abs(moneyness), deviation);
}

/** @throws RegrantError a figure outside its domain */
export function checkMarket(market: OptionMarket): void {
  const { stock, exercisePrice, years, volatility } = market;
  const named = { stock, exercise: exercisePrice, years, volatility };
  for (const [name, value] of Object.entries(named))
    if (value < 0) throw badNumber(say`${name} must not be negative, and is ${value}.`);
}

/** The logarithm of a quotient near one, without the quotient's rounding. */
const logRatio = (over: number, under: number): number =>
  Math.abs(over - under) < under / 2 ? Math.log1p((over - under) / under) : Math.log(over) - Math.log(under);

const normalDistribution = (x: number): number => erfc(-x * Math.SQRT1_2) / 2;

function printed(received: number, paid: number, moneyness: number, deviation: number): number {
  const d1 = moneyness / deviation + deviation / 2;
  return received * normalDistribution(d1) - paid * normalDistribution(d1 - deviation);
}

/** Steps of the quadrature: halving the step changes no digit. */
const STEP = 1 / 64;
const REACH = 4.5;

/**
 * What an option is worth beyond exercising it, as a fraction of the mean of what is received and paid: the integral
 * of its vega from no volatility to `deviation`, 1/sqrt(2 pi) times that of exp(-x^2 / 2u^2 - u^2 / 8) du. With
 * u = s / sqrt(1 + v) the mass lies at v = 0, and the double-exponential rule takes in every scale of v.
 *
 * @param x distance of the forward price from the exercise price, as a logarithm, not negative
 */
function timeValue(x: number, deviation: number): number {
  const decay = (x / deviation) ** 2 / 2;
  const flat = deviation ** 2 / 8;
  let sum = 0;
  for (let t = -REACH; t <= REACH; t += STEP) {
    const v = Math.exp((Math.PI / 2) * Math.sinh(t));
    const weight = (Math.PI / 2) * Math.cosh(t) * v;
    sum += weight * Math.exp(-decay * v - flat / (1 + v)) * (1 + v) ** -1.5;
  }
  return (deviation / 2) * Math.exp(-decay) * sum * STEP * (Math.SQRT1_2 / Math.sqrt(Math.PI));
}
