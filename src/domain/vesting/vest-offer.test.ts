import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'mocha';
import { Temporal } from 'temporal-polyfill';
import { type Day, dayOf, formatDay, parseMoment } from '../basics/day.ts';
import { RegrantError } from '../basics/error.ts';
import { ALLOCATIONS, CUMULATIVE_ROUND_DOWN, parseAllocation } from './allocation.ts';
import { parseOfferSchedule, printOfferSchedule } from './offer-schedule.ts';
import { type ExchangedParts, type OldAward, scheduledVestedPart } from './old-tranches.ts';
import { parseSchedule } from './parse-schedule.ts';
import { type NewAward, vestOfferSchedule } from './vest-offer.ts';

const day = (text: string): Day => parseMoment(text) ?? NaN;

/** 100 shares monthly over 48 months from 2007-09-09; an exchange of 2009-01-09 for 80 new ones. */
const OLD: OldAward = {
  schedule: parseSchedule('monthly over 48 months'),
  start: day('2007-09-09'),
  outstanding: 100,
  exercised: 0,
};
const NEW: NewAward = {
  shares: 80,
  cancellationDate: day('2009-01-09'),
  grantDate: day('2009-01-09'),
};

const rows = (text: string, award: Partial<NewAward> = {}, old: Partial<OldAward> = {}): string[] =>
  vestOfferSchedule(parseOfferSchedule(text), { ...NEW, ...award }, { ...OLD, ...old }).map(
    ({ date, shares }) => `${formatDay(date)} ${shares}`,
  );

const vestedBy = (text: string, date: string, award: Partial<NewAward> = {}, old: Partial<OldAward> = {}) =>
  vestOfferSchedule(parseOfferSchedule(text), { ...NEW, ...award }, { ...OLD, ...old })
    .filter((row) => row.date <= day(date))
    .at(-1)?.cumulative ?? 0;

const fails = (run: () => unknown, message: RegExp): void =>
  assert.throws(run, (error) => {
    assert.ok(error instanceof RegrantError, String(error));
    assert.match(error.message, message);
    return true;
  });

test('the old schedule goes on as if never cancelled: what it carries up to the new grant vests at grant', () => {
  const all = rows('old schedule');
  assert.deepEqual(all.slice(0, 2), ['2009-01-09 26', '2009-02-09 2']);
  assert.equal(all.at(-1), '2011-09-09 2');
  assert.equal(all.length, 33);
  // Exactly: 80 x 15/48 is 25, not the 24 that 31 of 100 would make.
  assert.equal(vestedBy('old schedule', '2008-12-31', { grantDate: day('2008-12-09') }), 25);
});

test('exercised shares come off the earliest dates', () => {
  // 96 in all, 2 a month: 20 exercised are the first 10 months; at month 16, 12 of 76 have vested.
  const exercised = { outstanding: 76, exercised: 20, schedule: parseSchedule('monthly over 48 months') };
  assert.deepEqual(rows('old schedule', { shares: 38 }, exercised).slice(0, 2), [
    '2009-01-09 6',
    '2009-02-09 1',
  ]);
  assert.deepEqual(rows('old dates + 12 months', { shares: 38 }, exercised).slice(0, 2), [
    '2009-08-09 1',
    '2009-09-09 1',
  ]);
  // More than has vested: the dates to come are taken too.
  const early = { outstanding: 10, exercised: 86 };
  assert.equal(rows('old schedule', { shares: 10 }, early)[0], '2011-05-09 2');
});

test('old dates move by the duration, and earlier ones vest on the given date', () => {
  const text = 'old dates + 12 months, not before 2009-09-09';
  assert.deepEqual(rows(text).slice(0, 3), ['2009-09-09 20', '2009-10-09 1', '2009-11-09 2']);
  assert.equal(rows(text).at(-1), '2012-09-09 2');
  const relative = 'old dates + 1 year, not before cancellation + 1 year';
  assert.equal(rows(relative)[0], '2010-01-09 26');
  const granted = { grantDate: day('2009-07-10') };
  assert.equal(rows('old dates + 1 year, not before new grant date + 1 year', granted)[0], '2010-07-10 36');
  assert.equal(rows('old dates + 30 days, not before new grant date', granted)[0], '2009-07-10 35');
  // No date comes before the grant.
  assert.equal(rows('old dates + 1 month', granted)[0], '2009-07-10 35');
  assert.equal(rows('old schedule, not before cancellation + 1 year')[0], '2010-01-09 46');
});

