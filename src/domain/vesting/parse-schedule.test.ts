import assert from 'node:assert/strict';
import { test } from 'mocha';
import { RegrantError } from '../basics/error.ts';
import { parseSchedule } from './parse-schedule.ts';
import { printSchedule } from './print-schedule.ts';

const canonical = (text: string): string => printSchedule(parseSchedule(text));

const fails = (text: string, message: RegExp): void => {
  assert.throws(
    () => parseSchedule(text),
    (error) => {
      assert.ok(error instanceof RegrantError, `${text}: ${String(error)}`);
      assert.equal(error.kind, 'value', text);
      assert.match(error.message, message, text);
      return true;
    },
    text,
  );
};

test('the schedules of real offers print as they are written', () => {
  for (const text of [
    '50% at 6 months, then 50% monthly over 24 months',
    'monthly over 4 years with a 1 year cliff',
    '25% at 1 year, then the rest monthly over 36 months',
    '50% on 2004-12-22, 50% on 2005-12-22',
    '25% at grant, then 75% quarterly over 3 years',
    'every 6 months over 30 months',
    '1/3 at 12 months, then 2/3 monthly over 24 months on the last day',
    '100 shares at grant, then the rest annually over 2 years',
    '33.3333% at 1 year, 66.6667% at 2 years on the 15th',
    'monthly over 60 months with an 18 month cliff on the first day',
    '0% on 2025-01-01, then 100% monthly over 48 months with a cliff on 2025-06-15',
    'weekly over 52 weeks with a 90 day cliff',
  ])
    assert.equal(canonical(text), text);
});

test('one meaning has one spelling, however it was typed', () => {
  const spellings: [string, string][] = [
    ['50% AT 6m; THEN  50%   Monthly OVER 24 Months', '50% at 6 months, then 50% monthly over 24 months'],
    [
      '50 percent at 6-months then remaining monthly over 2y',
      '50% at 6 months, then the rest monthly over 2 years',
    ],
    [
      '50% at 6 months, and then the remainder monthly over 2 years.',
      '50% at 6 months, then the rest monthly over 2 years',
    ],
    ['50% on 2004-12-22 and 50% on 2005-12-22', '50% on 2004-12-22, 50% on 2005-12-22'],
    ['50% on 2004-12-22,50% on 2005-12-22', '50% on 2004-12-22, 50% on 2005-12-22'],
    ['50% on 2004-12-22; 2/4 on 2005-12-22', '50% on 2004-12-22, 50% on 2005-12-22'],
    ['monthly over 4 years, with 1-year cliff', 'monthly over 4 years with a 1 year cliff'],
    ['100% monthly over 4 years with a 12m cliff', 'monthly over 4 years with a 12 month cliff'],
    ['the rest monthly over 4 years', 'monthly over 4 years'],
    ['every 1 month over 24 months', 'monthly over 24 months'],
    ['every month over 24 months', 'monthly over 24 months'],
    ['every 3 months over 1y', 'quarterly over 1 year'],
    ['every 12 months for 4 installments', 'annually over 48 months'],
    ['semi-annually over 2 years', 'every 6 months over 2 years'],
    ['yearly over 4 years', 'annually over 4 years'],
    ['monthly for 36 installments', 'monthly over 36 months'],
    ['quarterly for 12 instalments', 'quarterly over 12 quarters'],
    ['every 7 days over 364d', 'weekly over 364 days'],
    [
      '1,000 shares immediately, then the rest annually over 2 years',
      '1000 shares at grant, then the rest annually over 2 years',
    ],
    ['1 share at grant, rest at 1q', '1 share at grant, the rest at 1 quarter'],
    ['at 0 months', 'at grant'],
    ['50% after 1 year, 50% at 2 years', '50% at 1 year, 50% at 2 years'],
    ['50% at 1 year, then 50% after 1 year', '50% at 1 year, then 50% after 1 year'],
    ['50% at 1 year, then 50% at 2 years', '50% at 1 year, then 50% at 2 years'],
    [
      '50% every 6 months over 6 months, then 50% monthly for 1 installment',
      '50% at 6 months, then 50% after 1 month',
    ],
    ['monthly over 2 years on the 31st of the month', 'monthly over 2 years on the last day'],
    ['monthly over 2 years on the 1st day of each month', 'monthly over 2 years on the first day'],
    ['monthly over 2 years on the 22nd', 'monthly over 2 years on the 22nd'],
    ['12.50% at 1 year, 7/8 at 2 years', '12.5% at 1 year, 87.5% at 2 years'],
    ['1/3 at 1 year, 2/3 at 2 years', '1/3 at 1 year, 2/3 at 2 years'],
    ['monthly over 88 months with a 80 month cliff', 'monthly over 88 months with an 80 month cliff'],
    ['0% at 1 year, then 100% monthly over 3 years', '0% at 1 year, then 100% monthly over 3 years'],
    [
      '50% at 1 year, 50% at 2 years, the rest at 3 years',
      '50% at 1 year, 50% at 2 years, the rest at 3 years',
    ],
  ];
  for (const [text, expected] of spellings) {
    assert.equal(canonical(text), expected, text);
    assert.equal(canonical(expected), expected);
  }
});

