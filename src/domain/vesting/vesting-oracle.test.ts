/**
 * Vesting against a second, plain reading of the rules: Temporal for the calendar, whole fractions for every
 * date, no compiled plan. Random schedules go through print and parse on the way.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'mocha';
import { Temporal } from 'temporal-polyfill';
import { dayOf, formatDay } from '../basics/day.ts';
import { Fraction } from '../basics/fraction.ts';
import { type Allocation, ALLOCATIONS, FRACTIONAL } from './allocation.ts';
import { daysIn, type Duration, monthsIn } from './duration.ts';
import { parseSchedule } from './parse-schedule.ts';
import { planOf } from './plan.ts';
import { printSchedule } from './print-schedule.ts';
import type { Cliff, Part, Schedule, Timing } from './schedule.ts';
import { vest, vestedOn, vestInto } from './vest.ts';

type PlainDate = Temporal.PlainDate;

const EPOCH = Temporal.PlainDate.from('1899-12-30');
const dateOf = (day: number): PlainDate => EPOCH.add({ days: day });
const dayFrom = (date: PlainDate): number => EPOCH.until(date, { largestUnit: 'day' }).days;
const laterOf = (a: PlainDate, b: PlainDate): PlainDate => (Temporal.PlainDate.compare(a, b) < 0 ? b : a);

/** A date some time after another, in the month reached on the chain's day. */
function after(from: PlainDate, span: Duration, times: number, chainDay: number): PlainDate {
  const months = monthsIn(span) * times;
  if (months === 0) return from.add({ days: daysIn(span) * times });
  return from.toPlainYearMonth().add({ months }).toPlainDate({ day: chainDay });
}

/** A date, what it carries of the award exactly, and the date on which that would vest without its part's cliff. */
interface Tranche {
  readonly date: PlainDate;
  readonly carried: Fraction;
  readonly accrued: PlainDate;
}

/** Every installment in the order of the parts. */
function installments(schedule: Schedule, award: Fraction, startDay: number): Tranche[] {
  const start = dateOf(startDay);
  let [last, chainDay] = [start, start.day];
  const all: Tranche[] = [];
  let rest = award;
  for (const { portion } of schedule.parts) {
    if (portion.kind === 'fraction') rest = rest.minus(award.times(portion.fraction));
    if (portion.kind === 'shares') rest = rest.minus(Fraction.of(portion.count));
  }
  for (const { portion, timing, chained, dayOfMonth } of schedule.parts) {
    const ruled = (date: PlainDate) => (dayOfMonth === undefined ? date : date.with({ day: dayOfMonth }));
    const chains = chained && timing.kind !== 'at';
    const from = chains ? last : start;
    if (!chains) chainDay = start.day;
    const dates: PlainDate[] = [];
    const accrued: PlainDate[] = [];
    if (timing.kind === 'on') {
      const date = dateOf(timing.date);
      chainDay = date.day;
      dates.push(ruled(date));
    } else if (timing.kind === 'every') {
      const { cliff } = timing;
      const cliffDate =
        cliff && ruled(cliff.kind === 'on' ? dateOf(cliff.date) : after(from, cliff.duration, 1, chainDay));
      for (let i = 1; i <= timing.count; i++) {
        const date = ruled(after(from, timing.period, i, chainDay));
        accrued.push(date);
        dates.push(cliffDate ? laterOf(date, cliffDate) : date);
      }
    } else dates.push(ruled(after(from, timing.duration, 1, chainDay)));
    last = dates[dates.length - 1] ?? last;
    const whole =
      portion.kind === 'rest'
        ? rest
        : portion.kind === 'shares'
          ? Fraction.of(portion.count)
          : award.times(portion.fraction);
    dates.forEach((date, i) => {
      const carried = whole.dividedBy(Fraction.of(dates.length));
      all.push({ date, carried, accrued: accrued[i] ?? date });
    });
  }
  return all;
}

/**
 * Days in order with what each carries, those before a late grant date moved to it. Where a cliff's installments are
 * allocated one by one, those that accrue on different days stay apart, in the order in which they accrue.
 */
