/**
 * Excel on the web hands an empty cell to a function as null; on the desktop it has been 0 (office-js#4702, #5262,
 * #1951). Every argument and every column of a table is left empty here in all the ways that hosts know.
 */
import assert from 'node:assert/strict';
import { FormulaError, formula } from '../../test/formula.ts';
import type { CellValue, Grid } from '../domain/basics/cell.ts';
import { CATALOGUE } from './catalogue.ts';

type Argument = CellValue | Grid;

const PROMISE = '50% at 6 months, then 50% monthly over 24 months';
const LEDGER: Grid = [
  [
    'Holder ID',
    'Grant ID',
    'Country',
    'Hire Date',
    'Grant Date',
    'Expiration Date',
    'Strike',
    'Granted',
    'Exercised',
    'Team',
    'Leave Since',
    'Rating',
  ],
  ['E-7', 'G-1', 'US', 34000, 36892, 40544, 6, 1000, 10, 'Sales', 36000, 3],
  ['E-8', 'G-2', 'US', 35000, 36892, 40544, 7, 500, 20, 'Sales', 36000, 4],
];
const RULES: Grid = [
  ['Field', 'Operator', 'Value', 'Reason', 'Waived for Look-back', 'Where'],
  ['Holder ID', 'is blank', '', 'No holder', 'No', 'Team <> Nobody'],
  ['Grant ID', 'is blank', '', 'No id', 'No', 'Team <> Nobody'],
  ['Country', 'is not blank', '', 'No country', 'No', 'Team <> Nobody'],
  ['Hire Date', '<', 36000, 'Hired late', 'No', 'Team <> Nobody'],
  ['Grant Date', '<', '2002-01-01', 'Granted late', 'No', 'Team <> Nobody'],
  ['Expiration Date', '<', 42000, 'Lives long', 'No', 'Team <> Nobody'],
  ['Strike', '<', 20, 'Above 20', 'No', 'Team <> Nobody'],
  ['Granted', '<', 2000, 'Large', 'No', 'Team <> Nobody'],
  ['Exercised', '<', 100, 'Exercised', 'No', 'Team <> Nobody'],
  ['Team', 'not in', 'Board', 'Board', 'No', 'Team <> Nobody'],
  ['Leave Since', 'is blank', '', 'On leave', 'No', 'Team <> Nobody'],
  ['Rating', '<', 5, 'Rated 5', 'No', 'Team <> Nobody'],
];
/** Those that the first grant passes. */
const PASSED = RULES.filter(([, , , reason]) => !['No holder', 'No id', 'On leave'].includes(String(reason)));
const AS_OF = 37000;

/** A call of each function in which every argument is given, and every table has every column. */
const CALLS: Readonly<Record<string, readonly Argument[]>> = {
  ELIGIBLE: [LEDGER.slice(0, 1), LEDGER.slice(1, 2), PASSED, AS_OF],
  REASONS: [LEDGER.slice(0, 1), LEDGER.slice(1, 2), RULES, AS_OF],
  ELIGIBILITY: [LEDGER, RULES, AS_OF],
  RATIO: [
    16.01,
    [
      ['From', 'To', 'New per Old'],
      [17, 30, 0.25],
      [12.01, 16.5, 0.5],
      [10, 40, 0.75],
    ],
  ],
  NEWSHARES: [1001, 0.75, 'up'],
  REGRANTDATE: ['2003-04-18', 3, 2, 'next business day'],
  OFFEREND: ['2024-01-30', 25],
  ELECTION: [
    'E-7',
    'G-1',
    [
      ['Holder ID', 'Grant ID', 'Action', 'Received'],
      ['E-7', 'G-2', 'Elect', 37636],
      ['E-7', 'G-2', 'Withdraw', 37637],
    ],
    37641,
  ],
  VESTING: [18, 37823, 'annually over 4 years', 38600, 'BACK_LOADED', 38300],
  VESTED: [18, 37823, 'annually over 4 years', 39000, 38600, 'BACK_LOADED', 38300],
  VESTINGTOTALS: [
    [[750], [100]],
    [[37823], [37823]],
    [[PROMISE], [PROMISE]],
    [[38000], [38200]],
    [[38100], [38150]],
    'BACK_LOADED',
  ],
  SCHEDULE: [PROMISE],
  EXERCISEPRICE: [
    37822,
    [
      ['Date', 'Open', 'High', 'Low', 'Close', 'Volume'],
      [37819, 1.15, 1.3, 1.1, 1.2, 100],
      [37820, 1.15, 1.3, 1.1, 1.255, 200],
      [37823, 1.25, 1.4, 1.2, 1.355, 300],
    ],
    'greater of average of high and low and 2-day VWAP',
    'next',
    2,
  ],
  SPLITSHARES: [1000, 5, 1, 3, 'up', 2],
  MERGERSHARES: [1000, 0.3, 2.1, 21, 'up'],
  GAIN: [334, 18, 20],
  BREAKEVEN: [1000, 6, 750, 1.5],
  COMPARE: [1000, 6, 750, 1.5, [[2], [6]]],
  BLACKSCHOLES: [42, 40, 0.5, 0.2, 0.1, 0.02],
  LATTICE: [50, 50, 10, 0.35, 0.05, 0.025, 3, 3, 0.1, 100],
  INCREMENTALCOST: [1000, 2.35, 750, 4.1],
  EXPENSE: [
    3288,
    37986,
    '1/3 at 1 year, 2/3 at 3 years',
    [[38352], [38717], [39082]],
    'graded',
    'months',
    0.05,
  ],
  NEUTRALRATIO: [2.35, 4.2, 0.25],
  ISOSPLIT: [
    [[37823], [37900]],
    [[4000], [4000]],
    [[30], [20]],
    [['50% at 1 year, 50% at 2 years'], ['50% at 1 year, 50% at 2 years']],
    [[38500], [38900]],
    90000,
  ],
  CHECK: [LEDGER],
};

