/**
 * What is wrong with the ledger's rows, by row and column: the same findings for the run's checks and for the
 * function CHECK. It judges single rows and repeated ids; it knows nothing of an offer.
 */
import { type CellValue, idText, isBlank, isErrorCell, show } from '../basics/cell.ts';
import { dated } from '../basics/day.ts';
import { say, type Sentence } from '../basics/sentence.ts';
import { LEDGER_COLUMNS, type LedgerColumn } from './columns.ts';
import { dayIn, fieldOf, type Row } from './field.ts';
import type { HeaderMap } from './header-map.ts';
import { idKey } from './id-key.ts';

export interface LedgerProblem {
  /** Position of the row among those that were checked, from 0. */
  readonly index: number;
  /** The ledger's own header. */
  readonly header: string;
  readonly problem: Sentence;
  /** Whether the grant's figures cannot be relied on while it stands; otherwise a person should look. */
  readonly unreliable: boolean;
  /** Whether the grant cannot take part: what an exchange is computed from is missing or unreadable. */
  readonly blocking: boolean;
}

/** Columns that an exchange is computed from, as far as the ledger has them. */
const ESSENTIAL = new Set([
  'Holder ID',
  'Grant ID',
  'Grant Date',
  'Exercise Price',
  'Granted',
  'Exercised',
  'Cancelled',
  'Outstanding',
  'Termination Date',
  'Expiration Date',
]);

type Finding = Omit<LedgerProblem, 'index'>;
type CellCheck = (value: CellValue) => Sentence | undefined;

/**
 * Compiles the checks for a header row; the result is called with the grants' rows in the ledger's order, and
 * remembers the grant ids that it has seen.
 */
export function ledgerCheck(map: HeaderMap): (row: Row, rowNumber: number) => readonly Finding[] {
  const cells = LEDGER_COLUMNS.flatMap((column) =>
    (map.offsets.get(column.name) ?? []).map((offset) => ({
      column,
      offset,
      header: map.headers[offset] ?? column.name,
      check: checkOf(column, map),
    })),
  ).sort((a, b) => a.offset - b.offset);
  const idOffset = map.offsets.get('Grant ID')?.[0];
  const typeOffset = map.offsets.get('Grant Type')?.[0] ?? -1;
  // Two rows of one id that differ in type are two parts of one grant: an option split by law into ISO and NSO.
  const seenOfId = new Map<string, { readonly row: number; readonly type: string }[]>();
  const compare = rowComparisons(map);

  return (row, rowNumber) => {
    let findings: Finding[] | undefined;
    const add = (finding: Finding): void => {
      (findings ??= []).push(finding);
    };
    for (const { column, offset, header, check } of cells) {
      const problem = check(row[offset]);
      if (problem !== undefined) {
        const essential = ESSENTIAL.has(column.name);
        const unreliable = essential || column.content === 'date' || column.content === 'count';
        add({ header, problem, unreliable, blocking: essential });
      }
      if (offset === idOffset && !isBlank(row[offset])) {
        const id = idText(row[offset]);
        const type = idKey(row[typeOffset]);
        const seen = seenOfId.get(idKey(id));
        const first = seen?.find((other) => other.type === type);
        if (seen === undefined) seenOfId.set(idKey(id), [{ row: rowNumber, type }]);
        else if (first === undefined) seen.push({ row: rowNumber, type });
        else
          add({
            header,
            problem: say`Grant ID ${id} is already in row ${String(first.row)}: each grant needs its own id`,
            unreliable: true,
            blocking: false,
          });
      }
    }
    for (const finding of compare(row)) add(finding);
    return findings ?? NONE;
  };
}

const NONE: readonly Finding[] = [];

