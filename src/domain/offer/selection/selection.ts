/**
 * Who takes part: of each grant of the ledger whether it is eligible and why not, what its holder elected of which part,
 * whether only the look-back brings it in, and what of it is exchanged.
 */
import { idText, isBlank } from '../../basics/cell.ts';
import { idKey } from '../../ledger/id-key.ts';
import { dated, type Day } from '../../basics/day.ts';
import { Fraction } from '../../basics/fraction.ts';
import { say, type Sentence } from '../../basics/sentence.ts';
import { atOnce, mapInSteps, type Steps } from '../../basics/steps.ts';
import { scaleShares, ROUND_DOWN } from '../../basics/rounding.ts';
import { type ElectionForm, inTime } from '../../election/election-forms.ts';
import type { ElectionState } from '../../election/elections.ts';
import { failureOf, passesAll } from '../../eligibility/rules.ts';
import { dayIn, fieldOf, type Row } from '../../ledger/field.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { ledgerCheck } from '../../ledger/problems.ts';
import type { Checks } from '../check.ts';
import type { ElectedPart, Grant, LedgerGrant, Reason } from './grant.ts';
import type { Offer } from '../offer.ts';
import type { OfferRule } from './offer-rules.ts';
import type { HolderElections } from './run-fields.ts';
import { type Split, splitGrant } from './split-grant.ts';

export interface Selection {
  readonly grants: readonly Grant[];
  /** Grants of which a rule waits for the closing price. */
  readonly awaitsClosingPrice: ReadonlySet<Grant>;
}

const NONE: readonly Reason[] = [];
const NO_PARTS: readonly ElectedPart[] = [];

/** Judges every grant of the ledger; problems of rows go to the checks. */
export const selectGrants = (offer: Offer, checks: Checks): Selection => atOnce(selectInSteps(offer, checks));

export function* selectInSteps(offer: Offer, checks: Checks): Steps<Selection> {
  const grants = yield* ledgerGrants(offer, checks);
  const priceField = fieldOf(offer.ledger.map, 'Exercise Price');
  const byRow = new Map(grants.map((grant) => [grant.row, grant]));
  const isKnown = offer.closing.state === 'known';
  const usable = offer.rules.filter(({ needsClosingPrice }) => isKnown || !needsClosingPrice);
  const [before, after] = [
    usable.filter(({ needsElections }) => !needsElections),
    usable.filter(({ needsElections }) => needsElections),
  ];
  const electedPercents = new Map<Row, number>();
  const elected = new Map<string, HolderElections>();
  offer.fields.facts = {
    elected,
    electedPercent: (row) => electedPercents.get(row),
    vestedPercent: (row) => vestedPercent(offer, byRow.get(row)),
    closingPrice: offer.closing.state === 'known' ? offer.closing.price : undefined,
  };

  // What a grant fails before anybody elects decides whose elections count.
  const reasons = yield* mapInSteps(grants, (grant) =>
    // A row that cannot be read is counted as that, and under no other reason.
    grant.standing[0]?.group === UNRELIABLE
      ? grant.standing
      : [...grant.standing, ...failures(before, grant.row)],
  );
  const forms = electedForms(offer, grants, (index) => reasons[index]?.length === 0, checks);
  yield;
  const parts = yield* mapInSteps(grants, (grant, index) =>
    reasons[index]?.length === 0 ? electedParts(offer, grant, forms[index] ?? NO_FORMS, checks) : NO_PARTS,
  );
  grants.forEach((grant, index) => {
    const shares = sharesOf(parts[index] ?? NO_PARTS);
    if (shares === 0) return;
    const price = priceField.read(grant.row);
    addElected(elected, grant.holderKey, shares, typeof price === 'number' ? price : 0);
    electedPercents.set(grant.row, percentElected(parts[index] ?? NO_PARTS, grant.outstanding));
  });
  yield;
  if (after.length > 0)
    grants.forEach((grant, index) => {
      // A holder who has elected nothing passes a rule about what is elected.
      if (sharesOf(parts[index] ?? NO_PARTS) === 0) return;
      const failed = failures(after, grant.row);
      if (failed.length > 0) reasons[index] = [...(reasons[index] ?? NONE), ...failed];
    });
  yield;
  const judged = grants.map((grant, index): Grant => {
    const against = reasons[index] ?? NONE;
    return {
      ...grant,
      reasons: against,
      isEligible: against.length === 0,
      election: electionState(offer, forms[index] ?? NO_FORMS, against.length === 0),
      parts: against.length === 0 ? (parts[index] ?? NO_PARTS) : NO_PARTS,
      isRequired: false,
    };
  });
  yield;
  const chosen = lookBack(offer, judged, usable);
  return {
    grants: chosen,
    awaitsClosingPrice: isKnown ? new Set() : awaiting(offer.rules, chosen),
  };
}

