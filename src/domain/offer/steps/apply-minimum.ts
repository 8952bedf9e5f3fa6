/** The minimum of new shares: below it a line is granted anyway, paid in cash, or not exchanged. */
import { say } from '../../basics/sentence.ts';
import { CASH } from '../terms/award.ts';
import type { ExchangeStep, Line } from './line.ts';

/**
 * Applies the minimum of each line, and gives the lines that remain. Sums are taken before any rejection: of the grant's
 * parts, or of all the holder's new shares, further awards and rows that lapse later included.
 */
export const applyMinimum: ExchangeStep = (_, lines) => {
  if (lines.every(({ terms }) => terms.minimum === 0)) return lines;
  const perGrant = new Map<number, number>();
  const perHolder = new Map<string, number>();
  for (const { grant, counted, isFurther } of lines) {
    perHolder.set(grant.holderKey, (perHolder.get(grant.holderKey) ?? 0) + counted);
    if (!isFurther) perGrant.set(grant.index, (perGrant.get(grant.index) ?? 0) + counted);
  }
  for (const line of lines) {
    const { terms, grant, award } = line;
    if (!award.bringsShares || line.awaitsRatio || terms.minimum === 0) continue;
    const sum =
      terms.minimumPer === 'Holder'
        ? (perHolder.get(grant.holderKey) ?? 0)
        : line.isFurther
          ? line.counted
          : (perGrant.get(grant.index) ?? 0);
    if (sum < terms.minimum) belowMinimum(line, sum);
  }
  const exchanged = new Set(
    lines.filter((line) => !line.isFurther && !line.isRejected).map(({ grant }) => grant.index),
  );
  return lines.filter((line) => !line.isRejected && (!line.isFurther || exchanged.has(line.grant.index)));
};

function belowMinimum(line: Line, sum: number): void {
  const { minimum, belowMinimum: rule } = line.terms;
  if (rule === 'reject') line.isRejected = true;
  else if (rule === 'cash' || rule === 'cash at close') {
    line.notes.push(say`${sum} new shares, below the minimum of ${minimum}: paid in cash`);
    line.award = CASH;
  } else line.notes.push(say`${sum} new shares, below the minimum of ${minimum}: granted anyway`);
}
