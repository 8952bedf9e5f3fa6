/** The vesting dates of each line; cash is paid at once, or in instalments where a schedule is named for it. */
import { dated } from '../../basics/day.ts';
import { RegrantError } from '../../basics/error.ts';
import { say, type Sentence } from '../../basics/sentence.ts';
import type { ExchangedParts, OldAward } from '../../vesting/old-tranches.ts';
import { planOf } from '../../vesting/plan.ts';
import { vestInto } from '../../vesting/vest.ts';
import { vestOfferSchedule } from '../../vesting/vest-offer.ts';
import type { Checks } from '../check.ts';
import type { Offer } from '../offer.ts';
import type { VestingTerms } from '../terms/vesting-terms.ts';
import type { ExchangeStep, Line } from './line.ts';

export const vestLines: ExchangeStep = ({ offer, checks }, lines) => {
  for (const line of lines) vestLine(offer, line, checks);
  return lines;
};

function vestLine(offer: Offer, line: Line, checks: Checks): void {
  const { terms, grant } = line;
  const { termination } = grant;
  const error = (problem: Sentence): void =>
    checks.addRow(
      'Error',
      offer.ledger,
      grant.offset,
      '',
      say`Grant ${grant.id} has no vesting table: ${problem}`,
    );
  try {
    if (line.award.paysCash) payOut(offer, line, error);
    else if ((line.shares ?? 0) > 0 && terms.vesting !== undefined)
      vestShares(offer, line, terms.vesting, line.shares ?? 0, error);
  } catch (problem) {
    if (!(problem instanceof RegrantError)) throw problem;
    error(problem.sentence);
  }
  line.vestingDates =
    termination === undefined ? line.dates.length : line.dates.filter((day) => day <= termination).length;
  if (line.status === 'Lapsed') return;
  if (line.vestingDates < line.dates.length && termination !== undefined)
    line.notes.push(say`Service ended on ${dated(termination)}: nothing vests after it`);
  if (line.shares === 0 && line.award.bringsShares) line.notes.push(say`The ratio leaves no whole share`);
}

/** Fills in the dates and amounts, of shares or of cents. */
function vestShares(
  offer: Offer,
  line: Line,
  { schedule }: VestingTerms,
  shares: number,
  error: (problem: Sentence) => void,
): void {
  const { newGrant: grantDate, allocation } = line.terms;
  if (schedule.kind === 'own' && !schedule.notAfterExpiration) {
    const options = { allocation, grantDate };
    const count = vestInto(planOf(schedule.schedule), shares, grantDate, options, line.dates, line.amounts);
    line.dates.length = line.amounts.length = count;
    return;
  }
  const old = schedule.kind === 'own' ? undefined : offer.oldAwardOf(line.grant.offset);
  if (old !== undefined && 'problem' in old) {
    error(old.problem);
    return;
  }
  const rows = vestOfferSchedule(
    schedule,
    {
      shares,
      cancellationDate: offer.terms.cancellation,
      grantDate,
      expirationDate: line.expiration,
      allocation,
      parts: old === undefined ? undefined : exchangedParts(offer, line, old),
    },
    old,
  );
  line.dates = rows.map(({ date }) => date);
  line.amounts = rows.map((row) => row.shares);
}

/** Which of the old award's shares the line replaces; undefined where it is all of them. */
function exchangedParts(offer: Offer, line: Line, { outstanding }: OldAward): ExchangedParts | undefined {
  const replaced = line.exchanged;
  if (line.portion === 'All' && replaced === outstanding) return undefined;
  const parts = offer.partsOf(line.grant.offset);
  if ('problem' in parts) return undefined;
  if (line.portion === 'Vested') return { vestedPart: parts.vested, vested: replaced, unvested: 0 };
  if (line.portion === 'Unvested') return { vestedPart: parts.vested, vested: 0, unvested: replaced };
  // A part of a grant that is not split comes from both in proportion, the vested part rounded down.
  const vested = Number((BigInt(replaced) * BigInt(parts.vested)) / BigInt(outstanding));
  return { vestedPart: parts.vested, vested, unvested: replaced - vested };
}

/** Whole cents on the dates of the schedule, or all of it on the grant date. */
function payOut(offer: Offer, line: Line, error: (problem: Sentence) => void): void {
  const { terms } = line;
  if (line.cash === 0) return;
  const inInstalments = terms.award.paysCash && (terms.hasOwnSchedule || offer.isAllCash);
  if (!inInstalments || terms.vesting === undefined) {
    line.dates = [terms.newGrant];
    line.amounts = [line.cash];
    return;
  }
  vestShares(offer, line, terms.vesting, Math.round(line.cash * 100), error);
  line.amounts = line.amounts.map((cents) => cents / 100);
}