const failures = (rules: readonly OfferRule[], row: Row): readonly Reason[] => {
  let found: Reason[] | undefined;
  for (const rule of rules) {
    if (rule.scope === 'look-back only' || rule.condition.passes(row)) continue;
    const reason = failureOf(rule, row);
    if (reason !== undefined) (found ??= []).push({ reason, group: rule.reason });
  }
  return found ?? NONE;
};

/** Eligible grants of which a rule waits for the closing price. */
function awaiting(rules: readonly OfferRule[], grants: readonly Grant[]): ReadonlySet<Grant> {
  const waiting = rules.filter(({ needsClosingPrice }) => needsClosingPrice);
  if (waiting.length === 0) return new Set();
  return new Set(
    grants.filter(({ isEligible, isRequired, row }) =>
      waiting.some(
        (rule) =>
          (isEligible
            ? rule.scope !== 'look-back only'
            : isRequired && rule.scope !== 'waived for look-back') &&
          (rule.where === undefined || rule.where.passes(row)),
      ),
    ),
  );
}

function vestedPercent(offer: Offer, grant: LedgerGrant | undefined): number | '' {
  if (grant === undefined || grant.outstanding <= 0) return '';
  const parts = offer.partsOf(grant.offset);
  return 'vested' in parts ? (parts.vested / grant.outstanding) * 100 : '';
}

// The ledger's grants

function* ledgerGrants(offer: Offer, checks: Checks): Steps<readonly LedgerGrant[]> {
  const { ledger } = offer;
  const column = (name: string): number => ledger.map.offsets.get(name)?.[0] ?? -1;
  const [holderColumn, grantColumn] = [column('Holder ID'), column('Grant ID')];
  const outstandingField = fieldOf(ledger.map, 'Outstanding');
  const blocked = yield* problemsInSteps(ledger, checks);
  const terminations = holderTerminations(ledger, checks);
  return yield* mapInSteps(ledger.rows, (offset, index): LedgerGrant => {
    const row = ledger.block.values[offset] ?? [];
    const count = outstandingField.read(row);
    const outstanding = typeof count === 'number' && Number.isInteger(count) && count >= 0 ? count : -1;
    const holderKey = idKey(row[holderColumn]);
    const termination = terminations.get(holderKey);
    return {
      index,
      offset,
      row,
      holder: idText(row[holderColumn]),
      holderKey,
      id: idText(row[grantColumn]),
      idKey: idKey(row[grantColumn]),
      outstanding,
      termination,
      standing: standingReasons(offer, row, outstanding, blocked.get(index), termination),
    };
  });
}

/** Reports what is wrong with the rows; answers for each grant that cannot take part with the problem. */
export const findProblems = (ledger: Ledger, checks: Checks): ReadonlyMap<number, Sentence> =>
  atOnce(problemsInSteps(ledger, checks));

export function* problemsInSteps(ledger: Ledger, checks: Checks): Steps<ReadonlyMap<number, Sentence>> {
  const check = ledgerCheck(ledger.map);
  const blocked = new Map<number, Sentence>();
  yield* mapInSteps(ledger.rows, (offset, index) => {
    const row = ledger.block.values[offset] ?? [];
    const place = ledger.rowPlace(offset);
    for (const finding of check(row, place.row)) {
      checks.add(
        finding.unreliable ? 'Error' : 'Warning',
        place.sheet,
        place.row,
        finding.header,
        finding.problem,
      );
      if (finding.blocking && !blocked.has(index)) blocked.set(index, finding.problem);
    }
  });
  return blocked;
}

/** The last day of service by holder: the earliest that any of the holder's rows gives. */
function holderTerminations(ledger: Ledger, checks: Checks): ReadonlyMap<string, Day> {
  const offset = ledger.map.offsets.get('Termination Date')?.[0];
  const holderColumn = ledger.map.offsets.get('Holder ID')?.[0] ?? -1;
  const terminations = new Map<string, Day>();
  if (offset === undefined) return terminations;
  const firstSeen = new Map<string, Day | ''>();
  const reported = new Set<string>();
  for (const rowOffset of ledger.rows) {
    const row = ledger.block.values[rowOffset] ?? [];
    const cell = row[offset];
    const day = dayIn(cell);
    if (day === undefined && !isBlank(cell)) continue;
    const id = idKey(row[holderColumn]);
    const first = firstSeen.get(id);
    if (first === undefined) firstSeen.set(id, day ?? '');
    else if (first !== (day ?? '') && !reported.has(id)) {
      reported.add(id);
      checks.addRow(
        'Warning',
        ledger,
        rowOffset,
        ledger.map.headers[offset] ?? 'Termination Date',
        say`Holder ${idText(row[holderColumn])} has different Termination Dates in different rows; the earliest is used`,
      );
    }
    const known = terminations.get(id);
    if (day !== undefined && (known === undefined || day < known)) terminations.set(id, day);
  }
  return terminations;
}

