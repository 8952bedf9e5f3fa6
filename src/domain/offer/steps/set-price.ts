/** The exercise price, the premium and the expiration of each line, and whether it is promised until one is known. */
import { addMonths, type Day } from '../../basics/day.ts';
import { english, say, type Sentence } from '../../basics/sentence.ts';
import { dayIn } from '../../ledger/field.ts';
import type { Checks } from '../check.ts';
import type { Offer } from '../offer.ts';
import type { ExchangeStep, Line } from './line.ts';

export const setPrice: ExchangeStep = ({ offer, selection, checks }, lines) => {
  const missing = new Map<string, Sentence>();
  for (const line of lines) {
    const { award, terms, grant } = line;
    const isLapsed = line.status === 'Lapsed';
    if (award.hasPrice) {
      const price = offer.prices.priceOf(terms, stockClassOf(offer, line));
      line.newPrice = price;
      line.price = price.state === 'known' ? price.price : undefined;
      if (price.state === 'promised' && !isLapsed) line.status = 'Promised';
      if (price.state === 'missing' && !isLapsed) missing.set(english(price.problem), price.problem);
      if (terms.premiumPrice !== undefined && terms.premiumUntil !== undefined)
        line.premium = { price: terms.premiumPrice, until: terms.premiumUntil };
    } else if (award.bringsShares) line.price = 0;
    line.expiration = award.hasExpiration ? expirationOf(offer, line, checks) : undefined;
    if (isLapsed) continue;
    if (line.awaitsRatio || selection.awaitsClosingPrice.has(grant)) line.status = 'Promised';
    else if (award.paysCash) line.status = 'Cash';
  }
  for (const problem of missing.values())
    checks.add('Error', offer.termsTable.block.sheet, '', 'Exercise Price', problem);
  return lines;
};

/** The class of the new award's stock: the term's, or the old award's. */
export function stockClassOf({ ledger }: Offer, { terms, grant }: Line): string {
  if (terms.newStockClass !== '') return terms.newStockClass;
  const column = ledger.map.offsets.get('Stock Class')?.[0];
  return column === undefined ? '' : String(grant.row[column] ?? '').trim();
}

function expirationOf({ ledger }: Offer, { terms, grant }: Line, checks: Checks): Day | undefined {
  const anniversary = addMonths(terms.newGrant, terms.termMonths);
  const fixed = terms.expireOn === 'day before' ? anniversary - 1 : anniversary;
  if (terms.termRule === 'fixed') return fixed;
  const column = ledger.map.offsets.get('Expiration Date')?.[0];
  const remaining = column === undefined ? undefined : dayIn(grant.row[column]);
  if (remaining === undefined) {
    const header = column === undefined ? 'Expiration Date' : (ledger.map.headers[column] ?? '');
    checks.addRow(
      'Error',
      ledger,
      grant.offset,
      header,
      say`Expiration Date is missing, and Term Rule ${terms.termRule} needs it`,
    );
    return undefined;
  }
  return terms.termRule === 'remaining' ? remaining : Math.max(remaining, fixed);
}
