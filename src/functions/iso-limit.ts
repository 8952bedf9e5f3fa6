/** The $100,000 limit on incentive stock options as a formula: one call of the valuation room. */
import { isBlank, readAmount, readShares, refuseError } from '../domain/basics/cell.ts';
import { badValue } from '../domain/basics/error.ts';
import { say } from '../domain/basics/sentence.ts';
import { type IsoGrant, isoSplit } from '../domain/valuation/iso-limit.ts';
import { type Cells, dateIn, isZeroOrBlank, sameLength, scheduleIn } from './columns.ts';
import { declare, optional, required } from './declaration.ts';
import { LIMIT, LINE } from './kinds.ts';

export const ISOSPLIT = declare({
  name: 'ISOSPLIT',
  section: 'Economics',
  description:
    "The split of one holder's incentive stock options by the $100,000 limit, by grant and by the calendar year in which shares first become exercisable.",
  rules: [
    'In each calendar year grants take up the limit in order of grant date, of one date the upper row first, each at the market value of the stock on its grant date. Of a grant that crosses the limit, the whole shares within it are ISO and the rest NSO.',
    'Vesting is counted from the grant date, and what is vested is taken to be exercisable. A cancelled option counts for all that it would have made exercisable in the calendar year of its cancellation, and for no later year: an exchange does not free the limit of its own year.',
    "Give all of one holder's incentive stock options under all plans of the company, its parent and subsidiaries. `schedules` is a column like `shares`, or one cell for all. Rows without grant date and shares are skipped.",
  ],
  parameters: [
    required('grantDates', LINE, 'Column with the grant date of each option.'),
    required('shares', LINE, 'Column with the number of shares of each option, whole.'),
    required('marketValues', LINE, 'Column with the market value of one share of stock on the grant date.'),
    required(
      'schedules',
      LINE,
      'Column with the vesting schedule of each option, or one cell for all of them.',
    ),
    optional(
      'cancellationDates',
      LINE,
      'Column with the date on which each option was cancelled; blank where it was not.',
    ),
    optional('limit', LIMIT, 'Limit per calendar year. 100,000 if left out.'),
  ],
  result: {
    type: 'any',
    columns: [
      { header: 'Grant', format: 'count' },
      { header: 'Year' },
      { header: 'Shares', format: 'count' },
      { header: 'ISO', format: 'count' },
      { header: 'NSO', format: 'count' },
    ],
    headed: true,
    description: 'A table: Grant (1 is the first row), Year, Shares, ISO, NSO.',
  },
  examples: [
    {
      arguments: ['1995-03-06', 12500, 50, '40% at 1 year, 20% at 2 years, 20% at 3 years, 20% at 4 years'],
      result: [
        ['Grant', 'Year', 'Shares', 'ISO', 'NSO'],
        [1, 1996, 5000, 2000, 3000],
        [1, 1997, 2500, 2000, 500],
        [1, 1998, 2500, 2000, 500],
        [1, 1999, 2500, 2000, 500],
      ],
    },
    {
      arguments: [
        [['2008-03-01'], ['2009-06-01']],
        [[4000], [4000]],
        [[30], [20]],
        '50% at 1 year, 50% at 2 years',
        [['2009-06-01'], [null]],
      ],
      result: [
        ['Grant', 'Year', 'Shares', 'ISO', 'NSO'],
        [1, 2009, 2000, 2000, 0],
        [2, 2010, 2000, 2000, 0],
        [2, 2011, 2000, 2000, 0],
      ],
    },
  ],
  failures: [
    { arguments: ['1995-03-06', [[100], [200]], 50, 'annually over 4 years'] },
    { arguments: ['1995-03-06', 12500, 50, 'yearly-ish'] },
  ],
  source: 'IRC 422(d); Treas. Reg. 1.422-4.',
  body: (grantDates, shares, marketValues, schedules, cancellationDates, limit) => {
    const rows = [...shares.keys()].filter(
      (row) => !(isZeroOrBlank(grantDates[row]) && isZeroOrBlank(shares[row])),
    );
    const grants = grantsOf(rows, grantDates, shares, marketValues, schedules, cancellationDates);
    return isoSplit(grants, limit).map((line) => [
      (rows[line.grant] ?? 0) + 1,
      line.year,
      line.shares,
      line.iso,
      line.nso,
    ]);
  },
});

/** The rows as the domain takes them. */
function grantsOf(
  rows: readonly number[],
  grantDates: Cells,
  shares: Cells,
  marketValues: Cells,
  schedules: Cells,
  cancellationDates?: Cells,
): IsoGrant[] {
  sameLength('grantDates', grantDates, 'shares', shares);
  sameLength('marketValues', marketValues, 'shares', shares);
  if (schedules.length !== 1) sameLength('schedules', schedules, 'shares', shares);
  if (cancellationDates !== undefined) sameLength('cancellationDates', cancellationDates, 'shares', shares);
  return rows.map((row) => ({
    grantDate: dateIn('grantDates', grantDates, row),
    shares: readShares(shares[row], `shares in row ${row + 1}`),
    marketValue: valueIn(marketValues, row),
    schedule: scheduleIn(schedules, schedules.length === 1 ? 0 : row),
    cancellationDate:
      cancellationDates === undefined || isZeroOrBlank(cancellationDates[row])
        ? undefined
        : dateIn('cancellationDates', cancellationDates, row),
  }));
}

/** No stock under an incentive stock option is worth nothing: a 0 is an empty cell. */
function valueIn(cells: Cells, row: number): number {
  const name = `marketValues in row ${row + 1}`;
  refuseError(cells[row], name);
  if (cells[row] === 0 || isBlank(cells[row]))
    throw badValue(say`${name} is missing: give the value of one share of stock on the grant date.`);
  return readAmount(cells[row], name);
}
