/** Vesting as formulas: each is one call of the vesting room. */
import { isEmptyRow, readShares } from '../domain/basics/cell.ts';
import { printSchedule } from '../domain/vesting/print-schedule.ts';
import { vest, vestedOn } from '../domain/vesting/vest.ts';
import { type VestingGrants, vestingTotals } from '../domain/vesting/vesting-totals.ts';
import { type Cells, dateIn, isZeroOrBlank, sameLength, scheduleIn } from './columns.ts';
import { declare, optional, required, type ResultColumn } from './declaration.ts';
import { ALLOCATION, DATE, DATES, LINE, SCHEDULE_TEXT, SHARES } from './kinds.ts';

const SCHEDULE_DESCRIPTION =
  'Vesting schedule in words, such as "50% at 6 months, then 50% monthly over 24 months" or "monthly over 4 years with a 1 year cliff".';

const AWARD = [
  required('shares', SHARES, 'Number of shares of the award, whole.'),
  required('start', DATE, 'Date from which vesting is counted.'),
  required('schedule', SCHEDULE_TEXT, SCHEDULE_DESCRIPTION),
] as const;

const OPTIONS = [
  optional(
    'terminationDate',
    DATE,
    'Last day of service, if it has ended: nothing vests after it. A date equal to it still vests.',
  ),
  optional(
    'allocation',
    ALLOCATION,
    'How whole shares are spread over the dates: CUMULATIVE_ROUND_DOWN (default), CUMULATIVE_ROUNDING, FRONT_LOADED, BACK_LOADED, FRONT_LOADED_TO_SINGLE_TRANCHE, BACK_LOADED_TO_SINGLE_TRANCHE or FRACTIONAL.',
  ),
  optional(
    'grantDate',
    DATE,
    'Grant date: every earlier vesting date moves to it, before shares are allocated.',
  ),
] as const;

const ALLOCATION_RULES =
  '18 shares in 4 equal tranches give 4-5-4-5 (`CUMULATIVE_ROUND_DOWN`, default), 5-4-5-4 (`CUMULATIVE_ROUNDING`), 5-5-4-4 (`FRONT_LOADED`), 4-4-5-5 (`BACK_LOADED`), 6-4-4-4 (`FRONT_LOADED_TO_SINGLE_TRANCHE`), 4-4-4-6 (`BACK_LOADED_TO_SINGLE_TRANCHE`) and 4.5 each (`FRACTIONAL`). The loaded types allocate what a cliff withholds installment by installment, and on unequal dates they round each down and give what is left, a share each, to the first or last dates that have a fraction.';

/** The reference offer's promise. */
const PROMISE = '50% at 6 months, then 50% monthly over 24 months';

const VESTING_TABLE: readonly ResultColumn[] = [
  { header: 'Date', format: 'date' },
  { header: 'Shares', format: 'count' },
  { header: 'Cumulative', format: 'count' },
  { header: 'Percent', format: 'percent' },
];

export const VESTING = declare({
  name: 'VESTING',
  section: 'Vesting schedules',
  description:
    'The vesting table of an award: every date on which shares vest, with shares, cumulative shares and percent.',
  rules: [ALLOCATION_RULES, '`Percent` is the cumulative shares over the award, as a fraction.'],
  parameters: [...AWARD, ...OPTIONS],
  result: {
    type: 'any',
    columns: VESTING_TABLE,
    headed: true,
    description: 'A table: Date, Shares, Cumulative, Percent.',
  },
  examples: [
    {
      arguments: [18, '2003-07-21', 'annually over 4 years'],
      result: [
        ['Date', 'Shares', 'Cumulative', 'Percent'],
        [38189, 4, 4, 4 / 18],
        [38554, 5, 9, 0.5],
        [38919, 4, 13, 13 / 18],
        [39284, 5, 18, 1],
      ],
    },
  ],
  failures: [{ arguments: [18, '2003-07-21', 'anually over 4 years'] }],
  body: (shares, start, schedule, terminationDate, allocation, grantDate) =>
    vest(schedule, shares, start, { terminationDate, allocation, grantDate }).map((vesting) => [
      vesting.date,
      vesting.shares,
      vesting.cumulative,
      vesting.cumulative / shares,
    ]),
});

export const VESTED = declare({
  name: 'VESTED',
  section: 'Vesting schedules',
  description: 'The number of shares of an award that have vested on or before a date.',
  rules: [ALLOCATION_RULES],
  parameters: [
    ...AWARD,
    required('asOf', DATE, 'Date up to which vesting is counted, itself included.'),
    ...OPTIONS,
  ],
  result: { type: 'number', format: 'count', description: 'Shares vested.' },
  examples: [
    { arguments: [750, '2003-07-21', PROMISE, '2004-01-20'], result: 0 },
    { arguments: [750, '2003-07-21', PROMISE, '2004-01-21'], result: 375 },
    { arguments: [750, '2003-07-21', PROMISE, '2004-02-21'], result: 390 },
    { arguments: [750, '2003-07-21', PROMISE, '2006-01-21'], result: 750 },
  ],
  failures: [
    { arguments: [18, '2003-07-21', '20% every 6 months over 30 months', '2004-01-21'] },
    {
      arguments: [18, '2003-07-21', 'annually over 4 years', '2004-01-21', null, 'FRONT LOAD'],
      written: '18, "2003-07-21", "annually over 4 years", "2004-01-21", , "FRONT LOAD"',
    },
  ],
  body: (shares, start, schedule, asOf, terminationDate, allocation, grantDate) =>
    vestedOn(schedule, shares, start, asOf, { terminationDate, allocation, grantDate }),
});

