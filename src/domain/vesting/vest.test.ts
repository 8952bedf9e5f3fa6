import assert from 'node:assert/strict';
import { test } from 'mocha';
import { type Day, formatDay, parseMoment } from '../basics/day.ts';
import { RegrantError } from '../basics/error.ts';
import { FRACTIONAL, parseAllocation } from './allocation.ts';
import { parseSchedule } from './parse-schedule.ts';
import { planOf } from './plan.ts';
import { vest, vestedOn, vestInto, type VestingOptions } from './vest.ts';

const day = (text: string): Day => {
  const moment = parseMoment(text);
  assert.ok(moment !== undefined);
  return moment;
};

/** `2004-01-21 375` for each date. */
const rows = (text: string, shares: number, start: string, options: VestingOptions = {}): string[] =>
  vest(parseSchedule(text), shares, day(start), options).map((row) => `${formatDay(row.date)} ${row.shares}`);

const dates = (text: string, start: string, options: VestingOptions = {}): string[] =>
  vest(parseSchedule(text), 1_000_000, day(start), options).map((row) => formatDay(row.date));

const shares = (text: string, award: number, start: string, options: VestingOptions = {}): number[] =>
  vest(parseSchedule(text), award, day(start), options).map((row) => row.shares);

/** Lantronix, offer to exchange of 2002: new options of 2003-07-21. */
const REFERENCE = '50% at 6 months, then 50% monthly over 24 months';

test('a new grant of 750 in the reference offer vests half at six months and the rest on 24 monthly dates', () => {
  // offers/lantronix-2002.json, ltrx-7
  const vesting = vest(parseSchedule(REFERENCE), 750, day('2003-07-21'));
  assert.equal(vesting.length, 25);
  assert.deepEqual(
    vesting.slice(0, 3).map((row) => [formatDay(row.date), row.shares, row.cumulative]),
    [
      ['2004-01-21', 375, 375],
      ['2004-02-21', 15, 390],
      ['2004-03-21', 16, 406],
    ],
  );
  assert.equal(formatDay(vesting[24]!.date), '2006-01-21');
  assert.equal(vesting[24]!.cumulative, 750);
});

test('of 750, 0 / 375 / 390 / 750 have vested by the dates that functions.md names', () => {
  const vested = (asOf: string) => vestedOn(parseSchedule(REFERENCE), 750, day('2003-07-21'), day(asOf));
  assert.deepEqual(['2004-01-20', '2004-01-21', '2004-02-21', '2006-01-21'].map(vested), [0, 375, 390, 750]);
  assert.equal(vested('2050-01-01'), 750);
  assert.equal(vested('1999-01-01'), 0);
});

test('schedules of other offers vest as their filings say', () => {
  // agilent-2003 a-3
  assert.deepEqual(rows('50% on 2004-12-22, 50% on 2005-12-22', 40, '2003-12-22'), [
    '2004-12-22 20',
    '2005-12-22 20',
  ]);
  // apple-2003 aapl-4
  assert.deepEqual(dates('50% at 1 year, 50% at 2 years', '2003-10-20'), ['2004-10-20', '2005-10-20']);
  // castlight-2016 cslt-1
  assert.deepEqual(shares('monthly over 5 years', 6000, '2016-01-15'), Array<number>(60).fill(100));
  // lucent-2002 lu-5: a fraction of a share rounds down and is added to the next instalment
  assert.deepEqual(shares('every 6 months over 30 months', 123, '2002-11-25'), [24, 25, 24, 25, 25]);
  // rambus-2012 rmbs-3
  const rambus = rows('1/3 at 1 year, then 2/3 monthly over 2 years', 3600, '2012-06-22');
  assert.deepEqual([rambus[0], rambus[1], rambus.length], ['2013-06-22 1200', '2013-07-22 100', 25]);
  // vmware-2008 vmw-1
  const vmware = rows('monthly over 4 years with a 1 year cliff', 4800, '2008-09-10');
  assert.deepEqual(
    [vmware[0], vmware[1], vmware.at(-1)],
    ['2009-09-10 1200', '2009-10-10 100', '2012-09-10 100'],
  );
  // edison-international-2001 eix-1
  assert.deepEqual(rows('annually over 4 years', 400, '2001-11-29'), [
    '2002-11-29 100',
    '2003-11-29 100',
    '2004-11-29 100',
    '2005-11-29 100',
  ]);
  // atmel-2009 atml-1: the first instalment on the vesting start itself
  const atmel = rows('1/48 at grant, then 47/48 monthly over 47 months', 4800, '2009-09-15');
  assert.deepEqual(
    [atmel[0], atmel[1], atmel.at(-1)],
    ['2009-09-15 100', '2009-10-15 100', '2013-08-15 100'],
  );
  // extreme-networks-2003: 25% at grant, the remaining 75% in 24 monthly parts
  assert.deepEqual(shares('25% at grant, then 75% monthly over 24 months', 3200, '2003-09-04'), [
    800,
    ...Array<number>(24).fill(100),
  ]);
});

