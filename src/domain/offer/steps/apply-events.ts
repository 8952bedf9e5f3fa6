/** Splits and mergers between the cancellation and the grant adjust the promised shares, in date order. */
import { inSequence, say } from '../../basics/sentence.ts';
import type { OfferEvent } from '../tables/events.ts';
import type { ExchangeStep } from './line.ts';

export const applyEvents: ExchangeStep = ({ offer }, lines) => {
  if (offer.events.length === 0) return lines;
  const byDate = new Map<number, readonly OfferEvent[]>();
  for (const line of lines) {
    const { newGrant } = line.terms;
    let events = byDate.get(newGrant);
    if (events === undefined)
      byDate.set(
        newGrant,
        (events = offer.events.filter(({ day }) => day > offer.terms.cancellation && day <= newGrant)),
      );
    line.events = events;
    if (events.length === 0 || line.status === 'Lapsed') continue;
    if (line.shares === undefined || !line.terms.award.bringsShares) continue;
    line.shares = events.reduce((shares, event) => event.apply(shares), line.sharesBeforeEvents);
    line.notes.push(
      say`${line.sharesBeforeEvents} shares before: ${inSequence(
        events.map(({ label }) => label),
        ', ',
      )}`,
    );
  }
  return lines;
};
