/**
 * Elections: which grants a holder has put into the offer, by the last event that came in time. It knows holders,
 * grants and moments; it does not know whether a grant is eligible.
 */
import { type CellValue, type Grid, idText, isBlank, numberIn, readMoment, show } from '../basics/cell.ts';
import { badValue, RegrantError } from '../basics/error.ts';
import { say, type Sentence } from '../basics/sentence.ts';
import { headerKey, wordKey } from '../basics/words.ts';
import { columnNamed } from '../ledger/columns.ts';
import { idKey } from '../ledger/id-key.ts';
import { momentOf, offsetIn, toMillisecond } from './received.ts';

export type ElectionState = 'Elected' | 'Withdrawn' | 'None';

/** One line of an election record. */
export interface ElectionEvent {
  readonly holder: string;
  /** The grant's id, or undefined for every grant of the holder. */
  readonly grant: string | undefined;
  readonly action: 'Elect' | 'Withdraw';
  /** A serial number with its time of day, as it was written. */
  readonly received: number;
  /** The hours from UTC that it was written with, in days; undefined where there are none. */
  readonly offset: number | undefined;
  /** It elects 0% of the grant, and so nothing. */
  readonly isOfNothing: boolean;
  /** Position of the row in its table, from 1 under the header. */
  readonly row: number;
}

/** A row that cannot be read: it is left out, never guessed. */
export interface UnreadableElection {
  readonly row: number;
  readonly column: string;
  readonly problem: Sentence;
}

export interface Elections {
  /** Every readable event, in the table's order. */
  readonly events: readonly ElectionEvent[];
  readonly unreadable: readonly UnreadableElection[];
  /**
   * The state of a grant from the last event that came in time; the lower row wins a tie.
   *
   * @throws RegrantError only some of the holder's events, or only these or the expiration, carry an offset from UTC,
   *   where offsets are compared
   */
  readonly stateOf: (holder: string, grant: string) => ElectionState;
}

const NAMES = { holder: 'Holder ID', grant: 'Grant ID', action: 'Action', received: 'Received' } as const;

/** Offsets of the table's columns. */
export type ElectionColumns = Readonly<Record<keyof typeof NAMES, number>>;

/**
 * Where the columns of an elections table are; `Employee ID` and the ledger's other synonyms are accepted.
 *
 * @throws RegrantError a column is missing
 */
export function electionColumns(header: readonly CellValue[]): ElectionColumns {
  const find = (name: string): number => {
    const texts = header.map((cell) => (isBlank(cell) ? '' : String(cell)));
    const own = texts.findIndex((text) => headerKey(text) === headerKey(name));
    return own >= 0 ? own : texts.findIndex((text) => columnNamed(text)?.name === name);
  };
  const at = {
    holder: find(NAMES.holder),
    grant: find(NAMES.grant),
    action: find(NAMES.action),
    received: find(NAMES.received),
  };
  const missing = (Object.keys(NAMES) as (keyof typeof NAMES)[]).filter((key) => at[key] < 0);
  if (missing.length > 0)
    throw badValue(
      say`Elections must be a table whose first row holds the headers Holder ID, Grant ID, Action and Received; it lacks ${missing.map((key) => NAMES[key]).join(', ')}.`,
    );
  return at;
}

/**
 * Reads one row of an elections table; a cell that cannot be read is named by its column.
 */
function readElection(
  row: readonly CellValue[],
  at: ElectionColumns,
  position: number,
  percentAt: number,
): ElectionEvent | UnreadableElection {
  const unreadable = (column: string, problem: Sentence) => ({ row: position, column, problem });
  const holder = idText(row[at.holder]);
  if (holder === '') return unreadable(NAMES.holder, say`Holder ID is missing.`);
  const action = isBlank(row[at.action]) ? '' : wordKey(String(row[at.action]));
  if (action !== 'elect' && action !== 'withdraw')
    return unreadable(NAMES.action, say`Action must be Elect or Withdraw, not ${show(row[at.action])}.`);
  if (isBlank(row[at.received]))
    return unreadable(
      NAMES.received,
      say`Received is missing: give the date and time at which the form came in.`,
    );
  let received: number;
  try {
    received = toMillisecond(readMoment(row[at.received], NAMES.received));
  } catch (error) {
    if (!(error instanceof RegrantError)) throw error;
    return unreadable(NAMES.received, error.sentence);
  }
  const percent = percentAt < 0 ? undefined : percentIn(row[percentAt]);
  if (percent === NO_PERCENT)
    return unreadable('Percent', say`Percent must be from 0% to 100%, not ${show(row[percentAt])}.`);
  const grant = idText(row[at.grant]);
  return {
    holder,
    grant: isAllGrants(grant) ? undefined : grant,
    action: action === 'elect' ? 'Elect' : 'Withdraw',
    received,
    offset: offsetIn(row[at.received]),
    isOfNothing: percent === 0,
    row: position,
  };
}

