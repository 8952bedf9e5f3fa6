/**
 * Offers by chance that use many clauses together, as a workbook's cells. Knows what is drawn, and not what a run of it
 * has to show.
 */
import fc from 'fast-check';
import type { CellValue } from '../basics/cell.ts';
import type { OfferSource } from './offer-source.ts';

export type Table = CellValue[][];
export type GeneratedOffer = Readonly<Record<'Ledger' | 'OfferTerms' | 'OfferRules', Table>> &
  Readonly<Record<'OfferRatios' | 'OfferElections' | 'OfferPrices' | 'OfferEvents' | 'OfferPlans', Table>>;

const LEDGER = [
  ...[
    'Holder ID',
    'Holder Name',
    'Country',
    'Termination Date',
    'Grant ID',
    'Plan',
    'Grant Type',
    'Grant Date',
  ],
  ...['Expiration Date', 'Exercise Price', 'Outstanding', 'Exercisable', 'Vesting Schedule', 'Vesting Start'],
];
const RATIOS = [
  ...[
    'Exercise Price From',
    'Exercise Price To',
    'Country',
    'Portion',
    'Choice',
    'And',
    'Old per New',
    'Award',
  ],
  ...['Rounding', 'Round Per', 'Minimum New Shares', 'Minimum Per', 'Below Minimum', 'Cash per Option'],
  ...['Vesting Schedule', 'Term Rule', 'Expire On', 'Premium Price', 'Premium Until', 'New Plan'],
];
const ELECTIONS = ['Holder ID', 'Grant ID', 'Action', 'Received', 'Percent', 'Choice'];

const AWARDS = ['Option', 'SAR', 'RSU', 'Stock', 'Cash', 'Keep', ''];
const SCHEDULES = [
  '',
  'monthly over 2 years with a 1 year cliff',
  'old schedule',
  'old dates + 12 months',
  'old schedule, paused',
  'remaining vesting monthly, at least 1 year',
  '1/3 at 12 months, then 2/3 quarterly over 2 years',
];

const cellsOf = (header: readonly string[], cells: Readonly<Record<string, CellValue>>): CellValue[] =>
  header.map((name) => cells[name] ?? '');

const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values);

const grants = fc.array(
  fc.record({
    holder: fc.integer({ min: 1, max: 6 }),
    price: fc.integer({ min: 150, max: 3000 }),
    shares: fc.integer({ min: 0, max: 5000 }),
    vested: fc.integer({ min: 0, max: 100 }),
    date: oneOf('2004-03-31', '2006-01-31', '2007-08-15', '2008-12-01'),
    type: oneOf('NSO', 'ISO'),
    plan: oneOf('A', 'B'),
  }),
  { minLength: 4, maxLength: 12 },
);

const ratioRow = fc.record({
  'Exercise Price From': oneOf<CellValue>('', 5, 10),
  'Exercise Price To': oneOf<CellValue>('', 20, 25),
  Country: oneOf('', 'US', 'US; DE'),
  Portion: oneOf('', '', 'Vested', 'Unvested'),
  Choice: oneOf('', '', 'Units'),
  And: oneOf('', '', '', 'Yes'),
  'Old per New': oneOf(1, 1.5, 2, 3.7),
  Award: oneOf(...AWARDS),
  Rounding: oneOf('', 'up', 'nearest'),
  'Round Per': oneOf('', 'Holder'),
  'Minimum New Shares': oneOf<CellValue>('', 100),
  'Minimum Per': oneOf('', 'Holder'),
  'Below Minimum': oneOf('', 'cash', 'cash at close', 'reject'),
  'Cash per Option': oneOf(0.37, 1.255),
  'Vesting Schedule': oneOf(...SCHEDULES),
  'Term Rule': oneOf('', 'remaining', 'longer'),
  'Expire On': oneOf('', 'day before'),
  premium: fc.boolean(),
  'New Plan': oneOf('', 'A', 'B'),
});

const election = fc.record({
  grant: fc.nat(11),
  action: oneOf('Elect', 'Elect', 'Elect', 'Withdraw'),
  day: fc.integer({ min: 2, max: 31 }),
  zone: oneOf('-08:00', 'Z'),
  percent: oneOf<CellValue>('', '', '', 50, '37%', 0),
  choice: oneOf('', 'Units'),
});