test('a paused clock stands still from the cancellation to the new grant', () => {
  const gap = { cancellationDate: day('2009-01-09'), grantDate: day('2009-07-10') };
  const paused = rows('old schedule, paused', gap);
  // 182 days: 2009-02-09 becomes 2009-08-10.
  assert.deepEqual(paused.slice(0, 3), ['2009-07-10 26', '2009-08-10 2', '2009-09-07 2']);
  assert.equal(paused.at(-1), '2012-03-09 2');
  assert.deepEqual(rows('old schedule, paused'), rows('old schedule'));
});

test('remaining vesting runs over the months that were left, rounded up to whole steps, and no fewer than given', () => {
  // 32 months left on 2009-01-09; on 2009-01-08 a day more, which makes 33.
  assert.equal(rows('remaining vesting monthly, at least 1 year').length, 32);
  assert.equal(rows('remaining vesting monthly').at(-1), '2011-09-09 3');
  assert.equal(rows('remaining vesting monthly', { cancellationDate: day('2009-01-08') }).length, 33);
  assert.equal(rows('remaining vesting quarterly').at(-1), '2011-10-09 8');
  assert.deepEqual(rows('remaining vesting annually'), ['2010-01-09 26', '2011-01-09 27', '2012-01-09 27']);
  assert.equal(rows('remaining vesting monthly, at least 4 years').length, 48);
  assert.deepEqual(rows('remaining vesting annually, at least 18 months', {}, { start: day('2000-01-01') }), [
    '2010-01-09 40',
    '2011-01-09 40',
  ]);
  assert.deepEqual(rows('remaining vesting monthly', {}, { start: day('2000-01-01') }), ['2009-01-09 80']);
  assert.equal(
    rows('remaining vesting every 6 months', { grantDate: day('2009-08-31') })[0],
    '2010-02-28 13',
  );
});

test('a part has only its own dates: the earliest tranches up to the size of the vested part are its', () => {
  const part = (vestedPart: number, vested: number, unvested: number): { parts: ExchangedParts } => ({
    parts: { vestedPart, vested, unvested },
  });
  // 33 1/3 of 100 have vested by month 16; the vested part is 33, which takes that date whole.
  assert.equal(scheduledVestedPart(OLD, NEW.cancellationDate), 33);
  assert.deepEqual(rows('old schedule', { shares: 33, ...part(33, 33, 0) }), ['2009-01-09 33']);
  const unvested = rows('old schedule', { shares: 64, ...part(33, 0, 67) });
  assert.deepEqual([unvested.length, unvested[0], unvested.at(-1)], [32, '2009-02-09 2', '2011-09-09 2']);
  // A ledger that counts otherwise: 50 are the first 24 months.
  assert.equal(rows('old schedule', { shares: 50, ...part(50, 50, 0) }).at(-1), '2009-09-09 3');
  assert.equal(rows('old schedule', { shares: 50, ...part(50, 0, 50) })[0], '2009-10-09 2');
  assert.equal(rows('remaining vesting monthly', { shares: 33, ...part(33, 33, 0) })[0], '2009-01-09 33');
  assert.equal(rows('remaining vesting monthly', { shares: 67, ...part(33, 0, 67) }).length, 32);
});

test('where some shares of each part stay with the old award, its dates are scaled to the others', () => {
  const half = { shares: 50, parts: { vestedPart: 33, vested: 16, unvested: 34 } };
  assert.equal(rows('old schedule', half)[0], '2009-01-09 16');
  assert.equal(vestedBy('old schedule', '2010-05-09', half), 33);
  // All of both parts is the whole grant, on exact portions: 80 x 16/48 is 26 2/3, where 33 of 100 would make 26.4.
  const whole = { parts: { vestedPart: 33, vested: 33, unvested: 67 } };
  assert.deepEqual(rows('old schedule', whole), rows('old schedule'));
});