test('the examples of the grammar vest as it says', () => {
  const cliff = rows('monthly over 4 years with a 1 year cliff', 4800, '2003-07-21');
  assert.equal(cliff.length, 37);
  assert.deepEqual(cliff.slice(0, 2), ['2004-07-21 1200', '2004-08-21 100']);
  assert.deepEqual(rows('25% at 1 year, then the rest monthly over 36 months', 4800, '2003-07-21'), cliff);
  assert.deepEqual(rows('VEST OVER 48 months EVERY 1 month CLIFF 12 months', 4800, '2003-07-21'), cliff);
  const quarterly = rows('25% at grant, then 75% quarterly over 3 years', 4800, '2003-07-21');
  assert.deepEqual([quarterly.length, ...quarterly.slice(0, 2)], [13, '2003-07-21 1200', '2003-10-21 300']);
  const monthEnd = rows(
    '1/3 at 12 months, then 2/3 monthly over 24 months on the last day',
    3600,
    '2003-07-21',
  );
  assert.deepEqual(monthEnd.slice(0, 3), ['2004-07-21 1200', '2004-08-31 100', '2004-09-30 100']);
  assert.equal(monthEnd.at(-1), '2006-07-31 100');
  assert.deepEqual(rows('100 shares at grant, then the rest annually over 2 years', 1001, '2003-07-21'), [
    '2003-07-21 100',
    '2004-07-21 450',
    '2005-07-21 451',
  ]);
});

test('a month step keeps the day of the vesting start and never drifts from a shorter month', () => {
  assert.deepEqual(dates('monthly over 4 months', '2003-12-31'), [
    '2004-01-31',
    '2004-02-29',
    '2004-03-31',
    '2004-04-30',
  ]);
  assert.deepEqual(dates('25% at 1 month, then 75% monthly over 3 months', '2003-01-31'), [
    '2003-02-28',
    '2003-03-31',
    '2003-04-30',
    '2003-05-31',
  ]);
  assert.deepEqual(dates('annually over 4 years', '2004-02-29'), [
    '2005-02-28',
    '2006-02-28',
    '2007-02-28',
    '2008-02-29',
  ]);
});

test('so too after a part in days: from 31 January, 30 days, then 30 April, 31 May, 30 June', () => {
  assert.deepEqual(dates('25% at 30 days, then 75% monthly over 3 months', '2005-01-31'), [
    '2005-03-02',
    '2005-04-30',
    '2005-05-31',
    '2005-06-30',
  ]);
  assert.deepEqual(dates('50% at 1 month, then 50% every 10 days for 2 installments', '2005-01-31'), [
    '2005-02-28',
    '2005-03-10',
    '2005-03-20',
  ]);
});

test("after an on date, that date's day of the month counts, until a part counts from the start again", () => {
  assert.deepEqual(
    dates('10% on 2004-12-31, then 45% monthly over 2 months, then 45% monthly over 2 months', '2003-07-21'),
    ['2004-12-31', '2005-01-31', '2005-02-28', '2005-03-31', '2005-04-30'],
  );
  assert.deepEqual(dates('50% on 2004-12-31, then 25% at 2 years, then 25% after 1 month', '2003-07-21'), [
    '2004-12-31',
    '2005-07-21',
    '2005-08-21',
  ]);
});

