/**
 * The cells of a ledger as a function gets them. On some hosts an empty one is 0, and what its column holds says
 * whether a 0 can be meant. Knows columns, and what the rules ask of a column that Regrant does not know.
 */
import type { CellValue } from '../domain/basics/cell.ts';
import type { RuleSet } from '../domain/eligibility/rules.ts';
import { type ColumnContent, LEDGER_COLUMNS } from '../domain/ledger/columns.ts';
import type { HeaderMap } from '../domain/ledger/header-map.ts';
import { withoutEmptyZeros } from './argument.ts';

type Row = readonly CellValue[];

/** A header of 0 is a column without one. */
export const headerCells = (row: Row): Row => withoutEmptyZeros(row, () => false);

/**
 * Reads rows under the headers, a 0 as an empty cell where its column holds none.
 *
 * @param mayBeZero by what the column holds; undefined for a column that Regrant does not know
 */
export function ledgerCells(
  { headers, offsets }: HeaderMap,
  mayBeZero: (content: ColumnContent | undefined, offset: number) => boolean,
): (row: Row) => Row {
  const contents = new Map(
    LEDGER_COLUMNS.flatMap(({ name, content }) =>
      (offsets.get(name) ?? []).map((offset) => [offset, content] as const),
    ),
  );
  const zeros = headers.map((_, offset) => mayBeZero(contents.get(offset), offset));
  return (row) => withoutEmptyZeros(row, (offset) => zeros[offset] === true);
}

/** For rules: no id, word, date or price is 0, and a column of the ledger's own only where a rule compares numbers. */
export function cellsForRules(map: HeaderMap, { rules }: RuleSet): (row: Row) => Row {
  const conditions = rules.flatMap(({ condition, where }) =>
    where === undefined ? [condition] : [condition, where],
  );
  return ledgerCells(map, (content, offset) =>
    content === undefined
      ? conditions.some(
          ({ field, comparedWith, comparesNumbers }) =>
            comparesNumbers && (field.offset === offset || comparedWith?.offset === offset),
        )
      : content === 'count',
  );
}

/** For checks: a price of 0 is a finding, and a cell that holds no id, word or date is empty. */
export const cellsForChecks = (map: HeaderMap): ((row: Row) => Row) =>
  ledgerCells(map, (content) => content === undefined || content === 'count' || content === 'price');
