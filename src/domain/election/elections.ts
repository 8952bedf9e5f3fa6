/**
 * Elections: which grants a holder has put into the offer, by the last event that came in time. It knows holders,
 * grants and moments; it does not know whether a grant is eligible.
 */
import { type CellValue, type Grid, idText, isBlank, readMoment, show } from '../basics/cell.ts';
import { badValue, RegrantError } from '../basics/error.ts';
import { say, type Sentence } from '../basics/sentence.ts';
import { headerKey, wordKey } from '../basics/words.ts';
import { columnNamed } from '../ledger/columns.ts';

export type ElectionState = 'Elected' | 'Withdrawn' | 'None';

/** One line of an election record. */
export interface ElectionEvent {
  readonly holder: string;
  /** The grant's id, or undefined for every grant of the holder. */
  readonly grant: string | undefined;
  readonly action: 'Elect' | 'Withdraw';
  /** A serial number with its time of day. */
  readonly received: number;
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
  /** The state of a grant from the last event that came in time; the lower row wins a tie. */
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
  const grant = idText(row[at.grant]);
  return {
    holder,
    grant: isAllGrants(grant) ? undefined : grant,
    action: action === 'elect' ? 'Elect' : 'Withdraw',
    received,
    row: position,
  };
}

/** Whether a form's Grant ID, a text, means every grant of the holder. */
export const isAllGrants = (grant: string): boolean => grant === '' || grant.toUpperCase() === 'ALL';

/**
 * Compiles an elections table, its header row first.
 *
 * @param expiration the last moment that counts; without it every event counts
 * @throws RegrantError a column is missing
 */
export function compileElections(table: Grid, expiration: number | undefined): Elections {
  const at = electionColumns(table[0] ?? []);
  const events: ElectionEvent[] = [];
  const unreadable: UnreadableElection[] = [];
  const byHolder = new Map<string, ElectionEvent[]>();
  for (let index = 1; index < table.length; index++) {
    const row = table[index] ?? [];
    if (row.every(isBlank)) continue;
    const event = readElection(row, at, index);
    if ('problem' in event) {
      unreadable.push(event);
      continue;
    }
    events.push(event);
    if (isLate(event, expiration)) continue;
    const known = byHolder.get(event.holder);
    if (known === undefined) byHolder.set(event.holder, [event]);
    else known.push(event);
  }
  for (const known of byHolder.values()) known.sort((a, b) => a.received - b.received || a.row - b.row);
  return {
    events,
    unreadable,
    stateOf: (holder, grant) => lastState(byHolder.get(holder) ?? [], grant),
  };
}

/**
 * A moment to the millisecond. The same time of day arrives with different last digits from ISO text, from Excel and
 * from libraries that write a few decimals only (17:00 as .70833333334): they are one moment, and may tie.
 */
const toMillisecond = (moment: number): number => Math.round(moment * 86_400_000) / 86_400_000;

/** Whether an event came in after the offer expired, and does not count. */
export const isLate = (event: ElectionEvent, expiration: number | undefined): boolean =>
  expiration !== undefined && event.received > toMillisecond(expiration);

/** The state that the last event for a grant leaves, of events in the order in which they count. */
export function lastState(events: readonly ElectionEvent[], grant: string): ElectionState {
  for (let index = events.length - 1; index >= 0; index--) {
    const event = events[index];
    if (event !== undefined && (event.grant === undefined || event.grant === grant))
      return event.action === 'Elect' ? 'Elected' : 'Withdrawn';
  }
  return 'None';
}