const UNRELIABLE = say`The ledger’s row cannot be relied on`;
const SERVICE_ENDED = say`Service ended`;
const NOTHING_OUTSTANDING = say`Nothing is outstanding`;
const EXPIRED = say`The option expired`;

/** Why a grant is not eligible whatever the rules: an unreadable row, service ended, nothing left, expired. */
function standingReasons(
  { ledger, terms }: Offer,
  row: Row,
  outstanding: number,
  problem: Sentence | undefined,
  termination: Day | undefined,
): readonly Reason[] {
  if (problem !== undefined)
    return [{ group: UNRELIABLE, reason: say`The ledger's row cannot be relied on: ${problem}` }];
  if (outstanding < 0)
    return [{ group: UNRELIABLE, reason: say`The ledger’s outstanding shares cannot be read` }];
  let reasons: Reason[] | undefined;
  const add = (reason: Reason): void => void (reasons ??= []).push(reason);
  if (termination !== undefined && (termination <= terms.expirationDay || termination < terms.cancellation))
    add({
      group: SERVICE_ENDED,
      reason:
        termination <= terms.expirationDay
          ? say`Service ended on ${dated(termination)}, not after the offer expired`
          : say`Service ended on ${dated(termination)}, before the options were cancelled`,
    });
  if (outstanding === 0) add({ group: NOTHING_OUTSTANDING, reason: NOTHING_OUTSTANDING });
  const expires = ledger.map.offsets.get('Expiration Date')?.[0];
  const expiration = expires === undefined ? undefined : dayIn(row[expires]);
  if (expiration !== undefined && expiration <= terms.cancellation)
    add({
      group: EXPIRED,
      reason: say`The option expired on ${dated(expiration)}, not after the Cancellation Date`,
    });
  return reasons ?? NONE;
}

// Elections

/** The last forms of a grant that count: for each part the last, which may be one form for both. */
export interface GrantForms {
  readonly vested: ElectionForm | undefined;
  readonly unvested: ElectionForm | undefined;
  /** The last form without a Portion, for a grant that is not split. */
  readonly whole: ElectionForm | undefined;
  /** How many ledger rows the forms are for. */
  readonly unitRows: number;
}

const NO_FORMS: GrantForms = { vested: undefined, unvested: undefined, whole: undefined, unitRows: 1 };

/** Each grant's forms, by the unit in which grants are elected together. */
function electedForms(
  offer: Offer,
  grants: readonly LedgerGrant[],
  mayTakePart: (index: number) => boolean,
  checks: Checks,
): readonly GrantForms[] {
  const { forms, terms } = offer;
  const own = grants.map((grant): GrantForms => {
    let [vested, unvested, whole]: (ElectionForm | undefined)[] = [undefined, undefined, undefined];
    for (const form of forms.ofHolder(grant.holderKey)) {
      if (form.grantKey !== undefined && form.grantKey !== grant.idKey) continue;
      if (form.portion === undefined) vested = unvested = whole = form;
      else if (form.portion === 'Vested') vested = form;
      else unvested = form;
    }
    return vested === undefined && unvested === undefined
      ? NO_FORMS
      : { vested, unvested, whole, unitRows: 1 };
  });
  const units = electionUnits(offer, grants, mayTakePart);
  const together = [...own];
  for (const indexes of units) {
    const unit = lastOf(
      indexes.map((index) => own[index] ?? NO_FORMS),
      indexes.length,
    );
    if (terms.electionUnit.kind !== 'Grant') warnDiffering(offer, indexes, grants, own, checks);
    for (const index of indexes) together[index] = unit;
  }
  return together;
}