test('then follows the part before; and, commas and semicolons start from the vesting start, after included', () => {
  assert.deepEqual(dates('25% at 1 year, 25% at 3 years then 50% annually over 2 years', '2003-07-21'), [
    '2004-07-21',
    '2006-07-21',
    '2007-07-21',
    '2008-07-21',
  ]);
  assert.deepEqual(dates('50% at 2 years; 50% after 1 year', '2003-07-21'), ['2004-07-21', '2005-07-21']);
  assert.deepEqual(dates('50% at 2 years, then 50% after 1 year', '2003-07-21'), [
    '2005-07-21',
    '2006-07-21',
  ]);
  assert.deepEqual(dates('50% at 2 years, then 50% at 1 year', '2003-07-21'), ['2004-07-21', '2005-07-21']);
  assert.deepEqual(rows('50% annually over 2 years and 50% every 6 months over 1 year', 400, '2003-07-21'), [
    '2004-01-21 100',
    '2004-07-21 200',
    '2005-07-21 100',
  ]);
});

test('a cliff withholds what would vest before it, and only that', () => {
  assert.deepEqual(rows('monthly over 6 months with a 3 month cliff', 600, '2003-07-21'), [
    '2003-10-21 300',
    '2003-11-21 100',
    '2003-12-21 100',
    '2004-01-21 100',
  ]);
  // Between two installments, in days, and past the last one.
  assert.deepEqual(rows('annually over 3 years with an 18 month cliff', 300, '2003-07-21'), [
    '2005-01-21 100',
    '2005-07-21 100',
    '2006-07-21 100',
  ]);
  assert.deepEqual(rows('monthly over 3 months with a 45 day cliff', 300, '2003-07-21'), [
    '2003-09-04 100',
    '2003-09-21 100',
    '2003-10-21 100',
  ]);
  assert.deepEqual(rows('monthly over 3 months with a 1 year cliff', 300, '2003-07-21'), ['2004-07-21 300']);
  assert.deepEqual(rows('monthly over 3 months with a cliff on 2003-09-30', 300, '2003-07-21'), [
    '2003-09-30 200',
    '2003-10-21 100',
  ]);
});

test('a cliff counts from where its own part starts, and a part after it from its last date', () => {
  assert.deepEqual(
    rows('50% at 1 year, then 50% monthly over 4 months with a 2 month cliff', 800, '2003-07-21'),
    ['2004-07-21 400', '2004-09-21 200', '2004-10-21 100', '2004-11-21 100'],
  );
  assert.deepEqual(
    dates('50% monthly over 3 months with a 6 month cliff, then 50% after 1 month', '2003-07-31'),
    ['2004-01-31', '2004-02-29'],
  );
});

test("a cliff's date stands under the part's day rule", () => {
  assert.deepEqual(rows('monthly over 4 months with a 2 month cliff on the last day', 400, '2003-07-21'), [
    '2003-09-30 200',
    '2003-10-31 100',
    '2003-11-30 100',
  ]);
  assert.deepEqual(rows('monthly over 3 months with a 45 day cliff on the 1st', 300, '2003-07-21'), [
    '2003-09-01 200',
    '2003-10-01 100',
  ]);
});

test('a day rule replaces the day in the month in which the installment falls', () => {
  assert.deepEqual(dates('monthly over 3 months on the first day', '2003-07-21'), [
    '2003-08-01',
    '2003-09-01',
    '2003-10-01',
  ]);
  assert.deepEqual(dates('monthly over 3 months on the 30th', '2003-12-15'), [
    '2004-01-30',
    '2004-02-29',
    '2004-03-30',
  ]);
  assert.deepEqual(dates('on 2004-12-22 on the last day', '2003-12-15'), ['2004-12-31']);
  // Days of one month fall together, and the next part counts from the start's day again.
  assert.deepEqual(
    rows('50% every 10 days over 50 days on the last day, then 50% after 1 month', 500, '2003-07-05'),
    ['2003-07-31 100', '2003-08-31 150', '2003-09-05 250'],
  );
});

