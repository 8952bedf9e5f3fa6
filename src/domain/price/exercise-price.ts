/** The exercise price that a rule gives on a grant date. Knows rules and prices, not grants. */
import { show } from '../basics/cell.ts';
import { dated, type Day } from '../basics/day.ts';
import { exactDecimal, roundHalfUp } from '../basics/decimal.ts';
import { badNumber, badValue, notAvailable } from '../basics/error.ts';
import { say } from '../basics/sentence.ts';
import { Fraction } from '../basics/fraction.ts';
import { nearestWord, sameWord } from '../basics/words.ts';
import { formatPriceRule, type PriceRule } from './price-rule.ts';
import { dailyFigure, positionOf, type PriceTable, type TradingDay } from './price-table.ts';

/** What happens where the grant date has no price: an error, or the trading day before or after it. */
const MISSING_PRICE_RULES = ['error', 'previous', 'next'] as const;
export type MissingPrice = (typeof MISSING_PRICE_RULES)[number];

/** @throws RegrantError the word is none of error, previous, next */
export function parseMissingPrice(word: string, argument = 'onMissing'): MissingPrice {
  const found = MISSING_PRICE_RULES.find((rule) => sameWord(rule, word));
  if (found !== undefined) return found;
  throw badValue(
    say`${argument} ${show(word)} is not known: use error, previous or next${nearestWord(word, MISSING_PRICE_RULES)}`,
  );
}

export const PRICE_DECIMALS = { most: 15 } as const;

/**
 * The exercise price on the grant date, per share, in the currency of the prices.
 *
 * @param rule as the offer words it
 * @param onMissing the trading day taken where the grant date has no price; a window of days then ends on it
 * @param decimals round half up to so many, 0 to 15; undefined: as computed
 * @throws RegrantError no price, fewer trading days than the rule needs, a column that the rule needs missing
 */
export function exercisePrice(
  grantDate: Day,
  prices: PriceTable,
  rule: PriceRule,
  onMissing: MissingPrice = 'error',
  decimals?: number,
): number {
  if (
    decimals !== undefined &&
    !(Number.isInteger(decimals) && decimals >= 0 && decimals <= PRICE_DECIMALS.most)
  )
    throw badNumber(
      say`decimals must be a whole number from 0 to ${PRICE_DECIMALS.most}, and is ${decimals}.`,
    );
  const price = priceBy(rule, { grantDate, prices, onMissing }).toNumber();
  return decimals === undefined ? price : roundHalfUp(price, decimals);
}

interface Occasion {
  readonly grantDate: Day;
  readonly prices: PriceTable;
  readonly onMissing: MissingPrice;
}

function priceBy(rule: PriceRule, occasion: Occasion): Fraction {
  switch (rule.kind) {
    case 'fixed':
      return exactDecimal(rule.price);
    case 'close':
      return exactDecimal(tradingDay(occasion).close);
    case 'previous close':
      return exactDecimal(dayBefore(occasion).close);
    case 'average of high and low': {
      const day = tradingDay(occasion);
      const [high, low] = (['High', 'Low'] as const).map((f) => dailyFigure(occasion.prices, day, f));
      return exactDecimal(high ?? 0)
        .plus(exactDecimal(low ?? 0))
        .dividedBy(Fraction.of(2n));
    }
    case 'average close':
      return total(window(rule.days, occasion).map((day) => exactDecimal(day.close))).dividedBy(
        Fraction.of(rule.days),
      );
    case 'vwap':
      return weighted(window(rule.days, occasion), occasion.prices);
    case 'previous':
      return priceBy(rule.of, { ...occasion, grantDate: dayBefore(occasion).day });
    case 'percent':
      return priceBy(rule.of, occasion).times(rule.percent).dividedBy(Fraction.of(100n));
    case 'greater':
    case 'lesser': {
      const [first, second] = [priceBy(rule.of[0], occasion), priceBy(rule.of[1], occasion)];
      const firstIsGreater = first.compare(second) > 0;
      return firstIsGreater === (rule.kind === 'greater') ? first : second;
    }
    default:
      return rule satisfies never;
  }
}

/** Closes weighted by volume: no exchange publishes the trades behind them. */
function weighted(days: readonly TradingDay[], prices: PriceTable): Fraction {
  const volumes = days.map((day) => exactDecimal(dailyFigure(prices, day, 'Volume')));
  const traded = total(volumes);
  if (traded.numerator === 0n)
    throw notAvailable(say`${prices.name} has no Volume other than 0 in these days.`);
  const value = total(days.map((day, i) => exactDecimal(day.close).times(volumes[i] ?? Fraction.ZERO)));
  return value.dividedBy(traded);
}

const total = (amounts: readonly Fraction[]): Fraction =>
  amounts.reduce((sum, amount) => sum.plus(amount), Fraction.ZERO);

const tradingDay = (occasion: Occasion): TradingDay =>
  occasion.prices.days[tradingDayAt(occasion)] ?? missing(occasion);

/** Where the grant date, or the day taken for it, stands among the trading days. */
function tradingDayAt(occasion: Occasion): number {
  const { grantDate, prices, onMissing } = occasion;
  const at = positionOf(prices, grantDate);
  if (prices.days[at]?.day === grantDate) return at;
  const taken = { error: -1, previous: at - 1, next: at }[onMissing];
  return prices.days[taken] === undefined ? missing(occasion) : taken;
}

function missing({ grantDate, prices, onMissing }: Occasion): never {
  const day = dated(grantDate);
  throw notAvailable(
    {
      error: say`${prices.name} must have a price on ${day}, the grant date, and has none.`,
      previous: say`${prices.name} must have a price on or before ${day}, the grant date, and has none.`,
      next: say`${prices.name} must have a price on or after ${day}, the grant date, and has none.`,
    }[onMissing],
  );
}

/** The last trading day before the grant date, which needs no price of its own. */
function dayBefore({ grantDate, prices }: Occasion): TradingDay {
  const day = prices.days[positionOf(prices, grantDate) - 1];
  if (day !== undefined) return day;
  throw notAvailable(say`${prices.name} must have a price before ${dated(grantDate)}, the grant date.`);
}

/** The trading days that end on the grant date, or on the day taken for it. */
function window(days: number, occasion: Occasion): readonly TradingDay[] {
  const end = tradingDayAt(occasion) + 1;
  if (end >= days) return occasion.prices.days.slice(end - days, end);
  const rule = formatPriceRule({ kind: 'average close', days });
  throw notAvailable(
    say`${occasion.prices.name} must have ${days} trading days up to ${dated(occasion.grantDate)} for ${rule}, and has ${end}.`,
  );
}
