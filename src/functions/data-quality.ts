/** The checks of a ledger as a formula: the ledger room's own findings, which a run reports too. */
import { type CellValue, isEmptyRow } from '../domain/basics/cell.ts';
import { badValue } from '../domain/basics/error.ts';
import { english, say } from '../domain/basics/sentence.ts';
import { type HeaderMap, mapHeaders, missingColumns } from '../domain/ledger/header-map.ts';
import { ledgerCheck } from '../domain/ledger/problems.ts';
import { declare, required } from './declaration.ts';
import { TABLE } from './kinds.ts';
import { cellsForChecks, headerCells } from './ledger-cells.ts';

type Row = readonly CellValue[];

const NO_PROBLEMS = [['', '', 'No problems']];

export const CHECK = declare({
  name: 'CHECK',
  section: 'Data quality',
  description: 'What is wrong with a ledger of grants: one row per problem, with its row and column.',
  rules: [
    '`Row` is 1 for the first row under the header, and `Column` is the ledger’s own header.',
    'Found are: grant ids that stand twice (each after the first, naming the first; not where they differ in Grant Type, as an option split into ISO and NSO does), negative or fractional counts, an outstanding that is not granted less exercised and cancelled, text where a number or a date is due, missing required cells, an expiration before the grant date, an exercise price of 0 or below, and errors that formulas left behind.',
    'Blank rows and rows whose Grant ID, Grant Date and Exercise Price are all blank, such as totals, are not grants.',
    'One row with `No problems` where there are none. A ledger that lacks a needed column is `#VALUE!`.',
  ],
  parameters: [required('grants', TABLE, 'The ledger with its header row, such as A4:Q400.')],
  result: {
    type: 'any',
    columns: [{ header: 'Row' }, { header: 'Column' }, { header: 'Problem' }],
    headed: true,
    description: 'A table: Row, Column, Problem.',
  },
  examples: [
    {
      arguments: [
        [
          ['Employee ID', 'Grant #', 'Grant Date', 'Strike', 'Granted'],
          ['E-7', 'G-1', 36892, 6, 1000],
          ['E-8', 'G-1', 36892, 0, 'many'],
        ],
      ],
      result: [
        ['Row', 'Column', 'Problem'],
        [2, 'Grant #', 'Grant ID G-1 is already in row 1: each grant needs its own id'],
        [2, 'Granted', 'Granted is "many", text where a number is due'],
        [2, 'Strike', 'Exercise Price is 0'],
      ],
    },
  ],
  failures: [
    {
      arguments: [
        [
          ['Holder ID', 'Grant ID', 'Strike'],
          ['E-7', 'G-1', 6],
        ],
      ],
    },
  ],
  body: ([header = [], ...rows]) => {
    const map = mapHeaders(headerCells(header));
    needColumns(map);
    const check = ledgerCheck(map);
    const isGrant = grantTest(map);
    const cells = cellsForChecks(map);
    const found = rows.flatMap((row, index) =>
      isGrant(row)
        ? check(cells(row), index + 1).map(({ header: column, problem }) => [
            index + 1,
            column,
            english(problem),
          ])
        : [],
    );
    return found.length === 0 ? NO_PROBLEMS : found;
  },
});

function needColumns(map: HeaderMap): void {
  const missing = missingColumns(map);
  if (missing.length === 0) return;
  const columns = missing.length === 1 ? 'a column' : 'the columns';
  throw badValue(
    say`grants must have ${columns} ${missing.join(', ')}: give the ledger with its header row.`,
  );
}

/** Not a blank row, nor one without id, date and price, such as a total; an empty cell may be 0 on some hosts. */
function grantTest(map: HeaderMap): (row: Row) => boolean {
  const offsets = ['Grant ID', 'Grant Date', 'Exercise Price'].map(
    (name) => map.offsets.get(name)?.[0] ?? -1,
  );
  return (row) => !isEmptyRow(offsets.map((offset) => row[offset]));
}
