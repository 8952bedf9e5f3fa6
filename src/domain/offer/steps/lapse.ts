/** A promise lapses where the holder's service ends before the day through which it is required. */
import { dated } from '../../basics/day.ts';
import { say } from '../../basics/sentence.ts';
import type { ExchangeStep } from './line.ts';
import { BROUGHT_IN } from './make-lines.ts';

export const lapse: ExchangeStep = ({ offer: { ledger }, checks }, lines) => {
  const reported = new Set<number>();
  for (const line of lines) {
    const { grant, terms } = line;
    const ended = grant.termination;
    if (ended === undefined || ended >= terms.serviceThrough) continue;
    line.status = 'Lapsed';
    line.shares = line.sharesBeforeEvents = 0;
    const problem = say`Service ended on ${dated(ended)}, before ${dated(terms.serviceThrough)}: the promise lapsed`;
    line.notes = [...line.notes.filter((note) => note === BROUGHT_IN), problem];
    if (reported.has(grant.index)) continue;
    reported.add(grant.index);
    const header = ledger.map.headers[ledger.map.offsets.get('Termination Date')?.[0] ?? -1] ?? '';
    checks.addRow('Info', ledger, grant.offset, header, say`Grant ${grant.id}: ${problem}`);
  }
  return lines;
};
