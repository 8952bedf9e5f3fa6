/**
 * The forms in the table OfferElections: what each holder elected or withdrew, when it came in, and for how much of a
 * grant. It knows holders, grants and moments; it does not know whether a grant is eligible or what it is split into.
 */
import { type CellValue, type Grid, idText, isBlank, numberIn, readMoment, show } from '../basics/cell.ts';
import { idKey } from '../ledger/id-key.ts';
import { badValue, RegrantError } from '../basics/error.ts';
import { Fraction } from '../basics/fraction.ts';
import { say, type Sentence } from '../basics/sentence.ts';
import { inZone, type TimeZone, utcMoment } from '../basics/time-zone.ts';
import { headerKey, sameWord } from '../basics/words.ts';
import { electionColumns, isAllGrants } from './elections.ts';
import { toMillisecond } from './received.ts';

export type FormPortion = 'Vested' | 'Unvested';

/** One line of an election record. */
export interface ElectionForm {
  readonly holder: string;
  readonly holderKey: string;
  /** The grant's id, or undefined for every grant of the holder. */
  readonly grant: string | undefined;
  readonly grantKey: string | undefined;
  readonly action: 'Elect' | 'Withdraw';
  /** A serial number with its time of day, in the offer's time zone. */
  readonly received: number;
  /** The part of the grant that is elected, 0 to 1; undefined where it is counted in shares. */
  readonly percent: Fraction | undefined;
  readonly shares: number | undefined;
  readonly portion: FormPortion | undefined;
  readonly choice: string;
  /** It came in after the offer expired, and does not count. */
  readonly isLate: boolean;
  /** It came in on the day of the expiration, without a time: read as the start of the day. */
  readonly lacksTime: boolean;
  /** Position of the row in its table, from 1 under the header. */
  readonly row: number;
}

/** A row that cannot be read: it is left out, never guessed. */
export interface UnreadableForm {
  readonly row: number;
  readonly column: string;
  readonly problem: Sentence;
}

export interface ElectionForms {
  /** Every readable form, in the table's order. */
  readonly forms: readonly ElectionForm[];
  readonly unreadable: readonly UnreadableForm[];
  /** A holder's forms that came in time, in the order in which they count; the lower row wins a tie. */
  readonly ofHolder: (holderKey: string) => readonly ElectionForm[];
}

export interface FormsTerms {
  /** The last moment that counts. */
  readonly expiration: number;
  readonly expirationDay: number;
  readonly timeZone: TimeZone | undefined;
}

/** Offsets of the optional columns; -1 where there is none. */
interface Columns {
  readonly holder: number;
  readonly grant: number;
  readonly action: number;
  readonly received: number;
  readonly percent: number;
  readonly shares: number;
  readonly portion: number;
  readonly choice: number;
}

const NO_FORMS: readonly ElectionForm[] = [];

/**
 * Reads an elections table, its header row first.
 *
 * @throws RegrantError a needed column is missing
 */
export function readElectionForms(table: Grid, terms: FormsTerms): ElectionForms {
  const header = table[0] ?? [];
  const find = (name: string): number =>
    header.findIndex((cell) => !isBlank(cell) && headerKey(String(cell)) === headerKey(name));
  const at: Columns = {
    ...electionColumns(header),
    percent: find('Percent'),
    shares: find('Shares'),
    portion: find('Portion'),
    choice: find('Choice'),
  };
  const forms: ElectionForm[] = [];
  const unreadable: UnreadableForm[] = [];
  const byHolder = new Map<string, ElectionForm[]>();
  for (let index = 1; index < table.length; index++) {
    const row = table[index] ?? [];
    if (row.every(isBlank)) continue;
    const form = readForm(row, at, index, terms);
    if ('problem' in form) {
      unreadable.push(form);
      continue;
    }
    forms.push(form);
    if (form.isLate) continue;
    const known = byHolder.get(form.holderKey);
    if (known === undefined) byHolder.set(form.holderKey, [form]);
    else known.push(form);
  }
  for (const known of byHolder.values()) known.sort(inTime);
  return { forms, unreadable, ofHolder: (key) => byHolder.get(key) ?? NO_FORMS };
}

/** By time; of one moment the lower row counts. */
export const inTime = (a: ElectionForm, b: ElectionForm): number => a.received - b.received || a.row - b.row;

