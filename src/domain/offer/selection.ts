/**
 * Who takes part: passes once over the ledger's grants and says of each whether it is eligible and why not, what its
 * holder elected, whether only the look-back brings it in, and whether it is exchanged. Grants are positions in
 * parallel arrays, because there may be a hundred thousand of them.
 */
import { idText, isBlank } from '../basics/cell.ts';
import { dated, type Day } from '../basics/day.ts';
import { say, type Sentence, type Words } from '../basics/sentence.ts';
import { atOnce, mapInSteps, type Steps } from '../basics/steps.ts';
import type { ElectionState } from '../election/elections.ts';
import { dayIn, fieldOf, type Row } from '../ledger/field.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { ledgerCheck } from '../ledger/problems.ts';
import type { Checks } from './checks.ts';
import type { Offer } from './read-offer.ts';

export interface Selection {
  /** The ledger's row of each grant, as an offset into its block. */
  readonly rows: readonly number[];
  readonly holder: readonly string[];
  readonly grant: readonly string[];
  /** Shares outstanding; -1 where the ledger's count cannot be read. */
  readonly outstanding: readonly number[];
  /** Why the grant cannot take part whatever the rules; empty where nothing stands against it. */
  readonly standing: readonly (readonly Reason[])[];
  /** Why it is not eligible: what stands against it, then the rules that it fails; empty where it is. */
  readonly reasons: readonly (readonly Reason[])[];
  readonly election: readonly ElectionState[];
  /** Brought in by the look-back alone. */
  readonly required: readonly boolean[];
  readonly exchanged: readonly boolean[];
  readonly isEligible: (index: number) => boolean;
  /** The last day of service of a grant's holder, where one is known. */
  readonly terminationOf: (index: number) => Day | undefined;
}

/** Why a grant is not eligible. */
export interface Reason {
  readonly reason: Words;
  /** What the summary counts it under: dates and ids would make a line for each grant. */
  readonly group: Words;
}

const NONE: readonly Reason[] = [];

/** Judges every grant of the ledger; problems of rows go to the checks. */
export const selectGrants = (offer: Offer, checks: Checks): Selection => atOnce(selectInSteps(offer, checks));

export function* selectInSteps(offer: Offer, checks: Checks): Steps<Selection> {
  const { ledger, terms, rules, elections } = offer;
  const rows = ledger.rows;
  const rowAt = (index: number): Row => ledger.block.values[rows[index] ?? -1] ?? [];
  const column = (name: string): number => ledger.map.offsets.get(name)?.[0] ?? -1;
  const [holderColumn, grantColumn] = [column('Holder ID'), column('Grant ID')];
  const holder = rows.map((_, index) => idText(rowAt(index)[holderColumn]));
  const grant = rows.map((_, index) => idText(rowAt(index)[grantColumn]));
  const outstandingField = fieldOf(ledger.map, 'Outstanding');
  yield;
  const outstanding = rows.map((_, index) => {
    const shares = outstandingField.read(rowAt(index));
    return typeof shares === 'number' && Number.isInteger(shares) && shares >= 0 ? shares : -1;
  });
  const blocked = yield* problemsInSteps(ledger, checks);
  const terminations = holderTerminations(ledger, holder, checks);
  const standing = yield* mapInSteps(rows, (_, index) =>
    standingReasons(
      offer,
      rowAt(index),
      outstanding[index] ?? -1,
      blocked.get(index),
      terminations.get(holder[index] ?? ''),
    ),
  );

  const reasons = yield* mapInSteps(rows, (_, index): readonly Reason[] => {
    const row = rowAt(index);
    const against = standing[index] ?? NONE;
    if (rules.passes(row)) return against;
    const failures = rules.failures(row);
    return against.length === 0 ? failures : [...against, ...failures];
  });
  const eligible = reasons.map(({ length }) => length === 0);
  const isEligible = (index: number): boolean => eligible[index] === true;

  const election = yield* mapInSteps(rows, (_, index) =>
    elections.stateOf(holder[index] ?? '', grant[index] ?? ''),
  );
  if (terms.electionUnit === 'Holder') electWholeHolders(holder, election, isEligible);
  const chosen = rows.map((_, index) => election[index] === 'Elected' && isEligible(index));
  const required = lookBack(offer, { rows, holder, chosen, standing, rowAt });
  return {
    rows,
    holder,
    grant,
    outstanding,
    standing,
    reasons,
    election,
    required,
    exchanged: chosen.map((isChosen, index) => isChosen || required[index] === true),
    isEligible,
    terminationOf: (index) => terminations.get(holder[index] ?? ''),
  };
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
function holderTerminations(
  ledger: Ledger,
  holder: readonly string[],
  checks: Checks,
): ReadonlyMap<string, Day> {
  const offset = ledger.map.offsets.get('Termination Date')?.[0];
  const terminations = new Map<string, Day>();
  if (offset === undefined) return terminations;
  const firstSeen = new Map<string, Day | ''>();
  const reported = new Set<string>();
  ledger.rows.forEach((rowOffset, index) => {
    const cell = ledger.block.values[rowOffset]?.[offset];
    const day = dayIn(cell);
    if (day === undefined && !isBlank(cell)) return;
    const id = holder[index] ?? '';
    const first = firstSeen.get(id);
    if (first === undefined) firstSeen.set(id, day ?? '');
    else if (first !== (day ?? '') && !reported.has(id)) {
      reported.add(id);
      checks.addAt(
        'Warning',
        ledger.block,
        rowOffset,
        ledger.map.headers[offset] ?? 'Termination Date',
        say`Holder ${id} has different Termination Dates in different rows; the earliest is used`,
      );
    }
    const known = terminations.get(id);
    if (day !== undefined && (known === undefined || day < known)) terminations.set(id, day);
  });
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

/** Where the unit is the holder, electing one grant elects all eligible ones. */
function electWholeHolders(
  holder: readonly string[],
  election: ElectionState[],
  isEligible: (index: number) => boolean,
): void {
  const electing = new Set<string>();
  election.forEach((state, index) => {
    if (state === 'Elected') electing.add(holder[index] ?? '');
  });
  election.forEach((_, index) => {
    if (electing.has(holder[index] ?? '') && isEligible(index)) election[index] = 'Elected';
  });
}

/** What only the look-back brings in: recent grants of holders with an election in force for an eligible grant. */
function lookBack(
  { ledger, terms, rules }: Offer,
  selected: {
    readonly rows: readonly number[];
    readonly holder: readonly string[];
    readonly chosen: readonly boolean[];
    readonly standing: Selection['standing'];
    readonly rowAt: (index: number) => Row;
  },
): readonly boolean[] {
  const from = terms.lookBackFrom;
  const granted = ledger.map.offsets.get('Grant Date')?.[0];
  if (from === undefined || granted === undefined) return selected.rows.map(() => false);
  const electing = new Set(selected.holder.filter((_, index) => selected.chosen[index] === true));
  return selected.rows.map((_, index) => {
    if (selected.chosen[index] === true || selected.standing[index]?.length !== 0) return false;
    if (!electing.has(selected.holder[index] ?? '')) return false;
    const row = selected.rowAt(index);
    const day = dayIn(row[granted]);
    return day !== undefined && day >= from && day < terms.cancellation && rules.passesForLookBack(row);
  });
}
