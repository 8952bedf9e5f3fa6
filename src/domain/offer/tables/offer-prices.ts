/**
 * OfferPrices of an offer: one table, or one for each class of stock; the price that a rule gives on a grant date, and
 * the market close of that date. Figures that many grants share are computed once.
 */
import { type CellValue, isBlank } from '../../basics/cell.ts';
import { type Day, dated } from '../../basics/day.ts';
import { RegrantError } from '../../basics/error.ts';
import type { Problems } from '../../basics/problems.ts';
import { say, type Sentence } from '../../basics/sentence.ts';
import { isBusinessDay } from '../../calendar/federal-holidays.ts';
import { exercisePrice, type MissingPrice } from '../../price/exercise-price.ts';
import { CLOSE, formatPriceRule, type PriceRule } from '../../price/price-rule.ts';
import { compilePrices, lastPriceDay, type PriceTable } from '../../price/price-table.ts';
import { columnOffset, inTable, type OfferTable } from '../offer-table.ts';

export type NewPrice =
  | { readonly state: 'known'; readonly price: number }
  /** The prices end before the grant date: the grant is promised, its price still open. */
  | { readonly state: 'promised' }
  /** The prices go on, but the rule finds none. */
  | { readonly state: 'missing'; readonly problem: Sentence };

/** What decides a price. */
export interface PriceTerms {
  readonly newGrant: Day;
  readonly priceRule: PriceRule;
  readonly missingPrice: MissingPrice;
  readonly priceDecimals: number | undefined;
}

export interface OfferPrices {
  readonly hasClasses: boolean;
  /** @param stockClass the new award's class; disregarded where the prices have none */
  readonly priceOf: (terms: PriceTerms, stockClass: string) => NewPrice;
  /** Where the price of a day is, as offsets of the row and of Close in the table's block. */
  readonly placeOf: (
    day: Day,
    stockClass: string,
  ) => { readonly row: number; readonly column: number } | undefined;
  /** OfferPrices' Close on the grant date, by Missing Price; undefined where there is none. */
  readonly marketClose: (newGrant: Day, missing: MissingPrice, stockClass: string) => number | undefined;
}

const classKey = (value: CellValue): string => (isBlank(value) ? '' : String(value).trim().toLowerCase());

/** Compiles the prices; what cannot be read is added to the problems. */
export function offerPrices(table: OfferTable | undefined, problems: Problems): OfferPrices {
  const tables = priceTables(table, problems);
  const hasClasses = table !== undefined && columnOffset(table, 'Class') >= 0;
  const empty = compilePrices([['Date', 'Close']], 'OfferPrices');
  const pricesOf = (stockClass: string): PriceTable | undefined =>
    hasClasses ? tables.get(classKey(stockClass)) : (tables.get('') ?? empty);
  const known = new Map<string, NewPrice>();
  const priceOf = (terms: PriceTerms, stockClass: string): NewPrice => {
    const key = [
      classKey(stockClass),
      terms.newGrant,
      formatPriceRule(terms.priceRule),
      terms.missingPrice,
      terms.priceDecimals ?? '',
    ].join('|');
    let price = known.get(key);
    if (price === undefined) {
      const prices = pricesOf(stockClass);
      price =
        prices === undefined
          ? {
              state: 'missing',
              problem:
                stockClass === ''
                  ? say`OfferPrices has several classes, and the class of the new award is not known: give New Stock Class or the ledger's Stock Class`
                  : say`OfferPrices has no prices of class ${stockClass}`,
            }
          : newPrice(terms, prices);
      known.set(key, price);
    }
    return price;
  };
  return {
    hasClasses,
    priceOf,
    placeOf: (day, stockClass) => {
      const prices = pricesOf(stockClass);
      const trading = prices?.days.find((candidate) => candidate.day === day);
      const row = trading === undefined ? -1 : (table?.block.values.indexOf(trading.row) ?? -1);
      return row < 0 ? undefined : { row, column: prices?.columns.get('Close') ?? 0 };
    },
    marketClose: (newGrant, missingPrice, stockClass) => {
      const close = priceOf(
        { newGrant, priceRule: CLOSE, missingPrice, priceDecimals: undefined },
        stockClass,
      );
      return close.state === 'known' ? close.price : undefined;
    },
  };
}

function priceTables(table: OfferTable | undefined, problems: Problems): ReadonlyMap<string, PriceTable> {
  const tables = new Map<string, PriceTable>();
  if (table === undefined) return tables;
  const [header = [], ...rows] = table.block.values;
  const classColumn = columnOffset(table, 'Class');
  const groups = new Map<string, (readonly CellValue[])[]>();
  rows.forEach((row, index) => {
    const key = classColumn < 0 ? '' : classKey(row[classColumn]);
    // A row of another class is blank to this one, so that every row keeps its place.
    let group = groups.get(key);
    if (group === undefined) groups.set(key, (group = rows.map(() => [])));
    group[index] = row;
  });
  if (groups.size === 0) groups.set('', []);
  for (const [key, group] of groups) {
    if (classColumn >= 0 && key === '' && group.every((row) => row.every(isBlank))) continue;
    const prices = problems.try(() => inTable(table, () => compilePrices([header, ...group], 'OfferPrices')));
    if (prices !== undefined) tables.set(key, prices);
  }
  return tables;
}

/** @throws RegrantError the prices lack a column that the rule needs */
function newPrice(terms: PriceTerms, prices: PriceTable): NewPrice {
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
