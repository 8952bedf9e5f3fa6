/** The cancellations of the exchanged grants in the Open Cap Format. */
import { formatDay } from '../domain/basics/day.ts';
import type { LineFact } from '../domain/offer/results/facts.ts';
import type { Grant } from '../domain/offer/selection/grant.ts';
import type { OutputSource } from './output.ts';
import { plainNumber } from './csv.ts';

/** One for each grant, whatever its parts. */
export function ocfCancellation({ offer }: OutputSource, lines: readonly LineFact[]): readonly object[] {
  const byGrant = new Map<Grant, LineFact[]>();
  for (const fact of lines) {
    const own = byGrant.get(fact.line.grant);
    if (own === undefined) byGrant.set(fact.line.grant, [fact]);
    else own.push(fact);
  }
  const used = new Map<string, number>();
  return [...byGrant].flatMap(([grant, facts]): object[] => {
    const cancelled = facts.reduce((sum, { line }) => sum + line.cancelled, 0);
    if (cancelled === 0) return [];
    // An option split by law into ISO and NSO is two rows of one id.
    const times = (used.get(grant.idKey) ?? 0) + 1;
    used.set(grant.idKey, times);
    const rest = grant.outstanding - cancelled;
    return [
      {
        id: `cancellation-${grant.id}${times === 1 ? '' : `-${String(times)}`}`,
        object_type: 'TX_EQUITY_COMPENSATION_CANCELLATION',
        security_id: grant.id,
        date: formatDay(offer.terms.cancellation),
        quantity: plainNumber(cancelled),
        reason_text: reasonOf(facts),
        ...(rest > 0
          ? { comments: [`${plainNumber(rest)} shares stay outstanding under the same id.`] }
          : {}),
      },
    ];
  });
}

function reasonOf(facts: readonly LineFact[]): string {
  if (facts.every(({ line }) => line.status === 'Lapsed'))
    return 'Tendered in an exchange offer; service ended before the new grant date, and the promised award lapsed.';
  const cash = facts.reduce((sum, { line }) => sum + Math.round(line.cash * 100), 0) / 100;
  return cash > 0
    ? `Tendered in an exchange offer, for a payment of ${plainNumber(cash)}.`
    : 'Tendered in an exchange offer, for a new award.';
}