test('years and anniversaries are understood as agreements word them', () => {
  const spellings: [string, string][] = [
    ['each year over 4 years', 'annually over 4 years'],
    ['every year for 4 installments', 'annually over 4 years'],
    ['each month over 24 months', 'monthly over 24 months'],
    ['each 6 months over 2 years', 'every 6 months over 2 years'],
    ['on each anniversary over 4 years', 'annually over 4 years'],
    ['each anniversary for 3 installments', 'annually over 3 years'],
    ['every anniversary of the vesting start over 4 years', 'annually over 4 years'],
    ['on each of the first four anniversaries', 'annually over 4 years'],
    ['on the first 3 anniversaries of the grant date', 'annually over 3 years'],
    ['50% on the first anniversary, 50% on the second anniversary', '50% at 1 year, 50% at 2 years'],
    [
      '25% on the first anniversary of the vesting commencement date, then 75% monthly over 36 months',
      '25% at 1 year, then 75% monthly over 36 months',
    ],
    ['1/2 at the 1st anniversary of grant and 1/2 at 3rd anniversary', '50% at 1 year, 50% at 3 years'],
    ['50% on 2004-12-22, the rest on the tenth anniversary', '50% on 2004-12-22, the rest at 10 years'],
  ];
  for (const [text, expected] of spellings) assert.equal(canonical(text), expected, text);
  fails('25% each year', /so write "each year over 4 years"/);
  fails('1/48 monthly', /so write "monthly over 48 months"/);
  fails('2.0833% each month', /so write "each month over 48 months"/);
  fails('25% on each anniversary', /so write "annually over 4 years"/);
  fails('25% each year for 4 years', /say "over 4 years"/);
  fails('25% per year over 4 years', /all 4 dates of its part, so write "annually over 4 years"/);
  fails('25% on each of the first four anniversaries', /so write "annually over 4 years"/);
  fails('on the anniversary', /which anniversary.*"on the first anniversary"/);
  fails('on the second three anniversaries', /write "on each anniversary over 3 years"/);
  fails('on each anniversary', /how long is expected/);
  fails('at the first anniversary of employment', /"the grant date" or "the vesting start"/);
});