function checkOf(column: LedgerColumn, map: HeaderMap): CellCheck {
  // Where the ledger has Outstanding, the shares granted are only for reconciliation and may be blank.
  const needed =
    column.needed === 'yes' ||
    column.name === 'Outstanding' ||
    (column.name === 'Granted' && !map.offsets.has('Outstanding'));
  const missing = needed ? say`${column.name} is missing` : undefined;
  const onFilled = FILLED_CHECKS[column.content];
  return (value) => (isBlank(value) ? missing : onFilled(value, column.name));
}

type FilledCheck = (value: CellValue, name: string) => Sentence | undefined;

const theError: FilledCheck = (value, name) =>
  isErrorCell(value) ? say`${name} is the error ${value.trim()}` : undefined;

const notANumber: FilledCheck = (value, name) =>
  theError(value, name) ?? say`${name} is ${show(value)}, text where a number is due`;

const FILLED_CHECKS: Readonly<Record<LedgerColumn['content'], FilledCheck>> = {
  id: theError,
  text: theError,
  date: (value, name) =>
    dayIn(value) !== undefined
      ? undefined
      : typeof value === 'number'
        ? say`${name} is the number ${value}, which is not a date`
        : (theError(value, name) ?? say`${name} is ${show(value)}, text where a date is due`),
  price: (value, name) =>
    typeof value !== 'number'
      ? notANumber(value, name)
      : value < 0
        ? say`${name} is negative: ${value}`
        : undefined,
  count: (value, name) => {
    if (typeof value !== 'number') return notANumber(value, name);
    if (value < 0) return say`${name} is negative: ${value}`;
    if (!Number.isInteger(value)) return say`${name} is not a whole number: ${value}`;
    return value > 2 ** 53 ? say`${name} is above 2^53, where counts stop being exact` : undefined;
  },
};

/** Problems between cells of one row; silent where a cell that they compare is itself unreadable. */
function rowComparisons(map: HeaderMap): (row: Row) => readonly Finding[] {
  const header = (name: string): string => map.headers[map.offsets.get(name)?.[0] ?? -1] ?? name;
  const price = map.offsets.get('Exercise Price')?.[0];
  const granted = map.offsets.get('Grant Date')?.[0];
  const expires = map.offsets.get('Expiration Date')?.[0];
  const outstanding = map.offsets.get('Outstanding')?.[0];
  const derived = map.offsets.has('Granted')
    ? fieldOf({ ...map, headers: map.headers.map(() => ''), offsets: withoutOutstanding(map) }, 'Outstanding')
    : undefined;
  const look = { unreliable: false, blocking: false };
  return (row) => {
    let findings: Finding[] | undefined;
    const cost = price === undefined ? '' : row[price];
    if (cost === 0)
      (findings ??= []).push({
        header: header('Exercise Price'),
        problem: say`Exercise Price is 0`,
        ...look,
      });
    const from = granted === undefined ? undefined : dayIn(row[granted]);
    const to = expires === undefined ? undefined : dayIn(row[expires]);
    if (from !== undefined && to !== undefined && to < from)
      (findings ??= []).push({
        header: header('Expiration Date'),
        problem: say`Expiration Date ${dated(to)} is before the Grant Date ${dated(from)}`,
        ...look,
      });
    const reckoned = derived?.read(row);
    if (typeof reckoned !== 'number') return findings ?? NONE;
    const stated = outstanding === undefined ? undefined : row[outstanding];
    if (outstanding === undefined && reckoned < 0)
      (findings ??= []).push({
        header: header('Granted'),
        problem: say`Granted less Exercised and Cancelled is ${reckoned}`,
        unreliable: true,
        blocking: true,
      });
    else if (typeof stated === 'number' && stated !== reckoned)
      (findings ??= []).push({
        header: header('Outstanding'),
        problem: say`Outstanding is ${stated}, but Granted less Exercised and Cancelled is ${reckoned}`,
        ...look,
      });
    return findings ?? NONE;
  };
}

function withoutOutstanding(map: HeaderMap): ReadonlyMap<string, readonly number[]> {
  const offsets = new Map(map.offsets);
  offsets.delete('Outstanding');
  return offsets;
}
