/**
 * What has changed in an offer's terms since they were kept, told by term and by row, with how much each matters to the
 * holders to whom the offer is made. It compares two readings of the tables; it does not know where one was kept.
 */
import { type CellValue, idText, isBlank, readMoment, show } from '../../basics/cell.ts';
import { dated } from '../../basics/day.ts';
import { say, type SentenceValue, type Words } from '../../basics/sentence.ts';
import { headerKey } from '../../basics/words.ts';
import type { KeptTable, OfferTableName } from '../offer-source.ts';
import { from1904, type OfferTable, tableFrom } from '../offer-table.ts';
import { isPersonal } from '../tables/personal-columns.ts';
import { TERMS } from '../terms/terms.ts';

/**
 * How much a change matters: `amount`, one of the price, the ratio or the amount sought or offered; `material`, another
 * one of what holders are offered; `none`, one that changes nothing for them.
 */
export type Weight = 'amount' | 'material' | 'none';

export interface TermsChange {
  /** `Ratio`, or `OfferRules`. */
  readonly name: string;
  readonly weight: Weight;
  readonly sheet: string;
  /** The sheet's row; `''` for what was removed. */
  readonly row: number | '';
  readonly column: string;
  /** `Ratio was 0.75 and is 0.5`. */
  readonly change: Words;
}

/** Price, ratio and amount: SEC Rules 13e-4(f)(1)(ii) and 14e-1(b). */
const OF_THE_AMOUNT = keys(
  'Ratio',
  'Look-back Ratio',
  'Look-back From',
  'Award',
  'New Stock Class',
  'Rounding',
  'Round Per',
  'Minimum New Shares',
  'Minimum Per',
  'Below Minimum',
  'Cash per Option',
  'Exercise Price Rule',
  'Missing Price',
  'Price Decimals',
  'Premium Price',
);
/** What names, counts or prints, and offers nobody more or less. */
const OFFERS_NOTHING = keys(
  'Offer Name',
  'Company',
  'Ledger',
  'New Grant ID',
  'Shares Outstanding',
  'Planning Elections',
  'Signatory Name',
  'Signatory Title',
  'Locale',
  'Filing Fee Rate',
  'Executive Roles',
  'Reason',
);
const ALL_TERMS = new Map(TERMS.map((term) => [headerKey(term.name), term]));

function keys(...names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map(headerKey));
}

/** The changes, table by table in their order on the sheet. */
export function termsChanges(
  then: readonly KeptTable[],
  now: readonly KeptTable[],
  date1904: boolean,
): readonly TermsChange[] {
  const names = [...new Set([...then, ...now].map(({ name }) => name))];
  const find = (tables: readonly KeptTable[], name: OfferTableName): OfferTable | undefined => {
    const block = tables.find((table) => table.name === name)?.block;
    return block === undefined ? undefined : tableFrom(name, block);
  };
  return names.flatMap((name) => {
    const [before, after] = [find(then, name), find(now, name)];
    return name === 'OfferTerms'
      ? changedTerms(before, after, date1904)
      : changedRows(name, before, after, date1904);
  });
}

function changedTerms(
  before: OfferTable | undefined,
  after: OfferTable | undefined,
  date1904: boolean,
): readonly TermsChange[] {
  const [was, is] = [termValues(before), termValues(after)];
  const sheet = (after ?? before)?.block.sheet ?? '';
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key): TermsChange[] => {
    const [old, current] = [was.get(key), is.get(key)];
    if (same(old?.value, current?.value)) return [];
    const term = ALL_TERMS.get(key);
    const name = term?.name ?? current?.name ?? old?.name ?? key;
    const isDate = term?.kind === 'date' || term?.kind === 'moment';
    const [shownThen, shownNow] = [old?.value, current?.value].map((value) =>
      shown(value, isDate, date1904),
    ) as [SentenceValue, SentenceValue];
    return [
      {
        name,
        weight: weightOfTerm(name, old?.value, current?.value),
        sheet,
        row: current?.row ?? '',
        column: name,
        change: say`${name} was ${shownThen} and is ${shownNow}`,
      },
    ];
  });
}

interface TermValue {
  readonly name: string;
  readonly value: CellValue;
  readonly row: number;
}

function termValues(table: OfferTable | undefined): ReadonlyMap<string, TermValue> {
  const values = new Map<string, TermValue>();
  if (table === undefined) return values;
  const headers = (table.block.values[0] ?? []).map((cell) => headerKey(String(cell ?? '')));
  const [term, value] = [headers.indexOf('term'), headers.indexOf('value')];
  for (const offset of table.rows) {
    const row = table.block.values[offset] ?? [];
    const name = idText(row[term]);
    if (name !== '') values.set(headerKey(name), { name, value: row[value], row: table.block.row + offset });
  }
  return values;
}

/** A later expiration gives holders more time; the rules ask no minimum of it. */
function weightOfTerm(name: string, then: CellValue, now: CellValue): Weight {
  const key = headerKey(name);
  if (OFFERS_NOTHING.has(key)) return 'none';
  if (OF_THE_AMOUNT.has(key)) return 'amount';
  return key === headerKey('Expiration Date') && isLater(now, then) ? 'none' : 'material';
}

function isLater(now: CellValue, then: CellValue): boolean {
  try {
    return readMoment(now, 'Expiration Date') > readMoment(then, 'Expiration Date');
  } catch {
    return false;
  }
}

/**
 * Who may take part is the amount sought; which row matches decides the ratio. A column that has the name of a term is
 * that term.
 */
