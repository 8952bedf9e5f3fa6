/**
 * The same figures by our functions and by LibreOffice's native formulas, cell by cell: what an auditor would rebuild
 * with EDATE, ROUNDDOWN, SUMPRODUCT and NORM.S.DIST.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formula } from '../formula.ts';
import { needs } from '../tools.ts';
import { calculateInLibreOffice, letters, type NativeCell } from './calculate-in-libreoffice.ts';

interface Figure {
  readonly subject: string;
  /** What an analyst would type without Regrant. */
  readonly native: string;
  readonly ours: number;
  /** By how much the two may differ, as a fraction: 0 for counts and dates. */
  readonly tolerance: number;
}

const figures: Figure[] = [];
const number = (name: string, ...given: readonly unknown[]): number => Number(formula(name, ...given));
const rowsOf = (name: string, ...given: readonly unknown[]): number[][] =>
  (formula(name, ...given) as number[][]).slice(1);

const draws = <T>(arbitrary: fc.Arbitrary<T>, count: number): T[] => fc.sample(arbitrary, { numRuns: count });

const shares = fc.integer({ min: 1, max: 2_000_000 });
const day = fc.integer({ min: 36526, max: 46000 });
const price = fc.integer({ min: 1, max: 12_000 }).map((cents) => cents / 100);

function exact(subject: string, native: string, ours: number): void {
  figures.push({ subject, native: `=${native}`, ours, tolerance: 0 });
}
function near(subject: string, native: string, ours: number, tolerance = 1e-13): void {
  figures.push({ subject, native: `=${native}`, ours, tolerance });
}
/** A native date as a number. */
const serial = (date: string): string => `${date}-DATE(1899,12,30)`;

for (const [count, fresh, old] of draws(
  fc.tuple(shares, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 })),
  60,
)) {
  const ratio = `${fresh} new for ${old} old`;
  exact(
    `NEWSHARES ${count} at ${ratio}, down`,
    `ROUNDDOWN(${count}*${fresh}/${old},0)`,
    number('NEWSHARES', count, ratio),
  );
  exact(
    `NEWSHARES ${count} at ${ratio}, up`,
    `ROUNDUP(${count}*${fresh}/${old},0)`,
    number('NEWSHARES', count, ratio, 'up'),
  );
  exact(
    `NEWSHARES ${count} at ${ratio}, nearest`,
    `ROUND(${count}*${fresh}/${old},0)`,
    number('NEWSHARES', count, ratio, 'nearest'),
  );
}

for (const [cancelled, months, days] of draws(
  fc.tuple(day, fc.integer({ min: 0, max: 24 }), fc.integer({ min: 0, max: 9 })),
  120,
))
  exact(
    `REGRANTDATE ${cancelled}, ${months} months and ${days} days`,
    serial(`(EDATE(${cancelled},${months})+${days})`),
    number('REGRANTDATE', cancelled, months, days),
  );

/** Federal holidays of 2024 to 2026 on their observed dates, from opm.gov. */
const HOLIDAYS =
  `2024-01-01 2024-01-15 2024-02-19 2024-05-27 2024-06-19 2024-07-04 2024-09-02 2024-10-14 2024-11-11
  2024-11-28 2024-12-25 2025-01-01 2025-01-20 2025-02-17 2025-05-26 2025-06-19 2025-07-04 2025-09-01 2025-10-13
  2025-11-11 2025-11-27 2025-12-25 2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-07-03 2026-09-07
  2026-10-12 2026-11-11 2026-11-26 2026-12-25`
    .split(/\s+/)
    .map((date) => number('REGRANTDATE', date, 0, 0));
for (const start of draws(fc.integer({ min: 45292, max: 46340 }), 100))
  exact(
    `OFFEREND from ${start}`,
    serial(`WORKDAY(${start}-1,20,{${HOLIDAYS.join(';')}})`),
    number('OFFEREND', start),
  );