/** Where a 0 is a number like any other, so that a formula must say IF(A1="","",A1) on hosts that turn blanks into 0. */
const ZERO_IS_MEANT = new Set([
  'RATIO exercisePrice',
  // Refused as a ratio of 0, and as missing.
  'RATIO tiers New per Old',
  'NEWSHARES shares',
  'NEWSHARES ratio',
  'REGRANTDATE months',
  'REGRANTDATE days',
  'OFFEREND businessDays',
  'VESTING shares',
  'VESTED shares',
  'VESTINGTOTALS shares',
  'EXERCISEPRICE prices Volume',
  'SPLITSHARES shares',
  'SPLITSHARES price',
  'SPLITSHARES newShares',
  'SPLITSHARES oldShares',
  'MERGERSHARES shares',
  'MERGERSHARES stockPerShare',
  'MERGERSHARES acquirerPrice',
  'GAIN shares',
  'GAIN exercisePrice',
  'GAIN marketPrice',
  'BREAKEVEN oldShares',
  'BREAKEVEN oldPrice',
  'BREAKEVEN newShares',
  'BREAKEVEN newPrice',
  'COMPARE oldShares',
  'COMPARE oldPrice',
  'COMPARE newShares',
  'COMPARE newPrice',
  'COMPARE marketPrices',
  'BLACKSCHOLES stock',
  'BLACKSCHOLES exercise',
  'BLACKSCHOLES years',
  'BLACKSCHOLES volatility',
  'BLACKSCHOLES rate',
  'LATTICE stock',
  'LATTICE exercise',
  'LATTICE years',
  'LATTICE volatility',
  'LATTICE rate',
  'INCREMENTALCOST oldShares',
  'INCREMENTALCOST oldValue',
  'INCREMENTALCOST newShares',
  'INCREMENTALCOST newValue',
  'EXPENSE cost',
  'NEUTRALRATIO oldValue',
  'NEUTRALRATIO newValue',
  'ISOSPLIT shares',
  // Counts, and a column of the ledger's own that a rule compares with a number.
  ...['ELIGIBLE row', 'REASONS row', 'ELIGIBILITY grants'].flatMap((place) =>
    ['Granted', 'Exercised', 'Rating'].map((column) => `${place} ${column}`),
  ),
  // A number to compare with; of a date there is none.
  'ELIGIBLE rules Value',
  'REASONS rules Value',
  'ELIGIBILITY rules Value',
  'CHECK grants Granted',
  // Found as a price of 0 rather than as a missing one.
  'CHECK grants Strike',
]);

interface Place {
  readonly name: string;
  /** The call with the place holding this. */
  readonly holding: (value: unknown) => readonly unknown[];
}

const isGrid = (argument: Argument | undefined): argument is Grid => Array.isArray(argument);

/** The names of a range's columns, for whoever counts cases. */
function headersOf(parameter: string, call: readonly Argument[], grid: Grid): readonly CellValue[] {
  if (parameter === 'row') return isGrid(call[0]) ? (call[0][0] ?? []) : [];
  const [first = []] = grid;
  return first.length > 1 && first.every((cell) => typeof cell === 'string') ? first : [''];
}

