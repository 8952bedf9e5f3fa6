/** What is paid in cash: for cash awards, and for awards below their minimum. Whole cents, half up. */
import { Fraction } from '../../basics/fraction.ts';
import { ROUND_NEAREST, scaleShares } from '../../basics/rounding.ts';
import { say } from '../../basics/sentence.ts';
import type { ExchangeStep } from './line.ts';
import { stockClassOf } from './set-price.ts';

const HUNDRED = Fraction.of(100);

export const payCash: ExchangeStep = ({ offer, checks }, lines) => {
  for (const line of lines) {
    if (!line.award.paysCash) continue;
    const { terms, grant } = line;
    const atClose = !terms.award.paysCash && terms.belowMinimum === 'cash at close';
    const per = atClose
      ? offer.prices.marketClose(terms.newGrant, terms.missingPrice, stockClassOf(offer, line))
      : terms.cashPerOption;
    const count = atClose ? (line.shares ?? 0) : line.exchanged;
    line.shares = line.sharesBeforeEvents = 0;
    if (line.status === 'Lapsed') continue;
    if (per === undefined) {
      checks.addRow(
        'Error',
        offer.ledger,
        grant.offset,
        '',
        atClose
          ? say`Grant ${grant.id} is paid at the market close of its grant date, which OfferPrices does not have: its cash is blank`
          : say`Grant ${grant.id} is paid in cash, but Cash per Option is not given`,
      );
      continue;
    }
    line.cash = centsOf(count, per) / 100;
  }
  return lines;
};

/** Shares times an amount per share, in whole cents, half up. */
const centsOf = (shares: number, per: number): number =>
  scaleShares(shares, Fraction.ofNumber(per).times(HUNDRED), ROUND_NEAREST);