/** How many of a grid's dates have come, by EDATE. */
const come = (start: number, months: readonly number[], asOf: number): string =>
  months.map((month) => `(EDATE(${start},${month})<=${asOf})`).join('+');
const everyMonth = Array.from({ length: 48 }, (_, i) => i + 1);
const quarters = Array.from({ length: 12 }, (_, i) => 12 + 3 * (i + 1));

for (const [award, start, later] of draws(fc.tuple(shares, day, fc.integer({ min: 0, max: 1700 })), 60)) {
  const asOf = start + later;
  exact(
    `VESTED ${award} from ${start} as of ${asOf}, monthly over 4 years with a 1 year cliff`,
    `IF(${asOf}<EDATE(${start},12),0,ROUNDDOWN(${award}*(${come(start, everyMonth, asOf)})/48,0))`,
    number('VESTED', award, start, 'monthly over 4 years with a 1 year cliff', asOf),
  );
  exact(
    `VESTED ${award} from ${start} as of ${asOf}, a quarter and then quarterly`,
    `ROUNDDOWN(${award}*(12*(EDATE(${start},12)<=${asOf})+3*(${come(start, quarters, asOf)}))/48,0)`,
    number('VESTED', award, start, '25% at 1 year, then the rest quarterly over 3 years', asOf),
  );
}

for (const [award, exercise, market] of draws(fc.tuple(shares, price, price), 60))
  near(
    `GAIN of ${award} at ${exercise} and ${market}`,
    `${award}*MAX(0,${market}-${exercise})`,
    number('GAIN', award, exercise, market),
    1e-11,
  );

for (const [old, fresh, oldPrice, newPrice] of draws(fc.tuple(shares, shares, price, price), 60)) {
  near(
    `INCREMENTALCOST of ${old} at ${oldPrice} for ${fresh} at ${newPrice}`,
    `MAX(0,${fresh}*${newPrice}-${old}*${oldPrice})`,
    number('INCREMENTALCOST', old, oldPrice, fresh, newPrice),
    1e-11,
  );
  if (old > fresh && newPrice < oldPrice)
    near(
      `BREAKEVEN of ${old} at ${oldPrice} and ${fresh} at ${newPrice}`,
      `(${old}*${oldPrice}-${fresh}*${newPrice})/(${old}-${fresh})`,
      number('BREAKEVEN', old, oldPrice, fresh, newPrice),
      1e-11,
    );
}

for (const [award, exercise, fresh, old] of draws(
  fc.tuple(shares, price, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })),
  40,
)) {
  const [row = []] = formula('SPLITSHARES', award, exercise, fresh, old) as number[][];
  exact(
    `SPLITSHARES of ${award}, ${fresh} for ${old}`,
    `ROUNDDOWN(${award}*${fresh}/${old},0)`,
    row[0] ?? NaN,
  );
  near(`SPLITSHARES at ${exercise}, ${fresh} for ${old}`, `${exercise}*${old}/${fresh}`, row[1] ?? NaN);
}

const yearly = fc.integer({ min: 1, max: 1500 });
for (const [s, k, weeks, vol, rate, dividends] of draws(
  fc.tuple(
    price,
    price,
    fc.integer({ min: 1, max: 520 }),
    fc.integer({ min: 10, max: 120 }),
    fc.integer({ min: 0, max: 100 }),
    fc.integer({ min: 0, max: 40 }),
  ),
  80,
)) {
  const [t, v, r, q] = [weeks / 52, vol / 100, rate / 1000, dividends / 1000];
  const ours = number('BLACKSCHOLES', s, k, t, v, r, q);
  // Far out of the money the printed formula subtracts two nearly equal numbers, in LibreOffice as elsewhere.
  if (ours < s / 1000) continue;
  const d1 = `(LN(${s}/${k})+(${r}-${q}+${v}^2/2)*${t})/(${v}*SQRT(${t}))`;
  near(
    `BLACKSCHOLES ${[s, k, t, v, r, q].join(' ')}`,
    `${s}*EXP(-${q}*${t})*NORM.S.DIST(${d1},TRUE())-${k}*EXP(-${r}*${t})*NORM.S.DIST(${d1}-${v}*SQRT(${t}),TRUE())`,
    ours,
    1e-11,
  );
}