const NO_PERCENT = -1;

/** `37%`, 0.37 or 37: a number above 1 is in per cent. Blank is all; `NO_PERCENT` for what is no percentage. */
function percentIn(value: CellValue): number | undefined {
  if (isBlank(value)) return undefined;
  const text = typeof value === 'string' ? value.trim() : '';
  const isPercent = text.endsWith('%');
  const number = numberIn(isPercent ? text.slice(0, -1) : value);
  if (number === undefined || number < 0) return NO_PERCENT;
  const percent = isPercent || number > 1 ? number / 100 : number;
  return percent > 1 ? NO_PERCENT : percent;
}

/** Whether a form's Grant ID, a text, means every grant of the holder. */
export const isAllGrants = (grant: string): boolean => grant === '' || grant.toUpperCase() === 'ALL';

/** How offsets from UTC are compared; undefined: not at all, times are taken as written. */
export interface ComparedOffsets {
  /** The expiration's own; undefined where it carries none. */
  readonly ofExpiration: number | undefined;
}

/**
 * Compiles an elections table, its header row first.
 *
 * @param expiration the last moment that counts, as written; without it every event counts
 * @param offsets whether times that carry an offset compare as moments
 * @throws RegrantError a column is missing
 */
export function compileElections(
  table: Grid,
  expiration: number | undefined,
  offsets?: ComparedOffsets,
): Elections {
  const at = electionColumns(table[0] ?? []);
  const percentAt = (table[0] ?? []).findIndex(
    (cell) => !isBlank(cell) && headerKey(String(cell)) === 'percent',
  );
  const events: ElectionEvent[] = [];
  const unreadable: UnreadableElection[] = [];
  const byHolder = new Map<string, ElectionEvent[]>();
  const mixed = new Set<string>();
  const carriesOffset = new Map<string, boolean>();
  for (let index = 1; index < table.length; index++) {
    const row = table[index] ?? [];
    if (row.every(isBlank)) continue;
    const event = readElection(row, at, index, percentAt);
    if ('problem' in event) {
      unreadable.push(event);
      continue;
    }
    events.push(event);
    const holder = idKey(event.holder);
    if (offsets !== undefined) {
      const carries = event.offset !== undefined;
      const due =
        expiration === undefined
          ? (carriesOffset.get(holder) ?? carries)
          : offsets.ofExpiration !== undefined;
      carriesOffset.set(holder, due);
      if (carries !== due) mixed.add(holder);
    }
    if (expiration !== undefined && momentIn(event, offsets) > momentOf(expiration, offsets?.ofExpiration))
      continue;
    const known = byHolder.get(holder);
    if (known === undefined) byHolder.set(holder, [event]);
    else known.push(event);
  }
  for (const known of byHolder.values())
    known.sort((a, b) => momentIn(a, offsets) - momentIn(b, offsets) || a.row - b.row);
  return {
    events,
    unreadable,
    stateOf: (holder, grant) => {
      if (mixed.has(idKey(holder)))
        throw badValue(
          say`Received and expiration must both carry an offset from UTC, such as -08:00 or Z, or neither: holder ${holder} has some with and some without.`,
        );
      return lastState(byHolder.get(idKey(holder)) ?? [], grant);
    },
  };
}

const momentIn = (event: ElectionEvent, offsets: ComparedOffsets | undefined): number =>
  momentOf(event.received, offsets === undefined ? undefined : event.offset);

/** The state that the last event for a grant leaves, of events in the order in which they count. */
export function lastState(events: readonly ElectionEvent[], grant: string): ElectionState {
  for (let index = events.length - 1; index >= 0; index--) {
    const event = events[index];
    if (event === undefined || (event.grant !== undefined && idKey(event.grant) !== idKey(grant))) continue;
    if (event.action === 'Withdraw') return 'Withdrawn';
    return event.isOfNothing ? 'None' : 'Elected';
  }
  return 'None';
}