test('dates that coincide merge before shares are allocated', () => {
  assert.deepEqual(rows('1/3 at 1 year, 1/3 at 12 months, 1/3 on 2004-07-21', 10, '2003-07-21'), [
    '2004-07-21 10',
  ]);
  assert.deepEqual(rows('1/3 at 1 year, 1/3 at 12 months, 1/3 at 2 years', 10, '2003-07-21'), [
    '2004-07-21 6',
    '2005-07-21 4',
  ]);
});

test('parts side by side are put in date order whatever the start', () => {
  const text = '40% at 60 days, 30% at 2 months on the last day, 30% on 2004-03-15';
  assert.deepEqual(dates(text, '2004-01-01'), ['2004-03-01', '2004-03-15', '2004-03-31']);
  assert.deepEqual(dates(text, '2003-12-31'), ['2004-02-29', '2004-03-15']);
  assert.deepEqual(dates('50% at 1 month on the last day, 50% at 1 month', '2004-01-31'), ['2004-02-29']);
  assert.deepEqual(dates('50% at 1 month on the last day, 50% at 1 month', '2004-01-10'), [
    '2004-02-10',
    '2004-02-29',
  ]);
});

test('a part that follows at once vests on the very date of the part before, even where that one carries nothing', () => {
  assert.deepEqual(dates('50% at grant on the first day, then 50% after 0 days', '2000-01-02'), [
    '2000-01-01',
  ]);
  assert.deepEqual(dates('0% at grant on the first day, then 100% after 0 days', '2000-01-02'), [
    '2000-01-01',
  ]);
  assert.deepEqual(dates('0% at 1 month on the last day, then 100% after 0 months', '2000-01-02'), [
    '2000-02-29',
  ]);
});

test('an on date before the start stands as it is written', () => {
  assert.deepEqual(rows('50% on 2003-01-01, 50% at 1 year', 10, '2003-07-21'), [
    '2003-01-01 5',
    '2004-07-21 5',
  ]);
});

test('a late grant date takes every earlier date, before shares are allocated', () => {
  const late = { grantDate: day('2004-01-15') };
  // Vested by then: 5 of 48 of 100 = 10.4; by the next date 12.5.
  assert.deepEqual(rows('monthly over 48 months', 100, '2003-07-21', late).slice(0, 3), [
    '2004-01-15 10',
    '2004-01-21 2',
    '2004-02-21 2',
  ]);
  assert.deepEqual(rows('monthly over 48 months', 100, '2003-07-21', { grantDate: day('2010-01-01') }), [
    '2010-01-01 100',
  ]);
  assert.deepEqual(
    rows('50% at grant, 50% at 6 months', 10, '2003-07-21', { grantDate: day('2004-01-21') }),
    ['2004-01-21 10'],
  );
  const early = { grantDate: day('2003-01-01') };
  assert.deepEqual(
    rows('annually over 2 years', 10, '2003-07-21', early),
    rows('annually over 2 years', 10, '2003-07-21'),
  );
  assert.deepEqual(rows('50% on 2003-08-01, 50% at 1 year', 10, '2003-07-21', late), [
    '2004-01-15 5',
    '2004-07-21 5',
  ]);
});

test('every date before the grant date moves to it, whether the vesting starts before or after', () => {
  const granted = { grantDate: day('2003-07-21') };
  assert.deepEqual(rows('50% on 2003-01-01, 50% at 1 year', 10, '2003-07-21', granted), [
    '2003-07-21 5',
    '2004-07-21 5',
  ]);
  assert.deepEqual(
    rows('monthly over 2 months on the first day', 10, '2003-07-21', { grantDate: day('2003-08-10') }),
    ['2003-08-10 5', '2003-09-01 5'],
  );
  assert.deepEqual(rows('50% on 2003-01-01, 50% on 2003-07-01', 10, '2004-01-01', granted), [
    '2003-07-21 10',
  ]);
});

