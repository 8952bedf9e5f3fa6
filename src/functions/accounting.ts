/** The cost of an exchange, its expense and its neutral ratio as formulas: each one call of the valuation room. */
import { isBlank, readAmount, readShares, refuseError } from '../domain/basics/cell.ts';
import { badValue } from '../domain/basics/error.ts';
import { say } from '../domain/basics/sentence.ts';
import { expense } from '../domain/valuation/expense.ts';
import { incrementalCosts, type ModifiedAward } from '../domain/valuation/incremental-cost.ts';
import { neutralRatio } from '../domain/valuation/neutral-ratio.ts';
import { type Cells, sameLength } from './columns.ts';
import { declare, optional, required } from './declaration.ts';
import {
  DATE,
  DATES,
  EXPENSE_BASIS,
  EXPENSE_METHOD,
  LINE,
  MEASURE,
  PRICE,
  RATIO_STEP,
  SCHEDULE_TEXT,
} from './kinds.ts';

export const INCREMENTALCOST = declare({
  name: 'INCREMENTALCOST',
  section: 'Economics',
  description:
    'The compensation cost that an exchange adds: the fair value of each new award over that of the old one, or 0, summed over the awards.',
  rules: [
    'New shares × their value − old shares × their value, both values per share on the modification date; never negative (ASC 718-20-35-3; IFRS 2 B43(a)).',
    'The arguments may be columns of one length. Each award is measured separately and never netted: an award that loses value takes nothing off what another gains. Rows that are blank in all four are skipped.',
    'The simplified method of estimating the expected term is for options granted at the money (SAB 107, SAB 110): do not use it to value an old option that is under water.',
  ],
  parameters: [
    required('oldShares', LINE, 'Number of shares cancelled, whole; or a column of them.'),
    required('oldValue', LINE, 'Fair value per old share just before the exchange; or a column.'),
    required('newShares', LINE, 'Number of new shares, whole; or a column of them.'),
    required('newValue', LINE, 'Fair value per new share on the same date; or a column.'),
  ],
  result: { type: 'number', format: 'money', description: 'Incremental compensation cost.' },
  examples: [
    { arguments: [1000, 2.35, 750, 4.1], result: 725 },
    { arguments: [1000, 4.1, 750, 2.35], result: 0 },
    {
      arguments: [
        [[1000], [1000]],
        [[4], [6]],
        [[1000], [1000]],
        [[6], [4]],
      ],
      result: 2000,
    },
  ],
  failures: [
    { arguments: [1000, -1, 750, 4.1] },
    { arguments: [[[1000], [1000]], 4, [[1000], [1000]], [[6], [4]]] },
  ],
  source: 'ASC 718-20-35-3; IFRS 2 B42 and B43(a).',
  body: (oldShares, oldValue, newShares, newValue) =>
    incrementalCosts(awardsOf(oldShares, oldValue, newShares, newValue)),
});

/** The columns award by award, without the rows that hold none. */
function awardsOf(oldShares: Cells, oldValue: Cells, newShares: Cells, newValue: Cells): ModifiedAward[] {
  const columns = { oldValue, newShares, newValue };
  for (const [name, cells] of Object.entries(columns)) sameLength(name, cells, 'oldShares', oldShares);
  const named = (name: string, row: number): string =>
    oldShares.length === 1 ? name : `${name} in row ${row + 1}`;
  const readIn = <T>(
    read: (cell: Cells[number], name: string) => T,
    name: string,
    cells: Cells,
    row: number,
  ): T => {
    refuseError(cells[row], named(name, row));
    if (isBlank(cells[row])) throw badValue(say`${named(name, row)} is missing: give a number, or 0.`);
    return read(cells[row], named(name, row));
  };
  return [...oldShares.keys()]
    .filter((row) => ![oldShares, oldValue, newShares, newValue].every((cells) => isBlank(cells[row])))
    .map((row) => [
      readIn(readShares, 'oldShares', oldShares, row),
      readIn(readAmount, 'oldValue', oldValue, row),
      readIn(readShares, 'newShares', newShares, row),
      readIn(readAmount, 'newValue', newValue, row),
    ]);
}