test('later dates move to the expiration, where the terms say so', () => {
  const expires = { expirationDate: day('2010-01-01') };
  assert.deepEqual(rows('annually over 4 years, not after expiration', expires), ['2010-01-01 80']);
  assert.equal(rows('old schedule, not after expiration', expires).at(-1), '2010-01-01 35');
  assert.equal(
    rows('remaining vesting monthly, at least 1 year, not after expiration', expires).at(-1),
    '2010-01-01 53',
  );
  fails(() => rows('old schedule, not after expiration'), /the new award has no Expiration Date/);
  fails(() => rows('annually over 4 years, not after expiration'), /the new award has no Expiration Date/);
});

test("a schedule of the offer's own is counted from the new grant date, and earlier dates move to it", () => {
  assert.deepEqual(rows('50% on 2008-01-01, 50% at 1 year'), ['2009-01-09 40', '2010-01-09 40']);
});

test('the old award may count shares, have fixed dates, and its new one any allocation', () => {
  const old = { schedule: parseSchedule('40 shares on 2008-01-01, the rest annually over 3 years') };
  assert.deepEqual(rows('old schedule', {}, old), ['2009-01-09 48', '2009-09-09 16', '2010-09-09 16']);
  const four = { schedule: parseSchedule('annually over 4 years') };
  const allocated = (name: string) =>
    rows('old dates + 2 years', { shares: 18, allocation: parseAllocation(name) }, four).map((row) =>
      row.slice(11),
    );
  assert.deepEqual(allocated('front loaded'), ['5', '5', '4', '4']);
  assert.deepEqual(allocated('back loaded to single tranche'), ['4', '4', '4', '6']);
  assert.deepEqual(allocated('fractional'), ['4.5', '4.5', '4.5', '4.5']);
  assert.deepEqual(rows('old dates + 2 years', { terminationDate: day('2011-09-09') }, four), [
    '2010-09-09 20',
    '2011-09-09 20',
  ]);
});

test('what cannot be carried on is refused with what would be right', () => {
  fails(() => vestOfferSchedule(parseOfferSchedule('old schedule'), NEW), /give its Vesting Schedule/);
  fails(
    () => rows('old schedule', {}, { schedule: parseSchedule('200 shares at grant, the rest at 1 year') }),
    /counts 200 shares, more than the award of 100/,
  );
  for (const [text, message] of [
    ['50% at grant, then old schedule', /"old schedule" carries the whole award on.*write it alone/],
    ['old schedule, then 50% at 1 year', /", paused", ", not before" and a date/],
    ['old scedule', /"scedule"/],
    ['old schedule, pausd', /did you mean "paused"/],
    ['old dates, paused', /"paused"/],
    ['old dates + 12', /days, weeks, months, quarters or years/],
    ['old dates, not before 1 year', /"cancellation \+ 1 year" or "new grant date \+ 1 year"/],
    ['remaining vesting', /how often is expected here/],
    ['remaining vesting weekly', /counted in months/],
    ['remaining vesting monthly, at least 30 days', /counted in months/],
    ['monthly over 4 yeers, not after expiration', /"yeers".*did you mean "years"/],
  ] as const)
    fails(() => parseOfferSchedule(text), message);
});

test('the words print as themselves, however they were typed', () => {
  const spellings: [string, string][] = [
    ['Old Schedule', 'old schedule'],
    ['old vesting schedule; paused', 'old schedule, paused'],
    ['old dates', 'old schedule'],
    ['OLD DATES + 12m NOT BEFORE 2009-09-09', 'old dates + 12 months, not before 2009-09-09'],
    [
      'old dates plus 1 year, not before the cancellation date + 1 year',
      'old dates + 1 year, not before cancellation + 1 year',
    ],
    ['old dates + 1 year, not before grant', 'old dates + 1 year, not before new grant date'],
    ['remaining vesting every month at least 1y', 'remaining vesting monthly, at least 1 year'],
    [
      'remaining vesting every 6 months, not after the expiration date.',
      'remaining vesting every 6 months, not after expiration',
    ],
    ['annually over 4 years not after expiration', 'annually over 4 years, not after expiration'],
  ];
  for (const [text, expected] of spellings) {
    assert.equal(printOfferSchedule(parseOfferSchedule(text)), expected, text);
    assert.equal(printOfferSchedule(parseOfferSchedule(expected)), expected);
  }
});

