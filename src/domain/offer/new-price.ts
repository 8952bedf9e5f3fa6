/** The exercise price that every new option of an offer gets: known, not known yet, or missing where it should be known. */
import { type Day, dated } from '../basics/day.ts';
import { RegrantError } from '../basics/error.ts';
import { say, type Sentence } from '../basics/sentence.ts';
import { isBusinessDay } from '../calendar/federal-holidays.ts';
import { exercisePrice } from '../price/exercise-price.ts';
import type { PriceRule } from '../price/price-rule.ts';
import { lastPriceDay, type PriceTable } from '../price/price-table.ts';
import type { OfferTerms } from './read-terms.ts';

export type NewPrice =
  | { readonly state: 'known'; readonly price: number }
  /** The prices end before the grant date: the grant is promised, its price still open. */
  | { readonly state: 'promised' }
  /** The prices go on, but the rule finds none. */
  | { readonly state: 'missing'; readonly problem: Sentence };

/** @throws RegrantError the prices lack a column that the rule needs */
export function newPrice(terms: OfferTerms, prices: PriceTable): NewPrice {
  if (!reach(prices, terms.newGrant, terms.priceRule)) return { state: 'promised' };
  try {
    const { newGrant, priceRule, missingPrice, priceDecimals } = terms;
    return { state: 'known', price: exercisePrice(newGrant, prices, priceRule, missingPrice, priceDecimals) };
  } catch (error) {
    if (!(error instanceof RegrantError)) throw error;
    return {
      state: 'missing',
      problem: say`There is no exercise price for the New Grant Date ${dated(terms.newGrant)}: ${error.sentence}`,
    };
  }
}

/** Whether the prices reach far enough for the rule to be applied on that day. */
function reach(prices: PriceTable, grantDate: Day, rule: PriceRule): boolean {
  const needs = dayNeeded(rule, grantDate);
  if (needs === undefined) return true;
  const last = lastPriceDay(prices);
  return last !== undefined && last >= needs;
}

/** The last day of which the rule needs a price; undefined where it needs none. */
function dayNeeded(rule: PriceRule, grantDate: Day): Day | undefined {
  switch (rule.kind) {
    case 'fixed':
      return undefined;
    case 'previous close':
      return previousBusinessDay(grantDate);
    case 'percent':
      return dayNeeded(rule.of, grantDate);
    case 'greater':
    case 'lesser': {
      const [first, second] = rule.of.map((part) => dayNeeded(part, grantDate));
      return first === undefined || second === undefined ? (first ?? second) : Math.max(first, second);
    }
    default:
      return grantDate;
  }
}

function previousBusinessDay(day: Day): Day {
  let previous = day - 1;
  while (!isBusinessDay(previous)) previous--;
  return previous;
}