function placesIn(name: string, index: number, parameter: string): readonly Place[] {
  const call = CALLS[name] ?? [];
  const argument = call[index];
  const replaced = (value: unknown) => call.map((other, at) => (at === index ? value : other));
  if (!isGrid(argument)) return [{ name: `${name} ${parameter}`, holding: replaced }];
  const first = headersOf(parameter, call, argument)[0] === '' || parameter === 'row' ? 0 : 1;
  if (parameter === 'headers') return [];
  return headersOf(parameter, call, argument).flatMap((header, column) =>
    argument.slice(first).map((_, row): Place => ({
      name: `${name} ${parameter} ${String(header)}`.trim(),
      holding: (value) =>
        replaced(
          argument.map((cells, r) =>
            cells.map((cell, c) => (r === row + first && c === column ? value : cell)),
          ),
        ),
    })),
  );
}

const PLACES = CATALOGUE.flatMap(({ name, parameters }) =>
  parameters.flatMap((parameter, index) => placesIn(name, index, parameter.name)),
);

function outcome(name: string, given: readonly unknown[]): unknown {
  try {
    return formula(name.split(' ')[0] ?? '', ...given);
  } catch (error) {
    if (error instanceof FormulaError) return `${error.code} ${error.message}`;
    throw error;
  }
}

describe('an empty cell', () => {
  it('is tried in every argument of every function', () => {
    for (const { name, parameters } of CATALOGUE)
      assert.equal(CALLS[name]?.length, parameters.length, `${name} needs a call with all its arguments`);
  });

  const differing = new Set<string>();
  for (const name of new Set(PLACES.map((place) => place.name))) {
    const places = PLACES.filter((place) => place.name === name);
    const isMeant = ZERO_IS_MEANT.has(name);
    it(`${name}: is the same as null, as "" and as nothing${isMeant ? '' : ', and as the 0 of some hosts'}`, () => {
      for (const { holding } of places) {
        const empty = outcome(name, holding(null));
        assert.deepEqual(outcome(name, holding('')), empty);
        assert.deepEqual(outcome(name, holding(undefined)), empty);
        const zero = outcome(name, holding(0));
        if (!isMeant) assert.deepEqual(zero, empty);
        else if (JSON.stringify(zero) !== JSON.stringify(empty)) differing.add(name);
      }
    });
  }

  it('is told from a 0 that is meant', () =>
    assert.deepEqual(
      [...ZERO_IS_MEANT].filter((name) => !differing.has(name)),
      [],
    ));

  it('in a header is a column without one', () => {
    const headers = [['Holder ID', 0, 'Strike']];
    const rules: Grid = [
      ['Field', 'Operator', 'Value'],
      ['Strike', '>', 3],
    ];
    assert.equal(formula('ELIGIBLE', headers, [['E-7', 0, 4]], rules), true);
  });

  it('does not end a table: a row of them is passed over', () => {
    const below = (table: Grid): Grid => {
      const [header = [], ...rows] = table;
      return [header, header.map(() => 0), ...rows, header.map(() => 0)];
    };
    const call = (name: string) => [...(CALLS[name] ?? [])];
    for (const [name, index] of [
      ['ELIGIBLE', 2],
      ['RATIO', 1],
      ['ELECTION', 2],
      ['EXERCISEPRICE', 1],
    ] as const) {
      const given = call(name);
      const expected = outcome(name, given);
      given[index] = below(given[index] as Grid);
      assert.deepEqual(outcome(name, given), expected, name);
    }
  });
});

describe('a rule about a date', () => {
  it('has no Value where that is an empty cell, handed over as 0', () => {
    const rules: Grid = [
      ['Field', 'Operator', 'Value'],
      ['Hire Date', '>', 0],
    ];
    assert.match(
      String(outcome('ELIGIBLE', [[['Hire Date']], [[36892]], rules])),
      /^#VALUE! rules cannot be used: The rule on Hire Date has no Value for >/,
    );
  });
});

describe('decimals of 0', () => {
  it('leave the price as computed, and ROUND gives whole dollars', () => {
    const prices = [
      ['Date', 'Close'],
      [37823, 1.255],
    ];
    assert.equal(formula('EXERCISEPRICE', 37823, prices, 'close', 'error', 0), 1.255);
    assert.deepEqual(formula('SPLITSHARES', 100, 2.5, 1, 1, 'down', 0), [[100, 2.5]]);
  });
});
