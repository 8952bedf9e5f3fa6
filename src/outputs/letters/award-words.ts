/** Awards, types and price rules as a letter says them. */
import type { PriceRule } from '../../domain/price/price-rule.ts';
import type { Line } from '../../domain/offer/steps/line.ts';
import { plainNumber } from '../csv.ts';

/** `nonstatutory stock option` */
export function awardWords({ award, terms }: Line): string {
  switch (award.name) {
    case 'Option':
      return optionWords(terms.newGrantType);
    case 'SAR':
      return 'stock appreciation right';
    case 'RSU':
      return 'restricted stock units';
    case 'Stock':
      return 'restricted stock';
    case 'Cash':
      return 'cash payment';
    case 'Keep':
      return '';
  }
}

/** @see Internal Revenue Code, sections 83 and 422 */
function optionWords(type: string): string {
  const word = type.trim().toUpperCase();
  if (/^(NSO|NQSO?|NQ)$/.test(word)) return 'nonstatutory stock option';
  if (word === 'ISO') return 'incentive stock option';
  return word === '' ? 'stock option' : `stock option (${type.trim()})`;
}

const ON_THE_DAY = 'on the grant date';

/** `100% of the closing price of the common stock on the grant date` */
export const priceRuleWords = (rule: PriceRule): string =>
  rule.kind === 'close' ? `100% of ${ruleWords(rule)}` : ruleWords(rule);

function ruleWords(rule: PriceRule): string {
  switch (rule.kind) {
    case 'close':
      return `the closing price of the common stock ${ON_THE_DAY}`;
    case 'previous close':
      return 'the closing price of the common stock on the last trading day before the grant date';
    case 'average of high and low':
      return `the average of the high and the low price of the common stock ${ON_THE_DAY}`;
    case 'average close':
      return `the average closing price of the common stock over the ${String(rule.days)} trading days that end ${ON_THE_DAY}`;
    case 'vwap':
      return `the volume-weighted average price of the common stock over the ${String(rule.days)} trading days that end ${ON_THE_DAY}`;
    case 'previous':
      return ruleWords(rule.of).replaceAll(ON_THE_DAY, 'on the last trading day before the grant date');
    case 'percent': {
      const { numerator, denominator } = rule.percent;
      return `${plainNumber(Number(numerator) / Number(denominator))}% of ${ruleWords(rule.of)}`;
    }
    case 'greater':
    case 'lesser':
      return `the ${rule.kind} of (i) ${ruleWords(rule.of[0])} and (ii) ${ruleWords(rule.of[1])}`;
    case 'fixed':
      return plainNumber(rule.price);
  }
}