test('a percentage of four decimals that is 1/n rounded is 1/n where the parts add up with it', () => {
  const spellings: [string, string][] = [
    [
      '2.0833% at grant, then 47/48 monthly over 47 months',
      '1/48 at grant, then 47/48 monthly over 47 months',
    ],
    [
      '33.3333% at 1 year, 33.3333% at 2 years, 33.3333% at 3 years',
      '1/3 at 1 year, 1/3 at 2 years, 1/3 at 3 years',
    ],
    ['33.3333% at 1 year, then 2/3 monthly over 2 years', '1/3 at 1 year, then 2/3 monthly over 2 years'],
    [
      '16.6667% at 1 year, 33.3333% at 2 years, 50% at 3 years',
      '1/6 at 1 year, 1/3 at 2 years, 50% at 3 years',
    ],
    [
      '2.0833% at grant, then the rest monthly over 47 months',
      '1/48 at grant, then the rest monthly over 47 months',
    ],
    ['0.8333% at grant, 119/120 monthly over 119 months', '1/120 at grant, 119/120 monthly over 119 months'],
    // They add up as they stand, and would not with thirds.
    [
      '33.3333% at 1 year, 33.3333% at 2 years, 33.3334% at 3 years',
      '33.3333% at 1 year, 33.3333% at 2 years, 33.3334% at 3 years',
    ],
    // Exact, and not of four decimals.
    ['6.2500% at 1 year, 93.75% at 2 years', '6.25% at 1 year, 93.75% at 2 years'],
    ['2.08% at 1 year, the rest at 2 years', '2.08% at 1 year, the rest at 2 years'],
    ['0.8264% at grant, the rest at 1 year', '0.8264% at grant, the rest at 1 year'],
    // The fraction that such a percentage would be, written as a fraction, stays one.
    ['333333/1000000 at 1 year, the rest at 2 years', '333333/1000000 at 1 year, the rest at 2 years'],
    ['333333/1000000 at 1 year, 66.6667% at 2 years', '33.3333% at 1 year, 66.6667% at 2 years'],
  ];
  for (const [text, expected] of spellings) {
    assert.equal(canonical(text), expected, text);
    assert.equal(canonical(expected), expected);
  }
  fails('25% at 1 year, then 2.0833% monthly over 36 months', /so write "75% monthly over 36 months"/);
  fails('33.33% at 1 year, 33.33% at 2 years, 33.33% at 3 years', /add up to 99.99%/);
});

test('portions that do not add up to 100% are refused with their sum', () => {
  fails('20% every 6 months over 30 months', /add up to 20%.*all 5 dates.*"every 6 months over 30 months"/);
  fails('25% at 1 year, then 1/48 monthly over 36 months', /add up to 13\/48.*"75% monthly over 36 months"/);
  fails('50% at 6 months, then 40% monthly over 24 months', /add up to 90%, not 100%.*"the rest"/);
  fails('33.33% at 1 year, 33.33% at 2 years, 33.33% at 3 years', /add up to 99.99%/);
  fails('50% at 6 months, then monthly over 24 months', /add up to 150%.*without a portion/);
  fails('50% at 1 year, 60% at 2 years, the rest at 3 years', /110% beside "the rest"/);
  fails('100 shares at grant, 100% at 1 year', /100% and 100 shares, more than 100%/);
  fails('50% at 1 year, the rest at 2 years, the rest at 3 years', /"the rest" more than once/);
  assert.doesNotThrow(() => parseSchedule('0.1% at 1 year, 99.9% at 2 years'));
});

test('a slip of the keyboard is pointed at, with the word that was meant', () => {
  fails(
    '50% at 6 mnths, then 50% monthly over 2 years',
    /"mnths" \(after "50% at 6"\).*did you mean "months"/,
  );
  fails('montly over 4 years', /"montly".*did you mean "monthly"/);
  fails('monthly ovr 4 years', /"ovr" \(after "monthly"\).*did you mean "over"/);
  fails('monthly over 4 years with a 1 year clif', /"clif".*did you mean "cliff"/);
  fails('50% at 6 months, than 50% at 1 year', /"than".*/);
  fails('50% at 6 months thn 50% at 1 year', /"thn".*did you mean "then"/);
  fails('25% at grnt, 75% at 1 year', /"grnt".*did you mean "grant"/);
  fails('monthly over 4 years on the lst day', /"lst".*did you mean "last"/);
  fails('100 shres at grant, the rest at 1 year', /"shres".*did you mean "shares"/);
});

