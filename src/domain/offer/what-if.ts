/**
 * What if: the same offer over the same cells with another ratio, another price floor, another participation. Nothing
 * is written anywhere; the offer's own cells stay as they are.
 */
import { type CellValue, type Grid, isBlank } from '../basics/cell.ts';
import { badNumber } from '../basics/error.ts';
import { say } from '../basics/sentence.ts';
import { headerKey } from '../basics/words.ts';
import { Fraction } from '../basics/fraction.ts';
import { Problems } from '../basics/problems.ts';
import type { ElectionForm } from '../election/election-forms.ts';
import { parseRatio } from '../exchange/ratio.ts';
import { columnNamed } from '../ledger/columns.ts';
import { Checks } from './check.ts';
import type { Grant } from './selection/grant.ts';
import { compileOfferRules } from './selection/offer-rules.ts';
import type { OfferRun } from './offer-run.ts';
import type { OfferTable } from './offer-table.ts';
import type { OfferSource } from './offer-source.ts';
import type { Offer } from './offer.ts';
import { closingPerOldShare, readOffer } from './read-offer.ts';
import { fixedSetting } from './terms/setting.ts';
import { computeOffer } from './run-offer.ts';
import { selectGrants } from './selection/selection.ts';

/** Assumptions; what is left out stays as the offer has it. */
export interface WhatIf {
  /** New shares for an old one, as one types it (`0.75`, `4:3`): for every grant, the look-back's too. */
  readonly ratio?: CellValue;
  /** The least exercise price that is eligible, instead of the offer's own lower bounds on it. */
  readonly priceFloor?: number;
  /** The share of the eligible grants that is elected, 0 to 1, instead of the elections that came in. */
  readonly participation?: number;
}

/**
 * Runs the offer under other assumptions.
 *
 * Participation takes the eligible grants in the ledger's order and elects the k-th where the whole part of k times
 * the share grows: no chance is in it, the elected are spread evenly over the ledger, and of n grants the whole part of
 * n times the share takes part. Where the offer's Election Unit is the holder, it takes holders with an eligible grant
 * instead of grants, since electing one elects all.
 *
 * @throws RegrantError what a run of the offer itself throws, or an assumption that cannot be
 */
export function runWhatIf(source: OfferSource, { ratio, priceFloor, participation }: WhatIf): OfferRun {
  let offer = readOffer(source);
  if (!isBlank(ratio)) offer = withRatio(offer, ratio);
  if (priceFloor !== undefined) offer = withFloor(offer, priceFloor);
  if (participation !== undefined) offer = withParticipation(offer, participation);
  return computeOffer(offer);
}

/** Every row of OfferRatios keeps its award and schedule; only what it gives for a share changes. */
function withRatio(offer: Offer, text: CellValue): Offer {
  const ratio = parseRatio(text, 'Ratio');
  const setting = fixedSetting(ratio);
  return {
    ...offer,
    terms: {
      ...offer.terms,
      ratio: offer.terms.ratio === undefined ? undefined : setting,
      lookBackRatio: offer.terms.lookBackRatio === undefined ? undefined : ratio,
    },
    ratioRows: offer.ratioRows.map((row) => ({
      ...row,
      ratio: row.ratio === undefined ? undefined : setting,
    })),
  };
}

const NO_RULES: OfferTable = {
  name: 'OfferRules',
  block: { sheet: '', row: 1, column: 1, values: [['Field', 'Operator', 'Value']] },
  rows: [],
};

const LOWER_BOUNDS = ['>', '>='];

function withFloor(offer: Offer, floor: number): Offer {
  if (!Number.isFinite(floor) || floor < 0)
    throw badNumber(say`The price floor must be a price of 0 or more, not ${floor}.`);
  const table = offer.rulesTable ?? NO_RULES;
  const problems = new Problems();
  const rules = compileOfferRules(
    table,
    rulesWithFloor(offer, floor),
    offer.fields,
    closingPerOldShare(offer.terms, offer.events),
    problems,
  );
  problems.throwIfAny();
  return { ...offer, rules };
}

/** The rules' table with the first lower bound on the exercise price moved to the floor, and the others away. */
function rulesWithFloor({ rulesTable }: Offer, floor: number): Grid {
  const [header = ['Field', 'Operator', 'Value'], ...rows] = rulesTable?.block.values ?? [];
  const at = (name: string): number =>
    header.findIndex((cell) => headerKey(String(cell ?? '')) === headerKey(name));
  const [field, operator, value, reason] = [at('Field'), at('Operator'), at('Value'), at('Reason')];
  const isFloor = (row: readonly CellValue[]): boolean =>
    columnNamed(String(row[field] ?? ''))?.name === 'Exercise Price' &&
    LOWER_BOUNDS.includes(String(row[operator] ?? '').trim());
  const first = rows.findIndex(isFloor);
  const blank = header.map((): CellValue => '');
  const moved = (first < 0 ? blank : (rows[first] ?? blank)).map((cell, index): CellValue => {
    if (index === field) return 'Exercise Price';
    if (index === operator) return '>=';
    if (index === value) return floor;
    return index === reason ? '' : cell;
  });
  const kept = rows.map((row, index) => (index === first ? moved : isFloor(row) ? blank : row));
  return [header, ...kept, ...(first < 0 ? [moved] : [])];
}

/** Shares of grants are counted in millionths, so that no double decides who is the last to take part. */
const MILLION = 1_000_000;

function withParticipation(offer: Offer, share: number): Offer {
  if (!(share >= 0 && share <= 1))
    throw badNumber(say`The participation must be a share from 0 to 1, not ${share}.`);
  const millionths = Math.round(share * MILLION);
  const { grants } = selectGrants(offer, new Checks());
  const byHolder = offer.terms.electionUnit.kind === 'Holder';
  const keyOf = (holder: string, grant: string): string => (byHolder ? holder : `${holder}\u0000${grant}`);
  const eligible = new Map<string, Grant>();
  for (const grant of grants) if (grant.isEligible) eligible.set(keyOf(grant.holderKey, grant.idKey), grant);
  const elected = new Map<string, ElectionForm[]>();
  [...eligible.values()].forEach((grant, index) => {
    if (Math.floor(((index + 1) * millionths) / MILLION) <= Math.floor((index * millionths) / MILLION))
      return;
    const form = assumedForm(grant, index);
    elected.set(grant.holderKey, [...(elected.get(grant.holderKey) ?? []), form]);
  });
  const forms = {
    forms: [],
    unreadable: [],
    ofHolder: (key: string) => elected.get(key) ?? [],
  };
  const terms = { ...offer.terms, isPlanning: false };
  return { ...offer, terms, forms, electionsTable: undefined };
}

/** The election of a whole grant that nobody has made. */
const assumedForm = (grant: Grant, row: number): ElectionForm => ({
  holder: grant.holder,
  holderKey: grant.holderKey,
  grant: grant.id,
  grantKey: grant.idKey,
  action: 'Elect',
  received: 1,
  percent: Fraction.ONE,
  shares: undefined,
  portion: undefined,
  choice: '',
  isLate: false,
  lacksTime: false,
  row,
});