export const EXPENSE = declare({
  name: 'EXPENSE',
  section: 'Economics',
  description:
    'The expense of an award in each period, such as by quarter, in whole cents that add up to its cost.',
  rules: [
    '`straight-line` (default) spreads the cost evenly from `start` to the last vesting date, and is never below the part that has vested (ASC 718-10-35-8). `graded` spreads each tranche over its own time from `start`; IFRS 2 IG11 requires it of several dates.',
    '`basis` `days` (default): the start day counts as served, and the vesting day does not, so that three years from 2005-01-01 are whole calendar years. `months`: whole months, and the days of a broken one over its length, as illustrations in whole years count. What vests before `start` is recognised on `start`.',
    'What is earned after the previous period end, up to and including this one; the first period takes everything before it. The expense up to the last vesting date is exactly the cost.',
    '`forfeitureRate` is a rate per year: a tranche counts for (1 − rate) ^ (months / 12), the months from `start` to its date, and the expense adds up to the cost that is expected to vest (ASC 718-10-35-3; IFRS 2.20). Left out, or 0, forfeitures are recognised as they occur.',
    'Each cumulative amount is rounded half up to the cent, and a period is the difference of two. `periodEnds` ascend. A schedule that counts shares is refused: the cost does not say how many there are.',
  ],
  parameters: [
    required('cost', PRICE, 'Cost to be spread, such as fair value per share times shares.'),
    required('start', DATE, 'First day of service.'),
    required('schedule', SCHEDULE_TEXT, 'Vesting schedule in words, such as "annually over 4 years".'),
    required('periodEnds', DATES, 'Last days of the periods, in ascending order, such as quarter ends.'),
    optional('method', EXPENSE_METHOD, 'How the cost is spread: straight-line (default) or graded.'),
    optional('basis', EXPENSE_BASIS, 'How service is counted: days (default) or months.'),
    optional(
      'forfeitureRate',
      MEASURE,
      'Part of the holders expected to leave per year, such as 0.05. Forfeitures as they occur if left out.',
    ),
  ],
  result: {
    type: 'any',
    columns: [
      { header: 'Period End', format: 'date' },
      { header: 'Expense', format: 'money' },
      { header: 'Cumulative', format: 'money' },
    ],
    headed: true,
    description: 'A table: Period End, Expense, Cumulative.',
  },
  examples: [
    {
      arguments: [3000, '2005-01-01', '100% at 3 years', [['2005-12-31'], ['2006-12-31'], ['2007-12-31']]],
      result: [
        ['Period End', 'Expense', 'Cumulative'],
        [38717, 1000, 1000],
        [39082, 1000, 2000],
        [39447, 1000, 3000],
      ],
    },
    {
      arguments: [
        4800,
        '2005-01-01',
        'annually over 4 years',
        [['2005-12-31'], ['2006-12-31'], ['2007-12-31'], ['2008-12-31']],
        'graded',
        'months',
      ],
      result: [
        ['Period End', 'Expense', 'Cumulative'],
        [38717, 2500, 2500],
        [39082, 1300, 3800],
        [39447, 700, 4500],
        [39813, 300, 4800],
      ],
    },
    {
      arguments: [1000, '2005-01-01', 'annually over 4 years', '2008-12-31', 'graded', 'days', 0.05],
      result: [
        ['Period End', 'Expense', 'Cumulative'],
        [39813, 881.1, 881.1],
      ],
    },
  ],
  failures: [
    {
      arguments: [
        1000,
        '2003-12-31',
        '100 shares at grant, then the rest annually over 2 years',
        '2004-12-31',
      ],
    },
    { arguments: [1000, '2003-12-31', 'annually over 4 years', [['2005-12-31'], ['2004-12-31']]] },
    { arguments: [1000, '2003-12-31', 'annually over 4 years', '2004-12-31', 'stright line'] },
    { arguments: [1000, '2003-12-31', 'annually over 4 years', '2004-12-31', 'graded', 'years'] },
    { arguments: [1000, '2003-12-31', 'annually over 4 years', '2004-12-31', 'graded', 'days', 5] },
  ],
  source: 'ASC 718-10-35-3 and 35-8; IFRS 2.15, 2.20 and IG11.',
  body: (cost, start, schedule, periodEnds, method, basis, forfeitureRate) =>
    expense(cost, start, schedule, periodEnds, { method, basis, forfeitureRate }).map((row) => [
      row.periodEnd,
      row.expense,
      row.cumulative,
    ]),
});

export const NEUTRALRATIO = declare({
  name: 'NEUTRALRATIO',
  section: 'Economics',
  description:
    'The old options per new one at which an exchange gives nothing away: the value of a new award over that of an old option.',
  rules: [
    'New value / old value, rounded up to a multiple of `step`, so that the new award is never worth more than what is given up for it. Left out, the ratio is exact.',
    'Value the old option with the remaining term of an option under water: the simplified method (SAB 107, SAB 110) is not meant for it.',
  ],
  parameters: [
    required('oldValue', PRICE, 'Fair value per old option just before the exchange, more than 0.'),
    required('newValue', PRICE, 'Fair value per new option or share on the same date.'),
    optional('step', RATIO_STEP, 'Step to which the ratio is rounded up, such as 0.1 or 0.25.'),
  ],
  result: { type: 'number', format: 'ratio', description: 'Old options per new one.' },
  examples: [
    { arguments: [3, 9], result: 3 },
    { arguments: [2.35, 4.1, 0.25], result: 1.75 },
    { arguments: [2.35, 4.2, 0.25], result: 2 },
  ],
  failures: [{ arguments: [0, 9] }, { arguments: [3, 9, -0.1] }],
  source: 'ASC 718-20-35-3.',
  body: neutralRatio,
});