/** The eligible grants that are elected together, two or more at a time. */
function electionUnits(
  { terms: { electionUnit }, fields }: Offer,
  grants: readonly LedgerGrant[],
  mayTakePart: (index: number) => boolean,
): Iterable<readonly number[]> {
  const columns =
    electionUnit.kind === 'columns' ? electionUnit.fields.map((name) => fields.named(name)) : [];
  const keyOf = (grant: LedgerGrant): string => {
    if (electionUnit.kind === 'Holder') return grant.holderKey;
    if (electionUnit.kind === 'columns')
      return [grant.holderKey, ...columns.map((field) => idKey(field.read(grant.row)))].join('\u0000');
    return `${grant.holderKey}\u0000${grant.idKey}`;
  };
  const units = new Map<string, number[]>();
  grants.forEach((grant, index) => {
    if (!mayTakePart(index)) return;
    const key = keyOf(grant);
    const unit = units.get(key);
    if (unit === undefined) units.set(key, [index]);
    else unit.push(index);
  });
  return [...units.values()].filter(({ length }) => length > 1);
}

function lastOf(forms: readonly GrantForms[], unitRows: number): GrantForms {
  const last = (key: 'vested' | 'unvested' | 'whole'): ElectionForm | undefined =>
    forms
      .map((form) => form[key])
      .filter((form) => form !== undefined)
      .sort(inTime)
      .at(-1);
  return { vested: last('vested'), unvested: last('unvested'), whole: last('whole'), unitRows };
}

function warnDiffering(
  { electionsTable }: Offer,
  indexes: readonly number[],
  grants: readonly LedgerGrant[],
  own: readonly GrantForms[],
  checks: Checks,
): void {
  const named = indexes.flatMap((index) => {
    const form = own[index]?.whole ?? own[index]?.vested ?? own[index]?.unvested;
    return form === undefined ? [] : [{ form, grant: grants[index] }];
  });
  const [first, ...others] = named;
  const other = others.find(({ form }) => first !== undefined && !saysTheSame(first.form, form));
  if (first === undefined || other === undefined || electionsTable === undefined) return;
  const last = [first, other].sort((a, b) => inTime(a.form, b.form))[1] ?? other;
  checks.addAt(
    'Warning',
    electionsTable.block,
    last.form.row,
    'Grant ID',
    say`Grants ${first.grant?.id ?? ''} and ${other.grant?.id ?? ''} of holder ${last.form.holder} are elected together, but their last forms differ: the form in this row counts, as the last in time`,
  );
}

const saysTheSame = (a: ElectionForm, b: ElectionForm): boolean =>
  a === b ||
  (a.action === b.action &&
    a.shares === b.shares &&
    a.portion === b.portion &&
    a.choice.toLowerCase() === b.choice.toLowerCase() &&
    (a.percent?.toString() ?? '') === (b.percent?.toString() ?? ''));

const electing = (form: ElectionForm | undefined): ElectionForm | undefined =>
  isInForce(form) ? form : undefined;

const isInForce = (form: ElectionForm | undefined): boolean =>
  form?.action === 'Elect' && (form.shares ?? form.percent?.toNumber() ?? 0) > 0;

/** What is elected of an eligible grant, part by part. */
function electedParts(
  offer: Offer,
  grant: LedgerGrant,
  forms: GrantForms,
  checks: Checks,
): readonly ElectedPart[] {
  const { terms } = offer;
  if (terms.isPlanning || terms.electionUnit.kind === 'None')
    return wholeParts(splitGrant(offer, grant, { Vested: '', Unvested: '' }), '');
  if (!isInForce(forms.vested) && !isInForce(forms.unvested)) return NO_PARTS;
  const split = splitGrant(offer, grant, {
    Vested: forms.vested?.choice ?? '',
    Unvested: forms.unvested?.choice ?? '',
  });
  const error = (form: ElectionForm, column: string, problem: Sentence): void => {
    if (offer.electionsTable !== undefined)
      checks.addAt('Error', offer.electionsTable.block, form.row, column, problem);
  };
  if (split.kind === 'whole') {
    for (const form of new Set([forms.vested, forms.unvested]))
      if (form?.portion !== undefined)
        error(
          form,
          'Portion',
          say`Grant ${grant.id} is not split into parts, so that the form cannot elect its ${form.portion} part: it does not count`,
        );
    const whole = electing(forms.whole);
    return whole === undefined ? NO_PARTS : partOf('All', grant.outstanding, whole, forms, grant, error);
  }
  return (['Vested', 'Unvested'] as const).flatMap((portion) => {
    const form = electing(portion === 'Vested' ? forms.vested : forms.unvested);
    const of = portion === 'Vested' ? split.vested : split.unvested;
    if (form === undefined || of === 0) return NO_PARTS;
    if (form.shares !== undefined && form.portion === undefined) {
      if (portion === 'Vested')
        error(
          form,
          'Portion',
          say`Grant ${grant.id} is split into its vested and its unvested part, so that Shares needs a Portion: the form does not count`,
        );
      return NO_PARTS;
    }
    return partOf(portion, of, form, forms, grant, error);
  });
}