test('what can mean two things is refused with the way to say it', () => {
  fails('weekly over 1 year', /no fixed number of days.*over 52 weeks/);
  fails('every 30 days over 12 months', /no fixed number of days/);
  fails('monthly over 52 weeks', /no fixed number of days/);
  fails('quarterly over 10 months', /do not divide/);
  fails('every 5 months over 1 year', /1 year does not divide/);
  fails('monthly over 0 months', /longer than nothing/);
  fails('every 0 months over 1 year', /never comes/);
  fails('monthly for 0 installments', /longer than nothing/);
  fails('monthly for 36 months', /"over 36 months"/);
  fails('bimonthly over 1 year', /two things.*every 2 months/);
  fails('50% at 1 year and 6 months, 50% at 2 years', /"6".*one span has one unit/);
  fails('50% at 1.5 years, 50% at 3 years', /"1.5".*18 months/);
  fails('50% at 6 months, then the remaining 50% monthly over 2 years', /without "remaining"/);
  fails('50 at 6 months, 50 at 1 year', /"50" needs "%" or "shares"/);
  fails('50% at 2004-12-22, 50% at 2005-12-22', /a date follows "on"/);
  fails('50% on 12/22/2004, 50% on 2005-12-22', /a date such as/);
  fails('50% on 2003-02-29, 50% on 2005-12-22', /2003-02-29 is not a date that exists/);
  fails('monthly over 4 years on the 32nd', /from 1st to 31st/);
  fails('monthly over 4 years on the 22th', /22nd/);
  fails('50% at 1 year with a 1 year cliff, 50% at 2 years', /a cliff follows installments/);
  fails('1/0 at 1 year', /divided by zero/);
  fails('25% at a year, 75% at 2 years', /span of time/);
  fails('monthly over year', /a number is expected/);
});

test('a text that ends too early, or holds something else, says where', () => {
  fails('', /empty/);
  fails('   ', /empty/);
  fails('50% at', /ends too early \(after "50% at"\)/);
  fails('50%', /ends too early/);
  fails('monthly', /ends too early.*how long/);
  fails('50% at 1 year,', /ends too early/);
  fails('50% at 1 year 50% at 2 years', /"50" \(after "50% at 1 year"\)/);
  fails('soon', /"soon"/);
  fails('constructor over 4 years', /"constructor": a portion/);
  fails(`monthly over 4 ${'years'.repeat(5000)}`, /^.{0,300}$/);
  fails('daily over 99999 days', /too many/);
  fails('50% at 99999999 years, 50% at 1 year', /longer than the calendar/);
});

test('schedules that carry on from the old award are only possible in an offer', () => {
  for (const text of [
    'old schedule',
    'Old Schedule, paused',
    'old dates + 12 months, not before 2009-09-09',
    'remaining vesting monthly, at least 1 year',
    '50% at grant, then old schedule',
  ])
    fails(
      text,
      /^"(?:old (schedule|dates)|remaining vesting)" leans on .* only possible in an offer's terms/i,
    );
  fails(
    'monthly over 4 years, not after expiration',
    /"not after expiration".*only possible in an offer's terms/,
  );
  assert.equal(canonical('remaining monthly over 2 years'), 'monthly over 2 years');
});

test('a text is parsed once, and two texts of one meaning are two schedules', () => {
  const schedule = parseSchedule('monthly over 40 months');
  assert.equal(parseSchedule('monthly over 40 months'), schedule);
  for (let i = 0; i < 2000; i++) parseSchedule(`monthly over ${i + 1} months`);
  assert.equal(canonical('monthly over 40 months'), 'monthly over 40 months');
});