const value = fc.integer({ min: 1, max: 500_000 }).map((n) => n / 1e4);
for (const [old, renewed, step] of draws(
  fc.tuple(value, value, fc.constantFrom(0.05, 0.1, 0.25, 0.5, 1)),
  40,
))
  near(
    `NEUTRALRATIO of ${old} and ${renewed} in steps of ${step}`,
    `ROUNDUP(ROUND(${renewed}/${old}/${step},9),0)*${step}`,
    number('NEUTRALRATIO', old, renewed, step),
    1e-14,
  );

const list = (cells: readonly number[]): string => `{${cells.join(';')}}`;
for (const awards of draws(
  fc.array(fc.tuple(shares, value, shares, value), { minLength: 2, maxLength: 5 }),
  30,
)) {
  const columns = [0, 1, 2, 3].map((at) => awards.map((award) => award[at] ?? 0));
  const [old, oldValue, renewed, newValue] = columns.map(list);
  const difference = `${renewed}*${newValue}-${old}*${oldValue}`;
  near(
    `INCREMENTALCOST over ${awards.length} awards, never netted`,
    `SUMPRODUCT((${difference}>0)*(${difference}))`,
    number('INCREMENTALCOST', ...columns.map((cells) => cells.map((cell) => [cell]))),
    1e-12,
  );
}

for (const [cents, start, first, second] of draws(
  fc.tuple(fc.integer({ min: 100, max: 90_000_000 }), day, yearly, yearly),
  40,
)) {
  const cost = cents / 100;
  const end = start + Math.min(first, second);
  const last = start + Math.max(first, second) + 1;
  const years = [12, 24, 36, 48];
  const vested = (asOf: number) => `(${come(start, years, asOf)})/4`;
  const straight = (asOf: number) =>
    `ROUND(${cost}*MAX(MIN(1,(${asOf}+1-${start})/(EDATE(${start},48)-${start})),${vested(asOf)}),2)`;
  const served = (asOf: number, months: number) =>
    `MIN(1,(${asOf}+1-${start})/(EDATE(${start},${months})-${start}))`;
  const graded = (asOf: number) => `ROUND(${cost}/4*(${years.map((m) => served(asOf, m)).join('+')}),2)`;
  const staying = (asOf: number) =>
    `ROUND(${cost}/4*(${years.map((m) => `0.95^${m / 12}*${served(asOf, m)}`).join('+')}),2)`;
  near(
    `EXPENSE of ${cost} from ${start} up to ${end}, graded, 5% leaving a year`,
    staying(end),
    rowsOf('EXPENSE', cost, start, 'annually over 4 years', end, 'graded', 'days', 0.05)[0]?.[2] ?? NaN,
    1e-15,
  );
  for (const [method, native] of [
    ['straight-line', straight],
    ['graded', graded],
  ] as const) {
    const rows = rowsOf('EXPENSE', cost, start, 'annually over 4 years', [[end], [last]], method);
    near(`EXPENSE of ${cost} from ${start} up to ${end}, ${method}`, native(end), rows[0]?.[2] ?? NaN, 1e-15);
    near(
      `EXPENSE of ${cost} from ${start} up to ${last}, ${method}`,
      native(last),
      rows[1]?.[2] ?? NaN,
      1e-15,
    );
    near(
      `EXPENSE of ${cost} from ${start} in the second period, ${method}`,
      `ROUND(${native(last)}-${native(end)},2)`,
      rows[1]?.[1] ?? NaN,
      1e-15,
    );
  }
}

/** Awards in rows of the sheet, with helper columns, for what SUMPRODUCT sums over them. */
const AWARDS = draws(fc.tuple(shares, fc.integer({ min: 37000, max: 38000 })), 40);
const PERIOD_ENDS = [37621, 37986, 38352, 38717, 39082, 39447];
const AWARD_ROWS: NativeCell[][] = AWARDS.map(([award, start]) => [
  award,
  ...PERIOD_ENDS.map((end) => `=0+${come(start, [12, 24, 36, 48], end)}`),
]);

