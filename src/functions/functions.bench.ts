/**
 * Calls a second of each custom function as Excel would make them, cold (every call with arguments not seen before,
 * where they are parsed) and warm (a column of formulas over one offer's rules), on one core.
 */
import { performance } from 'node:perf_hooks';
import { formula } from '../../test/formula.ts';
import { CATALOGUE } from './catalogue.ts';

type Report = (name: string, value: number, unit: string, note?: string) => void;

/** Long enough to be compiled, short enough for eighteen functions. */
const SECONDS = 0.25;

/** Calls a second, best of three. */
function rate(call: (turn: number) => unknown): number {
  let [best, turn] = [0, 0];
  for (let run = 0; run < 3; run++) {
    const begin = performance.now();
    let calls = 0;
    let elapsed = 0;
    while (elapsed < SECONDS * 1000) {
      for (let i = 0; i < 200; i++) call(turn++);
      calls += 200;
      elapsed = performance.now() - begin;
    }
    best = Math.max(best, (calls / elapsed) * 1000);
  }
  return Math.round(best);
}

/** Arguments that no call before had, for the functions that read text or tables. */
const FRESH: Readonly<Record<string, (turn: number) => readonly unknown[]>> = {
  NEWSHARES: (turn) => [1000, `${turn + 1}:${turn + 3}`],
  VESTED: (turn) => [
    1000,
    37823,
    `monthly over ${(turn % 400) + 12} months with a ${turn % 7919} day cliff`,
    38500,
  ],
  SCHEDULE: (turn) => [`${turn + 1} days`.replace(/^/, 'after ')],
  RATIO: (turn) => [
    12,
    [
      ['From', 'New per Old'],
      [10, (turn + 1) / 100],
    ],
  ],
  EXERCISEPRICE: (turn) => [
    37823,
    [
      [37822, 1],
      [37823, turn + 1],
    ],
    `${turn + 1}% of close`,
  ],
  REGRANTDATE: (turn) => [20000 + (turn % 60000)],
  OFFEREND: (turn) => [20000 + (turn % 60000)],
};

/** One call makes the same arguments again and again from the example: what a column of formulas does. */
export default function bench(report: Report): Promise<void> {
  for (const { name, examples } of CATALOGUE) {
    const given = examples[0]?.arguments ?? [];
    report(
      `${name}, warm`,
      rate(() => formula(name, ...given)),
      'calls/s',
      'the first example of the help',
    );
    const fresh = FRESH[name];
    if (fresh !== undefined)
      report(
        `${name}, cold`,
        rate((turn) => formula(name, ...fresh(turn))),
        'calls/s',
        'new arguments each time',
      );
  }
  report(
    'ELIGIBILITY of a ledger',
    rowsPerSecond('ELIGIBILITY', [ledger(), RULES]),
    'rows/s',
    '100,000 grants',
  );
  report('VESTINGTOTALS of a ledger', rowsPerSecond('VESTINGTOTALS', awards()), 'rows/s', '100,000 grants');
  return Promise.resolve();
}

const ROWS = 100_000;

const rowsPerSecond = (name: string, given: readonly unknown[]): number => {
  let best = Infinity;
  for (let run = 0; run < 3; run++) {
    const begin = performance.now();
    formula(name, ...given);
    best = Math.min(best, performance.now() - begin);
  }
  return Math.round((ROWS / best) * 1000);
};

const RULES = [
  ['Field', 'Operator', 'Value'],
  ['Exercise Price', '>', 3.01],
  ['Country', '=', 'US'],
  ['Role', 'not in', 'Director; Executive Officer'],
];

const ledger = (): unknown[][] => [
  ['Holder ID', 'Grant ID', 'Country', 'Role', 'Exercise Price', 'Granted', 'Exercised'],
  ...Array.from({ length: ROWS }, (_, i) => [
    i % 9000,
    `G-${i}`,
    i % 11 === 0 ? 'FR' : 'US',
    i % 50 === 0 ? 'Director' : '',
    (i % 900) / 100,
    1000 + i,
    0,
  ]),
];

const awards = (): unknown[] => [
  Array.from({ length: ROWS }, (_, i) => [100 + i]),
  Array.from({ length: ROWS }, (_, i) => [37000 + (i % 900)]),
  '50% at 6 months, then 50% monthly over 24 months',
  Array.from({ length: 12 }, (_, i) => [37800 + 91 * i]),
];