function wholeParts(split: Split, choice: string): readonly ElectedPart[] {
  const part = (portion: ElectedPart['portion'], shares: number): readonly ElectedPart[] =>
    shares === 0 ? NO_PARTS : [{ portion, of: shares, shares, choice, form: undefined }];
  return split.kind === 'whole'
    ? part('All', split.outstanding)
    : [...part('Vested', split.vested), ...part('Unvested', split.unvested)];
}

function partOf(
  portion: ElectedPart['portion'],
  of: number,
  form: ElectionForm,
  { unitRows }: GrantForms,
  grant: LedgerGrant,
  error: (form: ElectionForm, column: string, problem: Sentence) => void,
): readonly ElectedPart[] {
  if (form.shares !== undefined) {
    if (unitRows > 1) {
      error(
        form,
        'Shares',
        say`Grant ${grant.id} is elected together with others, so that Shares cannot be given: the form does not count`,
      );
      return NO_PARTS;
    }
    if (form.shares > of) {
      error(
        form,
        'Shares',
        say`${form.shares} shares of grant ${grant.id} are elected, and ${of} are outstanding: nothing is exchanged`,
      );
      return NO_PARTS;
    }
  }
  const shares = form.shares ?? scaleShares(of, form.percent ?? Fraction.ONE, ROUND_DOWN);
  return shares === 0 ? NO_PARTS : [{ portion, of, shares, choice: form.choice, form }];
}

function electionState({ terms }: Offer, forms: GrantForms, isEligible: boolean): ElectionState {
  if (terms.electionUnit.kind === 'None') return 'None';
  if (terms.isPlanning) return isEligible ? 'Elected' : 'None';
  if (isInForce(forms.vested) || isInForce(forms.unvested)) return 'Elected';
  return forms.vested?.action === 'Withdraw' || forms.unvested?.action === 'Withdraw' ? 'Withdrawn' : 'None';
}

const sharesOf = (parts: readonly ElectedPart[]): number =>
  parts.reduce((sum, { shares }) => sum + shares, 0);

function addElected(
  elected: Map<string, HolderElections>,
  holder: string,
  shares: number,
  price: number,
): void {
  const before = elected.get(holder);
  elected.set(holder, {
    shares: (before?.shares ?? 0) + shares,
    value: (before?.value ?? 0) + shares * price,
    lowestPrice: Math.min(before?.lowestPrice ?? Infinity, price),
    highestPrice: Math.max(before?.highestPrice ?? -Infinity, price),
  });
}

/** As the form says it, where one form is for the whole grant; else by the shares. */
function percentElected(parts: readonly ElectedPart[], outstanding: number): number {
  const percents = new Set(parts.map(({ form }) => form?.percent?.toNumber()));
  const [only] = percents;
  const isWhole = parts.reduce((sum, { of }) => sum + of, 0) === outstanding;
  if (percents.size === 1 && only !== undefined && isWhole) return only * 100;
  return (sharesOf(parts) / outstanding) * 100;
}

// The look-back

/** Adds what only the look-back brings in: recent grants of holders with an election in force for an eligible grant. */
function lookBack(offer: Offer, grants: readonly Grant[], rules: readonly OfferRule[]): readonly Grant[] {
  const { ledger, terms } = offer;
  const from = terms.lookBackFrom;
  const granted = ledger.map.offsets.get('Grant Date')?.[0];
  if (from === undefined || granted === undefined) return grants;
  const electing = new Set(
    grants
      .filter((grant) => grant.parts.length > 0 && !isKept(offer, grant))
      .map(({ holderKey }) => holderKey),
  );
  const forLookBack = rules.filter(({ scope }) => scope !== 'waived for look-back');
  return grants.map((grant) => {
    if (grant.parts.length > 0 || grant.standing.length > 0 || !electing.has(grant.holderKey)) return grant;
    const day = dayIn(grant.row[granted]);
    if (day === undefined || day < from || day >= terms.cancellation || !passesAll(forLookBack, grant.row))
      return grant;
    const parts = wholeParts(splitGrant(offer, grant, { Vested: '', Unvested: '' }), '');
    return { ...grant, parts, isRequired: parts.length > 0 };
  });
}

/** Whether an election for the grant brings in nothing, since its row of OfferRatios keeps it. */
function isKept(offer: Offer, grant: Grant): boolean {
  return grant.parts.every(({ portion, choice }) => offer.awardFor(grant, portion, choice)?.isKept === true);
}