test('no date comes after the last day allowed, and what would moves to it before shares are allocated', () => {
  const until = (date: string) => ({ notAfter: day(date) });
  assert.deepEqual(rows('annually over 4 years', 18, '2003-07-21', until('2006-01-01')), [
    '2004-07-21 4',
    '2005-07-21 5',
    '2006-01-01 9',
  ]);
  assert.deepEqual(rows('annually over 4 years', 18, '2003-07-21', until('2005-07-21')), [
    '2004-07-21 4',
    '2005-07-21 14',
  ]);
  assert.deepEqual(rows('annually over 4 years', 18, '2003-07-21', until('2003-07-22')), ['2003-07-22 18']);
  assert.deepEqual(
    rows('annually over 4 years', 18, '2003-07-21', until('2007-07-21')),
    rows('annually over 4 years', 18, '2003-07-21'),
  );
  assert.deepEqual(rows('50% at 400 days, 50% at 1 year', 18, '2003-07-21', until('2004-08-01')), [
    '2004-07-21 9',
    '2004-08-01 9',
  ]);
  assert.deepEqual(
    rows('1 share at 1 year, the rest annually over 3 years', 19, '2003-07-21', until('2005-08-01')),
    ['2004-07-21 7', '2005-07-21 6', '2005-08-01 6'],
  );
});

test('a late grant date loads the first tranche with what moved to it', () => {
  const options = { grantDate: day('2005-01-01'), allocation: parseAllocation('front loaded') };
  // Two of four tranches of 18 merge: 9 is whole, so the share left over goes to the next date.
  assert.deepEqual(shares('every 6 months over 2 years', 18, '2003-12-31', options), [9, 5, 4]);
});

test('nothing vests after the termination date, and a date equal to it still vests', () => {
  const ended = (date: string) => ({ terminationDate: day(date) });
  assert.equal(rows(REFERENCE, 750, '2003-07-21', ended('2004-01-20')).length, 0);
  assert.deepEqual(rows(REFERENCE, 750, '2003-07-21', ended('2004-01-21')), ['2004-01-21 375']);
  assert.equal(rows(REFERENCE, 750, '2003-07-21', ended('2006-01-21')).length, 25);
  const vested = (asOf: string, date: string) =>
    vestedOn(parseSchedule(REFERENCE), 750, day('2003-07-21'), day(asOf), ended(date));
  assert.equal(vested('2006-01-21', '2004-02-20'), 375);
  assert.equal(vested('2004-01-20', '2004-02-20'), 0);
  // Ended before a late grant: nothing is granted, so nothing vests.
  assert.equal(
    rows('monthly over 2 years', 24, '2003-07-21', {
      grantDate: day('2004-07-21'),
      terminationDate: day('2004-07-20'),
    }).length,
    0,
  );
});

test('a date on which no whole share vests is no row', () => {
  assert.deepEqual(rows('every 3 months over 1 year', 3, '2003-07-21'), [
    '2004-01-21 1',
    '2004-04-21 1',
    '2004-07-21 1',
  ]);
  assert.deepEqual(rows('monthly over 4 years', 0, '2003-07-21'), []);
  assert.deepEqual(rows('50% at 1 year, 50% at 2 years, the rest at 3 years', 10, '2003-07-21'), [
    '2004-07-21 5',
    '2005-07-21 5',
  ]);
});

test('fractions of a share vest in FRACTIONAL, and the last one makes up the award', () => {
  const thirds = vest(parseSchedule('annually over 3 years'), 10, day('2003-07-21'), {
    allocation: FRACTIONAL,
  });
  assert.deepEqual(
    thirds.map((row) => [row.shares, row.cumulative]),
    [
      [10 / 3, 10 / 3],
      [10 / 3, 20 / 3],
      [10 / 3, 10],
    ],
  );
  assert.equal(
    vestedOn(parseSchedule('every 3 months over 1 year'), 18, day('2003-07-21'), day('2003-10-21'), {
      allocation: FRACTIONAL,
    }),
    4.5,
  );
});

