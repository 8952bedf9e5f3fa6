/**
 * Calls a second of each custom function through the built bundle, on one core: cold (every call with arguments that
 * were not seen before, where they are parsed) and warm (a column of formulas over one offer's rules); and ledgers of
 * 100,000 grants, ELIGIBLE beside a filter written by hand.
 */
import { performance } from 'node:perf_hooks';
import { runInThisContext } from 'node:vm';
import { excelRuntime } from '../../test/formula.ts';
import { functionsBundle } from './bundle.fixture.ts';
import { CATALOGUE } from './catalogue.ts';

type Report = (name: string, value: number, unit: string, note?: string) => void;
type Body = (...given: readonly unknown[]) => unknown;

/** Long enough to be compiled, short enough for all functions. */
const SECONDS = 0.2;
const TURNS_AT_ONCE = 50;

/** Calls a second, best of three. */
function rate(call: (turn: number) => unknown): number {
  let [best, turn] = [0, 0];
  for (let run = 0; run < 3; run++) {
    const begin = performance.now();
    let calls = 0;
    let elapsed = 0;
    while (elapsed < SECONDS * 1000) {
      for (let i = 0; i < TURNS_AT_ONCE; i++) call(turn++);
      calls += TURNS_AT_ONCE;
      elapsed = performance.now() - begin;
    }
    best = Math.max(best, (calls / elapsed) * 1000);
  }
  return Math.round(best);
}

/** Arguments that no call before had: another figure, another text, another table. */
const FRESH: Readonly<Record<string, (turn: number) => readonly unknown[]>> = {
  ELIGIBLE: (turn) => [HEADERS, [grant(turn)], rulesAbove(turn)],
  REASONS: (turn) => [HEADERS, [grant(turn)], rulesAbove(turn)],
  ELIGIBILITY: (turn) => [[...HEADERS, grant(turn)], rulesAbove(turn)],
  RATIO: (turn) => [
    12,
    [
      ['From', 'New per Old'],
      [10, (turn + 1) / 100],
    ],
  ],
  NEWSHARES: (turn) => [1000, `${turn + 1}:${turn + 3}`],
  REGRANTDATE: (turn) => [20000 + (turn % 60000)],
  OFFEREND: (turn) => [20000 + (turn % 60000)],
  ELECTION: (turn) => [
    'E-7',
    'G-1',
    [
      ['Holder ID', 'Grant ID', 'Action', 'Received'],
      ['E-7', 'ALL', 'Elect', 37000 + turn / 1000],
    ],
  ],
  VESTING: (turn) => [1000, 37823, freshSchedule(turn)],
  VESTED: (turn) => [1000, 37823, freshSchedule(turn), 38500],
  VESTINGTOTALS: (turn) => [[[1000]], [[37823]], freshSchedule(turn), [[38189]]],
  SCHEDULE: (turn) => [freshSchedule(turn)],
  EXERCISEPRICE: (turn) => [
    37823,
    [
      [37822, 1],
      [37823, turn + 1],
    ],
    `${turn + 1}% of close`,
  ],
  SPLITSHARES: (turn) => [1000 + turn, 6 + turn / 100, 1, 3, 'up'],
  MERGERSHARES: (turn) => [1000 + turn, 0.3, turn / 100, 21],
  GAIN: (turn) => [1000 + turn, 6, 7 + turn / 100],
  BREAKEVEN: (turn) => [1000 + turn, 6, 750, 1.5 + (turn % 400) / 100],
  COMPARE: (turn) => [1000 + turn, 6, 750, 1.5, [[2], [6], [10]]],
  BLACKSCHOLES: (turn) => [42 + (turn % 9973) / 100, 40, 0.5, 0.2, 0.1],
  LATTICE: (turn) => [42 + (turn % 9973) / 100, 40, 10, 0.3, 0.05, 0, 3, 2, 0.03],
  INCREMENTALCOST: (turn) => [1000 + turn, 2.35, 750, 4.1 + turn / 100],
  EXPENSE: (turn) => [1000 + turn, 37823, freshSchedule(turn), [[38189], [38554]]],
  NEUTRALRATIO: (turn) => [2.35, 4.1 + turn / 100, 0.25],
  ISOSPLIT: (turn) => [37823, 1000 + turn, 50, freshSchedule(turn)],
  CHECK: (turn) => [[...HEADERS, grant(turn)]],
};

const freshSchedule = (turn: number): string =>
  `monthly over ${(turn % 400) + 12} months with a ${turn % 7919} day cliff`;

const ROWS = 100_000;

const HEADERS = [
  [
    'Holder ID',
    'Grant ID',
    'Country',
    'Role',
    'Status',
    'Grant Date',
    'Exercise Price',
    'Granted',
    'Exercised',
  ],
];
const grant = (i: number): (string | number)[] => [
  i % 9000,
  `G-${i}`,
  i % 11 === 0 ? 'FR' : 'US',
  i % 50 === 0 ? 'Director' : '',
  i % 13 === 0 ? 'Terminated' : 'Active',
  36000 + (i % 1500),
  (i % 900) / 100,
  1000 + i,
  0,
];
const SIX_RULES = [
  ['Field', 'Operator', 'Value'],
  ['Exercise Price', '>', 3.01],
  ['Country', '=', 'US'],
  ['Role', 'not in', 'Director; Executive Officer'],
  ['Status', '=', 'Active'],
  ['Grant Date', '<', '2002-12-31'],
  ['Outstanding', '>=', 100],
];
const rulesAbove = (turn: number) => [
  ['Field', 'Operator', 'Value'],
  ['Exercise Price', '>', turn / 100],
];

