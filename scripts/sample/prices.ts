/** The sample's prices: made up, day by day, around the new grant date. */
import { weekday } from '../../src/domain/basics/day.ts';
import type { Chance } from './chance.ts';
import { on } from './dates.ts';

export interface Price {
  readonly day: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
}

const cents = (value: number): number => Math.round(value * 100) / 100;

/** Trading days of June to early August 2003; the Fourth of July was a Friday. */
export function pricesFrom(chance: Chance): readonly Price[] {
  const prices: Price[] = [];
  let last = 0.84;
  for (let day = on('2003-06-02'); day <= on('2003-08-08'); day++) {
    if ([0, 6].includes(weekday(day)) || day === on('2003-07-04')) continue;
    const open = cents(last + (chance.next() - 0.5) * 0.03);
    const close = cents(open + (chance.next() - 0.46) * 0.06);
    const high = cents(Math.max(open, close) + chance.next() * 0.03);
    const low = cents(Math.min(open, close) - chance.next() * 0.03);
    prices.push({ day, open, high, low, close, volume: chance.whole(900, 6400) * 100 });
    last = close;
  }
  return prices;
}
