/** Counts the new shares of each line: exactly, then rounded for each line or for a holder's lines together. */
import { Fraction } from '../../basics/fraction.ts';
import { ROUND_DOWN, scaleShares } from '../../basics/rounding.ts';
import type { ExchangeStep, Line } from './line.ts';

export const countShares: ExchangeStep = ({ offer: { terms, priceField } }, lines) => {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const { ratio, exchanged } = line;
    if (ratio === undefined || !line.award.bringsShares) continue;
    if (line.terms.roundPer === 'Holder') {
      const key =
        terms.combinePer === 'Holder' ? combineKey(line) : roundKey(line, priceField.read(line.grant.row));
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [line]);
      else group.push(line);
    } else {
      line.counted = scaleShares(exchanged, ratio, line.terms.rounding);
      line.sharesBeforeEvents = line.shares = line.counted;
    }
  }
  for (const group of groups.values()) roundTogether(group);
  return lines;
};

/** A holder's rows of one ratio row, old exercise price and award. */
const roundKey = (line: Line, oldPrice: unknown): string =>
  [line.grant.holderKey, line.ratioRow?.number ?? '', line.ratio?.toString(), oldPrice, line.award.name].join(
    '\u0000',
  );

/** What awards that become one new grant agree in, so that their exact sum is rounded as one. */
export const combineKey = ({ grant, award, terms }: Line): string =>
  [
    grant.holderKey,
    award.name,
    terms.newGrant,
    terms.newPlan,
    award.hasType ? terms.newGrantType : '',
    terms.newStockClass,
    terms.vesting?.text ?? '',
    terms.allocation.name,
    terms.termMonths,
    terms.termRule,
    terms.expireOn,
    JSON.stringify(terms.priceRule),
    terms.premiumPrice ?? '',
  ].join('\u0000');

/** The rounded total is spread by largest remainder, ties to the earlier row. */
function roundTogether(lines: readonly Line[]): void {
  const exact = lines.map(({ exchanged, ratio }) => Fraction.of(exchanged).times(ratio ?? Fraction.ZERO));
  const sum = exact.reduce((total, part) => total.plus(part), Fraction.ZERO);
  const rounding = lines[0]?.terms.rounding ?? ROUND_DOWN;
  const total = scaleShares(1, sum, rounding);
  const floors = exact.map((part) => part.numerator / part.denominator);
  let left = BigInt(total) - floors.reduce((all, floor) => all + floor, 0n);
  const order = exact
    .map((part, index) => ({ index, rest: part.minus(Fraction.of(floors[index] ?? 0n)) }))
    .sort((a, b) => b.rest.compare(a.rest) || a.index - b.index);
  const shares = floors.map(Number);
  for (const { index } of order) {
    if (left <= 0n) break;
    shares[index] = (shares[index] ?? 0) + 1;
    left--;
  }
  lines.forEach((line, index) => {
    line.roundedWith = { exact: sum, total, lines: lines.length };
    line.counted = shares[index] ?? 0;
    line.sharesBeforeEvents = line.shares = line.counted;
  });
}