/** The six rules as a programmer would write them for this one ledger. */
const filterByHand = (row: readonly unknown[]): boolean =>
  (row[6] as number) > 3.01 &&
  row[2] === 'US' &&
  row[3] !== 'Director' &&
  row[3] !== 'Executive Officer' &&
  row[4] === 'Active' &&
  (row[5] as number) < 37621 &&
  (row[7] as number) - (row[8] as number) >= 100;

const word = (cell: unknown): string => String(cell).trim().toLowerCase();
const above = (cell: unknown, limit: number): boolean =>
  typeof cell === 'number' && Math.round(cell * 1e6) / 1e6 > limit;

/** The same with the care that cells need: other cases, spaces, text where a number is due, computed prices. */
const filterWithCare = (row: readonly unknown[]): boolean =>
  above(row[6], 3.01) &&
  word(row[2]) === 'us' &&
  !['director', 'executive officer'].includes(word(row[3])) &&
  word(row[4]) === 'active' &&
  typeof row[5] === 'number' &&
  Math.floor(row[5]) < 37621 &&
  typeof row[7] === 'number' &&
  row[7] - Number(row[8]) >= 100;

const awards = (): unknown[] => [
  Array.from({ length: ROWS }, (_, i) => [100 + i]),
  Array.from({ length: ROWS }, (_, i) => [37000 + (i % 900)]),
  '50% at 6 months, then 50% monthly over 24 months',
  Array.from({ length: 12 }, (_, i) => [37800 + 91 * i]),
];

/** Milliseconds for something over 100,000 rows, best of five. */
function best(act: () => void): number {
  let least = Infinity;
  for (let run = 0; run < 5; run++) {
    const begin = performance.now();
    act();
    least = Math.min(least, performance.now() - begin);
  }
  return least;
}

const rowsPerSecond = (milliseconds: number): number => Math.round((ROWS / milliseconds) * 1000);

export default async function bench(report: Report): Promise<void> {
  const bodies = new Map<string, Body>();
  Reflect.set(globalThis, 'CustomFunctions', excelRuntime(bodies));
  runInThisContext(await functionsBundle());
  const formula = (name: string, ...given: readonly unknown[]): unknown => bodies.get(name)?.(...given);

  const rows = Array.from({ length: ROWS }, (_, i) => grant(i));
  const asArguments = rows.map((row) => [row]);
  const passing = rows.filter(filterByHand).length;
  const byHand = best(() => void rows.filter(filterByHand));
  const withCare = best(() => void rows.filter(filterWithCare));
  const byFormula = best(() => {
    let eligible = 0;
    for (const row of asArguments) if (formula('ELIGIBLE', HEADERS, row, SIX_RULES) === true) eligible++;
    if (eligible !== passing) throw new Error(`${eligible} are eligible, not ${passing}.`);
  });
  const atOnce = best(() => void formula('ELIGIBILITY', [...HEADERS, ...rows], SIX_RULES));
  report(
    'ELIGIBLE in 100,000 cells, six rules',
    rowsPerSecond(byFormula),
    'rows/s',
    `${passing} are eligible`,
  );
  report('ELIGIBILITY of 100,000 grants, six rules', rowsPerSecond(atOnce), 'rows/s', 'with the reasons');
  report('the same filter written by hand', rowsPerSecond(byHand), 'rows/s', 'without reasons');
  report(
    'the same with the care that cells need',
    rowsPerSecond(withCare),
    'rows/s',
    'case, spaces, types, cents',
  );
  report(
    'ELIGIBLE beside them',
    byFormula / byHand,
    'x by hand',
    `${(byFormula / withCare).toFixed(1)} x with care`,
  );
  report(
    'ELIGIBILITY beside them',
    atOnce / byHand,
    'x by hand',
    `${(atOnce / withCare).toFixed(1)} x with care`,
  );
  const totals = awards();
  report(
    'VESTINGTOTALS of a ledger',
    rowsPerSecond(best(() => void formula('VESTINGTOTALS', ...totals))),
    'rows/s',
    '100,000 grants, 12 periods',
  );
  const ledger = [...HEADERS, ...rows];
  report(
    'CHECK of a ledger',
    rowsPerSecond(best(() => void formula('CHECK', ledger))),
    'rows/s',
    '100,000 grants',
  );

  for (const { name, examples } of CATALOGUE) {
    const given = examples[0]?.arguments ?? [];
    const call = bodies.get(name);
    if (call === undefined) throw new Error(`${name} is not in the bundle.`);
    report(
      `${name}, warm`,
      rate(() => call(...given)),
      'calls/s',
      'the first example of the help',
    );
    const fresh = FRESH[name];
    if (fresh !== undefined)
      report(
        `${name}, cold`,
        rate((turn) => call(...fresh(turn))),
        'calls/s',
        'new arguments each time',
      );
  }
}
