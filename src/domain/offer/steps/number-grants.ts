/** The ids of the new grants, by the offer's pattern, in the ledger's order. */
import { sameWord } from '../../basics/words.ts';
import { combineKey } from './count-shares.ts';
import type { ExchangeStep, Line } from './line.ts';

export const numberGrants: ExchangeStep = ({ offer: { terms } }, lines) => {
  const pattern = terms.newGrantId;
  if (pattern === '') return lines;
  const used = new Map<string, number>();
  const combined = new Map<string, string>();
  let running = 0;
  const next = (line: Line): string => {
    running += 1;
    const text = pattern
      .replace(/\{([^{}]*)\}/g, (_, field: string) =>
        sameWord(field, 'Holder ID') ? line.grant.holder : line.grant.id,
      )
      .replace(/#+/g, (places) => String(running).padStart(places.length, '0'));
    const times = (used.get(text.toLowerCase()) ?? 0) + 1;
    used.set(text.toLowerCase(), times);
    return times === 1 ? text : `${text}-${times}`;
  };
  for (const line of lines) {
    if (terms.combinePer !== 'Holder') {
      line.newGrantId = next(line);
      continue;
    }
    const key = combineKey(line);
    const known = combined.get(key) ?? next(line);
    combined.set(key, known);
    line.newGrantId = known;
  }
  return lines;
};