const EPOCH = Temporal.PlainDate.from('1899-12-30');
const dateOf = (serial: Day) => EPOCH.add({ days: serial });
const serialOf = (date: Temporal.PlainDate) => EPOCH.until(date, { largestUnit: 'day' }).days;

test('carried-on schedules vest as a plain reading with whole numbers says', () => {
  const anyDay = fc.integer({ min: dayOf(2005, 1, 1), max: dayOf(2012, 12, 31) });
  const award = fc.oneof(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 2 ** 50, max: 2 ** 52 }));
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom(1, 3, 12),
      award,
      fc.nat(),
      fc.integer({ min: 1, max: 2 ** 53 }),
      fc.tuple(anyDay, anyDay, fc.nat({ max: 400 })),
      fc.constantFrom('old schedule', 'old schedule, paused', 'old dates + 7 months'),
      (count, step, outstanding, used, shares, [start, cancellationDate, wait], text) => {
        const exercised = used % (outstanding + 1);
        const grantDate = cancellationDate + wait;
        const schedule = parseSchedule(`every ${step} months for ${count} installments`);
        const got = vestOfferSchedule(
          parseOfferSchedule(text),
          { shares, cancellationDate, grantDate },
          { schedule, start, outstanding, exercised },
        );
        // Each date has 1/count of all; in units of that, the exercised shares are taken off from the front.
        const total = BigInt(outstanding + exercised);
        const byDay = new Map<Day, bigint>();
        for (let i = 1; i <= count; i++) {
          const old = dateOf(start).add({ months: step * i });
          const [before, after] = [i - 1, i].map((n) => {
            const sum = total * BigInt(n) - BigInt(exercised) * BigInt(count);
            return sum > 0n ? sum : 0n;
          }) as [bigint, bigint];
          const moved =
            text === 'old dates + 7 months'
              ? serialOf(old.add({ months: 7 }))
              : text === 'old schedule' || serialOf(old) <= cancellationDate
                ? serialOf(old)
                : serialOf(old) + wait;
          const on = Math.max(moved, grantDate);
          byDay.set(on, (byDay.get(on) ?? 0n) + after - before);
        }
        let [sum, vested] = [0n, 0n];
        const expected: string[] = [];
        for (const [on, units] of [...byDay].sort(([a], [b]) => a - b)) {
          sum += units;
          const now = (BigInt(shares) * sum) / (BigInt(outstanding) * BigInt(count));
          if (now > vested) expected.push(`${formatDay(on)} ${now - vested}`);
          vested = now;
        }
        assert.deepEqual(
          got.map((row) => `${formatDay(row.date)} ${row.shares}`),
          expected,
        );
        assert.equal(vested, BigInt(shares));
      },
    ),
    { numRuns: 2000 },
  );
});

test('every allocation of every part gives all new shares, none of them negative', () => {
  const parts = fc.tuple(
    fc.nat({ max: 300 }),
    fc.nat({ max: 300 }),
    fc.nat({ max: 300 }),
    fc.nat({ max: 300 }),
  );
  const texts = fc.constantFrom(
    'old schedule',
    'old dates + 1 year, not before cancellation + 1 year',
    'remaining vesting quarterly, at least 1 year',
  );
  fc.assert(
    fc.property(
      texts,
      parts,
      fc.nat({ max: 200 }),
      fc.constantFrom(...ALLOCATIONS),
      (text, sizes, exercised, allocation) => {
        const [vestedPart, v, unvestedPart, u] = sizes;
        const [vested, unvested] = [Math.min(v, vestedPart), Math.min(u, unvestedPart)];
        if (vested + unvested === 0) return;
        const got = vestOfferSchedule(
          parseOfferSchedule(text),
          { ...NEW, allocation, shares: 77, parts: { vestedPart, vested, unvested } },
          { ...OLD, outstanding: vestedPart + unvestedPart, exercised },
        );
        assert.equal(got.at(-1)?.cumulative, 77);
        assert.ok(got.every((row) => row.shares > 0 && row.date >= NEW.grantDate));
        if (allocation === CUMULATIVE_ROUND_DOWN) assert.ok(got.every((row) => Number.isInteger(row.shares)));
      },
    ),
    { numRuns: 2000 },
  );
});