/** An offer whose elections all come at moments of their own, so that no row order can decide one. */
export const generatedOffer: fc.Arbitrary<GeneratedOffer> = fc
  .record({
    grants,
    rows: fc.array(ratioRow, { minLength: 1, maxLength: 4 }),
    elections: fc.array(election, { minLength: 4, maxLength: 20 }),
    leavers: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 2 }),
    leftOn: oneOf('2009-06-01', '2009-07-15'),
    unit: oneOf('Grant', 'Holder', 'Grant Date; Exercise Price'),
    combine: oneOf('', 'Holder'),
    lookBack: oneOf('', '2008-06-01'),
    split: fc.boolean(),
    rule: oneOf<CellValue[]>(
      ['Exercise Price', '>=', '[Closing Price]', '', '', ''],
      ['Exercise Price', '<=', 25, '', 'Yes', 'Country = US'],
      ['Holder Sum Outstanding', '>', 200, '', '', ''],
      ['Elected Value', '>', 1000, '', '', ''],
      ['Outstanding', '<', 4000, '', 'Only', ''],
    ),
  })
  .map((drawn): GeneratedOffer => ({
    Ledger: [
      LEDGER,
      ...drawn.grants.map(({ holder, price, shares, vested, date, type, plan }, index) =>
        cellsOf(LEDGER, {
          'Holder ID': `H${holder}`,
          'Holder Name': `Holder ${holder}`,
          Country: ['US', 'DE', 'NL'][holder % 3] ?? '',
          'Termination Date': drawn.leavers.includes(holder) ? drawn.leftOn : '',
          'Grant ID': `G${index}`,
          Plan: plan,
          'Grant Type': type,
          'Grant Date': date,
          'Expiration Date': '2015-12-31',
          'Exercise Price': price / 100,
          Outstanding: shares,
          Exercisable: Math.floor((shares * vested) / 100),
          'Vesting Schedule': 'monthly over 4 years with a 1 year cliff',
          'Vesting Start': date,
        }),
      ),
    ],
    OfferTerms: [
      ['Term', 'Value', 'Note'],
      ...Object.entries({
        'Commencement Date': '2009-06-01',
        'Expiration Date': '2009-06-30T21:00',
        'Time Zone': 'America/Los_Angeles',
        'New Grant Date': '2009-08-03',
        'Vesting Schedule': 'annually over 3 years',
        'Election Unit': drawn.unit,
        'Combine Per': drawn.combine,
        'Look-back From': drawn.lookBack,
        'New Grant ID': '{Old Grant ID}-R',
      }).map(([term, value]) => [term, value, '']),
    ],
    OfferRules: [['Field', 'Operator', 'Value', 'Reason', 'Waived for Look-back', 'Where'], drawn.rule],
    OfferRatios: [
      RATIOS,
      ...drawn.rows.map(({ premium, ...row }) =>
        cellsOf(RATIOS, {
          ...row,
          ...(premium ? { 'Premium Price': '[Exercise Price]', 'Premium Until': '2010-01-01' } : {}),
        }),
      ),
      cellsOf(RATIOS, { 'Old per New': 2 }),
    ],
    OfferElections: [
      ELECTIONS,
      ...drawn.elections.map(({ grant, action, day, zone, percent, choice }, index) => {
        const at = grant % drawn.grants.length;
        const date = day > 30 ? '2009-07-01' : `2009-06-${String(day).padStart(2, '0')}`;
        return cellsOf(ELECTIONS, {
          'Holder ID': `H${drawn.grants[at]?.holder ?? 0}`,
          'Grant ID': `G${at}`,
          Action: action,
          Received: `${date}T12:${String(index + 10)}${zone}`,
          Percent: drawn.unit === 'Grant' ? percent : '',
          Choice: choice,
        });
      }),
    ],
    OfferPrices: [
      ['Date', 'Close'],
      ['2009-07-31', 4.1],
      ['2009-08-03', 4.25],
    ],
    OfferEvents: [
      ['Date', 'Event', 'New Shares', 'Old Shares', 'Rounding'],
      ...(drawn.split ? [['2009-07-20', 'Split', 3, 2, 'down']] : []),
    ],
    OfferPlans: [
      ['Plan', 'Authorised', 'Available', 'Recycles'],
      ['A', 1000000, 500000, 'Yes'],
      ['B', 1000000, 500000, ''],
    ],
  }));

/** The offer's cells as a shell hands them over, each table on a sheet of its name. */
export function sourceOf(offer: GeneratedOffer): OfferSource {
  const entries = Object.entries(offer);
  return {
    date1904: false,
    sheets: entries.map(([sheet, values]) => ({ sheet, row: 1, column: 1, values })),
    tables: entries
      .filter(([name]) => name !== 'Ledger')
      .map(([name, values]) => ({
        ...{ name, sheet: name, row: 1, column: 1, rowCount: values.length },
        columnCount: values[0]?.length ?? 0,
      })),
  };
}