function weightOfColumn(table: OfferTableName, column: string): Weight {
  const key = headerKey(column);
  if (OFFERS_NOTHING.has(key) || table === 'OfferColumns') return 'none';
  if (table === 'OfferEvents') return 'material';
  return ALL_TERMS.has(key) && !OF_THE_AMOUNT.has(key) ? 'material' : 'amount';
}

function changedRows(
  name: OfferTableName,
  before: OfferTable | undefined,
  after: OfferTable | undefined,
  date1904: boolean,
): readonly TermsChange[] {
  const columns = [...columnsOf(before), ...columnsOf(after)].filter(
    (column, index, all) => all.findIndex((other) => headerKey(other) === headerKey(column)) === index,
  );
  const [was, is] = [rowsOf(before, columns), rowsOf(after, columns)];
  const sheet = (after ?? before)?.block.sheet ?? '';
  const whole: Weight = weightOfColumn(name, '');
  const changes: TermsChange[] = [];
  for (const { removed, added } of gapsBetween(was, is)) {
    for (let at = 0; at < Math.max(removed.length, added.length); at++) {
      const [old, current] = [removed[at], added[at]];
      if (old !== undefined && current !== undefined)
        for (const [index, column] of columns.entries()) {
          const [then, now] = [old.cells[index], current.cells[index]];
          if (same(then, now)) continue;
          const isDate = /\bdate\b/i.test(column);
          changes.push({
            name,
            weight: weightOfColumn(name, column),
            sheet,
            row: current.row,
            column,
            change: say`${column} of ${name} in row ${String(current.row)} was ${shown(then, isDate, date1904)} and is ${shown(now, isDate, date1904)}`,
          });
        }
      else if (current !== undefined)
        changes.push({
          name,
          weight: whole,
          sheet,
          row: current.row,
          column: '',
          change: say`Row ${String(current.row)} of ${name} was added`,
        });
      else if (old !== undefined)
        changes.push({
          name,
          weight: whole,
          sheet,
          row: '',
          column: '',
          change: say`A row of ${name} was removed: ${textOf(old)}`,
        });
    }
  }
  return changes;
}

interface Row {
  readonly row: number;
  readonly cells: readonly CellValue[];
  readonly key: string;
}

const columnsOf = (table: OfferTable | undefined): readonly string[] =>
  (table?.block.values[0] ?? [])
    .map((cell) => String(cell ?? '').trim())
    .filter((header) => header !== '' && !isPersonal(header));

/** The rows with the cells of these columns; those that hold nothing but a person's own remarks do not count. */
function rowsOf(table: OfferTable | undefined, columns: readonly string[]): readonly Row[] {
  if (table === undefined) return [];
  const headers = (table.block.values[0] ?? []).map((cell) => headerKey(String(cell ?? '')));
  const offsets = columns.map((column) => headers.indexOf(headerKey(column)));
  return table.rows.flatMap((offset): Row[] => {
    const cells = offsets.map((at): CellValue => table.block.values[offset]?.[at]);
    if (cells.every(isBlank)) return [];
    const key = JSON.stringify(cells.map((cell) => (isBlank(cell) ? '' : cell)));
    return [{ row: table.block.row + offset, cells, key }];
  });
}

const textOf = ({ cells }: Row): string =>
  cells
    .filter((cell) => !isBlank(cell))
    .map(String)
    .join(' ');

interface Gap {
  readonly removed: Row[];
  readonly added: Row[];
}

/** What lies between the rows that both have in the same order: rows put in between leave the others as they were. */
function gapsBetween(was: readonly Row[], is: readonly Row[]): readonly Gap[] {
  const common = longestCommon(was, is);
  const gaps: Gap[] = [];
  let [before, after] = [0, 0];
  for (const [atWas, atIs] of [...common, [was.length, is.length] as const]) {
    gaps.push({ removed: was.slice(before, atWas), added: is.slice(after, atIs) });
    [before, after] = [atWas + 1, atIs + 1];
  }
  return gaps.filter(({ removed, added }) => removed.length + added.length > 0);
}

/** The longest common subsequence, as pairs of places; the same beginning and end are taken off first. */
function longestCommon(was: readonly Row[], is: readonly Row[]): readonly (readonly [number, number])[] {
  const equal = (a: number, b: number): boolean => was[a]?.key === is[b]?.key;
  let start = 0;
  while (start < was.length && start < is.length && equal(start, start)) start++;
  let end = 0;
  while (
    end < was.length - start &&
    end < is.length - start &&
    equal(was.length - 1 - end, is.length - 1 - end)
  )
    end++;
  const [rows, columns] = [was.length - end - start, is.length - end - start];
  const lengths = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1));
  const lengthAt = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--) {
      const here = lengths[row];
      if (here !== undefined)
        here[column] = equal(start + row, start + column)
          ? lengthAt(row + 1, column + 1) + 1
          : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
    }
  const pairs: [number, number][] = Array.from({ length: start }, (_, at) => [at, at]);
  for (let row = 0, column = 0; row < rows && column < columns;)
    if (equal(start + row, start + column)) pairs.push([start + row++, start + column++]);
    else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) row++;
    else column++;
  for (let at = end; at > 0; at--) pairs.push([was.length - at, is.length - at]);
  return pairs;
}

function shown(value: CellValue, isDate: boolean, date1904: boolean): SentenceValue {
  if (isBlank(value)) return say`blank`;
  if (isDate && typeof value === 'number') return dated(Number(date1904 ? from1904(value) : value));
  return show(value);
}

const same = (a: CellValue, b: CellValue): boolean => (isBlank(a) && isBlank(b)) || a === b;