/** A lattice of eight steps in cells, as a textbook draws it. */
const TREE = {
  s: 20,
  k: 22,
  t: 4,
  v: 0.45,
  r: 0.04,
  q: 0.01,
  vest: 1.5,
  multiple: 1.8,
  exit: 0.07,
  steps: 8,
};

function treeRows(firstRow: number): NativeCell[][] {
  const { s, k, t, v, r, q, vest, multiple, exit, steps } = TREE;
  const dt = `(${t}/${steps})`;
  const up = `EXP(${v}*SQRT(${dt}))`;
  const chance = `((EXP((${r}-${q})*${dt})-1/${up})/(${up}-1/${up}))`;
  return Array.from({ length: steps + 1 }, (_, ups) =>
    Array.from({ length: steps + 1 }, (_unused, step): NativeCell => {
      if (ups > step) return null;
      const stock = `(${s}*${up}^${2 * ups - step})`;
      if (step === steps) return `=MAX(0,${stock}-${k})`;
      const [column, row] = [letters(step + 1), firstRow + ups + 1];
      const waiting = `EXP(-${r}*${dt})*(${chance}*${column}${row + 1}+(1-${chance})*${column}${row})`;
      if ((step * t) / steps < vest) return `=${waiting}`;
      const stays = `EXP(-${exit}*${dt})`;
      return `=IF(${stock}>=${multiple}*${k},${stock}-${k},${stays}*(${waiting})+(1-${stays})*MAX(0,${stock}-${k}))`;
    }),
  );
}

describe("LibreOffice's native formulas and our functions", function () {
  needs('soffice');
  let values: readonly (readonly (number | undefined)[])[] = [];
  const treeAt = AWARD_ROWS.length;
  const totalsAt = treeAt + TREE.steps + 1;
  const figuresAt = totalsAt + 1;

  before(() => {
    const last = AWARD_ROWS.length;
    const totals = PERIOD_ENDS.map((_, i) => {
      const column = letters(i + 1);
      return `=SUMPRODUCT(ROUNDDOWN($A$1:$A$${last}*${column}$1:${column}$${last}/4,0))`;
    });
    values = calculateInLibreOffice([
      ...AWARD_ROWS,
      ...treeRows(treeAt),
      totals,
      ...figures.map(({ native }) => [native]),
    ]);
  });

  it(`agree in ${figures.length} figures of one value`, () => {
    assert.ok(figures.length > 800, String(figures.length));
    const different = figures.flatMap(({ subject, native, ours, tolerance }, at) => {
      const theirs = values[figuresAt + at]?.[0];
      const agrees = theirs !== undefined && Math.abs(theirs - ours) <= tolerance * Math.abs(theirs);
      return agrees ? [] : [`${subject}: ${ours}, not ${String(theirs)} by ${native.slice(0, 200)}`];
    });
    assert.deepEqual(different, []);
  });

  it('agree in what vests in each period over forty awards, by SUMPRODUCT', () => {
    const rows = rowsOf(
      'VESTINGTOTALS',
      AWARDS.map(([award]) => [award]),
      AWARDS.map(([, start]) => [start]),
      'annually over 4 years',
      PERIOD_ENDS.map((end) => [end]),
    );
    assert.deepEqual(
      rows.map((row) => row[2]),
      values[totalsAt]?.slice(0, PERIOD_ENDS.length),
    );
  });

  it('agree in the lattice, node by node down to its root', () => {
    const { s, k, t, v, r, q, vest, multiple, exit, steps } = TREE;
    const ours = number('LATTICE', s, k, t, v, r, q, vest, multiple, exit, steps);
    const theirs = values[treeAt]?.[0] ?? NaN;
    assert.ok(Math.abs(ours / theirs - 1) < 1e-12, `${ours}, not ${theirs}`);
  });
});