function merged(all: readonly Tranche[], apart: boolean, grantDate = 0): [number, Fraction][] {
  const moved = (date: PlainDate) => Math.max(dayFrom(date), grantDate);
  const byKey = new Map<string, { day: number; accrued: number; carried: Fraction }>();
  for (const tranche of all) {
    const day = moved(tranche.date);
    const accrued = apart ? moved(tranche.accrued) : day;
    const carried = (byKey.get(`${day} ${accrued}`)?.carried ?? Fraction.ZERO).plus(tranche.carried);
    byKey.set(`${day} ${accrued}`, { day, accrued, carried });
  }
  return [...byKey.values()]
    .sort((a, b) => a.accrued - b.accrued || a.day - b.day)
    .map(({ day, carried }) => [day, carried]);
}

/** The shares of each day, in date order. */
function gathered(days: readonly [number, Fraction][], shares: readonly number[]): [number, number][] {
  const byDay = new Map<number, number>();
  days.forEach(([day], i) => byDay.set(day, (byDay.get(day) ?? 0) + (shares[i] ?? 0)));
  return [...byDay].sort(([a], [b]) => a - b);
}

const floor = (fraction: Fraction): number => Number(fraction.numerator / fraction.denominator);
const HALF = Fraction.of(1, 2);

/** The cumulative and fractional types by the book; the loaded ones where all tranches are equal. */
function allocated(portions: readonly Fraction[], { name }: Allocation): number[] {
  const sums = portions.map((_, i) => portions.slice(0, i + 1).reduce((a, b) => a.plus(b), Fraction.ZERO));
  if (name === 'FRACTIONAL') return portions.map((portion) => portion.toNumber());
  if (name.startsWith('CUMULATIVE')) {
    const vested = sums.map((sum) => floor(name === 'CUMULATIVE_ROUNDING' ? sum.plus(HALF) : sum));
    return vested.map((sum, i) => sum - (vested[i - 1] ?? 0));
  }
  const shares = portions.map(floor);
  let left = floor(sums.at(-1) ?? Fraction.ZERO) - shares.reduce((a, b) => a + b, 0);
  const order = name.startsWith('BACK')
    ? portions.map((_, i) => portions.length - 1 - i)
    : portions.map((_, i) => i);
  if (name.endsWith('SINGLE_TRANCHE')) {
    const one = order[0];
    if (one !== undefined) shares[one] = (shares[one] ?? 0) + left;
    return shares;
  }
  for (const i of order) {
    if (left === 0 || portions[i]?.denominator === 1n) continue;
    shares[i] = (shares[i] ?? 0) + 1;
    left--;
  }
  return shares;
}

const duration = (most: number, units: readonly Duration['unit'][]) =>
  fc.record({ count: fc.integer({ min: 0, max: most }), unit: fc.constantFrom(...units) });
const anyDuration = duration(30, ['day', 'week', 'month', 'quarter', 'year']);
const anyDate = fc.integer({ min: dayOf(2000, 1, 1), max: dayOf(2012, 12, 31) });
const cliff: fc.Arbitrary<Cliff> = fc.oneof(
  { weight: 3, arbitrary: anyDuration.map((span): Cliff => ({ kind: 'after', duration: span })) },
  { weight: 1, arbitrary: anyDate.map((date): Cliff => ({ kind: 'on', date })) },
);
const every: fc.Arbitrary<Timing> = fc
  .tuple(
    fc.constantFrom<Duration[]>(
      { count: 1, unit: 'month' },
      { count: 1, unit: 'quarter' },
      { count: 2, unit: 'week' },
      { count: 1, unit: 'day' },
      { count: 5, unit: 'month' },
      { count: 1, unit: 'year' },
    ),
    fc.integer({ min: 1, max: 14 }),
    fc.option(cliff, { nil: undefined }),
  )
  .map(([period, count, held]): Timing => {
    const over = { count: period.count * count, unit: period.unit };
    return { kind: 'every', period, over, count, ...(held === undefined ? {} : { cliff: held }) };
  });
