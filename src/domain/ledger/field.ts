/**
 * Reads a field of a grant from its ledger row: a column by any of its names, a header of the ledger's own, or a
 * field that is derived from others. Compiled once per header row, so that reading a row makes no objects.
 */
import { type CellValue, isBlank, show } from '../basics/cell.ts';
import { type Day, parseMoment, wholeMonths } from '../basics/day.ts';
import { badValue, RegrantError } from '../basics/error.ts';
import { say } from '../basics/sentence.ts';
import { headerKey, nearestWord } from '../basics/words.ts';
import { columnNamed, isOwnName, LEDGER_COLUMNS, type ColumnContent } from './columns.ts';
import type { HeaderMap } from './header-map.ts';
import { columnKey } from './header-name.ts';

export type Row = readonly CellValue[];

export interface Field {
  /** The name under which it was asked for. */
  readonly name: string;
  /** What its cells hold; undefined for a header that Regrant does not know. */
  readonly content: ColumnContent | undefined;
  /** Whether it is a percentage, 0 to 100, with which text such as `50%` compares. */
  readonly isPercent?: true;
  /** Offset of its column in the ledger; undefined for a derived field or a sum of columns. */
  readonly offset: number | undefined;
  /** The cell's value, or the derived one; `''` where what it derives from is blank. */
  readonly read: (row: Row) => CellValue;
}

/** Fields that no column needs to hold. */
export const DERIVED_FIELDS = ['Outstanding', 'Remaining Term', 'Grant Age'] as const;

/**
 * The field of that name.
 *
 * @param asOf the day to which Remaining Term and Grant Age are reckoned; needed by those two only
 * @throws RegrantError the ledger has no such field, or a derived field lacks what it is derived from
 */
export function fieldOf(map: HeaderMap, name: string, asOf?: Day): Field {
  const key = headerKey(name);
  const declared = columnNamed(name);
  const offsets = declared === undefined ? undefined : map.offsets.get(declared.name);
  if (declared !== undefined && offsets !== undefined && isOwnName(name, declared))
    return columnField(name, declared.content, offsets);
  const own = map.headers.findIndex((header) => columnKey(header) === columnKey(name));
  if (key !== '' && own >= 0) return columnField(name, declared?.content, [own]);
  if (declared !== undefined && offsets !== undefined) return columnField(name, declared.content, offsets);
  if (declared?.name === 'Outstanding' && map.offsets.has('Granted'))
    return derivedField(name, derivedOutstanding(map));
  if (key === 'remainingterm') {
    const day = neededDay(asOf, name);
    return derivedField(
      name,
      monthsReader(map, 'Expiration Date', (to) => wholeMonths(day, to)),
    );
  }
  if (key === 'grantage') {
    const day = neededDay(asOf, name);
    return derivedField(
      name,
      monthsReader(map, 'Grant Date', (from) => wholeMonths(from, day)),
    );
  }
  const known = [...map.headers, ...LEDGER_COLUMNS.map((column) => column.name), ...DERIVED_FIELDS];
  throw badValue(
    say`Field ${show(name)} is not a column of the ledger: use one of its headers, or Outstanding, Remaining Term or Grant Age${nearestWord(
      name,
      known.filter((header) => headerKey(header) !== key),
    )}`,
  );
}

const columnField = (
  name: string,
  content: ColumnContent | undefined,
  offsets: readonly number[],
): Field => ({
  name,
  content,
  offset: offsets.length === 1 ? offsets[0] : undefined,
  read: content === 'text' ? textReader(offsets) : columnReader(offsets),
});

const derivedField = (name: string, read: Field['read']): Field => ({
  name,
  content: 'count',
  offset: undefined,
  read,
});

function neededDay(asOf: Day | undefined, name: string): Day {
  if (asOf !== undefined) return asOf;
  throw badValue(say`As Of is needed for ${name}: give the date as of which it is calculated.`);
}

function columnReader(offsets: readonly number[]): (row: Row) => CellValue {
  const [first = 0, ...others] = offsets;
  return others.length === 0 ? (row) => row[first] : (row) => sum(row, offsets);
}

/** The words of several cells one after the other, as a first and a last name. */
function textReader(offsets: readonly number[]): (row: Row) => CellValue {
  if (offsets.length <= 1) return columnReader(offsets);
  return (row) =>
    offsets
      .map((offset) => row[offset])
      .filter((cell) => !isBlank(cell))
      .map((cell) => String(cell).trim())
      .join(' ');
}

/** The sum of count cells, blanks as 0; the first cell that is no number stands for itself. */
function sum(row: Row, offsets: readonly number[]): CellValue {
  let total = 0;
  let anyFilled = false;
  for (const offset of offsets) {
    const value = row[offset];
    if (isBlank(value)) continue;
    if (typeof value !== 'number') return value;
    total += value;
    anyFilled = true;
  }
  return anyFilled ? total : '';
}

function derivedOutstanding(map: HeaderMap): (row: Row) => CellValue {
  const granted = columnReader(map.offsets.get('Granted') ?? []);
  const gone = [...(map.offsets.get('Exercised') ?? []), ...(map.offsets.get('Cancelled') ?? [])];
  return (row) => {
    const total = granted(row);
    if (typeof total !== 'number') return isBlank(total) ? '' : total;
    if (gone.length === 0) return total;
    const less = sum(row, gone);
    if (less === '') return total;
    return typeof less === 'number' ? total - less : less;
  };
}

function monthsReader(map: HeaderMap, column: string, months: (day: Day) => number): (row: Row) => CellValue {
  const offset = map.offsets.get(column)?.[0];
  if (offset === undefined)
    throw badValue(say`The ledger has no column ${column}, from which this field is derived.`);
  return (row) => {
    const value = row[offset];
    if (isBlank(value)) return '';
    const day = dayIn(value);
    return day === undefined ? value : months(day);
  };
}

/** The day that a ledger cell holds, as a serial number or ISO text; undefined for anything else. */
export function dayIn(value: CellValue): Day | undefined {
  if (typeof value === 'number') return value >= 1 && value < 2958466 ? Math.floor(value) : undefined;
  if (typeof value !== 'string' || value.length < 10) return undefined;
  try {
    const moment = parseMoment(value);
    return moment === undefined ? undefined : Math.floor(moment);
  } catch (error) {
    if (error instanceof RegrantError) return undefined;
    throw error;
  }
}
