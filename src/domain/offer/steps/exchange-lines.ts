/**
 * What an exchange brings: the lines of all grants that take part, and the steps through which they go, in the order in
 * which the contract states them. A new clause of an offer is a step and a word in this list.
 */
import type { Steps } from '../../basics/steps.ts';
import type { Checks } from '../check.ts';
import type { Offer } from '../offer.ts';
import type { Selection } from '../selection/selection.ts';
import { applyEvents } from './apply-events.ts';
import { applyMinimum } from './apply-minimum.ts';
import { countShares } from './count-shares.ts';
import { lapse } from './lapse.ts';
import type { ExchangeStep, Line } from './line.ts';
import { makeLines } from './make-lines.ts';
import { numberGrants } from './number-grants.ts';
import { payCash } from './pay-cash.ts';
import { setPrice } from './set-price.ts';
import { vestLines } from './vest.ts';

export const EXCHANGE_STEPS: readonly ExchangeStep[] = [
  countShares,
  applyMinimum,
  lapse,
  applyEvents,
  setPrice,
  payCash,
  vestLines,
  numberGrants,
];

/** The lines of the exchange, in the ledger's order. */
export function* exchangeLines(offer: Offer, selection: Selection, checks: Checks): Steps<readonly Line[]> {
  let lines: readonly Line[] = yield* makeLines(offer, selection, checks);
  yield;
  for (const step of EXCHANGE_STEPS) {
    lines = step({ offer, selection, checks }, lines);
    yield;
  }
  return lines;
}