function readForm(
  row: readonly CellValue[],
  at: Columns,
  position: number,
  { expiration, expirationDay, timeZone }: FormsTerms,
): ElectionForm | UnreadableForm {
  const cell = (column: keyof Columns): CellValue => (at[column] < 0 ? '' : row[at[column]]);
  const read = <T>(column: string, reader: () => T): T | UnreadableForm => {
    try {
      return reader();
    } catch (error) {
      if (!(error instanceof RegrantError)) throw error;
      return { row: position, column, problem: error.sentence };
    }
  };
  const isUnreadable = (value: unknown): value is UnreadableForm =>
    typeof value === 'object' && value !== null && 'problem' in value;

  const holder = idText(cell('holder'));
  if (holder === '') return { row: position, column: 'Holder ID', problem: say`Holder ID is missing.` };
  const action = read('Action', () => readAction(cell('action')));
  if (isUnreadable(action)) return action;
  const received = read('Received', () => readReceived(cell('received'), timeZone));
  if (isUnreadable(received)) return received;
  const amount = read('Percent', () => readAmountElected(cell('percent'), cell('shares')));
  if (isUnreadable(amount)) return amount;
  const portion = read('Portion', () => readFormPortion(cell('portion')));
  if (isUnreadable(portion)) return portion;
  const grant = idText(cell('grant'));
  const isAll = isAllGrants(grant);
  return {
    holder,
    holderKey: idKey(holder),
    grant: isAll ? undefined : grant,
    grantKey: isAll ? undefined : idKey(grant),
    action,
    received: received.moment,
    ...amount,
    portion,
    choice: isBlank(cell('choice')) ? '' : String(cell('choice')).trim(),
    isLate: received.moment > toMillisecond(expiration),
    lacksTime: !received.hasTime && Math.floor(received.moment) === expirationDay,
    row: position,
  };
}

function readAction(value: CellValue): 'Elect' | 'Withdraw' {
  for (const action of ['Elect', 'Withdraw'] as const)
    if (!isBlank(value) && sameWord(action, String(value))) return action;
  throw badValue(say`Action must be Elect or Withdraw, not ${show(value)}.`);
}

function readReceived(
  value: CellValue,
  zone: TimeZone | undefined,
): { readonly moment: number; readonly hasTime: boolean } {
  if (isBlank(value))
    throw badValue(say`Received is missing: give the date and time at which the form came in.`);
  const utc = utcMoment(value);
  if (utc !== undefined)
    return { moment: toMillisecond(inZone(utc, String(value), 'Received', zone)), hasTime: true };
  const moment = readMoment(value, 'Received');
  return {
    moment: toMillisecond(moment),
    hasTime: typeof value === 'string' ? /\d[T ]\d/i.test(value) : !Number.isInteger(value),
  };
}

function readAmountElected(
  percent: CellValue,
  shares: CellValue,
): { readonly percent: Fraction | undefined; readonly shares: number | undefined } {
  if (!isBlank(percent) && !isBlank(shares))
    throw badValue(say`Percent and Shares are both given: leave one of them.`);
  if (!isBlank(shares)) {
    const count = numberIn(shares);
    if (count === undefined || !Number.isInteger(count) || count < 0)
      throw badValue(say`Shares must be a whole number of shares, not ${show(shares)}.`);
    return { percent: undefined, shares: count };
  }
  return { percent: isBlank(percent) ? Fraction.ONE : readPercent(percent), shares: undefined };
}

/** `37%`, 0.37 or 37: a number above 1 is in per cent. */
function readPercent(value: CellValue): Fraction {
  const text = typeof value === 'string' ? value.trim() : '';
  const isPercent = text.endsWith('%');
  const number = numberIn(isPercent ? text.slice(0, -1) : value);
  if (number === undefined || number < 0)
    throw badValue(say`Percent must be a percentage such as 37% or 0.37, not ${show(value)}.`);
  const fraction = Fraction.ofNumber(number);
  const part = isPercent || number > 1 ? fraction.dividedBy(Fraction.of(100)) : fraction;
  if (part.toNumber() > 1) throw badValue(say`Percent must be at most 100%, and is ${show(value)}.`);
  return part;
}

function readFormPortion(value: CellValue): FormPortion | undefined {
  if (isBlank(value) || sameWord(String(value), 'All')) return undefined;
  for (const part of ['Vested', 'Unvested'] as const) if (sameWord(part, String(value))) return part;
  throw badValue(say`Portion must be Vested, Unvested or blank, not ${show(value)}.`);
}