test('counted shares are held against the award once it is known', () => {
  const fails = (text: string, award: number, message: RegExp) =>
    assert.throws(
      () => vest(parseSchedule(text), award, day('2003-07-21')),
      (error) => error instanceof RegrantError && error.kind === 'value' && message.test(error.message),
    );
  fails(
    '100 shares at grant, then the rest annually over 2 years',
    99,
    /counts 100 shares, more than the award of 99/,
  );
  fails('100 shares at grant, 200 shares at 1 year', 301, /0% and 300 shares, which is not the award of 301/);
  fails('100 shares at grant, 50% at 1 year', 201, /50% and 100 shares, which is not the award of 201/);
  fails('100 shares at grant, 50% at 1 year, the rest at 2 years', 199, /not the award of 199/);
  assert.deepEqual(shares('100 shares at grant, 50% at 1 year', 200, '2003-07-21'), [100, 100]);
  assert.deepEqual(shares('100 shares at grant, then the rest at 1 year', 100, '2003-07-21'), [100]);
  assert.deepEqual(
    shares('100 shares monthly over 3 months, the rest at 1 year', 101, '2003-07-21'),
    [33, 33, 34, 1],
  );
  assert.deepEqual(shares('VEST', 0, '2003-07-21'), []);
});

test('awards up to 2^53 shares vest to the last one, whatever the denominators', () => {
  const most = 2 ** 53;
  for (const text of [
    REFERENCE,
    'monthly over 7 years',
    'monthly over 7 years on the 3rd, 0% at 5 days',
    '0.0000001% at 1 year, 99.9999999% monthly over 31 months',
    '1 share at grant, the rest monthly over 7 months',
  ])
    for (const award of [most, most - 1, 9_007_199_254_740_881]) {
      const vesting = vest(parseSchedule(text), award, day('2003-07-21'));
      assert.equal(vesting.at(-1)!.cumulative, award, text);
      assert.equal(
        vesting.reduce((sum, row) => sum + BigInt(row.shares), 0n),
        BigInt(award),
        text,
      );
    }
  // 2^53 x 24/48, then 25/48 of it rounded down.
  assert.deepEqual(shares(REFERENCE, most, '2003-07-21').slice(0, 2), [2 ** 52, 187649984473770]);
});

test('a promise that is a hair below a whole share is not rounded up, however large the denominator', () => {
  // award x numerator is one less than a multiple of the denominator, which doubles cannot tell from the multiple.
  const [award, numerator, denominator] = [400196863472, 123456789012, 1000000000039];
  assert.equal(Math.floor((award * numerator) / denominator), 49407019735);
  const text = `${numerator}/${denominator} at 1 year, the rest at 2 years`;
  assert.deepEqual(shares(text, award, '2003-07-21'), [49407019734, award - 49407019734]);
});

test('a schedule beyond the calendar and an award that is no count are refused', () => {
  const fails = (run: () => unknown, message: RegExp) =>
    assert.throws(
      run,
      (error) => error instanceof RegrantError && error.kind === 'number' && message.test(error.message),
    );
  fails(() => rows('annually over 8000 years', 1, '2003-07-21'), /past 9999-12-31/);
  fails(() => rows('at 7997 years', 1, '2003-07-21'), /past 9999-12-31/);
  fails(() => rows('at 2950000 days', 1, '2003-07-21'), /past 9999-12-31/);
  fails(() => rows('at 1 year', 1.5, '2003-07-21'), /whole shares/);
  fails(() => rows('at 1 year', -1, '2003-07-21'), /whole shares/);
  assert.deepEqual(dates('at 7996 years', '2003-07-21'), ['9999-07-21']);
  assert.deepEqual(dates('annually over 200 years', '2003-07-31').slice(-2), ['2202-07-31', '2203-07-31']);
});

test('arrays of the caller hold what the rows say', () => {
  const schedule = parseSchedule('monthly over 4 years with a 1 year cliff');
  const plan = planOf(schedule);
  const [dateColumn, shareColumn] = [new Float64Array(plan.size), new Float64Array(plan.size)];
  const options = { grantDate: day('2004-10-01'), terminationDate: day('2005-12-31') };
  const count = vestInto(plan, 30, day('2003-07-21'), options, dateColumn, shareColumn);
  const expected = vest(schedule, 30, day('2003-07-21'), options);
  assert.deepEqual(
    [...dateColumn.slice(0, count)],
    expected.map((row) => row.date),
  );
  assert.deepEqual(
    [...shareColumn.slice(0, count)],
    expected.map((row) => row.shares),
  );
});
