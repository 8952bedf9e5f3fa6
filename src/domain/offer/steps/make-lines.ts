/** Makes the lines of an exchange: each elected part with its row of OfferRatios, and the further awards of And rows. */
import { RegrantError } from '../../basics/error.ts';
import type { Fraction } from '../../basics/fraction.ts';
import { say, type Sentence, type Words } from '../../basics/sentence.ts';
import { mapInSteps, type Steps } from '../../basics/steps.ts';
import { type LineTerms, lineTermsOf } from '../terms/award-terms.ts';
import type { Checks } from '../check.ts';
import type { ElectedPart, Grant } from '../selection/grant.ts';
import { ALL_GRANTS, type RatioRow } from '../tables/ratio-rows.ts';
import type { Offer } from '../offer.ts';
import type { Selection } from '../selection/selection.ts';
import { furtherRowsFor, ratioRowFor } from '../selection/split-grant.ts';
import type { Line } from './line.ts';

/** What the look-back's own ratio is for. */
export const LOOK_BACK = say`Look-back`;

/** The note of a grant that nobody elected. */
export const BROUGHT_IN = say`Brought in by the look-back`;

export function* makeLines(offer: Offer, { grants }: Selection, checks: Checks): Steps<Line[]> {
  const termsOf = rememberedTerms(offer);
  const made = yield* mapInSteps(grants, (grant) =>
    grant.parts.length === 0 ? [] : linesOf(offer, grant, termsOf, checks),
  );
  return made.flat();
}

type TermsOf = (row: RatioRow | undefined) => (grant: Grant['row']) => LineTerms;

function rememberedTerms(offer: Offer): TermsOf {
  const known = new Map<RatioRow | undefined, (grant: Grant['row']) => LineTerms>();
  return (row) => {
    let terms = known.get(row);
    if (terms === undefined) known.set(row, (terms = lineTermsOf(offer.terms.awards, row?.terms)));
    return terms;
  };
}

function linesOf(offer: Offer, grant: Grant, termsOf: TermsOf, checks: Checks): Line[] {
  const error = (problem: Sentence): void => checks.addRow('Error', offer.ledger, grant.offset, '', problem);
  const lines: Line[] = [];
  for (const part of grant.parts) {
    try {
      const line = lineOf(offer, grant, part, termsOf, error);
      if (line === undefined) continue;
      lines.push(line);
    } catch (problem) {
      if (!(problem instanceof RegrantError)) throw problem;
      error(say`Grant ${grant.id}: ${problem.sentence}: it is not exchanged`);
    }
  }
  if (lines.length > 0) lines.push(...furtherLines(offer, grant, lines, termsOf, error));
  return lines;
}

function lineOf(
  offer: Offer,
  grant: Grant,
  part: ElectedPart,
  termsOf: TermsOf,
  error: (problem: Sentence) => void,
): Line | undefined {
  const { terms } = offer;
  const row = ratioRowFor(offer, grant, part.portion, part.choice);
  // Where only the rows say how awards vest or when they are granted, a grant that matches none has no terms.
  const lacksTerms = row === undefined && (offer.rowsGiveTerms || terms.awards.newGrant === undefined);
  const ownRatio = row === undefined ? terms.ratio : row.ratio;
  const lookBack = grant.isRequired ? terms.lookBackRatio : undefined;
  if (lacksTerms || (row === undefined && offer.ratioRows.length > 0 && lookBack === undefined)) {
    error(
      unmatched(
        grant,
        part,
        offer.closing.state !== 'known' && offer.ratioRows.some((r) => r.needsClosingPrice),
      ),
    );
    return undefined;
  }
  const lineTerms = termsOf(row)(grant.row);
  if (lineTerms.award.isKept) return undefined;
  // The row was found without its criteria about the closing price: it decides all but the ratio.
  const awaitsRatio =
    lookBack === undefined && offer.closing.state !== 'known' && row?.needsClosingPrice === true;
  const ratio =
    lookBack ?? (awaitsRatio || !lineTerms.award.bringsShares ? undefined : ownRatio?.at(grant.row));
  if (ratio === undefined && !awaitsRatio && lineTerms.award.bringsShares) {
    error(say`Grant ${grant.id} has no ratio: it is not exchanged`);
    return undefined;
  }
  return newLine(
    grant,
    part,
    part.shares,
    part.shares,
    lineTerms,
    row,
    false,
    ratio,
    awaitsRatio,
    lookBack === undefined ? (row?.label ?? ALL_GRANTS) : LOOK_BACK,
  );
}

function furtherLines(
  offer: Offer,
  grant: Grant,
  lines: readonly Line[],
  termsOf: TermsOf,
  error: (problem: Sentence) => void,
): Line[] {
  const [first] = lines;
  if (first === undefined) return [];
  return furtherRowsFor(offer, grant, first.part?.choice ?? '').flatMap((row): Line[] => {
    const own = row.portion === undefined ? lines : lines.filter(({ portion }) => portion === row.portion);
    if (own.length === 0) return [];
    try {
      const terms = termsOf(row)(grant.row);
      const exchanged = own.reduce((sum, { cancelled }) => sum + cancelled, 0);
      const ratio = terms.award.bringsShares ? row.ratio?.at(grant.row) : undefined;
      const portion = row.portion ?? 'All';
      return [
        {
          ...newLine(grant, own[0]?.part, 0, exchanged, terms, row, true, ratio, false, row.label),
          portion,
        },
      ];
    } catch (problem) {
      if (!(problem instanceof RegrantError)) throw problem;
      error(say`Grant ${grant.id}: ${problem.sentence}: the further award is not granted`);
      return [];
    }
  });
}

function newLine(
  grant: Grant,
  part: ElectedPart | undefined,
  cancelled: number,
  exchanged: number,
  terms: LineTerms,
  ratioRow: RatioRow | undefined,
  isFurther: boolean,
  ratio: Fraction | undefined,
  awaitsRatio: boolean,
  label: Words,
): Line {
  return {
    grant,
    portion: part?.portion ?? 'All',
    part,
    cancelled,
    exchanged,
    terms,
    ratioRow,
    isFurther,
    label,
    ratio,
    awaitsRatio,
    award: terms.award,
    roundedWith: undefined,
    counted: 0,
    sharesBeforeEvents: 0,
    shares: awaitsRatio ? undefined : 0,
    cash: 0,
    events: [],
    newPrice: undefined,
    price: undefined,
    premium: undefined,
    expiration: undefined,
    status: 'Granted',
    notes: grant.isRequired ? [BROUGHT_IN] : [],
    isRejected: false,
    dates: [],
    amounts: [],
    vestingDates: 0,
    newGrantId: '',
  };
}

const unmatched = (
  { id, isRequired }: Grant,
  { portion }: ElectedPart,
  isPriceAwaited: boolean,
): Sentence => {
  if (portion === 'Vested')
    return say`Grant ${id} takes part, but no row of OfferRatios matches its vested part: that part is not exchanged`;
  if (portion === 'Unvested')
    return say`Grant ${id} takes part, but no row of OfferRatios matches its unvested part: that part is not exchanged`;
  if (isRequired)
    return isPriceAwaited
      ? say`Grant ${id} is brought in by the look-back, but no row of OfferRatios matches it while the closing price is not known: it is not exchanged`
      : say`Grant ${id} is brought in by the look-back, but no row of OfferRatios matches it: it is not exchanged`;
  return isPriceAwaited
    ? say`Grant ${id} is elected, but no row of OfferRatios matches it while the closing price is not known: it is not exchanged`
    : say`Grant ${id} is elected, but no row of OfferRatios matches it: it is not exchanged`;
};