export const VESTINGTOTALS = declare({
  name: 'VESTINGTOTALS',
  section: 'Vesting schedules',
  description: 'The shares that vest in each period over many grants, such as by quarter.',
  rules: [
    'What vests after the previous period end, up to and including this one; the first period takes everything before it.',
    '`shares`, `starts`, `terminationDates` and `schedules` are columns of one length, or `schedules` is one cell for all. Rows without shares and start are skipped.',
    '`periodEnds` ascend. `terminationDates` are blank where service has not ended.',
  ],
  parameters: [
    required('shares', LINE, 'Column with the number of shares of each award.'),
    required('starts', LINE, 'Column with the date from which the vesting of each award is counted.'),
    required(
      'schedules',
      LINE,
      'Column with the vesting schedule of each award, or one cell for all of them.',
    ),
    required('periodEnds', DATES, 'Last days of the periods, in ascending order, such as quarter ends.'),
    optional(
      'terminationDates',
      LINE,
      'Column with the last day of service of each holder; blank where it has not ended.',
    ),
    OPTIONS[1],
  ],
  result: {
    type: 'any',
    columns: [
      { header: 'Period End', format: 'date' },
      { header: 'Vested', format: 'count' },
      { header: 'Cumulative', format: 'count' },
    ],
    headed: true,
    description: 'A table: Period End, Vested, Cumulative.',
  },
  examples: [
    {
      arguments: [
        [[750], [100]],
        [['2003-07-21'], ['2003-07-21']],
        [[PROMISE], ['25% at grant, then the rest annually over 3 years']],
        [['2003-12-31'], ['2004-03-31']],
      ],
      result: [
        ['Period End', 'Vested', 'Cumulative'],
        [37986, 25, 25],
        [38077, 406, 431],
      ],
    },
  ],
  failures: [
    { arguments: [[[750], [100]], [['2003-07-21']], PROMISE, '2003-12-31'] },
    { arguments: [[[750]], [['2003-07-21']], PROMISE, [['2003-12-31'], ['2003-09-30']]] },
  ],
  body: (shares, starts, schedules, periodEnds, terminationDates, allocation) => {
    const grants = grantsOf(shares, starts, schedules, terminationDates);
    let cumulative = 0;
    return vestingTotals(grants, periodEnds, allocation).map((vested, period) => [
      periodEnds[period],
      vested,
      (cumulative += vested),
    ]);
  },
});

/** The columns as the domain takes them, without the rows that hold no grant. */
function grantsOf(shares: Cells, starts: Cells, schedules: Cells, terminationDates?: Cells): VestingGrants {
  sameLength('starts', starts, 'shares', shares);
  if (schedules.length !== 1) sameLength('schedules', schedules, 'shares', shares);
  if (terminationDates !== undefined) sameLength('terminationDates', terminationDates, 'shares', shares);
  const rows = [...shares.keys()].filter((row) => !isEmptyRow([shares[row], starts[row]]));
  return {
    shares: rows.map((row) => readShares(shares[row], `shares in row ${row + 1}`)),
    starts: rows.map((row) => dateIn('starts', starts, row)),
    schedules: rows.map((row) => scheduleIn(schedules, schedules.length === 1 ? 0 : row)),
    terminationDates:
      terminationDates &&
      rows.map((row) =>
        isZeroOrBlank(terminationDates[row]) ? undefined : dateIn('terminationDates', terminationDates, row),
      ),
  };
}

export const SCHEDULE = declare({
  name: 'SCHEDULE',
  section: 'Vesting schedules',
  description: 'A vesting schedule in canonical words, to check that its text is understood as meant.',
  rules: [
    'The words parse to the same meaning and give themselves again. Text that is not a schedule is `#VALUE!`, with a message that points at the offending word.',
    "Vestlang's statements, such as `VEST OVER 48 months EVERY 1 month CLIFF 12 months`, are understood too.",
  ],
  parameters: [required('schedule', SCHEDULE_TEXT, SCHEDULE_DESCRIPTION)],
  result: { type: 'string', description: 'The schedule in canonical words.' },
  examples: [
    {
      arguments: ['50% at 6 MONTHS then 50% monthly over 2 years'],
      result: '50% at 6 months, then 50% monthly over 2 years',
    },
  ],
  failures: [{ arguments: ['monthly over 4 yeers'] }, { arguments: ['20% every 6 months over 30 months'] }],
  body: printSchedule,
});