const timing: fc.Arbitrary<Timing> = fc.oneof(
  every,
  every,
  anyDuration.map((span): Timing => ({ kind: 'at', duration: span })),
  anyDuration.map((span): Timing => ({ kind: 'after', duration: span })),
  anyDate.map((date): Timing => ({ kind: 'on', date })),
);

/** Schedules of up to four parts, whose weights make up the award. */
const anySchedule: fc.Arbitrary<Schedule> = fc
  .array(
    fc.record({
      chained: fc.boolean(),
      timing,
      dayOfMonth: fc.option(fc.integer({ min: 1, max: 31 }), { nil: undefined, freq: 3 }),
      weight: fc.nat({ max: 9 }),
      portion: fc.constantFrom('fraction', 'fraction', 'fraction', 'shares', 'rest'),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((drafts) => {
    const total = drafts.reduce((sum, { weight }) => sum + weight, 0) || 1;
    // One part takes what the others leave.
    const restAt = Math.max(
      0,
      drafts.findIndex(({ portion }) => portion === 'rest'),
    );
    const hasRest = drafts.some(({ portion }) => portion === 'rest' || portion === 'shares');
    const parts = drafts.map(({ chained, weight, portion, dayOfMonth, ...rest }, index): Part => {
      const share: Part['portion'] =
        hasRest && index === restAt
          ? { kind: 'rest' }
          : portion === 'shares'
            ? { kind: 'shares', count: weight }
            : { kind: 'fraction', fraction: Fraction.of(weight, hasRest ? 2 * total : total) };
      const part = { chained: index > 0 && chained, portion: share, timing: rest.timing };
      return dayOfMonth === undefined ? part : { ...part, dayOfMonth };
    });
    const sum = parts.reduce(
      (all, { portion }) => (portion.kind === 'fraction' ? all.plus(portion.fraction) : all),
      Fraction.ZERO,
    );
    const short = !hasRest && !sum.equals(Fraction.ONE);
    return short
      ? { parts: parts.map((part, i) => (i === 0 ? { ...part, portion: { kind: 'rest' } } : part)) }
      : { parts };
  });

const anyAward = fc.oneof(
  fc.integer({ min: 80, max: 5000 }),
  fc.integer({ min: 2 ** 52, max: 2 ** 53 }),
  fc.integer({ min: 80, max: 200 }),
);
const anyStart = fc.oneof(
  fc.integer({ min: dayOf(2000, 1, 1), max: dayOf(2010, 12, 31) }),
  fc.constantFrom(dayOf(2003, 1, 31), dayOf(2004, 2, 29), dayOf(2003, 12, 31), dayOf(2005, 8, 30)),
);
const anyAllocation = fc.constantFrom(...ALLOCATIONS);
const isPlain = ({ parts }: Schedule) =>
  parts.every(
    ({ portion }) =>
      portion.kind !== 'shares' && !(portion.kind === 'fraction' && portion.fraction.numerator === 0n),
  );

test('random schedules vest as a plain reading of the rules says, in every allocation', () => {
  fc.assert(
    fc.property(
      anySchedule,
      anyAward,
      anyStart,
      anyAllocation,
      fc.option(fc.integer({ min: -200, max: 2000 }), { nil: undefined }),
      (drafted, award, start, allocation, wait) => {
        // What a single tranche takes where shares are counted is a rule of its own, tested by name.
        if (allocation.name.endsWith('SINGLE_TRANCHE') && !isPlain(drafted)) return;
        const grantDate = wait === undefined ? undefined : start + wait;
        const schedule = parseSchedule(printSchedule(drafted));
        const loaded = allocation.name.includes('LOADED');
        const days = merged(installments(drafted, Fraction.of(award), start), loaded, grantDate);
        const vesting = days.filter(
          ([, carried]) => carried.numerator > 0n || allocation.name.endsWith('TRANCHE'),
        );
        const shares = allocated(
          vesting.map(([, carried]) => carried),
          allocation,
        );
        const expected = gathered(vesting, shares);
        const options = { allocation, grantDate };
        const rows = vest(schedule, award, start, options);
        const exact = allocation !== FRACTIONAL || award < 10_000;
        if (exact && allocation !== FRACTIONAL)
          assert.deepEqual(
            rows.map((row) => `${formatDay(row.date)} ${row.shares}`),
            expected.filter(([, count]) => count > 0).map(([day, count]) => `${formatDay(day)} ${count}`),
            printSchedule(drafted),
          );
        else
          rows.forEach((row, i) => {
            const [, want = NaN] = expected.filter(([, count]) => count > 0)[i] ?? [];
            assert.ok(Math.abs(row.shares - want) <= 4 * Number.EPSILON * award, printSchedule(drafted));
          });
      },
    ),
    { numRuns: 5000 },
  );
});

test('every allocation adds up to the award, and no date vests less than nothing', () => {
  fc.assert(
    fc.property(anySchedule, anyAward, anyStart, anyAllocation, (schedule, award, start, allocation) => {
      const rows = vest(schedule, award, start, { allocation });
      assert.equal(rows.at(-1)?.cumulative, award);
      let before = -Infinity;
      let sum = 0n;
      for (const row of rows) {
        assert.ok(row.shares > 0);
        assert.ok(row.date > before);
        before = row.date;
        if (allocation === FRACTIONAL) continue;
        sum += BigInt(row.shares);
        assert.equal(BigInt(row.cumulative), sum);
      }
      if (allocation !== FRACTIONAL) assert.equal(sum, BigInt(award));
    }),
    { numRuns: 3000 },
  );
});

test('what has vested on a day is the running sum of the rows, and never falls', () => {
  const anyDay = fc.integer({ min: dayOf(1999, 1, 1), max: dayOf(2060, 1, 1) });
  const options = fc.record({
    allocation: anyAllocation,
    terminationDate: fc.option(anyDay, { nil: undefined }),
    grantDate: fc.option(anyDay, { nil: undefined }),
  });
  fc.assert(
    fc.property(
      anySchedule,
      anyAward,
      anyStart,
      options,
      anyDay,
      anyDay,
      (schedule, award, start, given, a, b) => {
        const rows = vest(schedule, award, start, given);
        const on = (day: number) => vestedOn(schedule, award, start, day, given);
        for (const day of [a, b, ...rows.map((row) => row.date)])
          assert.equal(on(day), rows.filter((row) => row.date <= day).at(-1)?.cumulative ?? 0);
        assert.ok(on(Math.min(a, b)) <= on(Math.max(a, b)));
      },
    ),
    { numRuns: 2000 },
  );
});

test('arrays of the caller are filled with the rows', () => {
  fc.assert(
    fc.property(anySchedule, anyAward, anyStart, anyAllocation, (schedule, award, start, allocation) => {
      const plan = planOf(schedule);
      const [dates, shares]: [number[], number[]] = [[], []];
      const count = vestInto(plan, award, start, { allocation }, dates, shares);
      const rows = vest(schedule, award, start, { allocation });
      assert.deepEqual(
        dates.slice(0, count),
        rows.map((row) => row.date),
      );
      assert.deepEqual(
        shares.slice(0, count),
        rows.map((row) => row.shares),
      );
      assert.ok(count <= plan.size);
    }),
    { numRuns: 1000 },
  );
});

test('the canonical words parse to the same meaning and print themselves again', () => {
  fc.assert(
    fc.property(anySchedule, anyStart, (schedule, start) => {
      const words = printSchedule(schedule);
      const parsed = parseSchedule(words);
      assert.equal(printSchedule(parsed), words);
      assert.deepEqual(vest(parsed, 5040, start), vest(schedule, 5040, start), words);
    }),
    { numRuns: 3000 },
  );
});

test('a monthly date stands on the day of the vesting start or on the last day of its month', () => {
  fc.assert(
    fc.property(anyStart, fc.integer({ min: 1, max: 120 }), (start, months) => {
      const ownDay = dateOf(start).day;
      for (const { date } of vest(parseSchedule(`monthly over ${months} months`), months, start)) {
        const { day, daysInMonth } = dateOf(date);
        assert.equal(day, Math.min(ownDay, daysInMonth));
      }
    }),
    { numRuns: 500 },
  );
});
